"""Where on a flat picture does a place lie, and which part of a coast does the picture show?"""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from variorum.model.base import Record


class Dot(NamedTuple):
    """A place in the picture's own units, or in degrees: x is the longitude then."""

    x: float
    y: float


class Frame(Record, frozen=True, kw_only=True):
    """A part of the world in degrees, and the picture it fills: equirectangular, true to shape at its middle."""

    west: float
    east: float
    south: float
    north: float
    width: float

    @property
    def scale(self) -> float:
        """Units of the picture a degree of longitude."""
        return self.width / (self.east - self.west)

    @property
    def height(self) -> float:
        """The picture's height."""
        return (self.north - self.south) * self.scale / self._squeeze

    @property
    def _squeeze(self) -> float:
        return max(math.cos(math.radians((self.north + self.south) / 2)), 0.2)

    def dot(self, longitude: float, latitude: float) -> Dot:
        """Where the place lies; outside the picture where it is outside the frame."""
        return Dot((longitude - self.west) * self.scale, (self.north - latitude) * self.scale / self._squeeze)

    def dots(self, places: Iterable[Dot]) -> Iterator[Dot]:
        """The same for many places."""
        scale, stretched = self.scale, self.scale / self._squeeze
        return (Dot((place.x - self.west) * scale, (self.north - place.y) * stretched) for place in places)

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether the frame shows the place."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north


def fit_frame(places: Sequence[Dot], width: float, least: float = 4.0) -> Frame:
    """The frame around the places with some room, at least so many degrees high, no wider than the world and of a fit shape."""
    south, north = min(p.y for p in places), max(p.y for p in places)
    west, east = min(p.x for p in places), max(p.x for p in places)
    middle_y, high = (south + north) / 2, max((north - south) * 1.35, least)
    squeeze = max(math.cos(math.radians(middle_y)), 0.2)
    wide = max((east - west) * 1.3, least / squeeze)
    high, wide = max(high, wide * squeeze * 0.5), max(wide, high / squeeze * 1.35)
    wide, high = min(wide, 360.0), min(high, 170.0)
    left = min(max((west + east) / 2 - wide / 2, -180.0), 180.0 - wide)
    bottom = min(max(middle_y - high / 2, -85.0), 85.0 - high)
    return Frame(west=left, east=left + wide, south=bottom, north=bottom + high, width=width)


def clip_ring(ring: Sequence[Dot], frame: Frame) -> list[Dot]:
    """The ring cut to the frame (Sutherland-Hodgman); edges along the frame are part of the result."""
    for axis, bound, keep_above in (
        (0, frame.west, True),
        (0, frame.east, False),
        (1, frame.south, True),
        (1, frame.north, False),
    ):
        ring = _clip_side(ring, axis, bound, keep_above)
        if not ring:
            return []
    return list(ring)


def _clip_side(ring: Sequence[Dot], axis: int, bound: float, keep_above: bool) -> list[Dot]:
    kept: list[Dot] = []
    before = ring[-1]
    for point in ring:
        inside = (point[axis] >= bound) is keep_above or point[axis] == bound
        was_inside = (before[axis] >= bound) is keep_above or before[axis] == bound
        if inside is not was_inside:
            part = (bound - before[axis]) / (point[axis] - before[axis])
            kept.append(Dot(before.x + (point.x - before.x) * part, before.y + (point.y - before.y) * part))
        if inside:
            kept.append(point)
        before = point
    return kept
