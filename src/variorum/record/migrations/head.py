"""The newest revision of the schema; written by scripts/make_migration.py."""

HEAD = "0001_16b73e79"
