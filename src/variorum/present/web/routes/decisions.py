"""What was decided, and what shall be? The same decisions as on the command line, effective at once."""

from os import environ
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from variorum.model.terms import DecisionKind
from variorum.present.views.choices import read_choices
from variorum.present.views.decisions import DecisionView, read_decisions
from variorum.present.views.row_in_full import read_row
from variorum.present.web.access import checked_form
from variorum.present.web.answers import Reading, as_csv, as_json, page, paged
from variorum.present.web.asking import Id, PageNumber
from variorum.present.web.routes.rows import explained

router = APIRouter()

_REVIEWER = "variorum-reviewer"
_A_YEAR = 365 * 24 * 3600
_COLUMNS = ("number", "what", "status", "reviewer", "made", "reason", "rows", "outcome", "id")

Words = Annotated[str, Query(max_length=200)]


@router.get("/decisions")
def decisions(asked: Reading, number: PageNumber = 1) -> HTMLResponse:
    """The log of decisions, the newest first."""
    rows = asked.case.made(read_decisions)
    return page(
        asked,
        "decisions.html",
        rows=paged(rows, number),
        reviewer=_reviewer(asked.request),
    )


@router.get("/decisions.json")
def decisions_as_json(asked: Reading) -> Response:
    """All decisions, as the record holds them."""
    return as_json(asked.case.tables.decisions)


@router.get("/decisions.csv")
def decisions_as_csv(asked: Reading) -> Response:
    """All decisions, one a line."""
    return as_csv([_line(view) for view in asked.case.made(read_decisions)], _COLUMNS, "decisions")


@router.get("/decisions/{decision_id}")
def decision(asked: Reading, decision_id: Id) -> HTMLResponse:
    """One decision, what it changed, and the way to take it back."""
    view = next((row for row in asked.case.made(read_decisions) if row.id == decision_id), None)
    if view is None:
        raise HTTPException(404, f"{decision_id}: no decision of this case has this id.")
    changes = asked.room.changes.get(decision_id)
    return page(asked, "decision.html", view=view, changes=changes, reviewer=_reviewer(asked.request))


@router.get("/decide/{row_id}")
def decide(asked: Reading, row_id: Id, q: Words = "") -> HTMLResponse:
    """All that can be decided about one row; `q` narrows the rows that it may be one with."""
    why = explained(asked, row_id)
    return page(
        asked,
        "decide.html",
        row=read_row(why, asked.case.index),
        choices=read_choices(why.table, why.row, q, asked.case.index),
        looked_for=q,
        reviewer=_reviewer(asked.request),
    )


@router.post("/decisions", dependencies=[Depends(checked_form)])
def decided(
    asked: Reading,
    kind: Annotated[DecisionKind, Form()],
    row: Annotated[list[str], Form(max_length=500)],
    reviewer: Annotated[str, Form(max_length=200)] = "",
    reason: Annotated[str, Form(max_length=5000)] = "",
) -> Response:
    """Records a decision, and leads to what it changed."""
    made = asked.room.decide(kind, row, reviewer, reason)
    answer = RedirectResponse(f"/decisions/{quote(made)}", status_code=303)
    answer.set_cookie(_REVIEWER, quote(" ".join(reviewer.split())), max_age=_A_YEAR, httponly=True, samesite="strict")
    return answer


def _reviewer(request: Request) -> str:
    """Who decided last in this browser; before the first time, whom the environment names."""
    return unquote(request.cookies.get(_REVIEWER, "")) or environ.get("VARIORUM_REVIEWER", "")


def _line(view: DecisionView) -> dict[str, object]:
    rows = "; ".join(f"{row.kind}: {row.words}" for row in view.rows)
    return {name: getattr(view, name) for name in _COLUMNS if name != "rows"} | {"rows": rows}
