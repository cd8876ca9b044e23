"""Which claims of a case are made in much the same words?"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from variorum.lexicon.load import read_lexicon
from variorum.lexicon.sections import SectionLexicon
from variorum.model.tables import Claim

_WORD = re.compile(r"\w{4,}|\d[\d,.]*")
_STEM = 6
_ALIKE = 0.5
_FEWEST = 3
_FEWEST_OF_ALL = 2
_NEIGHBOURS = 40
_RARE = 3


def claim_stems(text: str) -> frozenset[str]:
    """The words of four letters or more and the numbers, cut to six letters; words of grammar alone are left out."""
    grammar = _grammar()
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in grammar)


@cache
def _grammar() -> frozenset[str]:
    return read_lexicon("sections", SectionLexicon).function_words


def alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """At least three stems are shared, and they make up half of both together; of short statements, two that are all."""
    shared = len(left & right)
    if left == right:
        return shared >= _FEWEST_OF_ALL
    return shared >= _FEWEST and shared / (len(left) + len(right) - shared) >= _ALIKE


def claims_in_same_words(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims in much the same words, each pair once, the earlier of the sequence first.

    Claims meet only where they share one of their three rarest stems, and each meets the forty before it at most: cost stays
    near linear, and repeats of one statement still form a chain.
    """
    stems = {claim.id: claim_stems(claim.text) for claim in claims}
    counts = Counter(stem for words in stems.values() for stem in words)
    holders: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        mine = stems[claim.id]
        rare = sorted(mine, key=lambda stem: (counts[stem], stem))[:_RARE]
        near = {other.id: other for stem in rare for other in holders[stem][-_NEIGHBOURS:]}
        for other in near.values():
            if alike(mine, stems[other.id]):
                yield other, claim
        for stem in rare:
            holders[stem].append(claim)
