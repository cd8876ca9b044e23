"""What happened on which day, who tells of it, and how well is each date founded?"""

from collections.abc import Iterable
from itertools import groupby

from variorum.model.base import Record
from variorum.model.edtf import Precision, read_edtf, sort_key
from variorum.model.tables import Event
from variorum.present.views.accounts import EventView, Telling, read_event, read_telling
from variorum.present.views.days import day_anchor, day_of
from variorum.present.views.index import Index
from variorum.present.views.phrases import date_words


class Day(Record, frozen=True, kw_only=True):
    """The events of a day or a longer stretch of time."""

    anchor: str
    title: str
    events: tuple[EventView, ...]


class TimelineView(Record, frozen=True, kw_only=True):
    """Events by day or week; those dated less finely, from before the crisis, without a date, and mentions of no event apart."""

    days: tuple[Day, ...]
    rough: tuple[Day, ...]
    background: tuple[Day, ...]
    undated: tuple[EventView, ...]
    loose: tuple[Telling, ...]


def read_timeline(index: Index) -> TimelineView:
    """The events in order of time; within a day the hour, then the event of most accounts first."""
    events = index.tables.events
    dated = [event for event in events if read_edtf(event.date) is not None]
    now = [event for event in dated if not event.background]
    undated = sorted(
        (event for event in events if read_edtf(event.date) is None), key=lambda event: (-len(event.mentions), event.id)
    )
    grouped = {mention for event in events for mention in event.mentions}
    return TimelineView(
        days=_days((event for event in now if not is_rough(event)), index),
        rough=_days((event for event in now if is_rough(event)), index),
        background=_days((event for event in dated if event.background), index, "before-"),
        undated=tuple(read_event(event, index) for event in undated),
        loose=tuple(read_telling(row, index) for row in index.tables.event_mentions if row.id not in grouped),
    )


def _days(events: Iterable[Event], index: Index, prefix: str = "") -> tuple[Day, ...]:
    ordered = sorted(events, key=in_order)
    return tuple(
        Day(
            anchor=day_anchor(day or "", prefix),
            title=day_title(day),
            events=tuple(read_event(event, index) for event in group),
        )
        for day, group in groupby(ordered, key=lambda event: day_of(event.date))
    )


def day_title(day: str | None) -> str:
    """The heading of a day or longer stretch."""
    words = date_words(day)
    return words[:1].upper() + words[1:]


def in_order(event: Event) -> tuple[object, ...]:
    """Sorts events by day, then those of a known hour first, then the event of most accounts."""
    return (sort_key(day_of(event.date)), *_within_day(event))


def is_rough(event: Event) -> bool:
    """Whether the event is dated to no day or week, and its place in the order of days says little."""
    period = read_edtf(event.date)
    return period is not None and period.precision > Precision.WEEK


def _within_day(event: Event) -> tuple[bool, str, int, str]:
    hour = "T" in (event.date or "")
    return not hour, (event.date or "") if hour else "", -len(event.mentions), event.id
