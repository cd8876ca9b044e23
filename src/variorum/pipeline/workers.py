"""Who annotates the reports: this process, or several beside it? Which, and in what order, changes no finding."""

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import cached_property
from multiprocessing import get_context, parent_process
from typing import ClassVar

import msgspec
from spacy.language import Language

from variorum.annotate.language import read_language
from variorum.errors import WorkerLost, described
from variorum.ingest.sections import find_sections
from variorum.model.base import Record
from variorum.model.tables import Report, Tables
from variorum.pipeline.annotation import StepFailure, annotate_report
from variorum.pipeline.assembly import Pipeline, PipelineFactory


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


def annotate_all(
    reports: Sequence[Report], pipeline: Pipeline, factory: PipelineFactory, jobs: int
) -> Iterator[Annotated]:
    """The findings of every report, as they get ready: by the pipeline, or by those that `jobs` processes make of it.

    Raises WorkerLost where a process dies; what came before is good.
    """
    if not reports:
        return
    if jobs <= 1 or len(reports) == 1:
        annotating = Annotating(pipeline)
        yield from map(annotating.annotate, reports)
        return
    # spawned, not forked: a fork while other threads run (a progress bar's, a notebook's) can hang
    pool = ProcessPoolExecutor(min(jobs, len(reports)), get_context("spawn"), _Worker.start, (factory,))
    try:
        for future in as_completed([pool.submit(_Worker.annotate, report) for report in reports]):
            yield future.result()
    except BrokenProcessPool:
        raise WorkerLost from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


class _Worker:
    """The one `Annotating` of a worker process."""

    _annotating: ClassVar[Annotating]

    @classmethod
    def start(cls, factory: Callable[[], Pipeline]) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        threading.Thread(target=_end_with_parent, daemon=True).start()
        cls._annotating = Annotating(factory())

    @classmethod
    def annotate(cls, report: Report) -> Annotated:
        return cls._annotating.annotate(report)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
