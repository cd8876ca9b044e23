"""How is a table written as JSON lines?"""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from variorum.model.base import Record


def write_jsonl(path: Path, record: type[Record], rows: Sequence[Record]) -> None:  # noqa: ARG001 (rows know their fields)
    """One JSON object a line, UTF-8, every field in every row; an empty table is an empty file."""
    path.write_bytes(msgspec.json.Encoder().encode_lines(rows))
