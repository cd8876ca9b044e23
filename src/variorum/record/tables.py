"""How are the tables of a case written and read as a whole?"""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from variorum.errors import NotACase
from variorum.model.base import Record
from variorum.model.tables import Tables
from variorum.record.positions import place
from variorum.record.rows import record_of, row_of
from variorum.record.schema import RECORD_TABLES, ROW_TYPES


class _Standing(NamedTuple):
    position: int
    digest: int


def write_tables(connection: Connection, tables: Tables) -> None:
    """Makes these all rows of the record, in their order; rows that stand there already are left alone."""
    for name, table in RECORD_TABLES.items():
        _write_table(connection, table, getattr(tables, name))


def _write_table(connection: Connection, table: Table, records: Sequence[Any]) -> None:
    c = table.c
    standing = connection.execute(select(c.id, c.position, c.digest)).all()
    before = {name: _Standing(position, digest) for name, position, digest in standing}
    known = [before.pop(record.id, None) for record in records]
    new, moved, old = [], [], list(before)
    for record, stood, position in zip(records, known, place([row and row.position for row in known]), strict=True):
        digest = _digest(record)
        if stood is None or stood.digest != digest:
            new.append({**row_of(record), "position": position, "digest": digest})
            old += [record.id] if stood else []
        elif stood.position != position:
            moved.append({"moved": record.id, "position": position})
    if old:
        connection.execute(delete(table).where(c.id == bindparam("old")), [{"old": key} for key in old])
    if new:
        connection.execute(insert(table), new)
    if moved:
        connection.execute(update(table).where(c.id == bindparam("moved")), moved)


_ENCODER = msgspec.json.Encoder()


def _digest(record: Record) -> int:
    """A hash of the record's names and values that fits a column of whole numbers."""
    content = _ENCODER.encode(record)
    return int.from_bytes(blake2b(content, digest_size=8).digest(), "big", signed=True)


def read_tables(connection: Connection, names: Iterable[str] = tuple(ROW_TYPES)) -> Tables:
    """The tables named, as they were written; the others are left empty.

    Raises NotACase where a value breaks the record's types.
    """
    found: dict[str, Any] = {}
    for name in names:
        table, record = RECORD_TABLES[name], ROW_TYPES[name]
        rows = connection.execute(select(table).order_by(table.c.position)).mappings()
        try:
            found[name] = tuple(record_of(row, record) for row in rows)
        except msgspec.MsgspecError as error:
            raise NotACase(str(connection.engine.url), f"table {name} is damaged ({error})") from error
    return Tables(**found)
