"""In what order do two texts share their passages, and which words of a passage are the same in both?"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from variorum.model.base import Record
from variorum.model.tables import AlignedSpan

_MOST = 300
_WORDS = 1500
_WORD = re.compile(r"\w+")


class Run(Record, frozen=True, kw_only=True, gc=False):
    """A stretch of a passage; `same` where the other text has it word by word."""

    text: str
    same: bool


class Shared(Record, frozen=True, kw_only=True):
    """The passages of two texts: those in the same order in both, and those that stand elsewhere. No two overlap."""

    aligned: tuple[AlignedSpan, ...]
    moved: tuple[AlignedSpan, ...]


def share_passages(spans: Iterable[AlignedSpan]) -> Shared:
    """The passages, as many words of them in one order as can be; both in order of the first text.

    Of passages that overlap in either text the longest is kept; of very many, the longest.
    """
    kept: list[AlignedSpan] = []
    longest = sorted(set(spans), key=lambda span: (span.start - span.end, span.start, span.other_start))
    for span in longest:
        if len(kept) < _MOST and span.start < span.end and not any(_overlap(span, other) for other in kept):
            kept.append(span)
    kept.sort(key=lambda span: span.start)
    aligned = _in_one_order(kept)
    return Shared(aligned=tuple(aligned), moved=tuple(span for span in kept if span not in aligned))


def _overlap(left: AlignedSpan, right: AlignedSpan) -> bool:
    return (left.start < right.end and right.start < left.end) or (
        left.other_start < right.other_end and right.other_start < left.other_end
    )


def _in_one_order(spans: Sequence[AlignedSpan]) -> list[AlignedSpan]:
    """The heaviest chain of passages that follow one another in both texts."""
    best: list[tuple[int, int]] = []
    for place, span in enumerate(spans):
        before = [(best[at][0], at) for at in range(place) if spans[at].other_end <= span.other_start]
        weight, at = max(before, default=(0, -1))
        best.append((weight + span.end - span.start, at))
    chain: list[AlignedSpan] = []
    at = max(range(len(best)), key=lambda place: best[place][0], default=-1)
    while at >= 0:
        chain.append(spans[at])
        at = best[at][1]
    return chain[::-1]


def compare_words(one: str, other: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both passages in runs of words that are the same in both and of words that are not.

    Capital letters and what stands between words make no difference. Very long passages that differ are not compared: all of
    them is called the same.
    """
    lefts, rights = list(_WORD.finditer(one)), list(_WORD.finditer(other))
    left, right = [word[0].casefold() for word in lefts], [word[0].casefold() for word in rights]
    if left == right or max(len(left), len(right)) > _WORDS:
        return (Run(text=one, same=True),), (Run(text=other, same=True),)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    same_left, same_right = [False] * len(left), [False] * len(right)
    for block in matcher.get_matching_blocks():
        for place in range(block.size):
            same_left[block.a + place] = same_right[block.b + place] = True
    return _runs(one, lefts, same_left), _runs(other, rights, same_right)


def _runs(text: str, words: Sequence[re.Match[str]], same: Sequence[bool]) -> tuple[Run, ...]:
    """The text cut where it changes between words that are the same and words that are not; gaps go with the sameness around."""
    runs: list[Run] = []
    start, current = 0, True
    for place, word in enumerate(words):
        if same[place] != current:
            edge = word.start() if not same[place] else words[place - 1].end() if place else 0
            if edge > start:
                runs.append(Run(text=text[start:edge], same=current))
            start, current = edge, same[place]
    end = words[-1].end() if words and not current else len(text)
    if end > start:
        runs.append(Run(text=text[start:end], same=current))
    if end < len(text):
        runs.append(Run(text=text[end:], same=True))
    return tuple(runs)
