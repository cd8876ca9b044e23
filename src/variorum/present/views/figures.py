"""Which quantities do the accounts give, per measure and population, over time?"""

from collections import defaultdict

from variorum.compare.populations import population_of
from variorum.lexicon.comparison import load_comparison
from variorum.model.base import Record
from variorum.model.edtf import sort_key
from variorum.model.tables import Figure
from variorum.model.terms import Measure
from variorum.present.views.index import Index, Quote, Way
from variorum.present.views.phrases import amount, date_words, number
from variorum.present.views.range_chart import Bar, RangeChart, draw_ranges
from variorum.present.views.visible import on_line, shortened
from variorum.present.views.words import MEASURES


class FigureView(Record, frozen=True, kw_only=True, gc=False):
    """One reading of a quantity; `when` is its as-of date, else the date told, else the day of its report (`assumed`)."""

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
    claim_href: str
    event_href: str
    readings: tuple[Way, ...]
    note: str


class Ledger(Record, frozen=True, kw_only=True):
    """The readings of one measure of one population, in order of time; `chart` is None where there is nothing to compare."""

    anchor: str
    title: str
    rows: tuple[FigureView, ...]
    chart: RangeChart | None


class LedgerGroup(Record, frozen=True, kw_only=True):
    """The ledgers of one measure."""

    measure: Measure
    title: str
    ledgers: tuple[Ledger, ...]


def read_figures(index: Index) -> tuple[LedgerGroup, ...]:
    """Every figure in a ledger: measures in the order of the record's terms, populations of most readings first."""
    lexicon = load_comparison()
    ledgers: dict[Measure, dict[tuple[str, str], list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in index.tables.figures:
        # populations are told apart only where the measure is known: other quantities have nothing in common but that
        of = population_of(figure.subject, lexicon) if figure.measure is not Measure.OTHER else ""
        unit = "" if figure.unit == "person" or figure.measure is Measure.OTHER else on_line(figure.unit)
        ledgers[figure.measure][of, unit].append(figure)
    return tuple(
        LedgerGroup(
            measure=measure,
            title=MEASURES[measure],
            ledgers=tuple(
                _ledger(measure, scope, rows, index)
                for scope, rows in sorted(ledgers[measure].items(), key=lambda item: (-len(item[1]), item[0]))
            ),
        )
        for measure in Measure
        if measure in ledgers
    )


def _ledger(measure: Measure, scope: tuple[str, str], figures: list[Figure], index: Index) -> Ledger:
    of, unit = scope
    published = {report.id: report.published for report in index.read}
    ordered = sorted(
        figures,
        key=lambda row: (
            sort_key(_when(row) or published.get(row.report)),
            index.witness(row.report).place,
            row.start,
            row.id,
        ),
    )
    rows = tuple(_figure(row, published.get(row.report), index) for row in ordered)
    words = " ".join(part for part in (of if of != unit else "", f"({unit})" if unit else "") if part)
    bars = [
        Bar(
            label=shortened(f"{view.quote.witness.siglum} · {view.when}", 34),
            value=shortened(view.amount, 24),
            href=index.way(view.anchor),
            low=row.low,
            high=row.high,
            approximate=row.approximate,
            title=f"{view.quote.witness.name}: {view.of}, {view.amount}",
        )
        for row, view in zip(ordered, rows, strict=True)
    ]
    return Ledger(
        anchor=f"ledger-{measure.value}-{'-'.join(f'{of} {unit}'.split())}",
        title=words or "everything else counted",
        rows=rows,
        chart=draw_ranges(bars) if measure is not Measure.OTHER else None,
    )


def _when(figure: Figure) -> str | None:
    return figure.as_of or figure.date


def _figure(row: Figure, published: str | None, index: Index) -> FigureView:
    unit = "" if row.unit in (None, "person") else f" {on_line(row.unit)}"
    known = _when(row)
    notes = {True: "running total", False: "new ones only", None: ""}
    return FigureView(
        anchor=row.id,
        quote=index.quote(row),
        amount=amount(row.low, row.high, approximate=row.approximate) + unit,
        previous=number(row.previous),
        of=on_line(row.subject) or MEASURES[row.measure].lower(),
        when=date_words(known or published),
        assumed=known is None and published is not None,
        place=on_line(row.place_name or row.place),
        voice=on_line(row.voice_name or row.voice) or "the report itself",
        voice_href=index.entity_href(row.voice_entity),
        claim_href=index.claim_href(row.claim),
        event_href=index.event_href(row.event),
        readings=index.readings_of(row.id),
        note=", ".join(
            part for part in (notes[row.cumulative], "part of another count" if row.subset_of else "") if part
        ),
    )
