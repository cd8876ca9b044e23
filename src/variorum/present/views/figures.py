"""Which quantities do the accounts give, per measure and population at one place or of one incident, over time?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from variorum.compare.ledger import read_ledgers
from variorum.compare.ledger_rules import rule_words, same_numbers
from variorum.compare.ledger_values import Estimate, Ledger, LedgerReading
from variorum.model.base import Record
from variorum.model.edtf import sort_key
from variorum.model.tables import Figure
from variorum.model.terms import LedgerRule, Measure
from variorum.present.views.index import Index, Quote, Way
from variorum.present.views.phrases import amount, between, date_words, number
from variorum.present.views.range_chart import Bar, RangeChart, draw_ranges
from variorum.present.views.visible import on_line, shortened
from variorum.present.views.words import ASIDES, LEDGER_RULES, MEASURES


class FigureView(Record, frozen=True, kw_only=True, gc=False):
    """One reading of a quantity; `when` is its as-of day, else the day of its report (`assumed`). `weighed` says that rules
    weigh it, `note` why not.
    """

    anchor: str
    quote: Quote
    amount: str
    previous: str
    of: str
    when: str
    assumed: bool
    place: str
    voice: str
    voice_href: str
    official: bool
    claim_href: str
    event_href: str
    readings: tuple[Way, ...]
    weighed: bool
    note: str


class EstimateView(Record, frozen=True, kw_only=True):
    """What rules take from a ledger that take the same: their names, best, low to high, why, and the rows it rests on."""

    rules: str
    best: str
    span: str
    reason: str
    rows: tuple[Way, ...]


class RuleView(Record, frozen=True, kw_only=True):
    """A rule and what it does."""

    name: str
    words: str


class LedgerView(Record, frozen=True, kw_only=True):
    """The readings of one ledger in order of time; `chart` is None where there is nothing to compare, `estimates` are empty
    where rules have nothing to choose from.
    """

    anchor: str
    title: str
    origins: str
    rows: tuple[FigureView, ...]
    estimates: tuple[EstimateView, ...]
    chart: RangeChart | None


class LedgerGroup(Record, frozen=True, kw_only=True):
    """The ledgers of one measure that hold several readings, and the readings of all others, in order of time."""

    measure: Measure
    title: str
    ledgers: tuple[LedgerView, ...]
    alone: tuple[FigureView, ...]


def read_figures(index: Index) -> tuple[LedgerGroup, ...]:
    """Every figure once, by measure in the order of the record's terms; ledgers of most independent origins first.

    Quantities of no measure of their own have nothing in common, and all stand alone.
    """
    by_measure: dict[Measure, list[Ledger]] = defaultdict(list)
    for ledger in read_ledgers(index.tables):
        by_measure[ledger.measure].append(ledger)
    desk = _Desk(index)
    return tuple(desk.group(measure, by_measure[measure]) for measure in Measure if measure in by_measure)


def read_rules() -> tuple[RuleView, ...]:
    """The rules by which best numbers are taken, each with what it does."""
    return tuple(RuleView(name=LEDGER_RULES[rule], words=rule_words(rule)) for rule in LedgerRule)


class _Desk:
    """Lays ledgers out, with what they look up in the case."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._figures = {figure.id: figure for figure in index.tables.figures}

    def group(self, measure: Measure, ledgers: Sequence[Ledger]) -> LedgerGroup:
        """The ledgers of one measure."""
        several = [one for one in ledgers if len(one.readings) > 1 and measure is not Measure.OTHER]
        kept = {one.id for one in several}
        alone = [reading for one in ledgers if one.id not in kept for reading in one.readings]
        return LedgerGroup(
            measure=measure,
            title=MEASURES[measure],
            ledgers=tuple(map(self._ledger, several)),
            alone=tuple(self._figure(reading) for reading in sorted(alone, key=self._order)),
        )

    def _order(self, reading: LedgerReading) -> tuple[object, ...]:
        when = sort_key(reading.as_of or reading.date)
        return *when, self._index.witness(reading.report).place, reading.start, reading.row

    def _ledger(self, ledger: Ledger) -> LedgerView:
        ordered = sorted(ledger.readings, key=self._order)
        rows = tuple(self._figure(reading) for reading in ordered)
        unit = f" ({on_line(ledger.unit)})" if ledger.unit else ""
        return LedgerView(
            anchor=ledger.id,
            title=shortened(ledger.title, 120) + unit,
            origins=between(ledger.independent_low, ledger.independent_high, "independent origin"),
            rows=rows,
            estimates=self._estimates(ledger),
            chart=draw_ranges([self._bar(reading, row) for reading, row in zip(ordered, rows, strict=True)]),
        )

    def _bar(self, reading: LedgerReading, row: FigureView) -> Bar:
        return Bar(
            label=shortened(f"{row.quote.witness.siglum} · {row.when}", 34),
            value=shortened(row.amount, 24),
            href=self._index.way(row.anchor),
            low=reading.low,
            high=reading.high,
            approximate=reading.approximate,
            title=f"{row.quote.witness.name}: {row.of}, {row.amount}",
        )

    def _estimates(self, ledger: Ledger) -> tuple[EstimateView, ...]:
        return tuple(self._estimate(same) for same in same_numbers(ledger.estimates)) if ledger.weighed else ()

    def _estimate(self, same: Iterable[Estimate]) -> EstimateView:
        rules = tuple(same)
        first = rules[0]
        return EstimateView(
            rules=", ".join(LEDGER_RULES[one.rule] for one in rules),
            best="none" if first.best is None else number(first.best),
            span=_span(first),
            reason=on_line(first.reason),
            rows=tuple(Way(anchor=row, href=self._index.way(row), topic="") for row in dict.fromkeys(first.rests_on)),
        )

    def _figure(self, reading: LedgerReading) -> FigureView:
        index, row = self._index, self._figures[reading.row]
        return FigureView(
            anchor=row.id,
            quote=index.quote(row),
            amount=_amount(row),
            previous=number(row.previous),
            of=on_line(row.subject) or MEASURES[row.measure].lower(),
            when=date_words(reading.as_of),
            assumed=reading.as_of_basis == "published",
            place=on_line(reading.place),
            voice=on_line(row.voice_name or row.voice) or "the report itself",
            voice_href=index.entity_href(row.voice_entity),
            official=reading.official,
            claim_href=index.claim_href(row.claim),
            event_href=index.event_href(row.event),
            readings=index.readings_of(row.id),
            weighed=reading.aside is None,
            note=", ".join(part for part in (_total(reading), ASIDES[reading.aside] if reading.aside else "") if part),
        )


def _amount(row: Figure) -> str:
    unit = "" if row.unit in (None, "person") else f" {on_line(row.unit)}"
    return amount(row.low, row.high, approximate=row.approximate) + unit


def _total(reading: LedgerReading) -> str:
    return {True: "running total", False: "new ones only", None: ""}[reading.cumulative]


def _span(estimate: Estimate) -> str:
    """Low to high in words: "8 to 18", "1,001 or more", "up to 20"; "" where there is neither."""
    if estimate.high is None:
        return ""
    more = " or more" if estimate.open_above else ""
    if estimate.low is None:
        return f"up to {number(estimate.high)}"
    if estimate.low == estimate.high:
        return number(estimate.high) + more
    return f"{number(estimate.low)} to {number(estimate.high)}{more}"
