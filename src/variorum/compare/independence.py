"""How many independent origins does each claim and each event of the case have?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from variorum.compare.claim_words import claims_in_same_words
from variorum.compare.lineage import Account, Bounds, Lineage, read_lineage
from variorum.model.groups import Groups
from variorum.model.tables import Claim, Event, EventMention, Tables


def compare_independence(tables: Tables) -> Tables:
    """The tables with `independent_low` and `independent_high` of every claim and event filled in.

    A claim's origins are those of all claims of the case that state alike; an event's those of all its mentions.
    """
    lineage = read_lineage(tables)
    origins = _claim_origins(tables.claims, lineage)
    mentions: dict[str, list[EventMention]] = defaultdict(list)
    for mention in tables.event_mentions:
        if mention.event:
            mentions[mention.event].append(mention)
    return msgspec.structs.replace(
        tables,
        claims=tuple(_claim(claim, origins[claim.id]) for claim in tables.claims),
        events=tuple(_event(event, lineage, mentions[event.id]) for event in tables.events),
    )


def _claim(claim: Claim, bounds: Bounds) -> Claim:
    return msgspec.structs.replace(claim, independent_low=bounds.low, independent_high=bounds.high)


def _event(event: Event, lineage: Lineage, mentions: Sequence[EventMention]) -> Event:
    bounds = lineage.bounds(_accounts(mentions)) if mentions else Bounds(1, 1)
    return msgspec.structs.replace(event, independent_low=bounds.low, independent_high=bounds.high)


def _accounts(rows: Iterable[Claim | EventMention]) -> list[Account]:
    return [Account(row.report, row.voice_entity) for row in rows]


def _claim_origins(claims: Sequence[Claim], lineage: Lineage) -> dict[str, Bounds]:
    """For every claim's id the origins of the claims that state alike with the same polarity, itself included."""
    together = Groups()
    for left, right in claims_in_same_words(claims):
        if left.polarity is right.polarity:
            together.join(left.id, right.id)
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[together.top(claim.id)].append(claim)
    # once a group, not once a claim: a statement repeated by a thousand reports has one answer
    return {
        claim.id: bounds
        for alike in groups.values()
        for bounds in [lineage.bounds(_accounts(alike))]
        for claim in alike
    }
