"""Which passages of two reports stand beside each other, word for word or reworded?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from variorum.model.tables import AlignedSpan
from variorum.resolve.wording import SENTENCE, Telling, Wording

_RUN = 8
_NEAREST = 3


@dataclass(frozen=True)
class Run:
    """The same words in the same order in both reports; positions count words, half-open."""

    left: int
    right: int
    length: int


class SentencePair(NamedTuple):
    """Two sentences that may tell the same; `same_words` is the share of words in common in order (LCS over the longer),
    `same_facts` the weighted share of telling words in common.
    """

    left: int
    right: int
    same_words: float
    same_facts: float


def shared_runs(left: Wording, right: Wording) -> tuple[Run, ...]:
    """Maximal runs of at least eight shared words, longest first claimed, in order of the left report, no overlap on
    either side.
    """
    common = set(left.grams).intersection(right.grams)  # a run holds three sequences of six words at least
    seeds: dict[int, list[int]] = defaultdict(list)
    for j, gram in enumerate(right.grams) if common else ():
        if gram in common:
            seeds[gram].append(j)
    found = []
    for i, gram in enumerate(left.grams) if common else ():
        for j in seeds[gram] if gram in common else ():
            if i and j and left.words[i - 1] == right.words[j - 1]:
                continue  # inside a run that began earlier
            length = _extent(left.words, right.words, i, j)
            if length >= _RUN:
                found.append(Run(left=i, right=j, length=length))
    return _without_overlap(found)


def _extent(left: Sequence[str], right: Sequence[str], i: int, j: int) -> int:
    length = 0
    while i + length < len(left) and j + length < len(right) and left[i + length] == right[j + length]:
        length += 1
    return length


def _without_overlap(runs: Sequence[Run]) -> tuple[Run, ...]:
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    kept = []
    for run in sorted(runs, key=lambda run: (-run.length, run.left, run.right)):
        mine = range(run.left, run.left + run.length)
        theirs = range(run.right, run.right + run.length)
        if taken_left.isdisjoint(mine) and taken_right.isdisjoint(theirs):
            taken_left.update(mine)
            taken_right.update(theirs)
            kept.append(run)
    return tuple(sorted(kept, key=lambda run: run.left))


def aligned_sentences(left: Wording, right: Wording) -> tuple[SentencePair, ...]:
    """For every sentence of the left report (five words or more) the sentence of the right one most like it, if they
    share a telling word; in order of the left report.
    """
    pairs = []
    for number, (first, last) in enumerate(left.sentences):
        shared = _shared_facts(left.tellings[number], right) if last - first >= SENTENCE else {}
        nearest = sorted((-weight, other) for other, weight in shared.items())[:_NEAREST]
        options = [_beside(left, right, (number, other), -weight) for weight, other in nearest]
        if options:
            pairs.append(max(options, key=lambda pair: (pair.same_words + pair.same_facts, -pair.right)))
    return tuple(pairs)


def _shared_facts(mine: Telling, right: Wording) -> dict[int, float]:
    """The weight of the telling stems that a sentence shares with each of the right report's."""
    shared: dict[int, float] = {}
    for stem in mine.weights.keys() & right.tellers.keys():
        weight = mine.weights[stem]
        for other in right.tellers[stem]:
            shared[other] = shared.get(other, 0.0) + max(weight, right.tellings[other].weights[stem])
    return shared


def _beside(left: Wording, right: Wording, sentences: tuple[int, int], shared: float) -> SentencePair:
    number, other = sentences
    (first, last), (other_first, other_last) = left.sentences[number], right.sentences[other]
    return SentencePair(
        left=number,
        right=other,
        same_words=LCSseq.normalized_similarity(left.words[first:last], right.words[other_first:other_last]),
        same_facts=shared / (left.tellings[number].total + right.tellings[other].total - shared),
    )


def run_spans(left: Wording, right: Wording, runs: Sequence[Run]) -> tuple[AlignedSpan, ...]:
    """The runs as offsets into the two texts."""
    return tuple(
        AlignedSpan(
            start=left.starts[run.left],
            end=left.ends[run.left + run.length - 1],
            other_start=right.starts[run.right],
            other_end=right.ends[run.right + run.length - 1],
        )
        for run in runs
    )


def sentence_spans(left: Wording, right: Wording, pairs: Sequence[SentencePair]) -> tuple[AlignedSpan, ...]:
    """The sentence pairs as offsets into the two texts."""
    spans = []
    for pair in pairs:
        (first, last), (other_first, other_last) = left.sentences[pair.left], right.sentences[pair.right]
        spans.append(
            AlignedSpan(
                start=left.starts[first],
                end=left.ends[last - 1],
                other_start=right.starts[other_first],
                other_end=right.ends[other_last - 1],
            )
        )
    return tuple(spans)
