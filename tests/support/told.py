"""Reports and findings put together by hand, for tests of what is compared."""

from typing import Any

import msgspec

from variorum.model.base import Span
from variorum.model.tables import (
    Claim,
    DateMention,
    Entity,
    EventMention,
    Figure,
    Finding,
    Mention,
    PlaceMention,
    Report,
    Role,
    Tables,
)
from variorum.model.terms import DateBasis, EntityType, EventType, Manner, Measure, RoleKind, RoleStatus


class Told:
    """A case that grows by a report's words and what they tell; every finding stands at its words."""

    def __init__(self) -> None:
        self.tables = Tables()
        self._count = 0

    def report(self, name: str, text: str, published: str | None = None) -> str:
        """Adds a report; gives its id."""
        row = Report(
            id=f"report-{name}", file=f"{name}.txt", sha256=name, text=text, published=published, language="en"
        )
        self._add("reports", row)
        return row.id

    def person(self, name: str) -> str:
        """Adds a person to the entities; gives the id."""
        return self._entity(name, EntityType.PERSON)

    def body(self, name: str) -> str:
        """Adds an organization to the entities; gives the id."""
        return self._entity(name, EntityType.ORGANIZATION)

    def place(self, report: str, words: str, country: str, feature: str = "city") -> str:
        """Adds a place named and its entity; gives the entity's id."""
        entity = self._entity(words, EntityType.PLACE)
        row = PlaceMention(
            **self._at(report, words),
            name=words,
            country=country,
            feature=feature,
            latitude=0.0,
            longitude=0.0,
            entity=entity,
        )
        self._add("places", row)
        return entity

    def date(self, report: str, words: str, edtf: str) -> str:
        """Adds a date expression; gives its id."""
        return self._add("dates", DateMention(**self._at(report, words), edtf=edtf, basis=DateBasis.EXPLICIT))

    def figure(self, report: str, words: str, measure: Measure, unit: str = "person", **rest: Any) -> str:
        """Adds a figure, of people unless another unit is given; gives its id."""
        return self._add("figures", Figure(**self._at(report, words), measure=measure, unit=unit, **rest))

    def event(self, report: str, words: str, kind: EventType, concept: str, **rest: Any) -> str:
        """Adds an event mention whose trigger is its words; gives its id."""
        at = self._at(report, words)
        row = EventMention(
            **at,
            trigger=words,
            trigger_start=at["start"],
            trigger_end=at["end"],
            type=kind,
            concept=concept,
            sentence=Span(start=at["start"], end=at["end"]),
            **rest,
        )
        return self._add("event_mentions", row)

    def role(self, report: str, words: str, kind: RoleKind, status: RoleStatus, **rest: Any) -> str:
        """Adds a role; gives its id."""
        return self._add("roles", Role(**self._at(report, words), kind=kind, status=status, rule="verb: test", **rest))

    def claim(self, report: str, words: str, voice: str, **rest: Any) -> str:
        """Adds a claim of a voice; gives its id."""
        return self._add("claims", Claim(**self._at(report, words), voice=voice, manner=Manner.INDIRECT, **rest))

    def name(self, report: str, words: str, entity: str) -> str:
        """Adds a person's name; gives the mention's id."""
        return self._add("mentions", Mention(**self._at(report, words), type=EntityType.PERSON, entity=entity))

    def group(self, report: str, words: str) -> str:
        """Adds a mention of a crowd; gives its id."""
        return self._add("mentions", Mention(**self._at(report, words), type=EntityType.GROUP, form="description"))

    def _entity(self, name: str, kind: EntityType) -> str:
        key = f"entity-{name.casefold()}"
        if all(entity.id != key for entity in self.tables.entities):
            self._add("entities", Entity(id=key, type=kind, name=name))
        return key

    def _at(self, report: str, words: str) -> dict[str, Any]:
        text = next(row.text for row in self.tables.reports if row.id == report)
        start = text.index(words)
        self._count += 1
        return {
            "id": f"row-{self._count:03d}",
            "report": report,
            "start": start,
            "end": start + len(words),
            "text": words,
        }

    def _add(self, table: str, row: Finding | Report | Entity) -> str:
        rows = (*getattr(self.tables, table), row)
        self.tables = msgspec.structs.replace(self.tables, **{table: rows})
        return row.id
