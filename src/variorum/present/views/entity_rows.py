"""Which rows of the record are about which entity?"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping

from variorum.model.tables import Claim, EventMention, Finding, Mention, PlaceMention, Point, Role, Tables
from variorum.present.views.index import Index


class EntityRows:
    """The rows about one entity, in order of the record; each list may be empty.

    `named` are its mentions, `placed` where it is named as a place; `did` and `met` are what is told of it as the one who
    acts and as the one acted on; `said` are its own statements, `told` statements of others that name it or pass it on.
    """

    __slots__ = ("did", "met", "named", "placed", "points", "roles", "said", "told")

    def __init__(self) -> None:
        self.named: list[Mention] = []
        self.placed: list[PlaceMention] = []
        self.roles: list[Role] = []
        self.did: list[EventMention] = []
        self.met: list[EventMention] = []
        self.said: list[Claim] = []
        self.told: list[Claim] = []
        self.points: list[Point] = []


def read_entity_rows(index: Index) -> Mapping[str, EntityRows]:
    """The rows about every entity of the case, by its id."""
    tables = index.tables
    rows = {row.id: EntityRows() for row in tables.entities}
    for mention in tables.mentions:
        if (entity := rows.get(mention.entity or "")) is not None:
            entity.named.append(mention)
    for place in tables.places:
        if (entity := rows.get(place.entity or "")) is not None:
            entity.placed.append(place)
    for role in tables.roles:
        if (entity := rows.get(role.holder_entity or "")) is not None:
            entity.roles.append(role)
    for told in tables.event_mentions:
        if (actor := rows.get(told.actor_entity or "")) is not None:
            actor.did.append(told)
        if (recipient := rows.get(told.recipient_entity or "")) is not None:
            recipient.met.append(told)
    _share_claims(tables, rows)
    _share_points(tables, rows)
    return rows


def _share_claims(tables: Tables, rows: Mapping[str, EntityRows]) -> None:
    within = _Within(tables)
    for claim in tables.claims:
        if (voice := rows.get(claim.voice_entity or "")) is not None:
            voice.said.append(claim)
        for entity in dict.fromkeys((*(link.entity for link in claim.chain[1:]), *within.entities(claim))):
            if (other := rows.get(entity or "")) is not None and entity != claim.voice_entity:
                other.told.append(claim)


def _share_points(tables: Tables, rows: Mapping[str, EntityRows]) -> None:
    about: dict[str, tuple[str | None, ...]] = {row.id: (row.holder_entity,) for row in tables.roles}
    about |= {row.id: (row.actor_entity, row.recipient_entity) for row in tables.event_mentions}
    about |= {row.id: (row.entity,) for row in tables.mentions}
    names = {entity.name: entity.id for entity in tables.entities}
    for point in tables.points:
        found: dict[str | None, None] = {}
        for reading in point.readings:
            found |= dict.fromkeys(about.get(reading.row or "", ()))
        for name in (point.place, point.population):
            found[names.get(name or "")] = None
        for entity in found:
            if (known := rows.get(entity or "")) is not None:
                known.points.append(point)


class _Within:
    """Finds the entities named within a stretch of a report."""

    def __init__(self, tables: Tables) -> None:
        named: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for mention in tables.mentions:
            if mention.entity is not None:
                named[mention.report].append((mention.start, mention.end, mention.entity))
        for place in tables.places:
            if place.entity is not None:
                named[place.report].append((place.start, place.end, place.entity))
        self._named = {report: sorted(found) for report, found in named.items()}
        self._starts = {report: [start for start, _, _ in found] for report, found in self._named.items()}

    def entities(self, finding: Finding) -> Iterator[str]:
        """The entities named from the finding's start to its end, in order of the text; some may come twice."""
        starts, named = self._starts.get(finding.report, []), self._named.get(finding.report, [])
        for _, end, entity in named[bisect_left(starts, finding.start) : bisect_right(starts, finding.end)]:
            if end <= finding.end:
                yield entity
