"""The migrations make exactly the tables the code works with."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from variorum.record.migrations.head import HEAD
from variorum.record.schema import METADATA
from variorum.record.store import changing
from variorum.record.upgrade import alembic_config


def test_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    with create_engine(f"sqlite:///{tmp_path / 'migrated.db'}").begin() as connection:
        command.upgrade(alembic_config(connection), "head")
        difference = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA)
    assert difference == [], "the records have changed: run python scripts/make_migration.py"


def test_a_new_case_is_what_the_migrations_make(case: str, tmp_path: Path) -> None:
    with create_engine(f"sqlite:///{tmp_path / 'migrated.db'}").begin() as connection:
        command.upgrade(alembic_config(connection), "head")
        migrated = described(connection)
    with changing(case) as connection:
        assert described(connection) == migrated


def described(connection: Connection) -> dict[str, object]:
    tables = inspect(connection)
    columns = {
        name: [(c["name"], str(c["type"]), c["nullable"]) for c in tables.get_columns(name)]
        for name in tables.get_table_names()
    }
    indexes = {name: sorted(str(index["name"]) for index in tables.get_indexes(name)) for name in columns}
    return {
        "columns": columns,
        "indexes": indexes,
        "head": connection.execute(text("SELECT * FROM alembic_version")).all(),
    }


def test_head_is_the_newest_migration(case: str) -> None:
    with changing(case) as connection:
        assert ScriptDirectory.from_config(alembic_config(connection)).get_current_head() == HEAD


def test_the_schema_can_be_made_on_postgresql() -> None:
    for table in METADATA.sorted_tables:
        assert str(CreateTable(table).compile(dialect=postgresql.dialect())).lstrip().startswith("CREATE TABLE")
