"""Which dates does a report hold, and what do their words mean?

Words are found by the ways to say a date in the lexicon, the longest first, and given a meaning that does not depend
on when the report was written (model/timex.py). Only resolve/dates.py, which sees the whole case, says which day it was.
"""

import re
from collections.abc import Iterator

import msgspec

from variorum.annotate.date_patterns import DateGrammar, read_grammar
from variorum.annotate.date_phrases import Said, find_phrases, kind_of
from variorum.annotate.date_tense import DayKind, toward
from variorum.annotate.page import Annotator, Page
from variorum.lexicon.dates import DateLexicon, TenseCues, date_lexicon
from variorum.model.base import Span
from variorum.model.ids import finding_id
from variorum.model.tables import DateMention, Tables
from variorum.model.terms import DateBasis, SectionKind
from variorum.model.timex import Timex, TimexRange, Toward, write_timex

_SEARCHED = frozenset(kind for kind in SectionKind if kind is not SectionKind.BOILERPLATE)


def date_annotator() -> Annotator:
    """The annotator that fills `dates`."""
    lexicon = date_lexicon()
    grammar = read_grammar(lexicon)

    def run(page: Page, _found: Tables) -> tuple[DateMention, ...]:
        return find_dates(page, lexicon, grammar)

    return Annotator(name="dates", version=4, needs=("sections",), sets="dates", run=run)


def find_dates(page: Page, lexicon: DateLexicon, grammar: DateGrammar) -> tuple[DateMention, ...]:
    """The dates of the page outside boilerplate, in order of the text, meanings given and days still open."""
    return tuple(
        _row(page, said, lexicon.tense)
        for line in _lines(page)
        for said in find_phrases(page, line, grammar, lexicon.guards)
    )


def _lines(page: Page) -> Iterator[Span]:
    for section in page.sections:
        if section.kind in _SEARCHED:
            for line in re.finditer(r"[^\n\r]+", section.text):
                yield Span(start=section.start + line.start(), end=section.start + line.end())


def _row(page: Page, said: Said, cues: TenseCues) -> DateMention:
    means = _directed(page, said, cues)
    span = Span(start=said.start, end=said.end)
    timex = write_timex(means)
    return DateMention(
        id=finding_id("dates", page.report.id, span, timex),
        report=page.report.id,
        start=said.start,
        end=said.end,
        text=page.quote(span),
        basis=_basis(means.first),
        timex=timex,
        rule=said.rule,
    )


def _directed(page: Page, said: Said, cues: TenseCues) -> TimexRange:
    """The meaning with the side of the day of writing it lies on, where that is a question of the clause around it."""
    means, first = said.means, said.means.first
    asks = first.toward is None and not first.value.startswith("P") and (first.floats or kind_of(first) == "day")
    words = said.beside or Span(start=said.start, end=said.end)
    tokens = page.doc.char_span(words.start, words.end, alignment_mode="expand") if asks else None
    if tokens is None:
        return means
    side = toward(tokens, cues, _day_kind(first))
    if side is Toward.COMING and kind_of(first) == "season":
        side = Toward.NEAREST
    return TimexRange(
        first=msgspec.structs.replace(first, toward=side), last=msgspec.structs.replace(means.last, toward=side)
    )


def _day_kind(piece: Timex) -> DayKind:
    if piece.value.startswith("XXXX-WXX"):
        return DayKind.WEEKDAY
    return DayKind.DATE if kind_of(piece) == "day" else DayKind.PERIOD


def _basis(piece: Timex) -> DateBasis:
    if piece.value.startswith(("P", "XXXX-WXX")) or piece.within is not None or piece.value == "XXXX":
        return DateBasis.RELATIVE
    return DateBasis.COMPLETED if piece.value.startswith("XX") else DateBasis.EXPLICIT
