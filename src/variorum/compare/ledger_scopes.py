"""In which ledger does each figure of a case stand?"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from variorum.compare.figure_accounts import size_of
from variorum.compare.figure_merges import ScopedFigures
from variorum.compare.figure_scopes import HARM, Scope, Scoper, with_spots
from variorum.compare.figure_times import MAGNITUDE, by_magnitude, by_time, several_incidents
from variorum.compare.questions import CaseView
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.model.tables import Figure
from variorum.model.terms import Measure

_LEVELS = HARM | {
    Measure.TROOPS,
    Measure.PARTICIPANTS,
    Measure.ATTACKERS,
    Measure.ATTACKED,
    Measure.DAMAGED,
    Measure.LOOTED,
}


def ledger_figures(view: CaseView, lexicon: ComparisonLexicon) -> Iterator[ScopedFigures]:
    """Every figure of the case in one group, figures that points compare together where one group can hold them.

    A figure may speak of a place as a whole, of an event, or of a city and day (see `scoped_figures`): it stands where most
    reports give a count, and of two equal ones in the narrower.
    """
    groups = list(_groups(view, lexicon))
    taken: set[str] = set()
    queue = [_entry(group, place) for place, group in enumerate(groups)]
    heapq.heapify(queue)
    while queue:
        *_, size, place = heapq.heappop(queue)
        group = groups[place]
        left = tuple(figure for figure in group.figures if figure.id not in taken)
        if left and len(left) == -size:
            taken.update(figure.id for figure in left)
            yield ScopedFigures(group.scope, left)
        elif left:
            groups[place] = ScopedFigures(group.scope, left)
            heapq.heappush(queue, _entry(groups[place], place))


_Entry = tuple[int, int, int, int]


def _entry(group: ScopedFigures, place: int) -> _Entry:
    """Most reports first, then the narrower scope, then most figures."""
    reports = len({figure.report for figure in group.figures})
    return -reports, 0 if group.scope.tie else 1, -len(group.figures), place


def _groups(view: CaseView, lexicon: ComparisonLexicon) -> Iterator[ScopedFigures]:
    scoper = Scoper(view, lexicon)
    scoped: dict[Scope, list[Figure]] = defaultdict(list)
    for figure in with_spots(map(as_level, view.tables.figures), lexicon):
        for scope in scoper.of(figure):
            scoped[scope].append(figure)
    for scope in sorted(
        scoped, key=lambda scope: (scope.measure, scope.population, scope.place, scope.tie, str(scope))
    ):
        of_event = scope.tie.startswith("event")  # told of over days, and yet one incident
        for cluster in [scoped[scope]] if of_event else by_time(scoped[scope], view, scope.measure in lexicon.local):
            for alike in _alike(scope, cluster):
                yield ScopedFigures(scope, tuple(alike))


def _alike(scope: Scope, figures: Sequence[Figure]) -> Iterable[Sequence[Figure]]:
    """The figures that can be of one thing by their size. First counts of one incident may be far below later ones, as long
    as others lie between; counts of a whole country that are ten times apart are of different things.
    """
    if not scope.harms:
        return (figures,)
    if not scope.tie:
        return by_magnitude(figures)
    if not scope.tie.startswith("event") and several_incidents(figures):
        return [
            [figure] for figure in figures
        ]  # of a city and day with several incidents, none is known to be another's
    return _without_gap(figures)


def _without_gap(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The figures parted wherever the next larger one is more than ten times as large."""
    part: list[Figure] = []
    for figure in sorted(figures, key=lambda figure: (size_of(figure), figure.id)):
        if part and size_of(figure) > MAGNITUDE * max(size_of(part[-1]), 1):
            yield part
            part = []
        part.append(figure)
    yield part


def as_level(figure: Figure) -> Figure:
    """Of a count of people or things that changed ("rose from 8 to 18") the new value, so that it stands with other counts;
    `previous` is kept out of it. Any other figure as it is.
    """
    if figure.previous is None or figure.unit == "ratio" or figure.measure not in _LEVELS:
        return figure
    now = figure.high if figure.previous == figure.low else figure.low if figure.previous == figure.high else None
    low, high = (figure.low, figure.high) if now is None else (now, now)
    return msgspec.structs.replace(figure, low=low, high=high, previous=None)
