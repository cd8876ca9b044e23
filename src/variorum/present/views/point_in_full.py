"""What does a point's own page show: its readings where they stand, its origins, and what it leads to?"""

from collections.abc import Iterator

from variorum.model.base import Record, Span
from variorum.model.tables import Event, EventMention, Figure, Finding, PlaceMention, Point, Role
from variorum.present.views.in_place import InPlace, read_in_place, sentence_of
from variorum.present.views.index import Index, Witness
from variorum.present.views.phrases import date_words
from variorum.present.views.place_events import place_anchor
from variorum.present.views.point_cards import PointView, ReadingView, read_point, read_reading, topic_words
from variorum.present.views.visible import on_line
from variorum.present.views.words import VERDICT_MEANINGS


class ToldView(Record, frozen=True, kw_only=True):
    """One reading in its sentence; `row` is the id of the finding it rests on, "" where there is none."""

    view: ReadingView
    row: str
    place: InPlace


class AccountView(Record, frozen=True, kw_only=True):
    """All readings of one account; `with_others` are accounts that go back to the same origin."""

    witness: Witness
    outlet: str
    published: str
    readings: tuple[ToldView, ...]
    with_others: tuple[Witness, ...]

    def holds(self, anchor: str) -> bool:
        """Whether the reading of this anchor is one of the account's."""
        return any(told.view.anchor == anchor for told in self.readings)


class Lead(Record, frozen=True, kw_only=True):
    """A way to something the point is about, or to another point."""

    words: str
    href: str


class PointInFull(Record, frozen=True, kw_only=True):
    """A point with all that belongs to it; `before` and `after` are the points of next more and next less weight."""

    point: PointView
    meaning: str
    accounts: tuple[AccountView, ...]
    event: Lead | None
    names: tuple[Lead, ...]
    places: tuple[Lead, ...]
    before: Lead | None
    after: Lead | None


def read_point_in_full(point: Point, index: Index) -> PointInFull:
    """The point; its accounts in the order of their sigla."""
    view = read_point(point, index)
    event = index.events.get(point.event or "")
    return PointInFull(
        point=view,
        meaning=VERDICT_MEANINGS[point.verdict],
        accounts=tuple(_accounts(point, view, index)),
        event=Lead(words=_event_words(event), href=index.event_href(event.id)) if event else None,
        names=tuple(dict.fromkeys(_names(point, index))),
        places=tuple(dict.fromkeys(_places(point, index))),
        before=_beside(point, index, -1),
        after=_beside(point, index, 1),
    )


def _accounts(point: Point, view: PointView, index: Index) -> Iterator[AccountView]:
    told: dict[str, list[ToldView]] = {}
    for place, reading in enumerate(point.readings):
        row = index.findings.get(reading.row or "") or index.findings.get(reading.claim or "")
        told.setdefault(reading.report, []).append(
            ToldView(
                view=read_reading(point, place, index),
                row=row.id if row else "",
                place=read_in_place(
                    index.reports.get(reading.report),
                    Span(start=reading.start, end=reading.end),
                    reading.text,
                    sentence_of(row),
                ),
            )
        )
    same = {column.witness: column.with_others for column in view.columns}
    for report, readings in sorted(told.items(), key=lambda item: index.witness(item[0]).place):
        witness, source = index.witness(report), index.reports.get(report)
        yield AccountView(
            witness=witness,
            outlet=on_line(source.outlet) if source else "",
            published=date_words(source.published) if source else "",
            readings=tuple(readings),
            with_others=same.get(witness, ()),
        )


def _event_words(event: Event) -> str:
    what = on_line(event.concept or event.type.value).replace("-", " ").lower()
    parts = (what, ", ".join(on_line(name) for name in event.recipients[:2]), on_line(event.place_name))
    return ", ".join(part for part in (*parts, date_words(event.date)) if part)


def _names(point: Point, index: Index) -> Iterator[Lead]:
    """Those the point is about, then those who tell it; places have their own list."""
    for entity in (*_about(point, index), *(reading.voice_entity for reading in point.readings)):
        row = index.entities.get(entity or "")
        if row is not None and row.type.value != "place":
            yield Lead(words=on_line(row.name), href=index.way(row.id))


def _about(point: Point, index: Index) -> Iterator[str | None]:
    for row in _rows(point, index):
        if isinstance(row, EventMention):
            yield from (row.actor_entity, row.recipient_entity)
        elif isinstance(row, Role):
            yield from (row.holder_entity, row.organization_entity)


def _places(point: Point, index: Index) -> Iterator[Lead]:
    for row in _rows(point, index):
        ref = row.place_ref if isinstance(row, EventMention | Figure | Role) else None
        place = index.findings.get(ref or "")
        if isinstance(place, PlaceMention):
            yield Lead(words=on_line(place.name or place.text), href=index.way(place_anchor(place)))


def _rows(point: Point, index: Index) -> Iterator[Finding]:
    for reading in point.readings:
        row = index.findings.get(reading.row or "")
        if row is not None:
            yield row


def _beside(point: Point, index: Index, step: int) -> Lead | None:
    order = index.point_order
    place = order.get(point.id, -1) + step
    if not 0 <= place < len(index.tables.points):
        return None
    other = index.tables.points[place]
    return Lead(words=topic_words(other), href=index.way(other.id))
