"""Who holds which office, belongs to what, or is where, from which accounts, over time?"""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, HTTPException, Query
from fastapi.responses import HTMLResponse, Response

from variorum.compare.states import StateLedger, Statement
from variorum.model.terms import RoleKind, Verdict
from variorum.present.views.states import (
    STATE_KINDS,
    StateChoice,
    choose_states,
    read_state,
    read_state_shelf,
)
from variorum.present.web.answers import Asked, Reading, as_csv, as_json, page, paged
from variorum.present.web.asking import Id, PageNumber, Unasked, Words
from variorum.present.web.hearing import Hearing
from variorum.present.web.ledger_rows import part_rows

router = APIRouter()

_A_PAGE, _FEW = 20, 8
_HEAD = ("kind", "title", "verdict")
_COLUMNS = ("ledger", *_HEAD, *Statement.__struct_fields__)


def _choice(
    wanted: Hearing,
    kind: Annotated[RoleKind | None, Unasked, Query()] = None,
    who: Words = "",
    verdict: Annotated[Verdict | None, Unasked, Query()] = None,
) -> StateChoice:
    return StateChoice(kind=kind, who=who.strip(), verdict=verdict, wanted=wanted)


Choice = Annotated[StateChoice, Depends(_choice)]


@router.get("/states")
def states(asked: Reading, choice: Choice, number: PageNumber = 1) -> HTMLResponse:
    """The offices, bodies and persons that fit the choice, each with its statements."""
    shelf = asked.case.made(read_state_shelf)
    any_kind = choose_states(shelf.keys, msgspec.structs.replace(choice, kind=None))
    kinds = [(kind, title, sum(one.kind is kind for one in any_kind)) for kind, title in STATE_KINDS.items()]
    rows = paged([one for one in any_kind if choice.kind in (None, one.kind)], number, _A_PAGE)
    return page(
        asked,
        "states.html",
        choice=choice,
        shelf=shelf,
        rows=rows,
        views=[read_state(one, asked.case.index) for one in rows.rows],
        counts=[(None, "All", len(any_kind)), *kinds],
        few=_FEW,
        push=True,
    )


@router.get("/states.json")
def states_as_json(asked: Reading, choice: Choice) -> Response:
    """The offices, bodies and persons that fit the choice, with every statement."""
    return as_json(choose_states(asked.case.made(read_state_shelf).keys, choice))


@router.get("/states.csv")
def states_as_csv(asked: Reading, choice: Choice) -> Response:
    """The statements on what fits the choice, a row each."""
    return as_csv(
        list(part_rows(choose_states(asked.case.made(read_state_shelf).keys, choice), _HEAD)), _COLUMNS, "offices"
    )


@router.get("/states/{state_id}.json")
def state_as_json(asked: Reading, state_id: Id) -> Response:
    """One office, body or person with every statement."""
    return as_json([_state(asked, state_id)])


@router.get("/states/{state_id}.csv")
def state_as_csv(asked: Reading, state_id: Id) -> Response:
    """The statements on one office, body or person, a row each."""
    return as_csv(list(part_rows([_state(asked, state_id)], _HEAD)), _COLUMNS, "office")


@router.get("/states/{state_id}")
def state(asked: Reading, state_id: Id, number: PageNumber = 1) -> HTMLResponse:
    """The page of one office, body or person."""
    view = read_state(_state(asked, state_id), asked.case.index)
    rows = paged((*view.statements, *view.passing), number)
    return page(asked, "state.html", view=view, rows=rows)


def _state(asked: Asked, state_id: str) -> StateLedger:
    found = asked.case.made(read_state_shelf).by_id.get(state_id)
    if found is None:
        raise HTTPException(
            404,
            "This build of the case holds no such office, body or person. A later build may have put it differently.",
        )
    return found
