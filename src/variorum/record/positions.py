"""Which numbers keep rows in order, so that few rows get another one when some come in between?"""

from bisect import bisect_left
from collections.abc import Sequence

_GAP = 1 << 20
"""The distance between neighbours numbered together."""


def place(before: Sequence[int | None]) -> list[int]:
    """Rising positions for rows in order, from those they had before, None for rows that are new.

    As many rows as can be keep theirs; the others share the gaps between them. Where a gap is too narrow, all get new ones.
    """
    kept = _longest_rising(before)
    placed: list[int] = []
    for at, following in zip([-1, *kept], [*kept, len(before)], strict=True):
        low = 0 if at < 0 else before[at] or 0
        count = following - at - 1
        high = low + _GAP * (count + 1) if following == len(before) else before[following] or 0
        if high - low <= count:
            return [_GAP * (number + 1) for number in range(len(before))]
        if at >= 0:
            placed.append(low)
        placed.extend(low + (high - low) * (number + 1) // (count + 1) for number in range(count))
    return placed


def _longest_rising(numbers: Sequence[int | None]) -> list[int]:
    """The places of a longest rising run with gaps, None left out."""
    ends: list[int] = []  # the smallest number that ends a rising run of each length
    lasts: list[int] = []  # and its place
    earlier: dict[int, int | None] = {}
    for at, number in enumerate(numbers):
        if number is not None:
            length = bisect_left(ends, number)
            earlier[at] = lasts[length - 1] if length else None
            ends[length : length + 1], lasts[length : length + 1] = [number], [at]
    run: list[int] = []
    step = lasts[-1] if lasts else None
    while step is not None:
        run.append(step)
        step = earlier[step]
    return run[::-1]
