"""How does one report stand beside another, passage by passage?"""

import re
from collections.abc import Iterator, Sequence

from variorum.model.base import Record
from variorum.model.tables import AlignedSpan, Report
from variorum.present.views.alignment import Run, compare_words, share_passages
from variorum.present.views.index import Index, Witness
from variorum.present.views.lineage import LinkView, read_links_of
from variorum.present.views.phrases import date_words
from variorum.present.views.visible import on_line, shortened

_SIGNS = re.compile(r"[^\w\s]+(?=\s|$)")


class Column(Record, frozen=True, kw_only=True):
    """A report at the head of its column."""

    id: str
    witness: Witness
    title: str
    outlet: str
    date: str


class Stretch(Record, frozen=True, kw_only=True, gc=False):
    """A stretch of one text between passages: `text`, and where it is a passage that stands elsewhere in the other, its number.

    `anchor` is the stretch's own, `href` leads to its counterpart.
    """

    text: str
    number: int = 0
    anchor: str = ""
    href: str = ""


class Row(Record, frozen=True, kw_only=True, gc=False):
    """A row of both columns: a passage (`number` counts from 1) in runs of words, or what stands between passages (0)."""

    number: int
    left: tuple[Run, ...] = ()
    right: tuple[Run, ...] = ()
    left_between: tuple[Stretch, ...] = ()
    right_between: tuple[Stretch, ...] = ()


class Entry(Record, frozen=True, kw_only=True, gc=False):
    """A passage in the list of them: its beginning, how many words long it is, and the way to it."""

    number: int
    href: str
    words: str
    length: int


class BesideView(Record, frozen=True, kw_only=True):
    """Two reports in columns, what links them, and their shared passages in order of the first."""

    one: Column
    other: Column
    links: tuple[LinkView, ...]
    rows: tuple[Row, ...]
    passages: tuple[Entry, ...]
    reversed: bool


def read_beside(one: Report, other: Report, index: Index) -> BesideView:
    """The reports side by side. Two that share nothing stand in one row."""
    derivations = [row for row in index.derivations_of.get(one.id, ()) if other.id in (row.report, row.other)]
    shared = share_passages(
        span if row.report == one.id else _turned(span) for row in derivations for span in row.spans
    )
    numbers = {span: number for number, span in enumerate(sorted((*shared.aligned, *shared.moved), key=_start), 1)}
    ids = {row.id for row in derivations}
    return BesideView(
        one=_column(one, index),
        other=_column(other, index),
        links=tuple(link for link in read_links_of(one.id, index) if link.anchor in ids),
        rows=tuple(_rows(one.text, other.text, shared.aligned, shared.moved, numbers)),
        passages=tuple(_entry(span, number, one.text, span in shared.moved) for span, number in numbers.items()),
        reversed=bool(shared.moved),
    )


def _start(span: AlignedSpan) -> int:
    return span.start


def _turned(span: AlignedSpan) -> AlignedSpan:
    return AlignedSpan(start=span.other_start, end=span.other_end, other_start=span.start, other_end=span.end)


def _column(report: Report, index: Index) -> Column:
    witness = index.witness(report.id)
    return Column(
        id=report.id,
        witness=witness,
        title=on_line(report.title) or witness.name,
        outlet=on_line(report.outlet),
        date=date_words(report.published),
    )


def _entry(span: AlignedSpan, number: int, text: str, moved: bool) -> Entry:
    words = text[span.start : span.end]
    href = f"#moved-{number}a" if moved else f"#passage-{number}"
    return Entry(number=number, href=href, words=shortened(words, 70), length=len(words.split()))


def _rows(
    one: str,
    other: str,
    aligned: Sequence[AlignedSpan],
    moved: Sequence[AlignedSpan],
    numbers: dict[AlignedSpan, int],
) -> Iterator[Row]:
    lefts = [(span.start, span.end, numbers[span]) for span in moved]
    rights = sorted((span.other_start, span.other_end, numbers[span]) for span in moved)
    end = AlignedSpan(start=len(one), end=len(one), other_start=len(other), other_end=len(other))
    left = right = 0
    for span, following in zip((*aligned, end), (*aligned[1:], end, end), strict=False):
        between = Row(
            number=0,
            left_between=tuple(_between(one, left, span.start, lefts, "ab")),
            right_between=tuple(_between(other, right, span.other_start, rights, "ba")),
        )
        if between.left_between or between.right_between:
            yield between
        left = _past_signs(one, span.end, following.start)
        right = _past_signs(other, span.other_end, following.other_start)
        if span in numbers:
            runs = compare_words(one[span.start : left], other[span.other_start : right])
            yield Row(number=numbers[span], left=runs[0], right=runs[1])


def _past_signs(text: str, start: int, end: int) -> int:
    """The place after the full stop, comma or quotation mark that closes a passage; it goes with the passage."""
    closing = _SIGNS.match(text, start, end)
    return closing.end() if closing else start


def _between(text: str, start: int, end: int, moved: Sequence[tuple[int, int, int]], sides: str) -> Iterator[Stretch]:
    """The text between two passages in stretches; `sides` are the letters of this text and of the other."""
    for first, last, number in moved:
        if start <= first and last <= end:
            if text[start:first].strip():
                yield Stretch(text=text[start:first].strip("\n"))
            yield Stretch(
                text=text[first:last],
                number=number,
                anchor=f"moved-{number}{sides[0]}",
                href=f"#moved-{number}{sides[1]}",
            )
            start = last
    if text[start:end].strip():
        yield Stretch(text=text[start:end].strip("\n"))
