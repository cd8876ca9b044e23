"""What does a manifest say about the reports beside it?"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from variorum.errors import ManifestUnusable
from variorum.ingest.details import Details, read_details
from variorum.ingest.encoding import decode
from variorum.ingest.issues import doubted, set_aside
from variorum.ingest.tables import BadRow, Row, read_json_lines, read_separated
from variorum.model.tables import Issue

NAMES = ("manifest.csv", "manifest.tsv", "manifest.jsonl")
"""Files of a folder that are its manifest, the first that is there."""


class Manifest(NamedTuple):
    """Details by the file they are about (relative to its folder, with forward slashes), and what could not be used."""

    details: Mapping[str, Details]
    issues: tuple[Issue, ...]


def read_manifest(name: str, raw: bytes) -> Manifest:
    """The manifest in the bytes; `name` tells its format by its ending and stands in issues.

    Of several rows about one file the first counts. Raises ManifestUnusable where it is no text, of another format, or
    has no column `file`.
    """
    decoded = decode(raw)
    if decoded is None:
        raise ManifestUnusable(name, "it is no text")
    rows = list(_read_rows(name, decoded.text))
    good = [row for row in rows if isinstance(row, Row)]
    if good and not any("file" in _lower(row.cells) for row in good):
        raise ManifestUnusable(name, "it has no column named file")
    if rows and not good:
        raise ManifestUnusable(name, f"line {rows[0].line}: {getattr(rows[0], 'reason', '')}")
    details: dict[str, Details] = {}
    issues: list[Issue] = []
    for row in rows:
        issues += _read_row(name, row, details)
    return Manifest(details, tuple(issues))


def _read_rows(name: str, text: str) -> Iterable[Row | BadRow]:
    ending = name.lower().rpartition(".")[2]
    if ending in ("jsonl", "ndjson"):
        return read_json_lines(text)
    if ending in ("csv", "tsv"):
        return read_separated(text, "\t" if ending == "tsv" else None)
    raise ManifestUnusable(name, "its name ends in none of .csv, .tsv, .jsonl")


def _read_row(name: str, row: Row | BadRow, details: dict[str, Details]) -> list[Issue]:
    place = f"{name}, line {row.line}"
    if isinstance(row, BadRow):
        return [set_aside(name, "bad-row", f"{place}: {row.reason}; the row is left out.")]
    file = normalise(str(_lower(row.cells).get("file") or ""))
    if not file:
        return [set_aside(name, "bad-row", f"{place}: it names no file; the row is left out.")]
    if file in details:
        return [doubted(name, "repeated-row", f"{place}: {file} was described before; the first row counts.")]
    checked = read_details(row.cells)
    details[file] = checked.details
    return [doubted(name, "bad-detail", f"{place}: {fault}; it is left out.") for fault in checked.faults]


def _lower(cells: Mapping[str, object]) -> dict[str, object]:
    return {name.strip().lower(): value for name, value in cells.items()}


def normalise(file: str) -> str:
    """A file's name as it is compared: forward slashes, no leading `./`."""
    name = file.strip().replace("\\", "/")
    while name.startswith("./"):
        name = name[2:]
    return name
