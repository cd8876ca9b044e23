"""The shape of the lexicon of date expressions (`<language>/dates.toml`)."""

from collections.abc import Mapping

from variorum.lexicon.load import read_lexicon
from variorum.model.base import Record


class DatePattern(Record, frozen=True, kw_only=True):
    """A way to say a date.

    `words` is a regular expression in which `{month}` stands for any word of the class "month" and a blank for any
    blanks within a line; `{month_2}` is a second one. `value` is the meaning in the language of model/timex.py with
    the values of the classes put in; `{year|XXXX}` gives what stands for a class that was not said. `guard` names a
    test of the words' surroundings that must hold (annotate/date_guards.py).
    """

    rule: str
    words: str
    value: str
    guard: str | None = None


class Extension(Record, frozen=True, kw_only=True):
    """Words before or after a date that refine it: part of the day, hour, weekday, part of a period.

    `on` are the kinds of date they go with (day, week, month, season, year, decade). At most one of the others is
    given: `time` sets hour or part of day, `weekday` the weekday beside a date, `within` the period the date lies in;
    `approximate` says that only some part of the date is meant; `month` narrows a year to one of its months.
    """

    rule: str
    words: str
    on: tuple[str, ...]
    time: str | None = None
    weekday: str | None = None
    within: str | None = None
    month: str | None = None
    approximate: bool = False


class DayList(Record, frozen=True, kw_only=True):
    """Further days of a month named once: words after "24 April" and before "25 April"; `day` classes hold the days."""

    after: str
    before: str


class TenseCues(Record, frozen=True, kw_only=True):
    """What tells whether a day without a year lies ahead: lemmas of verbs; auxiliaries and prepositions in lower case.

    `ahead_adjectives` say with a verb of the present that something lies ahead ("is due"); `ahead_participles` are verbs
    whose object or time lies ahead ("scheduled for"), `ahead_governors` those whose infinitive does ("plan to meet").
    Whatever the verb, days after `behind_after` ("since") lie behind; after `open_after` that is open, after
    `ahead_after` and with `open_auxiliaries` unless the verb lies ahead. `happened_nouns` name what nobody plans: their
    days lie behind.
    """

    future_auxiliaries: tuple[str, ...]
    open_auxiliaries: tuple[str, ...]
    past_auxiliaries: tuple[str, ...]
    ahead_participles: tuple[str, ...]
    ahead_adjectives: tuple[str, ...]
    happened_nouns: frozenset[str]
    ahead_governors: tuple[str, ...]
    behind_after: tuple[str, ...]
    ahead_after: tuple[str, ...]
    open_after: tuple[str, ...]


class GuardWords(Record, frozen=True, kw_only=True):
    """Words beside which a date word is none (lower case)."""

    verb_months: tuple[str, ...]
    not_weekday_after: tuple[str, ...]
    recurring_before: tuple[str, ...]
    year_after: tuple[str, ...]
    no_year_after: tuple[str, ...]
    no_year_from: tuple[str, ...]
    no_year_before: tuple[str, ...]
    month_after: tuple[str, ...]


class DateLexicon(Record, frozen=True, kw_only=True):
    """All of it. `classes` maps each class to its words and their values, `shapes` to a regular expression.

    A stretch of text without a digit, a word of a class in `trigger_classes` or one of `triggers` says no date.
    """

    trigger_classes: tuple[str, ...]
    triggers: tuple[str, ...]
    classes: Mapping[str, Mapping[str, str]]
    shapes: Mapping[str, str]
    patterns: tuple[DatePattern, ...]
    before: tuple[Extension, ...]
    after: tuple[Extension, ...]
    day_list: DayList
    tense: TenseCues
    guards: GuardWords


def date_lexicon(language: str = "en") -> DateLexicon:
    """The lexicon of date expressions of a language."""
    return read_lexicon("dates", DateLexicon, language)
