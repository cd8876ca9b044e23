"""Writes the pinned scores into the docs: `python scripts/accuracy_table.py`; `--check` only says whether they are there.

Reads quality/floors.json and replaces what stands between the markers: every score in docs/accuracy.md, the main ones in
README.md. Exit status 1 with --check where a file is not up to date.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "quality" / "floors.json"
BEGIN, END = "<!-- scores: begin -->", "<!-- scores: end -->"
NONE_YET = "No scores are pinned yet."

COLLECTIONS = {
    "seeds-dev": "three reports on Kazakhstan, January 2022",
    "dates-tbaq": "TimeBank and AQUAINT",
    "figures-newsquant": "NewsQuant",
    "claims-polnear": "PolNeAR, development part",
    "claims-polnear-train": "PolNeAR, sample of the training part",
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


@dataclass(frozen=True)
class Pinned:
    """The scores of a collection from 0 to 1 by measure, the day they were measured on, and the commit; "" where unknown."""

    scores: Mapping[str, float]
    day: str = ""
    commit: str = ""


def main() -> int:
    """Writes both tables, or with --check says which is not up to date."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true")
    check = options.parse_args().check
    stale = []
    for path, text in written(read_floors(FLOORS)).items():
        if text != path.read_text("utf-8"):
            stale.append(path.relative_to(ROOT).as_posix())
            if not check:
                path.write_text(text, "utf-8")
    print(f"{'not up to date' if check else 'written'}: {', '.join(stale)}" if stale else "the tables are up to date")
    return int(check and bool(stale))


def read_floors(path: Path) -> Mapping[str, Pinned]:
    """The pinned scores by collection; empty where none are pinned. Values that are no number are left out."""
    if not path.exists():
        return {}
    floors = json.loads(path.read_text("utf-8"))
    found = {name: _pinned(entry) for name, entry in floors.items()}
    return {name: found[name] for name in sorted(found, key=_place) if found[name].scores}


def _pinned(entry: Mapping[str, object]) -> Pinned:
    held = entry.get("scores")
    scores = (
        {name: value for name, value in held.items() if isinstance(value, int | float)}
        if isinstance(held, dict)
        else {}
    )
    return Pinned(scores, str(entry.get("date") or ""), str(entry.get("commit") or ""))


def written(pinned: Mapping[str, Pinned]) -> dict[Path, str]:
    """Each file with its table as it should be. Raises ValueError where a file has lost its markers."""
    tables = {ROOT / "docs" / "accuracy.md": full_table(pinned), ROOT / "README.md": main_table(pinned)}
    return {path: _between(path, table) for path, table in tables.items()}


def full_table(pinned: Mapping[str, Pinned]) -> str:
    """Every score: a heading, the day and a table for each collection, the measures by name."""
    return "\n\n".join(_part(collection, held) for collection, held in pinned.items()) or NONE_YET


def _part(collection: str, held: Pinned) -> str:
    measured = f"Measured on {held.day}{f', commit {held.commit}' if held.commit else ''}.\n\n" if held.day else ""
    rows = [(measure, f"{value:.2f}") for measure, value in sorted(held.scores.items())]
    return f"### `{collection}`: {_title(collection)}\n\n{measured}{_table(('measure', 'score'), rows)}"


def main_table(pinned: Mapping[str, Pinned]) -> str:
    """The scores a reader wants first, below the days they were measured on."""
    told = [row for row in MAIN if row[0] in pinned and row[1] in pinned[row[0]].scores]
    rows = [(words, _title(name), f"{pinned[name].scores[measure]:.2f}") for name, measure, words in told]
    days = sorted({pinned[name].day for name, _, _ in told} - {""})
    measured = f"Measured on {days[0]}{f' to {days[-1]}' if len(days) > 1 else ''}.\n\n" if days else ""
    return f"{measured}{_table(('what', 'measured on', 'score'), rows)}" if rows else NONE_YET


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    return "\n".join(_lines(head, rows))


def _lines(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    for row in (head, ("---",) * len(head), *rows):
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"


def _title(collection: str) -> str:
    return COLLECTIONS.get(collection, collection)


def _place(collection: str) -> tuple[int, str]:
    names = list(COLLECTIONS)
    return (names.index(collection) if collection in COLLECTIONS else len(names)), collection


def _between(path: Path, table: str) -> str:
    text = path.read_text("utf-8")
    if text.count(BEGIN) != 1 or text.count(END) != 1:
        raise ValueError(f"{path.name}: the markers {BEGIN} and {END} must stand in it once each")
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}\n{table}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    sys.exit(main())
