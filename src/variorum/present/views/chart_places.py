"""Where do signs of a picture stand so that none covers another?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

_TRIES = 14


class Box(NamedTuple):
    """What a sign covers, in the picture's own units; `top` is above `base`, and smaller."""

    left: float
    right: float
    top: float
    base: float


def dodge(boxes: Sequence[Box], step: float, left: float, right: float) -> list[float]:
    """How far each box is to be moved to the right (or, below 0, to the left), so that it covers none before it.

    Boxes stay between `left` and `right`; one that finds no room stays where it is.
    """
    placed: list[Box] = []
    moves: list[float] = []
    for box in boxes:
        by = next((by for by in _moves(step) if _fits(box, by, placed, left, right)), 0.0)
        placed.append(_at(box, by))
        moves.append(by)
    return moves


def _moves(step: float) -> Iterator[float]:
    yield 0.0
    for far in range(1, _TRIES):
        yield far * step
        yield -far * step


def _at(box: Box, by: float) -> Box:
    return Box(box.left + by, box.right + by, box.top, box.base)


def _fits(box: Box, by: float, placed: Sequence[Box], left: float, right: float) -> bool:
    moved = _at(box, by)
    if by and (moved.left < left or moved.right > right):
        return False
    return not any(covers(moved, other) for other in placed)


def covers(one: Box, other: Box) -> bool:
    """Whether they share more than an edge."""
    return one.left < other.right and other.left < one.right and one.top < other.base and other.top < one.base
