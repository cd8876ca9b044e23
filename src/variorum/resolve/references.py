"""Resolves the references of a case."""

from variorum.model.tables import Tables


def resolve_references(tables: Tables) -> Tables:
    """The tables with their references resolved."""
    return tables
