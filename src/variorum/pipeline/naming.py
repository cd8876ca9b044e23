"""What does a decision keep of a row, so that it finds the row again after any later build?"""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import msgspec

from variorum.errors import MovedRow, NoSuchRow
from variorum.model.decisions import Anchor, NamedRow
from variorum.model.naming import RowIndex, digits, find_id, index_rows
from variorum.model.tables import (
    Derivation,
    Entity,
    Event,
    Finding,
    Mention,
    PlaceMention,
    Point,
    Report,
    Section,
    Tables,
)

MOST_ANCHORS = 1000
"""Findings kept of one entity or event, the first by report and place in it: enough to know it again."""
_LONG = 100


class Naming:
    """The rows of a case as a decision names them."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._files = {report.id: report.outlet or report.file or report.id for report in tables.reports}

    @cached_property
    def _index(self) -> RowIndex:
        return index_rows(self._tables)

    def find(self, row_id: str) -> tuple[str, Any]:
        """The table and the row of this id, or of the one id that starts so.

        Raises NoSuchRow and AmbiguousRow, and MovedRow for a row that a decision has taken from the record.
        """
        try:
            return self._index[find_id(self._index, row_id)]
        except NoSuchRow:
            for decision in reversed(self._tables.decisions):
                for named in decision.rows:
                    if row_id and (named.row.startswith(row_id) or digits(named.row).startswith(row_id)):
                        raise MovedRow(named.row, decision.number, decision.kind, decision.now) from None
            raise

    def named(self, table: str, row: Any) -> NamedRow:
        """The row as a decision keeps it."""
        return NamedRow(
            table=table,
            row=row.id,
            words=self.words(row),
            anchors=tuple(self._anchors(table, row)),
            was="" if isinstance(row, Report | Section) else msgspec.json.encode(row).decode(),
        )

    def owner(self, row: Any) -> str | None:
        """The entity or event that the row is, or is of; None where it is of none."""
        if isinstance(row, Entity | Event):
            return row.id
        return getattr(row, "entity", None) or getattr(row, "event", None)

    def companions(self, row: Any) -> frozenset[str]:
        """Ids of the findings of a mention's entity that go where it goes: what stands on the same words, the same words in
        its report, and what refers to them. Of a telling of an event, itself alone.
        """
        if not isinstance(row, Mention | PlaceMention):
            return frozenset({row.id})
        mentions = [one for one in self._tables.mentions if one.report == row.report and one.entity == row.entity]
        places = [one for one in self._tables.places if one.report == row.report and one.entity == row.entity]
        found = {one.id for one in (*mentions, *places) if one.text.casefold() == row.text.casefold()}
        found.add(row.id)
        for _ in mentions:
            more = {one.id for one in mentions if one.antecedent in found} - found
            if not more:
                break
            found |= more
        return frozenset(found)

    def anchors_of(self, names: frozenset[str], named: NamedRow) -> tuple[Anchor, ...]:
        """Anchors of the findings of these ids, those of the row named first."""
        others = (self._index[name] for name in sorted(names - {named.row}) if name in self._index)
        return (*named.anchors, *(_anchor(table, row) for table, row in others))

    def words(self, row: Any) -> str:
        """A few words that tell the row: its text, name, topic …"""
        if isinstance(row, Event):
            parts = (row.concept or row.type.value, *row.actors[:1], *row.recipients[:1], row.place_name, row.date)
            return _short(", ".join(part for part in parts if part))
        if isinstance(row, Derivation):
            ends = [self._files.get(row.report, row.report), self._files.get(row.other or "", row.origin or "")]
            return _short(f"{row.kind}: {' / '.join(ends)}")
        if isinstance(row, Report):
            return _short(row.title or self._files[row.id])
        return _short(
            next((told for name in _TELLING if isinstance(told := getattr(row, name, None), str) and told), row.id)
        )

    def _anchors(self, table: str, row: Any) -> Iterable[Anchor]:
        if isinstance(row, Entity | Event):
            return self._members(row)
        if isinstance(row, Point):
            return [
                Anchor(table=self._index[name][0], id=name, report=told.report, start=told.start, end=told.end)
                for told in row.readings
                if (name := told.row or "") in self._index
            ]
        if isinstance(row, Report):
            return [Anchor(table=table, id=row.id)]
        return [_anchor(table, row)] if isinstance(row, Finding) else ()

    def _members(self, row: Entity | Event) -> list[Anchor]:
        """The findings of an entity or event, in order of report and text."""
        tables = self._tables
        if isinstance(row, Event):
            found = [_anchor("event_mentions", one) for one in tables.event_mentions if one.event == row.id]
        else:
            found = [_anchor("mentions", one) for one in tables.mentions if one.entity == row.id]
            found += [_anchor("places", one) for one in tables.places if one.entity == row.id]
        return sorted(found, key=_place)


_TELLING = ("topic", "name", "text", "detail", "reason", "outcome")


def _anchor(table: str, row: Finding) -> Anchor:
    return Anchor(table=table, id=row.id, report=row.report, start=row.start, end=row.end)


def _place(anchor: Anchor) -> tuple[str, int, int, str]:
    return anchor.report or "", anchor.start or 0, anchor.end or 0, anchor.id


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONG else line[: _LONG - 1].rstrip() + "…"
