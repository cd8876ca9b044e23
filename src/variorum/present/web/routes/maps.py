"""Where did what happen, as far as accounts say, on which days, and how surely is the place known?"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response
from msgspec import json
from msgspec.structs import asdict

from variorum.model.base import Record
from variorum.present.views.chronicle import Choice, Entry, Stretch, chosen, read_chronicle
from variorum.present.views.index import Index
from variorum.present.views.map_page import (
    PlaceRow,
    places_in_order,
    read_atlas,
    read_map,
    read_place_line,
    read_place_row,
    within,
)
from variorum.present.views.outline import divisions_within
from variorum.present.views.phrases import date_words
from variorum.present.views.place_events import Gazette, read_gazette
from variorum.present.views.projection import Frame
from variorum.present.views.time_strip import TimeStrip, draw_strip
from variorum.present.views.time_windows import Window
from variorum.present.views.timeline_part import happenings, pick_part
from variorum.present.web.answers import Asked, Reading, address, as_csv, as_json, page, paged
from variorum.present.web.asking import Day, PageNumber
from variorum.present.web.choosing import Chosen, read_offers

router = APIRouter()

From = Annotated[Day, Query(alias="from", description="The first day")]
To = Annotated[Day, Query(alias="to", description="The last day")]
Named = Annotated[bool, Query(description="Whether to show also places that are only named")]

_COLUMNS = (
    "anchor", "place", "country", "fix", "latitude", "longitude", "mentions",
    "event", "type", "what", "date", "date_inferred", "place_inferred", "place_disputed",
)  # fmt: skip
_AROUND = 1.0


@router.get("/map")
def world(
    asked: Reading, choice: Chosen, first: From = None, last: To = None, named: Named = False, number: PageNumber = 1
) -> HTMLResponse:
    """The places of the events that fit the choice."""
    index, chronicle = asked.case.index, asked.case.made(read_chronicle)
    of_all_days = chosen(chronicle.entries, choice)
    entries = within(of_all_days, first, last)
    atlas, gazette = asked.case.made(read_atlas), _gazette(asked, entries)
    rows = paged(places_in_order(gazette, named=named), number, 40)
    return page(
        asked,
        "map.html",
        drawn=read_map(atlas, gazette, index, named=named),
        rows=rows,
        lines=[read_place_line(place, gazette, index) for place in rows.rows],
        strip=_strip(asked, of_all_days),
        first=first,
        last=last,
        named=named,
        date_words=date_words,
        shown=len(entries),
        undated=sum(entry.period is None for entry in of_all_days) if first or last else 0,
        nowhere=len(gazette.nowhere),
        chosen_any=any(asdict(choice).values()),
        offers=read_offers(chronicle, choice, index),
        push=True,
    )


@router.get("/map.json")
def map_as_json(asked: Reading, choice: Chosen, first: From = None, last: To = None, named: Named = False) -> Response:
    """The places with the events at each."""
    return as_json(_rows(asked, choice, first, last, named))


@router.get("/map.csv")
def map_as_csv(asked: Reading, choice: Chosen, first: From = None, last: To = None, named: Named = False) -> Response:
    """The events at each place, a row each."""
    found: list[dict[str, object]] = []
    for row in _rows(asked, choice, first, last, named):
        place = asdict(row) | {"place": row.name}
        found += [place | asdict(event) | {"event": event.id} for event in row.events] or [place]
    return as_csv(found, _COLUMNS, "map")


class _Geometry(Record, frozen=True, kw_only=True):
    type: str
    coordinates: Sequence[object]


class _Feature(Record, frozen=True, kw_only=True):
    type: str = "Feature"
    id: str
    geometry: _Geometry | None
    properties: PlaceRow


class _Features(Record, frozen=True, kw_only=True):
    type: str = "FeatureCollection"
    features: Sequence[_Feature]


@router.get("/map.geojson")
def map_as_geojson(
    asked: Reading, choice: Chosen, first: From = None, last: To = None, named: Named = False
) -> Response:
    """The same as GeoJSON; places that are not settled have no geometry."""
    features = [
        _Feature(
            id=row.anchor,
            geometry=None
            if row.longitude is None or row.latitude is None
            else _Geometry(type="Point", coordinates=(row.longitude, row.latitude)),
            properties=row,
        )
        for row in _rows(asked, choice, first, last, named)
    ]
    return Response(json.encode(_Features(features=features)), media_type="application/geo+json")


@router.get("/map/divisions.geojson")
def divisions(asked: Reading) -> Response:
    """The borders of first-order divisions on the map of this case and some way around it (Natural Earth, of 2013)."""
    return Response(asked.case.made(divisions_around), media_type="application/geo+json")


def divisions_around(index: Index) -> bytes:
    """Those borders, as GeoJSON."""
    base = index.made(read_atlas).base
    lines = divisions_within(base.frame, _wider(base.frame)) if base else ()
    # whole hundredths of a degree, as the file has them
    drawn = [[(round(dot.x, 2), round(dot.y, 2)) for dot in line.dots] for line in lines]
    return json.encode(_Geometry(type="MultiLineString", coordinates=drawn))


def _wider(frame: Frame) -> Frame:
    across, up = (frame.east - frame.west) * _AROUND, (frame.north - frame.south) * _AROUND
    return Frame(
        west=frame.west - across,
        east=frame.east + across,
        south=frame.south - up,
        north=frame.north + up,
        width=frame.width,
    )


def _gazette(asked: Asked, entries: Sequence[Entry]) -> Gazette:
    return read_gazette(asked.case.made(read_atlas).places, entries, asked.case.index)


def _rows(asked: Asked, choice: Choice, first: Day, last: Day, named: bool) -> list[PlaceRow]:
    entries = within(chosen(asked.case.made(read_chronicle).entries, choice), first, last)
    gazette = _gazette(asked, entries)
    return [read_place_row(place, gazette) for place in places_in_order(gazette, named=named)]


def _strip(asked: Asked, entries: Sequence[Entry]) -> TimeStrip | None:
    """The days to choose from: those of the crisis."""
    part = pick_part(entries, Stretch.CRISIS, None)
    if part.shown is None:
        return None

    def href(window: Window) -> str:
        last = (window.end - timedelta(microseconds=1)).date()
        return address(asked.request, **{"from": window.start.date(), "to": last, "page": None})

    return draw_strip(happenings(part.rows), part.shown, href)
