"""Builds src/variorum/present/views/outline.json, the coasts and borders that the map of a dossier is drawn on.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/build_outline.py package/countries-50m.json

The source is world-atlas (ISC), which packs Natural Earth's 1:50m countries (public domain) as TopoJSON. Kept are the arcs,
thinned and rounded; which of them are coasts and which borders between two countries; and the rings that bound the land.
"""

import json
import sys
from collections import Counter
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/variorum/present/views/outline.json"
STEP = 0.02  # degrees; about 2 km, and less than a pixel of the map of a country
THIN = 0.02  # degrees a left-out corner may lie off the line
LEAST = 0.02  # square degrees; smaller islands are left out


def main(source: Path) -> None:
    topology = json.loads(source.read_text())
    rings = [ring for shape in topology["objects"]["countries"]["geometries"] for ring in outer_rings(shape)]
    arcs = [thinned(degrees(topology, arc)) for arc in topology["arcs"]]
    kept = [ring for ring in rings if abs(area(ring_points(ring, arcs))) >= LEAST]
    used = Counter(index_of(arc) for ring in kept for arc in ring)
    numbers = {old: new for new, old in enumerate(sorted(used))}
    outline = {
        "step": STEP,
        "arcs": [deltas(arcs[old]) for old in sorted(used)],
        "coasts": [numbers[old] for old in sorted(used) if used[old] == 1],
        "borders": [numbers[old] for old in sorted(used) if used[old] > 1],
        "land": [[numbers[arc] if arc >= 0 else ~numbers[~arc] for arc in ring] for ring in kept],
    }
    TARGET.write_text(json.dumps(outline, separators=(",", ":")) + "\n")
    print(f"{TARGET}: {len(numbers)} arcs, {len(kept)} rings, {TARGET.stat().st_size} bytes")


def outer_rings(shape: dict) -> list[list[int]]:
    """Every ring of the shape, holes included: a hole is another country's land or an inner sea, drawn by its own ring."""
    if shape["type"] == "Polygon":
        return shape["arcs"]
    return [ring for polygon in shape.get("arcs", []) for ring in polygon]


def degrees(topology: dict, arc: list[list[int]]) -> list[tuple[float, float]]:
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * kx + tx, y * ky + ty))
    return points


def thinned(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Douglas-Peucker, without recursion."""
    keep, open_ranges = {0, len(points) - 1}, [(0, len(points) - 1)]
    while open_ranges:
        first, last = open_ranges.pop()
        far, index = max(
            ((off_line(points[i], points[first], points[last]), i) for i in range(first + 1, last)), default=(0.0, 0)
        )
        if far > THIN:
            keep.add(index)
            open_ranges += [(first, index), (index, last)]
    return [points[i] for i in sorted(keep)]


def off_line(point: tuple[float, float], one: tuple[float, float], other: tuple[float, float]) -> float:
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = dx * dx + dy * dy
    along = 0.0 if not length else max(0.0, min(1.0, ((point[0] - one[0]) * dx + (point[1] - one[1]) * dy) / length))
    return ((point[0] - one[0] - along * dx) ** 2 + (point[1] - one[1] - along * dy) ** 2) ** 0.5


def ring_points(ring: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    return [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]


def area(points: list[tuple[float, float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True)) / 2


def index_of(arc: int) -> int:
    return arc if arc >= 0 else ~arc


def deltas(points: list[tuple[float, float]]) -> list[int]:
    """x, y of the first point, then the way to each next one, in steps."""
    flat, x, y = [], 0, 0
    for point in points:
        nx, ny = round(point[0] / STEP), round(point[1] / STEP)
        if flat and (nx, ny) == (x, y):
            continue
        flat += [nx - x, ny - y]
        x, y = nx, ny
    return flat


if __name__ == "__main__":
    main(Path(sys.argv[1]))
