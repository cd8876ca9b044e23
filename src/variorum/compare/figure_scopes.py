"""Which figures speak of the same: one measure and population, of one incident, one spot, or the crisis as a whole?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import msgspec

from variorum.compare.figure_accounts import is_part, read_accounts, size_of
from variorum.compare.populations import PEOPLE, population_of
from variorum.compare.questions import CaseView
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.model.edtf import Period, read_edtf
from variorum.model.tables import EventMention, Figure
from variorum.model.terms import Measure

_APART = timedelta(days=10)
_LONG = timedelta(days=45)
MAGNITUDE = 10
_SAME = 1.3
HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING, Measure.DISPLACED})
_SPOTS = frozenset({Measure.PARTICIPANTS, Measure.ATTACKERS})
_COUNTED_PEOPLE = HARM | {Measure.PARTICIPANTS}


@dataclass(frozen=True)
class Scope:
    """What two figures must share to be compared, their time apart. `tie` is what holds them together: an event, a spot
    on a day, or empty for a place as a whole.
    """

    measure: Measure
    population: str
    place: str
    unit: str
    change: bool
    tie: str = ""


@dataclass(frozen=True)
class ScopedFigures:
    """Figures of one scope that speak of one time; `beside` are by figure the counts its account gives, its own included."""

    scope: Scope
    figures: tuple[Figure, ...]
    beside: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)


def scoped_figures(view: CaseView, lexicon: ComparisonLexicon) -> Iterator[ScopedFigures]:
    """Groups of two figures or more that can be compared, in order of their scope and time.

    Counts of harm are compared where the incident is the same event, or, where they name no deed, the same city and day;
    those tied to none speak of the crisis in the country, up to the day they are told of. Counts ten times apart are taken
    to be of different things. Parts of a count ("including three children") stand beside their whole and are left out.
    """
    homes = report_countries(view)
    mentions = {mention.id: mention for mention in view.tables.event_mentions}
    scoped: dict[Scope, list[Figure]] = defaultdict(list)
    for figure in with_spots(view.tables.figures, lexicon):
        bounded = figure.low is not None or figure.high is not None
        if figure.measure is not Measure.OTHER and bounded and not is_part(figure, lexicon):
            for scope in scopes_of(figure, mentions.get(figure.event_mention or ""), view, homes, lexicon):
                scoped[scope].append(figure)
    order = sorted(scoped, key=lambda scope: (scope.measure, scope.population, scope.place, scope.tie, str(scope)))
    groups = [
        group for scope in order for group in _clusters(scope, scoped[scope], view, lexicon) if len(group.figures) > 1
    ]
    yield from _without_inner(groups)


def _without_inner(groups: Sequence[ScopedFigures]) -> list[ScopedFigures]:
    """The groups whose figures are not all in another: of two of the same figures, the first."""
    holders: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for figure in group.figures:
            holders[figure.id].add(number)
    kept = []
    for number, group in enumerate(groups):
        around = set.intersection(*(holders[figure.id] for figure in group.figures)) - {number}
        sizes = [(len(groups[other].figures), -other) for other in around]
        if all(size == len(group.figures) and -other > number for size, other in sizes):
            kept.append(group)
    return kept


def _clusters(
    scope: Scope, figures: Sequence[Figure], view: CaseView, lexicon: ComparisonLexicon
) -> Iterator[ScopedFigures]:
    of_event = scope.tie.startswith("event")
    for cluster in [list(figures)] if of_event else by_time(figures, view, scope.measure in lexicon.local):
        if scope.measure not in HARM:
            yield ScopedFigures(scope, tuple(cluster))
            continue
        for alike in by_magnitude(cluster, chained=of_event):
            if not scope.tie or of_event or not several_incidents(alike):
                accounts = read_accounts(alike, view, lexicon)
                yield ScopedFigures(scope, accounts.answers, accounts.beside)


def several_incidents(figures: Sequence[Figure]) -> bool:
    """Whether one account gives counts that cannot be the same: it speaks of several incidents of that city and day."""
    sizes: dict[tuple[str, str], list[float]] = defaultdict(list)
    for figure in figures:
        sizes[(figure.report, figure.voice_entity or figure.voice or "")].append(size_of(figure))
    return any(max(told) > _SAME * min(told) for told in sizes.values())


def scopes_of(
    figure: Figure, mention: EventMention | None, view: CaseView, homes: dict[str, str], lexicon: ComparisonLexicon
) -> Iterator[Scope]:
    """The scopes a figure may speak of: the place as a whole, the events it is tied to, its city and day; at least one."""
    whole = _scope(figure, view, homes, lexicon)
    if figure.measure not in HARM:
        yield whole
        return
    spans = view.incidents.crowded and figure.id in view.incidents.spanning
    ties = [] if spans else [*view.incidents.events_of(figure)]
    in_city = figure.place_entity is not None and figure.place_entity not in view.whole_countries
    day = read_edtf(figure.date)
    loose = not view.incidents.crowded and figure.id not in view.incidents.pointed
    if in_city and day is not None and day.first == day.last and loose:
        ties.append(f"{figure.place_entity}|{day.first}")
    at_large = not in_city and not (mention and (mention.actor_entity or mention.actor))
    if at_large and view.incidents.at_large(figure):
        yield whole if view.incidents.crowded else replace(whole, population=_at_large(whole, lexicon))
    elif not ties:
        ties = [f"alone|{figure.id}"]
    for tie in ties:
        yield _tied(whole, tie, lexicon)


def _at_large(scope: Scope, lexicon: ComparisonLexicon) -> str:
    """Whom a count of a crisis at large counts: "29 miners" and "29 people" are the same dead of one disaster, but not the
    protesters or civilians among the dead.
    """
    apart = lexicon.dead_apart if scope.measure is Measure.KILLED else ()
    return scope.population if scope.population in (*lexicon.counted_apart, *apart) else PEOPLE


def _tied(scope: Scope, tie: str, lexicon: ComparisonLexicon) -> Scope:
    """The scope bound to one event or to one city and day. There "two strikers", "two workers" and "two people" are the
    same dead, told of with other words; only populations that reports count apart as a rule stay apart.
    """
    apart = scope.population in lexicon.counted_apart or scope.measure not in _COUNTED_PEOPLE
    return replace(
        scope,
        population=scope.population if apart else PEOPLE,
        place="" if tie.startswith("event") else scope.place,
        tie=tie,
    )


def with_spots(figures: Iterable[Figure], lexicon: ComparisonLexicon) -> Iterator[Figure]:
    """The figures, those of a local measure without a place given that of the report's last one of the measure."""
    last: dict[tuple[str, Measure], Figure] = {}
    for figure in sorted(figures, key=lambda figure: (figure.report, figure.start, figure.id)):
        key = (figure.report, figure.measure)
        if figure.measure not in lexicon.local:
            yield figure
        elif figure.place_entity is not None or figure.place_name is not None:
            last[key] = figure
            yield figure
        elif key in last:
            place = last[key]
            yield msgspec.structs.replace(figure, place_entity=place.place_entity, place_name=place.place_name)
        else:
            yield figure


