"""Which report, row and anchor does an id of the record name on the page?

Every report gets a siglum, as the witnesses of a critical edition do: A is the earliest, reports without a date come last.
Records of which a page holds one or more a finding are no business of the garbage collector (`gc=False`): they hold no
cycles, and looking for some would take a third of the time of a large page.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

import msgspec

from variorum.compare.labels import LabelLedger, read_labels
from variorum.compare.lineage import Lineage, read_lineage
from variorum.model.base import Record
from variorum.model.tables import (
    Claim,
    DateMention,
    Derivation,
    Entity,
    Event,
    EventMention,
    Figure,
    Finding,
    Point,
    Report,
    Tables,
)
from variorum.model.terms import ReportStatus
from variorum.present.views.days import day_of
from variorum.present.views.making import Made
from variorum.present.views.visible import on_line, shortened

_OF_REPORTS = ("sections", "dates", "places", "mentions", "claims", "figures", "event_mentions", "roles")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

T = TypeVar("T")


class Witness(Record, frozen=True, kw_only=True, gc=False):
    """A report as the pages speak of it: `siglum` is its letter, `name` its outlet, title or file, `anchor` where it stands
    and `href` the way there ("" for none), `place` its place among the reports.
    """

    place: int
    siglum: str
    name: str
    anchor: str
    href: str = ""


class Quote(Record, frozen=True, kw_only=True, gc=False):
    """Words of a report and where they stand in it on the page; `href` is "" where they cannot be shown in place."""

    words: str
    witness: Witness
    href: str = ""


class Way(Record, frozen=True, kw_only=True, gc=False):
    """The way to a reading, and what its point is about."""

    anchor: str
    href: str
    topic: str


WayTo = Callable[[str, str], str]
"""Gives the address of an anchor: of a row, of its words in a report ("text-" and the row's id; the report is named), of a
day or place. What pages show is made once and leads to wherever the page keeps what it leads to.
"""


def on_one_page(anchor: str, report: str) -> str:  # noqa: ARG001 (the signature is that of every way)
    """The way to an anchor where everything stands on one page."""
    return f"#{anchor}"


_UNKNOWN = Witness(place=-1, siglum="?", name="a report not in this case", anchor="")


class Index:
    """Looks up rows by id, and the ways to them. Made once a build of the case."""

    def __init__(self, tables: Tables, way_to: WayTo = on_one_page) -> None:
        self.tables = tables
        self._way_to = way_to
        self._made = Made(self)
        self.read = tuple(sorted((r for r in tables.reports if r.status is ReportStatus.READ), key=_in_order))
        names = _names(self.read)
        self._witnesses = {
            report.id: Witness(
                place=place, siglum=siglum(place), name=names[report.id], anchor=report.id, href=self.way(report.id)
            )
            for place, report in enumerate(self.read)
        }

    def made(self, read: Callable[["Index"], T]) -> T:
        """What the function makes of this index, made once for all who ask. To be given functions of a module."""
        return self._made.of(read)

    def way(self, anchor: str, report: str = "") -> str:
        """The address of an anchor; of words in a report, the report is named too."""
        return self._way_to(anchor, report)

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
        href = self.way(f"text-{row}", report) if report in self._witnesses else ""
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
    def figures(self) -> Mapping[str, Figure]:
        """Figures by id."""
        return {row.id: row for row in self.tables.figures}

    @cached_property
    def told(self) -> Mapping[str, EventMention]:
        """Event mentions by id."""
        return {row.id: row for row in self.tables.event_mentions}

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Events by id."""
        return {row.id: row for row in self.tables.events}

    @cached_property
    def event_days(self) -> frozenset[str]:
        """The days, or longer stretches, that events of the crisis itself are filed under."""
        days = (day_of(event.date) for event in self.tables.events if not event.background)
        return frozenset(day for day in days if day is not None)

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
    def reports(self) -> Mapping[str, Report]:
        """Reports by id, those set aside too."""
        return {row.id: row for row in self.tables.reports}

    @cached_property
    def findings(self) -> Mapping[str, Finding]:
        """Findings of every table by id."""
        return {row.id: row for table in _OF_REPORTS for row in getattr(self.tables, table)}

    @cached_property
    def points(self) -> Mapping[str, Point]:
        """Points by id, the weightiest first."""
        return {row.id: row for row in self.tables.points}

    @cached_property
    def point_order(self) -> Mapping[str, int]:
        """The place of each point among all, by id, counted from 0."""
        return {row.id: place for place, row in enumerate(self.tables.points)}

    @cached_property
    def lineage(self) -> Lineage:
        """The origins behind the reports."""
        return read_lineage(self.tables)

    @cached_property
    def labels(self) -> tuple[LabelLedger, ...]:
        """What each voice calls the same people and acts."""
        return read_labels(self.tables)

    @cached_property
    def labelled(self) -> frozenset[str]:
        """Ids of the mentions and event mentions whose words stand among those labels."""
        return frozenset(naming.row for ledger in self.labels for naming in ledger.namings)

    @cached_property
    def derivations_of(self) -> Mapping[str, tuple[Derivation, ...]]:
        """The derivations that each report is one side of."""
        found: dict[str, list[Derivation]] = {}
        for row in self.tables.derivations:
            for report in dict.fromkeys((row.report, row.other)):
                if report is not None:
                    found.setdefault(report, []).append(row)
        return {report: tuple(rows) for report, rows in found.items()}

    @cached_property
    def _by_report(self) -> Mapping[str, Mapping[str, list[Record]]]:
        found: dict[str, dict[str, list[Record]]] = {}
        for table in _OF_REPORTS:
            for row in getattr(self.tables, table):
                found.setdefault(row.report, {}).setdefault(table, []).append(row)
        for derivation in self.tables.derivations:
            for report in {derivation.report, derivation.other} - {None}:
                found.setdefault(report or "", {}).setdefault("derivations", []).append(derivation)
        for point in self.tables.points:
            for report in {reading.report for reading in point.readings}:
                found.setdefault(report, {}).setdefault("points", []).append(point)
        return found

    def rows_of(self, report: str) -> Tables:
        """All that was found in one report, its derivations, and the points it has a reading of."""
        rows = self._by_report.get(report, {})
        return msgspec.structs.replace(Tables(), **{table: tuple(found) for table, found in rows.items()})

    @cached_property
    def _readings(self) -> Mapping[str, tuple[Way, ...]]:
        found: dict[str, dict[Way, None]] = {}
        for point in self.tables.points:
            for place, reading in enumerate(point.readings):
                for row in (reading.row, reading.claim):
                    if row is not None:
                        anchor = reading_anchor(point, place)
                        way = Way(anchor=anchor, href=self.way(anchor), topic=on_line(point.topic))
                        found.setdefault(row, {})[way] = None
        return {row: tuple(ways) for row, ways in found.items()}

    def readings_of(self, row: str) -> tuple[Way, ...]:
        """Ways to the readings that rest on a finding, the weightiest point first."""
        return self._readings.get(row, ())

    def entity_href(self, entity: str | None) -> str:
        """The way to an entity's row; "" where there is none."""
        return self.way(entity) if entity is not None and entity in self.entities else ""

    def claim_href(self, claim: str | None) -> str:
        """The way to a claim's row; "" where there is none."""
        return self.way(claim) if claim is not None and claim in self.claims else ""

    def event_href(self, event: str | None) -> str:
        """The way to an event; "" where there is none."""
        return self.way(event) if event is not None and event in self.events else ""


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
