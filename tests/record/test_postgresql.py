"""The same case kept in PostgreSQL, on a server of the tests' own or the one that VARIORUM_TEST_POSTGRES names."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from postgres import NAMED, server, server_programs
from small_case import small_tables
from sqlalchemy import text

from variorum.errors import CaseBusy, VariorumError
from variorum.model.decisions import Decision
from variorum.model.terms import DecisionKind
from variorum.record.builds import note_build
from variorum.record.decisions import append_decisions, read_decisions
from variorum.record.store import building, changing, prepare, reading
from variorum.record.tables import read_tables, write_tables

pytest.importorskip("psycopg", reason="psycopg is not installed")


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    programs = server_programs()
    if NAMED in os.environ:
        yield os.environ[NAMED]
    elif programs is None:
        assert "CI" not in os.environ, "PostgreSQL is to be there under CI"
        pytest.skip("no PostgreSQL server: its tests left out (apt-get install postgresql)")
    else:
        with server(programs) as url:
            yield url


def quiet() -> None:
    pass


@pytest.fixture
def url(database: str) -> str:
    prepare(database)
    return database


def test_tables_come_back_as_they_were_written(url: str) -> None:
    with changing(url) as connection:
        write_tables(connection, small_tables())
        note_build(connection, datetime.now(UTC), "0", ())
    with reading(url) as connection:
        assert read_tables(connection) == small_tables()


def test_a_second_builder_is_told_no(url: str) -> None:
    waits: list[str] = []
    with building(url, 0, quiet):
        for seconds in (0, 0.2):
            with pytest.raises(CaseBusy), building(url, seconds, lambda: waits.append("told")):
                pass
    assert waits == ["told"]
    with building(url, 0, quiet):
        pass


def test_the_log_of_decisions_is_only_added_to(url: str) -> None:
    with changing(url) as connection:
        before = read_decisions(connection)
        made = Decision(
            id=f"decision-{len(before)}",
            number=len(before) + 1,
            kind=DecisionKind.NOTE,
            reviewer="Ana Teles",
            made="2031-05-01T10:00:00+00:00",
        )
        append_decisions(connection, [made])
    for statement in ("UPDATE decision_log SET id = ''", "DELETE FROM decision_log", "TRUNCATE decision_log"):
        with pytest.raises(VariorumError, match="never changed or removed"), changing(url) as connection:
            connection.execute(text(statement))
    with reading(url) as connection:
        assert read_decisions(connection) == (*before, made)
