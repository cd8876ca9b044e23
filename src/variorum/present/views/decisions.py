"""What did reviewers decide, and what became of it?"""

from collections import defaultdict
from collections.abc import Mapping

from variorum.model.base import Record
from variorum.model.decisions import Decision, NamedRow
from variorum.model.terms import DecisionKind, DecisionStatus
from variorum.present.views.field_words import TABLES
from variorum.present.views.index import Index
from variorum.present.views.phrases import date_words
from variorum.present.views.visible import on_line
from variorum.present.views.words import DECISION_STATUS, DECISIONS


class DecidedRow(Record, frozen=True, kw_only=True):
    """A row that a decision named: what it is, in a few words, and the way to it."""

    kind: str
    words: str
    href: str


class DecisionView(Record, frozen=True, kw_only=True):
    """A decision; `what` tells it in a word or two, `can_undo` whether it can still be taken back."""

    id: str
    href: str
    number: int
    kind: DecisionKind
    what: str
    status: str
    in_force: bool
    made: str
    reviewer: str
    reason: str
    rows: tuple[DecidedRow, ...]
    outcome: str
    withdraws: str
    can_undo: bool


def read_decisions(index: Index) -> tuple[DecisionView, ...]:
    """All decisions, the newest first."""
    numbers = {row.id: row.number for row in index.tables.decisions}
    ordered = sorted(index.tables.decisions, key=lambda row: -row.number)
    return tuple(_decision(row, numbers, index) for row in ordered)


def decided_on(index: Index) -> Mapping[str, tuple[DecisionView, ...]]:
    """The decisions in force on each row, by the row's id, oldest first."""
    found: dict[str, dict[str, DecisionView]] = defaultdict(dict)
    for view, row in zip(
        reversed(read_decisions(index)), sorted(index.tables.decisions, key=lambda row: row.number), strict=True
    ):
        if view.in_force and row.kind is not DecisionKind.WITHDRAW:
            for name in (*row.now, *(named.row for named in row.rows)):
                found[name][view.id] = view
    return {name: tuple(views.values()) for name, views in found.items()}


def _decision(row: Decision, numbers: Mapping[str, int], index: Index) -> DecisionView:
    return DecisionView(
        id=row.id,
        href=index.way(row.id),
        number=row.number,
        kind=row.kind,
        what=DECISIONS[row.kind],
        status=DECISION_STATUS[row.status],
        in_force=row.status is DecisionStatus.IN_FORCE,
        made=f"{date_words(row.made[:10])}, {row.made[11:16]} UTC",
        reviewer=on_line(row.reviewer),
        reason=on_line(row.reason),
        rows=tuple(_named(named, index) for named in row.rows),
        outcome=on_line(row.outcome),
        withdraws=f"decision {numbers[row.withdraws]}"
        if row.withdraws is not None and row.withdraws in numbers
        else "",
        can_undo=row.status is not DecisionStatus.WITHDRAWN,
    )


def _named(named: NamedRow, index: Index) -> DecidedRow:
    kind = TABLES.get(named.table, named.table)
    # ids of place mentions begin as the anchors of places do, and other findings have no page but that of their row
    own = named.table in ("reports", "entities", "events", "points", "derivations", "decisions")
    href = index.way(named.row if own else f"row-{named.row}")
    return DecidedRow(kind=kind, words=on_line(named.words) or named.row, href=href)
