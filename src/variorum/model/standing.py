"""Which decisions stand, what do they ask of resolution, and which rows are theirs now?"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from variorum.model.constrained import Bond
from variorum.model.decisions import Anchor, Decision, NamedRow
from variorum.model.tables import Derivation
from variorum.model.terms import DecisionKind, DecisionStatus, DerivationKind

TOGETHER = frozenset({"entities", "mentions", "places"})
"""Tables whose rows are one kind of thing: an entity, or what may be one."""
EVENTS = frozenset({"events", "event_mentions"})
REPORTS = frozenset({"reports"})
FAMILIES = (TOGETHER, EVENTS, REPORTS)
"""Only rows of one family can be the same, or different."""


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions in order of their numbers, each in force but those withdrawn; a withdrawal can be withdrawn too."""
    ordered = sorted(decisions, key=lambda row: row.number)
    withdrawn: dict[str, str] = {}
    for row in reversed(ordered):
        if row.kind is DecisionKind.WITHDRAW and row.withdraws and row.id not in withdrawn:
            withdrawn.setdefault(row.withdraws, row.id)
    return tuple(_begun(row, withdrawn.get(row.id)) for row in ordered)


def _begun(row: Decision, by: str | None) -> Decision:
    status = DecisionStatus.WITHDRAWN if by else DecisionStatus.IN_FORCE
    return replace(row, status=status, by=by, now=(), outcome="")


def in_force(decisions: Iterable[Decision], *kinds: DecisionKind) -> list[Decision]:
    """The decisions of these kinds that are in force, in their order."""
    return [row for row in decisions if row.kind in kinds and row.status is DecisionStatus.IN_FORCE]


def bonds(decisions: Iterable[Decision], family: Collection[str]) -> list[Bond]:
    """What decisions on rows of the family ask of grouping, newest first: to be the same, different, or to stay together."""
    asked = []
    for row in in_force(decisions, DecisionKind.SAME, DecisionKind.DIFFERENT, DecisionKind.CONFIRM):
        named = [one for one in row.rows if one.table in family]
        if not named:
            continue
        if row.kind is not DecisionKind.CONFIRM:
            sides = tuple(tuple(anchor.id for anchor in one.anchors) for one in named)
            asked.append(Bond(decision=row.id, together=row.kind is DecisionKind.SAME, sides=sides))
            continue
        members = tuple((anchor.id,) for one in named for anchor in one.anchors)
        asked.append(Bond(decision=row.id, together=True, sides=members, loose=True))
    return asked[::-1]


def overrule(decisions: Iterable[Decision], overruled: Mapping[str, str]) -> tuple[Decision, ...]:
    """The decisions, those named in `overruled` marked as overruled by the ones it names."""
    return tuple(
        replace(row, status=DecisionStatus.OVERRULED, by=overruled[row.id]) if row.id in overruled else row
        for row in decisions
    )


def told(decision: Decision, what: str) -> str:
    """A sentence for readers on what the decision does: "one, as Ana Teles decided on 2023-03-09: same office"."""
    because = f": {decision.reason}" if decision.reason else ""
    return f"{what}, as {decision.reviewer} decided on {decision.made[:10]}{because}"


def decisions_on(decisions: Iterable[Decision], row_id: str) -> tuple[Decision, ...]:
    """The decisions that name the row of this id or are about it today, and those on these decisions, in their order."""
    found: dict[str, Decision] = {}
    for row in sorted(decisions, key=lambda row: row.number):
        about = {row_id, *found}
        if row_id in row.now or row.withdraws in about or any(named.row in about for named in row.rows):
            found[row.id] = row
    return tuple(found.values())


class Held:
    """Finds the rows that are now made of the findings a decision holds to."""

    def __init__(self, members: Mapping[str, Sequence[str]]) -> None:
        """Takes the members (ids of findings) of every row of one table."""
        self._sizes = {row: len(found) for row, found in members.items()}
        self._rows: dict[str, list[str]] = defaultdict(list)
        for row in sorted(members):
            for member in members[row]:
                self._rows[member].append(row)

    def row(self, named: NamedRow, least: int = 1) -> str | None:
        """The row that most of the anchors are in, of equals the one of fewest members; None where fewer than `least` are."""
        counts = Counter(row for anchor in named.anchors for row in self._rows.get(anchor.id, ()))
        if not counts:
            return None
        best = min(counts, key=lambda row: (-counts[row], self._sizes[row], row))
        return best if counts[best] >= least else None


def found_again(
    anchors: Sequence[Anchor], ids: Collection[str], at: Mapping[tuple[str, str, int, int], Sequence[str]]
) -> tuple[Anchor, ...]:
    """The anchors with their ids of today: where one is gone and one finding of its table has its range, that one's."""
    return tuple(_again(anchor, ids, at) for anchor in anchors)


def _again(anchor: Anchor, ids: Collection[str], at: Mapping[tuple[str, str, int, int], Sequence[str]]) -> Anchor:
    if anchor.id in ids or anchor.report is None or anchor.start is None or anchor.end is None:
        return anchor
    there = at.get((anchor.table, anchor.report, anchor.start, anchor.end), ())
    return replace(anchor, id=there[0]) if len(there) == 1 else anchor


class Kinships:
    """Finds the derivation a decision named: its id follows from the reports, but names and days may have changed it."""

    def __init__(self, rows: Sequence[Derivation]) -> None:
        self._ids = {row.id: row for row in rows}
        self._rows: dict[tuple[frozenset[str], bool], list[Derivation]] = defaultdict(list)
        for row in rows:
            self._rows[_pair(row)].append(row)

    def now(self, named: NamedRow) -> Derivation | None:
        """The derivation named as it is today: of the same reports, and of the same origin where there are several."""
        if named.table != "derivations":
            return None
        if named.row in self._ids:
            return self._ids[named.row]
        was = msgspec.json.decode(named.was, type=Derivation)
        there = self._rows.get(_pair(was), [])
        alike = [row for row in there if row.origin == was.origin] or there
        return alike[0] if len(alike) == 1 else None


def _pair(row: Derivation) -> tuple[frozenset[str], bool]:
    ends = {row.report, row.other or f"outside {row.origin}"}
    return frozenset(ends), row.kind is DerivationKind.COMMON_SOURCE
