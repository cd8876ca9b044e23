"""Which place does each name mean, in its report and its case?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from variorum.lexicon.places import Atlas, open_atlas
from variorum.model.tables import PlaceMention, Tables
from variorum.resolve.place_context import Weighed, gather, is_credible
from variorum.resolve.place_names import ReportNames, is_plain, read_names, weigh_names
from variorum.resolve.place_sites import place_sites
from variorum.resolve.place_spelling import respell

_CASE_PLACES = 40
_CASE_SHARE = 0.03
"""What fewer of a case's reports name says nothing of the others."""
_SURE = 0.4


def resolve_places(tables: Tables) -> Tables:
    """The case with every place name settled that its report and case can settle; the others keep no coordinates.

    Each report is read by itself first; then again with the places that most reports of the case name beside its own.
    """
    atlas = open_atlas()
    rows: dict[str, list[PlaceMention]] = defaultdict(list)
    for row in tables.places:
        rows[row.report].append(row)
    read = [read_names(report, rows[report.id], atlas) for report in tables.reports if rows[report.id]]
    alone = [weigh_names(names, ()) for names in read]
    case = case_places(alone) if len(read) > 1 else ()
    settled: dict[str, PlaceMention] = {}
    for names, first in zip(read, alone, strict=True):
        weighed = first if is_plain(first) or not case else weigh_names(names, [[place] for place in case])
        settled.update((row.id, row) for row in _settle_report(names, weighed, case, atlas))
    return msgspec.structs.replace(tables, places=tuple(settled.get(row.id, row) for row in tables.places))


def case_places(reports: Sequence[Mapping[str, Sequence[Weighed]]]) -> tuple[Weighed, ...]:
    """The places that the reports of a case name most, each weighed by the share of reports that name it."""
    named: dict[tuple[object, ...], float] = defaultdict(float)
    places = {}
    for names in reports:
        best = [max(readings, key=lambda reading: reading.weight) for readings in names.values() if readings]
        own = gather([*names.values()])
        sure = {_identity(reading): reading for reading in best if reading.weight > _SURE and is_credible(reading, own)}
        for key, reading in sure.items():
            named[key] += 1.0
            places[key] = reading.place
    often = [key for key in named if named[key] >= _CASE_SHARE * len(reports)]
    top = sorted(often, key=lambda key: (-named[key], repr(key)))[:_CASE_PLACES]
    return tuple(Weighed(places[key], named[key] / len(reports)) for key in top)


def _identity(reading: Weighed) -> tuple[object, ...]:
    place = reading.place
    return (place.geonames_id or 0, place.name, place.feature)


def _settle_report(
    names: ReportNames, weighed: Mapping[str, Sequence[Weighed]], case: Iterable[Weighed], atlas: Atlas
) -> list[PlaceMention]:
    context = gather([*weighed.values(), *names.home, *([place] for place in case)])
    rows = []
    for row in names.rows:
        readings = tuple(reading for reading in weighed[names.keys[row.id]] if is_credible(reading, context))
        rows.append(_settle(row, readings or respell(row, context, atlas)))
    return place_sites(rows, names.report.text, atlas.lexicon.words.streets)


def _settle(row: PlaceMention, readings: Sequence[Weighed]) -> PlaceMention:
    """The row with the likeliest reading; a row that is settled or has no reading as it is."""
    if row.latitude is not None or not readings:
        return row
    place = max(readings, key=lambda reading: reading.weight).place
    site = row.feature == "site"
    return msgspec.structs.replace(
        row,
        name=row.text if site and place.feature != "site" else place.name,
        geonames_id=None if site else place.geonames_id,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
        feature=row.feature or place.feature,
    )
