"""Why should words outside the model's places name one?"""

from collections.abc import Mapping
from typing import NamedTuple

from spacy.tokens import Span as TokenSpan

from variorum.lexicon.gazetteer import Candidate
from variorum.lexicon.places import Atlas

_BODY_LABELS = frozenset({"ORG", "EVENT", "NORP"})
_THING_LABELS = frozenset({"PRODUCT", "WORK_OF_ART", "LAW"})
_AREAS = frozenset({"country", "continent", "region", "sea", "site"})
_LARGE = 100_000
_KNOWN = 15_000
_GREAT = 500_000
_LONG_NAME = 6
_ACRONYM = 4
_TOWNS = frozenset({"village", "town", "city", "hamlet", "settlement"})
_NAMED_AREAS = _TOWNS | {
    "island",
    "islands",
    "province",
    "district",
    "region",
    "commune",
    "archipelago",
    "peninsula",
    "suburb",
}
"""Words that an "of" ties to a place's name and to hardly anything else."""


class Seen(NamedTuple):
    """What the report holds so far: tokens that are taken, the words of its places, the countries
    these lie in, the words that stand uncapitalised, the model's name that each token belongs to, and the persons' last names.
    """

    taken: frozenset[int]
    words: frozenset[str]
    countries: frozenset[str | None]
    ordinary: frozenset[str]
    entities: Mapping[int, TokenSpan]
    surnames: frozenset[str]


def reason_for(span: TokenSpan, atlas: Atlas, seen: Seen) -> str | None:
    """Why words outside the model's places name one; None where they do not."""
    labels = {token.ent_type_ for token in span}
    if _opens_dateline(span) and atlas.lookup(span.text):
        return "dateline"
    if span[-1].is_title or len(span) > 1:
        generic = _by_generic(span, atlas)
        if generic:
            return generic
    if renames_town(span) and atlas.lookup(span.text):
        return "name of a town told before"
    person, located = "PERSON" in labels, _after_locative(span, atlas)
    if labels & _THING_LABELS or (not labels - {""} and span.root.pos_ != "PROPN"):
        return None
    if len(span) == 1 and not located and span.text in seen.surnames:
        return None
    found = atlas.lookup(span.text) if located or not person else ()
    if _is_located_site(span, atlas, seen):
        return "site"
    if not found:
        return _changed(span, atlas, seen)
    if len(span) == 1 and (_is_acronym(span, atlas) or span.text.lower() in seen.ordinary):
        return None
    if person:
        return _in_person(span, found[0], atlas, seen)
    if labels & _BODY_LABELS:
        return _in_body(span, found[0], seen)
    if located:
        return "after a preposition of place"
    if len(span) == 1 and span.text in seen.words:
        return "named as a place elsewhere"
    return "well-known name" if _is_large(found[0]) else None


def renames_town(span: TokenSpan) -> bool:
    """Whether the name renames a noun for a town: "in the capital, Male"."""
    root = span.root
    return root.dep_ == "appos" and root.head.lower_ in _TOWNS | {"capital"} and root.head.i < span.start


def is_called_town(span: TokenSpan) -> bool:
    """Whether the text calls the name a town's: "the city of Belkar"."""
    doc, start = span.doc, span.start
    return start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in _TOWNS


def _is_acronym(span: TokenSpan, atlas: Atlas) -> bool:
    """Whether a short word in capitals is likelier an acronym than a place, its neighbours not being in capitals."""
    if not span.text.isupper() or len(span.text) > _ACRONYM or atlas.is_short_name(span.text):
        return False
    doc = span.doc
    beside = [doc[i] for i in (span.start - 1, span.end) if 0 <= i < len(doc)]
    return not any(token.is_upper and len(token.text) > 1 for token in beside)


def _is_located_site(span: TokenSpan, atlas: Atlas, seen: Seen) -> bool:
    """Whether a body's name is that of a building in which something is told to be ("at Hill High School")."""
    if len(span) == 1 or atlas.kind(span[-1].text) != "site" or not _is_whole(span, seen):
        return False
    doc, start = span.doc, span.start
    before = doc[start - 2] if start > 1 and doc[start - 1].lower_ == "the" else doc[max(start - 1, 0)]
    studies = any(token.lower_ in atlas.lexicon.words.causes for token in span)  # "at the Northern Rights Centre"
    return before.lower_ in atlas.lexicon.words.at and not studies


def _by_generic(span: TokenSpan, atlas: Atlas) -> str | None:
    """A name with a generic word beside it: "Mangistau region", "the village of Sarybulak", "Zarechny neighbourhood"."""
    words, text = atlas.lexicon.words, span.text
    if is_quarter(span, atlas):
        return "site"
    after = _generic_after(span, atlas)
    if after and atlas.lookup(text):
        return "generic word"
    if after in words.certain and not (len(span) > 1 and atlas.lookup(span[1:].text)):
        return "generic word"
    doc, start = span.doc, span.start
    beside = doc[span.end].lower_ if span.end < len(doc) else ""
    if beside in words.townsfolk and span.root.pos_ == "PROPN" and atlas.lookup(text):
        return "town of its people"
    before = doc[start - 2].text if start > 1 and doc[start - 1].lower_ == "of" else ""
    if before in words.apposed and (before in _NAMED_AREAS or atlas.lookup(text)):
        return "generic word"
    return None


