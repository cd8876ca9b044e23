"""Which findings of single reports are there already, so that they need not be made again?"""

from collections.abc import Collection, Iterable

import msgspec
from sqlalchemy import Connection, bindparam, delete, select

from variorum.model.base import Record
from variorum.model.tables import Tables
from variorum.record.schema import ANNOTATIONS

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Tables)


class Annotation(Record, frozen=True, kw_only=True):
    """The findings of one report under the key of all they depend on."""

    key: str
    report: str
    tables: Tables


def keep_annotations(connection: Connection, annotations: Iterable[Annotation]) -> None:
    """Adds the findings; those of a key that is there already are replaced."""
    rows = [{"key": a.key, "report": a.report, "tables": _encoder.encode(a.tables)} for a in annotations]
    if rows:
        connection.execute(delete(ANNOTATIONS).where(ANNOTATIONS.c.key.in_([row["key"] for row in rows])))
        connection.execute(ANNOTATIONS.insert(), rows)


def read_annotations(connection: Connection, keys: Collection[str]) -> dict[str, Tables]:
    """The findings kept under the keys. Those that cannot be read any more are left out: they are made again."""
    found = {}
    wanted = frozenset(keys)
    for row in connection.execute(select(ANNOTATIONS.c.key, ANNOTATIONS.c.tables)):
        if row.key in wanted:
            try:
                found[row.key] = _decoder.decode(row.tables)
            except msgspec.MsgspecError:
                continue
    return found


def drop_annotations(connection: Connection, keep: Collection[str]) -> None:
    """Removes all findings but those of the keys: older steps or metadata made them."""
    kept = frozenset(keep)
    stale = [{"stale": key} for key in connection.scalars(select(ANNOTATIONS.c.key)) if key not in kept]
    if stale:
        connection.execute(delete(ANNOTATIONS).where(ANNOTATIONS.c.key == bindparam("stale")), stale)
