"""Runs the migrations on the connection that `record.upgrade` hands over."""

from alembic import context

from variorum.record.schema import METADATA

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=METADATA, transactional_ddl=True, render_as_batch=True)
context.run_migrations()
