"""Which places are named, how often, by whom, what happened there, and which of them cannot be put on a map?"""

from variorum.model.base import Record
from variorum.model.tables import PlaceMention
from variorum.present.views.chronicle import read_chronicle
from variorum.present.views.index import Index, Witness
from variorum.present.views.place_events import Fix, Gazette, Place, read_all_places, read_gazette
from variorum.present.views.visible import on_line
from variorum.present.views.world_map import Spot, WorldMap, draw_base, draw_map


class PlaceView(Record, frozen=True, kw_only=True):
    """A place; `first` leads to where each report first names it, `on_map` says whether the map shows it."""

    anchor: str
    href: str
    name: str
    country: str
    spelled: tuple[str, ...]
    mentions: int
    events: int
    first: tuple[tuple[Witness, str], ...]
    fix: Fix
    whole: bool
    on_map: bool


class PlacesView(Record, frozen=True, kw_only=True):
    """The map (None where no place has coordinates), the places on it or beyond its edge, and those not settled."""

    map: WorldMap | None
    settled: tuple[PlaceView, ...]
    unsettled: tuple[PlaceView, ...]


def read_places(index: Index) -> PlacesView:
    """The places, the most named first, with the events of all times."""
    places = read_all_places(index)
    gazette = read_gazette(places, read_chronicle(index).entries, index)
    spots = read_spots(gazette, index)
    base = draw_base(spots)
    drawn = draw_map(base, spots) if base else None
    on_map = {mark.spot.anchor for mark in drawn.marks if not mark.beyond} if drawn else set()
    views = [
        read_place(place, len(gazette.events.get(place.anchor, ())), place.anchor in on_map, index)
        for place in places.values()
    ]
    return PlacesView(
        map=drawn,
        settled=tuple(view for view in views if view.fix is not Fix.UNSETTLED),
        unsettled=tuple(view for view in views if view.fix is Fix.UNSETTLED),
    )


def read_spots(gazette: Gazette, index: Index) -> list[Spot]:
    """The places that have coordinates, with how much happened there."""
    return [
        Spot(
            anchor=place.anchor,
            href=index.way(place.anchor),
            name=place.name,
            country=place.country,
            latitude=place.latitude,
            longitude=place.longitude,
            mentions=len(place.rows),
            events=len(events := gazette.events.get(place.anchor, ())),
            fix=place.fix,
            inferred=bool(events) and all(placed.inferred for placed in events),
        )
        for place in gazette.places.values()
        if place.latitude is not None and place.longitude is not None
    ]


def read_place(place: Place, events: int, on_map: bool, index: Index) -> PlaceView:
    """One place."""
    first: dict[str, PlaceMention] = {}
    for row in sorted(place.rows, key=lambda row: (row.start, row.id)):
        first.setdefault(row.report, row)
    ways = ((index.witness(report), index.quote(row).href) for report, row in first.items())
    return PlaceView(
        anchor=place.anchor,
        href=index.way(place.anchor),
        name=place.name,
        country=place.country,
        spelled=tuple(sorted({on_line(row.text) for row in place.rows} - {place.name})),
        mentions=len(place.rows),
        events=events,
        first=tuple(sorted(ways, key=lambda way: way[0].place)),
        fix=place.fix,
        whole=place.fix in (Fix.REGION, Fix.COUNTRY),
        on_map=on_map,
    )
