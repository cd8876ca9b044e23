"""Which country do words name outright, by a demonym or a country's name, and what places stand in them?

Whose "the government" is, where nothing is named, only the resolved places of the report can tell: resolve/mention_scope.py.
"""

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from variorum.annotate.mention_draft import plain
from variorum.lexicon.names import read_demonyms
from variorum.lexicon.places import Atlas
from variorum.model.tables import PlaceMention, Tables


class Scope:
    """The places of one report, ready to be asked which stand in a range."""

    def __init__(self, doc: Doc, found: Tables, atlas: Atlas) -> None:
        self._doc = doc
        self._atlas = atlas
        self._places = tuple(sorted(found.places, key=lambda row: (row.start, row.end)))
        self._starts = [row.start for row in self._places]

    def places_in(self, start: int, end: int) -> tuple[PlaceMention, ...]:
        """The places that lie inside the range."""
        at = bisect_left(self._starts, start)
        found: list[PlaceMention] = []
        while at < len(self._places) and self._places[at].start < end:
            if self._places[at].end <= end:
                found.append(self._places[at])
            at += 1
        return tuple(found)

    def is_known(self, place: PlaceMention) -> bool:
        """Whether the gazetteer has a place of that name."""
        return place.geonames_id is not None or self.is_known_name(place.text)

    def is_known_name(self, name: str) -> bool:
        """Whether some place of the gazetteer goes by the name."""
        return bool(self._atlas.lookup(name))

    def country_in(self, tokens: Sequence[Token]) -> str | None:
        """The ISO code of the first country or people the words name; None where they name none."""
        if not tokens:
            return None
        for token in tokens:
            code = demonym(token)
            if code:
                return code
        for place in self.places_in(tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)):
            code = self.country_of(place)
            if code:
                return code
        return None

    def country_of(self, place: PlaceMention) -> str | None:
        """The country the place is, by its name; None for other places."""
        return self.country_named(place.text)

    def country_named(self, name: str) -> str | None:
        """The ISO code of the country that mainly goes by the name; None for other names."""
        found = (place for place in self._atlas.lookup(name) if place.feature == "country" and place.main)
        return next((place.country for place in found), None)


def demonym(token: Token) -> str | None:
    """The ISO code of the country whose people the token names; None for other words."""
    if not token.text[:1].isupper():
        return None
    return read_demonyms().get(plain(token.text))
