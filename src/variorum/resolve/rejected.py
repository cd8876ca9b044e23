"""Which findings has a reviewer rejected? They are left out before anything is resolved; the decision keeps their words."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from typing import Any

from msgspec.structs import replace

from variorum.model.decisions import Decision
from variorum.model.standing import found_again, in_force, overrule, standing
from variorum.model.tables import EventMention, Figure, Mention, Role, Tables
from variorum.model.terms import DecisionKind, DecisionStatus, Realis

FOUND = ("dates", "places", "mentions", "claims", "figures", "event_mentions", "roles")


def resolve_rejections(tables: Tables) -> Tables:
    """The tables without the findings rejected, and with every decision as it stands before resolution.

    A rejected event or entity is rejected in every finding it had then. What referred to a rejected finding loses what it
    took from it: a figure its voice with the claim, its day with the date. Without decisions the tables are as they were.
    """
    if not tables.decisions:
        return tables
    ids = {row.id for name in (*FOUND, "sections", "reports") for row in getattr(tables, name)}
    decisions = tuple(_with_rows(row, ids) for row in _anchored(standing(tables.decisions), tables, ids))
    decisions = overrule(decisions, _confirmed_since(decisions))
    gone = rejected_findings(decisions)
    decisions = overrule(decisions, _rejected_since(decisions, gone))
    kept = {name: _kept(name, tables, gone) for name in FOUND} if gone else {}
    return replace(tables, decisions=decisions, **kept)


def rejected_findings(decisions: Collection[Decision]) -> Mapping[str, str]:
    """The ids of the findings rejected, with the decision (the newest) that does."""
    rejected: dict[str, str] = {}
    for row in in_force(decisions, DecisionKind.REJECT):
        for named in row.rows:
            if named.table in _REJECTED_BY_FINDING:
                rejected.update((anchor.id, row.id) for anchor in named.anchors)
    return rejected


_REJECTED_BY_FINDING = frozenset({*FOUND, "entities", "events"})


_ANCHORED = frozenset({*_REJECTED_BY_FINDING, "sections", "reports"})


def _with_rows(decision: Decision, ids: Collection[str]) -> Decision:
    """The decision, marked where too few of the rows it names, if these stand on findings, are in any report any more."""
    if decision.status is not DecisionStatus.IN_FORCE or not decision.rows:
        return decision
    if any(named.table not in _ANCHORED for named in decision.rows):
        return decision
    there = sum(any(anchor.id in ids for anchor in named.anchors) for named in decision.rows)
    enough = 2 if decision.kind in (DecisionKind.SAME, DecisionKind.DIFFERENT) else 1
    return decision if there >= enough else replace(decision, status=DecisionStatus.WITHOUT_ROWS)


def _rejected_since(decisions: Collection[Decision], gone: Mapping[str, str]) -> dict[str, str]:
    """Decisions that too few rows are left to once findings are rejected, with the rejection; a note needs none."""
    found = {}
    for row in in_force(decisions, DecisionKind.SAME, DecisionKind.DIFFERENT, DecisionKind.CONFIRM):
        lost = [
            gone[named.anchors[0].id]
            for named in row.rows
            if named.anchors and all(anchor.id in gone for anchor in named.anchors)
        ]
        enough = 1 if row.kind is DecisionKind.CONFIRM else 2
        if lost and len(row.rows) - len(lost) < enough:
            found[row.id] = max(lost)
    return found


def _anchored(decisions: tuple[Decision, ...], tables: Tables, ids: Collection[str]) -> tuple[Decision, ...]:
    """The decisions with their anchors under the ids these findings have today."""
    wanted = {
        (anchor.table, anchor.report)
        for decision in decisions
        for named in decision.rows
        for anchor in named.anchors
        if anchor.start is not None and anchor.id not in ids
    }
    at: dict[tuple[str, str, int, int], list[str]] = defaultdict(list)
    for name in sorted({table for table, _ in wanted if table in (*FOUND, "sections")}):
        for row in getattr(tables, name):
            if (name, row.report) in wanted:
                at[name, row.report, row.start, row.end].append(row.id)
    if not at:
        return decisions
    return tuple(
        replace(
            decision,
            rows=tuple(replace(named, anchors=found_again(named.anchors, ids, at)) for named in decision.rows),
        )
        for decision in decisions
    )


def _confirmed_since(decisions: Collection[Decision]) -> dict[str, str]:
    """Rejections of rows that were confirmed later on, with the confirmation."""
    confirmed = {
        (named.table, named.row): row for row in in_force(decisions, DecisionKind.CONFIRM) for named in row.rows
    }
    return {
        row.id: newer.id
        for row in in_force(decisions, DecisionKind.REJECT)
        for named in row.rows
        if (newer := confirmed.get((named.table, named.row))) is not None and newer.number > row.number
    }


def _kept(name: str, tables: Tables, gone: Mapping[str, str]) -> tuple[Any, ...]:
    clean = _CLEAN.get(name)
    rows = [row for row in getattr(tables, name) if row.id not in gone]
    return tuple(clean(row, gone) for row in rows) if clean else tuple(rows)


def _mention(row: Mention, gone: Mapping[str, str]) -> Mention:
    return replace(row, antecedent=None) if row.antecedent in gone else row


def _figure(row: Figure, gone: Mapping[str, str]) -> Figure:
    changed: dict[str, None] = {}
    if row.claim in gone:
        changed |= dict.fromkeys(_VOICE)
    if row.date_ref in gone:
        changed |= dict.fromkeys(("date", "date_ref"))
    if row.as_of_ref in gone:
        changed |= dict.fromkeys(("as_of", "as_of_ref"))
    if row.place_ref in gone:
        changed |= dict.fromkeys(("place", "place_ref"))
    if row.event_mention in gone:
        changed |= dict.fromkeys(("event_mention", "event"))
    if row.subset_of in gone:
        changed |= dict.fromkeys(("subset_of",))
    return replace(row, **changed) if changed else row


def _event(row: EventMention, gone: Mapping[str, str]) -> EventMention:
    changed: dict[str, None] = {}
    if row.claim in gone:
        changed |= dict.fromkeys(_VOICE)
    if row.date_ref in gone:
        changed |= dict.fromkeys(("date", "date_ref", "date_basis"))
    if row.place_ref in gone:
        changed |= dict.fromkeys(("place", "place_ref", "place_basis"))
    if "claim" in changed and row.realis is Realis.ASSERTED:
        row = replace(row, realis=Realis.ACTUAL)
    return replace(row, **changed) if changed else row


def _role(row: Role, gone: Mapping[str, str]) -> Role:
    changed: dict[str, None] = {}
    if row.claim in gone:
        changed |= dict.fromkeys(_VOICE)
    if row.date_ref in gone:
        changed |= dict.fromkeys(("date", "date_ref"))
    if row.place_ref in gone:
        changed |= dict.fromkeys(("place_ref",))
    return replace(row, **changed) if changed else row


_VOICE = ("claim", "voice", "voice_name", "voice_entity")
_CLEAN: Mapping[str, Callable[[Any, Mapping[str, str]], Any]] = {
    "mentions": _mention,
    "figures": _figure,
    "event_mentions": _event,
    "roles": _role,
}
