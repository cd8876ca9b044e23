"""How well does a place fit the other places of its report?"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from variorum.lexicon.gazetteer import Candidate

AREAS = frozenset({"country", "admin1", "admin2"})
_KM_PER_DEGREE = 111.2
_REACH = 75.0
_ADMIN1, _COUNTRY, _NEAR = 3.0, 2.5, 4.0
_KINDS = {"country": 2.0, "admin1": 0.3, "admin2": -1.5, "continent": 3.0, "region": 2.0, "sea": 2.0, "site": 2.0}
_OTHER_NAME, _OTHER_NAME_OF_CITY = 2.0, 0.7
_TOWN = 100_000
_STRANGER, _CROWD = 50_000, 4.0
_SHARP = 1.2
_FAR_DEGREES = 3.0
_WORLD_KNOWN = 500_000
_TRACE = 0.1
_FAINT = 0.02


class Weighed(NamedTuple):
    """A place and how likely it is meant, 0..1."""

    place: Candidate
    weight: float


class Context(NamedTuple):
    """What the other names of a report speak for: weight per country, per first-order division, and points on the map."""

    countries: Mapping[str, float]
    divisions: Mapping[str, float]
    points: Sequence[Weighed]


def prior(place: Candidate) -> float:
    """How likely a place is meant where nothing is known: the order of magnitude of its people, more for areas."""
    size = math.log10(place.population + 50) if place.population else 1.0
    if place.feature in ("region", "sea", "site"):
        size = 3.5 if place.country else 5.0
    other_name = 0.0 if place.main else (_OTHER_NAME if place.population < _TOWN else _OTHER_NAME_OF_CITY)
    return size + _KINDS.get(place.feature, 0.0) + (3.0 if place.usual else 0.0) - other_name


def gather(names: Iterable[Sequence[Weighed]]) -> Context:
    """The context that the weighed readings of all names make together."""
    countries: dict[str, float] = defaultdict(float)
    divisions: dict[str, float] = defaultdict(float)
    points = []
    for readings in names:
        for reading in readings:
            place, weight = reading
            if weight < _FAINT:
                continue
            if place.country:
                countries[place.country] += weight
            if place.admin1:
                divisions[place.admin1] += weight
            if place.feature in ("city", "admin2") and weight > 0.25:
                points.append(reading)
    return Context(countries, divisions, points)


class Fit:
    """How much a context speaks for the readings of one name, the name's own readings left out of the context."""

    def __init__(self, context: Context, own: Sequence[Weighed]) -> None:
        self._context, self._own = context, gather([own])
        same = {id(place) for place, _ in own}
        self._points = [point for point in context.points if id(point.place) not in same]

    def score(self, place: Candidate) -> float:
        """The place's share of what the context speaks for: 0 where it says nothing."""
        near = 0.0
        if place.feature in ("city", "admin2"):
            near = sum(
                weight * math.exp(-km(place, other) / _REACH)
                for other, weight in self._points
                if abs(place.latitude - other.latitude) < _FAR_DEGREES
            )
        country = _without(self._context.countries, self._own.countries, place.country)
        division = _without(self._context.divisions, self._own.divisions, place.admin1)
        return _COUNTRY * _saturate(country, 2.0) + _ADMIN1 * _saturate(division, 1.0) + _NEAR * _saturate(near, 1.0)


def is_credible(reading: Weighed, context: Context) -> bool:
    """Whether something else in the report speaks for the place's country, where the place alone is too little known.

    That is a place that goes by another name, unless large; and a small town in a report full of other countries.
    """
    place = reading.place
    if place.usual or place.country is None or place.population >= _WORLD_KNOWN:
        return True
    beside = context.countries.get(place.country, 0.0) - reading.weight
    if beside > _TRACE:
        return True
    crowd = sum(context.countries.values()) - context.countries.get(place.country, 0.0)
    return place.main and (place.feature != "city" or place.population >= _STRANGER or crowd < _CROWD)


def weigh(scores: Sequence[tuple[Candidate, float]]) -> tuple[Weighed, ...]:
    """Readings with weights that sum to one, from their scores."""
    if not scores:
        return ()
    top = max(score for _, score in scores)
    powers = [(place, math.exp(_SHARP * (score - top))) for place, score in scores]
    total = sum(power for _, power in powers)
    return tuple(Weighed(place, power / total) for place, power in powers)


def km(one: Candidate, other: Candidate) -> float:
    """The distance in kilometres, on the flat map between them: good to a few percent for places near each other."""
    north = one.latitude - other.latitude
    east = (one.longitude - other.longitude + 540) % 360 - 180
    return _KM_PER_DEGREE * math.hypot(north, east * math.cos(math.radians((one.latitude + other.latitude) / 2)))


def _without(masses: Mapping[str, float], own: Mapping[str, float], code: str | None) -> float:
    return masses.get(code or "", 0.0) - own.get(code or "", 0.0)


def _saturate(mass: float, half: float) -> float:
    return mass / (mass + half) if mass > 0 else 0.0
