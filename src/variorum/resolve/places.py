"""Resolves the places of a case."""

from variorum.model.tables import Tables


def resolve_places(tables: Tables) -> Tables:
    """The tables with their places resolved."""
    return tables
