"""Which stretch of time does a timeline show, what is the next wider or later one, and into which steps is it cut?

A window is spelled as the EDTF of a year, month, day or hour, or as an interval of days; in addresses "_" stands for "/".
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import IntEnum

from variorum.model.base import Record
from variorum.model.edtf import Period, read_edtf, write_days
from variorum.present.views.phrases import date_words


class Step(IntEnum):
    """The lengths of time that a window is cut into, and that one can look at: the finest first."""

    HOUR = 1
    DAY = 2
    WEEK = 3
    MONTH = 4
    YEAR = 5
    DECADE = 6


class Window(Record, frozen=True, kw_only=True):
    """From `start` up to but not including `end`; `edtf` spells it."""

    start: datetime
    end: datetime
    edtf: str

    @property
    def words(self) -> str:
        """The window as one reads it."""
        return date_words(self.edtf)

    @property
    def address(self) -> str:
        """The window as addresses spell it."""
        return self.edtf.replace("/", "_")

    def touches(self, period: Period) -> bool:
        """Whether something lies in the window at least in part."""
        return period.start < self.end and self.start < period.end


_SPELLINGS = (("_", "/"), ("-about", "~"), ("-doubtful", "?"), ("-unsure", "%"))
_LONGEST = ((timedelta(days=2), Step.HOUR), (timedelta(days=70), Step.DAY), (timedelta(days=366 * 6), Step.MONTH),
            (timedelta(days=366 * 120), Step.YEAR))  # fmt: skip
_MOST_STEPS = 1100


def read_window(spelled: str) -> Window | None:
    """The window of this spelling; None for what is no date, or open at an end."""
    edtf = spelled
    for there, here in _SPELLINGS:
        edtf = edtf.replace(there, here)
    period = read_edtf(edtf)
    if period is None or period.start == datetime.min or period.end == datetime.max:
        return None
    return Window(start=period.start, end=period.end, edtf=edtf)


def window_around(periods: Sequence[Period]) -> Window | None:
    """The days from the first to the last; None where there is nothing, or no end to it."""
    closed = [period for period in periods if period.start != datetime.min and period.end != datetime.max]
    if not closed:
        return None
    first, last = min(period.first for period in closed), max(period.last for period in closed)
    return _days(first, last)


def around(moment: datetime, step: Step) -> Window:
    """The hour, day, week (from Monday), month or year that a moment lies in."""
    day = moment.date()
    if step is Step.HOUR:
        start = moment.replace(minute=0, second=0, microsecond=0)
        return Window(start=start, end=start + timedelta(hours=1), edtf=start.isoformat()[:13])
    if step is Step.DAY:
        return _days(day, day)
    if step is Step.WEEK:
        monday = max(day.toordinal() - day.weekday(), 1)
        return _days(date.fromordinal(monday), date.fromordinal(min(monday + 6, date.max.toordinal())))
    spelled = {Step.MONTH: f"{day.year:04}-{day.month:02}", Step.YEAR: f"{day.year:04}"}.get(
        step, f"{day.year // 10:03}X"
    )
    period = read_edtf(spelled)
    assert period is not None
    return Window(start=period.start, end=period.end, edtf=spelled)


def step_of(window: Window) -> Step:
    """How finely a picture of the window is cut: no more than some seventy columns."""
    length = window.end - window.start
    return next((step for longest, step in _LONGEST if length <= longest), Step.DECADE)


def steps(window: Window, step: Step | None = None) -> tuple[Window, ...]:
    """The hours, days, months … of the window, the first and last perhaps reaching beyond it."""
    step = step or step_of(window)
    found: list[Window] = []
    moment = window.start
    while moment < window.end and len(found) < _MOST_STEPS:
        found.append(around(moment, step))
        moment = found[-1].end
    return tuple(found)


def wider(window: Window) -> Window | None:
    """The next longer stretch of the calendar that holds the window's start; None beyond a decade."""
    length = window.end - window.start
    lengths = ((1, Step.DAY), (24, Step.WEEK), (24 * 7, Step.MONTH), (24 * 31, Step.YEAR), (24 * 366, Step.DECADE))
    step = next((step for hours, step in lengths if length <= timedelta(hours=hours)), None)
    return around(window.start, step) if step is not None else None


def beside(window: Window, *, later: bool) -> Window | None:
    """The stretch just after or before, of the same kind; None at the ends of the calendar."""
    moment = window.end if later else window.start - timedelta(hours=1) if window.start > datetime(1, 1, 2) else None
    if moment is None or moment >= datetime.max - timedelta(days=4000):
        return None
    for step in Step:
        if around(window.start, step).edtf == window.edtf:
            return around(moment, step)
    days = (window.end - window.start).days or 1
    first = (
        window.end.date() if later else window.start.date() - timedelta(days=min(days, window.start.toordinal() - 1))
    )
    return _days(first, first + timedelta(days=days - 1))


def _days(first: date, last: date) -> Window:
    start = datetime(first.year, first.month, first.day)
    end = datetime(last.year, last.month, last.day) + timedelta(days=1) if last < date.max else datetime.max
    return Window(start=start, end=end, edtf=write_days(first, last))
