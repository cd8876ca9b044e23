"""Writes the pinned scores into the docs: `python scripts/accuracy_table.py`; `--check` only says whether they are there.

Reads quality/floors.json and replaces what stands between the markers: every score in docs/accuracy.md, the main ones in
README.md. Exit status 1 with --check where a file is not up to date.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "quality" / "floors.json"
BEGIN, END = "<!-- scores: begin -->", "<!-- scores: end -->"
NONE_YET = "No scores are pinned yet."

Scores = Mapping[str, Mapping[str, float]]
"""Collection, measure, score from 0 to 1."""

COLLECTIONS = {
    "seeds-dev": "three reports on Kazakhstan, January 2022",
    "dates-tbaq": "TimeBank and AQUAINT",
    "figures-newsquant": "NewsQuant",
    "claims-polnear": "PolNeAR",
    "events-plover": "PLOVER gold records",
    "places-gwn": "GeoWebNews",
    "places-lgl": "Local-Global Lexicon",
    "coref-ecbplus": "ECB+",
    "names": "pairs of names of OpenSanctions",
}
"""What a collection is called, in the order of the tables; one that is not here comes last under its own name."""

MAIN = (
    ("dates-tbaq", "dates value F1", "days that date words mean"),
    ("figures-newsquant", "figures value+bounds F1", "numbers with their bounds"),
    ("claims-polnear", "claims source match F1", "who says it"),
    ("claims-polnear", "claims content token F1", "what they say"),
    ("places-gwn", "places within 161 km, of all gold", "places found and put within 161 km"),
    ("events-plover", "events typed recall", "events found, of the right class"),
    ("names", "F1", "two names, one bearer"),
    ("seeds-dev", "entities pair recall", "mentions of one entity linked"),
    ("seeds-dev", "points verdict right", "points found, with the right verdict"),
)
"""Collection, measure and plain words of the rows of README.md; those that are not pinned are left out."""


def main() -> int:
    """Writes both tables, or with --check says which is not up to date."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true")
    check = options.parse_args().check
    stale = []
    for path, text in written(read_floors(FLOORS), f"{date.today():%-d %B %Y}").items():
        if text != path.read_text("utf-8"):
            stale.append(path.relative_to(ROOT).as_posix())
            if not check:
                path.write_text(text, "utf-8")
    print(f"{'not up to date' if check else 'written'}: {', '.join(stale)}" if stale else "the tables are up to date")
    return int(check and bool(stale))


def read_floors(path: Path) -> Scores:
    """The pinned scores; empty where none are pinned. Values that are no number are left out."""
    if not path.exists():
        return {}
    pinned = json.loads(path.read_text("utf-8"))
    return {name: _numbers(entry.get("scores", {})) for name, entry in pinned.items()}


def _numbers(scores: Mapping[str, object]) -> dict[str, float]:
    return {name: float(value) for name, value in scores.items() if isinstance(value, int | float)}


def written(scores: Scores, day: str) -> dict[Path, str]:
    """Each file with its table as it should be; where the table changes, dated with the day.

    Raises ValueError where a file has lost its markers.
    """
    tables = {ROOT / "docs" / "accuracy.md": full_table(scores), ROOT / "README.md": main_table(scores)}
    return {path: _between(path, table, f"Pinned on {day}.") for path, table in tables.items()}


def full_table(scores: Scores) -> str:
    """Every score: a heading and a table a collection, the measures by name."""
    parts = [_part(collection, scores[collection]) for collection in sorted(scores, key=_place) if scores[collection]]
    return "\n\n".join(parts) or NONE_YET


def _part(collection: str, scores: Mapping[str, float]) -> str:
    rows = [(measure, f"{value:.2f}") for measure, value in sorted(scores.items())]
    return f"### `{collection}`: {_title(collection)}\n\n{_table(('measure', 'score'), rows)}"


def main_table(scores: Scores) -> str:
    """The scores a reader wants first."""
    rows = [
        (words, _title(collection), f"{scores[collection][measure]:.2f}")
        for collection, measure, words in MAIN
        if measure in scores.get(collection, {})
    ]
    return _table(("what", "measured on", "score"), rows) if rows else NONE_YET


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    return "\n".join(_lines(head, rows))


def _lines(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    for row in (head, ("---",) * len(head), *rows):
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"


def _title(collection: str) -> str:
    return COLLECTIONS.get(collection, collection)


def _place(collection: str) -> tuple[int, str]:
    names = list(COLLECTIONS)
    return (names.index(collection) if collection in COLLECTIONS else len(names)), collection


def _between(path: Path, table: str, dated: str) -> str:
    text = path.read_text("utf-8")
    if text.count(BEGIN) != 1 or text.count(END) != 1:
        raise ValueError(f"{path.name}: the markers {BEGIN} and {END} must stand in it once each")
    before, rest = text.split(BEGIN)
    held, after = rest.split(END)
    if table == NONE_YET:
        return f"{before}{BEGIN}\n{table}\n{END}{after}"
    return text if held.endswith(f"\n\n{table}\n") else f"{before}{BEGIN}\n{dated}\n\n{table}\n{END}{after}"


if __name__ == "__main__":
    sys.exit(main())
