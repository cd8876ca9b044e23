"""Which stretches of a line say a date, how far do they reach, and what do they mean?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from variorum.annotate.date_guards import Candidate, holds
from variorum.annotate.date_patterns import CompiledExtension, DateGrammar, meaning
from variorum.annotate.page import Page
from variorum.lexicon.dates import GuardWords
from variorum.model.base import Span
from variorum.model.timex import Timex, TimexRange, read_timex

_REACH = 60
"""Characters beside a trigger word, or before a date, within which the words of one date expression lie."""


_NEAR_DAYS = 3
"""Days of a list are seldom farther apart."""


@dataclass(frozen=True)
class Said:
    """Words that say a date: their range in the report, their meaning, and by which rule they were found.

    `order` is the rule's place in the lexicon; of equally long words the first counts. `beside` holds the words of a
    list whose clause tells the tense; None where that is the clause around the words themselves.
    """

    start: int
    end: int
    means: TimexRange
    rule: str
    order: int
    beside: Span | None = None


def find_phrases(page: Page, line: Span, grammar: DateGrammar, words: GuardWords) -> list[Said]:
    """The date expressions of a line, in order, none overlapping another."""
    cores = [
        said for window in _windows(page.report.text, line, grammar) for said in _matches(page, window, grammar, words)
    ]
    kept = _longest(cores)
    listed = [day for said in kept for day in _day_list(page, said, line, grammar)]
    return _longest([*(_extended(page, said, line, grammar) for said in kept), *listed])


@dataclass(frozen=True)
class _Window:
    """A stretch around words that hint at a date, from blank to blank, and the classes of those words."""

    span: Span
    hints: frozenset[str]


def _windows(text: str, line: Span, grammar: DateGrammar) -> Iterator[_Window]:
    start, end, words = line.start, -1, set[str]()
    for hint in grammar.triggers.finditer(text, line.start, line.end):
        low = max(line.start, hint.start() - _REACH)
        if words and low > end:
            yield _window(text, Span(start=start, end=end), line, words, grammar)
            words = set()
        start = start if words else low
        end = min(line.end, hint.end() + _REACH)
        words.add(hint[0])
    if words:
        yield _window(text, Span(start=start, end=end), line, words, grammar)


def _window(text: str, span: Span, line: Span, words: set[str], grammar: DateGrammar) -> _Window:
    hints = frozenset(name for word in words for name in grammar.classes.of_word(word))
    return _Window(_widened(text, span.start, span.end, line), hints)


def _widened(text: str, start: int, end: int, line: Span) -> Span:
    while start > line.start and not text[start - 1].isspace():
        start -= 1
    while end < line.end and not text[end].isspace():
        end += 1
    return Span(start=start, end=end)


def _matches(page: Page, window: _Window, grammar: DateGrammar, words: GuardWords) -> Iterator[Said]:
    text = page.report.text
    for pattern in grammar.patterns:
        if not pattern.needs <= window.hints:
            continue
        for match in pattern.words.finditer(text, window.span.start, window.span.end):
            candidate = Candidate(page=page, words=words, match=match, start=match.start(), end=match.end())
            if holds(pattern.guard, candidate):
                means = read_timex(meaning(pattern.value, match, grammar.classes))
                yield Said(match.start(), match.end(), means, pattern.rule, pattern.order)


def _longest(found: list[Said]) -> list[Said]:
    """Of words that overlap the longest, then the first in the text, then the first in the lexicon; in order."""
    kept: list[Said] = []
    for said in sorted(found, key=lambda said: (said.start - said.end, said.start, said.order)):
        if all(said.end <= other.start or other.end <= said.start for other in kept):
            kept.append(said)
    return sorted(kept, key=lambda said: said.start)


# ------------------------------------------------------------------ "24 and 25 April"


def _day_list(page: Page, said: Said, line: Span, grammar: DateGrammar) -> Iterator[Said]:
    piece = said.means.first
    if not said.means.single or _DAY_OF_MONTH.fullmatch(piece.value) is None:
        return
    text = page.report.text
    after = grammar.days_after.match(text, said.end, line.end) if text[said.end - 1].isdigit() else None
    if after is not None and not _counts(page, after.end(), int(after["day"]) - int(piece.value[8:])):
        yield from _listed(said, after)
    before = grammar.days_before.search(text, max(line.start, said.start - _REACH), said.start)
    if before is not None and text[said.start].isdigit() and int(before["day_2"]) < int(piece.value[8:]):
        yield from _listed(said, before)


def _counts(page: Page, offset: int, days_on: int) -> bool:
    """Whether the number before the offset is a count and not a further day: a noun follows ("on 5 May and 6 people"),
    or it is far from the day before it and more is said of it ("9 on 5 May and 20 on 7 May").
    """
    following = page.doc.char_span(offset, offset + 2, alignment_mode="expand")
    if days_on < 1 or following is None:
        return days_on < 1
    counted = {"NOUN", "ADJ", "NUM"} if days_on <= _NEAR_DAYS else {"NOUN", "ADJ", "NUM", "VERB", "AUX", "ADP"}
    return any(token.pos_ in counted for token in following)


def _listed(said: Said, match: re.Match[str]) -> Iterator[Said]:
    for name, day in match.groupdict().items():
        if day is not None:
            digits = "".join(letter for letter in day if letter.isdigit()).zfill(2)
            piece = msgspec.structs.replace(said.means.first, value=said.means.first.value[:8] + digits)
            means = TimexRange(first=piece, last=piece)
            rule, beside = "day of a month named beside it", Span(start=said.start, end=said.end)
            yield Said(match.start(name), match.end(name), means, rule, said.order, beside)


# ------------------------------------------------------------------ words around a date


def _extended(page: Page, said: Said, line: Span, grammar: DateGrammar) -> Said:
    """The words with those around them that refine the date."""
    text = page.report.text
    for _ in range(3):
        so_far = said
        for extension in grammar.after:
            match = extension.words.match(text, said.end, line.end)
            if match:
                said = _refined(said, extension, match, grammar)
        for extension in grammar.before:
            match = extension.words.search(text, max(line.start, said.start - _REACH), said.start)
            if match:
                said = _refined(said, extension, match, grammar)
        if said == so_far:
            break
    return said


def _refined(said: Said, extension: CompiledExtension, match: re.Match[str], grammar: DateGrammar) -> Said:
    entry, piece = extension.entry, said.means.first
    if kind_of(piece) not in entry.on or match.end() == match.start():
        return said
    changes: dict[str, str | int | bool] = {}
    if entry.time:
        if piece.time is not None and piece.time.isdigit():
            return said
        changes["time"] = meaning(entry.time, match, grammar.classes)
    if entry.weekday:
        if piece.weekday or not said.means.single or _DAY_OF_MONTH.fullmatch(piece.value) is None:
            return said
        changes["weekday"] = int(meaning(entry.weekday, match, grammar.classes))
    if entry.approximate:
        changes["approximate"] = True
    return Said(
        start=min(said.start, match.start()),
        end=max(said.end, match.end()),
        means=TimexRange(
            first=msgspec.structs.replace(piece, **changes), last=msgspec.structs.replace(said.means.last, **changes)
        ),
        rule=said.rule,
        order=said.order,
    )


_DAY_OF_MONTH = re.compile(r"[\dX]{4}-\d\d-\d\d")
_KINDS = (
    (re.compile(r".{4}-.{2}-.{2}|XXXX-WXX-\d|PA?[+-]?\d+D"), "day"),
    (re.compile(r"XXXX-WXX-WE|PA?[+-]?\d+W"), "week"),
    (re.compile(r".{4}-[\dX]{2}|PA?[+-]?\d+M"), "month"),
    (re.compile(r".{4}-(?:Q\d|H\d|SP|SU|FA|WI)|PA?[+-]?\d+Q"), "season"),
    (re.compile(r"\d{4}|XXXX|PA?[+-]?\d+Y"), "year"),
    (re.compile(r"..\dX|....|PA?[+-]?\d+[EC]"), "decade"),
)


def kind_of(piece: Timex) -> str:
    """How fine the words are: day, week, month, season (also quarter, half), year, decade; "" for a clock time alone."""
    return next((kind for shape, kind in _KINDS if shape.fullmatch(piece.value)), "")
