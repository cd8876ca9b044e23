"""Whose is "the government", "the city's mayor", "President Haddad"? By the places in the words, then by the report.

A body, a crowd or an office of state belongs to the country its words name; where they name none, to the country the
report tells most of, wherever it was written.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from variorum.lexicon.names import read_names
from variorum.model.base import Span
from variorum.model.tables import Mention, PlaceMention, Tables
from variorum.model.terms import EntityType, SectionKind

_WIDE = frozenset({"country", "continent", "region", "sea", None})
_BEYOND = frozenset({"continent", "region", "sea"})
"""Of several countries: what belongs there is not the report's country's ("European officials")."""
_OF = " of "


class Ground:
    """The resolved places of one report; `datelines` are the stretches that say where it was written."""

    def __init__(self, text: str, places: Sequence[PlaceMention], datelines: Sequence[Span] = ()) -> None:
        self.text = text
        self._places = sorted(places, key=lambda row: (row.start, row.end, row.id))
        self._starts = [row.start for row in self._places]
        told = [row for row in self._places if not any(line.contains(row.span) for line in datelines)]
        self.country = _main_country(told)
        self.written_in = _main_country(self._places)
        self.office_country = self.country if _is_clear(self._places) else None

    def inside(self, start: int, end: int) -> list[PlaceMention]:
        """The places inside the range, in order."""
        at, found = bisect_left(self._starts, start), []
        while at < len(self._places) and self._places[at].start < end:
            if self._places[at].end <= end:
                found.append(self._places[at])
            at += 1
        return found

    def city_before(self, offset: int) -> PlaceMention | None:
        """The last city named before the offset; None where none is."""
        for place in reversed(self._places[: bisect_left(self._starts, offset)]):
            if place.feature == "city":
                return place
        return None


def _main_country(places: Sequence[PlaceMention]) -> str | None:
    counts: Counter[str] = Counter(place.country for place in places if place.country)
    first = {place.country: -number for number, place in enumerate(reversed(places)) if place.country}
    return min(counts, key=lambda code: (-counts[code], first[code]), default=None)


def _is_clear(places: Sequence[PlaceMention]) -> bool:
    """Whether a report or a case is about one country, so that "the prime minister" can only be that country's."""
    ranked = Counter(place.country for place in places if place.country).most_common(2)
    return len(ranked) < 2 or ranked[0][1] >= _CLEAR * ranked[1][1]


_CLEAR = 1.5


def scope_mentions(tables: Tables, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with `country` and `locality` filled in where their words or their report tell."""
    places: dict[str, list[PlaceMention]] = {}
    for place in tables.places:
        places.setdefault(place.report, []).append(place)
    datelines: dict[str, list[Span]] = {}
    for section in tables.sections:
        if section.kind is SectionKind.DATELINE:
            datelines.setdefault(section.report, []).append(section.span)
    grounds: Mapping[str, Ground] = {
        report.id: Ground(report.text, places.get(report.id, ()), datelines.get(report.id, ()))
        for report in tables.reports
    }
    everywhere = [place for place in tables.places if place.country]
    country = _main_country(everywhere) if _is_clear(everywhere) else None
    for ground in grounds.values():
        ground.office_country = ground.office_country or country
        ground.country = ground.country or country or ground.written_in
    return tuple(_scoped(mention, grounds[mention.report]) for mention in mentions)


def _scoped(mention: Mention, ground: Ground) -> Mention:
    if (
        mention.type is EntityType.PLACE
        or mention.form == "pronoun"
        or not (mention.kind or mention.type is EntityType.GROUP)
    ):
        return mention
    own = _own_places(mention, ground)
    locality = next((place for place in own if place.feature not in _WIDE), None) or _possessor(mention, ground)
    country = mention.country or next((place.country for place in own if place.country), None)
    if country is None and locality is None:
        locality = next((place for place in own if place.feature in _BEYOND), None)
        if locality is not None:
            return replace(mention, locality=locality.name or locality.text)
    if country is None and locality:
        country = locality.country
    if locality is None and any(place.feature == "country" for place in own):
        mention = replace(mention, locality=None)
    if country is None and _belongs_to_state(mention):
        if _of_other_body(mention):
            return replace(mention, kind="chairman" if mention.kind == "president" else mention.kind)
        country = ground.country if mention.type is not EntityType.PERSON else ground.office_country
    named = (locality.name or locality.text) if locality else mention.locality
    return replace(mention, country=country, locality=named)


def _own_places(mention: Mention, ground: Ground) -> list[PlaceMention]:
    """The places in the mention's words, its title, and an "of …" right behind a titled name."""
    start, end = mention.start, mention.end
    if mention.title:
        at = ground.text.rfind(mention.title, max(0, start - len(mention.title) - 3), start)
        start = at if at >= 0 else start
    places = [place for place in ground.inside(start, end) if (place.start, place.end) != (mention.start, mention.end)]
    if mention.title and ground.text.startswith(_OF, end):
        places += ground.inside(end + len(_OF), end + len(_OF) + 1)[:1] or ground.inside(end + len(_OF), end + 40)[:1]
    return places


def _possessor(mention: Mention, ground: Ground) -> PlaceMention | None:
    """The city that "the city's mayor" points back to."""
    words = ground.text[max(0, mention.start - 8) : mention.end].lower().replace("’", "'")
    if "city's" in words or "town's" in words or words.endswith((" of the city", " of the town")):
        return ground.city_before(mention.start)
    return None


def _of_other_body(mention: Mention) -> bool:
    """Whether the words say that an office is a union's, a club's or a company's ("the union's president")."""
    if mention.type is not EntityType.PERSON or mention.form != "description":
        return False
    head = mention.head or mention.span
    lead = mention.text[: max(0, head.start - mention.start)].lower().replace("’", "'")
    tail = mention.text[max(0, head.end - mention.start) :].lower()
    owner = lead.rpartition("'s ")[0].split() or (tail.split()[1:] if tail.startswith((" of ", " for ")) else [])
    return bool(owner) and not any(word in read_names().cues.country for word in owner)


def _belongs_to_state(mention: Mention) -> bool:
    if mention.type is not EntityType.PERSON:
        return True
    return mention.kind in read_names().offices.state
