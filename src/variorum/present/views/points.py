"""How do all points stand beside each other: by kind, and in a grid of questions and accounts?"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from variorum.model.base import Record
from variorum.model.tables import Point
from variorum.model.terms import PointKind, Verdict
from variorum.present.views.index import Index, Witness
from variorum.present.views.point_cards import PointView, ReadingView, read_point
from variorum.present.views.visible import on_line
from variorum.present.views.words import KINDS

_SHARPEST = 5
WIDEST_GRID = 12
"""So many accounts fit beside each other; where there are more, each point shows its own."""

_BESIDE = 8


class PointGroup(Record, frozen=True, kw_only=True):
    """The points of one kind."""

    kind: PointKind
    title: str
    points: tuple[PointView, ...]


class Grid(Record, frozen=True, kw_only=True):
    """One row a point, one column an account; `cells` of a row stand in the order of `witnesses`, empty where silent."""

    witnesses: tuple[Witness, ...]
    rows: tuple[tuple[PointView, tuple[tuple[ReadingView, ...], ...]], ...]


class PointsView(Record, frozen=True, kw_only=True):
    """All points: grouped by kind, the sharpest contradictions, and the grid (None where the accounts are too many)."""

    groups: tuple[PointGroup, ...]
    sharpest: tuple[PointView, ...]
    grid: Grid | None
    counts: tuple[tuple[Verdict, int], ...]


def read_points(index: Index) -> PointsView:
    """The points in the order of their weight, the weightiest first; the kinds in the order of their weightiest point."""
    views = tuple(read_point(point, index) for point in index.tables.points)
    kinds = dict.fromkeys(point.kind for point in index.tables.points)
    pairs = tuple(zip(index.tables.points, views, strict=True))
    groups = tuple(
        PointGroup(kind=kind, title=KINDS[kind], points=tuple(view for point, view in pairs if point.kind is kind))
        for kind in kinds
    )
    witnesses = speaking(views)
    verdicts = [point.verdict for point in index.tables.points]
    return PointsView(
        groups=groups,
        sharpest=read_sharpest(index),
        grid=read_grid(views, witnesses) if 0 < len(witnesses) <= WIDEST_GRID else None,
        counts=tuple((verdict, verdicts.count(verdict)) for verdict in Verdict),
    )


def read_sharpest(index: Index) -> tuple[PointView, ...]:
    """The weightiest contradictions, five at most; of those that ask the same, the first."""
    asked: dict[str, Point] = {}
    for point in index.tables.points:
        if point.verdict is Verdict.CONTRADICT:
            asked.setdefault(on_line(point.topic).casefold(), point)
    return tuple(read_point(point, index) for point in list(asked.values())[:_SHARPEST])


def speaking(views: Iterable[PointView]) -> tuple[Witness, ...]:
    """The accounts that speak to any of the points, in the order of their sigla."""
    found = dict.fromkeys(column.witness for view in views for column in view.columns)
    return tuple(sorted(found, key=lambda witness: witness.place))


class Beside(Record, frozen=True, kw_only=True):
    """Which accounts stand beside each other: this many-th of so many sets; `chosen` where the reader named them."""

    witnesses: tuple[Witness, ...]
    number: int
    sets: int
    chosen: bool


def read_beside(
    views: Sequence[PointView], witnesses: Sequence[Witness], wanted: Collection[str], number: int
) -> Beside:
    """The accounts for the columns of a table of these points: those wanted, by the ids of their reports, as many as fit.

    Else all where they fit; else the `number`-th eight, those that speak to most of the points first. Always in the order
    of their sigla.
    """
    chosen = tuple(witness for witness in witnesses if witness.anchor in wanted)[:WIDEST_GRID]
    if chosen or len(witnesses) <= WIDEST_GRID:
        return Beside(witnesses=chosen or tuple(witnesses), number=1, sets=1, chosen=bool(chosen))
    spoken = Counter(column.witness for view in views for column in view.columns)
    ranked = sorted(witnesses, key=lambda witness: (-spoken[witness], witness.place))
    sets = -(-len(ranked) // _BESIDE)
    number = min(max(number, 1), sets)
    shown = ranked[(number - 1) * _BESIDE : number * _BESIDE]
    in_order = tuple(sorted(shown, key=lambda witness: witness.place))
    return Beside(witnesses=in_order, number=number, sets=sets, chosen=False)


def read_grid(views: Iterable[PointView], witnesses: tuple[Witness, ...]) -> Grid:
    """The points as rows, in the order given, with these accounts as columns."""
    rows = []
    for view in views:
        said = {column.witness: column.readings for column in view.columns}
        rows.append((view, tuple(said.get(witness, ()) for witness in witnesses)))
    return Grid(witnesses=witnesses, rows=tuple(rows))
