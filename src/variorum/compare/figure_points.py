"""Which figures answer one question: the same measure, of the same population, at the same place and time?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import msgspec

from variorum.compare.figure_values import Count, compare_counts, says
from variorum.compare.populations import PEOPLE, population_of
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, reading_of, speaker
from variorum.compare.verdicts import Comparison
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.model.edtf import read_edtf
from variorum.model.tables import Figure
from variorum.model.terms import Measure, PointKind

_APART = timedelta(days=10)
_LONG = timedelta(days=45)
_COUNTED_PEOPLE = frozenset(
    {Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING, Measure.DISPLACED, Measure.PARTICIPANTS}
)


@dataclass(frozen=True)
class Scope:
    """What two figures must share to be compared, their time apart."""

    measure: Measure
    population: str
    place: str
    unit: str
    change: bool


def figure_questions(view: CaseView, lexicon: ComparisonLexicon) -> Iterator[AnyQuestion]:
    """The questions that two figures or more answer, in order of their scope and time. Parts of a count ("including three
    children") are left out: they stand beside the whole.

    A figure without a place speaks of its report's country as a whole, one of a local measure
    of its report's spot alone. A figure without a date speaks of the crisis up to its report's publication.
    """
    scoped: dict[Scope, list[Figure]] = defaultdict(list)
    homes = report_countries(view)
    for figure in view.tables.figures:
        if (
            figure.measure is not Measure.OTHER
            and not figure.subset_of
            and (figure.low is not None or figure.high is not None)
        ):
            scoped[_scope(figure, view, homes, lexicon)].append(figure)
    for scope in sorted(scoped, key=str):
        for cluster in _by_time(scoped[scope], view, scope.measure in lexicon.local):
            if len(cluster) > 1:
                yield _question(scope, cluster, view, lexicon)


def _with_spots(figures: Iterable[Figure], lexicon: ComparisonLexicon) -> Iterator[Figure]:
    """The figures, those of a local measure without a place given that of the report's last one of the measure."""
    last: dict[tuple[str, Measure], Figure] = {}
    for figure in sorted(figures, key=lambda figure: (figure.report, figure.start, figure.id)):
        key = (figure.report, figure.measure)
        if figure.measure not in lexicon.local:
            yield figure
        elif figure.place_entity is not None:
            last[key] = figure
            yield figure
        elif key in last:
            place = last[key]
            yield msgspec.structs.replace(figure, place_entity=place.place_entity, place_name=place.place_name)
        else:
            yield figure


def report_countries(view: CaseView) -> dict[str, str]:
    """The country most places of a report lie in, by report id; reports without placed names take the case's."""
    by_report: dict[str, Counter[str]] = defaultdict(Counter)
    for place in view.tables.places:
        if place.country:
            by_report[place.report][place.country] += 1
    overall: Counter[str] = Counter()
    for counts in by_report.values():
        overall[_most(counts)] += 1
    default = _most(overall) if overall else ""
    return {report.id: _most(by_report[report.id]) or default for report in view.tables.reports}


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda name: (-counts[name], name), default="")


def _scope(figure: Figure, view: CaseView, homes: dict[str, str], lexicon: ComparisonLexicon) -> Scope:
    population = population_of(figure.subject, lexicon)
    if figure.measure in _COUNTED_PEOPLE and figure.unit in (None, "person") and not figure.subject:
        population = PEOPLE
    change = figure.previous is not None or figure.unit == "ratio"
    unplaced = figure.measure in lexicon.local and figure.place_entity is None
    return Scope(
        measure=figure.measure,
        population=population,
        place=figure.report if unplaced else _place(figure, change, view, homes),
        unit="" if change or figure.unit in (None, "person") else str(figure.unit),
        change=change,
    )


def _place(figure: Figure, change: bool, view: CaseView, homes: dict[str, str]) -> str:
    """The figure's city or region; its country where it names a country or no place, or tells a change."""
    entity = figure.place_entity
    if entity and not change and not _is_country(entity, view):
        return entity
    return view.countries.get(entity or "") or homes.get(figure.report, "")


def _is_country(entity: str, view: CaseView) -> bool:
    return entity in view.whole_countries


