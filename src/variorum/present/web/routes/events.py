"""What do all accounts tell of one event, and why is it held to be one?"""

from fastapi import APIRouter, HTTPException
from fastapi.responses import HTMLResponse, Response
from msgspec.structs import asdict

from variorum.present.views.chronicle import Entry, read_chronicle
from variorum.present.views.event_page import read_account, read_event_page
from variorum.present.views.event_rows import event_row
from variorum.present.views.index import Index
from variorum.present.views.map_page import read_atlas, read_place_line
from variorum.present.views.place_events import read_gazette
from variorum.present.web.answers import Asked, Reading, as_csv, as_json, page, paged
from variorum.present.web.asking import Id, PageNumber

router = APIRouter()


_COLUMNS = (
    "id", "report", "start", "end", "text", "date", "place", "actor", "recipient", "voice", "told",
)  # fmt: skip


@router.get("/events/{event_id}.json")
def event_as_json(asked: Reading, event_id: Id) -> Response:
    """The event with every account of it."""
    return as_json([event_row(_entry(asked, event_id), asked.case.index)])


@router.get("/events/{event_id}.csv")
def event_as_csv(asked: Reading, event_id: Id) -> Response:
    """The accounts of the event, a row each."""
    row = event_row(_entry(asked, event_id), asked.case.index)
    return as_csv([asdict(account) for account in row.accounts], _COLUMNS, "event")


@router.get("/events/{event_id}")
def event(asked: Reading, event_id: Id, number: PageNumber = 1) -> HTMLResponse:
    """The page of one event."""
    entry, index = _entry(asked, event_id), asked.case.index
    shown = read_event_page(entry.event, index)
    gazette = read_gazette(asked.case.made(read_atlas).places, [entry], index)
    rows = paged(shown.rows, number)
    return page(
        asked,
        "event.html",
        shown=shown,
        rows=rows,
        accounts=[read_account(row, index) for row in rows.rows],
        places=[read_place_line(gazette.places[anchor], gazette, index) for anchor in sorted(gazette.events)],
    )


def _entry(asked: Asked, event_id: str) -> Entry:
    entry = asked.case.made(entries_by_id).get(event_id)
    if entry is None:
        raise HTTPException(
            404, "This build of the case holds no such event. A later build may have joined it with another."
        )
    return entry


def entries_by_id(index: Index) -> dict[str, Entry]:
    """The events of the case by id."""
    return {entry.event.id: entry for entry in index.made(read_chronicle).entries}
