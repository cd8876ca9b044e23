"""What reports do the bytes of one file hold?"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from variorum.ingest.details import Details, read_details
from variorum.ingest.encoding import Decoded, decode
from variorum.ingest.headlines import fill_from_text
from variorum.ingest.html import declared_encoding, read_article
from variorum.ingest.issues import doubted, noted, set_aside
from variorum.ingest.languages import find_language
from variorum.ingest.records import Original
from variorum.ingest.tables import BadRow, Row, read_json_lines, read_separated
from variorum.model.ids import content_id
from variorum.model.tables import Issue, Report
from variorum.model.terms import PublishedBasis, ReportStatus

TEXT = frozenset({"txt", "text"})
PAGES = frozenset({"html", "htm", "xhtml"})
TABLES = frozenset({"jsonl", "ndjson", "csv", "tsv"})
SUPPORTED = TEXT | PAGES | TABLES
"""Endings of the files that are read, without the dot, lower case."""

_TEXT_COLUMNS = ("text", "body", "content")
_NAMES = ("url", "title", "outlet", "author", "language")


class Read(NamedTuple):
    """What one file gave: reports, documents set aside, the bytes to keep, and issues."""

    reports: tuple[Report, ...] = ()
    set_aside: tuple[Report, ...] = ()
    originals: tuple[Original, ...] = ()
    issues: tuple[Issue, ...] = ()


def ending(file: str) -> str:
    """The part of a file's name after its last dot, lower case; empty where there is none."""
    return file.rpartition("/")[2].rpartition(".")[2].lower() if "." in file else ""


def read_file(file: str, raw: bytes, given: Mapping[str, Details]) -> Read:
    """The reports in a file's bytes; `given` are a manifest's details, by file or by row (`rows.jsonl#3`)."""
    if not raw.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        return _unread(file, raw, "empty", "the file is empty")
    if ending(file) in PAGES:
        return _read_page(file, raw, given.get(file, Details()))
    decoded = decode(raw)
    if decoded is None:
        return _unread(file, raw, "binary", "the file holds no text")
    doubts = _encoding_issues(file, decoded)
    if ending(file) in TABLES:
        return _read_rows(file, raw, decoded.text, given, doubts)
    if not decoded.text.strip(" \t\r\n\ufeff"):
        return _unread(file, raw, "empty", "the file holds nothing but space")
    report = _report(file, raw, decoded.text, given.get(file, Details()), Details())
    return Read((report,), (), (_original(raw),), tuple(doubts))


def _read_page(file: str, raw: bytes, given: Details) -> Read:
    decoded = decode(raw, declared_encoding(raw))
    if decoded is None:
        return _unread(file, raw, "binary", "the file holds no text")
    article = read_article(decoded.text)
    if article is None:
        return _unread(file, raw, "no-text", "no article could be found in the page")
    report = _report(file, raw, article.text, given, article.details)
    return Read((report,), (), (_original(raw),), tuple(_encoding_issues(file, decoded)))


def _read_rows(file: str, raw: bytes, text: str, given: Mapping[str, Details], doubts: list[Issue]) -> Read:
    rows = read_json_lines(text) if ending(file) in ("jsonl", "ndjson") else read_separated(text)
    reports: list[Report] = []
    issues = list(doubts)
    for row in rows:
        place = f"{file}#{row.number}"
        body = _row_text(row) if isinstance(row, Row) else None
        if isinstance(row, BadRow) or not body:
            reason = row.reason if isinstance(row, BadRow) else "there is no text in a column text, body or content"
            issues.append(set_aside(place, "bad-row", f"{file}, line {row.line}: {reason}; the row is left out."))
            continue
        checked = read_details(row.cells)
        issues += [
            doubted(place, "bad-detail", f"{file}, line {row.line}: {f}; it is left out.") for f in checked.faults
        ]
        reports.append(_report(place, _encode(body), body, given.get(place, Details()), checked.details, stated=True))
    if not reports and not issues:
        return _unread(file, raw, "empty", "the table has no rows")
    kept = {report.sha256: Original(sha256=report.sha256, content=_encode(report.text)) for report in reports}
    return Read(tuple(reports), (), (*kept.values(), _original(raw)), tuple(issues))


def _row_text(row: Row) -> str | None:
    cells = {name.strip().lower(): value for name, value in row.cells.items()}
    texts = (cells.get(name) for name in _TEXT_COLUMNS)
    return next((text for text in texts if isinstance(text, str) and text.strip(" \t\r\n\ufeff")), None)


def _encode(text: str) -> bytes:
    return text.encode("utf-8")


def _report(file: str, raw: bytes, text: str, given: Details, own: Details, *, stated: bool = False) -> Report:
    """A report from its text; `given` by a manifest goes before the `own` details of its row (`stated`) or page."""
    digest = hashlib.sha256(raw).hexdigest()
    basis = None
    if given.published or (stated and own.published):
        basis = PublishedBasis.GIVEN
    elif own.published:
        basis = PublishedBasis.METADATA
    details = {name: getattr(given, name) or getattr(own, name) for name in _NAMES}
    details["language"] = details["language"] or find_language(text)
    return fill_from_text(
        Report(
            id=content_id("report", digest),
            file=file,
            files=(file,),
            sha256=digest,
            published=given.published or own.published,
            published_basis=basis,
            text=text,
            **details,
        )
    )


def _original(raw: bytes) -> Original:
    return Original(sha256=hashlib.sha256(raw).hexdigest(), content=raw)


def _unread(file: str, raw: bytes, code: str, reason: str) -> Read:
    digest = hashlib.sha256(raw).hexdigest()
    identity = content_id("report", digest)
    report = Report(id=identity, file=file, files=(file,), sha256=digest, text="", status=ReportStatus.SET_ASIDE)
    return Read((), (report,), (), (set_aside(file, code, f"{file}: {reason}; it is set aside.", identity),))


def _encoding_issues(file: str, decoded: Decoded) -> list[Issue]:
    if decoded.replaced:
        detail = f"{file}: {decoded.replaced} places are damaged for {decoded.encoding}; each is read as U+FFFD."
        return [doubted(file, "encoding", detail)]
    if decoded.detected:
        return [
            doubted(file, "encoding", f"{file}: no UTF-8; read as {decoded.encoding}, by what its bytes look like.")
        ]
    if decoded.encoding != "utf-8":
        return [noted(file, "encoding", f"{file}: no UTF-8; read as {decoded.encoding}, as the file says.")]
    return []


def join_reads(reads: Iterable[Read]) -> Read:
    """All files' gains as one, in the order given."""
    parts = list(reads)
    return Read(
        tuple(report for part in parts for report in part.reports),
        tuple(report for part in parts for report in part.set_aside),
        tuple(original for part in parts for original in part.originals),
        tuple(issue for part in parts for issue in part.issues),
    )
