"""Which events does a page of the timeline show, under which headings, and from where to where can one zoom?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from variorum.model.base import Record
from variorum.present.views.accounts import EventView, read_event
from variorum.present.views.chronicle import Entry, Stretch
from variorum.present.views.days import day_anchor, day_of
from variorum.present.views.index import Index
from variorum.present.views.time_strip import Happening
from variorum.present.views.time_windows import Step, Window, around, beside, wider, window_around
from variorum.present.views.timeline import day_title


class TimelinePart(Record, frozen=True, kw_only=True):
    """The events of one part of the timeline within a window (None: all its time), those roughly dated last.

    `whole` is the time of that part, `shown` the window a picture shows; both None where nothing is dated.
    `counts` says how many events each part has.
    """

    show: Stretch
    window: Window | None
    whole: Window | None
    shown: Window | None
    rows: tuple[Entry, ...]
    counts: tuple[tuple[Stretch, int], ...]


class DayGroup(Record, frozen=True, kw_only=True):
    """The events of a day or longer stretch; `rough` where it is longer than a week."""

    anchor: str
    title: str
    day: str
    rough: bool
    events: tuple[EventView, ...]


def pick_part(entries: Sequence[Entry], show: Stretch, window: Window | None) -> TimelinePart:
    """The events of a part of the timeline that lie in the window at least in part."""
    of_part = [entry for entry in entries if entry.stretch is show]
    fine = [entry.period for entry in of_part if entry.period is not None and not entry.rough]
    whole = window_around(fine or [entry.period for entry in of_part if entry.period is not None])
    rows = [entry for entry in of_part if window is None or (entry.period is not None and window.touches(entry.period))]
    counts = Counter(entry.stretch for entry in entries)
    return TimelinePart(
        show=show,
        window=window,
        whole=whole,
        shown=window or whole,
        rows=tuple(sorted(rows, key=lambda entry: entry.rough)),
        counts=tuple((stretch, counts[stretch]) for stretch in Stretch),
    )


def read_groups(entries: Iterable[Entry], index: Index, most: int = 3) -> tuple[DayGroup, ...]:
    """The events under the days they are filed under; those without a date under no day; so many accounts of each."""
    groups = []
    for (rough, day), group in groupby(entries, key=lambda entry: (entry.rough, day_of(entry.event.date))):
        groups.append(
            DayGroup(
                anchor=day_anchor(day) if day else "",
                title=day_title(day),
                day=day_anchor(day).removeprefix("day-") if day else "",
                rough=rough,
                events=tuple(read_event(entry.event, index, most) for entry in group),
            )
        )
    return tuple(groups)


def happenings(entries: Iterable[Entry]) -> tuple[Happening, ...]:
    """The dated events, as pictures count them."""
    return tuple(
        Happening(period=entry.period, edtf=entry.event.date or "", family=entry.family, inferred=entry.inferred)
        for entry in entries
        if entry.period is not None
    )


def zooms(part: TimelinePart) -> tuple[tuple[str, Window | None], ...]:
    """Where to look from here: all of it, the calendar's stretches around its start, and those beside; None is all."""
    if part.shown is None or part.whole is None:
        return ()
    found: list[tuple[str, Window | None]] = [("all", None)]
    length = part.whole.end - part.whole.start
    start = max(part.shown.start, part.whole.start) if part.window is None else part.shown.start
    for step in (Step.YEAR, Step.MONTH, Step.WEEK, Step.DAY, Step.HOUR):
        window = around(start, step)
        if window == part.window or window.end - window.start < length:
            found.append((step.name.lower(), window))
    return tuple(found)


def neighbours(part: TimelinePart) -> tuple[Window | None, Window | None, Window | None]:
    """The stretch before, the one after, and the next wider one; None where no event lies there."""
    if part.window is None or part.whole is None:
        return None, None, None
    before, after, wide = beside(part.window, later=False), beside(part.window, later=True), wider(part.window)
    return (
        before if before and part.whole.start < part.window.start else None,
        after if after and part.window.end < part.whole.end else None,
        wide if wide and wide != part.window else None,
    )
