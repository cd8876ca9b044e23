"""Which country and city does an office or a body belong to, by its own words and by the report around it?"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from variorum.annotate.mention_draft import plain
from variorum.annotate.page import Page
from variorum.lexicon.names import read_demonyms, read_names
from variorum.model.tables import PlaceMention, Tables


class Scope:
    """The places of one report, ready to be asked which one words belong to."""

    def __init__(self, page: Page, found: Tables) -> None:
        self._doc = page.doc
        self._places = tuple(sorted(found.places, key=lambda row: (row.start, row.end)))
        self._starts = [row.start for row in self._places]
        self._country_nouns = read_names().cues.country
        self.report_country = _main_country(page.doc, self._places)

    def places_in(self, start: int, end: int) -> tuple[PlaceMention, ...]:
        """The places that lie inside the range."""
        at = bisect_left(self._starts, start)
        found: list[PlaceMention] = []
        while at < len(self._places) and self._places[at].start < end:
            if self._places[at].end <= end:
                found.append(self._places[at])
            at += 1
        return tuple(found)

    def country_in(self, tokens: Sequence[Token]) -> str | None:
        """The country the words name, by a place, a demonym or "the country's"; None where they name none."""
        if not tokens:
            return None
        start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
        for place in self.places_in(start, end):
            if place.country:
                return place.country
        for token in tokens:
            code = demonym(token)
            if code:
                return code
        if any(plain(token.text) in self._country_nouns for token in tokens):
            return self.report_country
        return None

    def locality_in(self, tokens: Sequence[Token]) -> str | None:
        """The city or region the words name ("Almaty police"), or that "the city's" points back to."""
        if not tokens:
            return None
        start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
        for place in self.places_in(start, end):
            if place.feature not in {"country", "people", "continent", "region"} and place.name != place.country:
                return place.name or place.text
        if any(plain(token.text) in {"city", "town"} for token in tokens):
            return self._city_before(start)
        return None

    def _city_before(self, offset: int) -> str | None:
        for place in reversed(self._places[: bisect_left(self._starts, offset)]):
            if place.feature == "city":
                return place.name or place.text
        return None


def demonym(token: Token) -> str | None:
    """The ISO code of the country whose people the token names; None for other words."""
    if not token.text[:1].isupper():
        return None
    return read_demonyms().get(plain(token.text))


def _main_country(doc: Doc, places: Sequence[PlaceMention]) -> str | None:
    """The country a report tells most of; the first named where two are level; None where it names none."""
    named = [(row.start, row.country) for row in places if row.country]
    if not named:
        named = [(token.idx, code) for token in doc if (code := demonym(token))]
    counts = Counter(code for _, code in named)
    first = {code: start for start, code in reversed(named)}
    return min(counts, key=lambda code: (-counts[code], first[code]), default=None)
