"""Which ledgers of quantities does a reader ask for, and which should be seen first?"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from variorum.compare.ledger import read_ledgers
from variorum.compare.ledger_values import Ledger, LedgerReading
from variorum.compare.verdicts import STRENGTH
from variorum.model.base import Record
from variorum.model.edtf import Period, read_edtf
from variorum.model.terms import Measure, Verdict
from variorum.present.views.figures import several
from variorum.present.views.folding import folded
from variorum.present.views.index import Index
from variorum.present.views.visible import on_line

_OFFERED = 200


class Told(StrEnum):
    """Ledgers that set several readings side by side, or quantities that one account alone tells."""

    SEVERAL = "several"
    ALONE = "alone"


class Speaker(StrEnum):
    """Whose readings: those of voices that speak for a state, or all others."""

    OFFICIAL = "official"
    UNOFFICIAL = "unofficial"


class LedgerChoice(Record, frozen=True, kw_only=True):
    """What is asked of the ledgers; what is empty asks nothing. `population`, `place` and `outlet` are words of a name; outlet,
    days and voice must all fit one reading. A reading holds for its as-of day, else for the day it tells of.
    """

    measure: Measure | None = None
    population: str = ""
    place: str = ""
    outlet: str = ""
    first: date | None = None
    last: date | None = None
    voice: Speaker | None = None


class _ReadingKey(Record, frozen=True, kw_only=True):
    outlet: str
    period: Period | None
    official: bool


class LedgerKey(Record, frozen=True, kw_only=True):
    """What a ledger is found by; words are folded for searching in."""

    ledger: Ledger
    told: Told
    populations: str
    places: str
    readings: tuple[_ReadingKey, ...]


class LedgerShelf(Record, frozen=True, kw_only=True):
    """All ledgers of a case, what to see first first, with the names to choose by, those of most ledgers first."""

    keys: tuple[LedgerKey, ...]
    by_id: dict[str, Ledger]
    measures: tuple[tuple[Measure, int], ...]
    populations: tuple[str, ...]
    places: tuple[str, ...]
    outlets: tuple[str, ...]


def read_shelf(index: Index) -> LedgerShelf:
    """The ledgers of the case; those of several independent origins that are not of one mind come first."""
    ledgers = sorted(read_ledgers(index.tables), key=lambda ledger: _rank(ledger, index))
    kinds = Counter(ledger.measure for ledger in ledgers)
    outlets = Counter(on_line(reading.outlet) for ledger in ledgers for reading in ledger.readings if reading.outlet)
    return LedgerShelf(
        keys=tuple(_key(ledger) for ledger in ledgers),
        by_id={ledger.id: ledger for ledger in ledgers},
        measures=tuple((measure, kinds[measure]) for measure in Measure if kinds[measure]),
        populations=_most(Counter(on_line(ledger.population) for ledger in ledgers if ledger.population)),
        places=_most(Counter(on_line(ledger.place) for ledger in ledgers if ledger.place)),
        outlets=_most(outlets),
    )


def choose_ledgers(keys: Sequence[LedgerKey], choice: LedgerChoice) -> list[LedgerKey]:
    """The ledgers that fit, in their order."""
    return [key for key in keys if _fits(key, choice)]


def _rank(ledger: Ledger, index: Index) -> tuple[object, ...]:
    """Several origins and disagreement first, then several origins, then disagreement; what has no measure last."""
    verdicts = [index.points[point].verdict for point in ledger.points if point in index.points]
    strength = min(map(STRENGTH.index, verdicts), default=len(STRENGTH))
    numbers = {(reading.low, reading.high) for reading in ledger.weighed}
    differs = strength < STRENGTH.index(Verdict.AGREE) if verdicts else len(numbers) > 1
    alone, other = ledger.independent_high < 2, ledger.measure is Measure.OTHER
    size = (-ledger.independent_low, -ledger.independent_high, -len(ledger.readings))
    return other, alone or not differs, alone, not differs, strength, *size, ledger.title, ledger.id


def _key(ledger: Ledger) -> LedgerKey:
    people = dict.fromkeys((ledger.title, ledger.population, *(one.subject for one in ledger.readings)))
    places = dict.fromkeys((ledger.place, *(one.place for one in ledger.readings)))
    return LedgerKey(
        ledger=ledger,
        told=Told.SEVERAL if several(ledger) else Told.ALONE,
        populations=folded("\n".join(map(on_line, people))),
        places=folded("\n".join(map(on_line, places))),
        readings=tuple(map(_reading_key, ledger.readings)),
    )


def _reading_key(reading: LedgerReading) -> _ReadingKey:
    period = read_edtf(reading.as_of or reading.date)
    return _ReadingKey(outlet=folded(on_line(reading.outlet)), period=period, official=reading.official)


def _fits(key: LedgerKey, choice: LedgerChoice) -> bool:
    return (
        choice.measure in (None, key.ledger.measure)
        and folded(choice.population) in key.populations
        and folded(choice.place) in key.places
        and any(_reading_fits(reading, choice) for reading in key.readings)
    )


def _reading_fits(reading: _ReadingKey, choice: LedgerChoice) -> bool:
    return (
        folded(choice.outlet) in reading.outlet
        and (choice.voice is None or reading.official is (choice.voice is Speaker.OFFICIAL))
        and _within(reading.period, choice.first, choice.last)
    )


def _within(period: Period | None, first: date | None, last: date | None) -> bool:
    if first is None and last is None:
        return True
    return period is not None and period.first <= (last or date.max) and (first or date.min) <= period.last


def _most(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda name: (-counts[name], name))[:_OFFERED])
