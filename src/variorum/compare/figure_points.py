"""Which questions do the figures of a case answer, and how do the answers read?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from variorum.compare.figure_accounts import sums_of
from variorum.compare.figure_groups import scoped_figures
from variorum.compare.figure_merges import ScopedFigures
from variorum.compare.figure_scopes import Scope
from variorum.compare.figure_values import Count, compare_counts, says
from variorum.compare.populations import PEOPLE, population_of
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, reading_of, speaker
from variorum.compare.verdicts import Comparison, differ
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.model.edtf import read_edtf, write_days
from variorum.model.tables import Figure
from variorum.model.terms import Measure, PointKind, Verdict


def figure_questions(view: CaseView, lexicon: ComparisonLexicon) -> Iterator[AnyQuestion]:
    """The questions that two figures or more answer, in order of their scope and time."""
    homes = view.homes
    for group in scoped_figures(view, lexicon):
        yield _question(group, view, lexicon, homes)


def _question(
    group: ScopedFigures, view: CaseView, lexicon: ComparisonLexicon, homes: Mapping[str, str]
) -> AnyQuestion:
    scope, figures = group.scope, group.figures
    place = view.names.get(scope.place) or view.country_names.get(scope.place)
    if place is None and scope.tie and not scope.side:
        place = _place(figures) or _country(figures, view, homes)
    dates = sorted({figure.date for figure in figures if figure.date})
    events = {figure.event for figure in figures}
    return Question(
        kind=PointKind.FIGURE,
        topic=figure_topic(scope, place),
        answers=tuple(_answer(figure, view, lexicon, group) for figure in figures),
        compare=_compare,
        key=f"{scope.measure}|{scope.population}|{scope.unit}|{scope.change}|{bool(scope.tie)}{_kind_key(scope)}",
        gravity=_STATE if scope.state else lexicon.gravity.get(scope.measure, 0.2),
        measure=scope.measure,
        population=scope.counted,
        place=place,
        period=spanned_period(dates),
        event=events.pop() if len(events) == 1 else None,
    )


def _kind_key(scope: Scope) -> str:
    return f"|{scope.side}|{scope.state}" if scope.side or scope.state else ""


def _place(figures: Sequence[Figure]) -> str | None:
    """The place most of the figures name, the first by spelling of equals; None where none does."""
    named = Counter(figure.place_name for figure in figures if figure.place_name)
    return min(named, key=lambda name: (-named[name], name), default=None)


def _country(figures: Sequence[Figure], view: CaseView, homes: Mapping[str, str]) -> str | None:
    """The country all the reports of the figures are about, None where they are about several."""
    countries = {homes.get(figure.report, "") for figure in figures}
    return view.country_names.get(countries.pop()) if len(countries) == 1 else None


_STATE = 0.7
"""How much it weighs what state people are in, where no measure names it."""
_PHRASES = {
    Measure.PARTICIPANTS: "{who} taking part",
    Measure.TROOPS: "troops sent by {who}",
    Measure.ATTACKERS: "{who} attacking",
    Measure.PRICE: "price of {who}",
    Measure.SENTENCE: "sentence of {who}",
    Measure.VOTE: "votes for {who}",
}


def spanned_period(dates: Sequence[str]) -> str | None:
    """The time from the first to the last of the dates; the date itself where there is one, None where there is none."""
    periods = [period for date in dates if (period := read_edtf(date)) is not None]
    if len(dates) == 1 or not periods:
        return dates[0] if dates else None
    return write_days(min(period.first for period in periods), max(period.last for period in periods))


def figure_topic(scope: Scope, place: str | None) -> str:
    """What is counted, of whom and where, in words: "people killed, Lima"."""
    plain = "{who} " + (scope.state or scope.measure.value)
    words = _PHRASES.get(scope.measure, plain).format(who=scope.counted)
    change = "change of the " if scope.change and scope.measure is Measure.PRICE else ""
    return change + words + (f", {place}" if place else "")


def _answer(figure: Figure, view: CaseView, lexicon: ComparisonLexicon, group: ScopedFigures) -> Answer[Count]:
    reading = reading_of(view, figure, figure.span, says(figure), figure.as_of)
    count = Count(
        low=figure.low,
        high=figure.high,
        previous=figure.previous,
        ratio=change_ratio(figure),
        approximate=figure.approximate,
        as_of=reading.as_of,
        speaker=speaker(reading),
        grows=figure.measure in lexicon.growing,
        of=_kind(figure, lexicon),
        order=_order(figure, view, lexicon),
        at_odds=_at_odds(figure, view, lexicon),
        sums=sums_of(figure, view.incidents.told.get((figure.report, figure.measure), ())),
        firm=bool(group.scope.tie) or figure.voice is not None,
        beside=frozenset(
            row.low for row in group.beside.get(figure.id, ()) if row.low is not None and row.low == row.high
        ),
    )
    return Answer(reading=msgspec.structs.replace(reading, low=figure.low, high=figure.high), value=count)


def _order(figure: Figure, view: CaseView, lexicon: ComparisonLexicon) -> int:
    """Whether the sentence tells the count as an earlier one (-1) or as having risen (1)."""
    span = figure.sentence or figure.span
    words = view.texts[figure.report][span.start : span.end].casefold()
    if any(sign in words for sign in lexicon.risen):
        return 1
    return -1 if any(sign in words for sign in lexicon.superseded) else 0


def _at_odds(figure: Figure, view: CaseView, lexicon: ComparisonLexicon) -> bool:
    """Whether the words of its sentence say that tolls are at odds."""
    span = figure.sentence or figure.span
    words = view.texts[figure.report][span.start : span.end].casefold()
    return any(sign in words for sign in lexicon.at_odds)


def _kind(figure: Figure, lexicon: ComparisonLexicon) -> str:
    """The kind counted apart that the figure's words name, people where they name people, empty for any other."""
    population = population_of(figure.subject, lexicon)
    apart = (*lexicon.counted_apart, *(lexicon.dead_apart if figure.measure is Measure.KILLED else ()))
    return population if population in (*apart, PEOPLE) else ""


def change_ratio(figure: Figure) -> float | None:
    """By how many times the quantity changed, where the figure tells a change."""
    if figure.unit == "ratio":
        return figure.low
    if figure.previous and figure.high is not None:
        return figure.high / figure.previous
    return None


def _compare(left: Answer[Count], right: Answer[Count]) -> Comparison:
    """Counts that one report lays beside each other without a word that they are at odds may be of other people."""
    told = compare_counts(left.value, right.value)
    one_report = left.reading.report == right.reading.report and not (left.value.at_odds or right.value.at_odds)
    one_report = one_report and left.value.high != 0 != right.value.high
    if told.verdict is Verdict.CONTRADICT and one_report:
        return differ(f"{told.reason.partition(' by different')[0]}: one report gives both, and not as rivals")
    return told
