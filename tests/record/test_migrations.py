"""The migrations make exactly the tables the code works with."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from variorum.record.migrations.head import HEAD
from variorum.record.schema import METADATA
from variorum.record.store import changing
from variorum.record.upgrade import alembic_config


def test_migrations_match_the_schema(case: str) -> None:
    with changing(case) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        difference = compare_metadata(context, METADATA)
    assert difference == [], "the records have changed: run python scripts/make_migration.py"


def test_head_is_the_newest_migration(case: str) -> None:
    with changing(case) as connection:
        assert ScriptDirectory.from_config(alembic_config(connection)).get_current_head() == HEAD


def test_the_schema_can_be_made_on_postgresql() -> None:
    for table in METADATA.sorted_tables:
        assert str(CreateTable(table).compile(dialect=postgresql.dialect())).lstrip().startswith("CREATE TABLE")
