"""Which builds made the case what it is, by which steps?"""

from datetime import datetime

import msgspec
from sqlalchemy import Connection, insert, select

from variorum.model.base import Record
from variorum.record.digests import Digest, drop_old_digests
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


def note_build(
    connection: Connection, finished: datetime, version: str, steps: tuple[StepNote, ...], digest: Digest | None = None
) -> None:
    """Adds a complete build; of builds before the last one only the note that they were is kept."""
    values = {"finished": finished.isoformat(timespec="seconds"), "version": version}
    if digest is not None:
        values["digest"] = msgspec.json.encode(digest).decode()
    connection.execute(insert(BUILDS).values(steps=msgspec.json.encode(steps).decode(), **values))
    build = last_build(connection)
    if build is not None:
        drop_old_digests(connection, build.number)


def last_build(connection: Connection) -> Build | None:
    """The newest complete build; None before the first."""
    row = connection.execute(select(BUILDS).order_by(BUILDS.c.number.desc()).limit(1)).mappings().first()
    if row is None:
        return None
    steps = msgspec.json.decode(row["steps"], type=tuple[StepNote, ...])
    return Build(number=row["number"], finished=row["finished"], version=row["version"], steps=steps)
