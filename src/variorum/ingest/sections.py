"""Which stretch of a report is title, dateline, byline, body, question, caption or boilerplate?"""

from variorum.model.base import Span
from variorum.model.ids import finding_id
from variorum.model.tables import Report, Section
from variorum.model.terms import SectionKind


def find_sections(report: Report) -> tuple[Section, ...]:
    """The sections of the report, in order, covering its text without overlap; none where the text is empty."""
    if not report.text:
        return ()
    span = Span(start=0, end=len(report.text))
    return (
        Section(
            id=finding_id("sections", report.id, span),
            report=report.id,
            start=0,
            end=span.end,
            text=report.text,
            kind=SectionKind.BODY,
        ),
    )
