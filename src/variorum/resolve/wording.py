"""What are a report's words, in order, with their offsets, quotation and sentences? The ground on which copies are found."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from variorum.model.tables import Report, Section
from variorum.model.terms import SectionKind

_WORD = re.compile(r"\d[\d,.]*\d|\w+(?:[’'-]\w+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”»’')\]]*\s+|\n+")
_OPENING, _CLOSING = "“«„", "”»"
_NEWS = frozenset({SectionKind.TITLE, SectionKind.BODY, SectionKind.QUESTION})
_STEM = 6
_GRAM = 6
_FURNITURE = 3


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


def read_wording(report: Report, sections: Iterable[Section]) -> Wording:
    """The words of the report's news sections."""
    found = [
        (match.group(), section.start + match.start(), section.start + match.end())
        for section in sections
        if section.kind in _NEWS
        for match in _WORD.finditer(section.text)
    ]
    quoted = _quoted(report.text)
    borders = _sentence_borders(report.text)
    sentences = _ranges([_border_index(borders, start) for _, start, _ in found])
    firsts = {first for first, _ in sentences}
    return Wording(
        report=report.id,
        words=tuple(word.casefold() for word, _, _ in found),
        stems=tuple(word.casefold()[:_STEM] for word, _, _ in found),
        starts=tuple(start for _, start, _ in found),
        ends=tuple(end for _, _, end in found),
        weights=tuple(_weight(word, position in firsts) for position, (word, _, _) in enumerate(found)),
        quoted=tuple(quoted[start] for _, start, _ in found),
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


def _quoted(text: str) -> Sequence[bool]:
    inside, flags = False, []
    for character in text:
        if character in _OPENING or (character == '"' and not inside):
            inside = True
        elif character in _CLOSING or character in '"\n':
            inside = False
        flags.append(inside)
    return flags


def _sentence_borders(text: str) -> list[int]:
    return [match.end() for match in _SENTENCE_END.finditer(text)]


def _border_index(borders: Sequence[int], offset: int) -> int:
    return bisect_right(borders, offset)


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
            holders.update({(site, gram) for gram in _grams(wording)})
    repeated = {key for key, count in holders.items() if count >= _FURNITURE}
    return tuple(_drop(wording, sites.get(wording.report), repeated) for wording in wordings)


def _grams(wording: Wording) -> list[int]:
    return [crc32(" ".join(wording.words[i : i + _GRAM]).encode()) for i in range(len(wording) - _GRAM + 1)]


def _drop(wording: Wording, site: str | None, repeated: set[tuple[str, int]]) -> Wording:
    if not site:
        return wording
    dropped = {
        position
        for i, gram in enumerate(_grams(wording))
        if (site, gram) in repeated
        for position in range(i, i + _GRAM)
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
