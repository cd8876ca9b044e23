"""Which places can the words of a row mean, judged by the words themselves and those beside them?"""

import re
from typing import NamedTuple

from variorum.lexicon.gazetteer import Candidate
from variorum.lexicon.places import Atlas
from variorum.model.tables import PlaceMention

_MOST = 40
_LARGE = 100_000
_POSSESSIVE = re.compile(r"['’]s?$")
_NEXT_WORD = re.compile(r"\s([a-z]+)\b")
_KIND_BEFORE = re.compile(r"\b([A-Za-z]+) of (?:the )?$")
_FEATURES = {
    "country": ("country",),
    "admin1": ("admin1", "region"),
    "admin2": ("admin2", "admin1"),
    "city": ("city",),
}


class Reading(NamedTuple):
    """What a row's words can mean; `kind` is the generic word's (admin1, city, site …) where one stands by the name."""

    places: tuple[Candidate, ...]
    kind: str | None


def read_name(row: PlaceMention, text: str, atlas: Atlas) -> Reading:
    """The places the row's words can mean in the report's text; no places where the gazetteer knows none."""
    name = _POSSESSIVE.sub("", row.text).strip(" '’\"“”")
    state = atlas.state(name)
    if state is not None and (name.endswith(".") or not atlas.lookup(name) or _after_comma(row, text)):
        return Reading((state,), "admin1")
    kind = row.feature if row.feature == "site" else _kind(row, name, text, atlas)
    places = _known(name, kind, atlas)
    return Reading(_of_kind(places, kind)[:_MOST], kind)


def _after_comma(row: PlaceMention, text: str) -> bool:
    return text[max(0, row.start - 2) : row.start] == ", "


def _kind(row: PlaceMention, name: str, text: str, atlas: Atlas) -> str | None:
    words = name.split()
    if len(words) > 1:
        kind = atlas.kind(words[-1]) or (atlas.kind(words[0]) if words[1] == "of" else None)
        if kind is not None:
            return kind
    after = _NEXT_WORD.match(text, row.end)
    if after and (kind := atlas.kind(after[1])) in _FEATURES:
        return kind
    before = _KIND_BEFORE.search(text, max(0, row.start - 24), row.start)
    if before and before[1].casefold() in atlas.lexicon.words.apposed and (kind := atlas.kind(before[1])) in _FEATURES:
        return kind
    return None


def _known(name: str, kind: str | None, atlas: Atlas) -> tuple[Candidate, ...]:
    found = atlas.lookup(name) or (atlas.lookup(bare_name(name, atlas)) if kind in _FEATURES else ())
    if found:
        return found
    if name.endswith("s"):
        # texts that lost their apostrophes: "Syrias army"
        found = tuple(place for place in atlas.lookup(name[:-1]) if place.main and place.population >= _LARGE)
        if found:
            return found
    words = name.split()
    if len(words) > 1 and words[0].casefold() in atlas.lexicon.directions.words:
        return atlas.lookup(" ".join(words[1:]))
    return ()


def bare_name(name: str, atlas: Atlas) -> str:
    """The name without its generic word ("Idlib province", "Province of Idlib"); itself where there is none."""
    words = name.split()
    if len(words) > 2 and words[1] == "of" and atlas.kind(words[0]):
        return " ".join(words[2:])
    return " ".join(words[:-1]) if len(words) > 1 and atlas.kind(words[-1]) else name


def _of_kind(places: tuple[Candidate, ...], kind: str | None) -> tuple[Candidate, ...]:
    """Those of the kind that the generic word asks for; all where none is of that kind."""
    wanted = tuple(place for place in places if place.feature in _FEATURES.get(kind or "", ()))
    return wanted or places
