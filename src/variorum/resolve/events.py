"""Resolves the events of a case."""

from variorum.model.tables import Tables


def resolve_events(tables: Tables) -> Tables:
    """The tables with their events resolved."""
    return tables
