"""Which place does each name mean, in its report and its case?"""

import msgspec

from variorum.lexicon.gazetteer import Candidate
from variorum.lexicon.places import open_atlas
from variorum.model.tables import PlaceMention, Tables


def resolve_places(tables: Tables) -> Tables:
    """The tables with their places resolved."""
    atlas = open_atlas()
    rows = []
    for row in tables.places:
        found = atlas.lookup(row.text) if row.latitude is None else ()
        rows.append(_settled(row, found[0]) if found else row)
    return msgspec.structs.replace(tables, places=tuple(rows))


def _settled(row: PlaceMention, place: Candidate) -> PlaceMention:
    return msgspec.structs.replace(
        row,
        name=place.name,
        geonames_id=place.geonames_id,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
        feature=row.feature or place.feature,
    )
