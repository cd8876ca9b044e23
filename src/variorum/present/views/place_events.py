"""Where do events happen, as far as accounts say, and how surely is each place known?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from variorum.model.base import Record
from variorum.model.tables import EventMention, PlaceMention
from variorum.model.terms import ArgumentBasis
from variorum.present.views.chronicle import Entry
from variorum.present.views.index import Index
from variorum.present.views.visible import on_line


class Fix(StrEnum):
    """How well a place is known: a spot, a square or building put where its town is, a region, a country, or not at all."""

    SPOT = "spot"
    SITE = "site"
    REGION = "region"
    COUNTRY = "country"
    UNSETTLED = "unsettled"


_FIXES = {
    "site": Fix.SITE,
    "admin1": Fix.REGION,
    "region": Fix.REGION,
    "country": Fix.COUNTRY,
    "continent": Fix.COUNTRY,
}
_COARSE = {Fix.COUNTRY: 2, Fix.REGION: 1}


class Place(Record, frozen=True, kw_only=True):
    """A place with every mention of it; `latitude` and `longitude` are None where no gazetteer settles it."""

    anchor: str
    name: str
    country: str
    fix: Fix
    latitude: float | None
    longitude: float | None
    rows: tuple[PlaceMention, ...]


class Placed(Record, frozen=True, kw_only=True, gc=False):
    """An event at a place: `inferred` where no account names the place in the sentence, `disputed` where others say elsewhere."""

    entry: Entry
    inferred: bool
    disputed: bool


class Gazette(Record, frozen=True, kw_only=True):
    """All places, the most named first, and the events at each by its anchor; `nowhere` are events that no account places."""

    places: Mapping[str, Place]
    events: Mapping[str, tuple[Placed, ...]]
    nowhere: tuple[Entry, ...]


def place_anchor(row: PlaceMention) -> str:
    """The anchor of a place: by its GeoNames id, else by its name or the report's words."""
    if row.geonames_id is not None and row.latitude is not None:
        # a square or building stands where its city does, and is a place of its own
        site = f"-{_spelled(row.text)}" if row.feature == "site" else ""
        return f"place-geonames-{row.geonames_id}{site}"
    return f"place-{_spelled(row.name or row.text)}"


def _spelled(words: str) -> str:
    return "-".join(on_line(words).casefold().split())


def read_all_places(index: Index) -> Mapping[str, Place]:
    """The places by anchor, the most named first."""
    groups: dict[str, list[PlaceMention]] = defaultdict(list)
    for row in index.tables.places:
        groups[place_anchor(row)].append(row)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return {anchor: _place(anchor, rows) for anchor, rows in ordered}


def _place(anchor: str, rows: Sequence[PlaceMention]) -> Place:
    known = next((row for row in rows if row.latitude is not None and row.longitude is not None), None)
    row = known or rows[0]
    return Place(
        anchor=anchor,
        name=on_line(row.text if row.feature == "site" else row.name or row.text),
        country=row.country or "",
        fix=_FIXES.get(row.feature or "", Fix.SPOT) if known else Fix.UNSETTLED,
        latitude=known.latitude if known else None,
        longitude=known.longitude if known else None,
        rows=tuple(rows),
    )


def read_gazette(places: Mapping[str, Place], entries: Iterable[Entry], index: Index) -> Gazette:
    """The events at the places that accounts name for them, in the order they come in.

    An event told of in a town and in its country is one in the town.
    """
    by_row = {row.id: place.anchor for place in places.values() for row in place.rows}
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for place in places.values():
        for row in place.rows:
            if row.entity:
                named[row.entity][place.anchor] += 1
    by_entity = {entity: min(counts, key=lambda anchor: (-counts[anchor], anchor)) for entity, counts in named.items()}
    events: dict[str, list[Placed]] = defaultdict(list)
    nowhere = []
    for entry in entries:
        told = _told(entry, by_row, by_entity, index)
        anchors = _finest([places[anchor] for anchor in told])
        for anchor in anchors:
            inferred = all(row.place_basis is ArgumentBasis.DISCOURSE for row in told[anchor])
            events[anchor].append(Placed(entry=entry, inferred=inferred, disputed=len(anchors) > 1))
        if not anchors:
            nowhere.append(entry)
    return Gazette(
        places=places, events={anchor: tuple(rows) for anchor, rows in events.items()}, nowhere=tuple(nowhere)
    )


def _told(
    entry: Entry, by_row: Mapping[str, str], by_entity: Mapping[str, str], index: Index
) -> dict[str, list[EventMention]]:
    """The accounts of an event by the place that each names."""
    told: dict[str, list[EventMention]] = defaultdict(list)
    for mention in entry.event.mentions:
        row = index.told.get(mention)
        if row is None:
            continue
        anchor = by_row.get(row.place_ref or "") or by_entity.get(row.place_entity or "")
        if anchor is not None:
            told[anchor].append(row)
    return told


def _finest(places: Sequence[Place]) -> tuple[str, ...]:
    """The places without those that only name more roughly where another lies."""
    kept = [
        place
        for place in places
        if not any(
            _COARSE.get(other.fix, 0) < _COARSE.get(place.fix, 0) and other.country == place.country for other in places
        )
    ]
    return tuple(sorted(place.anchor for place in kept))
