"""Compares the accounts of a case: points."""

from variorum.model.tables import Tables


def compare_points(tables: Tables) -> Tables:
    """The tables with their points compared."""
    return tables
