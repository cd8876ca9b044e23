"""Which row does a user mean by an id, or the start of one?"""

from collections.abc import Mapping
from typing import Any

from variorum.errors import AmbiguousRow, NoSuchRow
from variorum.model.tables import Tables

_SHOWN_IDS = 8

RowIndex = Mapping[str, tuple[str, Any]]
"""The id of every row of a case → its table and the row."""


def index_rows(tables: Tables) -> RowIndex:
    """Every row of the tables by its id."""
    return {row.id: (name, row) for name in Tables.__struct_fields__ for row in getattr(tables, name)}


def find_id(known: Mapping[str, object], row_id: str) -> str:
    """The one known id that is `row_id`, or starts with it, with or without its prefix.

    Raises NoSuchRow and AmbiguousRow.
    """
    if row_id in known:
        return row_id
    matching = sorted(one for one in known if row_id and (one.startswith(row_id) or digits(one).startswith(row_id)))
    if not matching:
        raise NoSuchRow(row_id)
    if len(matching) > 1:
        shown = matching[:_SHOWN_IDS]
        raise AmbiguousRow(row_id, (*shown, "…") if len(matching) > _SHOWN_IDS else tuple(shown))
    return matching[0]


def digits(row_id: str) -> str:
    """The id without its prefix."""
    return row_id.rpartition("-")[2]
