"""How is a report shown in full: its sections and paragraphs, its findings in place, and a list of them beside each?"""

import re
from collections.abc import Iterator, Sequence

from variorum.model.base import Record, Span
from variorum.model.tables import Report, Section
from variorum.model.terms import SectionKind
from variorum.present.views.index import Index, Witness
from variorum.present.views.layers import Layer, Mark, Note, Piece, cut_text
from variorum.present.views.marks import read_marks
from variorum.present.views.phrases import date_words
from variorum.present.views.visible import shortened
from variorum.present.views.words import SECTIONS

_BREAK = re.compile(r"\n\s*")


class Paragraph(Record, frozen=True, kw_only=True, gc=False):
    """A paragraph in pieces, and the findings that begin in it."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


class SectionView(Record, frozen=True, kw_only=True):
    """A stretch of a report."""

    anchor: str
    kind: SectionKind
    label: str
    paragraphs: tuple[Paragraph, ...]


class ReportView(Record, frozen=True, kw_only=True):
    """A report in full."""

    witness: Witness
    report: Report
    published: str
    sections: tuple[SectionView, ...]


def read_reports(index: Index) -> Iterator[ReportView]:
    """The reports read, in the order of their sigla."""
    marks = read_marks(index, index.tables, index.read)
    sections: dict[str, list[Section]] = {}
    for section in index.tables.sections:
        sections.setdefault(section.report, []).append(section)
    for report in index.read:
        yield _report(report, sections.get(report.id, ()), marks.get(report.id, ()), index)


def read_report(report: Report, index: Index, found: Span | None = None) -> ReportView:
    """One report in full, every name in it marked with an anchor; `found` is a stretch to be marked and led to."""
    rows = index.rows_of(report.id)
    marks = read_marks(index, rows, (report,), every_name=True).get(report.id, ())
    size = len(report.text)
    if found is not None and found.start < min(found.end, size):
        marks = tuple(sorted((_sought(found, size), *marks), key=lambda mark: mark.start))
    return _report(report, rows.sections, marks, index)


def _sought(found: Span, size: int) -> Mark:
    end = min(found.end, size)
    return Mark(
        start=found.start,
        end=end,
        layer=Layer.FOUND,
        href="",
        words="What you looked for",
        anchor="found",
        listed=False,
    )


def _report(report: Report, sections: Sequence[Section], marks: Sequence[Mark], index: Index) -> ReportView:
    return ReportView(
        witness=index.witness(report.id),
        report=report,
        published=date_words(report.published),
        sections=tuple(_sections(report.text, _cover(report, sections), marks)),
    )


class _Stretch(Record, frozen=True, kw_only=True):
    start: int
    end: int
    kind: SectionKind
    anchor: str = ""


def _cover(report: Report, sections: Sequence[Section]) -> list[_Stretch]:
    """The sections in order, what they leave uncovered as body between them."""
    cover: list[_Stretch] = []
    reached, size = 0, len(report.text)
    for row in sorted(sections, key=lambda row: (row.start, row.end)):
        start, end = max(row.start, reached), min(row.end, size)
        if start > reached:
            cover.append(_Stretch(start=reached, end=start, kind=SectionKind.BODY))
        if end > start:
            cover.append(_Stretch(start=start, end=end, kind=row.kind, anchor=row.id))
            reached = end
    if reached < size or not cover:
        cover.append(_Stretch(start=reached, end=size, kind=SectionKind.BODY))
    return cover


def _sections(text: str, cover: Sequence[_Stretch], marks: Sequence[Mark]) -> Iterator[SectionView]:
    waiting = _Waiting(marks)
    for place, stretch in enumerate(cover):
        ends_text = place == len(cover) - 1
        paragraphs = tuple(_paragraphs(text, stretch, waiting, ends_text))
        if paragraphs:
            yield SectionView(
                anchor=stretch.anchor, kind=stretch.kind, label=SECTIONS[stretch.kind], paragraphs=paragraphs
            )


class _Waiting:
    """Hands out the marks that touch a stretch; stretches are asked for in order of the text."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = marks
        self._next = 0
        self._open: list[Mark] = []

    def touching(self, start: int, end: int, *, last: bool) -> list[Mark]:
        while self._next < len(self._marks) and (last or self._marks[self._next].start < end):
            self._open.append(self._marks[self._next])
            self._next += 1
        touching, self._open = self._open, [mark for mark in self._open if mark.end > end]
        return [mark for mark in touching if mark.end > start or mark.start >= start]


def _paragraphs(text: str, stretch: _Stretch, waiting: _Waiting, ends_text: bool) -> Iterator[Paragraph]:
    edges = [match.end() for match in _BREAK.finditer(text, stretch.start, stretch.end)]
    start = stretch.start
    for end in [*edges, stretch.end]:
        last = ends_text and end == stretch.end
        if end <= start and not last:
            continue
        touching = waiting.touching(start, end, last=last)
        pieces = cut_text(text, start, end, touching)
        if any(piece.text.strip() or piece.anchors for piece in pieces):
            yield Paragraph(pieces=pieces, notes=tuple(_notes(text, touching, start)))
        start = end


def _notes(text: str, marks: Sequence[Mark], start: int) -> Iterator[Note]:
    for mark in marks:
        if mark.listed and mark.start >= start:
            yield Note(
                href=mark.href,
                text_href=f"#{mark.anchor}",
                quote=shortened(text[mark.start : mark.end], 80),
                words=mark.words,
            )
