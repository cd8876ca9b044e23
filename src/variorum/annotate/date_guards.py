"""When is a word that looks like a date none? One test for each guard the lexicon names."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from variorum.annotate.page import Page
from variorum.lexicon.dates import GuardWords


@dataclass(frozen=True)
class Candidate:
    """Words that match a way to say a date, before their surroundings have been asked."""

    page: Page
    words: GuardWords
    match: re.Match[str]
    start: int
    end: int

    @property
    def tokens(self) -> TokenSpan:
        """The tokens that hold the words."""
        span = self.page.doc.char_span(self.start, self.end, alignment_mode="expand")
        assert span is not None
        return span

    def before(self, count: int = 1) -> Token | None:
        """The token so many places before, None outside the sentence."""
        place = self.tokens.start - count
        return self.page.doc[place] if place >= self.tokens.sent.start else None

    def after(self, count: int = 0) -> Token | None:
        """The token so many places after, None outside the sentence."""
        place = self.tokens.end + count
        return self.page.doc[place] if place < self.tokens.sent.end else None


def holds(guard: str | None, candidate: Candidate) -> bool:
    """Whether the words are a date by the guard's test; True without a guard. Raises KeyError for an unknown guard."""
    return guard is None or GUARDS[guard](candidate)


def _lower(token: Token | None) -> str:
    return token.lower_ if token is not None else ""


def _month(candidate: Candidate) -> bool:
    said = candidate.match["month"]
    return said.rstrip(".").lower() not in candidate.words.verb_months or said[0].isupper()


def _bare_month(candidate: Candidate) -> bool:
    said = candidate.match["month"]
    token = candidate.tokens[0]
    if not said[0].isupper() or (said.rstrip(".").lower() != "may" and len(said) < 4):
        return False
    if _lower(candidate.before()) in candidate.words.recurring_before or token.ent_type_ in (
        "PERSON",
        "GPE",
        "ORG",
        "FAC",
    ):
        return False
    if said.lower() not in candidate.words.verb_months:
        return True
    return _lower(candidate.before()) in candidate.words.month_after


def _weekday(candidate: Candidate) -> bool:
    before = _lower(candidate.before())
    if before in candidate.words.recurring_before or before in candidate.words.not_weekday_after:
        return False
    return not _in_longer_name(candidate)


def _year(candidate: Candidate) -> bool:
    token = candidate.tokens[-1]
    before, after = candidate.before(), candidate.after()
    if len(candidate.match[0]) > 4:
        return True
    if _lower(before) in candidate.words.no_year_after or _lower(after) in candidate.words.no_year_before:
        return False
    if _lower(before) == "from" and _lower(candidate.before(2)) in candidate.words.no_year_from:
        return False
    if token.ent_type_ in ("MONEY", "PERCENT", "QUANTITY", "ORDINAL") or (before is not None and before.is_digit):
        return False
    if token.text != candidate.match[0] and not token.text.startswith(candidate.match[0]):
        return token.ent_type_ == "DATE"
    counted = after is not None and after.tag_ in ("NNS", "NNPS")
    if token.ent_type_ == "DATE":
        return not counted or _lower(before) in candidate.words.year_after
    return _lower(before) in candidate.words.year_after and not counted


