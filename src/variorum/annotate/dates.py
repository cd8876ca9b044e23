"""Which dates does a report hold, and what do their words mean?

Words are found by the ways to say a date in the lexicon, the longest first, and given a meaning that does not depend
on when the report was written (model/timex.py). Only resolve/dates.py, which sees the whole case, says which day it was.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from variorum.annotate.date_guards import Candidate, holds
from variorum.annotate.date_patterns import CompiledExtension, DateGrammar, meaning, read_grammar
from variorum.annotate.date_tense import toward
from variorum.annotate.page import Annotator, Page
from variorum.lexicon.dates import DateLexicon, date_lexicon
from variorum.model.base import Span
from variorum.model.ids import finding_id
from variorum.model.tables import DateMention, Tables
from variorum.model.terms import DateBasis, SectionKind
from variorum.model.timex import Timex, TimexRange, read_timex, write_timex

_SEARCHED = frozenset(kind for kind in SectionKind if kind is not SectionKind.BOILERPLATE)


@dataclass(frozen=True)
class Said:
    """Words that say a date: their range in the report, their meaning, and by which rule they were found."""

    start: int
    end: int
    means: TimexRange
    rule: str
    order: int


def date_annotator() -> Annotator:
    """The annotator that fills `dates`."""
    lexicon = date_lexicon()
    grammar = read_grammar(lexicon)

    def run(page: Page, found: Tables) -> tuple[DateMention, ...]:
        return find_dates(page, lexicon, grammar)

    return Annotator(name="dates", version=2, needs=("sections",), sets="dates", run=run)


def find_dates(page: Page, lexicon: DateLexicon, grammar: DateGrammar) -> tuple[DateMention, ...]:
    """The dates of the page outside boilerplate, in order of the text, meanings given and days still open."""
    rows = []
    for start, end in _lines(page):
        cores = _longest(_matches(page, Span(start=start, end=end), lexicon, grammar))
        for place, core in enumerate(cores):
            left = cores[place - 1].end if place else start
            right = cores[place + 1].start if place + 1 < len(cores) else end
            rows.append(_row(page, _extended(page, core, Span(start=left, end=right), grammar), lexicon))
    return tuple(rows)


def _lines(page: Page) -> Iterator[tuple[int, int]]:
    for section in page.sections:
        if section.kind in _SEARCHED:
            for line in re.finditer(r"[^\n\r]+", section.text):
                yield section.start + line.start(), section.start + line.end()


def _matches(page: Page, line: Span, lexicon: DateLexicon, grammar: DateGrammar) -> list[Said]:
    text, found = page.report.text, []
    for pattern in grammar.patterns:
        for match in pattern.words.finditer(text, line.start, line.end):
            candidate = Candidate(page=page, match=match, start=match.start(), end=match.end())
            if not holds(pattern.guard, candidate, lexicon.guards):
                continue
            means = read_timex(meaning(pattern.value, match, grammar.classes))
            found.append(Said(match.start(), match.end(), means, pattern.rule, pattern.order))
    return found


def _longest(found: list[Said]) -> list[Said]:
    """Of words that overlap the longest, then the first in the text, then the first in the lexicon; in order of the text."""
    kept: list[Said] = []
    for said in sorted(found, key=lambda said: (said.start - said.end, said.start, said.order)):
        if all(said.end <= other.start or other.end <= said.start for other in kept):
            kept.append(said)
    return sorted(kept, key=lambda said: said.start)


def _extended(page: Page, said: Said, room: Span, grammar: DateGrammar) -> Said:
    """The words with those around them that refine the date, as far as the room between its neighbours goes."""
    text = page.report.text
    for _ in range(3):
        before = said
        for extension in grammar.after:
            match = extension.words.match(text, said.end, room.end)
            if match:
                said = _refine(said, extension, match, grammar)
        window = max(room.start, said.start - 60)
        for extension in grammar.before:
            match = extension.words.search(text, window, said.start)
            if match:
                said = _refine(said, extension, match, grammar)
        if said == before:
            break
    return said


def _refine(said: Said, extension: CompiledExtension, match: re.Match[str], grammar: DateGrammar) -> Said:
    entry = extension.entry
    if kind_of(said.means.first) not in entry.on or match.end() == match.start():
        return said
    first, last = said.means.first, said.means.last
    if entry.time:
        if first.time and not first.time.isalpha():
            return said
        time = meaning(entry.time, match, grammar.classes)
        first = msgspec.structs.replace(first, time=time)
        last = msgspec.structs.replace(last, time=time)
    if entry.weekday:
        if first.weekday or not said.means.single or first.value.startswith(("P", "XXXX-WXX")):
            return said
        weekday = int(meaning(entry.weekday, match, grammar.classes))
        first = last = msgspec.structs.replace(first, weekday=weekday)
    if entry.approximate:
        first = msgspec.structs.replace(first, approximate=True)
        last = msgspec.structs.replace(last, approximate=True)
    return Said(
        start=min(said.start, match.start()),
        end=max(said.end, match.end()),
        means=TimexRange(first=first, last=last),
        rule=said.rule,
        order=said.order,
    )


_KINDS = (
    (re.compile(r".{4}-.{2}-.{2}|XXXX-WXX-\d|PA?[+-]?\d+D"), "day"),
    (re.compile(r"XXXX-WXX-WE|PA?[+-]?\d+W"), "week"),
    (re.compile(r".{4}-[\dX]{2}|PA?[+-]?\d+M"), "month"),
    (re.compile(r".{4}-(?:Q\d|H\d|SP|SU|FA|WI)|PA?[+-]?\d+Q"), "season"),
    (re.compile(r"\d{4}|XXXX|PA?[+-]?\d+Y"), "year"),
    (re.compile(r"..\dX|....|PA?[+-]?\d+[EC]"), "decade"),
)


def kind_of(piece: Timex) -> str:
    """How fine the words are: day, week, month, season (also a quarter or half), year, decade; "" for a clock time alone."""
    return next((kind for shape, kind in _KINDS if shape.fullmatch(piece.value)), "")


def _row(page: Page, said: Said, lexicon: DateLexicon) -> DateMention:
    means = said.means
    if means.first.toward is None and (means.first.floats or kind_of(means.first) == "day"):
        tokens = page.doc.char_span(said.start, said.end, alignment_mode="expand")
        if tokens is not None and not means.first.value.startswith("P"):
            side = toward(tokens, lexicon.tense)
            means = TimexRange(
                first=msgspec.structs.replace(means.first, toward=side),
                last=msgspec.structs.replace(means.last, toward=side),
            )
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


def _basis(piece: Timex) -> DateBasis:
    if piece.value.startswith(("P", "XXXX-WXX")) or piece.within is not None or piece.value == "XXXX":
        return DateBasis.RELATIVE
    return DateBasis.COMPLETED if "X" in piece.value[:2] else DateBasis.EXPLICIT
