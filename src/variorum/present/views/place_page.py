"""What is known of one place: its names, in which words it is named, and what happened there?"""

from collections import Counter

from variorum.model.base import Record
from variorum.model.tables import PlaceMention
from variorum.present.views.in_place import InPlace, finding_in_place
from variorum.present.views.index import Index, Quote
from variorum.present.views.place_events import Place, Placed
from variorum.present.views.timeline_part import DayGroup, read_groups
from variorum.present.views.visible import on_line


class NameRead(Record, frozen=True, kw_only=True):
    """A name the reports use for the place, and how often."""

    words: str
    count: int


class MentionView(Record, frozen=True, kw_only=True):
    """A mention of the place in its sentence."""

    anchor: str
    quote: Quote
    place: InPlace


class PlacePage(Record, frozen=True, kw_only=True):
    """The place; `rows` are its mentions in the order of the sigla, `entity_href` leads to its page among the names."""

    place: Place
    names: tuple[NameRead, ...]
    entity_href: str
    rows: tuple[PlaceMention, ...]


def read_place_page(place: Place, index: Index) -> PlacePage:
    """All that is known of the place; its mentions and events are read apart, as many as are shown."""
    names = Counter(on_line(row.text) for row in place.rows)
    entity = next((row.entity for row in place.rows if row.entity in index.entities), None)
    return PlacePage(
        place=place,
        names=tuple(
            NameRead(words=words, count=names[words]) for words in sorted(names, key=lambda word: (-names[word], word))
        ),
        entity_href=index.entity_href(entity),
        rows=tuple(sorted(place.rows, key=lambda row: (index.witness(row.report).place, row.start, row.id))),
    )


def read_mention(row: PlaceMention, index: Index) -> MentionView:
    """One mention."""
    return MentionView(anchor=row.id, quote=index.quote(row), place=finding_in_place(row, index))


def read_events_there(events: tuple[Placed, ...], index: Index) -> tuple[DayGroup, ...]:
    """The events under their days."""
    return read_groups([placed.entry for placed in events], index)
