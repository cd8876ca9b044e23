"""Who and what is named in the case, one line each?"""

from collections.abc import Mapping

from variorum.model.base import Record
from variorum.model.tables import Entity
from variorum.model.terms import EntityType
from variorum.present.views.entity_rows import EntityRows, read_entity_rows
from variorum.present.views.index import Index
from variorum.present.views.visible import on_line
from variorum.present.views.words import ENTITY_TYPES


class EntityLine(Record, frozen=True, kw_only=True, gc=False):
    """An entity in a line. `mentions` counts where it is named, `reports` in how many reports; `said`, `did`, `met`, `told` count
    its statements, what it did, what was done to it and what others say that names it.

    `in_passing`: described once, never named.
    """

    id: str
    href: str
    type: EntityType
    kind: str
    name: str
    country: str
    aliases: tuple[str, ...]
    mentions: int
    reports: int
    roles: int
    said: int
    did: int
    met: int
    told: int
    points: int
    in_passing: bool


class Directory(Record, frozen=True, kw_only=True):
    """All entities: `lines` in order, the most named first, and by id; `rows` what is told of each, by id."""

    lines: tuple[EntityLine, ...]
    by_id: Mapping[str, EntityLine]
    rows: Mapping[str, EntityRows]


def read_directory(index: Index) -> Directory:
    """The entities of the case."""
    rows = read_entity_rows(index)
    lines = (_line(entity, rows[entity.id], index) for entity in index.tables.entities)
    ordered = tuple(sorted(lines, key=lambda line: (-line.mentions, line.name, line.id)))
    return Directory(lines=ordered, by_id={line.id: line for line in ordered}, rows=rows)


def is_in_passing(found: EntityRows) -> bool:
    """Whether an entity is described once and no more is told of it that could be asked for by a name."""
    return len(found.named) == 1 and not found.roles and found.named[0].form != "name"


def _line(entity: Entity, found: EntityRows, index: Index) -> EntityLine:
    name = on_line(entity.name)
    return EntityLine(
        id=entity.id,
        href=index.way(entity.id),
        type=entity.type,
        kind=ENTITY_TYPES[entity.type],
        name=name,
        country=on_line(entity.country),
        aliases=tuple(alias for alias in map(on_line, entity.aliases) if alias != name),
        mentions=max(len(found.named), len(found.placed)),
        reports=len({row.report for rows in (found.named, found.placed) for row in rows}),
        roles=len(found.roles),
        said=len(found.said),
        did=len(found.did),
        met=len(found.met),
        told=len(found.told),
        points=len(found.points),
        in_passing=is_in_passing(found),
    )
