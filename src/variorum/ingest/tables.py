"""What rows do a JSON-lines or CSV file hold, and which of them cannot be read?"""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

_LONGEST_CELL = 2**30


class Row(NamedTuple):
    """A row of a table: its number from 1 (a CSV's header not counted), the line it starts on, and its cells."""

    number: int
    line: int
    cells: Mapping[str, object]


class BadRow(NamedTuple):
    """A row that cannot be read, and why."""

    number: int
    line: int
    reason: str


def read_json_lines(text: str) -> Iterator[Row | BadRow]:
    """The rows of a JSON-lines text, one object a line; blank lines are passed over, yet counted."""
    for line, content in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if not content.strip():
            continue
        try:
            row = msgspec.json.decode(content)
        except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
            yield BadRow(line, line, f"no valid JSON ({error})")
            continue
        if isinstance(row, dict):
            yield Row(line, line, row)
        else:
            yield BadRow(line, line, "no JSON object")


def read_separated(text: str, separator: str | None = None) -> Iterator[Row | BadRow]:
    """The rows below the header of a text with separated values; the separator is found where it is not given."""
    text = text.removeprefix("\ufeff")
    separator = separator or _find_separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    allowed = csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from _rows(reader)
    finally:
        csv.field_size_limit(allowed)


def _rows(reader: "csv._reader") -> Iterator[Row | BadRow]:  # type: ignore[name-defined]
    header: list[str] | None = None
    number, line = 0, 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield BadRow(number + 1, line, f"{error}; the rest of the file cannot be read")
            return
        if not any(cell.strip() for cell in cells):
            pass
        elif header is None:
            header = [cell.strip().lower() for cell in cells]
        else:
            number += 1
            yield _row(header, cells, number, line)
        line = reader.line_num + 1


def _row(header: list[str], cells: list[str], number: int, line: int) -> Row | BadRow:
    if len(cells) != len(header):
        return BadRow(number, line, f"{len(cells)} cells where the header has {len(header)}")
    return Row(number, line, dict(zip(header, cells, strict=True)))


def _find_separator(text: str) -> str:
    header = text.lstrip("\r\n").split("\n", 1)[0]
    return max((",", ";", "\t"), key=header.count)
