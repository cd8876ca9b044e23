"""What an annotator is given and what it must declare."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from variorum.model.base import Span
from variorum.model.tables import Report, Section, Tables
from variorum.model.terms import SectionKind

NEWS = frozenset({SectionKind.TITLE, SectionKind.BODY, SectionKind.QUESTION})
"""Kinds of section that tell news; the others are only searched for dates, places and names of the report itself."""


@dataclass(frozen=True)
class Page:
    """One report as the annotators see it: its text, its sections, and spaCy's parse of the whole text.

    `doc.text == report.text`, so a token's `idx` is an offset into the report. Sentences never cross a line break
    or a section's border.
    """

    report: Report
    sections: tuple[Section, ...]
    doc: Doc

    @cached_property
    def _section_starts(self) -> Sequence[int]:
        return [section.start for section in self.sections]

    def section_at(self, offset: int) -> Section | None:
        """The section that holds the offset; None past the text's end or where there are no sections."""
        place = bisect_right(self._section_starts, offset) - 1
        if place < 0 or offset >= self.sections[place].end:
            return None
        return self.sections[place]

    def sentences(self, kinds: frozenset[SectionKind] = NEWS) -> Iterator[TokenSpan]:
        """Sentences that start in a section of one of the kinds, in order of the text, blank ones left out."""
        for sentence in self.doc.sents:
            section = self.section_at(sentence.start_char)
            if section is not None and section.kind in kinds and sentence.text.strip():
                yield sentence

    def quote(self, span: Span) -> str:
        """The report's words at the span."""
        return self.report.text[span.start : span.end]


Run = Callable[[Page, Tables], tuple[Any, ...]]
"""An annotator's work: the page and the findings so far in, the rows of its table out, ordered by span."""


@dataclass(frozen=True)
class Annotator:
    """A step over one report. `needs` are the tables that must be filled before, `sets` the table it fills.

    `version` counts up whenever the same page may give other rows, so that old findings are made anew. `run` is pure.
    """

    name: str
    version: int
    needs: tuple[str, ...]
    sets: str
    run: Run
