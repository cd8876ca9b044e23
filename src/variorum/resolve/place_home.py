"""Where is a report's outlet at home?"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from variorum.lexicon.gazetteer import Candidate
from variorum.lexicon.places import Atlas
from variorum.model.tables import Report


class HomeName(NamedTuple):
    """A name that the outlet's name or address holds, folded ("" for a country's domain), and the places it can mean."""

    key: str
    places: tuple[Candidate, ...]


_GENERIC_DOMAINS = {"uk": "GB", "eu": None, "tv": None, "co": None, "me": None, "io": None, "am": "AM", "fm": None}


def home_names(report: Report, atlas: Atlas) -> Iterator[HomeName]:
    """What the outlet's name and web address say of its home; nothing where they are silent."""
    host = _host(report)
    if host:
        ending = host.rsplit(".", 1)[-1]
        country = atlas.area(_GENERIC_DOMAINS.get(ending, ending.upper()) or "") if len(ending) == 2 else None
        if country:
            yield HomeName("", (country,))
        for label in host.split(".")[:-1]:
            yield from _named(label, atlas)
    for word in re.split(r"[\s,]+", report.outlet or "") if report.outlet and "." not in report.outlet else ():
        yield from _named(word, atlas)


def _host(report: Report) -> str | None:
    host = urlsplit(report.url).hostname if report.url else None
    return host or (report.outlet if report.outlet and re.fullmatch(r"[\w.-]+\.[a-z]{2,}", report.outlet) else None)


def _named(label: str, atlas: Atlas) -> Iterator[HomeName]:
    words = atlas.lexicon.outlets.words
    for part in label.casefold().split("-"):
        bare = _strip(part, words)
        if len(bare) >= 4:
            places = atlas.lookup(bare)
            if places:
                yield HomeName(bare, places)


def _strip(label: str, words: frozenset[str]) -> str:
    """A label of a web address without the words that newspapers are named with ("theparisnews" is "paris")."""
    for word in sorted(words, key=lambda known: (-len(known), known)):
        for rest in (label.removeprefix(word), label.removesuffix(word)):
            if len(rest) >= 4 and rest != label:
                return _strip(rest, words)
    return "" if label in words else label
