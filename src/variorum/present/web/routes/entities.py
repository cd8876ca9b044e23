"""Who and what is named, and what do the accounts tell of each?"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import HTMLResponse, Response

from variorum.model.base import Record
from variorum.model.tables import Entity
from variorum.model.terms import EntityType
from variorum.present.views.entity_list import EntityLine, read_directory
from variorum.present.views.entity_names import read_labels, read_names
from variorum.present.views.entity_page import (
    EntityPart,
    read_deeds,
    read_points_about,
    read_roles,
    read_statements,
)
from variorum.present.views.entity_rows import EntityRows
from variorum.present.views.folding import folded
from variorum.present.views.index import Index
from variorum.present.views.visible import on_line
from variorum.present.views.words import ENTITY_TYPES
from variorum.present.web.answers import Asked, Reading, as_csv, as_json, page, paged
from variorum.present.web.asking import Id, PageNumber, Unasked, Words

router = APIRouter()

_FIRST = 8


class Order(StrEnum):
    """By what the list of names is sorted."""

    MENTIONS = "mentions"
    NAME = "name"
    REPORTS = "reports"
    SAID = "said"
    POINTS = "points"


Kind = Annotated[EntityType | None, Unasked]
Part = Annotated[EntityPart | None, Unasked]
_BY: dict[Order, Callable[[EntityLine], tuple[int, str]]] = {
    Order.NAME: lambda line: (0, folded(line.name)),
    Order.REPORTS: lambda line: (-line.reports, line.name),
    Order.SAID: lambda line: (-line.said, line.name),
    Order.POINTS: lambda line: (-line.points, line.name),
}
_PARTS = (
    (EntityPart.NAMES, "Names", "Every spelling, and where it was read."),
    (EntityPart.ROLES, "Roles", "Who they are said to be, or where, in order of time."),
    (EntityPart.CALLED, "What each account calls them", "The accounts’ own words for them, side by side."),
    (EntityPart.POINTS, "Where accounts can be compared", "Points that concern them, the sharpest first."),
    (EntityPart.DID, "What they did", "Events told with them as the one who acts, in order of time."),
    (EntityPart.MET, "What was done to them", "Events told with them as the one acted on."),
    (EntityPart.SAID, "What they said", "Statements the accounts attribute to them."),
    (EntityPart.TOLD, "What was said of them", "Statements of others that name them, or came by way of them."),
)


def _listed(asked: Asked, kind: EntityType | None, q: str, passing: bool, sort: Order) -> list[EntityLine]:
    wanted = folded(q).split()
    lines = [
        line
        for line in asked.case.made(read_directory).lines
        if (kind is None or line.type is kind)
        and (passing or wanted or not line.in_passing)
        and (not wanted or _named(line, wanted))
    ]
    return sorted(lines, key=_BY[sort]) if sort in _BY else lines


def _named(line: EntityLine, wanted: Sequence[str]) -> bool:
    names = folded(" ".join((line.name, *line.aliases, line.country)))
    return all(word in names for word in wanted)


@router.get("/entities")
def entities(
    asked: Reading,
    kind: Annotated[Kind, Query(alias="type")] = None,
    q: Words = "",
    passing: bool = False,
    sort: Order = Order.MENTIONS,
    number: PageNumber = 1,
) -> HTMLResponse:
    """The list of names."""
    everything = asked.case.made(read_directory).lines
    return page(
        asked,
        "entities.html",
        rows=paged(_listed(asked, kind, q, passing, sort), number),
        kinds=[(known, ENTITY_TYPES[known], sum(line.type is known for line in everything)) for known in EntityType],
        in_passing=sum(line.in_passing for line in everything),
        asked_for={"type": kind, "q": q, "passing": passing, "sort": sort},
        total=len(everything),
    )


@router.get("/entities.json")
def entities_as_json(
    asked: Reading,
    kind: Annotated[Kind, Query(alias="type")] = None,
    q: Words = "",
    passing: bool = False,
    sort: Order = Order.MENTIONS,
) -> Response:
    """The list of names as JSON."""
    return as_json(_listed(asked, kind, q, passing, sort))


@router.get("/entities.csv")
def entities_as_csv(
    asked: Reading,
    kind: Annotated[Kind, Query(alias="type")] = None,
    q: Words = "",
    passing: bool = False,
    sort: Order = Order.MENTIONS,
) -> Response:
    """The list of names as a table."""
    return _table(_listed(asked, kind, q, passing, sort), EntityLine, "names")


@router.get("/entities/{entity}.json")
def entity_as_json(asked: Reading, entity: Id, part: Part = None) -> Response:
    """A part of what is told of one entity, as JSON; its names where no part is asked for."""
    return as_json(_rows(part or EntityPart.NAMES, *_found(asked, entity), asked.case.index))


@router.get("/entities/{entity}.csv")
def entity_as_csv(asked: Reading, entity: Id, part: Part = None) -> Response:
    """A part of what is told of one entity, as a table; its names where no part is asked for."""
    rows = _rows(part or EntityPart.NAMES, *_found(asked, entity), asked.case.index)
    return _table(rows, type(rows[0]) if rows else Record, (part or EntityPart.NAMES).value)


def _table(rows: Sequence[Record], kind: type[Record], name: str) -> Response:
    columns = kind.__struct_fields__
    return as_csv([{column: getattr(row, column) for column in columns} for row in rows], columns, name)


def _found(asked: Asked, entity: str) -> tuple[Entity, EntityRows]:
    row = asked.case.index.entities.get(entity)
    if row is None:
        raise HTTPException(404, "This case knows nobody and nothing of that name.")
    return row, asked.case.made(read_directory).rows[entity]


def _rows(part: EntityPart, row: Entity, found: EntityRows, index: Index) -> Sequence[Record]:
    """What the part holds, all of it."""
    made: dict[EntityPart, Callable[[], Sequence[Record]]] = {
        EntityPart.NAMES: lambda: read_names(row, found, index),
        EntityPart.ROLES: lambda: read_roles(found, index),
        EntityPart.DID: lambda: read_deeds(found.did, index, did=True),
        EntityPart.MET: lambda: read_deeds(found.met, index, did=False),
        EntityPart.SAID: lambda: read_statements(found.said, index),
        EntityPart.TOLD: lambda: read_statements(found.told, index),
        EntityPart.CALLED: lambda: read_labels(found, index),
        EntityPart.POINTS: lambda: read_points_about(found.points, index),
    }
    return made[part]()


@router.get("/entities/{entity}")
def entity_page(asked: Reading, entity: Id, part: Part = None, number: PageNumber = 1) -> HTMLResponse:
    """All that is told of one entity, or one part of it page by page."""
    row, found = _found(asked, entity)
    index = asked.case.index
    parts = [
        (known.value, title, what, paged(rows, number if part else 1, 50 if part else _FIRST))
        for known, title, what in _PARTS
        if part in (None, known) and ((rows := _rows(known, row, found, index)) or part)
    ]
    return page(
        asked,
        "entity.html",
        row=row,
        called=on_line(row.name),
        kind=ENTITY_TYPES[row.type],
        line=asked.case.made(read_directory).by_id[entity],
        reasons=[on_line(reason) for reason in row.reasons],
        parts=parts,
        part=part,
    )
