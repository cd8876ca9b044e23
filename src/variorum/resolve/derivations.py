"""Resolves the derivations of a case."""

from variorum.model.tables import Tables


def resolve_derivations(tables: Tables) -> Tables:
    """The tables with their derivations resolved."""
    return tables
