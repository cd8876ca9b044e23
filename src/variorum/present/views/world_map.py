"""How is the map drawn: which part of the world, its coasts and borders, the places on it, and their names without overlaps?"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import cos, radians, sin, sqrt

import msgspec

from variorum.model.base import Record
from variorum.present.views.outline import Paths, draw_outline
from variorum.present.views.place_events import Fix
from variorum.present.views.projection import Dot, Frame, fit_frame

_WIDTH = 900.0
_LETTER, _LINE = 6.9, 15.0
_LEAST, _MOST = 5.0, 17.0
_NAMED_ONLY = 3.0


class Spot(Record, frozen=True, kw_only=True):
    """A place to put on the map; circles grow with `events`. `inferred` where no account itself places an event there."""

    anchor: str
    href: str
    name: str
    country: str
    latitude: float
    longitude: float
    mentions: int
    events: int
    fix: Fix
    inferred: bool = False

    @property
    def whole(self) -> bool:
        """Whether the point only stands for a region or country."""
        return self.fix in (Fix.REGION, Fix.COUNTRY)


class MapMark(Record, frozen=True, kw_only=True):
    """A place on the map: its circle, `aside` from its point where it would hide another; its label's start and side (no label
    where there is no room), counted from the circle's middle. `beyond`: it lies outside the frame.
    """

    spot: Spot
    x: float
    y: float
    radius: float
    aside: Dot = Dot(0.0, 0.0)
    label_x: float = 0.0
    label_y: float = 0.0
    side: str = ""
    beyond: bool = False


class BaseMap(Record, frozen=True, kw_only=True):
    """A part of the world and its outlines, cut to it."""

    frame: Frame
    paths: Paths


class WorldMap(Record, frozen=True, kw_only=True):
    """The picture: its outlines, and the places, those of most events first; `beyond` counts those outside its frame."""

    width: float
    height: float
    frame: Frame
    paths: Paths
    marks: tuple[MapMark, ...]
    beyond: int


def draw_base(spots: Sequence[Spot]) -> BaseMap | None:
    """The part of the world where most of the places lie; None where there are none."""
    if not spots:
        return None
    frame = fit_frame([Dot(spot.longitude, spot.latitude) for spot in _near(spots)], _WIDTH)
    return BaseMap(frame=frame, paths=draw_outline(frame))


def draw_map(base: BaseMap, spots: Sequence[Spot]) -> WorldMap:
    """The places on the map, with their names where there is room."""
    marks = _labelled(spots, base.frame)
    return WorldMap(
        width=_WIDTH,
        height=round(base.frame.height, 1),
        frame=base.frame,
        paths=base.paths,
        marks=marks,
        beyond=sum(mark.beyond for mark in marks),
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
    """The places with their names where there is room, those of most events and mentions first."""
    most = max((spot.events for spot in spots), default=0) or 1
    ordered = sorted(spots, key=lambda spot: (-spot.events, -spot.mentions, spot.anchor))
    placed = _apart([_placed(spot, frame, most) for spot in ordered])
    taken = [_Box(mark.x - 4, mark.y - 4, mark.x + 4, mark.y + 4) for mark in placed if not mark.beyond]
    return tuple(mark if mark.beyond else _with_label(mark, taken, frame) for mark in placed)


def _placed(spot: Spot, frame: Frame, most: int) -> MapMark:
    dot = frame.dot(spot.longitude, spot.latitude)
    grown = _LEAST + (_MOST - _LEAST) * sqrt(spot.events / most)
    return MapMark(
        spot=spot,
        x=round(dot.x, 1),
        y=round(dot.y, 1),
        radius=round(grown, 1) if spot.events else _NAMED_ONLY,
        beyond=not frame.holds(spot.longitude, spot.latitude),
    )


def _apart(marks: Sequence[MapMark]) -> list[MapMark]:
    """Circles that share a point, the smaller of them set around the largest."""
    stacks: dict[tuple[float, float], list[MapMark]] = defaultdict(list)
    placed = []
    for mark in marks:
        stack = stacks[mark.spot.longitude, mark.spot.latitude]
        if stack:
            angle, far = radians(35.0 * len(stack) - 90.0), stack[0].radius + mark.radius + 1
            aside = Dot(round(far * cos(angle), 1), round(far * sin(angle), 1))
            mark = msgspec.structs.replace(mark, aside=aside, x=mark.x + aside.x, y=mark.y + aside.y)  # noqa: PLW2901
        stack.append(mark)
        placed.append(mark)
    return placed


class _Box(tuple[float, float, float, float]):
    __slots__ = ()

    def __new__(cls, left: float, top: float, right: float, bottom: float) -> "_Box":
        return super().__new__(cls, (left, top, right, bottom))

    def meets(self, other: "_Box") -> bool:
        return self[0] < other[2] and other[0] < self[2] and self[1] < other[3] and other[1] < self[3]


def _with_label(mark: MapMark, taken: list[_Box], frame: Frame) -> MapMark:
    wide, far = len(mark.spot.name) * _LETTER, mark.radius + 3
    options = (("start", far, 4.0), ("end", -far, 4.0), ("middle", 0.0, -far - 2), ("middle", 0.0, far + 11))
    for side, dx, dy in options:
        left = mark.x + dx - {"start": 0.0, "end": wide, "middle": wide / 2}[side]
        box = _Box(left, mark.y + dy - _LINE + 3, left + wide, mark.y + dy + 4)
        inside = box[0] >= 0 and box[2] <= frame.width and box[1] >= 0 and box[3] <= frame.height
        if inside and not any(box.meets(other) for other in taken):
            taken.append(box)
            return msgspec.structs.replace(mark, label_x=round(dx, 1), label_y=round(dy, 1), side=side)
    return mark
