"""How does a reviewer's wish become a decision on a case, and take effect at once?"""

from collections.abc import Iterable, Sequence
from typing import Any
from unicodedata import category

import msgspec

from variorum.errors import CannotDecide, ReviewerMissing
from variorum.model.base import Record
from variorum.model.decisions import Decision, NamedRow
from variorum.model.ids import content_id
from variorum.model.standing import FAMILIES, REPORTS
from variorum.model.tables import Entity, Event, Tables
from variorum.model.terms import DecisionKind, DecisionStatus
from variorum.pipeline.changes import Change, find_changes
from variorum.pipeline.naming import MOST_ANCHORS, Naming
from variorum.pipeline.options import BuildOptions
from variorum.pipeline.runner import rebuild_case


class Wish(Record, frozen=True, kw_only=True):
    """What a reviewer wants: `rows` are ids or the starts of ids, `made` is a time in UTC (ISO 8601)."""

    kind: DecisionKind
    rows: tuple[str, ...]
    reviewer: str
    reason: str = ""
    made: str


class Decided(Record, frozen=True, kw_only=True):
    """A decision as it took effect, what it changed in the record, and the case as it is now."""

    decision: Decision
    changes: tuple[Change, ...]
    tables: Tables


def decide_case(case: str, wish: Wish, options: BuildOptions) -> Decided:
    """Adds the decision to the case and makes the case anew with it; both or, where anything fails, neither.

    Raises ReviewerMissing, CannotDecide, NoSuchRow, AmbiguousRow, and what `rebuild_case` raises.
    """
    made: list[Decision] = []

    def decide(tables: Tables) -> Sequence[Decision]:
        made.append(new_decision(tables, wish))
        return made

    rebuilt = rebuild_case(case, options, decide)
    decision = next(row for row in rebuilt.after.decisions if row.id == made[0].id)
    return Decided(decision=decision, changes=find_changes(rebuilt.before, rebuilt.after), tables=rebuilt.after)


def new_decision(tables: Tables, wish: Wish) -> Decision:
    """The decision that the wish makes on the case, the next of its log."""
    if not _words(wish.reviewer).strip():
        raise ReviewerMissing
    naming = Naming(tables)
    found = {row.id: (table, row) for table, row in map(naming.find, wish.rows)}
    _check(wish, tuple(found.values()), naming)
    withdraws, rows = None, tuple(naming.named(table, row) for table, row in found.values())
    if wish.kind is DecisionKind.WITHDRAW:
        withdraws, rows = next(iter(found)), ()
    elif wish.kind is DecisionKind.DIFFERENT:
        rows = _sides(rows, tuple(row for _, row in found.values()), naming)
    if wish.kind is not DecisionKind.REJECT:
        rows = tuple(msgspec.structs.replace(row, anchors=row.anchors[:MOST_ANCHORS]) for row in rows)
    number = max((row.number for row in tables.decisions), default=0) + 1
    who, why = " ".join(_words(wish.reviewer).split()), _words(wish.reason).strip()
    return Decision(
        id=content_id("decision", number, wish.kind, who, why, wish.made, withdraws, *(row.row for row in rows)),
        number=number,
        kind=wish.kind,
        rows=rows,
        reviewer=who,
        reason=why,
        made=wish.made,
        withdraws=withdraws,
    )


def _words(text: str) -> str:
    """The text without control characters and halves of characters, which no database keeps."""
    return "".join(one for one in text if one in "\n\t" or category(one) not in ("Cc", "Cs"))


_REJECTABLE = frozenset(
    {
        *("dates", "places", "mentions", "claims", "figures", "event_mentions", "roles"),
        *("entities", "events", "derivations", "points"),
    }
)
Found = tuple[tuple[str, Any], ...]


def _check(wish: Wish, found: Found, naming: Naming) -> None:
    """Raises CannotDecide where the rows are not of the kind, or not as many, as such a decision needs."""
    kind = wish.kind
    if kind in (DecisionKind.SAME, DecisionKind.DIFFERENT):
        return _check_pair(kind, found, naming)
    if not found:
        raise CannotDecide(f"{kind} needs a row")
    if kind is DecisionKind.WITHDRAW:
        return _check_withdrawal(found)
    for table, row in found:
        if table == "decisions" and kind is not DecisionKind.NOTE:
            raise CannotDecide(f"{row.id} is a decision; it can be withdrawn")
        if kind is DecisionKind.REJECT and table not in _REJECTABLE:
            raise CannotDecide(f"{row.id} stands in {table}, of which nothing can be rejected")
    if kind is DecisionKind.NOTE and not _words(wish.reason).strip():
        raise CannotDecide("a note needs words")
    return None


def _check_withdrawal(found: Found) -> None:
    if len(found) != 1 or found[0][0] != "decisions":
        raise CannotDecide("only a decision can be withdrawn, one at a time; `variorum decide CASE list` shows them")
    if found[0][1].status is DecisionStatus.WITHDRAWN:
        raise CannotDecide(f"{found[0][1].id} is withdrawn already")


def _check_pair(kind: DecisionKind, found: Found, naming: Naming) -> None:
    tables = {table for table, _ in found}
    if len(found) < 2:
        raise CannotDecide(f"{kind} needs two rows that are not one and the same")
    if not any(tables <= family for family in FAMILIES):
        raise CannotDecide(
            f"{kind} is about entities or their mentions, about events or their tellings, or about reports, and about "
            f"one of these alone; these rows stand in {' and '.join(sorted(tables))}"
        )
    if tables <= REPORTS:
        return
    owners = [naming.owner(row) for _, row in found]
    if kind is DecisionKind.SAME and owners[0] is not None and len(set(owners)) == 1:
        raise CannotDecide("these are one already; to hold them together whatever comes, confirm it")


def _sides(named: tuple[NamedRow, ...], rows: Iterable[Any], naming: Naming) -> tuple[NamedRow, ...]:
    """The rows to be kept apart, an entity or event without those of its findings that go with a mention named beside it.

    Raises CannotDecide where nothing is left of a row.
    """
    listed = list(rows)
    whole = {row.id for row in listed if isinstance(row, Entity | Event)}
    sides = []
    taken: dict[str, frozenset[str]] = {
        row.id: naming.companions(row) for row in listed if row.id not in whole and naming.owner(row) in whole
    }
    for side, row in zip(named, listed, strict=True):
        if row.id in whole:
            gone = frozenset(name for names in taken.values() for name in names)
            anchors = tuple(anchor for anchor in side.anchors if anchor.id not in gone)
        else:
            anchors = naming.anchors_of(taken.get(row.id, frozenset({row.id})), side)
        if not anchors:
            raise CannotDecide(f"{side.row} is made of nothing else, so nothing can be taken out of it")
        sides.append(msgspec.structs.replace(side, anchors=anchors))
    return tuple(sides)
