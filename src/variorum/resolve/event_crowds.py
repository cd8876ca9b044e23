"""On which days does a case see several events of one kind, so that sharing a day proves little?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from variorum.resolve.event_harm import of_an_incident
from variorum.resolve.event_matching import Matcher, conflicts
from variorum.resolve.event_profiles import Profile

_LONG = timedelta(days=3)
_DAY = timedelta(days=1)


_MANY = 0.3
_FEW = 3
_ENOUGH = 4


class Crowds:
    """Knows the days on which one report alone tells of two events of a family, and the families of which so many reports
    of the case tell twice that every day must be taken for such a one.
    """

    def __init__(self, tellings: Iterable[Profile], matcher: Matcher) -> None:
        told: Counter[tuple[str, str, date]] = Counter()
        reports: Counter[tuple[str, str]] = Counter()
        for telling in _apart(tellings, matcher):
            told.update((telling.mention.report, telling.family, day) for day in _days(telling))
            reports[(telling.family, telling.mention.report)] += 1
        self._busy = {(family, day) for (_, family, day), events in told.items() if events > 1}
        self._full = {family for family in sorted({name for name, _ in reports}) if _often(family, reports)}

    def around(self, telling: Profile) -> bool:
        """Whether the telling's family happens more than once on its day, the day before or after."""
        return telling.family in self._full or any(
            (telling.family, day + step) in self._busy for day in _days(telling) for step in (-_DAY, timedelta(0), _DAY)
        )


def _apart(tellings: Iterable[Profile], matcher: Matcher) -> Iterator[Profile]:
    """Of each report and family the present tellings that cannot be of one event."""
    kept: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for telling in tellings:
        others = kept[(telling.mention.report, telling.family)]
        if telling.background or not of_an_incident(telling.harm) or len(others) >= _ENOUGH:
            continue
        if all(conflicts(matcher.compare(telling, other)) for other in others):
            others.append(telling)
            yield telling


def _often(family: str, reports: Mapping[tuple[str, str], int]) -> bool:
    """Whether many of the reports that tell of the family tell of two such events."""
    counts = [events for (named, _), events in reports.items() if named == family]
    several = sum(events > 1 for events in counts)
    return several >= _FEW and several > _MANY * len(counts)


def _days(telling: Profile) -> Iterator[date]:
    """The days the telling speaks of, those of a long period left out; undated, the day it was told."""
    when = telling.when
    if when is not None and when.last - when.first <= _LONG:
        day = when.first
        while day <= when.last:
            yield day
            day += _DAY
    elif telling.told is not None:
        yield telling.told
