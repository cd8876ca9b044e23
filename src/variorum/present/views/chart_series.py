"""Which readings of a ledger are running totals of one voice, so that a line may lead from one to the next?"""

from collections.abc import Sequence
from datetime import date

from variorum.compare.ledger_rules import as_of_day
from variorum.compare.ledger_values import Ledger, LedgerReading
from variorum.model.terms import Aside
from variorum.present.views.folding import folded

_KEPT = frozenset({None, Aside.EARLIER})


def series_of(ledger: Ledger, readings: Sequence[LedgerReading]) -> list[tuple[str, ...]]:
    """The rows of each voice's own totals, one a day in order of time, where there are two days or more.

    A voice that gives several numbers for one day has no line: no one could say which of them goes on.
    """
    told: dict[tuple[str, str], dict[date, list[LedgerReading]]] = {}
    for reading in readings:
        day = as_of_day(reading)
        if day is not None and reading.low is not None and reading.aside in _KEPT and _runs(ledger, reading):
            told.setdefault(_voice(reading), {}).setdefault(day, []).append(reading)
    return [
        tuple(days[day][0].row for day in sorted(days))
        for days in told.values()
        if len(days) > 1 and all(len({(one.low, one.high) for one in of_day}) == 1 for of_day in days.values())
    ]


def _runs(ledger: Ledger, reading: LedgerReading) -> bool:
    return reading.cumulative is True or (ledger.grows and not ledger.change and reading.cumulative is None)


def _voice(reading: LedgerReading) -> tuple[str, str]:
    """Whose number it is: the named voice's, wherever it is quoted; else the outlet's, or a voice's of one report."""
    if reading.voice_entity:
        return "entity", reading.voice_entity
    if reading.voice_name or reading.voice:
        return reading.report, folded(reading.voice_name or reading.voice or "")
    return ("outlet", folded(reading.outlet)) if reading.outlet else ("report", reading.report)
