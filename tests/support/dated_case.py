"""A made-up crisis told by two reports: events dated finely, roughly, by inference, in dispute or not at all."""

from collections.abc import Sequence
from typing import Any

from variorum.model.tables import DateMention, Event, EventMention, PlaceMention, Report, Tables
from variorum.model.terms import ArgumentBasis, DateBasis, EventType, Realis

GAZETTE = (
    "Port Sele. Marches began on 4 March. Shots fell at noon. The square was cleared. Talks are planned. "
    "Old feuds go back to 1998."
)
HERALD = "The march in Port Sele was on 5 March, in Nova Sele shots were heard, and rain fell in Sela and Old Quay."

_PLACES = (
    ("place-1", "report-a", "Port Sele", 1, 1.5, -2.25, "city"),
    ("place-2", "report-a", "The square", 1, 1.5, -2.25, "site"),
    ("place-3", "report-b", "Port Sele", 1, 1.5, -2.25, "city"),
    ("place-4", "report-b", "Nova Sele", 2, 1.9, -2.0, "city"),
    ("place-5", "report-b", "Sela", 3, 1.2, -2.5, "country"),
    ("place-6", "report-b", "Old Quay", None, None, None, None),
)


def dated_tables() -> Tables:
    """Reports A (the Gazette) and B (the Herald)."""
    told = _told()
    return Tables(
        reports=(_report("report-a", "Gazette", GAZETTE), _report("report-b", "Herald", HERALD)),
        dates=(
            DateMention(
                **_at("date-1", "report-a", "4 March"), edtf="2023-03-04", timex=None, basis=DateBasis.COMPLETED
            ),
            DateMention(**_at("date-2", "report-b", "5 March"), edtf="2023-03-05", basis=DateBasis.COMPLETED),
        ),
        places=tuple(_place(*row) for row in _PLACES),
        event_mentions=told,
        events=(
            _event("event-1", EventType.PROTEST, told[:2], "2023-03-04", "march"),
            _event("event-2", EventType.ASSAULT, told[2:4], "2023-03-04T12", "shoot"),
            _event("event-3", EventType.COERCE, told[4:5], "2023-03-02/2023-03-08", "clear"),
            _event("event-4", EventType.CONSULT, told[5:6], None, "talk"),
            _event("event-5", EventType.ASSAULT, told[6:7], "1998", "feud", background=True),
        ),
    )


def _told() -> tuple[EventMention, ...]:
    clause, carried = ArgumentBasis.CLAUSE, ArgumentBasis.DISCOURSE
    return (
        _mention("told-1", "report-a", "Marches began", EventType.PROTEST, "2023-03-04", "place-1", "date-1", clause),
        _mention("told-2", "report-b", "The march", EventType.PROTEST, "2023-03-05", "place-3", "date-2", clause),
        _mention("told-3", "report-a", "Shots fell", EventType.ASSAULT, "2023-03-04T12", "place-1", None, carried),
        _mention("told-4", "report-b", "shots were heard", EventType.ASSAULT, None, "place-4", None, None),
        _mention(
            "told-5",
            "report-a",
            "The square was cleared",
            EventType.COERCE,
            "2023-03-02/2023-03-08",
            "place-2",
            None,
            carried,
        ),
        _mention("told-6", "report-a", "Talks are planned", EventType.CONSULT, None, None, None, None, Realis.PLANNED),
        _mention("told-7", "report-a", "Old feuds", EventType.ASSAULT, "1998", None, None, clause),
    )


def _mention(  # noqa: PLR0913 (a row of a table)
    row_id: str,
    report: str,
    words: str,
    kind: EventType,
    date: str | None,
    place: str | None,
    date_ref: str | None,
    basis: ArgumentBasis | None,
    realis: Realis = Realis.ACTUAL,
) -> EventMention:
    at = _at(row_id, report, words)
    names = {row[0]: row[2] for row in _PLACES}
    return EventMention(
        **at,
        trigger=words,
        trigger_start=at["start"],
        trigger_end=at["end"],
        type=kind,
        date=date,
        date_ref=date_ref,
        date_basis=basis,
        place=names.get(place or ""),
        place_name=names.get(place or ""),
        place_ref=place,
        place_basis=basis,
        realis=realis,
    )


def _event(
    row_id: str,
    kind: EventType,
    told: Sequence[EventMention],
    date: str | None,
    concept: str,
    *,
    background: bool = False,
) -> Event:
    return Event(
        id=row_id,
        type=kind,
        concept=concept,
        date=date,
        dates=tuple(row.date for row in told if row.date),
        place_name=next((row.place_name for row in told if row.place_name), None),
        places=tuple(dict.fromkeys(row.place_name for row in told if row.place_name)),
        mentions=tuple(row.id for row in told),
        reports=tuple(dict.fromkeys(row.report for row in told)),
        independent_low=len(told),
        independent_high=len(told),
        background=background,
        reasons=("the same kind of act",) if len(told) > 1 else (),
    )


def _report(row_id: str, outlet: str, text: str) -> Report:
    return Report(
        id=row_id, file=f"{outlet}.txt", sha256=row_id[-1] * 64, outlet=outlet, published="2023-03-09", text=text
    )


def _place(
    row_id: str,
    report: str,
    words: str,
    geonames: int | None,
    latitude: float | None,
    longitude: float | None,
    feature: str | None,
) -> PlaceMention:
    return PlaceMention(
        **_at(row_id, report, words),
        name=words if geonames else None,
        geonames_id=geonames,
        latitude=latitude,
        longitude=longitude,
        country="XX" if geonames else None,
        feature=feature,
    )


def _at(row_id: str, report: str, words: str) -> dict[str, Any]:
    start = {"report-a": GAZETTE, "report-b": HERALD}[report].index(words)
    return {"id": row_id, "report": report, "start": start, "end": start + len(words), "text": words}
