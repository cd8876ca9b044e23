"""Which events meet a choice of type, place, name, outlet and way of telling, and which stretch of time does each take?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from variorum.model.base import Record
from variorum.model.edtf import Period, read_edtf
from variorum.model.tables import Event
from variorum.model.terms import EventType, Polarity, Realis
from variorum.present.views.accounts import Inferred, what_is_inferred
from variorum.present.views.index import Index
from variorum.present.views.timeline import in_order, is_rough
from variorum.present.views.visible import on_line, shortened
from variorum.present.views.words import FAMILIES, Family


class Stretch(StrEnum):
    """The parts of a timeline: what the crisis itself brought, what is told from before it, and what nobody dates."""

    CRISIS = "crisis"
    BACKGROUND = "background"
    UNDATED = "undated"


class Entry(Record, frozen=True, kw_only=True, gc=False):
    """An event with what it can be chosen by; `period` is None where no account dates it, `told` how accounts put it."""

    event: Event
    stretch: Stretch
    period: Period | None
    rough: bool
    inferred: Inferred
    family: Family
    places: frozenset[str]
    entities: frozenset[str]
    outlets: frozenset[str]
    told: frozenset[Realis]


class Option(Record, frozen=True, kw_only=True, gc=False):
    """Something to choose by, what to call it, and how many events it leaves."""

    value: str
    words: str
    count: int


class Chronicle(Record, frozen=True, kw_only=True):
    """All events: the dated in order of time, then those without a date, the most told first; and what to choose them by."""

    entries: tuple[Entry, ...]
    types: tuple[Option, ...]
    places: tuple[Option, ...]
    entities: tuple[Option, ...]
    outlets: tuple[Option, ...]


class Choice(Record, frozen=True, kw_only=True):
    """What events are chosen by; what is None or "" leaves all."""

    family: Family | None = None
    type: EventType | None = None
    place: str = ""
    entity: str = ""
    outlet: str = ""
    realis: Realis | None = None

    def meets(self, entry: Entry) -> bool:
        """Whether the event is one of those chosen."""
        return (
            (self.family is None or entry.family is self.family)
            and (self.type is None or entry.event.type is self.type)
            and (not self.place or self.place in entry.places)
            and (not self.entity or self.entity in entry.entities)
            and (not self.outlet or self.outlet in entry.outlets)
            and (self.realis is None or self.realis in entry.told)
        )


_MOST_OPTIONS = 120


def read_chronicle(index: Index) -> Chronicle:
    """Every event of the case, with the options in the order of how many events they leave."""
    outlets = outlets_of(index)
    entries = sorted((_entry(event, outlets, index) for event in index.tables.events), key=_in_order)
    return Chronicle(
        entries=tuple(entries),
        types=_options(Counter(entry.event.type.value for entry in entries), {}),
        places=_options(Counter(place for entry in entries for place in entry.places), {}),
        entities=_options(
            Counter(entity for entry in entries for entity in entry.entities),
            {row.id: on_line(row.name) for row in index.tables.entities},
        ),
        outlets=_options(Counter(outlet for entry in entries for outlet in entry.outlets), {}),
    )


def _in_order(entry: Entry) -> tuple[object, ...]:
    if entry.period is None:
        return True, -len(entry.event.mentions), entry.event.id
    return False, *in_order(entry.event)


def _options(counts: Counter[str], names: dict[str, str]) -> tuple[Option, ...]:
    ordered = sorted(counts, key=lambda value: (-counts[value], names.get(value, value), value))[:_MOST_OPTIONS]
    return tuple(
        Option(value=value, words=shortened(names.get(value, value), 60), count=counts[value]) for value in ordered
    )


def _entry(event: Event, outlets: Mapping[str, str], index: Index) -> Entry:
    rows = [index.told[mention] for mention in event.mentions if mention in index.told]
    period = read_edtf(event.date)
    places = {on_line(name) for row in rows for name in (row.place_name or row.place,)} | {on_line(event.place_name)}
    named = {
        entity
        for row in rows
        for entity in (row.actor_entity, row.recipient_entity, row.voice_entity, row.place_entity)
        if entity in index.entities
    }
    denied = (row.polarity is Polarity.NEGATIVE for row in rows)
    return Entry(
        event=event,
        stretch=Stretch.UNDATED if period is None else (Stretch.BACKGROUND if event.background else Stretch.CRISIS),
        period=period,
        rough=is_rough(event),
        inferred=what_is_inferred(event, index),
        family=FAMILIES[event.type],
        places=frozenset(places - {""}),
        entities=frozenset(entity for entity in named if entity),
        outlets=frozenset(outlets.get(report, "") for report in event.reports) - {""},
        told=frozenset(Realis.DENIED if negative else row.realis for row, negative in zip(rows, denied, strict=True)),
    )


def outlets_of(index: Index) -> Mapping[str, str]:
    """The outlet of each report by its id; of one without, what pages call it."""
    return {report.id: on_line(report.outlet) or index.witness(report.id).name for report in index.read}


def chosen(entries: Sequence[Entry], choice: Choice) -> tuple[Entry, ...]:
    """The events that meet the choice, in the order they come in."""
    return tuple(entry for entry in entries if choice.meets(entry))
