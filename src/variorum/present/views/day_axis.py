"""How far along a picture does a day stand, and which days are written below it?"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from variorum.present.views.phrases import MONTHS

_MOST = 9
_DAYS = (1, 2, 5, 7, 14)
_MONTHS = (1, 2, 3, 6)


class DayTick(NamedTuple):
    """A day to write: where it stands, and two short lines, the second only where a year begins."""

    part: float
    upper: str
    under: str


class DayAxis:
    """From days to parts of a length: 0 the first, 1 the last; a single day stands in the middle."""

    def __init__(self, days: Sequence[date]) -> None:
        self._first, self._last = min(days), max(days)

    def part(self, day: date) -> float:
        """Where the day stands; days outside stand at the ends."""
        span = (self._last - self._first).days
        return min(max((day - self._first).days / span, 0.0), 1.0) if span else 0.5

    def ticks(self) -> list[DayTick]:
        """Days, months or years to write, nine at most, evenly apart."""
        ticks: list[DayTick] = []
        year = None
        yearly, days = self._steps()
        for day in days:
            under = str(day.year) if day.year != year and not yearly else ""
            year = day.year
            month = MONTHS[day.month - 1][:3]
            upper = str(year) if yearly else f"{day.day} {month}"
            ticks.append(DayTick(self.part(day), upper, under))
        return ticks

    def _steps(self) -> tuple[bool, list[date]]:
        span = (self._last - self._first).days
        for step in _DAYS:
            if span // step < _MOST:
                return False, [self._first + timedelta(days=step * n) for n in range(span // step + 1)]
        for months in (*_MONTHS, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100))):
            found = list(self._firsts(months))
            if len(found) <= _MOST:
                return months >= 12, found or [self._first]
        return True, [self._first, self._last]

    def _firsts(self, months: int) -> Iterator[date]:
        """The first days of every so many months within the axis, counted from a new year or decade on."""
        number = self._first.year * 12 + self._first.month - 1 + (self._first.day > 1)
        number += -number % months
        while number <= self._last.year * 12 + self._last.month - 1:
            yield date(number // 12, number % 12 + 1, 1)
            number += months
