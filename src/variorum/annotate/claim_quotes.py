"""Which stretches of a text stand in quotation marks? Balanced or not, over sentences and paragraphs."""

import re
from collections.abc import Iterator

from variorum.model.base import Record, Span

_CLOSERS = {"“": "”“", "„": "“”", "«": "»", "”": "”", '"': '"', "‘": "’", "'": "'", "‹": "›"}
_SINGLE = "‘'"
_LONGEST_SINGLE = 300
_MARKS = re.compile("[“„«”\"‘'’»‹›]")
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
        continues = unclosed_mark is not None and text[start : start + 1] == unclosed_mark
        unclosed_mark = None
        place = start
        while (opening := _next_opening(text, place, end)) is not None:
            closing = _closing(text, opening, end)
            if closing is None and text[opening] in _SINGLE:
                place = opening + 1
                continue
            stop = end if closing is None else closing
            if text[opening + 1 : stop].strip():
                found.append(_quote(opening, stop, closing is not None, continues and opening == start))
            if closing is None:
                unclosed_mark = text[opening]
                break
            place = closing + 1
    return tuple(found)


def _quote(opening: int, stop: int, closed: bool, continues: bool) -> Quote:
    return Quote(
        outer=Span(start=opening, end=stop + 1 if closed else stop),
        inner=Span(start=opening + 1, end=stop),
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


def _next_opening(text: str, place: int, end: int) -> int | None:
    for match in _MARKS.finditer(text, place, end):
        offset, mark = match.start(), match.group()
        before = text[offset - 1] if offset else " "
        after = text[offset + 1] if offset + 1 < end else " "
        if mark not in _CLOSERS:
            continue
        if mark in "“„«‹" or (
            mark in "\"”'‘" and not before.isalnum() and before not in ".,!?…" and not after.isspace()
        ):
            return offset
    return None


def _closing(text: str, opening: int, end: int) -> int | None:
    mark = text[opening]
    closers = _CLOSERS[mark]
    limit = min(end, opening + _LONGEST_SINGLE) if mark in _SINGLE else end
    for match in _MARKS.finditer(text, opening + 1, limit):
        offset = match.start()
        if text[offset] not in closers and not (mark == "“" and text[offset] == '"'):
            continue
        after = text[offset + 1] if offset + 1 < len(text) else " "
        if text[offset] in "’'" and after.isalnum():
            continue
        if text[offset] == "“" and mark == "“" and after.isalnum():
            continue
        return offset
    return None
