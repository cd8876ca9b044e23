"""What do files say of each event of a timeline, for programs and spreadsheets?"""

from collections.abc import Iterable

from variorum.model.base import Record
from variorum.model.terms import EventType, Realis
from variorum.present.views.accounts import Inferred, is_disputed
from variorum.present.views.chronicle import Entry, Stretch
from variorum.present.views.index import Index
from variorum.present.views.phrases import date_words
from variorum.present.views.words import Family


class Account(Record, frozen=True, kw_only=True, gc=False):
    """One account of an event; `start` and `end` are its words' place in the report's text."""

    id: str
    report: str
    start: int
    end: int
    text: str
    date: str | None
    place: str | None
    actor: str | None
    recipient: str | None
    voice: str | None
    told: Realis


class EventRow(Record, frozen=True, kw_only=True, gc=False):
    """An event; `begins` and `ends` bound its date (ISO 8601, local time, the end not included), None where it has none."""

    id: str
    type: EventType
    family: str
    what: str | None
    part: Stretch
    date: str | None
    begins: str | None
    ends: str | None
    dates: tuple[str, ...]
    inferred: Inferred
    disputed: bool
    place: str | None
    places: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    told: tuple[Realis, ...]
    reports: tuple[str, ...]
    outlets: tuple[str, ...]
    independent_low: int
    independent_high: int
    accounts: tuple[Account, ...]


class StripRow(Record, frozen=True, kw_only=True, gc=False):
    """When an event was, and of what kind: what a picture of time is drawn from."""

    begins: str
    ends: str
    edtf: str
    words: str
    family: Family
    inferred: Inferred


def strip_rows(entries: Iterable[Entry]) -> tuple[StripRow, ...]:
    """The dated events, in the order they come in."""
    return tuple(
        StripRow(
            begins=entry.period.start.isoformat(timespec="minutes"),
            ends=entry.period.end.isoformat(timespec="minutes"),
            edtf=entry.event.date or "",
            words=date_words(entry.event.date),
            family=entry.family,
            inferred=entry.inferred,
        )
        for entry in entries
        if entry.period is not None
    )


def event_row(entry: Entry, index: Index, *, accounts: bool = True) -> EventRow:
    """The event with every account of it, or without them."""
    event = entry.event
    return EventRow(
        id=event.id,
        type=event.type,
        family=entry.family.value,
        what=event.concept or event.mode,
        part=entry.stretch,
        date=event.date,
        begins=entry.period.start.isoformat(timespec="minutes") if entry.period else None,
        ends=entry.period.end.isoformat(timespec="minutes") if entry.period else None,
        dates=event.dates,
        inferred=entry.inferred,
        disputed=is_disputed(event),
        place=event.place_name,
        places=event.places,
        actors=event.actors,
        recipients=event.recipients,
        told=tuple(sorted(entry.told)),
        reports=event.reports,
        outlets=tuple(sorted(entry.outlets)),
        independent_low=event.independent_low,
        independent_high=event.independent_high,
        accounts=_accounts(event.mentions, index) if accounts else (),
    )


def _accounts(mentions: tuple[str, ...], index: Index) -> tuple[Account, ...]:
    rows = (index.told[mention] for mention in mentions if mention in index.told)
    return tuple(
        Account(
            id=row.id,
            report=row.report,
            start=row.start,
            end=row.end,
            text=row.text,
            date=row.date,
            place=row.place_name or row.place,
            actor=row.actor_name or row.actor,
            recipient=row.recipient_name or row.recipient,
            voice=row.voice_name or row.voice,
            told=row.realis,
        )
        for row in rows
    )
