"""How is one report after the other annotated, whatever one of them may break?"""

from functools import cached_property

import msgspec
from spacy.language import Language

from variorum.annotate.language import read_language
from variorum.errors import described
from variorum.ingest.sections import find_sections
from variorum.model.base import Record
from variorum.model.tables import Report, Tables
from variorum.pipeline.annotation import StepFailure, annotate_report
from variorum.pipeline.assembly import Pipeline


class Annotated(Record, frozen=True, kw_only=True):
    """What became of one report: its findings, or the step that broke on it and why."""

    report: str
    tables: Tables | None = None
    failed_step: str = ""
    reason: str = ""


class Annotating:
    """Annotates reports one at a time; loads the language pipeline with the first one that needs it."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline

    @cached_property
    def _language(self) -> Language:
        return self._pipeline.load()

    def annotate(self, report: Report) -> Annotated:
        """The findings of the report, without the report itself; sections alone where it is not in English."""
        try:
            return Annotated(report=report.id, tables=self._tables(report))
        except StepFailure as failure:
            return Annotated(report=report.id, failed_step=failure.step, reason=failure.reason)
        except Exception as error:  # noqa: BLE001 (whatever one report breaks, the others go on)
            return Annotated(report=report.id, failed_step="language", reason=described(error))

    def _tables(self, report: Report) -> Tables:
        sections = find_sections(report)
        if not is_english(report):
            return Tables(sections=sections)
        doc = read_language(self._language, report.text, sections)
        return msgspec.structs.replace(annotate_report(report, sections, doc, self._pipeline.annotators), reports=())


def is_english(report: Report) -> bool:
    """Whether the annotators can read the report; one of unknown language is tried."""
    return report.language is None or report.language.lower().replace("_", "-").split("-")[0] in ("en", "eng")
