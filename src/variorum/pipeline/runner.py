"""How does input become a case? Reads, annotates what is new, resolves and compares all, and writes it at once."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import msgspec

from variorum.errors import NothingToBuild
from variorum.ingest.records import Ingested
from variorum.ingest.sources import LIMIT_BYTES, read_inputs
from variorum.model.base import Record
from variorum.model.ids import content_id
from variorum.model.tables import Issue, Report, Tables
from variorum.model.terms import ReportStatus, Severity
from variorum.pipeline.annotation import StepFailure, join_tables, resolve_case
from variorum.pipeline.assembly import Pipeline, PipelineFactory, annotation_key, english_pipeline, step_notes
from variorum.pipeline.growth import Held, grow, held
from variorum.pipeline.order import in_order
from variorum.pipeline.progress import OnProgress, Progress, unheard
from variorum.pipeline.workers import Annotated, annotate_all, is_english
from variorum.record.annotations import Annotation, drop_annotations, keep_annotations, read_annotations
from variorum.record.builds import note_build
from variorum.record.sources import keep_blobs, read_sources, replace_sources
from variorum.record.store import building, changing, prepare
from variorum.record.tables import write_tables

_BATCH_REPORTS = 16
_BATCH_CHARACTERS = 200_000


class BuildOptions(Record, frozen=True, kw_only=True):
    """How to build. `jobs` are processes; `wait_seconds` is how long to wait for another build of the same case."""

    manifest: Path | None = None
    limit_bytes: int = LIMIT_BYTES
    jobs: int = 1
    wait_seconds: float = 600.0
    factory: PipelineFactory = english_pipeline
    progress: OnProgress = unheard


class BuildOutcome(Record, frozen=True, kw_only=True):
    """What a build did: `reports` are all the case now holds, `annotated` those it had to annotate.

    `set_aside` are the errors of this build: input that could not be read, reports and steps that broke.
    """

    reports: int
    annotated: int
    set_aside: tuple[Issue, ...]


def build_case(case: str, paths: Sequence[Path], options: BuildOptions) -> BuildOutcome:
    """Adds the reports at the paths to the case, making it where it is new; `case` is a path or a database's URL.

    The case holds all reports of all builds. A build that dies leaves the last complete state; the next one takes up its
    work. Raises NothingToBuild, NoSuchInput, ManifestUnusable, NotACase, CaseBusy, CaseUnwritable, WorkerLost.
    """
    tell = options.progress
    tell(Progress(stage="reading", done=0, total=1))
    now = read_inputs(paths, options.manifest, options.limit_bytes)
    if not now.received and not now.set_aside and not now.issues:
        raise NothingToBuild
    with building(case, options.wait_seconds, lambda: tell(Progress(stage="waiting", done=0, total=1))):
        prepare(case)
        kept = _keep_input(case, now)
        tell(Progress(stage="reading", done=1, total=1))
        return _build(case, kept, now, options)


def _keep_input(case: str, now: Ingested) -> Held:
    with changing(case) as connection:
        sources = grow(read_sources(connection), now)
        keep_blobs(connection, {original.sha256: original.content for original in now.originals})
        replace_sources(connection, sources)
    return held(sources)


def _build(case: str, kept: Held, now: Ingested, options: BuildOptions) -> BuildOutcome:
    pipeline = options.factory()
    readable = [report for report in kept.reports if report.status is ReportStatus.READ]
    keys = {report.id: annotation_key(report, pipeline) for report in readable}
    with changing(case) as connection:
        known = read_annotations(connection, keys.values())
    new = [report for report in readable if keys[report.id] not in known]
    failed: dict[str, Issue] = {}
    files = {report.id: report.file for report in new}
    for done in _annotate(case, new, keys, options):
        if done.tables is None:
            failed[done.report] = _broken_report(done, files.get(done.report))
        else:
            known[keys[done.report]] = done.tables
    read = [report for report in readable if report.id not in failed]
    resolved = _resolve([_with_report(known[keys[report.id]], report) for report in read], pipeline, options.progress)
    aside = [_set_aside(report) for report in kept.reports if keys.get(report.id) not in known]
    doubts = (*kept.issues, *failed.values(), *map(_unsupported, filter(_foreign, read)))
    tables = in_order(_completed(resolved, aside, doubts))
    options.progress(Progress(stage="writing", done=0, total=1))
    with changing(case) as connection:
        write_tables(connection, tables)
        drop_annotations(connection, keys.values())
        note_build(connection, datetime.now(UTC), version("variorum"), step_notes(pipeline))
    options.progress(Progress(stage="writing", done=1, total=1))
    errors = (*now.issues, *(issue for issue in tables.issues if issue.stage != "ingest"))
    set_aside = tuple(issue for issue in errors if issue.severity is Severity.ERROR)
    return BuildOutcome(reports=len(read), annotated=len(new) - len(failed), set_aside=set_aside)


def _annotate(case: str, new: Sequence[Report], keys: dict[str, str], options: BuildOptions) -> Iterator[Annotated]:
    """Findings as they get ready, each batch of them kept before the next is begun."""
    batch: list[Annotation] = []
    lengths = {report.id: len(report.text) for report in new}
    try:
        for count, done in enumerate(annotate_all(new, options.factory, options.jobs) if new else (), start=1):
            if done.tables is not None:
                batch.append(Annotation(key=keys[done.report], report=done.report, tables=done.tables))
            if len(batch) >= _BATCH_REPORTS or sum(lengths[a.report] for a in batch) >= _BATCH_CHARACTERS:
                _keep(case, batch)
                batch = []
            options.progress(Progress(stage="annotating", done=count, total=len(new)))
            yield done
    finally:
        _keep(case, batch)


def _keep(case: str, batch: Sequence[Annotation]) -> None:
    if batch:
        with changing(case) as connection:
            keep_annotations(connection, batch)


def _resolve(parts: Sequence[Tables], pipeline: Pipeline, tell: OnProgress) -> Tables:
    """The resolved case. A step that breaks is left out and said; the others work with what there is."""
    tables = join_tables(parts)
    broken: list[Issue] = []
    for done, step in enumerate(pipeline.steps):
        tell(Progress(stage="comparing", done=done, total=len(pipeline.steps)))
        try:
            tables = resolve_case(tables, (step,))
        except StepFailure as failure:
            broken.append(_broken_step(failure))
    return _completed(tables, (), broken)


def _completed(tables: Tables, reports: Sequence[Report], issues: Sequence[Issue]) -> Tables:
    return msgspec.structs.replace(
        tables, reports=tuple(chain(tables.reports, reports)), issues=tuple(chain(tables.issues, issues))
    )


def _with_report(tables: Tables, report: Report) -> Tables:
    return msgspec.structs.replace(tables, reports=(report,))


def _set_aside(report: Report) -> Report:
    return msgspec.structs.replace(report, status=ReportStatus.SET_ASIDE)


def _foreign(report: Report) -> bool:
    return not is_english(report)


def _unsupported(report: Report) -> Issue:
    detail = f"{report.file}: kept, but nothing is looked for in it: its language ({report.language}) is not English."
    return Issue(
        id=content_id("issue", "language", "unsupported-language", report.id),
        severity=Severity.WARNING,
        stage="language",
        file=report.file,
        report=report.id,
        code="unsupported-language",
        detail=detail,
    )


def _broken_report(done: Annotated, file: str | None) -> Issue:
    return Issue(
        id=content_id("issue", done.failed_step, "step-failed", done.report),
        severity=Severity.ERROR,
        stage=done.failed_step,
        file=file,
        report=done.report,
        code="step-failed",
        detail=f"{file or done.report}: set aside, because the step '{done.failed_step}' broke on it: {done.reason}.",
    )


def _broken_step(failure: StepFailure) -> Issue:
    return Issue(
        id=content_id("issue", failure.step, "step-failed"),
        severity=Severity.ERROR,
        stage=failure.step,
        code="step-failed",
        detail=f"What the step '{failure.step}' would have found is missing, because it broke: {failure.reason}.",
    )
