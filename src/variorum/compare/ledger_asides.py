"""Which readings of a ledger does no rule weigh, and why?"""

from collections.abc import Sequence
from datetime import date

import msgspec

from variorum.compare.ledger_rules import as_of_day
from variorum.compare.ledger_values import LedgerReading
from variorum.model.terms import Aside, Certainty


def set_aside(readings: Sequence[LedgerReading], adding: frozenset[str], parts: frozenset[str]) -> list[LedgerReading]:
    """The readings in the order given, each with why no rule weighs it; those that have a reason keep it.

    `adding` are the figures told on top of another count or as a part of it; `parts` those that are smaller than another
    count of their account.
    """
    weighed = [_aside(one, Aside.PART) if one.aside is None and one.row in parts else one for one in readings]
    return _without_hearsay(_without_earlier(_without_additions(weighed, adding)))


def _without_additions(readings: Sequence[LedgerReading], adding: frozenset[str]) -> list[LedgerReading]:
    """What is told on top of another count, or as a part of it, set aside where the report's own larger count stands by."""
    wholes: dict[str, float] = {}
    for reading in readings:
        if reading.aside is None and reading.row not in adding:
            wholes[reading.report] = max(_size(reading), wholes.get(reading.report, 0))
    return [
        _aside(one, Aside.PART)
        if one.aside is None and one.row in adding and _size(one) < wholes.get(one.report, 0)
        else one
        for one in readings
    ]


def _without_earlier(readings: Sequence[LedgerReading]) -> list[LedgerReading]:
    """An origin's count for a later day takes the place of its earlier ones, where it is not the same."""
    latest: dict[str, date] = {}
    for reading in readings:
        day = as_of_day(reading)
        if reading.aside is None and day is not None:
            latest[reading.origin] = max(day, latest.get(reading.origin, day))
    last = {
        (one.origin, one.low, one.high)
        for one in readings
        if one.aside is None and as_of_day(one) == latest.get(one.origin)
    }
    return [
        _aside(one, Aside.EARLIER)
        if one.aside is None and as_of_day(one) is not None and (one.origin, one.low, one.high) not in last
        else one
        for one in readings
    ]


def _without_hearsay(readings: Sequence[LedgerReading]) -> list[LedgerReading]:
    """What is only told as possible is set aside where a surer account gives a number."""
    surer = any(one.aside is None and one.certainty is not Certainty.POSSIBLE for one in readings)
    return [
        _aside(one, Aside.HEARSAY) if surer and one.aside is None and one.certainty is Certainty.POSSIBLE else one
        for one in readings
    ]


def _aside(reading: LedgerReading, why: Aside) -> LedgerReading:
    return msgspec.structs.replace(reading, aside=why)


def _size(reading: LedgerReading) -> float:
    return float(reading.low if reading.low is not None else reading.high or 0)
