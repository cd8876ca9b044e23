"""Which stretches of a text stand in quotation marks? Balanced or not, over sentences and paragraphs."""

import re
from collections.abc import Iterator

from variorum.model.base import Record, Span

_CLOSERS = {
    "“": ("”", "“", '"'),
    "„": ("“", "”"),
    "«": ("»",),
    "”": ("”",),
    '"': ('"',),
    "‘": ("’",),
    "'": ("'",),
    "''": ("''",),
    "``": ("''",),
}
_DIRECTED = frozenset("“„«")
_SINGLE = frozenset("‘'")
_LONGEST_SINGLE = 300
_MARKS = re.compile("''|``|[“„«”\"‘'’»]")
_PARAGRAPH_END = re.compile(r"\n")


class Quote(Record, frozen=True, kw_only=True):
    """A quotation: `outer` with its marks, `inner` without. `continues`: it goes on from the quotation before it."""

    outer: Span
    inner: Span
    continues: bool = False


def find_quotes(text: str) -> tuple[Quote, ...]:
    """The outermost quotations of the text, in order.

    A quotation that its paragraph does not close ends with the paragraph; the next paragraph's, where it opens with the
    same mark, continues it.
    """
    found: list[Quote] = []
    unclosed_mark: str | None = None
    for start, end in _paragraphs(text):
        continues = unclosed_mark is not None and text.startswith(unclosed_mark, start)
        unclosed_mark = None
        place = start
        while (opening := _opening(text, place, end)) is not None:
            closing = _closing(text, opening, end)
            place = opening.end() if closing is None else closing.end()
            if closing is None and opening.group() in _SINGLE:
                continue
            quote = _quote(opening, closing, end, continues and opening.start() == start)
            if text[quote.inner.start : quote.inner.end].strip():
                found.append(quote)
            if closing is None:
                unclosed_mark = opening.group()
                break
    return tuple(found)


def _quote(opening: re.Match[str], closing: re.Match[str] | None, end: int, continues: bool) -> Quote:
    return Quote(
        outer=Span(start=opening.start(), end=closing.end() if closing else end),
        inner=Span(start=opening.end(), end=closing.start() if closing else end),
        continues=continues,
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in [*(match.start() for match in _PARAGRAPH_END.finditer(text)), len(text)]:
        stripped = text[start:end].strip()
        if stripped:
            first = text.index(stripped, start)
            yield first, first + len(stripped)
        start = end + 1


def _opening(text: str, place: int, end: int) -> re.Match[str] | None:
    for match in _MARKS.finditer(text, place, end):
        before = text[match.start() - 1 : match.start()] or " "
        after = text[match.end() : match.end() + 1] or " "
        free = not before.isalnum() and before not in ".,!?…" and not after.isspace()
        if match.group() in _DIRECTED or (match.group() in _CLOSERS and free):
            return match
    return None


def _closing(text: str, opening: re.Match[str], end: int) -> re.Match[str] | None:
    """The mark that closes the quotation: no apostrophe inside a word, no “ that opens one inside."""
    single = opening.group() in _SINGLE
    limit = min(end, opening.end() + _LONGEST_SINGLE) if single else end
    for match in _MARKS.finditer(text, opening.end(), limit):
        after = text[match.end() : match.end() + 1]
        inside_word = single and after.isalnum()
        opens_another = match.group() == "“" and after.isalnum()
        if match.group() in _CLOSERS[opening.group()] and not inside_word and not opens_another:
            return match
    return None
