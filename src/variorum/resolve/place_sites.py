"""In which town does a square, street, airport or building stand?"""

import re
from collections import Counter
from collections.abc import Sequence, Set

import msgspec

from variorum.model.tables import PlaceMention

_TOWNS = frozenset({"city"})
_AFTER = re.compile(r",? \(?(?:(?:in|at|of|near|outside)(?: the)? )?(?:[a-z]+ )?|, ")
_BEFORE = re.compile(r"(?:['’]s?)? (?:[a-z]+ ){0,2}|, (?:on |at |in )?(?:the )?")
_REACH = 600


def place_sites(rows: Sequence[PlaceMention], text: str, streets: Set[str]) -> list[PlaceMention]:
    """The rows with every site still without coordinates placed in its town.

    That is the town it is named for (no street), else one right beside it, else the last named before it, else the one
    its report names most. Sites of a report without towns are left alone; `streets` are the words for streets.
    """
    towns = [row for row in rows if row.feature in _TOWNS and row.latitude is not None and row.rule != "people"]
    most = _most_named(towns)
    placed = []
    for row in rows:
        town = None
        if row.feature == "site" and row.latitude is None:
            town = _in_its_name(row, towns, streets) or _beside(row, towns, text) or _last_before(row, towns) or most
        placed.append(_in_town(row, town) if town else row)
    return placed


def _in_its_name(row: PlaceMention, towns: Sequence[PlaceMention], streets: Set[str]) -> PlaceMention | None:
    """The town that the site is named for ("Semey High School"), where the report names the town itself too."""
    words = f" {row.text} "
    named = (town for town in towns if f" {town.text} " in words)
    return None if row.text.split()[-1].casefold() in streets else next(named, None)


def _beside(row: PlaceMention, towns: Sequence[PlaceMention], text: str) -> PlaceMention | None:
    for town in towns:
        if town.start >= row.end and _AFTER.fullmatch(text[row.end : town.start]):
            return town
    for town in reversed(towns):
        if town.end <= row.start and _BEFORE.fullmatch(text[town.end : row.start]):
            return town
    return None


def _last_before(row: PlaceMention, towns: Sequence[PlaceMention]) -> PlaceMention | None:
    before = [town for town in towns if town.end <= row.start and row.start - town.end <= _REACH]
    return before[-1] if before else None


def _most_named(towns: Sequence[PlaceMention]) -> PlaceMention | None:
    counts = Counter((town.latitude, town.longitude) for town in towns)
    return max(towns, key=lambda town: (counts[town.latitude, town.longitude], -town.start), default=None)


def _in_town(row: PlaceMention, town: PlaceMention) -> PlaceMention:
    return msgspec.structs.replace(
        row, name=row.text, latitude=town.latitude, longitude=town.longitude, country=town.country
    )
