"""By what can the events of a timeline or map be chosen, in addresses and in forms?"""

from collections.abc import Sequence
from typing import Annotated

from fastapi import Depends, Query

from variorum.model.base import Record
from variorum.model.terms import EventType, Realis
from variorum.present.views.chronicle import Choice, Chronicle, Option
from variorum.present.views.index import Index
from variorum.present.views.visible import on_line, shortened
from variorum.present.views.words import EVENT_TYPES, FAMILY_WORDS, REALIS, Family
from variorum.present.web.asking import Unasked

_Word = Annotated[str, Query(max_length=500)]


def _choice(
    family: Annotated[Family | None, Unasked, Query(description="Types of events taken together")] = None,
    kind: Annotated[EventType | None, Unasked, Query(alias="type", description="One PLOVER type")] = None,
    place: _Word = "",
    entity: _Word = "",
    outlet: _Word = "",
    realis: Annotated[Realis | None, Unasked, Query(description="How an account tells it")] = None,
) -> Choice:
    return Choice(family=family, type=kind, place=place, entity=entity, outlet=outlet, realis=realis)


Chosen = Annotated[Choice, Depends(_choice)]
"""What a route takes to know which events are wanted."""


class Offered(Record, frozen=True, kw_only=True):
    """A value to choose, what to call it, and how many events of the case have it (None: not counted)."""

    value: str
    words: str
    count: int | None = None


class Offer(Record, frozen=True, kw_only=True):
    """A field of the form; `value` is what is chosen now, `all` what to call no choice."""

    name: str
    label: str
    all: str
    value: str
    options: tuple[Offered, ...]


def read_offers(chronicle: Chronicle, choice: Choice, index: Index) -> tuple[Offer, ...]:
    """The fields by which events can be chosen, with what is chosen now, however the address came by it."""
    known = {row.value: row.words for row in chronicle.types}
    entity = index.entities.get(choice.entity)
    families = [Offered(value=key.value, words=FAMILY_WORDS[key]) for key in Family]
    return (
        _offer("family", "Kind", "all kinds", choice.family, families),
        _offer("type", "Type", "all types", choice.type, [
            Offered(value=key.value, words=EVENT_TYPES[key]) for key in EventType if key.value in known
        ]),
        _offer("place", "Place", "everywhere", choice.place, _listed(chronicle.places)),
        _offer("entity", "Name", "anyone", choice.entity, _listed(chronicle.entities), on_line(entity.name if entity else None)),
        _offer("outlet", "Outlet", "all outlets", choice.outlet, _listed(chronicle.outlets)),
        _offer("realis", "Told", "in any way", choice.realis, [Offered(value=key.value, words=REALIS[key]) for key in Realis]),
    )  # fmt: skip


def _listed(options: Sequence[Option]) -> list[Offered]:
    return [Offered(value=option.value, words=option.words, count=option.count) for option in options]


def _offer(name: str, label: str, none: str, value: str | None, options: list[Offered], words: str = "") -> Offer:
    chosen = str(value or "")
    if chosen and all(option.value != chosen for option in options):
        options = [Offered(value=chosen, words=words or shortened(chosen, 60)), *options]
    return Offer(name=name, label=label, all=none, value=chosen, options=tuple(options))
