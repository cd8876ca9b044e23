"""By what can points be chosen and put in order: where, when, about whom, told by which outlet, in which words?"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from variorum.model.base import Record
from variorum.model.edtf import Period, read_edtf
from variorum.model.tables import EventMention, Figure, Finding, Point, Role
from variorum.model.terms import PointKind
from variorum.present.views.index import Index
from variorum.present.views.phrases import answer_words
from variorum.present.views.visible import on_line


class PointKey(Record, frozen=True, kw_only=True):
    """What a point is found by; names are as they are written, `words` and `aliases` are folded for searching in.

    `periods` are the times it tells of, or where it names none those as of which it is told; `start` is the first moment.
    """

    point: Point
    places: tuple[str, ...]
    entities: tuple[str, ...]
    names: tuple[str, ...]
    aliases: str
    outlets: tuple[str, ...]
    periods: tuple[Period, ...]
    start: datetime | None
    words: str


def read_point_keys(index: Index) -> tuple[PointKey, ...]:
    """The keys of all points, the weightiest first."""
    return tuple(_key(point, index) for point in index.tables.points)


def _key(point: Point, index: Index) -> PointKey:
    rows = [index.findings[row] for row in (reading.row or "" for reading in point.readings) if row in index.findings]
    entities = [
        index.entities[entity]
        for entity in dict.fromkeys(_entities(point, rows, index))
        if entity is not None and entity in index.entities
    ]
    outlets = dict.fromkeys(index.reports[r.report].outlet for r in point.readings if r.report in index.reports)
    periods = tuple(_periods(point, rows, index))
    return PointKey(
        point=point,
        places=tuple(dict.fromkeys(on_line(place) for place in _places(point, rows, index) if place)),
        entities=tuple(row.id for row in entities),
        names=tuple(on_line(row.name) for row in entities),
        aliases=folded("\n".join(name for row in entities for name in (row.name, *row.aliases))),
        outlets=tuple(on_line(outlet) for outlet in outlets if outlet),
        periods=periods,
        start=min((period.start for period in periods), default=None),
        words=folded("\n".join(_words(point))),
    )


def folded(words: str) -> str:
    """The words as they are compared: without regard to case and spacing."""
    return on_line(words).casefold()


def _entities(point: Point, rows: Iterable[Finding], index: Index) -> Iterator[str | None]:
    """Those the point is about before those who tell it."""
    for row in rows:
        if isinstance(row, EventMention):
            yield from (row.actor_entity, row.recipient_entity, row.place_entity)
        elif isinstance(row, Role):
            yield from (row.holder_entity, row.organization_entity)
        elif isinstance(row, Figure):
            yield row.place_entity
        yield getattr(row, "entity", None)
    for reading in point.readings:
        yield reading.voice_entity
        claim = index.claims.get(reading.claim or "")
        yield from (link.entity for link in (claim.chain if claim else ()))


def _places(point: Point, rows: Iterable[Finding], index: Index) -> Iterator[str | None]:
    yield point.place
    for row in rows:
        if isinstance(row, EventMention | Figure):
            yield row.place_name or row.place
    event = index.events.get(point.event or "")
    yield from event.places if event else ()


def _periods(point: Point, rows: Iterable[Finding], index: Index) -> Iterator[Period]:
    event = index.events.get(point.event or "")
    told = [point.period, *((event.date, *event.dates) if event else ())]
    told += [_date(row, index) for row in rows if isinstance(row, EventMention | Figure | Role)]
    if point.kind is PointKind.WHEN:
        told += [reading.says for reading in point.readings]
    found = [period for period in map(read_edtf, dict.fromkeys(told)) if period is not None]
    as_of = dict.fromkeys(reading.as_of for reading in point.readings)
    yield from found or [period for period in map(read_edtf, as_of) if period is not None]


def _date(row: EventMention | Figure | Role, index: Index) -> str | None:
    named = index.dates.get(row.date_ref or "")
    return row.date or (named.edtf if named else None)


def _words(point: Point) -> Iterator[str]:
    yield point.topic
    for reading in point.readings:
        yield reading.text
        yield reading.voice_name or reading.voice or ""
        yield answer_words(point.kind, reading.says)
