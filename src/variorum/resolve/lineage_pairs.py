"""Which pairs of reports are worth a close look for copying? Found through shared passages and shared rare words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from heapq import nsmallest
from itertools import chain, combinations

from variorum.resolve.wording import Wording

Pair = tuple[str, str]

_WINDOW = 8
_PASSAGE = 3
_MOST_PAIRS = 12
_COMMON_FINGERPRINT = 24
_RARE = 24
_SHARED_RARE = 6


def candidate_pairs(wordings: Sequence[Wording]) -> list[Pair]:
    """Pairs of report ids (smaller first), ordered, that share a passage or several rare words.

    Passages by winnowing (Schleimer, Wilkerson & Aiken 2003): of every eight neighbouring six-word sequences one
    fingerprint is kept, so any shared run of 13 words is found. A fingerprint that very many reports hold links each of
    them to its neighbours only, and every report brings in the twelve others it shares most with, so cost stays near
    linear while copies of one text still end up connected.
    """
    passages = _count_pairs({w.report: _fingerprints(w) for w in wordings}, _COMMON_FINGERPRINT, chained=True)
    rare = _count_pairs({w.report: _telling_stems(w) for w in wordings}, _RARE, chained=False)
    weights: dict[Pair, int] = {pair: _PASSAGE * shared for pair, shared in passages.items()}
    for pair, shared in rare.items():
        if shared >= _SHARED_RARE or pair in weights:
            weights[pair] = weights.get(pair, 0) + shared
    return _strongest(weights)


def _strongest(weights: Mapping[Pair, int]) -> list[Pair]:
    """The pairs that are among the twelve weightiest of either report."""
    by_report: dict[str, list[tuple[int, Pair]]] = defaultdict(list)
    for pair, weight in weights.items():
        for report in pair:
            by_report[report].append((-weight, pair))
    return sorted({pair for options in by_report.values() for _, pair in nsmallest(_MOST_PAIRS, options)})


def _fingerprints(wording: Wording) -> set[int]:
    grams = wording.grams
    windows = range(max(1, len(grams) - _WINDOW + 1))
    return {min(grams[i : i + _WINDOW]) for i in windows if grams}


def _telling_stems(wording: Wording) -> set[str]:
    return {stem for stem, weight in zip(wording.stems, wording.weights, strict=True) if weight >= 1.5}


def _count_pairs(features: Mapping[str, Set[str] | Set[int]], common: int, chained: bool) -> Counter[Pair]:
    holders: dict[str | int, list[str]] = defaultdict(list)
    for report in sorted(features):
        for feature in features[report]:
            holders[feature].append(report)
    return Counter(chain.from_iterable(_pairs_of(reports, common, chained) for reports in holders.values()))


def _pairs_of(reports: Sequence[str], common: int, chained: bool) -> Iterable[Pair]:
    if len(reports) <= common:
        return combinations(reports, 2)
    return zip(reports, reports[1:], strict=False) if chained else ()
