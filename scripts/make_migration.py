"""Writes the initial migration of the case file anew from its schema: `python scripts/make_migration.py`.

To be used as long as no release has gone out; from then on every change of the schema is a migration of its own
(`alembic.command.revision(config, autogenerate=True)`), and this script is to be dropped.
"""

import hashlib
import subprocess
import sys
import textwrap
from pathlib import Path

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

import variorum.record
from variorum.record.schema import METADATA

FOLDER = Path(variorum.record.__file__).parent / "migrations"
HEADER = '''"""The tables of the first schema."""

import sqlalchemy as sa
from alembic import op

import variorum.record.columns
import variorum.record.decisions

revision = "{revision}"
down_revision = None


def upgrade() -> None:
    """Makes the tables in an empty database."""
'''
FOOTER = """
    variorum.record.decisions.forbid_changes(op.get_bind())
"""


def main() -> None:
    with create_engine("sqlite://").connect() as connection:
        wanted = produce_migrations(MigrationContext.configure(connection), METADATA)
        assert wanted.upgrade_ops is not None
        lines = render_python_code(wanted.upgrade_ops).splitlines()
        body = textwrap.indent(
            textwrap.dedent("\n".join(line for line in lines if not line.lstrip().startswith("#"))), "    "
        )
    # the revision follows from the content: a file of another draft of the schema is then told from one of this
    revision = "0001_" + hashlib.sha256(body.encode()).hexdigest()[:8]
    migration = FOLDER / "versions" / "m0001_first.py"
    migration.write_text(HEADER.format(revision=revision) + body + FOOTER, "utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(migration)], check=True)
    head = f'"""The newest revision of the schema; written by scripts/make_migration.py."""\n\nHEAD = "{revision}"\n'
    (FOLDER / "head.py").write_text(head, "utf-8")


if __name__ == "__main__":
    main()
