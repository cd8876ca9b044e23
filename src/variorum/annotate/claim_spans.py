"""Where exactly does a content start and end? Trimming of "that", quotation marks, commas and the final period."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from variorum.model.base import Span

_OPENING = "“\"«„‘'‹[("
_CLOSING = "”\"»“’'›"
_EDGE = " \t\r\n\u00a0,;:–—-"
_PAIRS = {"”": "“", "»": "«", "“": "„", "›": "‹"}


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The range without blanks, commas, a final period and quotation marks left unpaired at its edges; None if empty."""
    while True:
        before = (start, end)
        while start < end and (text[start] in _EDGE or text[start] in ".)"):
            start += 1
        while start < end and (text[end - 1] in _EDGE or _final_period(text, start, end)):
            end -= 1
        start, end = _without_quotes(text, start, end)
        if (start, end) == before:
            break
    return Span(start=start, end=end) if start < end else None


def _final_period(text: str, start: int, end: int) -> bool:
    if text[end - 1] != ".":
        return False
    words = text[start:end].split()
    return not (words and words[-1].count(".") > 1)


def _without_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    if end - start < 2:
        return start, end
    first, last = text[start], text[end - 1]
    if text.startswith("''", start) and text.count("''", start, end) != 2:
        return start + 2, end
    if text.endswith("''", start, end) and (text.count("''", start, end) == 1 or text.startswith("''", start)):
        return start + 2 * text.startswith("''", start), end - 2
    inside = text[start + 1 : end - 1]
    if first in _OPENING and last in _CLOSING and first not in inside and last not in inside:
        return start + 1, end - 1
    if first in "“«„" and not any(mark in inside + last for mark in "”»"):
        return start + 1, end
    if last in "”»" and _PAIRS[last] not in first + inside:
        return start, end - 1
    if first == '"' and '"' not in inside + last:
        return start + 1, end
    if last == '"' and '"' not in first + inside:
        return start, end - 1
    return start, end


def pieces_of(doc: Doc, tokens: Iterable[Token], without: frozenset[int] = frozenset()) -> tuple[Span, ...]:
    """The ranges of the tokens' runs, leaving out the numbered ones; punctuation between runs belongs to none."""
    wanted = {token.i for token in tokens} - without
    if not wanted:
        return ()
    runs: list[list[int]] = []
    for number in range(min(wanted), max(wanted) + 1):
        inside = number in wanted or (number not in without and doc[number].is_space)
        if inside and runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        elif inside and not doc[number].is_space:
            runs.append([number])
    spans = (_run_span(doc, run[0], run[-1]) for run in runs)
    return tuple(span for span in spans if span is not None)


def _run_span(doc: Doc, first: int, last: int) -> Span | None:
    """The run's trimmed range; None where no word is in it. Reads the run's text alone: `doc.text` is built at each call."""
    words, base = doc[first : last + 1].text, doc[first].idx
    span = trimmed(words, 0, len(words))
    if span is None or not any(character.isalnum() for character in words[span.start : span.end]):
        return None
    return Span(start=base + span.start, end=base + span.end)
