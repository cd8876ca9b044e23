"""Where are the coasts and borders of the world and of its divisions, and which of them does a part of it show?"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby

import msgspec

from variorum.model.base import Record
from variorum.present.views.projection import Dot, Frame, clip_ring


class Line(Record, frozen=True, kw_only=True):
    """A line or ring in degrees, and the box it fills."""

    dots: tuple[Dot, ...]
    west: float
    east: float
    south: float
    north: float

    def within(self, frame: Frame) -> bool:
        """Whether the frame holds the whole box."""
        across = frame.west <= self.west and self.east <= frame.east
        return across and frame.south <= self.south and self.north <= frame.north

    def touches(self, frame: Frame) -> bool:
        """Whether the box meets the frame."""
        across = self.west <= frame.east and frame.west <= self.east
        return across and self.south <= frame.north and frame.south <= self.north


class Outline(Record, frozen=True, kw_only=True):
    """The outlines of the world: rings of land, coasts, and borders between two countries."""

    land: tuple[Line, ...]
    coasts: tuple[Line, ...]
    borders: tuple[Line, ...]


class Paths(Record, frozen=True, kw_only=True):
    """The same as paths of a picture, cut to what it shows; `divisions` is "" where it shows too much to draw them."""

    land: str
    coasts: str
    borders: str
    divisions: str


_WIDEST_DIVIDED = 60.0
"""Degrees of longitude up to which a picture shows the divisions of countries."""
_LONGEST = 40.0
"""Degrees that no line between two divisions reaches from where it begins."""


def draw_outline(frame: Frame) -> Paths:
    """The outlines within the frame."""
    outline = read_outline()
    rings = (
        ring.dots if ring.within(frame) else clip_ring(ring.dots, frame) for ring in outline.land if ring.touches(frame)
    )
    return Paths(
        land="".join(_path(ring, frame) + "Z" for ring in rings if ring),
        coasts="".join(_path(line.dots, frame) for line in outline.coasts if line.touches(frame)),
        borders="".join(_path(line.dots, frame) for line in outline.borders if line.touches(frame)),
        divisions="".join(_path(line.dots, frame) for line in divisions_within(frame)),
    )


def divisions_within(frame: Frame, around: Frame | None = None) -> tuple[Line, ...]:
    """The borders between the divisions of countries that touch the frame, or another around it.

    None where the frame is too wide for them.
    """
    if frame.east - frame.west > _WIDEST_DIVIDED:
        return ()
    here, stored = around or frame, _stored_divisions()
    lines = (
        _line(tuple(_dots(line, stored.step)))
        for line in stored.lines
        if here.west - _LONGEST <= line[0] * stored.step <= here.east + _LONGEST
        and here.south - _LONGEST <= line[1] * stored.step <= here.north + _LONGEST
    )
    return tuple(line for line in lines if line.touches(here))


@cache
def _stored_divisions() -> "_Divisions":
    """The lines of the file that scripts/build_divisions.py writes."""
    return msgspec.json.decode(files("variorum.present.views").joinpath("divisions.json").read_bytes(), type=_Divisions)


@cache
def read_outline() -> Outline:
    """The outlines of the file that scripts/build_outline.py writes."""
    stored = msgspec.json.decode(files("variorum.present.views").joinpath("outline.json").read_bytes(), type=_Stored)
    arcs = [tuple(_dots(arc, stored.step)) for arc in stored.arcs]
    rings = ([dot for arc in ring for dot in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])] for ring in stored.land)
    return Outline(
        land=tuple(_line(ring) for ring in rings),
        coasts=tuple(_line(arcs[arc]) for arc in stored.coasts),
        borders=tuple(_line(arcs[arc]) for arc in stored.borders),
    )


class _Stored(Record, frozen=True, kw_only=True):
    """Lines in steps of so many degrees, the first point, then the way to each next; land as rings of lines, ~n backwards."""

    step: float
    arcs: tuple[tuple[int, ...], ...]
    coasts: tuple[int, ...]
    borders: tuple[int, ...]
    land: tuple[tuple[int, ...], ...]


class _Divisions(Record, frozen=True, kw_only=True):
    """Lines in steps of so many degrees, the first point, then the way to each next."""

    step: float
    lines: tuple[tuple[int, ...], ...]


def _dots(arc: Sequence[int], step: float) -> Iterator[Dot]:
    x = y = 0
    for place in range(0, len(arc), 2):
        x, y = x + arc[place], y + arc[place + 1]
        yield Dot(x * step, y * step)


def _line(dots: Sequence[Dot]) -> Line:
    across, up = [dot.x for dot in dots], [dot.y for dot in dots]
    return Line(dots=tuple(dots), west=min(across), east=max(across), south=min(up), north=max(up))


def _path(dots: Iterable[Dot], frame: Frame) -> str:
    """The line in whole units of the picture; a point that falls on the one before is left out."""
    drawn = (f"{dot.x:.0f} {dot.y:.0f}" for dot in frame.dots(dots))
    return "M" + "L".join(point for point, _ in groupby(drawn))