def _by_time(figures: Sequence[Figure], view: CaseView, spot: bool) -> Iterator[list[Figure]]:
    """Clusters of figures that speak of one time: those whose dates meet, and undated ones with the nearest, unless the
    measure speaks of one `spot` and moment.
    """
    dated, undated = [], []
    for figure in figures:
        period = read_edtf(figure.date)
        if period is not None and not figure.cumulative and period.end - period.start <= _LONG:
            dated.append((period.first, period.last, figure))
        else:
            undated.append(figure)
    clusters: list[tuple[date, date, list[Figure]]] = []
    for first, last, figure in sorted(dated, key=lambda item: (item[0], item[1], item[2].id)):
        if clusters and first <= clusters[-1][1]:
            start, end, members = clusters[-1]
            clusters[-1] = (start, max(end, last), [*members, figure])
        else:
            clusters.append((first, last, [figure]))
    loose: list[Figure] = []
    for figure in sorted(undated, key=lambda figure: (_told(figure, view) or date.max, figure.id)):
        near = _nearest(figure, clusters, view)
        (near if near is not None and not spot else loose).append(figure)
    yield from (members for _, _, members in clusters)
    yield from _by_publication(loose, view)


def _told(figure: Figure, view: CaseView) -> date | None:
    period = read_edtf(figure.as_of or view.published.get(figure.report))
    return period.first if period else None


def _nearest(
    figure: Figure, clusters: Sequence[tuple[date, date, list[Figure]]], view: CaseView
) -> list[Figure] | None:
    told = _told(figure, view)
    if told is None or figure.cumulative:
        return clusters[-1][2] if len(clusters) == 1 and told is None else None
    before = [(told - last, first, members) for first, last, members in clusters if first <= told <= last + _APART]
    return min(before, key=lambda item: (item[0], item[1]), default=(None, None, None))[2]


def _by_publication(figures: Iterable[Figure], view: CaseView) -> Iterator[list[Figure]]:
    cluster: list[Figure] = []
    previous: date | None = None
    for figure in figures:
        told = _told(figure, view)
        if cluster and told and previous and told - previous > _APART:
            yield cluster
            cluster = []
        cluster.append(figure)
        previous = told or previous
    if cluster:
        yield cluster


def _question(scope: Scope, figures: Sequence[Figure], view: CaseView, lexicon: ComparisonLexicon) -> AnyQuestion:
    place = view.names.get(scope.place) or view.country_names.get(scope.place)
    grows = scope.measure in lexicon.growing
    dates = sorted({figure.date for figure in figures if figure.date})
    events = {figure.event for figure in figures}
    return Question(
        kind=PointKind.FIGURE,
        topic=_topic(scope, place),
        answers=tuple(_answer(figure, view, grows) for figure in figures),
        compare=_compare,
        key=f"{scope.measure}|{scope.population}|{scope.unit}|{scope.change}",
        gravity=lexicon.gravity.get(scope.measure, 0.2),
        measure=scope.measure,
        population=scope.population,
        place=place,
        period=f"{dates[0]}/{dates[-1]}" if len(dates) > 1 else (dates[0] if dates else None),
        event=events.pop() if len(events) == 1 else None,
    )


_PHRASES = {
    Measure.PARTICIPANTS: "{who} taking part",
    Measure.TROOPS: "troops sent by {who}",
    Measure.ATTACKERS: "{who} attacking",
    Measure.PRICE: "price of {who}",
    Measure.SENTENCE: "sentence of {who}",
    Measure.VOTE: "votes for {who}",
}


def _topic(scope: Scope, place: str | None) -> str:
    words = _PHRASES.get(scope.measure, "{who} " + scope.measure.value).format(who=scope.population)
    change = "change of the " if scope.change and scope.measure is Measure.PRICE else ""
    return change + words + (f", {place}" if place else "")


def _answer(figure: Figure, view: CaseView, grows: bool) -> Answer[Count]:
    reading = reading_of(view, figure, figure.span, says(figure), figure.as_of)
    count = Count(
        low=figure.low,
        high=figure.high,
        previous=figure.previous,
        ratio=_ratio(figure),
        approximate=figure.approximate,
        as_of=reading.as_of,
        speaker=speaker(reading),
        grows=grows,
    )
    return Answer(reading=msgspec.structs.replace(reading, low=figure.low, high=figure.high), value=count)


def _ratio(figure: Figure) -> float | None:
    """By how many times the quantity changed, where the figure tells a change."""
    if figure.unit == "ratio":
        return figure.low
    if figure.previous and figure.high is not None:
        return figure.high / figure.previous
    return None


def _compare(left: Answer[Count], right: Answer[Count]) -> Comparison:
    return compare_counts(left.value, right.value)
