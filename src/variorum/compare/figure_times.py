"""Which figures of one scope speak of one time, and which are of one size?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from variorum.compare.figure_accounts import size_of
from variorum.compare.questions import CaseView
from variorum.model.edtf import Period, read_edtf
from variorum.model.tables import Figure

MAGNITUDE = 10
_APART = timedelta(days=10)
_LONG = timedelta(days=45)
_SAME = 1.3
_NIGHT = timedelta(days=1)
"""What happened at night is told under either of two days."""


def of_one_time(figures: Sequence[Figure], view: CaseView) -> Iterator[list[Figure]]:
    """Figures of one event in clusters of its day. A report that dates two counts differently speaks of two incidents, and
    what was told before a day, or lies further off than a night, is not of it: of such figures those stay together that
    lie around the day most reports give.
    """
    days = {figure.id: period.first for figure in figures if (period := _day(figure)) is not None}
    reports: dict[date, set[str]] = defaultdict(set)
    for figure in figures:
        if figure.id in days:
            reports[days[figure.id]].add(figure.report)
    if not reports:
        yield list(figures)
        return
    main = min(reports, key=lambda day: (-len(reports[day]), day))
    told_before = {f.report for f in figures if f.id not in days and (day := _told(f, view)) is not None and day < main}
    if not view.incidents.crowded and len(told_before) > len(reports[main]):
        yield list(figures)  # most tell of it before that day, on which it was only told of
        return
    on_it = {figure.report for figure in figures if days.get(figure.id) == main}
    kept: list[Figure] = []
    left: list[Figure] = []
    for figure in figures:
        day, told = days.get(figure.id), _told(figure, view)
        elsewhere = day is not None and day != main and (figure.report in on_it or abs(day - main) > _NIGHT)
        before = day is None and told is not None and told < main
        (left if elsewhere or before else kept).append(figure)
    yield kept
    if left:
        yield left


def _day(figure: Figure) -> Period | None:
    """The day the figure's deed is told under, where it is one and the figure no running count."""
    period = read_edtf(figure.date)
    return period if period is not None and period.first == period.last and not figure.cumulative else None


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
    apart = list(_by_publication(loose, view))
    for first, _, members in clusters:
        before = [part for part in apart if _goes_on(part, first, view)]
        if spot or view.incidents.crowded or not before:
            yield members
        else:
            before[-1].extend(members)
    yield from apart


def _goes_on(figures: Sequence[Figure], day: date, view: CaseView) -> bool:
    """Whether counts that name no day were told in the days before: one of a crisis that goes on is told under a day, too."""
    told = [when for figure in figures if (when := _told(figure, view)) is not None]
    return bool(told) and min(told) <= day <= max(told) + _APART


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
    """The figures in clusters of one order of magnitude, counted from the largest, the smallest cluster first, zero with the
    smallest; `chained`: each of that of the one before.
    """
    clusters: list[list[Figure]] = []
    top: float = 0
    for figure in sorted(figures, key=lambda figure: (-size_of(figure), figure.id)):
        size = size_of(figure)
        if not clusters or (size and size * MAGNITUDE < top):
            clusters.append([])
            top = size
        clusters[-1].append(figure)
        top = size if chained else top
    yield from (sorted(cluster, key=lambda figure: (size_of(figure), figure.id)) for cluster in reversed(clusters))


def several_incidents(figures: Sequence[Figure]) -> bool:
    """Whether one account gives counts that cannot be the same: it speaks of several incidents of that city and day."""
    sizes: dict[tuple[str, str], list[float]] = defaultdict(list)
    for figure in figures:
        sizes[(figure.report, figure.voice_entity or figure.voice or "")].append(size_of(figure))
    return any(max(told) > _SAME * min(told) for told in sizes.values())
