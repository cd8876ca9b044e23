"""Which report, row and anchor does an id of the record name on the page?

Every report gets a siglum, as the witnesses of a critical edition do: A is the earliest, reports without a date come last.
Records of which a page holds one or more a finding are no business of the garbage collector (`gc=False`): they hold no
cycles, and looking for some would take a third of the time of a large page.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from variorum.model.base import Record
from variorum.model.tables import Claim, DateMention, Entity, Event, EventMention, Finding, Point, Report, Tables
from variorum.model.terms import ReportStatus
from variorum.present.dossier.visible import on_line, shortened

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Witness(Record, frozen=True, kw_only=True, gc=False):
    """A report as the page speaks of it: `siglum` is its letter, `name` its outlet, title or file, `anchor` where it stands,
    `place` its place among the reports.
    """

    place: int
    siglum: str
    name: str
    anchor: str


class Quote(Record, frozen=True, kw_only=True, gc=False):
    """Words of a report and where they stand in it on the page; `href` is "" where they cannot be shown in place."""

    words: str
    witness: Witness
    href: str = ""


class Way(Record, frozen=True, kw_only=True, gc=False):
    """The way to a reading, and what its point is about."""

    anchor: str
    topic: str


_UNKNOWN = Witness(place=-1, siglum="?", name="a report not in this case", anchor="")


class Index:
    """Looks up rows by id. Made once a page."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.read = tuple(sorted((r for r in tables.reports if r.status is ReportStatus.READ), key=_in_order))
        names = _names(self.read)
        self._witnesses = {
            report.id: Witness(place=place, siglum=siglum(place), name=names[report.id], anchor=report.id)
            for place, report in enumerate(self.read)
        }

    def witness(self, report: str) -> Witness:
        """The report by its id; one named "?" where the case does not hold it."""
        return self._witnesses.get(report, _UNKNOWN)

    def witnesses(self, reports: Iterable[str]) -> tuple[Witness, ...]:
        """The reports, each once, in the order of their sigla."""
        found = {self.witness(report) for report in reports}
        return tuple(sorted(found, key=lambda witness: witness.place))

    def quote(self, finding: Finding) -> Quote:
        """The finding's words with the way to them."""
        return self.quoted(finding.report, finding.text, finding.id)

    def quoted(self, report: str, words: str, row: str) -> Quote:
        """Words of a report that the page marks as the row's."""
        href = f"#text-{row}" if report in self._witnesses else ""
        return Quote(words=words, witness=self.witness(report), href=href)

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Entities by id."""
        return {row.id: row for row in self.tables.entities}

    @cached_property
    def dates(self) -> Mapping[str, DateMention]:
        """Date expressions by id."""
        return {row.id: row for row in self.tables.dates}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {row.id: row for row in self.tables.claims}

    @cached_property
    def told(self) -> Mapping[str, EventMention]:
        """Event mentions by id."""
        return {row.id: row for row in self.tables.event_mentions}

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Events by id."""
        return {row.id: row for row in self.tables.events}

    @cached_property
    def said(self) -> Counter[str]:
        """How many claims each entity is the voice of."""
        return Counter(claim.voice_entity for claim in self.tables.claims if claim.voice_entity)

    @cached_property
    def shown(self) -> frozenset[str]:
        """Ids of the findings that have a row of their own on the page: every claim, figure, event mention and role."""
        tables = self.tables
        rows: tuple[tuple[Finding, ...], ...] = (tables.claims, tables.figures, tables.event_mentions, tables.roles)
        return frozenset(row.id for group in rows for row in group)

    @cached_property
    def _readings(self) -> Mapping[str, tuple[Way, ...]]:
        found: dict[str, dict[Way, None]] = {}
        for point in self.tables.points:
            for place, reading in enumerate(point.readings):
                for row in (reading.row, reading.claim):
                    if row is not None:
                        way = Way(anchor=reading_anchor(point, place), topic=on_line(point.topic))
                        found.setdefault(row, {})[way] = None
        return {row: tuple(ways) for row, ways in found.items()}

    def readings_of(self, row: str) -> tuple[Way, ...]:
        """Ways to the readings that rest on a finding, the weightiest point first."""
        return self._readings.get(row, ())

    def entity_href(self, entity: str | None) -> str:
        """The way to an entity's row; "" where there is none."""
        return f"#{entity}" if entity in self.entities else ""


def reading_anchor(point: Point, place: int) -> str:
    """The anchor of the n-th reading of a point, counted from 0; with "text-" before it, of its words."""
    return f"{point.id}-{place + 1}"


def siglum(place: int) -> str:
    """The letters of the n-th report, counted from 0: A … Z, AA, AB …"""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, len(_LETTERS))
        letters = _LETTERS[rest] + letters
    return letters


def _in_order(report: Report) -> tuple[bool, str, str]:
    return report.published is None, report.published or "", report.id


def _names(reports: tuple[Report, ...]) -> dict[str, str]:
    """What to call each report: its outlet, with its file where the outlet has several reports here; else its title or file."""
    outlets: dict[str, int] = {}
    for report in reports:
        outlets[on_line(report.outlet)] = outlets.get(on_line(report.outlet), 0) + 1
    return {report.id: _name(report, outlets[on_line(report.outlet)] == 1) for report in reports}


def _name(report: Report, alone: bool) -> str:
    outlet, file = on_line(report.outlet), shortened(report.file or report.url or report.id, 60)
    if not outlet:
        return shortened(report.title, 60) or file
    return shortened(outlet, 60) if alone else f"{shortened(outlet, 40)}, {file}"
