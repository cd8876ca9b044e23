"""Which words of a line are the page's, not the news'? Matches the cues of the lexicon against lines and sentences."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from variorum.ingest.lines import Line, split_sentences
from variorum.lexicon.sections import Cue, CueScope, SectionLexicon
from variorum.model.base import Span
from variorum.model.terms import SectionKind

_SIGNAL = re.compile(r"[a-z]+|[@©]")
_LONGEST_FURNITURE = 1200
"""A line longer than this holds news somewhere."""
_MOST_BEFORE, _MOST_AFTER = 160, 240
"""Characters of a sentence around a cue; a longer sentence says something else too, or its punctuation was lost."""


class Label(NamedTuple):
    """The kind of a stretch, and the phenomenon by which it was told."""

    kind: SectionKind
    rule: str


class Piece(NamedTuple):
    """A stretch of the text and its label."""

    span: Span
    label: Label


@dataclass(frozen=True)
class _Rule:
    label: Label
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None


class Cues:
    """The cues of a lexicon, ready to match."""

    def __init__(self, lexicon: SectionLexicon) -> None:
        self._abbreviations = lexicon.abbreviations
        self._signals = lexicon.signals
        self._rules = {scope: _compile(lexicon.cues, scope) for scope in CueScope}

    def line_label(self, line: Line) -> Label | None:
        """The label of a line that is page furniture from end to end; None where a part of it may be news."""
        if len(line.text) > _LONGEST_FURNITURE:
            return None
        whole = next((rule.label for rule in self._rules[CueScope.LINE] if rule.pattern.fullmatch(line.text)), None)
        if whole is not None:
            return whole
        return self._shared_label(line, (CueScope.SENTENCE,))

    def tail_label(self, line: Line) -> Label | None:
        """As `line_label`, for a line that stands among furniture at the end of a report, where weaker cues do."""
        return self.line_label(line) or self._shared_label(line, (CueScope.SENTENCE, CueScope.TAIL))

    def _shared_label(self, line: Line, scopes: Sequence[CueScope]) -> Label | None:
        first = None
        for span in split_sentences(line, self._abbreviations):
            label = self._sentence_label(line, span, scopes)
            if label is None:
                return None
            first = first or label
        return first

    def pieces(self, line: Line) -> tuple[Piece, ...]:
        """Sentences and bracketed notes inside a line of news that are the page's, in order, without overlap."""
        sentences = (
            (span, self._sentence_label(line, span, (CueScope.SENTENCE,)))
            for span in split_sentences(line, self._abbreviations)
        )
        found = [Piece(span, label) for span, label in sentences if label is not None]
        for rule in self._rules[CueScope.INLINE]:
            for match in rule.pattern.finditer(line.text):
                span = Span(start=line.start + match.start(), end=line.start + match.end())
                if not any(span.overlaps(piece.span) for piece in found):
                    found.append(Piece(span, rule.label))
        return tuple(sorted(found, key=lambda piece: piece.span.start))

    def _sentence_label(self, line: Line, span: Span, scopes: Sequence[CueScope]) -> Label | None:
        sentence = line.text[span.start - line.start : span.end - line.start].strip()
        before = line.text[: span.start - line.start]
        if CueScope.TAIL not in scopes and self._signals.isdisjoint(_SIGNAL.findall(sentence.lower())):
            return None
        for scope in scopes:
            for rule in self._rules[scope]:
                match = rule.pattern.search(sentence)
                if match is None or (rule.unless is not None and rule.unless.search(sentence)):
                    continue
                if match.start() > _MOST_BEFORE or len(sentence) - match.end() > _MOST_AFTER:
                    continue
                if not _quoted(before + sentence[: _first_letter(match)]):
                    return rule.label
        return None


def _compile(cues: Sequence[Cue], scope: CueScope) -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            Label(cue.kind, cue.rule),
            re.compile(pattern, re.IGNORECASE),
            re.compile(cue.unless, re.IGNORECASE) if cue.unless else None,
        )
        for cue in cues
        if cue.scope == scope
        for pattern in cue.patterns
    )


def _first_letter(match: re.Match[str]) -> int:
    """Where the first letter of a match stands, past quotes and other marks."""
    return match.start() + next((i for i, char in enumerate(match.group()) if char.isalnum()), 0)


def _quoted(before: str) -> bool:
    """Whether what follows these words stands in someone's quoted words, which are news."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”") or before.count("«") > before.count("»")
