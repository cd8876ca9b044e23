"""What does a case hold once more input is added? All it received before and all it is given now, in any order the same."""

from collections.abc import Iterable

import msgspec

from variorum.ingest.origins import join_origins
from variorum.ingest.records import Ingested
from variorum.model.ids import content_id
from variorum.model.tables import Issue, Report
from variorum.model.terms import PublishedBasis, ReportStatus, Severity
from variorum.record.sources import Sources

_DETAILS = ("url", "title", "outlet", "author", "language")


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """The reports of a case with all their origins, ordered by id, and the issues of reading them."""

    reports: tuple[Report, ...]
    issues: tuple[Issue, ...]


def grow(earlier: Sources, now: Ingested) -> Sources:
    """All that was received, earlier and now.

    The same bytes from the same file are one; details given now win over earlier ones. Files read again lose the issues
    they had before.
    """
    again = _files(now)
    kept = [r for r in earlier.received if r.status is ReportStatus.READ or r.file not in again]
    received = {(report.id, report.file): report for report in kept}
    for report in (*now.received, *now.set_aside):
        key = (report.id, report.file)
        received[key] = _renewed(received[key], report) if key in received else report
    derived = {issue.id for issue in join_origins(now.received).issues}
    issues = {issue.id: issue for issue in earlier.issues if issue.file not in again}
    issues.update((issue.id, issue) for issue in now.issues if issue.id not in derived)
    return Sources(
        received=tuple(received[key] for key in sorted(received, key=lambda key: (key[0], key[1] or ""))),
        issues=tuple(issues[key] for key in sorted(issues)),
    )


def held(sources: Sources) -> Held:
    """What follows from all that was received, whatever the order it came in."""
    joined = join_origins(sources.received)
    issues = [issue for issue in sources.issues if not _found_since(issue, joined.reports)]
    return Held(reports=joined.reports, issues=(*issues, *joined.issues, *_changed_files(joined.reports)))


def _renewed(earlier: Report, now: Report) -> Report:
    details = {name: getattr(earlier, name) for name in _DETAILS if getattr(now, name) is None}
    given = PublishedBasis.GIVEN
    if now.published is None or (earlier.published_basis is given and now.published_basis is not given):
        details |= {"published": earlier.published, "published_basis": earlier.published_basis}
    return msgspec.structs.replace(now, **details)


def _files(now: Ingested) -> frozenset[str | None]:
    reports = [report.file for report in (*now.received, *now.set_aside)]
    return frozenset({*reports, *(issue.file for issue in now.issues)} - {None})


def _found_since(issue: Issue, reports: Iterable[Report]) -> bool:
    """Whether an issue says that a file named by a manifest is missing, and the case has it from another build."""
    return issue.code == "missing-file" and any(issue.file in report.files for report in reports)


def _changed_files(reports: Iterable[Report]) -> list[Issue]:
    by_file: dict[str, list[str]] = {}
    for report in reports:
        for file in report.files:
            by_file.setdefault(file, []).append(report.id)
    return [_changed(file, ids) for file, ids in sorted(by_file.items()) if len(ids) > 1]


def _changed(file: str, reports: list[str]) -> Issue:
    detail = f"{file}: {len(reports)} reports with different bytes came under this name; each is kept."
    return Issue(
        id=content_id("issue", "ingest", "same-name", file),
        severity=Severity.NOTE,
        stage="ingest",
        file=file,
        code="same-name",
        detail=detail,
    )