def _year_range(candidate: Candidate) -> bool:
    said = candidate.match.groupdict()
    years = [int(text) for name, text in said.items() if text and name.startswith("year") and len(text) == 4]
    years += [years[0] // 100 * 100 + int(said["yearend"])] if said.get("yearend") else []
    return (
        years == sorted(years) and years[0] != years[-1] and candidate.tokens[0].ent_type_ not in ("MONEY", "QUANTITY")
    )


def _spelled_year(candidate: Candidate) -> bool:
    after = candidate.after()
    if after is not None and after.tag_ in ("NNS", "NNPS"):
        return False
    return candidate.tokens[-1].ent_type_ == "DATE" or _lower(candidate.before()) in candidate.words.year_after


def _range(candidate: Candidate) -> bool:
    """Days that ascend; "and" makes a range only after "between", else it lists two dates."""
    said = candidate.match[0].lower()
    if " and " in said and not said.startswith("between"):
        return False
    if "month_2" in candidate.match.groupdict():
        return True
    first, last = (int(re.sub(r"\D", "", candidate.match[name])) for name in ("day", "day_2"))
    return first < last


def _season(candidate: Candidate) -> bool:
    last = candidate.tokens[-1]
    return (
        last.pos_ in ("NOUN", "PROPN")
        and last.ent_type_ in ("DATE", "")
        and _lower(candidate.after()) not in ("of", "in")
    )


def _plain(candidate: Candidate) -> bool:
    """No part of a name such as that of a newspaper; not "the people of tomorrow"."""
    before = candidate.before()
    if before is not None and before.pos_ == "PROPN" and candidate.match[0][0].isupper():
        return False
    return not _in_longer_name(candidate) and _lower(before) != "of"


def _in_longer_name(candidate: Candidate) -> bool:
    """Whether a name that spaCy found holds the word and another capitalised one beside it ("USA Today")."""
    token = candidate.tokens[-1]
    if token.ent_type_ not in ("ORG", "WORK_OF_ART", "PRODUCT"):
        return False
    beside = [one for one in (candidate.before(), candidate.after()) if one is not None]
    return any(one.ent_type_ == token.ent_type_ and one.pos_ == "PROPN" for one in beside)


def _no_event_after(candidate: Candidate) -> bool:
    """Days counted from the date told before, not from an event named after them ("two days before the vote")."""
    if candidate.match[0].split()[-1].lower() not in ("before", "after"):
        return True
    after = candidate.after()
    return after is None or after.pos_ not in ("DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM", "VERB", "AUX")


def _no_title(candidate: Candidate) -> bool:
    """No name of a programme ("This Week") or era: the period itself in lower case, but in capitals a line of them."""
    said = candidate.match["period"]
    return not said[0].isupper() or candidate.match[0].isupper()


def _no_stretch_up_to_now(candidate: Candidate) -> bool:
    """Periods of the calendar ("last week"), not a stretch up to now ("in the last week")."""
    return _lower(candidate.before()) != "the"


def _day_alone(candidate: Candidate) -> bool:
    """Days like "the 5th" need a preposition of time before and no noun after ("the 5th floor")."""
    after = candidate.after()
    if after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"):
        return False
    return _lower(candidate.before()) in ("on", "by", "until", "till", "since", "of")


def _clock_time(candidate: Candidate) -> bool:
    return _lower(candidate.before()) not in ("every", "each")


def _part_alone(candidate: Candidate) -> bool:
    return _lower(candidate.after()) not in ("of",)


def _capital(candidate: Candidate) -> bool:
    return candidate.match[0][0].isupper()


def _day_first(candidate: Candidate) -> bool:
    return not _month_first(candidate)


def _month_first(candidate: Candidate) -> bool:
    """Whether 5/1/2022 is 1 May: a number beyond 12 is a day; else the reading nearer to the report's own date counts,
    the day first without one.
    """
    one, other, year = (int(part) for part in re.findall(r"\d+", candidate.match[0])[:3])
    year += 2000 if year < 100 else 0
    if max(one, other) > 12:
        return other > 12
    published = candidate.page.report.published
    if not published or not published[:7].replace("-", "").isdigit():
        return False
    own = int(published[:4]) * 12 + int(published[5:7] or "1")
    return abs(year * 12 + one - own) < abs(year * 12 + other - own)


GUARDS: Mapping[str, Callable[[Candidate], bool]] = {
    "month": _month,
    "bare month": _bare_month,
    "weekday": _weekday,
    "year": _year,
    "year range": _year_range,
    "spelled year": _spelled_year,
    "range": _range,
    "season": _season,
    "plain": _plain,
    "no title": _no_title,
    "no stretch up to now": _no_stretch_up_to_now,
    "day alone": _day_alone,
    "no event after": _no_event_after,
    "clock": _clock_time,
    "part alone": _part_alone,
    "capital": _capital,
    "day first": _day_first,
    "month first": _month_first,
    "quarter number": _capital,
}
"""Tests by the names the lexicon gives them."""
