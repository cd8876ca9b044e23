"""Which day stands for many: of the reports of a case, and of all that they tell of?"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

STORY = 14
"""Days around the middle of a case in which its story is looked for."""


class KnownDays:
    """The days known of many reports, sorted once, so that the middle of all but one is found without a look at each."""

    def __init__(self, days: Iterable[date | None]) -> None:
        self._days = sorted(day for day in days if day is not None)
        self._years = Counter(day.year for day in self._days)

    def midst(self, without: date | None = None) -> date | None:
        """The middle one of the days in the year that half of them have at least, the later of equals; else None.

        One time `without`, where it is given, is left out.
        """
        years = self._years - Counter([without.year] if without else [])
        year = max(years, key=lambda year: (years[year], year), default=None)
        if year is None or 2 * years[year] < years.total():
            return None
        middle = bisect_left(self._days, date(year, 1, 1)) + years[year] // 2
        # with one of the year before the middle left out, what follows it moves up
        left_out = without is not None and without.year == year and bisect_left(self._days, without) <= middle
        return self._days[middle + 1 if left_out else middle]


class Story:
    """The days that the reports of a case tell of as past, and how often."""

    def __init__(self, counts: Mapping[date, int]) -> None:
        self.counts = counts

    @cached_property
    def middle(self) -> date | None:
        """The middle of what is told; None where less than half lies around it: a heap of stories places no report."""
        middle = KnownDays(Counter(self.counts).elements()).midst()
        if middle is None:
            return None
        around = sum(count for day, count in self.counts.items() if abs((day - middle).days) <= STORY)
        return middle if 2 * around >= sum(self.counts.values()) else None
