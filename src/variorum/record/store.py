"""How is a case opened: to read its last complete state, or to change it?"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from variorum.errors import CaseBusy, CaseUnwritable, NoSuchCase, NotACase
from variorum.record.builds import last_build
from variorum.record.location import APPLICATION, engine_for, is_url, shown
from variorum.record.lock import only_builder
from variorum.record.upgrade import is_current, upgrade

_MAGIC = b"SQLite format 3\x00"


@contextmanager
def reading(case: str) -> Iterator[Connection]:
    """A connection that sees the last complete build, and goes on seeing it while others build.

    Raises NoSuchCase where there is no complete build, NotACase where the file is something else or damaged, CaseTooNew
    where its schema is unknown.
    """
    if not is_url(case) and not _has_content(Path(case)):
        raise NoSuchCase(shown(case))
    with _connected(case, writing=False) as connection:
        if not is_current(connection, case) or last_build(connection) is None:
            raise NoSuchCase(shown(case))
        yield connection


@contextmanager
def changing(case: str) -> Iterator[Connection]:
    """A connection whose changes are all kept when the block ends, or none of them where it fails.

    Raises CaseUnwritable where the place cannot be written.
    """
    with _connected(case, writing=True) as connection:
        yield connection


def prepare(case: str) -> None:
    """Makes the case where it is new, and brings an older one to the schema of this version.

    To be called by the holder of `building`. Raises NotACase, CaseTooNew and CaseUnwritable.
    """
    if not is_url(case):
        _require_place(Path(case))
        if _has_content(Path(case)):
            # looked at without touching it, so that a file of something else is left as it is
            with _connected(case, writing=False) as connection:
                if is_current(connection, case):
                    return
    with changing(case) as connection:
        if not is_current(connection, case):
            upgrade(connection, case)


def building(case: str, wait_seconds: float, on_wait: Callable[[], None]) -> AbstractContextManager[None]:
    """Holds the case, so that only one process builds it; see `only_builder`. Raises CaseBusy."""
    if is_url(case):
        return _advisory_lock(case, wait_seconds, on_wait)
    path = Path(case)
    _require_place(path)
    return only_builder(path, wait_seconds, on_wait)


def _require_place(path: Path) -> None:
    if path.is_dir():
        raise NotACase(str(path), "it is a folder; the first argument names the case file")
    if not path.absolute().parent.is_dir():
        raise CaseUnwritable(str(path), "its folder does not exist")
    if _has_content(path):
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                raise NotACase(str(path), "it is some other kind of file")


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except FileNotFoundError:
        return False
    except OSError as error:
        raise NotACase(str(path), error.strerror or str(error)) from None


@contextmanager
def _connected(case: str, *, writing: bool) -> Iterator[Connection]:
    try:
        if not is_url(case) and not writing:
            _require_place(Path(case))
        engine = engine_for(case, writing=writing)
        if is_url(case) and not writing:
            engine = engine.execution_options(isolation_level="REPEATABLE READ")
        with engine.begin() as connection:
            yield connection
    except ImportError as error:
        raise NotACase(shown(case), f"the driver of this database is not installed ({error.name})") from error
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise _explained(shown(case), error, writing=writing) from error


def _explained(case: str, error: Exception, *, writing: bool) -> NotACase | CaseUnwritable | CaseBusy:
    reason = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    if "database is locked" in reason:
        return CaseBusy(case)
    refused = ("readonly", "unable to open", "disk", "full", "Permission")
    if writing and any(word in reason for word in refused):
        return CaseUnwritable(case, reason)
    return NotACase(case, reason.strip().splitlines()[0])


@contextmanager
def _advisory_lock(case: str, wait_seconds: float, on_wait: Callable[[], None]) -> Iterator[None]:
    # a lock of the transaction: the server lets go of it when this connection ends, however it ends
    with _connected(case, writing=True) as connection:
        if not connection.scalar(text("SELECT pg_try_advisory_xact_lock(:n)"), {"n": APPLICATION}):
            if wait_seconds <= 0:
                raise CaseBusy(shown(case))
            on_wait()
            connection.execute(text(f"SET LOCAL lock_timeout = '{int(wait_seconds * 1000)}ms'"))
            try:
                connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": APPLICATION})
            except SQLAlchemyError:
                raise CaseBusy(shown(case)) from None
        yield
