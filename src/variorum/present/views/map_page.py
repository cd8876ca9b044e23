"""What does the map show of the events of some days, and what does the list beside it say in words?"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from variorum.model.base import Record
from variorum.model.terms import EventType
from variorum.present.views.accounts import Inferred, what_words
from variorum.present.views.chronicle import Entry
from variorum.present.views.index import Index
from variorum.present.views.phrases import date_words
from variorum.present.views.place_events import Fix, Gazette, Place, Placed, read_all_places
from variorum.present.views.places import read_spots
from variorum.present.views.visible import shortened
from variorum.present.views.words import EVENT_TYPES
from variorum.present.views.world_map import BaseMap, WorldMap, draw_base, draw_map

_SHOWN = 5


class Atlas(Record, frozen=True, kw_only=True):
    """What all maps of a case share: its places, and the part of the world where most of them lie (None: nowhere)."""

    places: Mapping[str, Place]
    base: BaseMap | None


class EventLine(Record, frozen=True, kw_only=True, gc=False):
    """An event in one line of the list."""

    href: str
    what: str
    kind: str
    date: str
    inferred: Inferred
    place_inferred: bool
    disputed: bool


class PlaceLine(Record, frozen=True, kw_only=True):
    """A place of the list with the first of its events; `happened` counts them all."""

    anchor: str
    href: str
    name: str
    country: str
    fix: Fix
    mentions: int
    happened: int
    events: tuple[EventLine, ...]


class EventThere(Record, frozen=True, kw_only=True, gc=False):
    """An event at a place, for programs."""

    id: str
    type: EventType
    what: str
    date: str | None
    date_inferred: Inferred
    place_inferred: bool
    place_disputed: bool


class PlaceRow(Record, frozen=True, kw_only=True):
    """A place with what happened there, for programs; coordinates are None where it is not settled."""

    anchor: str
    name: str
    country: str
    fix: Fix
    latitude: float | None
    longitude: float | None
    mentions: int
    events: tuple[EventThere, ...]


def read_atlas(index: Index) -> Atlas:
    """Made from all places named, so that the map stays where it is when fewer events are chosen."""
    places = read_all_places(index)
    return Atlas(places=places, base=draw_base(read_spots(Gazette(places=places, events={}, nowhere=()), index)))


def within(entries: Sequence[Entry], first: date | None, last: date | None) -> tuple[Entry, ...]:
    """The events of the days from first to last, both included; all events, also those without a date, where neither is given."""
    if first is None and last is None:
        return tuple(entries)
    start = datetime.combine(first, datetime.min.time()) if first else datetime.min
    end = datetime.combine(last, datetime.min.time()) + timedelta(days=1) if last and last < date.max else datetime.max
    return tuple(entry for entry in entries if entry.period and entry.period.start < end and start < entry.period.end)


def read_map(atlas: Atlas, gazette: Gazette, index: Index, *, named: bool) -> WorldMap | None:
    """The map of the places where something happened, and with `named` also of those only named."""
    if atlas.base is None:
        return None
    return draw_map(atlas.base, [spot for spot in read_spots(gazette, index) if spot.events or named])


def places_in_order(gazette: Gazette, *, named: bool) -> list[Place]:
    """The places of the list: those of most events first, then those only named, if wanted."""
    places = [place for place in gazette.places.values() if named or place.anchor in gazette.events]
    return sorted(places, key=lambda place: -len(gazette.events.get(place.anchor, ())))


def read_place_line(place: Place, gazette: Gazette, index: Index) -> PlaceLine:
    """One place of the list."""
    events = gazette.events.get(place.anchor, ())
    return PlaceLine(
        anchor=place.anchor,
        href=index.way(place.anchor),
        name=shortened(place.name, 80),
        country=place.country,
        fix=place.fix,
        mentions=len(place.rows),
        happened=len(events),
        events=tuple(read_event_line(placed, index) for placed in events[:_SHOWN]),
    )


def read_event_line(placed: Placed, index: Index) -> EventLine:
    """One event of the list."""
    event = placed.entry.event
    return EventLine(
        href=index.way(event.id),
        what=shortened(what_words(event), 60),
        kind=EVENT_TYPES[event.type],
        date=date_words(event.date) or "no date",
        inferred=placed.entry.inferred,
        place_inferred=placed.inferred,
        disputed=placed.disputed,
    )


def read_place_row(place: Place, gazette: Gazette) -> PlaceRow:
    """The place with all its events."""
    return PlaceRow(
        anchor=place.anchor,
        name=place.name,
        country=place.country,
        fix=place.fix,
        latitude=place.latitude,
        longitude=place.longitude,
        mentions=len(place.rows),
        events=tuple(
            EventThere(
                id=placed.entry.event.id,
                type=placed.entry.event.type,
                what=what_words(placed.entry.event),
                date=placed.entry.event.date,
                date_inferred=placed.entry.inferred,
                place_inferred=placed.inferred,
                place_disputed=placed.disputed,
            )
            for placed in gazette.events.get(place.anchor, ())
        ),
    )
