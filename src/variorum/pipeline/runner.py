"""How does input become a case? Reads, annotates what is new, resolves and compares all, and writes it at once."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import chain, filterfalse
from pathlib import Path

import msgspec

from variorum.errors import NothingToBuild
from variorum.ingest.records import Ingested
from variorum.ingest.sources import read_inputs
from variorum.model.base import Record
from variorum.model.decisions import Decision
from variorum.model.ids import content_id
from variorum.model.tables import Issue, Report, Tables
from variorum.model.terms import ReportStatus, Severity
from variorum.pipeline.annotating import Annotated, is_english
from variorum.pipeline.annotation import StepFailure, join_tables, resolve_case
from variorum.pipeline.assembly import Pipeline, comparison_digest, step_notes
from variorum.pipeline.findings import Findings, find_in_reports
from variorum.pipeline.garbage import rare_collection
from variorum.pipeline.growth import Held, grow, held
from variorum.pipeline.options import BuildOptions
from variorum.pipeline.order import in_order
from variorum.pipeline.progress import OnProgress, Progress
from variorum.record.annotations import drop_annotations
from variorum.record.builds import note_build
from variorum.record.decisions import append_decisions, read_decisions
from variorum.record.digests import digest_of
from variorum.record.memory import read_memory, write_memory
from variorum.record.sources import keep_blobs, read_sources, replace_sources
from variorum.record.store import building, changing, prepare, reading
from variorum.record.tables import read_tables, write_tables


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
    with _alone_at(case, options):
        prepare(case)
        kept = _keep_input(case, now)
        tell(Progress(stage="reading", done=1, total=1))
        return _build(case, kept, now, options)


@contextmanager
def _alone_at(case: str, options: BuildOptions) -> Iterator[None]:
    """No other process changes the case within."""
    waiting = Progress(stage="waiting", done=0, total=1)
    with building(case, options.wait_seconds, lambda: options.progress(waiting)), rare_collection():
        yield


def _keep_input(case: str, now: Ingested) -> Held:
    with changing(case) as connection:
        sources = grow(read_sources(connection), now)
        keep_blobs(connection, {original.sha256: original.content for original in now.originals})
        replace_sources(connection, sources)
    return held(sources)


class Rebuilt(Record, frozen=True, kw_only=True):
    """What a case held before it was made anew, and what it holds now."""

    before: Tables
    after: Tables


Decide = Callable[[Tables], Sequence[Decision]]
"""Gives new decisions on a case, numbered after those it has."""


def rebuild_case(case: str, options: BuildOptions, decide: Decide = lambda _: ()) -> Rebuilt:
    """Makes the case anew from the reports it has and the decisions on it, those that `decide` adds among them.

    Decisions are kept together with what follows from them, or not at all. The language model is loaded only where a
    report has to be annotated anew. Raises NoSuchCase, NotACase, CaseBusy, CaseUnwritable, and whatever `decide` raises.
    """
    with reading(case):
        pass
    with _alone_at(case, options):
        prepare(case)
        with reading(case) as connection:
            before, sources, log = read_tables(connection), read_sources(connection), read_decisions(connection)
        new = tuple(decide(before))
        pipeline = options.factory()
        made = _make(case, held(sources), (*log, *new), pipeline, options)
        _write(case, made, pipeline, new)
    return Rebuilt(before=before, after=made.tables)


class _Made(Record, frozen=True, kw_only=True):
    tables: Tables
    found: Findings


def _build(case: str, kept: Held, now: Ingested, options: BuildOptions) -> BuildOutcome:
    pipeline = options.factory()
    with changing(case) as connection:
        decisions = read_decisions(connection)
    made = _make(case, kept, decisions, pipeline, options)
    options.progress(Progress(stage="writing", done=0, total=1))
    _write(case, made, pipeline, ())
    options.progress(Progress(stage="writing", done=1, total=1))
    errors = (*now.issues, *(issue for issue in made.tables.issues if issue.stage != "ingest"))
    set_aside = tuple(issue for issue in errors if issue.severity is Severity.ERROR)
    return BuildOutcome(reports=len(made.found.tables), annotated=made.found.annotated, set_aside=set_aside)


def _make(case: str, kept: Held, decisions: Sequence[Decision], pipeline: Pipeline, options: BuildOptions) -> _Made:
    readable = [report for report in kept.reports if report.status is ReportStatus.READ]
    found = find_in_reports(case, readable, pipeline, options)
    read = [report for report in readable if report.id in found.tables]
    parts = [_with_report(found.tables[report.id], report) for report in read]
    with changing(case) as connection:
        pipeline.memory.known = read_memory(connection, comparison_digest())
    resolved = _resolve(parts, decisions, pipeline, options.progress)
    aside = [_set_aside(report) for report in kept.reports if report.id not in found.tables]
    files = {report.id: report.file for report in kept.reports}
    broken = [_broken_report(failure, files[failure.report]) for failure in found.failures]
    doubts = (*kept.issues, *broken, *map(_unsupported, filterfalse(is_english, read)))
    return _Made(tables=in_order(_completed(resolved, aside, doubts)), found=found)


def _write(case: str, made: _Made, pipeline: Pipeline, new: Sequence[Decision]) -> None:
    with changing(case) as connection:
        append_decisions(connection, new)
        write_tables(connection, made.tables)
        drop_annotations(connection, made.found.keys)
        write_memory(connection, comparison_digest(), pipeline.memory.used)
        notes, digest = step_notes(pipeline), digest_of(made.tables)
        note_build(connection, datetime.now(UTC), version("variorum"), notes, digest)


def _resolve(parts: Sequence[Tables], decisions: Sequence[Decision], pipeline: Pipeline, tell: OnProgress) -> Tables:
    """The resolved case. A step that breaks is left out and said; the others work with what there is."""
    tables = msgspec.structs.replace(join_tables(parts), decisions=tuple(decisions))
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
