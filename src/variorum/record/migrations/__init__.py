"""How the schema of case files came to be what it is, one module a change (Alembic)."""
