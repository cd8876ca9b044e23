"""What is told of one place?"""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query
from fastapi.responses import HTMLResponse, Response
from msgspec.structs import asdict

from variorum.present.views.chronicle import read_chronicle
from variorum.present.views.index import Index
from variorum.present.views.map_page import read_atlas, read_map, read_place_row
from variorum.present.views.place_events import Gazette, Place, read_gazette
from variorum.present.views.place_page import read_events_there, read_mention, read_place_page
from variorum.present.views.world_map import WorldMap
from variorum.present.web.answers import Asked, Reading, as_csv, as_json, page, paged

router = APIRouter()

Anchor = Annotated[str, Path(max_length=5000)]
Page = Annotated[int, Query(ge=1, le=1_000_000)]

_COLUMNS = (
    "id",
    "report",
    "start",
    "end",
    "text",
    "name",
    "geonames_id",
    "latitude",
    "longitude",
    "country",
    "feature",
)
_MENTIONS = 30


@router.get("/places/{anchor:path}.json")
def place_as_json(asked: Reading, anchor: Anchor) -> Response:
    """The place with the events there."""
    return as_json([read_place_row(_place(asked, anchor), asked.case.made(all_events))])


@router.get("/places/{anchor:path}.csv")
def place_as_csv(asked: Reading, anchor: Anchor) -> Response:
    """The mentions of the place, a row each."""
    return as_csv([asdict(row) for row in _place(asked, anchor).rows], _COLUMNS, "place")


@router.get("/places/{anchor:path}")
def place(
    asked: Reading, anchor: Anchor, number: Annotated[Page, Query(alias="page")] = 1, mentions: Page = 1
) -> HTMLResponse:
    """The page of one place; `page` counts the events, `mentions` the pages of mentions."""
    index = asked.case.index
    shown = read_place_page(_place(asked, anchor), index)
    events = asked.case.made(all_events).events.get(anchor, ())
    rows, named = paged(events, number), paged(shown.rows, mentions, _MENTIONS)
    return page(
        asked,
        "place.html",
        shown=shown,
        drawn=_small_map(asked, shown.place),
        rows=rows,
        groups=read_events_there(tuple(rows.rows), index),
        inferred=sum(placed.inferred for placed in events),
        disputed=sum(placed.disputed for placed in events),
        named=named,
        mentions=[read_mention(row, index) for row in named.rows],
    )


def _place(asked: Asked, anchor: str) -> Place:
    found = asked.case.made(read_atlas).places.get(anchor)
    if found is None:
        raise HTTPException(404, "The reports of this case name no such place.")
    return found


def all_events(index: Index) -> Gazette:
    """Every event of the case at its places."""
    return read_gazette(index.made(read_atlas).places, index.made(read_chronicle).entries, index)


def _small_map(asked: Asked, shown: Place) -> WorldMap | None:
    """The map of the case with this place alone."""
    gazette = asked.case.made(all_events)
    alone = Gazette(places={shown.anchor: shown}, events=gazette.events, nowhere=())
    return read_map(asked.case.made(read_atlas), alone, asked.case.index, named=True)
