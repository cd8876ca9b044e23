"""What is written to a case file is what is read from it; what is no case file is left alone, and said."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from made_up_records import tables_of_a_case
from sqlalchemy import text

from variorum.errors import CaseTooNew, CaseUnwritable, NoSuchCase, NotACase
from variorum.model.tables import Figure, Tables
from variorum.record.builds import last_build, note_build
from variorum.record.location import APPLICATION
from variorum.record.sources import keep_blobs, read_blob
from variorum.record.store import changing, prepare, reading
from variorum.record.tables import read_tables, write_tables


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(tables=tables_of_a_case())
def test_tables_come_back_as_they_were_written(case: str, tables: Tables) -> None:
    with changing(case) as connection:
        write_tables(connection, tables)
    with changing(case) as connection:
        assert read_tables(connection) == tables


@pytest.mark.parametrize("value", [0, 18, -3, 2.5, 50, 4_000_000_000])
def test_whole_numbers_stay_whole(case: str, value: float) -> None:
    figure = Figure(id="f", report="r", start=0, end=1, text="x", low=value)
    with changing(case) as connection:
        write_tables(connection, Tables(figures=(figure,)))
        low = read_tables(connection, ["figures"]).figures[0].low
    assert low == value
    assert type(low) is type(value)


def test_numbers_too_large_for_a_column_become_fractions(case: str) -> None:
    figure = Figure(id="f", report="r", start=0, end=1, text="x", low=10**30)
    with changing(case) as connection:
        write_tables(connection, Tables(figures=(figure,)))
        assert read_tables(connection).figures[0].low == pytest.approx(1e30)


def test_a_change_that_fails_leaves_nothing(case: str) -> None:
    figure = Figure(id="f", report="r", start=0, end=1, text="x")

    def change() -> None:
        with changing(case) as connection:
            write_tables(connection, Tables(figures=(figure,)))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change()
    with changing(case) as connection:
        assert read_tables(connection) == Tables()


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(before=tables_of_a_case(), after=tables_of_a_case())
def test_what_stood_before_leaves_no_trace(case: str, before: Tables, after: Tables) -> None:
    mixed = Tables(
        **{name: (*getattr(after, name), *_others(before, after, name)) for name in Tables.__struct_fields__}
    )
    with changing(case) as connection:
        for tables in (before, mixed, after):
            write_tables(connection, tables)
            assert read_tables(connection) == tables


def _others(before: Tables, after: Tables, name: str) -> tuple[Any, ...]:
    """The rows before, in another order, that are not replaced."""
    taken = {row.id for row in getattr(after, name)}
    return tuple(row for row in getattr(before, name)[::-1] if row.id not in taken)


def test_rows_that_stand_there_already_are_left_alone(case: str) -> None:
    rows = tuple(Figure(id=i, report="r", start=0, end=1, text="x") for i in "abc")
    with changing(case) as connection:
        write_tables(connection, Tables(figures=rows))
        before = connection.execute(text("SELECT total_changes()")).scalar_one()
        write_tables(connection, Tables(figures=(*rows, Figure(id="d", report="r", start=0, end=1, text="x"))))
        after = connection.execute(text("SELECT total_changes()")).scalar_one()
    assert after - before == 1


def test_a_reader_keeps_seeing_the_build_it_began_with(case: str) -> None:
    before, after = (Tables(figures=(Figure(id=i, report="r", start=0, end=1, text="x"),)) for i in ("f", "g"))
    with changing(case) as connection:
        write_tables(connection, before)
        note_build(connection, datetime.now(UTC), "0", ())
    with reading(case) as reader:
        assert last_build(reader) is not None
        with changing(case) as writer:
            write_tables(writer, after)
        assert read_tables(reader) == before
    with reading(case) as reader:
        assert read_tables(reader) == after


def test_bytes_are_kept_once_and_unchanged(case: str) -> None:
    with changing(case) as connection:
        keep_blobs(connection, {"a": b"\x00\xff"})
        keep_blobs(connection, {"a": b"\x00\xff", "b": b""})
        assert [read_blob(connection, digest) for digest in ("a", "b", "c")] == [b"\x00\xff", b"", None]


def test_the_file_says_what_it_is_and_opens_with_plain_sqlite(case: str) -> None:
    with sqlite3.connect(case) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        names = [row[1] for row in connection.execute("PRAGMA table_info(figures)")]
    assert names[:5] == ["id", "report", "start", "end", "text"]


def test_no_file_and_an_empty_file_are_no_case_yet(tmp_path: Path) -> None:
    (tmp_path / "empty.case").touch()
    for name in ("none.case", "empty.case"):
        with pytest.raises(NoSuchCase), reading(str(tmp_path / name)):
            pass
    prepare(str(tmp_path / "empty.case"))


def test_a_case_without_a_complete_build_cannot_be_read(case: str) -> None:
    with pytest.raises(NoSuchCase), reading(case):
        pass


def test_a_file_of_another_kind_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Not a case at all, but a page of notes.")
    with pytest.raises(NotACase):
        prepare(str(path))
    with pytest.raises(NotACase), reading(str(path)):
        pass
    assert path.read_text() == "Not a case at all, but a page of notes."
    assert [entry.name for entry in tmp_path.iterdir()] == ["notes.txt"]


def test_a_database_of_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE sources (x)")
    before = path.read_bytes()
    with pytest.raises(NotACase):
        prepare(str(path))
    assert path.read_bytes() == before


def test_a_damaged_file_is_said_to_be_damaged(case: str) -> None:
    path = Path(case)
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(NotACase), reading(case):
        pass


def test_a_newer_schema_is_said_to_be_newer(case: str) -> None:
    with sqlite3.connect(case) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999_future'")
    connection.close()
    for attempt in (prepare, lambda path: reading(path).__enter__()):
        with pytest.raises(CaseTooNew):
            attempt(case)


def test_a_folder_and_a_missing_folder_are_misuse(tmp_path: Path) -> None:
    with pytest.raises(NotACase):
        prepare(str(tmp_path))
    with pytest.raises(CaseUnwritable):
        prepare(str(tmp_path / "none" / "a.case"))
