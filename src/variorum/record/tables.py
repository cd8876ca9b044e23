"""How are the tables of a case written and read as a whole?"""

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select

from variorum.errors import NotACase
from variorum.model.tables import Tables
from variorum.record.rows import record_of, row_of
from variorum.record.schema import RECORD_TABLES, ROW_TYPES


def write_tables(connection: Connection, tables: Tables) -> None:
    """Replaces every table of the record; the rows' order is kept."""
    for name, table in RECORD_TABLES.items():
        connection.execute(delete(table))
        rows = [{**row_of(row), "position": position} for position, row in enumerate(getattr(tables, name))]
        if rows:
            connection.execute(insert(table), rows)


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