def is_quarter(span: TokenSpan, atlas: Atlas) -> bool:
    """Whether the name is of a part of a town: the word for one follows, and it is no large town's own name."""
    after = span.doc[span.end].text if span.end < len(span.doc) else ""
    if after not in atlas.lexicon.words.quarters:
        return False
    return not any(place.main and place.population >= _LARGE for place in atlas.lookup(span.text)[:1])


def _changed(span: TokenSpan, atlas: Atlas, seen: Seen) -> str | None:
    """A known name in another form: a case form, or a genitive that lost its apostrophe ("Syrias")."""
    if _is_inflected(span, atlas, seen):
        return "inflected name"
    stem = span.text.removesuffix("s")
    if stem != span.text and len(span) == 1 and len(stem) >= _ACRONYM and stem.lower() not in seen.ordinary:
        best = next(iter(atlas.lookup(stem)), None)
        if best is not None and (stem in seen.words or best.feature == "country"):
            return "genitive without apostrophe"
    return None


def _generic_after(span: TokenSpan, atlas: Atlas) -> str | None:
    """The generic word of an area right after the name ("Mangistau region"), in lower case."""
    after = span.doc[span.end].text if span.end < len(span.doc) else ""
    return after if after.islower() and atlas.kind(after) in ("admin1", "admin2") else None


def _is_inflected(span: TokenSpan, atlas: Atlas, seen: Seen) -> bool:
    """Whether a name that stands alone is a case form of a large town in a country of the report."""
    if len(span.text) < _LONG_NAME or not _is_whole(span, seen):
        return False
    return any(place.population >= _LARGE and place.country in seen.countries for place in atlas.inflected(span.text))


def _in_person(span: TokenSpan, best: Candidate, atlas: Atlas, seen: Seen) -> str | None:
    """A place after a preposition that the model takes for a person, or a country run into the name of its officer."""
    if _is_whole(span, seen):
        return "name taken for a person" if best.population >= _KNOWN else None
    before = span.doc[span.start - 2].lower_ if span.start > 1 else ""
    office = best.feature == "country" and before in atlas.lexicon.words.persons
    return "country of an office" if office else None


def is_great(name: str, atlas: Atlas) -> bool:
    """Whether the name is above all that of a country, a region or a large town."""
    best = next(iter(atlas.lookup(name)), None)
    return best is not None and best.main and (best.feature in _AREAS or best.population >= _GREAT)


def _is_large(place: Candidate) -> bool:
    return place.feature in _AREAS or (place.main and place.population >= _LARGE)


def _opens_dateline(span: TokenSpan) -> bool:
    """Capitals at the start of a line, before a dash or an agency in brackets."""
    doc = span.doc
    if not span.text.isupper() or span.start != span.sent.start or span.end >= len(doc):
        return False
    after = doc[span.end].text
    return after in ("—", "–", "-", "--", "(", ",") and len(span.text) > 3


def _is_whole(span: TokenSpan, seen: Seen) -> bool:
    """Whether the words are all of the name the model sees there."""
    entity = seen.entities.get(span.start)
    trimmed = trim_name(entity) if entity is not None else None
    return trimmed is not None and (trimmed.start, trimmed.end) == (span.start, span.end)


def _in_body(span: TokenSpan, best: Candidate, seen: Seen) -> str | None:
    """A place in the name of a body: the whole of it, or a name at its border ("… of Kazakhstan", "Texas Department …")."""
    entity = seen.entities.get(span.start)
    if entity is None:
        return None
    known = all(token.text in seen.words or token.text in ("-", "of") for token in span)
    if _is_whole(span, seen):
        return "name taken for a body" if _is_large(best) or known else None
    trimmed = trim_name(entity) or entity
    at_border = span.end == trimmed.end or span.start == trimmed.start
    area = best.feature in ("country", "admin1", "admin2") and best.main or " County" in span.text
    return "in the name of a body" if at_border and (area or known or _is_large(best)) else None


def _after_locative(span: TokenSpan, atlas: Atlas) -> bool:
    before = span.doc[span.start - 1] if span.start else None
    return before is not None and before.lower_ in atlas.lexicon.words.locative


def trim_name(span: TokenSpan) -> TokenSpan | None:
    """The span without what surrounds its name; None where nothing capitalised is left."""
    start, end, doc = span.start, span.end, span.doc
    while start < end and not doc[start].text[0].isupper():
        start += 1
    while end > start and not any(char.isalnum() for char in doc[end - 1].text.removesuffix("s")):
        end -= 1
    if start < end and doc[start].lower_ == "the" and end - start > 1:
        start += 1
    return doc[start:end] if start < end else None
