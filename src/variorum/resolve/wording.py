"""What are a report's words, in order, with their offsets, quotation and sentences? The ground on which copies are found."""

import re
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from zlib import crc32

from variorum.model.tables import Report, Section
from variorum.model.terms import SectionKind

_WORD = re.compile(r"\d[\d,.]*\d|\w+(?:[’'-]\w+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”»’')\]]*\s+|\n+")
_OPENING = "“«„"
_QUOTE = re.compile(r"[“«„”»\"\n]")
_NEWS = frozenset({SectionKind.TITLE, SectionKind.BODY, SectionKind.QUESTION})
_STEM = 6
_GRAM = 6
_FURNITURE = 3
SENTENCE = 5
"""Words a sentence has at least that is laid beside another."""


class Telling(NamedTuple):
    """The stems of a sentence that tell something, with their weights, and the sum of those."""

    weights: Mapping[str, float]
    total: float


@dataclass(frozen=True)
class Wording:
    """The words of a report's news sections; boilerplate shared by two reports of one site is no copying.

    `words` are case-folded, `starts`/`ends` their offsets in the report's text, `weights` how much sharing a word tells
    (numbers 3, names 2, long words 1.5, other content words 1, short words 0), `quoted` whether it stands in quotation
    marks, `sentences` half-open ranges of word positions. All are ordered by the text; a report without news has none.
    """

    report: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    weights: tuple[float, ...]
    quoted: tuple[bool, ...]
    sentences: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def grams(self) -> "array[int]":
        """A number for every six neighbouring words, in order: equal words, equal number."""
        sequences = zip(*(self.words[i:] for i in range(_GRAM)), strict=False)
        return array("L", [crc32(" ".join(sequence).encode()) for sequence in sequences])

    @cached_property
    def unquoted(self) -> int:
        """How many of the words are the report's own."""
        return len(self.quoted) - sum(self.quoted)

    @cached_property
    def tellings(self) -> tuple[Telling, ...]:
        """What each sentence tells, in order."""
        return tuple(self._telling(first, last) for first, last in self.sentences)

    @cached_property
    def tellers(self) -> Mapping[str, Sequence[int]]:
        """The sentences of five words or more that hold a stem that tells something, in order, by the stem."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, (first, last) in enumerate(self.sentences):
            if last - first >= SENTENCE:
                for stem in self.tellings[number].weights:
                    found[stem].append(number)
        return found

    def _telling(self, first: int, last: int) -> Telling:
        told = zip(self.stems[first:last], self.weights[first:last], strict=True)
        weights = {stem: weight for stem, weight in told if weight >= 1.0}
        return Telling(weights, sum(weights.values()))


def read_wording(report: Report, sections: Iterable[Section]) -> Wording:
    """The words of the report's news sections."""
    found = [
        (match.group(), section.start + match.start(), section.start + match.end())
        for section in sections
        if section.kind in _NEWS
        for match in _WORD.finditer(section.text)
    ]
    starts = [start for _, start, _ in found]
    words = tuple(word.casefold() for word, _, _ in found)
    borders = [match.end() for match in _SENTENCE_END.finditer(report.text)]
    sentences = _ranges([bisect_right(borders, start) for start in starts])
    firsts = {first for first, _ in sentences}
    return Wording(
        report=report.id,
        words=words,
        stems=tuple(word[:_STEM] for word in words),
        starts=tuple(starts),
        ends=tuple(end for _, _, end in found),
        weights=tuple(_weight(word, position in firsts) for position, (word, _, _) in enumerate(found)),
        quoted=_quoted(report.text, starts),
        sentences=sentences,
    )


def _weight(word: str, first: bool) -> float:
    if word[0].isdigit():
        return 3.0
    if word[0].isupper() and not first and len(word) > 2:
        return 2.0
    if len(word) >= 7:
        return 1.5
    return 1.0 if len(word) >= 4 else 0.0


def _quoted(text: str, starts: Sequence[int]) -> tuple[bool, ...]:
    """For each start of a word whether it stands in quotation marks; a new line ends a quotation."""
    turns, states = [], [False]
    for match in _QUOTE.finditer(text):
        mark = match.group()
        turns.append(match.start())
        states.append(mark in _OPENING or (mark == '"' and not states[-1]))
    return tuple(states[bisect_right(turns, start)] for start in starts)


def _ranges(labels: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of equal neighbouring labels."""
    cuts = [0, *(i for i in range(1, len(labels)) if labels[i] != labels[i - 1]), len(labels)]
    return tuple((a, b) for a, b in zip(cuts, cuts[1:], strict=False) if b > a)


def without_furniture(wordings: Sequence[Wording], sites: Mapping[str, str | None]) -> tuple[Wording, ...]:
    """The wordings without what a site repeats on its pages: runs of words found in three reports or more of one site.

    `sites` gives the outlet or host of a report by id; None is no site. Lists of related news and standing background
    paragraphs are no sign that one report was made from another.
    """
    holders: Counter[tuple[str, int]] = Counter()
    for wording in wordings:
        site = sites.get(wording.report)
        if site:
            holders.update({(site, gram) for gram in wording.grams})
    repeated = {key for key, count in holders.items() if count >= _FURNITURE}
    return tuple(_drop(wording, sites.get(wording.report), repeated) for wording in wordings)


def _drop(wording: Wording, site: str | None, repeated: set[tuple[str, int]]) -> Wording:
    if not site:
        return wording
    dropped = {
        position for i, gram in enumerate(wording.grams) if (site, gram) in repeated for position in range(i, i + _GRAM)
    }
    kept = [position for position in range(len(wording)) if position not in dropped]
    if len(kept) == len(wording):
        return wording
    labels = [n for n, (first, last) in enumerate(wording.sentences) for _ in range(first, last)]
    return Wording(
        report=wording.report,
        words=tuple(wording.words[p] for p in kept),
        stems=tuple(wording.stems[p] for p in kept),
        starts=tuple(wording.starts[p] for p in kept),
        ends=tuple(wording.ends[p] for p in kept),
        weights=tuple(wording.weights[p] for p in kept),
        quoted=tuple(wording.quoted[p] for p in kept),
        sentences=_ranges([labels[p] for p in kept]),
    )
