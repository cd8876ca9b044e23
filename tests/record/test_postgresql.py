"""The same case kept in PostgreSQL. Runs where VARIORUM_TEST_POSTGRES names an empty database (postgresql+psycopg://…)."""

import os
from datetime import UTC, datetime

import pytest
from small_case import small_tables

from variorum.errors import CaseBusy
from variorum.record.builds import note_build
from variorum.record.store import building, changing, prepare, reading
from variorum.record.tables import read_tables, write_tables

pytest.importorskip("psycopg", reason="psycopg is not installed")


def quiet() -> None:
    pass


@pytest.fixture
def url() -> str:
    found = os.environ.get("VARIORUM_TEST_POSTGRES")
    if not found:
        pytest.skip("VARIORUM_TEST_POSTGRES names no database")
    prepare(found)
    return found


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
