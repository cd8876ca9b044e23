"""What is kept of a build when the next one has replaced it, so that a reader can be told what is new?"""

import msgspec
from sqlalchemy import Connection, select, update

from variorum.model.base import Record
from variorum.model.tables import Tables
from variorum.model.terms import ReportStatus, Verdict
from variorum.record.schema import BUILDS

_KEPT = 2


class ReportNote(Record, frozen=True, kw_only=True):
    """A report that a build read, and what it was called."""

    id: str
    name: str


class PointNote(Record, frozen=True, kw_only=True):
    """A point as a build left it."""

    id: str
    topic: str
    verdict: Verdict


class Digest(Record, frozen=True, kw_only=True):
    """The reports, points and decisions of a build; those of the points in the order of their weight."""

    reports: tuple[ReportNote, ...] = ()
    points: tuple[PointNote, ...] = ()
    decisions: tuple[str, ...] = ()


class EarlierBuild(Record, frozen=True, kw_only=True):
    """A build that another has replaced; `digest` is None where it was made before digests were kept."""

    number: int
    finished: str
    version: str
    digest: Digest | None


def digest_of(tables: Tables) -> Digest:
    """The digest of these tables."""
    read = (report for report in tables.reports if report.status is ReportStatus.READ)
    return Digest(
        reports=tuple(ReportNote(id=row.id, name=row.outlet or row.title or row.file or row.id) for row in read),
        points=tuple(PointNote(id=row.id, topic=row.topic, verdict=row.verdict) for row in tables.points),
        decisions=tuple(row.id for row in tables.decisions),
    )


def build_before(connection: Connection, number: int) -> EarlierBuild | None:
    """The build before this one; None for the first."""
    query = select(BUILDS).where(BUILDS.c.number < number).order_by(BUILDS.c.number.desc()).limit(1)
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    digest = msgspec.json.decode(row["digest"], type=Digest) if row["digest"] else None
    return EarlierBuild(number=row["number"], finished=row["finished"], version=row["version"], digest=digest)


def drop_old_digests(connection: Connection, number: int) -> None:
    """Forgets the digests that stand behind no comparison any more, `number` being the newest build."""
    connection.execute(update(BUILDS).where(BUILDS.c.number <= number - _KEPT).values(digest=None))
