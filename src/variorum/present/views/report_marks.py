"""What is marked in a report, row by row, for programs and spreadsheets?"""

from variorum.model.base import Record
from variorum.model.tables import Report
from variorum.present.views.index import Index
from variorum.present.views.layers import Layer
from variorum.present.views.marks import read_marks


class MarkRow(Record, frozen=True, kw_only=True, gc=False):
    """A mark: the words from `start` to `end` (code points of the report's text), what they are, and the way to the row."""

    start: int
    end: int
    text: str
    layer: Layer
    words: str
    href: str


def read_mark_rows(report: Report, index: Index) -> tuple[MarkRow, ...]:
    """The marks of one report in order of its text."""
    marks = read_marks(index, index.rows_of(report.id), (report,), every_name=True).get(report.id, ())
    return tuple(
        MarkRow(
            start=mark.start,
            end=mark.end,
            text=report.text[mark.start : mark.end],
            layer=mark.layer,
            words=mark.words,
            href=mark.href,
        )
        for mark in marks
    )
