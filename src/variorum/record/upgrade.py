"""Is a case of the schema this version writes, and how does it become so?"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from variorum.errors import CaseTooNew, NotACase
from variorum.record.decisions import forbid_changes
from variorum.record.location import APPLICATION
from variorum.record.migrations.head import HEAD
from variorum.record.schema import METADATA

if TYPE_CHECKING:
    from alembic.config import Config


def schema_revision(connection: Connection, case: str) -> str | None:
    """The schema's revision; None where the database holds no table at all.

    Raises NotACase where it holds tables of something else.
    """
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables and "annotations" in tables:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    if tables:
        raise NotACase(case, "the database holds something else")
    return None


def is_current(connection: Connection, case: str) -> bool:
    """Whether the case has the schema of this version; False where it has none yet or an older one.

    Raises CaseTooNew where its schema is unknown to this version, NotACase where it is no case.
    """
    revision = schema_revision(connection, case)
    if revision in (None, HEAD):
        return revision == HEAD
    from alembic.script import ScriptDirectory

    known = {script.revision for script in ScriptDirectory.from_config(alembic_config(connection)).walk_revisions()}
    if revision not in known:
        raise CaseTooNew(case)
    return False


def upgrade(connection: Connection, case: str) -> None:
    """Brings the case to the schema of this version, within the connection's transaction; an empty one gets its tables."""
    if schema_revision(connection, case) is None:
        _make_tables(connection)
    else:
        from alembic import command

        command.upgrade(alembic_config(connection), "head")


def _make_tables(connection: Connection) -> None:
    """What all migrations together come to (a test holds it), made without importing Alembic, which takes a while."""
    METADATA.create_all(connection)
    forbid_changes(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"PRAGMA application_id = {APPLICATION}"))


def alembic_config(connection: Connection) -> "Config":
    """Alembic's settings for the migrations of this package."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config
