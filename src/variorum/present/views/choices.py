"""What can be decided about a row: that it is wrong, that it is one with another, or that something is no part of it?"""

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz, process

from variorum.model.base import Record
from variorum.model.tables import Entity, Event, EventMention, Finding, Mention, PlaceMention, Report
from variorum.present.views.field_words import TABLES
from variorum.present.views.folding import folded
from variorum.present.views.index import Index, Quote
from variorum.present.views.phrases import counted, date_words
from variorum.present.views.visible import on_line, shortened
from variorum.present.views.words import EVENT_TYPES

_PARTNERS = 30
_MEMBERS = 200
REJECTABLE = frozenset(
    {"dates", "places", "mentions", "claims", "figures", "event_mentions", "roles"}
    | {"entities", "events", "derivations", "points"}
)
"""Tables whose rows can be said to be wrong."""


class Partner(Record, frozen=True, kw_only=True):
    """A row that may be one with the row in question."""

    id: str
    words: str
    note: str
    href: str


class Member(Record, frozen=True, kw_only=True):
    """A finding that an entity or event is made of."""

    id: str
    quote: Quote
    note: str


class Choices(Record, frozen=True, kw_only=True):
    """What can be decided about a row, beside confirming it and noting something.

    `partners` are rows it may be one with, the likeliest first; `group` is what a mention or telling is part of (with the
    way there), `members` what an entity or event is made of, `more` how many of these are not listed.
    """

    can_reject: bool
    noun: str
    partners: tuple[Partner, ...]
    group: Partner | None
    members: tuple[Member, ...]
    more: int


def read_choices(table: str, row: Record, words: str, index: Index) -> Choices:
    """What can be decided about a row; `words` narrow what it may be one with."""
    members = list(_members(row, index))
    return Choices(
        can_reject=table in REJECTABLE,
        noun=TABLES[table].lower(),
        partners=tuple(_partners(row, words, index)),
        group=_group(row, index),
        members=tuple(members[:_MEMBERS]),
        more=max(0, len(members) - _MEMBERS),
    )


def _group(row: Record, index: Index) -> Partner | None:
    """The entity or event that a finding is part of."""
    if isinstance(row, Mention | PlaceMention) and row.entity in index.entities:
        return _entity(index.entities[row.entity or ""], index)
    if isinstance(row, EventMention) and row.event in index.events:
        return _event(index.events[row.event or ""], index)
    return None


def _members(row: Record, index: Index) -> Iterator[Member]:
    rows: Iterable[Finding] = ()
    if isinstance(row, Entity):
        named = (*index.tables.mentions, *index.tables.places)
        rows = [one for one in named if isinstance(one, Mention | PlaceMention) and one.entity == row.id]
    elif isinstance(row, Event):
        rows = [index.told[mention] for mention in row.mentions if mention in index.told]
    for finding in sorted(rows, key=lambda one: (index.witness(one.report).place, one.start, one.id)):
        note = ""
        if isinstance(finding, EventMention):
            note = ", ".join(part for part in (date_words(finding.date), on_line(finding.place_name)) if part)
        yield Member(id=finding.id, quote=index.quote(finding), note=note)


def _partners(row: Record, words: str, index: Index) -> Iterator[Partner]:
    if isinstance(row, Entity | Mention | PlaceMention):
        yield from _entity_partners(row, words, index)
    elif isinstance(row, Event | EventMention):
        yield from _event_partners(row, words, index)
    elif isinstance(row, Report):
        wanted = folded(words).split()
        others = [other for other in index.read if other.id != row.id]
        for other in [one for one in others if _fits(wanted, f"{one.title} {one.outlet} {one.file}")][:_PARTNERS]:
            witness = index.witness(other.id)
            note = ", ".join(part for part in (shortened(other.title, 80), date_words(other.published)) if part)
            yield Partner(id=other.id, words=f"{witness.siglum} {witness.name}", note=note, href=witness.href)


def _entity_partners(row: Entity | Mention | PlaceMention, words: str, index: Index) -> Iterator[Partner]:
    own = row.id if isinstance(row, Entity) else row.entity
    name = row.name if isinstance(row, Entity) else row.text
    wanted = folded(words).split()
    kinds = {row.type} if isinstance(row, Entity | Mention) else set()
    others = [
        other
        for other in index.tables.entities
        if other.id != own and (wanted or not kinds or other.type in kinds)
        if _fits(wanted, " ".join((other.name, *other.aliases)))
    ]
    names = [folded(other.name) for other in others]
    for _, _, place in process.extract(folded(name or ""), names, scorer=fuzz.token_set_ratio, limit=_PARTNERS):
        yield _entity(others[place], index)


def _event_partners(row: Event | EventMention, words: str, index: Index) -> Iterator[Partner]:
    own = row.id if isinstance(row, Event) else row.event
    wanted = folded(words).split()
    place, day = row.place_name, (row.date or "")[:10]
    views = [(other, _event(other, index)) for other in index.tables.events if other.id != own]
    fitting = [(other, view) for other, view in views if _fits(wanted, f"{view.words} {view.note}")]
    likely = sorted(
        fitting,
        key=lambda pair: (
            -(3 * (pair[0].type is row.type) + 2 * ((pair[0].date or "")[:10] == day) + (pair[0].place_name == place)),
            -len(pair[0].mentions),
            pair[0].id,
        ),
    )
    yield from (view for _, view in likely[:_PARTNERS])


def _fits(wanted: Sequence[str], text: str) -> bool:
    there = folded(text) if wanted else ""
    return all(word in there for word in wanted)


def _entity(row: Entity, index: Index) -> Partner:
    also = [alias for alias in row.aliases if alias != row.name][:3]
    note = "; ".join(part for part in (row.type.value, row.country, *map(on_line, also)) if part)
    return Partner(id=row.id, words=on_line(row.name), note=note, href=index.way(row.id))


def _event(row: Event, index: Index) -> Partner:
    what = (row.concept or row.mode or EVENT_TYPES[row.type]).replace("-", " ")
    who = ", ".join(shortened(name, 40) for name in (*row.actors[:2], *row.recipients[:2]))
    parts = (date_words(row.date), on_line(row.place_name), who, counted(len(row.reports), "report"))
    return Partner(id=row.id, words=what, note="; ".join(part for part in parts if part), href=index.way(row.id))
