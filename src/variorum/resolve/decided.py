"""What do a reviewer's decisions change in entities, events and the lineage of reports, as they were resolved?

Decisions are applied to the outcome of resolution, never to its rules: without them, or with all of them withdrawn, the
outcome is what it was.
"""

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from msgspec.structs import replace

from variorum.model.constrained import constrain
from variorum.model.decisions import Decision
from variorum.model.ids import content_id
from variorum.model.standing import EVENTS, REPORTS, TOGETHER, Kinships, bonds, in_force, overrule, told
from variorum.model.tables import Derivation, EventMention, Mention, PlaceMention, Tables
from variorum.model.terms import DecisionKind, DecisionStatus, DerivationKind
from variorum.resolve.entity_links import Link
from variorum.resolve.event_matching import Match
from variorum.resolve.event_rows import Group
from variorum.resolve.name_folds import fold_word, name_words

Decisions = tuple[Decision, ...]


class DecidedLinks(NamedTuple):
    """Links of findings to entities as decided, why by the key of each link that a decision made, and the decisions."""

    links: dict[str, Link]
    reasons: dict[str, tuple[str, ...]]
    decisions: Decisions


def decided_links(
    links: dict[str, Link], findings: Iterable[Mention | PlaceMention], decisions: Decisions
) -> DecidedLinks:
    """The links once decisions have joined and parted entities.

    When an entity is parted, mentions that no decision names go with those of like words, what they refer to, and what
    stands on the same words; else with the larger part.
    """
    asked = bonds(decisions, TOGETHER)
    if not asked:
        return DecidedLinks(links, {}, decisions)
    rows = {row.id: row for row in findings if row.id in links}
    members: dict[str, list[str]] = {}
    for name in rows:
        members.setdefault(links[name].key, []).append(name)
    keys = sorted(members)
    parted = constrain([members[key] for key in keys], asked, lambda name: _of_entity(rows[name]))
    decided, reasons = dict(links), {}
    by_id = {row.id: row for row in decisions}
    for number, part in enumerate(parted.parts):
        if part.decisions:
            key = f"{keys[part.groups[0]]} / {number}"
            reasons[key] = _reasons(part.decisions, by_id)
            for name in part.members:
                decided[name] = Link(key=key, reason=links[name].reason)
    return DecidedLinks(decided, reasons, overrule(decisions, parted.overruled))


def _of_entity(row: Mention | PlaceMention) -> set[str]:
    words = [fold_word(word) for word in name_words(row.text)]
    # the very words too: spellings that fold to one may be just what is to be parted
    shared = {f"at {row.report} {row.start} {row.end}", "as " + " ".join(words), "words " + row.text.casefold()}
    if isinstance(row, Mention):
        shared.add(f"is {row.antecedent or row.id}")
        if row.form != "name":
            return shared
    return shared | set(words)


class DecidedGroups(NamedTuple):
    """Groups of event mentions as decided, and the decisions."""

    groups: tuple[Group, ...]
    decisions: Decisions


def decided_groups(groups: tuple[Group, ...], decisions: Decisions) -> DecidedGroups:
    """The groups once decisions have joined and parted events.

    When an event is parted, mentions that no decision names go with those of the same words, day, place and participants,
    else with the larger part.
    """
    asked = bonds(decisions, EVENTS)
    if not asked:
        return DecidedGroups(groups, decisions)
    profiles = {member.mention.id: member for group in groups for member in group.members}
    named = [[member.mention.id for member in group.members] for group in groups]
    parted = constrain(named, asked, lambda name: _of_event(profiles[name].mention))
    by_id = {row.id: row for row in decisions}
    made = []
    for part in parted.parts:
        why = [match for number in part.groups for match in groups[number].reasons if len(part.members) > 1]
        if part.decisions:
            why.insert(0, Match(weight=0.0, reasons=_reasons(part.decisions, by_id)))
        made.append(Group(members=[profiles[name] for name in part.members], reasons=why))
    return DecidedGroups(tuple(made), overrule(decisions, parted.overruled))


def _of_event(row: EventMention) -> set[str]:
    told_of = {
        "act": row.concept or row.lemma,
        "word": row.lemma,
        "day": row.date,
        "place": row.place_entity or row.place_name,
        "by": row.actor_entity,
        "to": row.recipient_entity,
    }
    return {f"{name} {value}" for name, value in told_of.items() if value}


def _reasons(named: Iterable[str], decisions: Mapping[str, Decision]) -> tuple[str, ...]:
    what = {
        DecisionKind.SAME: "one",
        DecisionKind.CONFIRM: "confirmed to be one",
        DecisionKind.DIFFERENT: "not one with others",
    }
    made = sorted((decisions[name] for name in named), key=lambda row: -row.number)
    return tuple(told(row, what[row.kind]) for row in made)


def decided_derivations(tables: Tables) -> Tables:
    """The tables with the derivations as decided: none between reports held to be independent, one between reports held to
    be of one origin, none that was rejected.
    """
    decisions = tables.decisions
    asked = bonds(decisions, REPORTS)
    if asked:
        alone = [(report.id,) for report in tables.reports]
        decisions = overrule(decisions, constrain(alone, asked, lambda _: ()).overruled)
    lineage = Kinships(tables.derivations)
    rows = {row.id: row for row in tables.derivations}
    lost = set()
    for decision in in_force(decisions, DecisionKind.REJECT):
        for named in decision.rows:
            found = lineage.now(named)
            if found is not None:
                rows.pop(found.id, None)
            elif named.table == "derivations":
                lost.add(decision.id)
    decisions = tuple(replace(row, status=DecisionStatus.WITHOUT_ROWS) if row.id in lost else row for row in decisions)
    for decision in in_force(decisions, DecisionKind.SAME, DecisionKind.DIFFERENT):
        reports = sorted(named.row for named in decision.rows if named.table in REPORTS)
        for left, right in combinations(reports, 2):
            _decide(rows, left, right, decision)
    ordered = sorted(rows.values(), key=lambda row: (row.report, row.other or "", row.id))
    return replace(tables, derivations=tuple(ordered), decisions=decisions)


def _decide(rows: dict[str, Derivation], left: str, right: str, decision: Decision) -> None:
    """Makes two reports of one origin, or independent, in the rows given."""
    between = [row for row in rows.values() if row.other and {row.report, row.other} == {left, right}]
    if decision.kind is DecisionKind.DIFFERENT:
        for row in between:
            del rows[row.id]
        return
    reason = told(decision, "of one origin")
    known = [row for row in between if row.kind is not DerivationKind.COMMON_SOURCE]
    made = Derivation(
        id=content_id("derivation", left, right, "decided"),
        report=left,
        other=right,
        kind=DerivationKind.COMMON_SOURCE,
    )
    for row in known or [made]:
        rows[row.id] = replace(row, decision=decision.id, reasons=(*row.reasons, reason))
