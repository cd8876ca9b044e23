"""Which reports are the same bytes received twice?"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from variorum.ingest.issues import noted
from variorum.model.tables import Issue, Report

_RANK = {"given": 0, "metadata": 1, "dateline": 2, "inferred": 3, None: 4}
_DETAILS = ("url", "title", "outlet", "author", "language")


class Joined(NamedTuple):
    """Reports with all their origins, ordered by id, and a note for each received more than once."""

    reports: tuple[Report, ...]
    issues: tuple[Issue, ...]


def join_origins(received: Iterable[Report]) -> Joined:
    """One report for the same bytes, whatever the order they came in.

    `files` names every origin, sorted; `file` is the first of them. A detail (url, title …) is that of the first origin
    that has it; the publication date is the one with the strongest basis, given before metadata before dateline.
    """
    ordered = sorted(received, key=lambda report: (report.id, report.file or ""))
    groups = [tuple(group) for _, group in groupby(ordered, key=lambda report: report.id)]
    joined = [_join(group) for group in groups]
    issues = [_note(report) for report in joined if len(report.files) > 1]
    return Joined(tuple(joined), tuple(sorted(issues, key=lambda issue: (issue.file or "", issue.id))))


def _join(group: Sequence[Report]) -> Report:
    files = tuple(sorted({file for report in group for file in report.files}))
    details = {name: next((v for r in group if (v := getattr(r, name)) is not None), None) for name in _DETAILS}
    dated = min(group, key=lambda report: (_RANK[report.published_basis], report.file or ""))
    return msgspec.structs.replace(
        group[0],
        file=files[0] if files else None,
        files=files,
        published=dated.published,
        published_basis=dated.published_basis,
        **details,
    )


def _note(report: Report) -> Issue:
    others = ", ".join(report.files[1:])
    detail = f"{report.files[0]}: the same bytes were also received as {others}; they are one report."
    return noted(report.files[0], "duplicate", detail, report.id)
