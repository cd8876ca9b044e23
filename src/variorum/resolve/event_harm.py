"""Which counts of the harmed go with a telling of an event, and can two tellings count the same dead?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from variorum.model.base import Record
from variorum.model.tables import Figure
from variorum.model.terms import Measure

Number = int | float

COUNTED = frozenset({Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING, Measure.DISPLACED})
"""Measures whose counts tell one incident from another."""
_NEAR = 0.1
_OPEN = 1.3
_ORDER = 30
_WAR = 2000
_PART = 3
_TELLING = 5
"""From this size on, the same count in two reports is hardly chance."""


class Harm(Record, frozen=True, kw_only=True):
    """A count of the harmed with its bounds (None is open) and its voice, None where the report itself speaks."""

    measure: Measure
    low: Number | None
    high: Number | None
    approximate: bool = False
    voice: str | None = None


def harm_of(figure: Figure) -> Harm:
    """The figure as a count of the harmed."""
    return Harm(
        measure=figure.measure,
        low=figure.low,
        high=figure.high,
        approximate=figure.approximate,
        voice=figure.voice_entity or figure.voice,
    )


def harms_by_mention(figures: Iterable[Figure]) -> Mapping[str, tuple[Harm, ...]]:
    """The counts told with each event mention, parts of other counts left out, in the order of the figures."""
    found: dict[str, list[Harm]] = defaultdict(list)
    for figure in figures:
        whole = figure.subset_of is None and (figure.low is not None or figure.high is not None)
        if figure.event_mention and figure.measure in COUNTED and whole:
            found[figure.event_mention].append(harm_of(figure))
    return {mention: tuple(counts) for mention, counts in found.items()}


def at_odds(one: Sequence[Harm], other: Sequence[Harm]) -> bool:
    """Whether both count the harmed of one measure and no two of these counts can be the same."""
    if not one or not other:
        return False
    common = {count.measure for count in one} & {count.measure for count in other}
    return any(
        not any(meet(left, right) for left in one for right in other if left.measure is right.measure is measure)
        for measure in common
    )


def of_other_order(one: Sequence[Harm], other: Sequence[Harm]) -> bool:
    """Whether every count on one side is so many times those of the other that the one is of a war, the other of a day."""
    pairs = [(left.low or 0, right.low or 0) for left in one for right in other if left.measure is right.measure]
    return bool(pairs) and all(max(pair) > _ORDER * max(min(pair), 1) for pair in pairs)


def of_an_incident(counts: Sequence[Harm]) -> bool:
    """Whether the counts, where there are any, are not so high that they sum up a war, nor all so low that they may be parts
    of another ("the bodies of three children").
    """
    return not counts or _PART < max(count.low or 0 for count in counts) < _WAR


def rival(one: Sequence[Harm], other: Sequence[Harm]) -> bool:
    """Whether the first counts have voices throughout, none of which gives one of the others."""
    left, right = {count.voice for count in one}, {count.voice for count in other}
    return None not in left and not left & right


def several(counts: Sequence[Harm]) -> bool:
    """Whether more than one was harmed."""
    return any((count.low or 0) > 1 for count in counts)


def shared_weight(one: Sequence[Harm], other: Sequence[Harm], large: float, small: float) -> float:
    """How much the same count on both sides speaks for one event: `large` or `small` by its size, 0 where there is none."""
    if not one or not other:
        return 0.0
    shared = [
        left.low or 0
        for left in one
        for right in other
        if left.measure is right.measure and left.low is not None and left.low == right.low and not _vague(left)
    ]
    if not shared:
        return 0.0
    return large if max(shared) >= _TELLING else small


def meet(left: Harm, right: Harm) -> bool:
    """Whether the ranges share a number, an approximate one being a tenth wider, an open one ending not far above."""
    room = 1 + (_NEAR if left.approximate or right.approximate else 0)
    lows = [bound for bound in (left.low, right.low) if bound is not None]
    highs = [high for count in (left, right) if (high := _top(count)) is not None]
    return not lows or not highs or max(lows) <= min(highs) * room


def _top(count: Harm) -> Number | None:
    """The most the words are likely to mean: who says "at least 20" has not counted 50."""
    if count.high is not None or count.low is None:
        return count.high
    return count.low * _OPEN


def _vague(count: Harm) -> bool:
    return count.high is not None and count.high != count.low
