"""The newest revision of the schema; written by scripts/make_migration.py."""

HEAD = "0001_89cc8fa9"
