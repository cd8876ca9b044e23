"""Which tables does a case file hold? One for each table of the record, and those that let a case be built again."""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, Table, Text

from variorum.model.base import Record
from variorum.model.tables import Report, Tables
from variorum.record.columns import column_for
from variorum.record.shapes import field_shapes, row_types

METADATA = MetaData()

ROW_TYPES: dict[str, type[Record]] = row_types(Tables)
"""The record of every table of the contract, in the contract's order."""


def _record_table(name: str, record: type[Record]) -> Table:
    columns = [column_for(field) for field in field_shapes(record)]
    kept = (Column("position", BigInteger, nullable=False), Column("digest", BigInteger, nullable=False))
    table = Table(name, METADATA, *columns, *kept)
    if "report" in table.c:
        Index(f"{name}_report", table.c.report)
    return table


RECORD_TABLES: dict[str, Table] = {name: _record_table(name, record) for name, record in ROW_TYPES.items()}
"""The tables users read; `position` orders the rows and leaves gaps, `digest` is a hash of the row."""

BLOBS = Table(
    "blobs",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""The bytes as received, by their hash."""

SOURCES = Table(
    "sources",
    METADATA,
    Column("key", Text, primary_key=True),
    *(Column(column.name, column.type, nullable=column.nullable) for column in map(column_for, field_shapes(Report))),
)
"""One row for every place a report was received from; reports of equal bytes are joined anew at every build."""

SOURCE_ISSUES = Table(
    "source_issues",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("file", Text),
    Column("issue", Text, nullable=False),
)
"""What was set aside or doubted while reading, as JSON, until the file is read again."""

ANNOTATIONS = Table(
    "annotations",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("report", Text, nullable=False),
    Column("tables", LargeBinary, nullable=False),
)
"""Findings of single reports (MessagePack of `Tables`) by a key of all they depend on, so that they are made once."""

MEMORY = Table(
    "memory",
    METADATA,
    Column("code", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""Results of comparisons of the last build (MessagePack, by a digest of what each follows from), and of which code."""

BUILDS = Table(
    "builds",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("finished", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("steps", Text, nullable=False),
    Column("digest", Text),
)
"""Every complete build: when, by which version of Variorum, by which steps, and of the newest two what was in them (JSON)."""

DECISION_LOG = Table(
    "decision_log",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("decision", Text, nullable=False),
)
"""Every decision as it was made (JSON), in order; only ever added to. `decisions` shows what became of each."""
