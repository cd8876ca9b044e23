"""Is one of two reports made from the other, and how: copied, excerpted, reworded or retold?"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model.tables import AlignedSpan
from variorum.model.terms import DerivationKind
from variorum.resolve.lineage_align import (
    Run,
    SentencePair,
    aligned_sentences,
    run_spans,
    sentence_spans,
    shared_runs,
)
from variorum.resolve.wording import Wording

_COPY = 0.7
_EXCERPT = 0.4
_LONG_RUN = 30
_REWORDED_SENTENCE = 0.5
_REWORDED = 0.4
_RETOLD_SENTENCE = 0.22
_RETOLD = 0.5
_ORDERED = 0.85


@dataclass(frozen=True)
class Kinship:
    """How two reports hang together; `share_left` and `share_right` are parts of each one's own (unquoted) words."""

    kind: DerivationKind
    share_left: float
    share_right: float
    spans: tuple[AlignedSpan, ...]
    reasons: tuple[str, ...]


def compare_wording(left: Wording, right: Wording) -> Kinship | None:
    """How the two reports hang together by their words; None where they may well be independent.

    Two reports count as copy where most words of both stand in the same order in the other; as excerpt where a good part
    of one does; as rewrite where sentence after sentence follows the other with words exchanged; and as a retelling
    (`translation`) where sentence after sentence tells the same facts in the same order in other words. Quotations are left
    out of account: two reporters may quote one speaker.
    """
    if not len(left) or not len(right):
        return None
    runs = shared_runs(left, right)
    share_left = _unquoted_share(left, [range(r.left, r.left + r.length) for r in runs])
    share_right = _unquoted_share(right, [range(r.right, r.right + r.length) for r in runs])
    if min(share_left, share_right) >= _COPY:
        return _by_runs(DerivationKind.COPY, left, right, runs, (share_left, share_right))
    reworded = _compare_sentences(left, right)
    longest = max((_unquoted_length(left, run) for run in runs), default=0)
    if max(share_left, share_right) >= _EXCERPT or longest >= _LONG_RUN:
        if reworded is not None and reworded.share_left >= 2 * share_left and reworded.share_right >= 2 * share_right:
            return reworded
        return _by_runs(DerivationKind.EXCERPT, left, right, runs, (share_left, share_right))
    return reworded


def _by_runs(
    kind: DerivationKind, left: Wording, right: Wording, runs: Sequence[Run], shares: tuple[float, float]
) -> Kinship:
    longest = max(run.length for run in runs)
    words = sum(run.length for run in runs)
    reason = f"{words} words stand in the same order in both, the longest run {longest} words"
    return Kinship(kind, round(shares[0], 3), round(shares[1], 3), run_spans(left, right, runs), (reason,))


def _compare_sentences(left: Wording, right: Wording) -> Kinship | None:
    pairs = aligned_sentences(left, right)
    close = [pair for pair in pairs if pair.same_words >= _REWORDED_SENTENCE]
    if len(close) >= 3 and (found := _reworded(left, right, close)) is not None:
        return found
    alike = [pair for pair in pairs if pair.same_facts >= _RETOLD_SENTENCE]
    if len(alike) >= 4:
        return _retold(left, right, alike)
    return None


def _reworded(left: Wording, right: Wording, pairs: Sequence[SentencePair]) -> Kinship | None:
    shares = _sentence_shares(left, right, pairs)
    order = _in_order([pair.right for pair in pairs])
    if max(shares) < _REWORDED or order < _ORDERED:
        return None
    reason = f"{len(pairs)} sentences follow one another in both with some words exchanged"
    return Kinship(DerivationKind.REWRITE, *shares, sentence_spans(left, right, pairs), (reason,))


def _retold(left: Wording, right: Wording, pairs: Sequence[SentencePair]) -> Kinship | None:
    shares = _sentence_shares(left, right, pairs)
    order = _in_order([pair.right for pair in pairs])
    if max(shares) < _RETOLD or order < _ORDERED:
        return None
    reason = f"{len(pairs)} sentences tell the same details in the same order in other words"
    return Kinship(DerivationKind.TRANSLATION, *shares, sentence_spans(left, right, pairs), (reason,))


def _sentence_shares(left: Wording, right: Wording, pairs: Sequence[SentencePair]) -> tuple[float, float]:
    mine = sum(right_end - start for start, right_end in {left.sentences[pair.left] for pair in pairs})
    theirs = sum(right_end - start for start, right_end in {right.sentences[pair.right] for pair in pairs})
    return round(mine / len(left), 3), round(theirs / len(right), 3)


def _in_order(positions: Sequence[int]) -> float:
    """The part of the positions in their longest rising run with gaps: 1.0 in order, near 0.6 for six at random."""
    tails: list[int] = []
    for position in positions:
        place = bisect_left(tails, position)
        tails[place : place + 1] = [position]
    return len(tails) / len(positions)


def _unquoted_share(wording: Wording, ranges: Sequence[range]) -> float:
    inside = sum(not wording.quoted[position] for positions in ranges for position in positions)
    return inside / wording.unquoted if wording.unquoted else 0.0


def _unquoted_length(left: Wording, run: Run) -> int:
    return sum(not left.quoted[position] for position in range(run.left, run.left + run.length))
