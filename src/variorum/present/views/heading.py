"""What is the case built from: which reports, of whom, dated how, set aside why, and how many origins behind them?"""

from urllib.parse import urlsplit

from variorum.compare.lineage import Account
from variorum.model.base import Record
from variorum.model.tables import Report, Tables
from variorum.model.terms import ReportStatus
from variorum.present.views.index import Index, Witness
from variorum.present.views.phrases import between, date_words
from variorum.present.views.visible import on_line
from variorum.present.views.words import PUBLISHED


class Source(Record, frozen=True, kw_only=True):
    """A report read; `link` is its address where that is one a browser may follow, `address` as it was given."""

    witness: Witness
    title: str
    outlet: str
    author: str
    published: str
    basis: str
    language: str
    files: tuple[str, ...]
    words: int
    link: str
    address: str


class SetAside(Record, frozen=True, kw_only=True):
    """A thing set aside or doubted."""

    anchor: str
    severity: str
    file: str
    reason: str


class HeadingView(Record, frozen=True, kw_only=True):
    """The front matter."""

    sources: tuple[Source, ...]
    origins: str
    first: str
    last: str
    set_aside: tuple[SetAside, ...]
    doubts: tuple[SetAside, ...]
    counts: tuple[tuple[str, int], ...]


def read_heading(index: Index) -> HeadingView:
    """The reports in the order of their sigla; what was set aside, then other doubts."""
    tables = index.tables
    bounds = index.lineage.bounds(Account(report.id, None) for report in index.read)
    dates = sorted(report.published[:10] for report in index.read if report.published)
    aside = {report.id for report in tables.reports if report.status is ReportStatus.SET_ASIDE}
    issues = [(issue.severity.value == "error" or issue.report in aside, issue) for issue in tables.issues]
    named = {issue.report for lost, issue in issues if lost} | {issue.file for lost, issue in issues if lost}
    unexplained = [
        SetAside(anchor=report.id, severity="error", file=on_line(report.file), reason="set aside")
        for report in tables.reports
        if report.id in aside and report.id not in named and report.file not in named
    ]
    views = [
        (lost, SetAside(anchor=row.id, severity=row.severity.value, file=on_line(row.file), reason=on_line(row.detail)))
        for lost, row in issues
    ]
    return HeadingView(
        sources=tuple(_source(report, index) for report in index.read),
        origins=between(bounds.low, bounds.high, "independent origin"),
        first=date_words(dates[0]) if dates else "",
        last=date_words(dates[-1]) if dates else "",
        set_aside=tuple([view for lost, view in views if lost] + unexplained),
        doubts=tuple(view for lost, view in views if not lost),
        counts=_counts(tables),
    )


def safe_link(url: str | None) -> str:
    """The address where a browser may follow it (http and https only), else ""."""
    address = (url or "").strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    fit = parts.scheme.lower() in ("http", "https") and bool(parts.netloc) and address.isprintable()
    return address if fit and not any(character in address for character in ' "<>\\') else ""


def _source(report: Report, index: Index) -> Source:
    return Source(
        witness=index.witness(report.id),
        title=on_line(report.title),
        outlet=on_line(report.outlet),
        author=on_line(report.author),
        published=date_words(report.published),
        basis=PUBLISHED[report.published_basis] if report.published_basis and report.published else "",
        language=on_line(report.language),
        files=report.files or ((report.file,) if report.file else ()),
        words=len(report.text.split()),
        link=safe_link(report.url),
        address=on_line(report.url),
    )


def _counts(tables: Tables) -> tuple[tuple[str, int], ...]:
    return (
        ("points", len(tables.points)),
        ("events", len(tables.events)),
        ("figures", len(tables.figures)),
        ("statements", len(tables.claims)),
        ("entities", len(tables.entities)),
    )
