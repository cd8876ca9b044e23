"""What does any one row of the record say, on which words does it rest, and why is it there?"""

from fastapi import APIRouter, HTTPException
from fastapi.responses import HTMLResponse, Response

from variorum.errors import AmbiguousRow, NoSuchRow
from variorum.present.explain import Explainer, Explanation
from variorum.present.views.index import Index
from variorum.present.views.row_in_full import read_row
from variorum.present.web.answers import Asked, Reading, as_json, page
from variorum.present.web.asking import Id

router = APIRouter()


@router.get("/rows/{row_id}.json")
def row_as_json(asked: Reading, row_id: Id) -> Response:
    """The row as it stands in its table."""
    return as_json([explained(asked, row_id).row])


@router.get("/rows/{row_id}")
def row(asked: Reading, row_id: Id) -> HTMLResponse:
    """The row in plain words. The start of an id will do where only one row's id starts so."""
    why = explained(asked, row_id)
    return page(asked, "row.html", row=read_row(why, asked.case.index))


def explained(asked: Asked, row_id: str) -> Explanation:
    """Why the row is in the record; an answer that there is none, where there is none."""
    explainer = asked.case.made(explainer_of)
    try:
        return explainer.explain(row_id, asked.case.build.steps)
    except (NoSuchRow, AmbiguousRow) as error:
        raise HTTPException(404, str(error)) from None


def explainer_of(index: Index) -> Explainer:
    """Explains any row of the case."""
    return Explainer(index.tables)
