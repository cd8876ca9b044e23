"""Which quantities do the accounts give, per measure and population at one place or of one incident, over time?"""

from collections import defaultdict
from collections.abc import Sequence

from variorum.compare.ledger import read_ledgers
from variorum.compare.ledger_rules import rule_words
from variorum.compare.ledger_values import Ledger, LedgerReading
from variorum.model.base import Record
from variorum.model.edtf import sort_key
from variorum.model.terms import LedgerRule, Measure
from variorum.present.views.comparisons import Comparison, read_comparisons
from variorum.present.views.estimates import EstimateView, read_estimates
from variorum.present.views.figure_rows import FigureView, read_figure
from variorum.present.views.index import Index
from variorum.present.views.ledger_chart import LedgerChart, draw_ledger
from variorum.present.views.phrases import between, date_words
from variorum.present.views.visible import on_line, shortened
from variorum.present.views.words import LEDGER_RULES, MEASURES

LEDGER_PAGE = 100
"""How many readings the page of a ledger shows at a time."""


class RuleView(Record, frozen=True, kw_only=True):
    """A rule and what it does."""

    rule: LedgerRule
    name: str
    words: str


class LedgerView(Record, frozen=True, kw_only=True):
    """The readings of one ledger in order of time: all of them, or of `count` many those that the page shows.

    `chart` is None where there is nothing to compare, `estimates` are empty where rules have nothing to choose from. `points`
    are where readings are compared, the sharpest verdict first.
    """

    anchor: str
    href: str
    title: str
    measure: str
    origins: str
    count: int
    rows: tuple[FigureView, ...]
    estimates: tuple[EstimateView, ...]
    chart: LedgerChart | None
    points: tuple[Comparison, ...]
    event_href: str


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
    return tuple(_group(measure, by_measure[measure], index) for measure in Measure if measure in by_measure)


def read_rules() -> tuple[RuleView, ...]:
    """The rules by which best numbers are taken, each with what it does."""
    return tuple(RuleView(rule=rule, name=LEDGER_RULES[rule], words=rule_words(rule)) for rule in LedgerRule)


def several(ledger: Ledger) -> bool:
    """Whether the ledger sets readings side by side. Quantities of no measure of their own have nothing in common."""
    return len(ledger.readings) > 1 and ledger.measure is not Measure.OTHER


def _group(measure: Measure, ledgers: Sequence[Ledger], index: Index) -> LedgerGroup:
    alone = [reading for one in ledgers if not several(one) for reading in one.readings]
    return LedgerGroup(
        measure=measure,
        title=MEASURES[measure],
        ledgers=tuple(read_ledger(one, index) for one in ledgers if several(one)),
        alone=tuple(read_figure(reading, index) for reading in in_order(alone, index)),
    )


def in_order(readings: Sequence[LedgerReading], index: Index) -> list[LedgerReading]:
    """The readings by the day they hold for, those of one day in the order of their reports."""

    def place(reading: LedgerReading) -> tuple[object, ...]:
        when = sort_key(reading.as_of or reading.date)
        return *when, index.witness(reading.report).place, reading.start, reading.row

    return sorted(readings, key=place)


def ledger_title(ledger: Ledger) -> str:
    """What the ledger counts, of whom, where and when, and in which unit."""
    title = on_line(ledger.title)
    period = on_line(ledger.period)
    if period and title.endswith(f", {period}"):
        title = title.removesuffix(period) + date_words(period)
    return shortened(title, 140) + (f" ({on_line(ledger.unit)})" if ledger.unit else "")


def read_ledger(ledger: Ledger, index: Index, rule: LedgerRule | None = None, shown: range | None = None) -> LedgerView:
    """One ledger; with a rule, what that rule takes from it is drawn and told, without one what all of them take.

    `shown` are the places of the readings that stand on the page, all without it; the others stand on the ledger's own page.
    """
    ordered = in_order(ledger.readings, index)
    page = index.way(ledger.id)
    views = [read_figure(one, index, _lead(one, place, page, shown)) for place, one in enumerate(ordered)]
    return LedgerView(
        anchor=ledger.id,
        href=page,
        title=ledger_title(ledger),
        measure=MEASURES[ledger.measure],
        origins=between(ledger.independent_low, ledger.independent_high, "independent origin"),
        count=len(views),
        rows=tuple(view for place, view in enumerate(views) if shown is None or place in shown),
        estimates=read_estimates(ledger, rule, {view.anchor: view.lead for view in views}),
        chart=draw_ledger(ledger, list(zip(ordered, views, strict=True)), rule),
        points=read_comparisons(ledger.points, index),
        event_href=index.event_href(ledger.event),
    )


def _lead(reading: LedgerReading, place: int, page: str, shown: range | None) -> str:
    """The way to the row of a reading on the ledger's own page; "" where it stands on the page that is shown."""
    return "" if shown is None or place in shown else f"{page}?page={place // LEDGER_PAGE + 1}#{reading.row}"
