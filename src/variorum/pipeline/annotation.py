"""How one report gets its findings, and how findings of many reports become one case."""

from collections.abc import Iterable, Sequence

import msgspec
from spacy.tokens import Doc

from variorum.annotate.page import Annotator, Page
from variorum.errors import described
from variorum.model.tables import Report, Section, Tables
from variorum.pipeline.steps import CaseStep


class StepFailure(Exception):
    """A step broke on its input: a fault of the program, recorded by the runner, which goes on."""

    def __init__(self, step: str, reason: Exception) -> None:
        self.step = step
        self.reason = described(reason)
        super().__init__(f"{step}: {self.reason}")


def annotate_report(report: Report, sections: tuple[Section, ...], doc: Doc, annotators: Sequence[Annotator]) -> Tables:
    """The findings of one report: every annotator in turn, each seeing what those before it found.

    Raises StepFailure where one of them breaks.
    """
    found = Tables(reports=(report,), sections=sections)
    page = Page(report=report, sections=sections, doc=doc)
    for annotator in annotators:
        try:
            rows = annotator.run(page, found)
        except Exception as error:
            raise StepFailure(annotator.name, error) from error
        found = msgspec.structs.replace(found, **{annotator.sets: rows})
    return found


def join_tables(parts: Iterable[Tables]) -> Tables:
    """One case from the findings of its reports, rows ordered by report id, whatever order the parts came in."""
    ordered = sorted(parts, key=lambda part: [report.id for report in part.reports])
    return Tables(
        **{name: tuple(row for part in ordered for row in getattr(part, name)) for name in Tables.__struct_fields__}
    )


def resolve_case(tables: Tables, steps: Sequence[CaseStep]) -> Tables:
    """The case after every step in turn. Raises StepFailure where one of them breaks."""
    for step in steps:
        try:
            tables = step.run(tables)
        except Exception as error:
            raise StepFailure(step.name, error) from error
    return tables
