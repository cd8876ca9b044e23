"""Which places are named, how often, by whom, and which of them cannot be put on a map?"""

from collections import defaultdict

from variorum.model.base import Record
from variorum.model.tables import PlaceMention
from variorum.present.views.index import Index, Witness
from variorum.present.views.visible import on_line
from variorum.present.views.world_map import Spot, WorldMap, draw_map


class PlaceView(Record, frozen=True, kw_only=True):
    """A place; `first` leads to where each report first names it, `on_map` says whether the map shows it."""

    anchor: str
    href: str
    name: str
    country: str
    spelled: tuple[str, ...]
    mentions: int
    first: tuple[tuple[Witness, str], ...]
    whole: bool
    on_map: bool


class PlacesView(Record, frozen=True, kw_only=True):
    """The map (None where no place has coordinates), the places on it or beyond its edge, and those not settled."""

    map: WorldMap | None
    settled: tuple[PlaceView, ...]
    unsettled: tuple[PlaceView, ...]


def read_places(index: Index) -> PlacesView:
    """The places, the most named first."""
    groups: dict[str, list[PlaceMention]] = defaultdict(list)
    for row in index.tables.places:
        groups[place_anchor(row)].append(row)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    spots = [_spot(anchor, rows, index) for anchor, rows in ordered]
    drawn = draw_map([spot for spot in spots if spot is not None])
    on_map = {mark.spot.anchor for mark in drawn.marks} if drawn else set()
    views = [_place(anchor, rows, anchor in on_map, index) for anchor, rows in ordered]
    known = {spot.anchor for spot in spots if spot is not None}
    return PlacesView(
        map=drawn,
        settled=tuple(view for view in views if view.anchor in known),
        unsettled=tuple(view for view in views if view.anchor not in known),
    )


def place_anchor(row: PlaceMention) -> str:
    """The anchor of a place: by its GeoNames id, else by its name or the report's words."""
    if row.geonames_id is not None and row.latitude is not None:
        # a square or building stands where its city does, and is a place of its own
        site = f"-{_spelled(row.text)}" if row.feature == "site" else ""
        return f"place-geonames-{row.geonames_id}{site}"
    return f"place-{_spelled(row.name or row.text)}"


def _spelled(words: str) -> str:
    return "-".join(on_line(words).casefold().split())


def _spot(anchor: str, rows: list[PlaceMention], index: Index) -> Spot | None:
    row = next((row for row in rows if row.latitude is not None and row.longitude is not None), None)
    if row is None or row.latitude is None or row.longitude is None:
        return None
    return Spot(
        anchor=anchor,
        href=index.way(anchor),
        name=_name(row),
        country=row.country or "",
        latitude=row.latitude,
        longitude=row.longitude,
        mentions=len(rows),
        whole=row.feature in ("country", "continent", "region", "admin1"),
        site=row.feature == "site",
    )


def _name(row: PlaceMention) -> str:
    return on_line(row.text if row.feature == "site" else row.name or row.text)


def _place(anchor: str, rows: list[PlaceMention], on_map: bool, index: Index) -> PlaceView:
    first: dict[str, PlaceMention] = {}
    for row in sorted(rows, key=lambda row: (row.start, row.id)):
        first.setdefault(row.report, row)
    ways = ((index.witness(report), index.quote(row).href) for report, row in first.items())
    name = _name(rows[0])
    return PlaceView(
        anchor=anchor,
        href=index.way(anchor),
        name=name,
        country=rows[0].country or "",
        spelled=tuple(sorted({on_line(row.text) for row in rows} - {name})),
        mentions=len(rows),
        first=tuple(sorted(ways, key=lambda way: way[0].place)),
        whole=rows[0].feature in ("country", "continent", "region", "admin1"),
        on_map=on_map,
    )
