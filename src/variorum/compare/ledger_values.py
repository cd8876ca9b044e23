"""What is a ledger of a quantity: its readings over time, and what each rule takes from them?"""

from variorum.model.base import Record
from variorum.model.terms import Aside, Certainty, LedgerRule, Measure

Number = int | float


class LedgerReading(Record, frozen=True, kw_only=True):
    """One account's count, at its words.

    `row` is the figure it is read from. `low`..`high` bound the quantity as it now is: of a change ("from 8 to 18") the new
    value, with `previous` the old one; in a ledger of changes how many times it grew. None is open. `says` is the reading
    in normal form ("≥8"). `as_of` is the day it holds for, `as_of_basis` where that comes from: `told` by the words, else the
    day the report was `published`; both None where neither is known. `outlet` publishes the report. `official` says that the
    voice speaks for a state.
    `origin` is the independent account it surely goes back to, `family` the one it may go back to: readings that share it
    count once. `aside` is why no rule weighs the reading, None where rules do.
    """

    row: str
    report: str
    start: int
    end: int
    text: str
    says: str
    low: Number | None = None
    high: Number | None = None
    previous: Number | None = None
    approximate: bool = False
    subject: str | None = None
    outlet: str | None = None
    voice: str | None = None
    voice_name: str | None = None
    voice_entity: str | None = None
    claim: str | None = None
    official: bool = False
    origin: str
    family: str
    date: str | None = None
    as_of: str | None = None
    as_of_basis: str | None = None
    place: str | None = None
    cumulative: bool | None = None
    certainty: Certainty = Certainty.CERTAIN
    aside: Aside | None = None


class Estimate(Record, frozen=True, kw_only=True):
    """What one rule takes from a ledger.

    `best` is the number the rule decides on, None where it cannot; `says` is the reading it stands in ("≥8": at least eight).
    `low` and `high` are the least and the greatest number of all readings that the rule admits; `open_above` says that whoever
    gives the greatest leaves room for more. `rests_on` are the figures that `best` comes from; `low_row` and `high_row` those
    of the two bounds. `reason` says in a sentence how the rule came to it, or why it could not.
    """

    rule: LedgerRule
    best: Number | None = None
    says: str | None = None
    low: Number | None = None
    high: Number | None = None
    open_above: bool = False
    rests_on: tuple[str, ...] = ()
    low_row: str | None = None
    high_row: str | None = None
    reason: str


class Ledger(Record, frozen=True, kw_only=True):
    """All readings of one measure of one population at one place or of one incident, in order of the day they hold for.

    `change` tells ledgers of how a quantity changed from those of its level; `grows` that the quantity only rises while a
    crisis goes on. `event` is the event all readings are tied to, where they are. `points` are the points in which readings
    of the ledger are compared. The independent origins are those of the readings that rules weigh.
    """

    id: str
    title: str
    measure: Measure
    population: str
    unit: str | None = None
    change: bool = False
    grows: bool = False
    place: str | None = None
    period: str | None = None
    event: str | None = None
    readings: tuple[LedgerReading, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    points: tuple[str, ...] = ()
    independent_low: int = 0
    independent_high: int = 0

    @property
    def weighed(self) -> tuple[LedgerReading, ...]:
        """The readings that rules weigh."""
        return tuple(reading for reading in self.readings if reading.aside is None)

    def estimate(self, rule: LedgerRule) -> Estimate | None:
        """What the rule takes from the ledger; None where the ledger was read without it."""
        return next((estimate for estimate in self.estimates if estimate.rule is rule), None)
