"""Which reports were read, what does each say word by word, and how does one stand beside another?"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from variorum.model.base import Span
from variorum.model.tables import Report
from variorum.model.terms import ReportStatus
from variorum.present.views.beside import read_beside
from variorum.present.views.entity_page import read_points_about
from variorum.present.views.folding import folded
from variorum.present.views.heading import read_heading
from variorum.present.views.layers import Layer
from variorum.present.views.report_list import ReportRow, read_hangs, read_report_list
from variorum.present.views.report_marks import MarkRow, read_mark_rows
from variorum.present.views.reports import read_report
from variorum.present.web.answers import Asked, Reading, as_csv, as_json, page, paged
from variorum.present.web.asking import Id, PageNumber, Unasked, Words

router = APIRouter()

_LAYERS = (
    (Layer.READING, "readings", "what a point compares"),
    (Layer.CLAIM, "statements", "who says what"),
    (Layer.EVENT, "events", "what happened"),
    (Layer.FIGURE, "figures", "how many"),
    (Layer.ROLE, "roles", "who is what, or where"),
    (Layer.NAME, "names", "who and what is named"),
    (Layer.PLACE, "places", "where"),
    (Layer.DATE, "dates", "when"),
    (Layer.PASSAGE, "shared passages", "words that another report has too"),
)
_USUAL = frozenset(layer for layer, _, _ in _LAYERS if layer is not Layer.PASSAGE)
_HANGS = 8
_POINTS = 40


class Order(StrEnum):
    """By what the list of reports is sorted."""

    DATE = "date"
    TITLE = "title"
    OUTLET = "outlet"
    WORDS = "words"
    FINDINGS = "findings"
    LINKS = "links"


class Standing(StrEnum):
    """Which reports are listed: those that hang together with others, or those that stand alone."""

    LINKED = "linked"
    ALONE = "alone"


class Shown(StrEnum):
    """A layer of marks that is shown; NONE keeps an address with no layer apart from one that names none."""

    NONE = "none"
    READING = "reading"
    CLAIM = "claim"
    EVENT = "event"
    FIGURE = "figure"
    ROLE = "role"
    NAME = "name"
    PLACE = "place"
    DATE = "date"
    PASSAGE = "passage"


Chosen = Annotated[Standing | None, Unasked]
Place = Annotated[str | None, Query(pattern=r"^\d{1,9}-\d{1,9}$")]
_BY = {
    Order.TITLE: lambda row: (not row.title, (row.title or row.witness.name).casefold()),
    Order.OUTLET: lambda row: (not row.outlet, row.outlet.casefold()),
    Order.WORDS: lambda row: -row.words,
    Order.FINDINGS: lambda row: -row.findings,
    Order.LINKS: lambda row: -len(row.hangs),
}


def _listed(asked: Asked, q: str, outlet: str, links: Standing | None, sort: Order) -> list[ReportRow]:
    wanted = folded(q).split()
    rows = [
        row
        for row in asked.case.made(read_report_list)
        if (not outlet or row.outlet == outlet)
        and (links is None or bool(row.hangs) == (links is Standing.LINKED))
        and (not wanted or _names_all(row, wanted))
    ]
    return sorted(rows, key=_BY[sort]) if sort in _BY else rows


def _names_all(row: ReportRow, wanted: Sequence[str]) -> bool:
    names = folded(" ".join((row.witness.siglum, row.title, row.outlet, row.author, row.file, row.date)))
    return all(word in names for word in wanted)


@router.get("/reports")
def reports(
    asked: Reading,
    q: Words = "",
    outlet: Words = "",
    links: Chosen = None,
    sort: Order = Order.DATE,
    number: PageNumber = 1,
) -> HTMLResponse:
    """The list of reports, and what was set aside."""
    rows = _listed(asked, q, outlet, links, sort)
    everything = asked.case.made(read_report_list)
    return page(
        asked,
        "reports.html",
        rows=paged(rows, number),
        total=len(everything),
        heading=asked.case.made(read_heading),
        outlets=sorted({row.outlet for row in everything if row.outlet}, key=str.casefold),
        asked_for={"q": q, "outlet": outlet, "links": links, "sort": sort},
    )


@router.get("/reports.json")
def reports_as_json(
    asked: Reading, q: Words = "", outlet: Words = "", links: Chosen = None, sort: Order = Order.DATE
) -> Response:
    """The list of reports as JSON."""
    return as_json(_listed(asked, q, outlet, links, sort))


@router.get("/reports.csv")
def reports_as_csv(
    asked: Reading, q: Words = "", outlet: Words = "", links: Chosen = None, sort: Order = Order.DATE
) -> Response:
    """The list of reports as a table."""
    columns = (
        "siglum", "id", "title", "outlet", "author", "published", "basis", "language", "file", "address", "words",
        "findings", "points", "hangs_with",
    )  # fmt: skip
    return as_csv([_cells(row) for row in _listed(asked, q, outlet, links, sort)], columns, "reports")


def _cells(row: ReportRow) -> dict[str, object]:
    hangs = (
        f"{hang.other.siglum if hang.other else hint.origin}: {hint.kind.lower()}{' ' * bool(hint.share)}{hint.share}"
        for hang in row.hangs
        for hint in hang.hints
    )
    fields = {name: getattr(row, name) for name in row.__struct_fields__}
    return {**fields, "siglum": row.witness.siglum, "hangs_with": "; ".join(hangs)}


@router.get("/reports/{report}.json")
def report_as_json(asked: Reading, report: Id) -> Response:
    """What is marked in one report, as JSON."""
    return as_json(_marks(asked, report))


@router.get("/reports/{report}.csv")
def report_as_csv(asked: Reading, report: Id) -> Response:
    """What is marked in one report, as a table."""
    rows = _marks(asked, report)
    return as_csv([_fields(row) for row in rows], MarkRow.__struct_fields__, "findings")


def _marks(asked: Asked, report: str) -> tuple[MarkRow, ...]:
    return read_mark_rows(_report(asked, report), asked.case.index)


def _fields(row: MarkRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__struct_fields__}


def _report(asked: Asked, report: str) -> Report:
    found = asked.case.index.reports.get(report)
    if found is None:
        raise HTTPException(404, "This case holds no report of that name.")
    return found


@router.get("/reports/{report}")
def report_in_full(
    asked: Reading,
    report: Id,
    show: Annotated[list[Shown] | None, Query()] = None,
    at: Place = None,
) -> HTMLResponse:
    """One report word by word, with what was found in it."""
    row, index = _report(asked, report), asked.case.index
    found = Span(start=int(at.split("-")[0]), end=int(at.split("-")[1])) if at else None
    hangs, points = read_hangs(report, index), index.rows_of(report).points
    chosen = _USUAL if show is None else {Layer(shown.value) for shown in show if shown is not Shown.NONE}
    return page(
        asked,
        "report.html",
        view=read_report(row, index, found),
        aside=[view for view in asked.case.made(read_heading).set_aside if view.file and view.file == row.file],
        is_aside=row.status is ReportStatus.SET_ASIDE,
        layers=[(layer.value, name, what, layer in chosen) for layer, name, what in _LAYERS],
        hangs=hangs[:_HANGS],
        more_hangs=len(hangs) - len(hangs[:_HANGS]),
        points=read_points_about(points[:_POINTS], index),
        more_points=len(points) - len(points[:_POINTS]),
        line=asked.case.made(read_report_list)[row_place] if (row_place := index.witness(report).place) >= 0 else None,
        neighbours=_neighbours(report, asked),
    )


def _neighbours(report: str, asked: Asked) -> tuple[ReportRow | None, ReportRow | None]:
    """The reports before and after this one, in the order of their sigla."""
    rows, place = asked.case.made(read_report_list), asked.case.index.witness(report).place
    if place < 0:
        return None, None
    return rows[place - 1] if place else None, rows[place + 1] if place + 1 < len(rows) else None


@router.get("/reports/{report}/beside/{other}")
def report_beside(asked: Reading, report: Id, other: Id) -> Response:
    """Two reports side by side, what they share aligned."""
    one, two = _report(asked, report), _report(asked, other)
    if one.id == two.id:
        return RedirectResponse(asked.case.index.way(one.id), status_code=307)
    return page(asked, "beside.html", view=read_beside(one, two, asked.case.index))
