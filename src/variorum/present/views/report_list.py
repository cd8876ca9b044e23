"""Which reports is the case built from, one line each, and what hangs together with what?"""

from collections import Counter

from variorum.model.base import Record
from variorum.model.tables import Derivation, Report
from variorum.present.views.heading import safe_link
from variorum.present.views.index import Index, Witness
from variorum.present.views.lineage import strongest_first
from variorum.present.views.phrases import date_words
from variorum.present.views.visible import on_line, shortened
from variorum.present.views.words import DERIVATIONS, PUBLISHED


class Hint(Record, frozen=True, kw_only=True, gc=False):
    """A derivation in a word: `origin` is the voice or agency it goes back to, "" where none is named."""

    derivation: str
    href: str
    kind: str
    share: str
    origin: str


class Hang(Record, frozen=True, kw_only=True, gc=False):
    """What a report hangs together with: another one, or where `other` is None an origin outside; the strongest first."""

    other: Witness | None
    hints: tuple[Hint, ...]


class ReportRow(Record, frozen=True, kw_only=True, gc=False):
    """A report read; `findings` counts statements, figures, events told and roles, `points` those it has a reading of.

    `published` is the date as recorded (EDTF), `date` the same in words; `basis` says how it is known. `link` is the report's
    address where a browser may follow it. `hangs` are the reports it hangs together with.
    """

    id: str
    witness: Witness
    title: str
    outlet: str
    author: str
    published: str
    date: str
    basis: str
    language: str
    file: str
    address: str
    link: str
    words: int
    findings: int
    points: int
    hangs: tuple[Hang, ...]


def read_report_list(index: Index) -> tuple[ReportRow, ...]:
    """The reports read, in the order of their sigla: by date, those without one last."""
    tables = index.tables
    found = Counter(
        row.report for rows in (tables.claims, tables.figures, tables.event_mentions, tables.roles) for row in rows
    )
    points = Counter(report for point in tables.points for report in {reading.report for reading in point.readings})
    return tuple(_row(report, found[report.id], points[report.id], index) for report in index.read)


def read_hangs(report: str, index: Index) -> tuple[Hang, ...]:
    """What a report hangs together with: by what links it most strongly."""
    found: dict[Witness | None, list[Hint]] = {}
    for row in strongest_first(index.derivations_of.get(report, ())):
        other = row.other if row.report == report else row.report
        found.setdefault(index.witness(other) if other is not None else None, []).append(_hint(row, index))
    return tuple(Hang(other=other, hints=tuple(hints)) for other, hints in found.items())


def _hint(row: Derivation, index: Index) -> Hint:
    return Hint(
        derivation=row.id,
        href=index.way(row.id),
        kind=DERIVATIONS[row.kind],
        share=f"{row.share:.0%}" if row.share is not None else "",
        origin=shortened(row.origin, 80),
    )


def _row(report: Report, findings: int, points: int, index: Index) -> ReportRow:
    return ReportRow(
        id=report.id,
        witness=index.witness(report.id),
        title=on_line(report.title),
        outlet=on_line(report.outlet),
        author=on_line(report.author),
        published=report.published or "",
        date=date_words(report.published),
        basis=PUBLISHED[report.published_basis] if report.published_basis and report.published else "",
        language=on_line(report.language),
        file=on_line(report.file),
        address=on_line(report.url),
        link=safe_link(report.url),
        words=len(report.text.split()),
        findings=findings,
        points=points,
        hangs=read_hangs(report.id, index),
    )
