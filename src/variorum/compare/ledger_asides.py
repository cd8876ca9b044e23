"""Which readings of a ledger does no rule weigh, and why?"""

from collections.abc import Sequence
from datetime import date

import msgspec

from variorum.compare.ledger_rules import as_of_day
from variorum.compare.ledger_values import LedgerReading
from variorum.model.terms import Aside, Certainty


def set_aside(readings: Sequence[LedgerReading], adding: frozenset[str], *, harm: bool) -> list[LedgerReading]:
    """The readings in the order given, each with why no rule weighs it; those that have a reason keep it.

    `adding` are the figures told on top of another count or as a part of it; `harm` that people harmed are counted, so that
    of one account's counts for one day the smaller are parts of the largest.
    """
    weighed = _without_additions(readings, adding)
    weighed = _without_parts(weighed) if harm else weighed
    return _without_hearsay(_without_earlier(weighed))


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


def _without_parts(readings: Sequence[LedgerReading]) -> list[LedgerReading]:
    """Of counts of harm that one account gives for one day, all but the largest set aside: the smaller are parts of it."""
    largest: dict[tuple[str, str, str], LedgerReading] = {}
    for reading in sorted(readings, key=lambda one: (-_size(one), one.start, one.row)):
        if reading.aside is None:
            largest.setdefault(
                (reading.report, reading.voice_entity or reading.voice or "", reading.as_of or ""), reading
            )
    whole = {reading.row: _size(reading) for reading in largest.values()}
    tops = {key: _size(reading) for key, reading in largest.items()}
    return [
        _aside(one, Aside.PART)
        if one.aside is None
        and one.row not in whole
        and _size(one) < tops[(one.report, one.voice_entity or one.voice or "", one.as_of or "")]
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
