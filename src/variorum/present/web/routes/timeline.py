"""What happened when, as far as accounts say, and how does one look closer?"""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import HTMLResponse, Response
from msgspec.structs import asdict

from variorum.present.views.chronicle import Entry, Stretch, chosen, read_chronicle
from variorum.present.views.event_rows import event_row, strip_rows
from variorum.present.views.time_strip import TimeStrip, draw_strip
from variorum.present.views.time_windows import Window, read_window
from variorum.present.views.timeline_part import (
    DayGroup,
    TimelinePart,
    happenings,
    neighbours,
    pick_part,
    read_groups,
    zooms,
)
from variorum.present.web.answers import Asked, Reading, address, as_csv, as_json, page, paged
from variorum.present.web.asking import PageNumber
from variorum.present.web.choosing import Chosen, read_offers

router = APIRouter()

_FOLDED = 8

Day = Annotated[
    str, Query(max_length=60, description="An hour, day, month or year, or an interval of days with _ between them")
]


@router.get("/timeline")
def timeline(
    asked: Reading, choice: Chosen, day: Day = "", show: Stretch = Stretch.CRISIS, number: PageNumber = 1
) -> HTMLResponse:
    """The events that fit the choice, in order of time."""
    chronicle, index = asked.case.made(read_chronicle), asked.case.index
    entries = chosen(chronicle.entries, choice)
    part = pick_part(entries, show, _window(day))
    rows = paged(part.rows, number)
    return page(
        asked,
        "timeline.html",
        part=part,
        rows=rows,
        groups=read_groups(rows.rows, index),
        strip=_strip(asked, part),
        zooms=[(words, window and address(asked.request, day=window.address, page=None), window == part.window)
               for words, window in zooms(part)],
        around=neighbours(part),
        behind_strip=_behind_strip(asked),
        folded=[] if part.window or number > 1 else _folded(asked, entries, show),
        offers=read_offers(chronicle, choice, index),
        chosen_any=any(asdict(choice).values()),
        total=len(chronicle.entries),
        push=True,
    )  # fmt: skip


@router.get("/timeline.json")
def timeline_as_json(asked: Reading, choice: Chosen, day: Day = "", show: Stretch = Stretch.CRISIS) -> Response:
    """The events that fit the choice, all pages of them, with every account."""
    return as_json([event_row(entry, asked.case.index) for entry in _rows(asked, choice, day, show)])


@router.get("/timeline.csv")
def timeline_as_csv(asked: Reading, choice: Chosen, day: Day = "", show: Stretch = Stretch.CRISIS) -> Response:
    """The events that fit the choice, a row each."""
    entries = _rows(asked, choice, day, show)
    rows = [asdict(event_row(entry, asked.case.index, accounts=False)) for entry in entries]
    counts = [{"accounts": len(entry.event.mentions)} for entry in entries]
    return as_csv([row | count for row, count in zip(rows, counts, strict=True)], _COLUMNS, "timeline")


@router.get("/timeline/strip.json")
def strip_as_json(asked: Reading, choice: Chosen, show: Stretch = Stretch.CRISIS) -> Response:
    """When the events that fit the choice were, and of what kind: what a picture of them is drawn from."""
    return as_json(strip_rows(_rows(asked, choice, "", show)))


_COLUMNS = (
    "id", "type", "family", "what", "part", "date", "begins", "ends", "dates", "inferred", "disputed", "place", "places",
    "actors", "recipients", "told", "reports", "outlets", "independent_low", "independent_high", "accounts",
)  # fmt: skip


def _rows(asked: Asked, choice: Chosen, day: str, show: Stretch) -> Sequence[Entry]:
    return pick_part(chosen(asked.case.made(read_chronicle).entries, choice), show, _window(day)).rows


def _window(day: str) -> Window | None:
    """The window asked for; None for the whole time. Answers 422 to what is no date."""
    if not day:
        return None
    window = read_window(day)
    if window is None:
        raise HTTPException(
            422,
            f"“{day}” is no stretch of time that can be looked at. Days are spelled 2022-01-05, hours 2022-01-05T22.",
        )
    return window


def _strip(asked: Asked, part: TimelinePart) -> TimeStrip | None:
    if part.shown is None:
        return None
    return draw_strip(
        happenings(part.rows), part.shown, lambda window: address(asked.request, day=window.address, page=None)
    )


def _behind_strip(asked: Asked) -> str:
    _, mark, parameters = address(asked.request, day=None, page=None).partition("?")
    return f"/timeline/strip.json{mark}{parameters}"


def _folded(
    asked: Asked, entries: Sequence[Entry], show: Stretch
) -> list[tuple[Stretch, int, tuple[DayGroup, ...], str]]:
    """What stands folded below the events of the crisis: the first of each other part, and the way to all."""
    if show is not Stretch.CRISIS:
        return []
    found = []
    for stretch in (Stretch.BACKGROUND, Stretch.UNDATED):
        rows = [entry for entry in entries if entry.stretch is stretch]
        if rows:
            groups = read_groups(rows[:_FOLDED], asked.case.index)
            found.append((stretch, len(rows), groups, address(asked.request, show=stretch.value, page=None)))
    return found
