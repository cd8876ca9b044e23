"""How is the map drawn: which part of the world, its coasts and borders, the places on it, and their names without overlaps?"""

from collections import Counter
from collections.abc import Sequence
from math import sqrt

import msgspec

from variorum.model.base import Record
from variorum.present.views.outline import draw_outline
from variorum.present.views.projection import Dot, Frame, fit_frame

_WIDTH = 900.0
_LETTER, _LINE = 6.9, 15.0


class Spot(Record, frozen=True, kw_only=True):
    """A place to put on the map; `whole` where the point only stands for a region or country."""

    anchor: str
    href: str
    name: str
    country: str
    latitude: float
    longitude: float
    mentions: int
    whole: bool
    site: bool


class MapMark(Record, frozen=True, kw_only=True):
    """A place on the map: its circle, and its label's start and side (no label where there is no room)."""

    spot: Spot
    x: float
    y: float
    radius: float
    label_x: float = 0.0
    label_y: float = 0.0
    side: str = ""


class WorldMap(Record, frozen=True, kw_only=True):
    """The picture: paths of land, coasts and borders, and the places; `beyond` counts places outside its frame."""

    width: float
    height: float
    land: str
    coasts: str
    borders: str
    marks: tuple[MapMark, ...]
    beyond: int


def draw_map(spots: Sequence[Spot]) -> WorldMap | None:
    """The map of the places, fitted to where most of them lie; None where there are none."""
    if not spots:
        return None
    near = _near(spots)
    frame = fit_frame([Dot(spot.longitude, spot.latitude) for spot in near], _WIDTH)
    shown = [spot for spot in spots if frame.holds(spot.longitude, spot.latitude)]
    paths = draw_outline(frame)
    return WorldMap(
        width=_WIDTH,
        height=round(frame.height, 1),
        land=paths.land,
        coasts=paths.coasts,
        borders=paths.borders,
        marks=_labelled(shown, frame),
        beyond=len(spots) - len(shown),
    )


def _near(spots: Sequence[Spot]) -> list[Spot]:
    """The places of the country most named, where they are at least a third of all; else all places.

    Points that stand for whole countries and regions count only where there are no others.
    """
    counts: Counter[str] = Counter()
    for spot in spots:
        counts[spot.country] += spot.mentions
    home = min(counts, key=lambda country: (-counts[country], country))
    exact = [spot for spot in spots if not spot.whole]
    at_home = [spot for spot in exact if spot.country == home]
    if 3 * sum(spot.mentions for spot in at_home) >= sum(spot.mentions for spot in exact) and at_home:
        return at_home
    return exact or list(spots)


def _labelled(spots: Sequence[Spot], frame: Frame) -> tuple[MapMark, ...]:
    """The places with their names where there is room, the most named first."""
    most = max(spot.mentions for spot in spots) if spots else 1
    placed = [_placed(spot, frame, most) for spot in sorted(spots, key=lambda spot: (-spot.mentions, spot.anchor))]
    taken = [_Box(mark.x - 4, mark.y - 4, mark.x + 4, mark.y + 4) for mark in placed]
    return tuple(_with_label(mark, taken, frame) for mark in placed)


def _placed(spot: Spot, frame: Frame, most: int) -> MapMark:
    dot = frame.dot(spot.longitude, spot.latitude)
    return MapMark(
        spot=spot, x=round(dot.x, 1), y=round(dot.y, 1), radius=round(4 + 12 * sqrt(spot.mentions / most), 1)
    )


class _Box(tuple[float, float, float, float]):
    __slots__ = ()

    def __new__(cls, left: float, top: float, right: float, bottom: float) -> "_Box":
        return super().__new__(cls, (left, top, right, bottom))

    def meets(self, other: "_Box") -> bool:
        return self[0] < other[2] and other[0] < self[2] and self[1] < other[3] and other[1] < self[3]


def _with_label(mark: MapMark, taken: list[_Box], frame: Frame) -> MapMark:
    wide, far = len(mark.spot.name) * _LETTER, mark.radius + 3
    options = (
        ("start", mark.x + far, mark.y + 4),
        ("end", mark.x - far, mark.y + 4),
        ("middle", mark.x, mark.y - far - 2),
        ("middle", mark.x, mark.y + far + 11),
    )
    for side, x, y in options:
        left = x - {"start": 0.0, "end": wide, "middle": wide / 2}[side]
        box = _Box(left, y - _LINE + 3, left + wide, y + 4)
        inside = box[0] >= 0 and box[2] <= frame.width and box[1] >= 0 and box[3] <= frame.height
        if inside and not any(box.meets(other) for other in taken):
            taken.append(box)
            return msgspec.structs.replace(mark, label_x=round(x, 1), label_y=round(y, 1), side=side)
    return mark
