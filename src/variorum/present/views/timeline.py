"""What happened on which day, who tells of it, and how well is each date founded?"""

from collections.abc import Iterable
from itertools import groupby

from variorum.model.base import Record
from variorum.model.edtf import Precision, read_edtf, sort_key
from variorum.model.tables import Event, EventMention
from variorum.model.terms import ArgumentBasis, DateBasis, Polarity, Realis
from variorum.present.views.days import day_anchor, day_of
from variorum.present.views.index import Index, Quote, Way, Witness
from variorum.present.views.phrases import between, date_words
from variorum.present.views.visible import on_line, shortened
from variorum.present.views.words import ARGUMENT_BASES, DATE_BASES, EVENT_TYPES, REALIS


class Telling(Record, frozen=True, kw_only=True, gc=False):
    """One account of an event: its words, who says so, how it is put, and when and where it places it."""

    anchor: str
    quote: Quote
    how: str
    voice: str
    voice_href: str
    claim_href: str
    date: str
    date_note: str
    inferred: bool
    place: str
    readings: tuple[Way, ...]


class EventView(Record, frozen=True, kw_only=True, gc=False):
    """An event; `anchor` is its id, `hour` the hour where one is known, `inferred` whether no account dates it itself."""

    anchor: str
    what: str
    kind: str
    who: str
    place: str
    hour: str
    inferred: bool
    other_dates: str
    origins: str
    state: str
    witnesses: tuple[Witness, ...]
    tellings: tuple[Telling, ...]


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
        days=_days((event for event in now if not _is_rough(event)), index),
        rough=_days((event for event in now if _is_rough(event)), index),
        background=_days((event for event in dated if event.background), index, "before-"),
        undated=tuple(_event(event, index) for event in undated),
        loose=tuple(_telling(row, index) for row in index.tables.event_mentions if row.id not in grouped),
    )


def _days(events: Iterable[Event], index: Index, prefix: str = "") -> tuple[Day, ...]:
    ordered = sorted(events, key=lambda event: (sort_key(day_of(event.date)), *_within_day(event)))
    return tuple(
        Day(
            anchor=day_anchor(day or "", prefix),
            title=_sentence(date_words(day)),
            events=tuple(_event(event, index) for event in group),
        )
        for day, group in groupby(ordered, key=lambda event: day_of(event.date))
    )


def _is_rough(event: Event) -> bool:
    """Whether the event is dated to no day or week, and its place in the order of days says little."""
    period = read_edtf(event.date)
    return period is not None and period.precision > Precision.WEEK


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _within_day(event: Event) -> tuple[bool, str, int, str]:
    hour = "T" in (event.date or "")
    return not hour, (event.date or "") if hour else "", -len(event.mentions), event.id


def _event(event: Event, index: Index) -> EventView:
    rows = [index.told[mention] for mention in event.mentions if mention in index.told]
    tellings = tuple(_telling(row, index) for row in rows)
    dated = [telling for telling in tellings if telling.date]
    others = [date for date in event.dates if date != event.date]
    return EventView(
        anchor=event.id,
        what=_what(event),
        kind=EVENT_TYPES[event.type],
        who=_who(event),
        place=on_line(event.place_name),
        hour=f"{event.date[11:13]}:00" if event.date and "T" in event.date and "/" not in event.date else "",
        inferred=bool(dated) and all(telling.inferred for telling in dated),
        other_dates="; ".join(date_words(date) for date in others),
        origins=between(event.independent_low, event.independent_high, "independent origin"),
        state=_state(rows),
        witnesses=index.witnesses(event.reports),
        tellings=tuple(sorted(tellings, key=lambda telling: telling.quote.witness.place)),
    )


def _what(event: Event) -> str:
    words = (event.concept or event.mode or EVENT_TYPES[event.type]).replace("-", " ")
    return _sentence(words)


def _who(event: Event) -> str:
    actors, recipients = (
        ", ".join(shortened(name, 60) for name in names[:3]) for names in (event.actors, event.recipients)
    )
    return f"{actors} → {recipients}" if actors and recipients else actors or (f"→ {recipients}" if recipients else "")


def _state(rows: Iterable[EventMention]) -> str:
    """A word on events that no account tells as fact; "" where one does, "disputed" where one also denies it."""
    kinds = {Realis.DENIED if row.polarity is Polarity.NEGATIVE else row.realis for row in rows}
    if not kinds or kinds == {Realis.ACTUAL}:
        return ""
    if Realis.DENIED in kinds:
        return "denied" if kinds == {Realis.DENIED} else "told and denied"
    if Realis.ACTUAL in kinds:
        return ""
    if len(kinds) > 1:
        return "not told as fact by any account"
    return {Realis.PLANNED: "planned or demanded", Realis.POSSIBLE: "possible", Realis.ASSERTED: "only asserted"}[
        kinds.pop()
    ]


def _telling(row: EventMention, index: Index) -> Telling:
    note, inferred = _date_note(row, index)
    voice = on_line(row.voice_name or row.voice)
    denied = row.polarity is Polarity.NEGATIVE or row.realis is Realis.DENIED
    return Telling(
        anchor=row.id,
        quote=index.quote(row),
        how=REALIS[Realis.DENIED if denied else row.realis],
        voice=voice,
        voice_href=index.entity_href(row.voice_entity),
        claim_href=index.claim_href(row.claim),
        date=date_words(row.date),
        date_note=note,
        inferred=inferred,
        place=on_line(row.place_name or row.place),
        readings=index.readings_of(row.id),
    )


def _date_note(row: EventMention, index: Index) -> tuple[str, bool]:
    """How the account comes by its date, and whether that is an inference: the words do not date the event in full."""
    if row.date is None:
        return "", False
    date = index.dates.get(row.date_ref or "")
    notes = [ARGUMENT_BASES[row.date_basis]] if row.date_basis else []
    if date is not None:
        notes = [
            f"“{shortened(date.text, 40)}”",
            *([] if date.basis is DateBasis.EXPLICIT else [DATE_BASES[date.basis]]),
            *notes,
        ]
    inferred = date is None or row.date_basis is ArgumentBasis.DISCOURSE
    return ", ".join(notes) or "inferred", inferred
