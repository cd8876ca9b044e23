"""What does one account say of a quantity, in its words: how many of whom, as of when, by whose voice, from which origin?"""

from variorum.compare.ledger_values import LedgerReading
from variorum.model.base import Record
from variorum.model.tables import Figure
from variorum.model.terms import Certainty
from variorum.present.views.account_origin import OriginNote, read_origin
from variorum.present.views.index import Index, Quote, Way
from variorum.present.views.phrases import amount, date_words, number
from variorum.present.views.visible import on_line
from variorum.present.views.words import ASIDES, CERTAINTIES, MEASURES


class FigureView(Record, frozen=True, kw_only=True, gc=False):
    """One reading of a quantity; `when` is its as-of day, else the day of its report (`assumed`). `weighed` says that rules
    weigh it, `note` why not. `lead` is the way to its row in the table of its ledger.
    """

    anchor: str
    lead: str
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
    unsure: str
    claim_href: str
    event_href: str
    readings: tuple[Way, ...]
    weighed: bool
    note: str
    origin: OriginNote


def read_figure(reading: LedgerReading, index: Index, lead: str = "") -> FigureView:
    """One reading; `lead` is the way to its row where that does not stand on the same page."""
    row = index.figures[reading.row]
    return FigureView(
        anchor=row.id,
        lead=lead or f"#{row.id}",
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
        unsure="" if reading.certainty is Certainty.CERTAIN else CERTAINTIES[reading.certainty],
        claim_href=index.claim_href(row.claim),
        event_href=index.event_href(row.event),
        readings=index.readings_of(row.id),
        weighed=reading.aside is None,
        note=", ".join(part for part in (_total(reading), ASIDES[reading.aside] if reading.aside else "") if part),
        origin=read_origin(reading.origin, reading.report, index),
    )


def _amount(row: Figure) -> str:
    unit = "" if row.unit in (None, "person") else f" {on_line(row.unit)}"
    return amount(row.low, row.high, approximate=row.approximate) + unit


def _total(reading: LedgerReading) -> str:
    return {True: "running total", False: "new ones only", None: ""}[reading.cumulative]
