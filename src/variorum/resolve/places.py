"""Which place does each name mean, in its report and its case?"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from variorum.lexicon.folding import fold_name
from variorum.lexicon.gazetteer import Candidate
from variorum.lexicon.places import Atlas, open_atlas
from variorum.model.tables import PlaceMention, Report, Tables
from variorum.resolve.place_candidates import Reading, read_name
from variorum.resolve.place_context import Context, Fit, Weighed, gather, prior, weigh
from variorum.resolve.place_home import home_names

_ROUNDS = 3
_BETWEEN = re.compile(r",? \(?(?:in )?|, ")
_PAIR = 6.0


def resolve_places(tables: Tables) -> Tables:
    """The case with every place name settled that its report and case can settle; the others keep no coordinates."""
    atlas = open_atlas()
    rows: dict[str, list[PlaceMention]] = defaultdict(list)
    for row in tables.places:
        rows[row.report].append(row)
    settled: dict[str, PlaceMention] = {}
    for report in tables.reports:
        settled.update(_resolve_report(report, rows.get(report.id, []), atlas))
    return msgspec.structs.replace(tables, places=tuple(settled.get(row.id, row) for row in tables.places))


def _resolve_report(report: Report, rows: Sequence[PlaceMention], atlas: Atlas) -> dict[str, PlaceMention]:
    readings = {row.id: _read(row, report, atlas) for row in rows}
    groups: dict[str, list[PlaceMention]] = defaultdict(list)
    for row in rows:
        groups[f"{fold_name(row.text)} {readings[row.id].kind or ''}"].append(row)
    pairs = _pairs(report, rows, readings)
    scored = {key: _own_scores(group, readings, pairs) for key, group in groups.items()}
    weighed = {key: weigh(scores) for key, scores in scored.items()}
    home = [weigh([(place, prior(place)) for place in places]) for places in home_names(report, atlas)]
    for _ in range(_ROUNDS):
        context = gather([*weighed.values(), *home])
        weighed = {key: _reweigh(scores, context, weighed[key]) for key, scores in scored.items()}
    return {row.id: _settle(row, weighed[key]) for key, group in groups.items() for row in group}


def _read(row: PlaceMention, report: Report, atlas: Atlas) -> Reading:
    if row.latitude is not None and row.longitude is not None:
        place = Candidate(
            geonames_id=row.geonames_id,
            name=row.name or row.text,
            latitude=row.latitude,
            longitude=row.longitude,
            country=row.country,
            feature=row.feature or "country",
        )
        return Reading((place,), "people")
    return read_name(row, report.text, atlas)


def _pairs(
    report: Report, rows: Sequence[PlaceMention], readings: Mapping[str, Reading]
) -> dict[str, tuple[Candidate, ...]]:
    """For rows in "Town, State" the readings that stand in the relation of part and whole, by row id."""
    found: dict[str, tuple[Candidate, ...]] = {}
    for left, right in zip(rows, rows[1:], strict=False):
        if not _BETWEEN.fullmatch(report.text[left.end : right.start]):
            continue
        parts, wholes = readings[left.id].places, found.get(right.id) or readings[right.id].places
        inside = [(part, whole) for part in parts for whole in wholes if _holds(whole, part)]
        if inside:
            found[left.id] = tuple(dict.fromkeys(part for part, _ in inside))
            found[right.id] = tuple(dict.fromkeys(whole for _, whole in inside))
    return found


def _holds(whole: Candidate, part: Candidate) -> bool:
    if whole.geonames_id == part.geonames_id:
        return False
    if whole.feature == "country":
        return whole.country == part.country
    if whole.feature == "admin1":
        return whole.admin1 == part.admin1 and part.feature != "admin1"
    return whole.feature == "admin2" and whole.admin2 == part.admin2 and part.feature == "city"


def _own_scores(
    group: Sequence[PlaceMention], readings: Mapping[str, Reading], pairs: Mapping[str, tuple[Candidate, ...]]
) -> list[tuple[Candidate, float]]:
    scores = {place: prior(place) for place in readings[group[0].id].places}
    for row in group:
        for place in pairs.get(row.id, ()):
            scores[place] = prior(place) + _PAIR
    return list(scores.items())


def _reweigh(
    scores: Sequence[tuple[Candidate, float]], context: Context, own: Sequence[Weighed]
) -> tuple[Weighed, ...]:
    fit = Fit(context, own)
    return weigh([(place, score + fit.score(place)) for place, score in scores])


def _settle(row: PlaceMention, weighed: Sequence[Weighed]) -> PlaceMention:
    if row.latitude is not None or not weighed:
        return row
    place = max(weighed, key=lambda reading: reading.weight).place
    return msgspec.structs.replace(
        row,
        name=place.name,
        geonames_id=place.geonames_id,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
        feature=row.feature or place.feature,
    )
