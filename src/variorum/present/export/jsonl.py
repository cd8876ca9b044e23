"""How is a table written as JSON lines?"""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from variorum.model.base import Record

_LINE_ENDS = "\u0085\u2028\u2029"
"""Next line, line separator, paragraph separator."""


def write_jsonl(path: Path, record: type[Record], rows: Sequence[Record]) -> None:  # noqa: ARG001 (rows know their fields)
    """One JSON object a line, UTF-8, every field in every row; an empty table is an empty file.

    Characters within a text that some readers take for the end of a line are written as escapes.
    """
    lines = msgspec.json.Encoder().encode_lines(rows)
    for character in _LINE_ENDS:
        lines = lines.replace(character.encode(), f"\\u{ord(character):04x}".encode())
    path.write_bytes(lines)
