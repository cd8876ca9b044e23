"""What stands below a column of time, and how is it read out?"""

from datetime import datetime
from typing import NamedTuple

from variorum.present.views.phrases import MONTHS, date_words
from variorum.present.views.time_windows import Step, Window

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Label(NamedTuple):
    """Two short lines; the second only where something larger begins."""

    upper: str
    under: str


def label_of(moment: datetime, step: Step, *, first: bool) -> Label:
    """The label of the step that begins at the moment; the first of a picture says what it is part of."""
    month = MONTHS[moment.month - 1]
    if step is Step.HOUR:
        return Label(f"{moment.hour:02}:00", f"{moment.day} {month[:3]}" if first or moment.hour == 0 else "")
    if step is Step.DAY:
        day = f"{_WEEKDAYS[moment.weekday()]} {moment.day}"
        return Label(day, f"{month} {moment.year}" if first or moment.day == 1 else "")
    if step is Step.MONTH:
        return Label(month[:3], str(moment.year) if first or moment.month == 1 else "")
    return Label(f"{moment.year}s" if step is Step.DECADE else str(moment.year), "")


def words_of(window: Window) -> str:
    """The window with its day of the week, where it is a day."""
    if (window.end - window.start).days == 1 and "/" not in window.edtf:
        return f"{_WEEKDAYS[window.start.weekday()]} {date_words(window.edtf)}"
    return window.words
