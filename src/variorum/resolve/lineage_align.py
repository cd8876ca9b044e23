"""Which passages of two reports stand beside each other, word for word or reworded?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from variorum.model.tables import AlignedSpan
from variorum.resolve.wording import Wording

_SEED = 5
_RUN = 8
_SENTENCE = 5
_NEAREST = 3


@dataclass(frozen=True)
class Run:
    """The same words in the same order in both reports; positions count words, half-open."""

    left: int
    right: int
    length: int


@dataclass(frozen=True)
class SentencePair:
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
    seeds = defaultdict(list)
    for j in range(len(right) - _SEED + 1):
        seeds[right.words[j : j + _SEED]].append(j)
    found = []
    for i in range(len(left) - _SEED + 1):
        for j in seeds.get(left.words[i : i + _SEED], ()):
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
    theirs = [_telling(right, sentence) for sentence in right.sentences]
    holders = defaultdict(list)
    for number, (first, last) in enumerate(right.sentences):
        if last - first >= _SENTENCE:
            for stem in theirs[number]:
                holders[stem].append(number)
    pairs = []
    for number, (first, last) in enumerate(left.sentences):
        if last - first < _SENTENCE:
            continue
        mine = _telling(left, (first, last))
        shared: dict[int, float] = defaultdict(float)
        for stem, weight in mine.items():
            for other in holders.get(stem, ()):
                shared[other] += max(weight, theirs[other][stem])
        nearest = sorted(shared, key=lambda other: (-shared[other], other))[:_NEAREST]
        options = [
            SentencePair(
                left=number,
                right=other,
                same_words=LCSseq.normalized_similarity(
                    left.words[first:last], right.words[slice(*right.sentences[other])]
                ),
                same_facts=shared[other] / (sum(mine.values()) + sum(theirs[other].values()) - shared[other]),
            )
            for other in nearest
        ]
        if options:
            pairs.append(max(options, key=lambda pair: (pair.same_words + pair.same_facts, -pair.right)))
    return tuple(pairs)


def _telling(wording: Wording, sentence: tuple[int, int]) -> dict[str, float]:
    """The sentence's stems that tell something, with their weights."""
    positions = range(*sentence)
    return {wording.stems[p]: wording.weights[p] for p in positions if wording.weights[p] >= 1.0}


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
