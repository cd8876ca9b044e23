"""What is there to say of one event: every account of it, the figures told with it, the points about it, why it is one event?"""

from collections.abc import Sequence

from variorum.model.base import Record
from variorum.model.tables import Event, EventMention, Figure, Point
from variorum.present.views.accounts import EventView, Telling, read_event, read_telling
from variorum.present.views.days import day_anchor, day_of
from variorum.present.views.in_place import InPlace, finding_in_place
from variorum.present.views.index import Index, Quote
from variorum.present.views.phrases import amount
from variorum.present.views.point_cards import PointView, read_point
from variorum.present.views.visible import on_line
from variorum.present.views.words import MEASURES


class AccountView(Record, frozen=True, kw_only=True):
    """One account, its words in their sentence, who acts on whom, with the ways to them, and what it says beside."""

    telling: Telling
    place: InPlace
    actor: str
    actor_href: str
    recipient: str
    recipient_href: str
    where_href: str
    content: str


class FigureTold(Record, frozen=True, kw_only=True):
    """A quantity told with the event."""

    href: str
    amount: str
    of: str
    voice: str
    voice_href: str
    quote: Quote


class EventPage(Record, frozen=True, kw_only=True):
    """An event with the days it is filed under; `rows` are the mentions of it in the order of the sigla."""

    view: EventView
    day_href: str
    background: bool
    rows: tuple[EventMention, ...]
    figures: tuple[FigureTold, ...]
    points: tuple[PointView, ...]
    reasons: tuple[str, ...]


def read_event_page(event: Event, index: Index) -> EventPage:
    """The event with everything that hangs on it; its accounts are read apart, as many as are shown."""
    rows = sorted(
        (index.told[mention] for mention in event.mentions if mention in index.told),
        key=lambda row: (index.witness(row.report).place, row.start, row.id),
    )
    figures = [figure for figure in index.tables.figures if figure.event == event.id]
    day = day_of(event.date)
    return EventPage(
        view=read_event(event, index, 0),
        day_href=index.way(day_anchor(day)) if day else "",
        background=event.background,
        rows=tuple(rows),
        figures=tuple(_figure(figure, index) for figure in figures),
        points=tuple(read_point(point, index) for point in _points(event, figures, index)),
        reasons=tuple(on_line(reason) for reason in event.reasons),
    )


def read_account(row: EventMention, index: Index) -> AccountView:
    """One account of the event."""
    return AccountView(
        telling=read_telling(row, index),
        place=finding_in_place(row, index),
        actor=on_line(row.actor_name or row.actor),
        actor_href=index.entity_href(row.actor_entity),
        recipient=on_line(row.recipient_name or row.recipient),
        recipient_href=index.entity_href(row.recipient_entity),
        where_href=index.entity_href(row.place_entity),
        content=on_line(row.content),
    )


def _figure(figure: Figure, index: Index) -> FigureTold:
    unit = "" if figure.unit in (None, "person") else f" {on_line(figure.unit)}"
    return FigureTold(
        href=index.way(figure.id),
        amount=amount(figure.low, figure.high, approximate=figure.approximate) + unit,
        of=f"{MEASURES[figure.measure].lower()}: {on_line(figure.subject)}"
        if figure.subject
        else MEASURES[figure.measure],
        voice=on_line(figure.voice_name or figure.voice) or "the report itself",
        voice_href=index.entity_href(figure.voice_entity),
        quote=index.quote(figure),
    )


def _points(event: Event, figures: Sequence[Figure], index: Index) -> list[Point]:
    """The points that say they are about the event, or whose answers rest on accounts of it or on figures told with it."""
    rows = {*event.mentions, *(figure.id for figure in figures)}
    return [
        point
        for point in index.tables.points
        if point.event == event.id or any(reading.row in rows for reading in point.readings)
    ]
