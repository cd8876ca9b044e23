"""What title and date does a report give in its own text?"""

import msgspec

from variorum.ingest.sections import find_sections, read_readers
from variorum.model.tables import Report, Section
from variorum.model.terms import PublishedBasis, SectionKind

_TITLE_LENGTH = 300


def fill_from_text(report: Report) -> Report:
    """The report with title and publication date read from its title section and datelines, where nothing else gave them.

    Only a full date with its year counts; a dateline without a year is left to the resolution of dates. Datelines that
    give different days give none.
    """
    if report.title is not None and report.published is not None:
        return report
    sections = find_sections(report)
    title = report.title or _title(sections)
    published, basis = report.published, report.published_basis
    if published is None and (day := _day(sections)) is not None:
        published, basis = day, PublishedBasis.DATELINE
    return msgspec.structs.replace(report, title=title, published=published, published_basis=basis)


def _title(sections: tuple[Section, ...]) -> str | None:
    found = next((section for section in sections if section.rule == "title"), None)
    return " ".join(found.text.split())[:_TITLE_LENGTH] if found is not None else None


def _day(sections: tuple[Section, ...]) -> str | None:
    datelines = read_readers().datelines
    days = {datelines.date_in(section.text) for section in sections if section.kind is SectionKind.DATELINE} - {None}
    return days.pop() if len(days) == 1 else None
