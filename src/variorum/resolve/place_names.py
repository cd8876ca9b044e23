"""What can the names of one report mean, and what do they mean together?"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from variorum.lexicon.folding import fold_name
from variorum.lexicon.gazetteer import Candidate
from variorum.lexicon.places import Atlas
from variorum.model.base import Record
from variorum.model.tables import PlaceMention, Report
from variorum.resolve.place_candidates import Reading, read_name
from variorum.resolve.place_context import Fit, Weighed, gather, prior, weigh
from variorum.resolve.place_home import home_names

_ROUNDS = 3
_BETWEEN = re.compile(r",? \(?(?:in )?|, ")
_PAIR = 6.0
_LOCAL = 2.0
_AREA = 1.5
_PLAIN = 0.97


class ReportNames(Record, frozen=True, kw_only=True):
    """A report's place rows, the key of each row's name (one sense per name and report), and the scores of its readings.

    `home` are the readings of what the outlet's name and address say.
    """

    report: Report
    rows: tuple[PlaceMention, ...]
    keys: Mapping[str, str]
    scores: Mapping[str, tuple[tuple[Candidate, float], ...]]
    home: tuple[tuple[Weighed, ...], ...]


def read_names(report: Report, rows: Sequence[PlaceMention], atlas: Atlas) -> ReportNames:
    """The names of the report with what each can mean by its own words and those beside it."""
    readings = {row.id: _read(row, report, atlas) for row in rows}
    pairs = _pairs(report, rows, readings)
    keys = {row.id: _key(row, readings[row.id], pairs.get(row.id, ())) for row in rows}
    home = tuple(home_names(report, atlas))
    local = {name.key for name in home}
    groups: dict[str, list[PlaceMention]] = defaultdict(list)
    for row in rows:
        groups[keys[row.id]].append(row)
    return ReportNames(
        report=report,
        rows=tuple(rows),
        keys=keys,
        scores={
            key: tuple(_scores(group, readings, pairs, atlas if fold_name(group[0].text) in local else None))
            for key, group in groups.items()
        },
        home=tuple(weigh([(place, _home_score(place, atlas)) for place in name.places]) for name in home),
    )


def weigh_names(names: ReportNames, others: Sequence[Sequence[Weighed]]) -> dict[str, tuple[Weighed, ...]]:
    """The readings of every name weighed by all other names of the report, its home and the others given, by key."""
    weighed = {key: weigh(scores) for key, scores in names.scores.items()}
    for _ in range(_ROUNDS):
        context = gather([*weighed.values(), *names.home, *others])
        weighed = {
            key: _reweigh(scores, Fit(context, weighed[key])) if len(scores) > 1 else weighed[key]
            for key, scores in names.scores.items()
        }
    return weighed


def is_plain(weighed: Mapping[str, Sequence[Weighed]]) -> bool:
    """Whether every name of a report has one reading that leaves the others no chance."""
    return all(not readings or max(reading.weight for reading in readings) >= _PLAIN for readings in weighed.values())


def _reweigh(scores: Sequence[tuple[Candidate, float]], fit: Fit) -> tuple[Weighed, ...]:
    return weigh([(place, score + fit.score(place)) for place, score in scores])


def _key(row: PlaceMention, reading: Reading, pair: Sequence[Candidate]) -> str:
    """One sense per name and report, but a town set beside its state or country stands for itself."""
    areas = sorted({place.admin1 or place.country or "" for place in pair}) if len(pair) == 1 else []
    return f"{fold_name(row.text)} {reading.kind or ''} {' '.join(areas)}"


def _home_score(place: Candidate, atlas: Atlas) -> float:
    """An outlet named for a town, read in English, is likelier at home where English is spoken."""
    local = place.feature == "city" and place.country in atlas.lexicon.spelling.english
    return prior(place) + (_LOCAL if local else 0.0)


def _read(row: PlaceMention, report: Report, atlas: Atlas) -> Reading:
    if row.latitude is None or row.longitude is None:
        return read_name(row, report.text, atlas)
    place = Candidate(
        geonames_id=row.geonames_id,
        name=row.name or row.text,
        latitude=row.latitude,
        longitude=row.longitude,
        country=row.country,
        feature=row.feature or "country",
    )
    return Reading((place,), "people")


def _pairs(
    report: Report, rows: Sequence[PlaceMention], readings: Mapping[str, Reading]
) -> dict[str, tuple[Candidate, ...]]:
    """For rows in "Town, State" the readings that stand in the relation of part and whole, by row id."""
    found: dict[str, tuple[Candidate, ...]] = {}
    for left, right in zip(rows, rows[1:], strict=False):
        if not _BETWEEN.fullmatch(report.text[left.end : right.start]):
            continue
        parts, wholes = found.get(left.id) or readings[left.id].places, readings[right.id].places
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


def _scores(
    group: Sequence[PlaceMention],
    readings: Mapping[str, Reading],
    pairs: Mapping[str, tuple[Candidate, ...]],
    local: Atlas | None,
) -> list[tuple[Candidate, float]]:
    """The readings of a name scored by themselves; `local` is given where the outlet bears the name."""
    reading = readings[group[0].id]
    towns = [place for place in reading.places if place.feature == "city"] if reading.kind is None else []
    scores = {
        place: (_home_score(place, local) if local else prior(place)) - (_AREA if _is_around(place, towns) else 0.0)
        for place in reading.places
    }
    for row in group:
        for place in pairs.get(row.id, ()):
            scores[place] = prior(place) + _PAIR
    return list(scores.items())


def _is_around(place: Candidate, towns: Sequence[Candidate]) -> bool:
    """Whether an area shares its name with a town in it, or with one that makes much of it: the bare name means the town."""
    if place.feature not in ("admin1", "admin2"):
        return False
    return any(
        town.admin1 == place.admin1 or (town.country == place.country and 3 * town.population >= place.population)
        for town in towns
    )
