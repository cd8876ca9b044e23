"""What are the lines of a text and the sentences of a line?"""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from variorum.model.base import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_BREAK = re.compile(r"(?:([.!?…]+)([\"”’»')\]]*)\s+|()[-_=*]{3,}\s*)(?=[\"“‘«'(\[]*[A-Z0-9©À-ÞА-Я])")
_LAST_WORD = re.compile(r"([A-Za-z.]+)$")
_WRAPPED_SHARE = 0.3
_ENDS = ".!?…"
_CLOSERS = "\"”’»')] \t\u00a0"


class Line:
    """A line that is not blank, without the space around it; `start` and `end` are offsets into the report's text."""

    def __init__(self, text: str, start: int, after_blank: bool) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.after_blank = after_blank

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words between spaces."""
        return tuple(self.text.split())

    @cached_property
    def bare_end(self) -> str:
        """The last character before closing quotes and brackets; empty where there is none."""
        return self.text.rstrip(_CLOSERS)[-1:]

    @property
    def closed(self) -> bool:
        """Whether the line ends as a sentence does."""
        return self.bare_end in _ENDS and self.bare_end != ""

    @property
    def asks(self) -> bool:
        """Whether the line itself ends in a question mark; one inside a closing quote is someone else's."""
        return self.text.rstrip(")] ").endswith("?")


def read_lines(text: str) -> tuple[Line, ...]:
    """The lines of the text that hold more than space, in order."""
    found = []
    last_end = 0
    for match in _LINE.finditer(text):
        words = match.group().strip(" \t\u00a0\u3000\ufeff\u200b")
        if not words.strip():
            continue
        start = match.start() + match.group().index(words)
        gap = text[last_end:start].replace("\r\n", "\n")
        found.append(Line(words, start, sum(gap.count(mark) for mark in "\n\r\u2029") > 1))
        last_end = start + len(words)
    return tuple(found)


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether lines were broken for width, not at the ends of paragraphs: many go on in lower case on the next line."""
    pairs = [(line, after) for line, after in pairwise(lines) if not after.after_blank]
    broken = sum(not line.closed and after.text[0].islower() for line, after in pairs)
    return len(pairs) >= 4 and broken >= _WRAPPED_SHARE * len(pairs)


def split_sentences(line: Line, abbreviations: frozenset[str]) -> tuple[Span, ...]:
    """The sentences of the line as offsets into the report's text; only good enough to lift page furniture out."""
    starts = [0]
    for match in _BREAK.finditer(line.text):
        if match.group(1) == "." and _is_abbreviation(line.text[: match.start()], abbreviations):
            continue
        starts.append(match.end())
    ends = [*starts[1:], len(line.text)]
    return tuple(Span(start=line.start + a, end=line.start + b) for a, b in zip(starts, ends, strict=True))


def _is_abbreviation(before: str, abbreviations: frozenset[str]) -> bool:
    word = _LAST_WORD.search(before)
    return word is not None and (len(word.group()) == 1 or word.group().lower() in abbreviations)
