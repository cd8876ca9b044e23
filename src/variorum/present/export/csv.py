"""How is a table written as CSV?"""

import csv
from collections.abc import Sequence
from pathlib import Path

from variorum.model.base import Record
from variorum.record.rows import row_of
from variorum.record.shapes import field_shapes


def write_csv(path: Path, record: type[Record], rows: Sequence[Record]) -> None:
    """A header and one line a row, UTF-8; null is an empty cell, lists and records are JSON, truth is true and false.

    Text stands as the report has it, so a cell may hold line breaks, and may begin with what a spreadsheet takes for a
    formula.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [field.name for field in field_shapes(record)], lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row_of(row).items()} for row in rows)


def _cell(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value
