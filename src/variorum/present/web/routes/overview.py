"""What is the case built from, what is new in it, and what should a reader see first?"""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from variorum.present.views.changes import Changes, read_changes
from variorum.present.views.overview import read_overview
from variorum.present.web.answers import Asked, Reading, as_csv, as_json, page

router = APIRouter()

_COLUMNS = ("siglum", "outlet", "author", "title", "published", "basis", "language", "words", "files", "address")


@router.get("/")
def overview(asked: Reading) -> HTMLResponse:
    """The overview."""
    return page(asked, "overview.html", view=asked.case.made(read_overview), changes=_changes(asked))


@router.get("/overview.json")
def overview_as_json(asked: Reading) -> Response:
    """The overview as JSON."""
    return as_json([asked.case.made(read_overview)])


@router.get("/overview.csv")
def overview_as_csv(asked: Reading) -> Response:
    """The reports that the case is built from, as a table."""
    sources = asked.case.made(read_overview).heading.sources
    rows = [
        {
            "siglum": source.witness.siglum,
            "files": ", ".join(source.files),
            **{name: getattr(source, name) for name in _COLUMNS if name not in ("siglum", "files")},
        }
        for source in sources
    ]
    return as_csv(rows, _COLUMNS, "reports")


def _changes(asked: Asked) -> Changes | None:
    before = asked.case.before
    return read_changes(before, asked.case.index) if before is not None else None
