"""In which forms does a command print rows for other programs?"""

import csv
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec

from variorum.model.base import Record
from variorum.present.cli.text import on_line

_OBEYED = re.compile("[\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""Delete, the second set of controls, and what turns the direction of writing or is not seen."""


class Form(StrEnum):
    """How a command prints what it found."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def print_json(rows: Sequence[Record]) -> None:
    """The rows as one JSON array, indented; characters that a terminal would obey are written as escapes."""
    text = msgspec.json.format(msgspec.json.encode(rows), indent=2).decode()
    sys.stdout.write(_OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")


def print_csv(rows: Iterable[Mapping[str, object]]) -> None:
    """A header and one line a row; each cell on one line without control characters, null an empty cell."""
    writer: csv.DictWriter[str] | None = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(sys.stdout, list(row), lineterminator="\n")
            writer.writeheader()
        writer.writerow({name: _cell(value) for name, value in row.items()})


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple | list):
        return " ".join(map(str, value))
    return "" if value is None else on_line(str(value))
