"""Resolves the entities of a case."""

from variorum.model.tables import Tables


def resolve_entities(tables: Tables) -> Tables:
    """The tables with their entities resolved."""
    return tables
