"""What does English say about places beside their names? Peoples, short names, regions, generic words."""

from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from variorum.lexicon.folding import fold_name
from variorum.lexicon.gazetteer import Candidate, Gazetteer, open_gazetteer
from variorum.lexicon.load import read_lexicon
from variorum.model.base import Record


class Spot(Record, frozen=True, kw_only=True):
    """A point that stands for a region or water, in degrees; `country` (ISO alpha-2) where it lies in one."""

    latitude: float
    longitude: float
    country: str | None = None


class OtherNames(Record, frozen=True, kw_only=True):
    """Forms that mean the place of the name given, in the country given."""

    name: str
    country: str
    forms: tuple[str, ...]


class Directions(Record, frozen=True, kw_only=True):
    """Words that may go before a name and belong to it."""

    words: frozenset[str]


class OutletWords(Record, frozen=True, kw_only=True):
    """Words that newspapers and sites are named with."""

    words: frozenset[str]


class Spelling(Record, frozen=True, kw_only=True):
    """Countries by what English does with their names; ISO alpha-2 codes."""

    own: frozenset[str]
    english: frozenset[str]


class PlaceWords(Record, frozen=True, kw_only=True):
    """Closed classes of words around place names; `traps` are names that are mostly something else.

    `causes` are what bodies work for: a building called by one is the body.
    """

    locative: frozenset[str]
    at: frozenset[str]
    apposed: frozenset[str]
    certain: frozenset[str]
    streets: frozenset[str]
    townsfolk: frozenset[str]
    quarters: frozenset[str]
    causes: frozenset[str]
    articles: frozenset[str]
    endings: tuple[str, ...]
    traps: frozenset[str]
    persons: frozenset[str]


class PlaceLexicon(Record, frozen=True, kw_only=True):
    """The lexicon en/places.toml; its comments say what each part holds."""

    peoples: Mapping[str, tuple[str, ...]]
    peoples_of_regions: Mapping[str, str]
    countries: Mapping[str, tuple[str, ...]]
    others: tuple[OtherNames, ...]
    regions: Mapping[str, Spot]
    landmarks: Mapping[str, Spot]
    waters: Mapping[str, Spot]
    states: Mapping[str, tuple[str, ...]]
    generic: Mapping[str, frozenset[str]]
    directions: Directions
    words: PlaceWords
    spelling: Spelling
    outlets: OutletWords


_ABBREVIATION = 3


class Atlas:
    """The gazetteer seen through the lexicon: short names, peoples and regions beside the names GeoNames has."""

    def __init__(self, gazetteer: Gazetteer, lexicon: PlaceLexicon) -> None:
        self.gazetteer = gazetteer
        self.lexicon = lexicon
        self._kinds = {word: kind for kind, words in reversed(list(lexicon.generic.items())) for word in words}
        self._states = {form: code for code, forms in lexicon.states.items() for form in forms}
        self._peoples = {form: code for code, forms in lexicon.peoples.items() for form in forms}
        self._own = dict(self._own_names())

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """The places a name may mean, the likeliest first; empty where neither lexicon nor gazetteer knows it.

        Abbreviations ("US", "LA") are only known in capitals, and mean what the lexicon says.
        """
        own = self._own.get(name) or self._own.get(fold_name(name))
        if own is None:
            return () if self._is_unknown_short(name) else self.gazetteer.lookup(name)
        if self.is_short_name(name):
            return (own,)
        others = (place for place in self.gazetteer.lookup(name) if place.geonames_id != own.geonames_id)
        return (own, *others)

    def is_short_name(self, name: str) -> bool:
        """Whether the name is an abbreviation of the lexicon ("EU", "U.S.", "LA")."""
        return _is_short(name) and name in self._own

    @staticmethod
    def _is_unknown_short(name: str) -> bool:
        return name.isupper() and len(name) <= _ABBREVIATION

    def near(self, name: str, country: str) -> tuple[Candidate, ...]:
        """Places of one country whose name sounds almost like this one, the closest first."""
        return self.gazetteer.near(name, country)

    def area(self, code: str) -> Candidate | None:
        """The country (ISO alpha-2) or first-order division (GeoNames code) with the code."""
        return self.gazetteer.area(code)

    def state(self, form: str) -> Candidate | None:
        """The state or province that a shortening set after a town stands for ("Calif.", "TX"); None for other words."""
        code = self._states.get(form) or self._states.get(f"{form}.")
        return self.area(code) if code else None

    def people(self, word: str) -> Candidate | None:
        """The country or region of a word for its people or things ("Kazakh", "Kazakhs"); None for other words."""
        for form in (word, word.removesuffix("s"), word.removesuffix("es")):
            code = self._peoples.get(form)
            if code:
                return self.area(code)
            region = self.lexicon.peoples_of_regions.get(form)
            if region:
                return next(iter(self.lookup(region)), None)
        return None

    def inflected(self, name: str) -> tuple[Candidate, ...]:
        """The places of whose name this may be a Slavic case form ("Alma-Atu"); empty for other words."""
        for ending in self.lexicon.words.endings:
            if name.endswith(ending):
                found = self.gazetteer.lookup(name.removesuffix(ending) + "a")
                if found:
                    return found
        return ()

    def kind(self, word: str) -> str | None:
        """What a generic word beside a name makes of the place: country, admin1, admin2, city, site, water, land."""
        return self._kinds.get(word.casefold())

    def _own_names(self) -> Iterator[tuple[str, Candidate]]:
        lexicon = self.lexicon
        for feature, spots in (("region", lexicon.regions), ("sea", lexicon.waters), ("site", lexicon.landmarks)):
            for name, spot in spots.items():
                place = Candidate(
                    geonames_id=None,
                    name=name,
                    latitude=spot.latitude,
                    longitude=spot.longitude,
                    country=spot.country,
                    feature=feature,
                    usual=feature == "site",
                )
                yield _key(name), place
        for other in self.lexicon.others:
            for place in self.gazetteer.lookup(other.name):
                if place.country == other.country and place.feature in ("city", "region"):
                    yield from (
                        (_key(form), msgspec.structs.replace(place, main=True, usual=True)) for form in other.forms
                    )
                    break
        for code, forms in self.lexicon.countries.items():
            country = self.area(code)
            if country:
                yield from ((_key(form), msgspec.structs.replace(country, main=True)) for form in forms)


def _is_short(name: str) -> bool:
    return name.replace(".", "").isupper() and len(name) <= 6


def _key(name: str) -> str:
    return name if _is_short(name) else fold_name(name)


@cache
def open_atlas() -> Atlas:
    """The shipped gazetteer and the English lexicon, opened once a process."""
    return Atlas(open_gazetteer(), read_lexicon("places", PlaceLexicon))
