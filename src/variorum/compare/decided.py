"""What do a reviewer's decisions change in the comparison, what became of each of them, and what should be told of it?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from variorum.model.constrained import constrain
from variorum.model.decisions import Decision, NamedRow
from variorum.model.groups import Groups
from variorum.model.ids import content_id
from variorum.model.standing import REPORTS, Held, Kinships, bonds, in_force
from variorum.model.tables import Issue, Mention, PlaceMention, Point, Tables
from variorum.model.terms import DecisionKind, DecisionStatus, Severity

_FINDINGS = ("dates", "places", "mentions", "claims", "figures", "event_mentions", "roles", "sections")
_LEAST = 2
"""Readings a point must share with the one named to be that point: fewer make it another question."""


def parted_origins(folded: Groups, reports: Iterable[str], decisions: Sequence[Decision]) -> dict[str, str]:
    """What stands for the origin of each report whose folding the decisions change: reports held to be independent part.

    A report that hangs together with both goes with the one it was decided to be the same as, else with the larger part.
    """
    asked = [bond for bond in bonds(decisions, REPORTS) if not bond.loose]
    if all(bond.together for bond in asked):
        return {}
    named: dict[str, set[str]] = {}
    for bond in asked:
        for report, *_ in bond.sides:
            if bond.together:
                named.setdefault(report, set()).add(bond.decision)
    groups = folded.groups(sorted({*reports, *(side[0] for bond in asked for side in bond.sides)}))
    parted = constrain(list(groups.values()), asked, lambda report: named.get(report, ()))
    return {member: min(part.members) for part in parted.parts if part.decisions for member in part.members}


def compare_decisions(tables: Tables) -> Tables:
    """The tables without the points rejected, and with every decision as it turned out: where its rows are now, and what
    overruled it. What a reviewer should know of that becomes an issue. Without decisions the tables are as they were.
    """
    if not tables.decisions:
        return tables
    rows = Rows(tables)
    gone = {
        point: row.id
        for row in in_force(tables.decisions, DecisionKind.REJECT)
        for named in row.rows
        if named.table == "points" and (point := rows.now(named)) is not None
    }
    settled = tuple(_settled(row, rows, gone) for row in tables.decisions)
    by_id = {row.id: row for row in settled}
    told = tuple(replace(row, outcome=_outcome(row, by_id)) for row in settled)
    return replace(
        tables,
        points=tuple(point for point in tables.points if point.id not in gone),
        decisions=told,
        issues=(*tables.issues, *_doubts(told), *_outgrown(told, rows)),
    )


class Rows:
    """Finds the rows of today that a decision is about."""

    def __init__(self, tables: Tables) -> None:
        self._ids = {row.id for name in (*_FINDINGS, "reports", "issues") for row in getattr(tables, name)}
        findings: dict[str, list[str]] = defaultdict(list)
        named: tuple[Mention | PlaceMention, ...] = (*tables.mentions, *tables.places)
        for finding in named:
            if finding.entity:
                findings[finding.entity].append(finding.id)
        self._held = {"entities": Held(findings), "events": Held({row.id: row.mentions for row in tables.events})}
        self.points: Mapping[str, Point] = {row.id: row for row in tables.points}
        told: dict[tuple[str, str | None], dict[str, list[str]]] = defaultdict(dict)
        for point in tables.points:
            told[_sort(point)][point.id] = [reading.row for reading in point.readings if reading.row]
        self._readings = {sort: Held(readings) for sort, readings in told.items()}
        self._derivations = Kinships(tables.derivations)

    def now(self, named: NamedRow) -> str | None:
        """The id of the row named as it is today; None where there is none."""
        if named.table in self._held:
            return self._held[named.table].row(named)
        if named.table == "points":
            return self._point(named)
        if named.table == "derivations":
            kinship = self._derivations.now(named)
            return kinship.id if kinship else None
        ids = [anchor.id for anchor in named.anchors] or [named.row]
        return ids[0] if ids[0] in self._ids else None

    def _point(self, named: NamedRow) -> str | None:
        if named.row in self.points:
            return named.row
        readings = self._readings.get(_sort(msgspec.json.decode(named.was, type=Point)))
        return readings.row(named, _LEAST) if readings else None


def _sort(point: Point) -> tuple[str, str | None]:
    return point.kind.value, point.measure.value if point.measure else None


def _settled(row: Decision, rows: Rows, gone: Mapping[str, str]) -> Decision:
    if row.status is DecisionStatus.WITHDRAWN or row.kind is DecisionKind.WITHDRAW:
        return row
    found = tuple(dict.fromkeys(today for named in row.rows if (today := rows.now(named)) is not None))
    now = tuple(name for name in found if name not in gone)
    by = next((gone[name] for name in found if name in gone and gone[name] != row.id), None)
    if row.status is DecisionStatus.IN_FORCE and row.kind is DecisionKind.CONFIRM and by:
        return replace(row, now=now, status=DecisionStatus.OVERRULED, by=by)
    known = found or (row.kind is DecisionKind.REJECT and all(named.table != "points" for named in row.rows))
    if row.status is DecisionStatus.IN_FORCE and not known:
        return replace(row, status=DecisionStatus.WITHOUT_ROWS)
    return replace(row, now=now)


_EFFECTS = {
    DecisionKind.SAME: "held to be one",
    DecisionKind.DIFFERENT: "kept apart",
    DecisionKind.REJECT: "left out of the record; its words are kept with the decision",
    DecisionKind.CONFIRM: "confirmed",
    DecisionKind.NOTE: "noted",
    DecisionKind.WITHDRAW: "takes an earlier decision back",
}


def _outcome(row: Decision, by_id: Mapping[str, Decision]) -> str:
    by = by_id.get(row.by or "")
    who = f"decision {by.number} of {by.reviewer}, {by.made[:10]}" if by else "another decision"
    if row.status is DecisionStatus.WITHDRAWN:
        return f"withdrawn by {who}"
    if row.status is DecisionStatus.OVERRULED:
        return f"overruled, in full or in part, by {who}"
    if row.status is DecisionStatus.WITHOUT_ROWS:
        return "kept, but nothing it is about is in the record now"
    return _EFFECTS[row.kind]


def _doubts(decisions: Sequence[Decision]) -> Iterator[Issue]:
    for row in decisions:
        if row.status is DecisionStatus.OVERRULED:
            yield Issue(
                id=content_id("issue", "decisions", "decision-overruled", row.id, row.by),
                severity=Severity.WARNING,
                stage="decisions",
                code="decision-overruled",
                detail=f"Decision {row.number} ({_said(row)}) does not hold: {row.outcome}.",
            )
        elif row.status is DecisionStatus.WITHOUT_ROWS:
            yield Issue(
                id=content_id("issue", "decisions", "decision-without-rows", row.id),
                severity=Severity.WARNING,
                stage="decisions",
                code="decision-without-rows",
                detail=f"Decision {row.number} ({_said(row)}) is {row.outcome}.",
            )


def _outgrown(decisions: Sequence[Decision], rows: Rows) -> Iterator[Issue]:
    """Rejected points that have readings now which no one had seen when they were rejected."""
    for row in in_force(decisions, DecisionKind.REJECT):
        for named in row.rows:
            point = rows.points.get((rows.now(named) if named.table == "points" else None) or "")
            then = {anchor.id for anchor in named.anchors}
            new = [reading for reading in point.readings if reading.row not in then] if point else []
            if new:
                yield Issue(
                    id=content_id("issue", "decisions", "decision-outgrown", row.id, named.row),
                    severity=Severity.NOTE,
                    stage="decisions",
                    report=new[0].report,
                    start=new[0].start,
                    end=new[0].end,
                    code="decision-outgrown",
                    detail=f"Decision {row.number} ({_said(row)}) rejects a point that has {_more(len(new))} now.",
                )


def _more(readings: int) -> str:
    return "one more reading" if readings == 1 else f"{readings} more readings"


def _said(row: Decision) -> str:
    """The decision in short: "same, by Ana Teles on 2023-03-09: the office; the holder"."""
    words = "; ".join(named.words for named in row.rows)
    return f"{row.kind}, by {row.reviewer} on {row.made[:10]}" + (f": {words}" if words else "")
