"""Which stretch of time does an EDTF expression name, and how do two of them lie to each other?

Read are EDTF levels 0 and 1 (ISO 8601-2) as the record uses them, and its own hour extension:

    2022  2022-01  2022-01-05  2022-01-05T22        a year, month, day, hour
    199X  19XX  2022-XX  2022-01-XX  2022-XX-XX     a decade, century, some month or day of a year or month
    2022-21 … 2022-24                               spring, summer, autumn, winter (northern; winter begins in December)
    2022-01-02/2022-01-08  2022-01-05/..  ../2022   an interval, its open ends
    2022-01~  2022?  2022%                          approximate, doubted, both

Everything is local civil time; there are no time zones. Years are 1 to 9999.
"""

import re
from datetime import date, datetime, timedelta
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from variorum.model.base import Record

_ONE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX)(?:T(?P<hour>\d{2})(?::[0-5]\d)?)?)?)?"
    r"(?P<doubt>[~?%])?"
)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_OPEN = ("", "..")
_REMEMBERED = 1 << 16


class Precision(IntEnum):
    """How finely a date is told, the finest first, so that `max` of two is the coarser."""

    HOUR = 1
    DAY = 2
    WEEK = 3
    MONTH = 4
    SEASON = 5
    YEAR = 6
    DECADE = 7
    CENTURY = 8
    OPEN = 9


class Period(Record, frozen=True, kw_only=True):
    """A stretch of time from `start` up to but not including `end`; an open end is the first or last moment there is.

    `precision` is that of a single date; for an interval the class of calendar unit that its length fills.
    `approximate` and `doubted` come from `~`, `?` and `%`; the bounds are never widened for them.
    """

    start: datetime
    end: datetime
    precision: Precision
    approximate: bool = False
    doubted: bool = False

    @property
    def first(self) -> date:
        """The first day."""
        return self.start.date()

    @property
    def last(self) -> date:
        """The last day, inclusive."""
        return (self.end - timedelta(microseconds=1)).date()


@lru_cache(maxsize=_REMEMBERED)
def read_edtf(text: str | None) -> Period | None:
    """The stretch of time named; None for None and for what is no EDTF of the kinds above or no day of the calendar."""
    if not text:
        return None
    if "/" in text:
        return _read_interval(*text.split("/", 1))
    return _read_one(text)


def overlaps(one: str | None, other: str | None) -> bool:
    """Whether both are known and share at least a moment: two accounts that could speak of the same time."""
    a, b = read_edtf(one), read_edtf(other)
    return a is not None and b is not None and a.start < b.end and b.start < a.end


def contains(one: str | None, other: str | None) -> bool:
    """Whether both are known and the first holds the whole second: "2022-01" contains "2022-01-05" and itself."""
    a, b = read_edtf(one), read_edtf(other)
    return a is not None and b is not None and a.start <= b.start and b.end <= a.end


def precision(text: str | None) -> Precision | None:
    """How finely the date is told; None where it cannot be read."""
    period = read_edtf(text)
    return period.precision if period else None


class SortKey(NamedTuple):
    """Orders dates by start, then the finer first, then spelling; unknown dates come last."""

    unknown: bool
    start: datetime
    length: timedelta
    spelling: str


def sort_key(text: str | None) -> SortKey:
    """A key that sorts EDTF spellings in order of time, those that cannot be read last."""
    period = read_edtf(text)
    if period is None:
        return SortKey(True, datetime.max, timedelta.max, text or "")
    return SortKey(False, period.start, period.end - period.start, text or "")


def write_days(first: date, last: date) -> str:
    """The shortest EDTF of the days from first to last, both included: a day, a month, a year, or an interval.

    Whole months and years at both ends are spelt as such: 1 July to 30 September 2022 is 2022-07/2022-09.
    """
    if first == last:
        return first.isoformat()
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        whole_years = first.month == 1 and last.month == 12
        width = 4 if whole_years else 7
        one, other = first.isoformat()[:width], last.isoformat()[:width]
        return one if one == other else f"{one}/{other}"
    return f"{first.isoformat()}/{last.isoformat()}"


def _read_interval(left: str, right: str) -> Period | None:
    if left in _OPEN and right in _OPEN:
        return None
    a = None if left in _OPEN else _read_one(left)
    b = None if right in _OPEN else _read_one(right)
    if (left not in _OPEN and a is None) or (right not in _OPEN and b is None):
        return None
    start = a.start if a else datetime.min
    end = b.end if b else datetime.max
    if start >= end:
        return None
    known = [part for part in (a, b) if part]
    return Period(
        start=start,
        end=end,
        precision=_class_of(start, end) if len(known) == 2 else Precision.OPEN,
        approximate=any(part.approximate for part in known),
        doubted=any(part.doubted for part in known),
    )


def _class_of(start: datetime, end: datetime) -> Precision:
    days = (end - start).days
    bounds = (
        (1, Precision.DAY),
        (7, Precision.WEEK),
        (31, Precision.MONTH),
        (92, Precision.SEASON),
        (366, Precision.YEAR),
        (3653, Precision.DECADE),
        (36525, Precision.CENTURY),
    )
    return next((kind for most, kind in bounds if days <= most), Precision.OPEN)


def _read_one(text: str) -> Period | None:
    match = _ONE.fullmatch(text)
    if match is None:
        return None
    try:
        bounds = _bounds(match["year"], match["month"], match["day"], match["hour"])
    except (ValueError, OverflowError):
        return None
    doubt = match["doubt"] or ""
    start, end, kind = bounds
    return Period(start=start, end=end, precision=kind, approximate=doubt in ("~", "%"), doubted=doubt in ("?", "%"))


class _Bounds(NamedTuple):
    start: datetime
    end: datetime
    precision: Precision


def _bounds(year: str, month: str | None, day: str | None, hour: str | None) -> _Bounds:
    if "X" in year or month in (None, "XX"):
        if "X" in year and month is not None:
            raise ValueError(year)
        return _years(year)
    number = int(month or "0")
    if number in _SEASONS:
        if day is not None:
            raise ValueError(month)
        start = datetime(int(year), _SEASONS[number], 1)
        return _Bounds(start, _months_on(start, 3), Precision.SEASON)
    if day in (None, "XX"):
        start = datetime(int(year), number, 1)
        return _Bounds(start, _months_on(start, 1), Precision.MONTH)
    start = datetime(int(year), number, int(day or "0"))
    if hour is None:
        return _Bounds(start, _days_on(start, 1), Precision.DAY)
    start = start.replace(hour=int(hour))
    return _Bounds(start, start + timedelta(hours=1), Precision.HOUR)


def _years(year: str) -> _Bounds:
    unknown = year.count("X")
    kind = (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[unknown]
    start = datetime(max(int(year.replace("X", "0")), 1), 1, 1)
    following = int(year.replace("X", "9")) + 1
    return _Bounds(start, datetime(following, 1, 1) if following <= 9999 else datetime.max, kind)


def _months_on(start: datetime, months: int) -> datetime:
    place = start.year * 12 + start.month - 1 + months
    return datetime(place // 12, place % 12 + 1, 1) if place // 12 <= 9999 else datetime.max


def _days_on(start: datetime, days: int) -> datetime:
    return start + timedelta(days=days) if start.date() < date.max else datetime.max
