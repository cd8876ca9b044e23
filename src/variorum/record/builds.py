"""Which builds made the case what it is, by which steps?"""

from datetime import datetime

import msgspec
from sqlalchemy import Connection, insert, select

from variorum.model.base import Record
from variorum.record.schema import BUILDS


class StepNote(Record, frozen=True, kw_only=True):
    """A step as it was at a build: `question` is what it answers, `needs` and `sets` name tables."""

    name: str
    version: int
    needs: tuple[str, ...]
    sets: tuple[str, ...]
    question: str


class Build(Record, frozen=True, kw_only=True):
    """A complete build; `number` counts from 1, `finished` is a time in UTC, `version` that of Variorum."""

    number: int
    finished: str
    version: str
    steps: tuple[StepNote, ...]


def note_build(connection: Connection, finished: datetime, version: str, steps: tuple[StepNote, ...]) -> None:
    """Adds a complete build."""
    values = {"finished": finished.isoformat(timespec="seconds"), "version": version}
    connection.execute(insert(BUILDS).values(steps=msgspec.json.encode(steps).decode(), **values))


def last_build(connection: Connection) -> Build | None:
    """The newest complete build; None before the first."""
    row = connection.execute(select(BUILDS).order_by(BUILDS.c.number.desc()).limit(1)).mappings().first()
    if row is None:
        return None
    steps = msgspec.json.decode(row["steps"], type=tuple[StepNote, ...])
    return Build(number=row["number"], finished=row["finished"], version=row["version"], steps=steps)
