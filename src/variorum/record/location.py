"""Where is a case kept: in a file, or in a database behind a URL?"""

import sqlite3
from os import W_OK, access
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, NullPool, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from variorum.errors import NotACase

APPLICATION = 0x56415249
"""The mark of a case file in SQLite's header ("VARI")."""


def is_url(case: str) -> bool:
    """Whether the case is named by the URL of a database, not by a path."""
    return "://" in case


def shown(case: str) -> str:
    """The case as it may be printed: without the password its URL may hold."""
    try:
        return make_url(case).render_as_string(hide_password=True) if is_url(case) else case
    except ArgumentError:
        return case


def engine_for(case: str, *, writing: bool) -> Engine:
    """The engine of the case. A file opened for reading is never changed, and may stand in a folder no one can write to."""
    if is_url(case):
        if case.startswith("sqlite"):
            raise NotACase(case, "a case in a file is named by its path")
        return create_engine(make_url(case), poolclass=NullPool)
    path = Path(case).absolute()
    engine = create_engine("sqlite://", creator=lambda: _connect(path, writing=writing), poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _connect(path: Path, *, writing: bool) -> sqlite3.Connection:
    # isolation_level None: Python's driver would otherwise leave out BEGIN before reads and before changes to the schema
    if writing:
        connection = sqlite3.connect(path.as_uri(), uri=True, isolation_level=None, timeout=60)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        return connection
    if access(path, W_OK) and access(path.parent, W_OK):
        # a connection that may write tidies up the files beside the case when it closes
        connection = sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=60)
        connection.execute("PRAGMA query_only=ON")
        return connection
    mode = "mode=ro" if Path(f"{path}-wal").exists() else "immutable=1"
    return sqlite3.connect(f"{path.as_uri()}?{mode}", uri=True, isolation_level=None, timeout=60)


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")
