"""What stands in a table of the readings of ledgers: a row a reading, its ledger before it, what rules take behind?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.compare.labels import LabelLedger
from variorum.compare.ledger_values import Ledger, LedgerReading
from variorum.compare.states import StateLedger
from variorum.model.terms import LedgerRule
from variorum.present.views.index import Index

_TAKEN = ("best", "low", "high", "open_above", "reason")


def columns(rule: LedgerRule | None) -> tuple[str, ...]:
    """The columns, with what the rule takes, or each of them where none is named."""
    ledger = ("ledger", "title", "measure", "population", "unit", "ledger_place", "period", "event", "siglum")
    taken = tuple(f"{one.value} {name}" for one in LedgerRule if rule in (None, one) for name in _TAKEN)
    return *ledger, *LedgerReading.__struct_fields__, *taken


def ledger_rows(ledgers: Iterable[Ledger], index: Index) -> Iterator[Mapping[str, object]]:
    """Every reading of the ledgers in their order; `start` and `end` are offsets into the report's text."""
    for ledger in ledgers:
        taken = {
            f"{estimate.rule.value} {name}": getattr(estimate, name) for estimate in ledger.estimates for name in _TAKEN
        }
        for reading in ledger.readings:
            yield {
                "ledger": ledger.id,
                "title": ledger.title,
                "measure": ledger.measure,
                "population": ledger.population,
                "unit": ledger.unit,
                "ledger_place": ledger.place,
                "period": ledger.period,
                "event": ledger.event,
                "siglum": index.witness(reading.report).siglum,
                **{name: getattr(reading, name) for name in reading.__struct_fields__},
                **taken,
            }


def part_rows(ledgers: Iterable[StateLedger | LabelLedger], head: Sequence[str]) -> Iterator[Mapping[str, object]]:
    """Every statement, or use of a word, with the id of its ledger and the fields of it that `head` names before it."""
    for ledger in ledgers:
        before = {"ledger": ledger.id} | {name: getattr(ledger, name) for name in head}
        for one in ledger.statements if isinstance(ledger, StateLedger) else ledger.namings:
            yield before | {name: getattr(one, name) for name in one.__struct_fields__}
