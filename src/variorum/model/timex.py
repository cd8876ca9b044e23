"""What do date words mean before anyone knows when they were said?

A small language of our own after TIMEX3 (ISO-TimeML), one string a date expression:

    2022-01-05  2022-01  2022  199X  19XX      said in full
    2022-Q3  2022-H1  2021-SU                  quarter, half, season (SP SU FA WI)
    XXXX-01-05  XXXX-01  XXXX-Q3  XXXX-SU      year not said
    XXXX-XX-05                                 day of a month not said
    XXXX-WXX-5  XXXX-WXX-WE                    weekday (1 Monday … 7 Sunday), weekend
    XX9X                                       decade, century not said
    P-1D  P0W  P+2M  P-1Y  P-1Q                so many units from the anchor
    PA-1Y                                      the anchor itself moved by so many units, as precise as it is
    PX                                         a clock time or part of a day of a day not said

followed, in this order, by what applies of

    w5        the weekday said beside a date
    < << <<<      latest no later than the anchor; last before it; last but one no later than it
    = > >>        nearest; first no earlier; first after it
    T22 TMO   hour of the day; MO morning, MI midday, AF afternoon, EV evening, NI night, DT daytime
    ~         about then, or only a part of it ("mid-January")
    @text     the anchor is the preceding date of the text; without it, the day the report was published

`A&B` is A inside B ("Monday last week" is XXXX-WXX-1&P-1W), `A/B` from A to B.
"""

import re
from enum import StrEnum
from functools import lru_cache

from variorum.model.base import Record

_REMEMBERED = 1 << 14
_PIECE = re.compile(
    r"(?P<value>P[AX]?(?:[+-]?\d+[DWMQYEC])?|[\dX]{4}(?:-(?:[\dX]{2}(?:-[\dX]{2})?|Q\d|H\d|S[PU]|FA|WI|WXX-(?:\d|WE)))?)"
    r"(?:w(?P<weekday>[1-7]))?"
    r"(?P<direction><<<|<<|>>|[<>=])?"
    r"(?:T(?P<time>\d\d|[A-Z]{2}))?"
    r"(?P<approximate>~)?"
    r"(?P<in_text>@text)?"
)


class Toward(StrEnum):
    """On which side of the anchor the day, month or quarter meant lies."""

    LATEST = "<"
    BEFORE = "<<"
    LAST_BUT_ONE = "<<<"
    NEAREST = "="
    COMING = ">"
    AFTER = ">>"


class Timex(Record, frozen=True, kw_only=True):
    """One piece of a date expression's meaning, as the module describes; `within` is B of `A&B`."""

    value: str
    weekday: int | None = None
    toward: Toward | None = None
    time: str | None = None
    approximate: bool = False
    in_text: bool = False
    within: "Timex | None" = None

    @property
    def floats(self) -> bool:
        """Whether the value recurs, so that a direction decides which of them is meant."""
        return "X" in self.value and not self.value.startswith("P") and not self.value[:2].isdigit()


class TimexRange(Record, frozen=True, kw_only=True):
    """The meaning of a date expression: from `first` to `last`; the same twice where it is one date."""

    first: Timex
    last: Timex

    @property
    def single(self) -> bool:
        """Whether it is one date and no range."""
        return self.first == self.last


@lru_cache(maxsize=_REMEMBERED)
def read_timex(text: str) -> TimexRange:
    """The meaning written in the language above. Raises ValueError for anything else."""
    pieces = [_read_scoped(part) for part in text.split("/", 1)]
    return TimexRange(first=pieces[0], last=pieces[-1])


def write_timex(meaning: TimexRange) -> str:
    """The spelling that `read_timex` reads back."""
    if meaning.single:
        return _write_scoped(meaning.first)
    return f"{_write_scoped(meaning.first)}/{_write_scoped(meaning.last)}"


def _read_scoped(text: str) -> Timex:
    inner, _, outer = text.partition("&")
    match = _PIECE.fullmatch(inner)
    if match is None:
        raise ValueError(text)
    return Timex(
        value=match["value"],
        weekday=int(match["weekday"]) if match["weekday"] else None,
        toward=Toward(match["direction"]) if match["direction"] else None,
        time=match["time"],
        approximate=bool(match["approximate"]),
        in_text=bool(match["in_text"]),
        within=_read_scoped(outer) if outer else None,
    )


def _write_scoped(piece: Timex) -> str:
    weekday = f"w{piece.weekday}" if piece.weekday else ""
    time = f"T{piece.time}" if piece.time else ""
    marks = ("~" if piece.approximate else "") + ("@text" if piece.in_text else "")
    outer = f"&{_write_scoped(piece.within)}" if piece.within else ""
    return f"{piece.value}{weekday}{piece.toward or ''}{time}{marks}{outer}"
