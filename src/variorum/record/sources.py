"""What was received, from where, and what went wrong while reading it? Kept so that a case can grow."""

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection, delete, insert, select

from variorum.model.base import Record
from variorum.model.tables import Issue, Report
from variorum.record.rows import record_of, row_of
from variorum.record.schema import BLOBS, SOURCE_ISSUES, SOURCES


class Sources(Record, frozen=True, kw_only=True):
    """What a case received: a report for every place it came from, ordered by id and file, and the issues of reading."""

    received: tuple[Report, ...] = ()
    issues: tuple[Issue, ...] = ()


def read_sources(connection: Connection) -> Sources:
    """Everything received so far."""
    rows = connection.execute(select(SOURCES).order_by(SOURCES.c.key)).mappings()
    issues = connection.scalars(select(SOURCE_ISSUES.c.issue).order_by(SOURCE_ISSUES.c.id))
    return Sources(
        received=tuple(record_of(row, Report) for row in rows),
        issues=tuple(msgspec.json.decode(issue, type=Issue) for issue in issues),
    )


def replace_sources(connection: Connection, sources: Sources) -> None:
    """Makes this all that the case received."""
    connection.execute(delete(SOURCES))
    connection.execute(delete(SOURCE_ISSUES))
    rows = [{"key": _key(report), **row_of(report)} for report in sources.received]
    if rows:
        connection.execute(insert(SOURCES), rows)
    issues = [{"id": i.id, "file": i.file, "issue": msgspec.json.encode(i).decode()} for i in sources.issues]
    if issues:
        connection.execute(insert(SOURCE_ISSUES), issues)


def keep_blobs(connection: Connection, blobs: Mapping[str, bytes]) -> None:
    """Adds bytes under their SHA-256; those that are there already stay as they are."""
    known = frozenset(connection.scalars(select(BLOBS.c.sha256)))
    rows = [{"sha256": digest, "content": blobs[digest]} for digest in sorted(blobs) if digest not in known]
    if rows:
        connection.execute(insert(BLOBS), rows)


def read_blob(connection: Connection, digest: str) -> bytes | None:
    """The bytes of this SHA-256 as received; None where there are none."""
    content = connection.scalar(select(BLOBS.c.content).where(BLOBS.c.sha256 == digest))
    return bytes(content) if content is not None else None


def _key(report: Report) -> str:
    return f"{report.id}|{report.file or ''}"
