"""Where do the accounts stand on each question, side by side, and on what words does each answer rest?"""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query
from fastapi.responses import HTMLResponse, Response

from variorum.model.base import Record
from variorum.model.tables import Point
from variorum.model.terms import PointKind, Verdict
from variorum.present.views.index import Index, reading_anchor
from variorum.present.views.point_cards import read_point
from variorum.present.views.point_choice import (
    Chosen,
    Offers,
    PointChoice,
    PointOrder,
    choose_points,
    read_offers,
)
from variorum.present.views.point_in_full import read_point_in_full
from variorum.present.views.point_keys import PointKey, read_point_keys
from variorum.present.views.points import WIDEST_GRID, read_beside, read_grid, speaking
from variorum.present.views.words import KINDS
from variorum.present.web.answers import Asked, Reading, as_csv, as_json, page, paged
from variorum.present.web.asking import Day, Id, PageNumber, Unasked, Words
from variorum.present.web.reading_rows import COLUMNS, reading_rows

router = APIRouter()

_IN_FULL = 40
_NAMED = 200


class Layout(StrEnum):
    """How points are laid out: a table of points and accounts, or each point with its own accounts."""

    TABLE = "table"
    CARDS = "cards"


Number = Annotated[int, Query(ge=1, le=1_000_000)]


def _choice(
    kind: Annotated[PointKind | None, Unasked, Query()] = None,
    verdict: Annotated[list[Verdict] | None, Query(max_length=len(Verdict))] = None,
    place: Words = "",
    entity: Words = "",
    outlet: Words = "",
    first: Annotated[Day, Query(alias="from")] = None,
    last: Annotated[Day, Query(alias="to")] = None,
    q: Words = "",
    sort: PointOrder = PointOrder.WEIGHT,
) -> PointChoice:
    """What the address asks of the points."""
    return PointChoice(
        kind=kind,
        verdicts=tuple(dict.fromkeys(verdict or ())),
        place=place.strip(),
        entity=entity.strip(),
        outlet=outlet.strip(),
        first=first,
        last=last,
        words=q.strip(),
        order=sort,
    )


Choice = Annotated[PointChoice, Depends(_choice)]


@router.get("/points")
def points(
    asked: Reading,
    choice: Choice,
    layout: Annotated[Layout | None, Unasked, Query()] = None,
    account: Annotated[list[str] | None, Query(max_length=_NAMED)] = None,
    beside: Number = 1,
    number: PageNumber = 1,
) -> HTMLResponse:
    """The points that fit the choice, with their accounts beside each other."""
    chosen = _chosen(asked, choice)
    rows = paged(chosen.keys, number)
    views = [read_point(key.point, asked.case.index) for key in rows.rows]
    accounts = speaking(views)
    table = layout is Layout.TABLE or (layout is None and len(accounts) <= WIDEST_GRID)
    columns = read_beside(views, accounts, account or (), beside)
    return page(
        asked,
        "points.html",
        choice=choice,
        chosen=chosen,
        rows=rows,
        layout=layout,
        accounts=accounts,
        columns=columns,
        grid=read_grid(views, columns.witnesses) if table and accounts else None,
        views=views,
        offers=asked.case.made(to_choose_from).offers,
        kinds=KINDS,
        orders=_ORDERS,
        entity_name=_entity_name(asked.case.index, choice.entity),
        push=True,
    )


@router.get("/points.json")
def points_as_json(asked: Reading, choice: Choice) -> Response:
    """The points that fit the choice, all pages of them, as JSON."""
    return as_json([key.point for key in _chosen(asked, choice).keys])


@router.get("/points.csv")
def points_as_csv(asked: Reading, choice: Choice) -> Response:
    """The readings of the points that fit the choice, a row each, as a table."""
    chosen = (key.point for key in _chosen(asked, choice).keys)
    return as_csv(list(reading_rows(chosen, asked.case.index)), COLUMNS, "points")


@router.get("/points/{point_id}.json")
def point_as_json(asked: Reading, point_id: Id) -> Response:
    """The point as JSON."""
    return as_json([_point(asked, point_id)])


@router.get("/points/{point_id}.csv")
def point_as_csv(asked: Reading, point_id: Id) -> Response:
    """The point's readings as a table."""
    return as_csv(list(reading_rows([_point(asked, point_id)], asked.case.index)), COLUMNS, "point")


@router.get("/points/{point_id}")
def point(
    asked: Reading,
    point_id: Id,
    reading: Annotated[int | None, Query(ge=1, le=1_000_000)] = None,
    number: PageNumber = 1,
) -> HTMLResponse:
    """The page of one point; of its accounts those that stand with a reading, or on a page of them."""
    row = _point(asked, point_id)
    full = read_point_in_full(row, asked.case.index)
    wanted = reading_anchor(row, (reading or 0) - 1)
    holding = next((place for place, account in enumerate(full.accounts) if account.holds(wanted)), None)
    accounts = paged(full.accounts, number if holding is None else holding // _IN_FULL + 1, _IN_FULL)
    return page(asked, "point.html", full=full, accounts=accounts)


@router.get("/points/{point_id}/opened")
def opened(asked: Reading, point_id: Id) -> Response:
    """What a point opens to in place, among other points."""
    full = read_point_in_full(_point(asked, point_id), asked.case.index)
    return page(asked, "point_opened.html", full=full, accounts=paged(full.accounts, 1, _IN_FULL))


_ORDERS = (
    (PointOrder.WEIGHT, "weight"),
    (PointOrder.TIME, "time"),
    (PointOrder.ORIGINS, "independent origins"),
)


def _chosen(asked: Asked, choice: PointChoice) -> Chosen:
    return choose_points(asked.case.made(to_choose_from).keys, choice)


class _ToChooseFrom(Record, frozen=True, kw_only=True):
    keys: tuple[PointKey, ...]
    offers: Offers


def to_choose_from(index: Index) -> _ToChooseFrom:
    """All points with what they can be chosen by."""
    keys = read_point_keys(index)
    return _ToChooseFrom(keys=keys, offers=read_offers(keys))


def _point(asked: Asked, point_id: str) -> Point:
    found = asked.case.index.points.get(point_id)
    if found is None:
        raise HTTPException(
            404, "This build of the case holds no such point. A later build may have put it differently."
        )
    return found


def _entity_name(index: Index, entity: str) -> str:
    row = index.entities.get(entity)
    return row.name if row else ""