def report_countries(view: CaseView) -> dict[str, str]:
    """The country a report is about, by report id: the one most of the case's reports name most, where the report names it
    half as often as any other, else the one it names most itself; reports that name none take the case's.
    """
    by_report: dict[str, Counter[str]] = defaultdict(Counter)
    for place in view.tables.places:
        if place.country:
            by_report[place.report][place.country] += 1
    overall = Counter(_most(counts) for counts in by_report.values())
    case = _most(overall)
    homes = {}
    for report in view.tables.reports:
        counts = by_report[report.id]
        own = _most(counts)
        homes[report.id] = case if 2 * counts[case] >= counts[own] else own
    return homes


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda name: (-counts[name], name), default="")


def _scope(figure: Figure, view: CaseView, homes: dict[str, str], lexicon: ComparisonLexicon) -> Scope:
    population = population_of(figure.subject, lexicon)
    if figure.measure in _COUNTED_PEOPLE and figure.unit in (None, "person") and not figure.subject:
        population = PEOPLE
    change = figure.previous is not None or figure.unit == "ratio"
    unplaced = figure.measure in lexicon.local and figure.place_entity is None and figure.place_name is None
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
    if entity is None and figure.place_name and figure.measure in _SPOTS:
        return figure.place_name
    if entity and not change and not _is_country(entity, view):
        return entity
    return view.countries.get(entity or "") or homes.get(figure.report, "")


def _is_country(entity: str, view: CaseView) -> bool:
    return entity in view.whole_countries


def by_time(figures: Sequence[Figure], view: CaseView, spot: bool) -> Iterator[list[Figure]]:
    """Clusters of figures that speak of one time: those whose dates meet, and undated ones with the nearest; of a measure
    that speaks of one `spot` and moment, with those of the day they are told of.
    """
    dated, undated = [], []
    for figure in figures:
        period = read_edtf(figure.date)
        short = period is not None and not figure.cumulative and period.end - period.start <= _LONG
        if period is not None and (short or _is_past(period, _told(figure, view))):
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
        near = _nearest(figure, clusters, view, timedelta(0) if spot else _APART)
        (near if near is not None else loose).append(figure)
    yield from (members for _, _, members in clusters)
    yield from _by_publication(loose, view)


def _is_past(period: Period, told: date | None) -> bool:
    """What ended so long before it was told that it is another crisis ("in 2015 a ferry sank in the same waters")."""
    return told is not None and period.last < told - _LONG


def _told(figure: Figure, view: CaseView) -> date | None:
    period = read_edtf(figure.as_of or view.published.get(figure.report))
    return period.first if period else None


def _nearest(
    figure: Figure, clusters: Sequence[tuple[date, date, list[Figure]]], view: CaseView, apart: timedelta
) -> list[Figure] | None:
    """The cluster that ended last before the figure was told of, no longer ago than `apart`; None where there is none."""
    told = _told(figure, view)
    if told is None or figure.cumulative:
        return clusters[-1][2] if len(clusters) == 1 and told is None else None
    before = [(told - last, first, members) for first, last, members in clusters if first <= told <= last + apart]
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


def by_magnitude(figures: Sequence[Figure], chained: bool = False) -> Iterator[list[Figure]]:
    """The figures in clusters of one order of magnitude, zero with the smallest; `chained`: each of that of the one before."""
    cluster: list[Figure] = []
    measured: float = 0
    for figure in sorted(figures, key=lambda figure: (size_of(figure), figure.id)):
        if measured and size_of(figure) > MAGNITUDE * measured:
            yield cluster
            cluster, measured = [], 0
        cluster.append(figure)
        measured = size_of(figure) if chained else measured or size_of(figure)
    if cluster:
        yield cluster
