"""Compares the accounts of a case: independence."""

from variorum.model.tables import Tables


def compare_independence(tables: Tables) -> Tables:
    """The tables with their independence compared."""
    return tables
