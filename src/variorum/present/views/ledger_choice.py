"""Which ledgers of quantities does a reader ask for, and which should be seen first?"""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from variorum.compare.ledger import read_ledgers
from variorum.compare.ledger_values import Ledger
from variorum.compare.verdicts import STRENGTH
from variorum.model.base import Record
from variorum.model.terms import Measure, Verdict
from variorum.present.views.figures import several
from variorum.present.views.folding import folded
from variorum.present.views.heard import Heard, Wanted, any_fits, heard, offered
from variorum.present.views.index import Index
from variorum.present.views.visible import on_line


class Told(StrEnum):
    """Ledgers that set several readings side by side, or quantities that one account alone tells."""

    SEVERAL = "several"
    ALONE = "alone"


class LedgerChoice(Record, frozen=True, kw_only=True):
    """What is asked of the ledgers; what is empty asks nothing. `population` and `place` are words of a name; one reading must
    be all that is `wanted`. A reading holds for its as-of day, else for the day it tells of.
    """

    measure: Measure | None = None
    population: str = ""
    place: str = ""
    wanted: Wanted = Wanted()


class LedgerKey(Record, frozen=True, kw_only=True):
    """What a ledger is found by; words are folded for searching in."""

    ledger: Ledger
    told: Told
    populations: str
    places: str
    readings: tuple[Heard, ...]


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
    return LedgerShelf(
        keys=tuple(_key(ledger) for ledger in ledgers),
        by_id={ledger.id: ledger for ledger in ledgers},
        measures=tuple((measure, kinds[measure]) for measure in Measure if kinds[measure]),
        populations=offered(ledger.population for ledger in ledgers),
        places=offered(ledger.place for ledger in ledgers),
        outlets=offered(reading.outlet for ledger in ledgers for reading in ledger.readings),
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
        readings=tuple(heard(one.outlet, one.as_of or one.date, official=one.official) for one in ledger.readings),
    )


def _fits(key: LedgerKey, choice: LedgerChoice) -> bool:
    return (
        choice.measure in (None, key.ledger.measure)
        and folded(choice.population) in key.populations
        and folded(choice.place) in key.places
        and any_fits(key.readings, choice.wanted)
    )
