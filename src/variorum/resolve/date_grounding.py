"""Which days does the meaning of date words come to, given the day they count from?"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from variorum.model.base import Record
from variorum.model.edtf import write_days
from variorum.model.timex import Timex, TimexRange, Toward

_OFFSET = re.compile(r"P(?P<same>A)?(?P<count>[+-]?\d+)(?P<unit>[DWMQYEC])")
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_DAY, _MONTH = 1, 31
_AHEAD = 2
"""News tells the past: beyond a week, a day ahead counts as so many times farther away than one behind."""


class Stretch(Record, frozen=True, kw_only=True):
    """Days from first to last, both included; `spelled` is the EDTF where it is not simply that of the days.

    `compared`: told only to compare with ("a year earlier"), so that what follows does not count from it.
    """

    first: date
    last: date
    spelled: str | None = None
    compared: bool = False

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def edtf(self) -> str:
        """The stretch as EDTF."""
        return self.spelled or write_days(self.first, self.last)


class Anchors(Record, frozen=True, kw_only=True):
    """What date words count from.

    `written`: the day the report was written; None where unknown. `about`: a day near which days without a year lie,
    for a report whose own day is unknown, and `reach` how many days from it they can lie (None: anywhere). `told`: the
    stretches told so far in the report, the last one last.
    """

    written: date | None
    about: date | None
    reach: int | None = None
    told: tuple[Stretch, ...] = ()


def ground(means: TimexRange, anchors: Anchors) -> str | None:
    """The EDTF of the words; None where there is nothing to count from, or no such day."""
    stretch = ground_stretch(means, anchors)
    if stretch is None:
        return None
    edtf, piece = stretch.edtf, means.first
    if piece.time and stretch.days == 1:
        hour = piece.time if piece.time.isdigit() else ""
        return f"{edtf}T{hour}" if hour and means.single else edtf
    return f"{edtf}~" if piece.approximate and "/" not in edtf and not edtf.endswith("~") else edtf


def ground_stretch(means: TimexRange, anchors: Anchors) -> Stretch | None:
    """The days of the words, None as for `ground`."""
    try:
        first = _ground_piece(means.first, anchors)
        if means.single or first is None:
            return first
        near = anchors if not means.last.floats else Anchors(written=first.first, about=first.first)
        toward = Toward.COMING if means.last.floats else means.last.toward
        last = _ground_piece(_directed(means.last, toward), near)
    except (ValueError, OverflowError):
        return None
    if last is None or last.last < first.first:
        return None
    return Stretch(first=first.first, last=last.last)


def _directed(piece: Timex, toward: Toward | None) -> Timex:
    return Timex(value=piece.value, weekday=piece.weekday, toward=toward, within=piece.within)


def _ground_piece(piece: Timex, anchors: Anchors) -> Stretch | None:
    if piece.within is not None:
        outer = _ground_piece(piece.within, anchors)
        return _inside(piece, outer) if outer else None
    offset = _OFFSET.fullmatch(piece.value)
    if offset:
        return _offset(piece, offset, anchors)
    if piece.value == "PX":
        return _last_told_day(anchors) or (_counted(0, "D", anchors.written) if anchors.written else None)
    if piece.floats:
        return _floating(piece, anchors)
    return _said_in_full(piece.value)


def _said_in_full(value: str) -> Stretch | None:
    if len(value) == 4 and value.endswith("X"):
        width = 10 if value[2] != "X" else 100
        start = int(value.replace("X", "0"))
        return Stretch(first=date(start, 1, 1), last=date(start + width - 1, 12, 31), spelled=value)
    year, _, rest = value.partition("-")
    return _in_year(int(year), rest)


@cache
def _in_year(year: int, rest: str) -> Stretch:
    """The part of a year that `rest` of a meaning names: "01-05", "01", "Q3", "H1", "SU", or "" for all of it."""
    if not rest:
        return Stretch(first=date(year, 1, 1), last=date(year, 12, 31))
    if rest[0] in "QH":
        width = 3 if rest[0] == "Q" else 6
        return _months(year * 12 + (int(rest[1]) - 1) * width, width)
    if rest in _SEASON_MONTHS:
        months = _months(year * 12 + _SEASON_MONTHS[rest] - 1, 3)
        return Stretch(first=months.first, last=months.last, spelled=f"{year:04d}-{_SEASON_CODES[rest]}")
    if len(rest) == 2:
        return _months(year * 12 + int(rest) - 1, 1)
    day = date(year, int(rest[:2]), int(rest[3:]))
    return Stretch(first=day, last=day)


def _months(first: int, count: int) -> Stretch:
    """The stretch of so many months from the month numbered year * 12 + month - 1."""
    after = first + count
    return Stretch(
        first=date(first // 12, first % 12 + 1, 1), last=date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
    )


# ------------------------------------------------------------------ counted from an anchor


def _offset(piece: Timex, offset: re.Match[str], anchors: Anchors) -> Stretch | None:
    count, unit = int(offset["count"]), offset["unit"]
    if offset["same"] and piece.in_text:
        return _moved(count, unit, anchors)
    quarter = _told_quarter(anchors) if offset["same"] else None
    if quarter is not None:
        return _shifted(quarter, count * _MONTHS[unit])
    if piece.in_text:
        return _from_told(count, unit, anchors)
    return _counted(count, unit, anchors.written) if anchors.written else None


def _counted(count: int, unit: str, anchor: date) -> Stretch:
    """The unit of the calendar that lies so many units from the anchor's."""
    if unit == "D":
        day = anchor + timedelta(days=count)
        return Stretch(first=day, last=day)
    if unit == "W":
        monday = anchor + timedelta(days=7 * count - anchor.weekday())
        return Stretch(first=monday, last=monday + timedelta(days=6))
    if unit in "EC":
        width = 10 if unit == "E" else 100
        start = (anchor.year // width + count) * width
        spelled = f"{start:04d}"[: 3 if unit == "E" else 2].ljust(4, "X")
        return Stretch(first=date(start, 1, 1), last=date(start + width - 1, 12, 31), spelled=spelled)
    width = _MONTHS[unit]
    here = (anchor.year * 12 + anchor.month - 1) // width + count
    return _months(here * width, width)


def _from_told(count: int, unit: str, anchors: Anchors) -> Stretch | None:
    most = {"D": _DAY, "W": 7, "M": _MONTH, "Q": 92, "Y": 366, "E": 3653, "C": 36525}[unit]
    told = _last_told(anchors, lambda stretch: stretch.days <= most and (unit != "Q" or stretch.days > _MONTH))
    if told is not None:
        return _counted(count, unit, told.first)
    if unit == "Q" and anchors.written:
        return _counted(count or -1, unit, anchors.written)
    return None


def _moved(count: int, unit: str, anchors: Anchors) -> Stretch | None:
    """The last date told, moved: "two days later" from a day, "a year earlier" from a quarter gives a quarter."""
    most = {"D": 2, "W": 7, "M": _MONTH, "Q": 92, "Y": 366, "E": 3653, "C": 36525}[unit]
    told = _last_told(anchors, lambda stretch: stretch.days <= most)
    if told is None:
        return _counted(count, unit, anchors.written) if unit in "YEC" and anchors.written else None
    if unit in "DW":
        days = timedelta(days=count * (7 if unit == "W" else 1))
        moved = Stretch(first=told.first + days, last=told.last + days)
        return moved if unit == "D" else _about_then(moved)
    moved = _shifted(told, count * _MONTHS[unit])
    return _about_then(Stretch(first=moved.first, last=moved.last, compared=count < 0))


def _about_then(moved: Stretch) -> Stretch:
    """Weeks, months and years from a day lead to about a day ("a month later")."""
    spelled = f"{moved.first.isoformat()}~" if moved.days == 1 else moved.spelled
    return Stretch(first=moved.first, last=moved.last, spelled=spelled, compared=moved.compared)


def _shifted(told: Stretch, months: int) -> Stretch:
    place = told.first.year * 12 + told.first.month - 1 + months
    if told.days <= 7:
        month = _months(place, 1)
        first = month.first + timedelta(days=min(told.first.day, month.days) - 1)
        return Stretch(first=first, last=first + timedelta(days=told.days - 1))
    return _months(place, max(1, round(told.days / 30.44)))


def _last_told(anchors: Anchors, fits: Callable[[Stretch], bool]) -> Stretch | None:
    return next((stretch for stretch in reversed(anchors.told) if fits(stretch) and not stretch.compared), None)


def _last_told_day(anchors: Anchors) -> Stretch | None:
    return _last_told(anchors, lambda stretch: stretch.days == 1)


def _told_quarter(anchors: Anchors) -> Stretch | None:
    """The quarter that figures told of now belong to; None where the last period told, days apart, is no quarter."""
    last = _last_told(anchors, lambda stretch: stretch.days > 7)
    return last if last is not None and 90 <= last.days <= 92 and last.spelled is None else None


# ------------------------------------------------------------------ what recurs


class _Gap(NamedTuple):
    days: int
    first: date


def _floating(piece: Timex, anchors: Anchors) -> Stretch | None:
    told = _last_told(anchors, lambda stretch: stretch.days <= _MONTH) if piece.in_text else None
    anchor = told.last if told else anchors.written
    toward = piece.toward or Toward.NEAREST
    if anchor is None:
        if piece.value.startswith(("XXXX-WXX", "XXXX-XX")):
            return None
        anchor, toward = anchors.about, Toward.NEAREST
    if anchor is None:
        return None
    chosen = _choose(list(_candidates(piece, anchor)), anchor, toward)
    far = chosen is not None and anchors.reach is not None and _gap(chosen, anchor).days > anchors.reach
    return None if far else chosen


def _choose(found: list[Stretch], anchor: date, toward: Toward) -> Stretch | None:
    if toward is Toward.NEAREST:
        return min(found, key=lambda one: _gap(one, anchor), default=None)
    if toward is Toward.LAST_BUT_ONE:
        return next(iter([one for one in found if one.first <= anchor][-2:-1]), None)
    fitting = {
        Toward.LATEST: [one for one in found if one.first <= anchor],
        Toward.BEFORE: [one for one in found if one.last < anchor],
        Toward.COMING: [one for one in found if one.last >= anchor],
        Toward.AFTER: [one for one in found if one.first > anchor],
    }[toward]
    if toward in (Toward.LATEST, Toward.BEFORE):
        return max(fitting, key=lambda one: one.first, default=None)
    return min(fitting, key=lambda one: one.first, default=None)


def _gap(stretch: Stretch, anchor: date) -> _Gap:
    if stretch.first <= anchor <= stretch.last:
        return _Gap(0, stretch.first)
    if stretch.first <= anchor:
        return _Gap((anchor - stretch.last).days, stretch.first)
    ahead = (stretch.first - anchor).days
    return _Gap(ahead * _AHEAD if ahead > 7 else ahead, stretch.first)


def _candidates(piece: Timex, anchor: date) -> Iterator[Stretch]:
    """Every stretch near the anchor that the words fit, in order of time."""
    value = piece.value
    if value.startswith("XXXX-WXX-"):
        yield from _weekdays(value[9:], anchor)
    elif value.startswith("XXXX-XX-"):
        yield from _month_days(int(value[8:]), anchor)
    elif value.startswith("XX") and value.endswith("X") and len(value) == 4 and value[2] != "X":
        century = anchor.year // 100
        yield from (_said_in_full(f"{part}{value[2]}X") or _in_year(anchor.year, "") for part in (century - 1, century))
    else:
        yield from _years(value.partition("-")[2], piece.weekday, anchor)


def _weekdays(name: str, anchor: date) -> Iterator[Stretch]:
    first, width = (6, 2) if name == "WE" else (int(name), 1)
    for weeks in (-2, -1, 0, 1, 2):
        day = anchor + timedelta(days=7 * weeks - anchor.isoweekday() + first)
        yield Stretch(first=day, last=day + timedelta(days=width - 1))


def _month_days(day: int, anchor: date) -> Iterator[Stretch]:
    for months in (-2, -1, 0, 1, 2):
        month = _counted(months, "M", anchor)
        if day <= month.days:
            yield Stretch(first=month.first.replace(day=day), last=month.first.replace(day=day))


def _years(rest: str, weekday: int | None, anchor: date) -> Iterator[Stretch]:
    reach = 11 if weekday else 4
    for year in range(anchor.year - reach, anchor.year + reach + 1):
        try:
            stretch = _in_year(year, rest)
        except ValueError:
            continue
        if weekday is None or stretch.first.isoweekday() == weekday:
            yield stretch


def _inside(piece: Timex, outer: Stretch) -> Stretch | None:
    fitting = [one for one in _candidates(piece, outer.first) if outer.first <= one.first <= outer.last]
    return min(fitting, key=lambda one: one.first, default=None)
