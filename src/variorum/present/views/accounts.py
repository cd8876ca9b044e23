"""What do the accounts tell of one event, in which words, and how well is its date founded?"""

from collections.abc import Iterable
from enum import StrEnum

from variorum.model.base import Record
from variorum.model.edtf import Precision, contains, overlaps, precision, read_edtf, sort_key
from variorum.model.tables import Event, EventMention
from variorum.model.terms import ArgumentBasis, DateBasis, Polarity, Realis
from variorum.present.views.index import Index, Quote, Way, Witness
from variorum.present.views.phrases import between, date_words
from variorum.present.views.visible import on_line, shortened
from variorum.present.views.words import ARGUMENT_BASES, DATE_BASES, EVENT_TYPES, REALIS, REFUSED


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
    who: str
    readings: tuple[Way, ...]


class Inferred(StrEnum):
    """What of an event's date no account names in the sentence that tells of it; "" where an account names it all."""

    NOTHING = ""
    HOUR = "hour"
    DATE = "date"


class DateTold(Record, frozen=True, kw_only=True, gc=False):
    """A date that accounts give an event; `inferred` where none of them names it in the sentence itself."""

    words: str
    inferred: bool
    witnesses: tuple[Witness, ...]


class EventView(Record, frozen=True, kw_only=True, gc=False):
    """An event; `anchor` is its id, `hour` the hour where one is known, `inferred` what of its date no account names itself.

    `dates` are all that accounts give, in order of time; `disputed` where two of them cannot both be right. `accounts` counts
    the mentions of it, also where `tellings` holds only the first.
    """

    anchor: str
    href: str
    what: str
    kind: str
    who: str
    place: str
    date: str
    hour: str
    inferred: Inferred
    dates: tuple[DateTold, ...]
    disputed: bool
    origins: str
    state: str
    witnesses: tuple[Witness, ...]
    accounts: int
    tellings: tuple[Telling, ...]


def read_event(event: Event, index: Index, most: int | None = None) -> EventView:
    """One event with its accounts in the order of their sigla: all, or so many at most."""
    rows = sorted(
        (index.told[mention] for mention in event.mentions if mention in index.told),
        key=lambda row: index.witness(row.report).place,
    )
    return EventView(
        anchor=event.id,
        href=index.way(event.id),
        what=what_words(event),
        kind=EVENT_TYPES[event.type],
        who=_who(event),
        place=on_line(event.place_name),
        date=date_words(event.date),
        hour=f"{event.date[11:13]}:00" if event.date and "T" in event.date and "/" not in event.date else "",
        inferred=what_is_inferred(event, index),
        dates=_dates(rows, index),
        disputed=is_disputed(event),
        origins=between(event.independent_low, event.independent_high, "independent origin"),
        state=_state(rows),
        witnesses=index.witnesses(event.reports),
        accounts=len(rows),
        tellings=tuple(read_telling(row, index) for row in rows[:most]),
    )


def what_is_inferred(event: Event, index: Index) -> Inferred:
    """What of the event's date is inferred: nothing where an account dates it as finely in the sentence itself."""
    rows = [row for row in (index.told.get(mention) for mention in event.mentions) if row is not None and row.date]
    firm = {row.date for row in rows if not _date_note(row, index)[1]}
    if not rows or any(contains(event.date, date) for date in firm):
        return Inferred.NOTHING
    days = (date for date in firm if precision(date) is Precision.DAY)
    return Inferred.HOUR if any(contains(day, event.date) for day in days) else Inferred.DATE


def is_disputed(event: Event) -> bool:
    """Whether two accounts give dates that share no moment."""
    dates = [date for date in event.dates if read_edtf(date) is not None]
    return any(not overlaps(one, other) for place, one in enumerate(dates) for other in dates[place + 1 :])


def _dates(rows: Iterable[EventMention], index: Index) -> tuple[DateTold, ...]:
    told: dict[str, list[EventMention]] = {}
    for row in rows:
        if row.date:
            told.setdefault(row.date, []).append(row)
    return tuple(
        DateTold(
            words=date_words(date),
            inferred=all(_date_note(row, index)[1] for row in told[date]),
            witnesses=index.witnesses(row.report for row in told[date]),
        )
        for date in sorted(told, key=sort_key)
    )


def what_words(event: Event) -> str:
    """The event in a word or two."""
    words = (event.concept or event.mode or EVENT_TYPES[event.type]).replace("-", " ")
    return words[:1].upper() + words[1:]


def _who(event: Event) -> str:
    return _acts(event.actors[:3], event.recipients[:3])


def _acts(actors: Iterable[str | None], recipients: Iterable[str | None]) -> str:
    by, on = (", ".join(shortened(name, 60) for name in names if name) for names in (actors, recipients))
    return f"{by} → {on}" if by and on else by or (f"→ {on}" if on else "")


def _state(rows: Iterable[EventMention]) -> str:
    """A word on events that no account tells as fact; "" where one does, "disputed" where one also denies it."""
    kinds = {row.realis for row in rows}
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


def read_telling(row: EventMention, index: Index) -> Telling:
    """One account of an event."""
    note, inferred = _date_note(row, index)
    voice = on_line(row.voice_name or row.voice)
    refused = row.polarity is Polarity.NEGATIVE and row.realis is Realis.PLANNED
    return Telling(
        anchor=row.id,
        quote=index.quote(row),
        how=REFUSED if refused else REALIS[row.realis],
        voice=voice,
        voice_href=index.entity_href(row.voice_entity),
        claim_href=index.claim_href(row.claim),
        date=date_words(row.date),
        date_note=note,
        inferred=inferred,
        place=on_line(row.place_name or row.place),
        who=_acts((row.actor_name or row.actor,), (row.recipient_name or row.recipient,)),
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
