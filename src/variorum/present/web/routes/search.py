"""Where in the case do these words stand?"""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from variorum.present.views.entity_list import read_directory
from variorum.present.views.report_list import read_report_list
from variorum.present.views.search import KINDS, NOTHING, HitView, SearchView, search, show_hits
from variorum.present.views.search_entries import Kind
from variorum.present.views.search_index import SearchIndex
from variorum.present.web.answers import Asked, Reading, as_csv, as_json, page, paged
from variorum.present.web.asking import PageNumber, Unasked

router = APIRouter()

_FIRST = 5
_PAGE = 25
_MOST = 2000

Words = Annotated[str, Query(alias="q")]
Outlet = Annotated[str, Query(max_length=500)]
OneKind = Annotated[Kind | None, Unasked]


def _found(asked: Asked, typed: str, outlet: str) -> SearchView:
    if not typed.strip():
        return NOTHING
    return search(typed, outlet, asked.case.index, asked.case.made(SearchIndex))


def _hits(asked: Asked, view: SearchView, rows: Sequence[int]) -> tuple[HitView, ...]:
    return show_hits(view, rows, asked.case.index, asked.case.made(SearchIndex)) if rows else ()


@router.get("/search")
def search_page(
    asked: Reading, typed: Words = "", kind: OneKind = None, outlet: Outlet = "", number: PageNumber = 1
) -> HTMLResponse:
    """What was found, kind by kind; of one kind page by page."""
    view = _found(asked, typed, outlet)
    by_kind = view.found.by_kind
    chosen = paged(by_kind.get(kind, ()), number, _PAGE) if kind else None
    groups = [
        (known, KINDS[known], len(rows), _hits(asked, view, chosen.rows if chosen else rows[:_FIRST]))
        for known, rows in by_kind.items()
        if kind in (None, known)
    ]
    return page(
        asked,
        "search.html",
        words=typed,
        view=view,
        kind=kind,
        outlet=outlet,
        outlets=sorted({row.outlet for row in asked.case.made(read_report_list) if row.outlet}, key=str.casefold),
        counts=[(known, KINDS[known], len(rows)) for known, rows in by_kind.items()],
        groups=groups,
        chosen=chosen,
        examples=[line for line in asked.case.made(read_directory).lines[:8] if not line.in_passing]
        if not typed
        else (),
    )


@router.get("/search.json")
def search_as_json(asked: Reading, typed: Words = "", kind: OneKind = None, outlet: Outlet = "") -> Response:
    """What was found, as JSON: the best of each kind."""
    return as_json(_all(asked, typed, kind, outlet))


@router.get("/search.csv")
def search_as_csv(asked: Reading, typed: Words = "", kind: OneKind = None, outlet: Outlet = "") -> Response:
    """What was found, as a table: the best of each kind."""
    columns = ("kind", "id", "siglum", "words", "note", "href", "text_href")
    rows = [
        {
            **{name: getattr(hit, name) for name in columns if name != "siglum"},
            "kind": hit.kind.value,
            "siglum": hit.witness.siglum if hit.witness else "",
        }
        for hit in _all(asked, typed, kind, outlet)
    ]
    return as_csv(rows, columns, "found")


def _all(asked: Asked, typed: str, kind: Kind | None, outlet: str) -> list[HitView]:
    view = _found(asked, typed, outlet)
    rows = [row for known, found in view.found.by_kind.items() if kind in (None, known) for row in found]
    return [
        hit for first in range(0, min(len(rows), _MOST), 500) for hit in _hits(asked, view, rows[first : first + 500])
    ]
