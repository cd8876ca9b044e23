"""Why should words outside the model's places name one?"""

from collections.abc import Mapping
from typing import NamedTuple

from spacy.tokens import Span as TokenSpan

from variorum.lexicon.gazetteer import Candidate
from variorum.lexicon.places import Atlas

_BODY_LABELS = frozenset({"ORG", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "NORP"})
_AREAS = frozenset({"country", "continent", "region", "sea"})
_LARGE = 100_000
_KNOWN = 15_000
_LONG_NAME = 6


class Seen(NamedTuple):
    """What the report holds so far: tokens that are taken, the words of its places, the countries
    these lie in, and the model's name that each token belongs to.
    """

    taken: frozenset[int]
    words: frozenset[str]
    countries: frozenset[str | None]
    entities: Mapping[int, TokenSpan]


def reason_for(span: TokenSpan, atlas: Atlas, seen: Seen) -> str | None:
    """Why words outside the model's places name one; None where they do not."""
    labels = {token.ent_type_ for token in span}
    dateline, located, generic = _opens_dateline(span), _after_locative(span, atlas), _generic_after(span, atlas)
    person = "PERSON" in labels
    if not (dateline or generic) and (not labels - {""} and span.root.pos_ != "PROPN"):
        return None
    found = atlas.lookup(span.text) if dateline or generic or located or not person else ()
    if not found:
        if generic in atlas.lexicon.words.certain:
            return "generic word"
        return "inflected name" if _is_inflected(span, atlas, seen) else None
    if span.text.isupper() and len(span.text) < 4 and not found[0].usual:
        return None
    if dateline or generic:
        return "dateline" if dateline else "generic word"
    if person:
        return _in_person(span, found[0], atlas, seen)
    if labels & _BODY_LABELS:
        return _in_body(span, found[0], seen)
    if located:
        return "after a preposition of place"
    if len(span) == 1 and span.text in seen.words:
        return "named as a place elsewhere"
    return "well-known name" if _is_large(found[0]) else None


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
    at_border = span.end == entity.end or span.start == entity.start
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
