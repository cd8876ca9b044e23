"""How are numbers, ranges and dates of the record put in words?"""

import re
from datetime import datetime

from variorum.model.edtf import Period, Precision, read_edtf
from variorum.model.terms import PointKind

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def counted(count: int, thing: str, several: str | None = None) -> str:
    """A number of things: 1 origin, 2 origins."""
    return f"{count:,} {thing if count == 1 else several or thing + 's'}"


def between(low: int, high: int, thing: str) -> str:
    """A number of things known by its bounds: 2 origins, 2 to 3 origins."""
    return counted(low, thing) if low == high else f"{low:,} to {counted(high, thing)}"


def number(value: float | None) -> str:
    """A number with its thousands apart; "" where there is none."""
    if value is None:
        return ""
    return f"{int(value):,}" if isinstance(value, int) or value.is_integer() else f"{value:,}"


def amount(low: float | None, high: float | None, *, approximate: bool = False) -> str:
    """A range in words and figures: 18, at least 8, 24–99, about 1,000; "unknown" where both ends are open."""
    about = "about " if approximate else ""
    if low is None and high is None:
        return "unknown"
    if high is None:
        return f"{about}at least {number(low)}"
    if low is None:
        return f"{about}at most {number(high)}"
    return about + (number(low) if low == high else f"{number(low)}–{number(high)}")


def answer_words(kind: PointKind, says: str) -> str:
    """A reading's answer as one reads it: "at least 8" for "≥8", "about 1,000" for "~1000", a date in words.

    `says` is the record's normal form of the answer; that of other kinds of points stays as it is.
    """
    if kind is PointKind.WHEN:
        return date_words(says)
    if kind is not PointKind.FIGURE:
        return says
    for mark, words in (("..", "–"), ("≥", "at least "), ("≤", "at most "), ("~", "about ")):
        says = says.replace(mark, words)
    return _DIGITS.sub(lambda digits: f"{int(digits[0]):,}", says)


_DIGITS = re.compile(r"(?<![\d.,])\d{4,15}(?![\d.,])")


def date_words(edtf: str | None) -> str:
    """A date as one reads it: 5 January 2022, 5 January 2022 about 22:00, 2–8 January 2022; "" for None.

    What is no date we can read stays as it is spelled.
    """
    if not edtf:
        return ""
    if "/" in edtf:
        return _interval(*edtf.split("/", 1), whole=edtf)
    period = read_edtf(edtf)
    return edtf if period is None else _doubted(_single(edtf, period), period)


def _doubted(words: str, period: Period) -> str:
    return f"{'about ' if period.approximate else ''}{words}{' (doubtful)' if period.doubted else ''}"


def _single(edtf: str, period: Period) -> str:
    start = period.start
    if period.precision is Precision.HOUR:
        return f"{_day(start)}, {start.hour:02}:00"
    if period.precision is Precision.DAY:
        return _day(start)
    if period.precision is Precision.MONTH:
        return f"{MONTHS[start.month - 1]} {start.year}"
    if period.precision is Precision.SEASON:
        season = ("spring", "summer", "autumn", "winter")[(start.month - 3) // 3]
        return f"{season} {start.year}"
    if period.precision is Precision.YEAR:
        return str(start.year)
    return f"{edtf.rstrip('~?%').replace('X', '0')}s"


def _interval(left: str, right: str, *, whole: str) -> str:
    first, last = read_edtf(left), read_edtf(right)
    if left in ("", "..") and last is not None:
        return f"up to {date_words(right)}"
    if right in ("", "..") and first is not None:
        return f"from {date_words(left)}"
    if first is None or last is None:
        return whole
    days = first.precision is last.precision is Precision.DAY and not (first.approximate or last.approximate)
    if days and (first.start.year, first.start.month) == (last.start.year, last.start.month):
        return f"{first.start.day}–{_day(last.start)}"
    return f"{date_words(left)} – {date_words(right)}"


def _day(moment: datetime) -> str:
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
