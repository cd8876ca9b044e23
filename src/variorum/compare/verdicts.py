"""How do two answers to one question stand to each other, and what is the verdict over many?"""

from collections.abc import Iterable

import msgspec

from variorum.model.terms import Verdict

STRENGTH = (Verdict.CONTRADICT, Verdict.UPDATE, Verdict.DIFFER, Verdict.AGREE)
"""The verdicts, the strongest first: a point has the verdict of its strongest pair."""


class Comparison(msgspec.Struct, frozen=True):
    """A verdict on two answers and, in a sentence for the reader, the reason for it."""

    verdict: Verdict
    reason: str


def strongest(comparisons: Iterable[Comparison]) -> Comparison | None:
    """The first comparison with the strongest verdict; None where there is none."""
    return min(comparisons, key=lambda comparison: STRENGTH.index(comparison.verdict), default=None)


def agree(reason: str) -> Comparison:
    """The same, or the same at the coarser precision."""
    return Comparison(Verdict.AGREE, reason)


def differ(reason: str) -> Comparison:
    """Not the same, yet both can be true."""
    return Comparison(Verdict.DIFFER, reason)


def contradict(reason: str) -> Comparison:
    """Both cannot be true."""
    return Comparison(Verdict.CONTRADICT, reason)


def update(reason: str) -> Comparison:
    """A later count of a quantity that grows."""
    return Comparison(Verdict.UPDATE, reason)
