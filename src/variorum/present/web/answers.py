"""How does a page become an answer: as HTML, and as the JSON and CSV behind it?"""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import quote, urlencode

import msgspec
from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, Response

from variorum.model.base import Record
from variorum.present.views.decisions import decided_on
from variorum.present.views.environment import environment
from variorum.present.web.room import OpenCase, Room

PAGES = (
    ("/", "Overview"),
    ("/points", "Variorum"),
    ("/timeline", "Timeline"),
    ("/map", "Map"),
    ("/figures", "Figures"),
    ("/reports", "Reports"),
    ("/entities", "Names"),
    ("/states", "Offices"),
    ("/labels", "Words used"),
    ("/lineage", "Who is independent"),
    ("/decisions", "Decisions"),
)
"""The pages that every page leads to, and what they are called."""

T = TypeVar("T")


class Asked(Record, frozen=True, kw_only=True):
    """A request with the case it reads: `part` says that only the part of a page that changed is wanted."""

    request: Request
    room: Room
    case: OpenCase
    part: bool


def _asked(request: Request) -> Asked:
    room: Room = request.app.state.room
    # going back in a browser's history asks for whole pages
    part = "hx-request" in request.headers and "hx-history-restore-request" not in request.headers
    return Asked(request=request, room=room, case=room.open_case(), part=part)


Reading = Annotated[Asked, Depends(_asked)]
"""What every route takes first."""


def page(asked: Asked, template: str, *, status: int = 200, push: bool = False, **shown: Any) -> HTMLResponse:
    """The template filled in. Templates extend base.html, and learn from `asked.part` to leave the frame out.

    `push`: where only a part is asked for, the browser shows the address of the view, without fields that were left empty.
    """
    request = asked.request
    text = (
        environment("variorum.present.web")
        .get_template(template)
        .render(
            asked=asked,
            name=asked.room.name,
            pages=PAGES,
            here=request.url.path,
            decided=asked.case.made(decided_on),
            form_token=request.app.state.key.form_token,
            address=address,
            behind=behind,
            **shown,
        )
    )
    headers = {"vary": "hx-request"} | ({"hx-push-url": address(request)} if push and asked.part else {})
    return HTMLResponse(text, status_code=status, headers=headers)


class Paged(Record, Generic[T], frozen=True, kw_only=True):
    """One page of a long list: `number` counts from 1, `pages` is how many there are, one at least, `total` the list's length."""

    rows: Sequence[T]
    number: int
    pages: int
    total: int
    first: int


def paged(rows: Sequence[T], number: int, size: int = 50) -> Paged[T]:
    """The page of this number; the last one where there are fewer."""
    pages = max(1, -(-len(rows) // size))
    number = min(max(number, 1), pages)
    first = (number - 1) * size
    return Paged(rows=rows[first : first + size], number=number, pages=pages, total=len(rows), first=first)


def address(request: Request, **changed: object) -> str:
    """The address of this view with some of its parameters changed; those changed to None or "" are left out."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in changed and value != ""]
    kept += [(name, str(value)) for name, value in changed.items() if value not in (None, "")]
    return quote(request.url.path) + (f"?{urlencode(kept)}" if kept else "")


def behind(request: Request, ending: str) -> str:
    """The address of the rows of this view, all pages of them; `ending` is json or csv."""
    path, mark, parameters = address(request, page=None).partition("?")
    return f"{path}.{ending}{mark}{parameters}"


def as_json(rows: Sequence[Record]) -> Response:
    """The rows as a JSON list, every field in every row."""
    return Response(msgspec.json.encode(list(rows)), media_type="application/json")


def as_csv(rows: Sequence[Mapping[str, object]], columns: Sequence[str], name: str) -> Response:
    """The rows as a CSV file for a spreadsheet: a cell that it would take for a formula begins with an apostrophe."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return Response(
        "\ufeff" + written.getvalue(),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{name}.csv"'},
    )


def _cell(value: object) -> object:
    # tables of large cases have hundreds of thousands of cells: the most frequent kinds first
    if value is None or value.__class__ in _NUMBERS:
        return value
    text = str(value) if isinstance(value, str) else msgspec.json.encode(value).decode()
    return "'" + text if text[:1] in _FORMULAS else text


_NUMBERS = frozenset({bool, int, float})
_FORMULAS = frozenset("=+-@\t\r")
