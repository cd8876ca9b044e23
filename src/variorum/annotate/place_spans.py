"""Which stretches of a sentence may name a place, and what speaks for it?"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from variorum.lexicon.places import Atlas

MODEL_LABELS = frozenset({"GPE", "LOC", "FAC"})
_OTHER_NAMES = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_LONGEST = 4
_LARGE = 100_000
_KNOWN = 15_000


class PlaceSpan(NamedTuple):
    """Tokens `start`..`end` (half-open) that may name a place, and the phenomenon that says so."""

    start: int
    end: int
    rule: str


def model_places(doc: Doc, atlas: Atlas) -> Iterator[PlaceSpan]:
    """Names the model takes for places, without article, possessive and quotation marks."""
    for entity in doc.ents:
        if entity.label_ not in MODEL_LABELS:
            continue
        trimmed = _trim(entity)
        if trimmed is None or _is_ordinary(trimmed, atlas):
            continue
        yield PlaceSpan(trimmed.start, trimmed.end, _model_rule(trimmed, entity.label_, atlas))


def _model_rule(span: TokenSpan, label: str, atlas: Atlas) -> str:
    kind = atlas.kind(span[-1].text)
    if kind == "site" and len(span) > 1:
        return "site"
    if atlas.people(span.text):
        return "people"
    if label == "FAC" and not atlas.lookup(span.text):
        return "site"
    return f"model {label}"


def _trim(span: TokenSpan) -> TokenSpan | None:
    start, end = span.start, span.end
    doc = span.doc
    while start < end and not (doc[start].text[0].isupper() or doc[start].text[0].isdigit()):
        start += 1
    while end > start and not any(char.isalnum() for char in doc[end - 1].text.removesuffix("s")):
        end -= 1
    if start < end and doc[start].lower_ == "the" and end - start > 1:
        start += 1
    return doc[start:end] if start < end and doc[start].text[0].isalpha() else None


def _is_ordinary(span: TokenSpan, atlas: Atlas) -> bool:
    return len(span) == 1 and (span.text in atlas.lexicon.words.traps or len(span.text) < 2)


def named_places(doc: Doc, atlas: Atlas, taken: frozenset[int]) -> Iterator[PlaceSpan]:
    """Capitalised words outside the model's places that the gazetteer knows, the longest match first, with a reason."""
    start = 0
    while start < len(doc):
        found = _longest(doc, start, atlas, taken)
        if found is None:
            start += 1
        else:
            yield found
            start = found.end


def _longest(doc: Doc, start: int, atlas: Atlas, taken: frozenset[int]) -> PlaceSpan | None:
    if not _may_begin(doc[start]) or start in taken:
        return None
    last = start
    while last + 1 < len(doc) and last - start + 1 < _LONGEST and _joins(doc[last + 1]) and last + 1 not in taken:
        last += 1
    for end in range(last + 1, start, -1):
        span = doc[start:end]
        if doc[end - 1].text[0].isalnum() and (rule := _reason(span, atlas)):
            return PlaceSpan(start, end, rule)
    return None


def _may_begin(token: Token) -> bool:
    return token.text[0].isupper() and len(token.text) > 1 and not token.is_stop or token.text in ("US", "U.S.")


def _joins(token: Token) -> bool:
    return token.text[0].isupper() or token.text in ("-", "of", "de", "la", "el", "al", "du", "the", "and")


def _reason(span: TokenSpan, atlas: Atlas) -> str | None:
    """Why words outside the model's places name one; None where they do not."""
    text = span.text
    people = atlas.people(text)
    if people is not None:
        return "people"
    if len(span) == 1 and (text in atlas.lexicon.words.traps or (len(text) < 3 and text not in ("US", "UK"))):
        return None
    found = atlas.lookup(text)
    if not found or (text.isupper() and len(text) < 4 and len(found[0].name) == len(text)):
        return None
    best = found[0]
    labels = {token.ent_type_ for token in span}
    if labels & {"PERSON"}:
        return None if _is_person(span, atlas) or best.population < _LARGE else "name taken for a person"
    if labels & {"ORG", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "NORP"}:
        return _in_name(span, best.feature, best.population)
    if _after_locative(span, atlas) and span.root.pos_ == "PROPN":
        return "after a preposition of place"
    if best.feature in ("country", "continent", "region", "sea") or best.population >= _KNOWN:
        return "well-known name" if span.root.pos_ == "PROPN" else None
    return None


def _is_person(span: TokenSpan, atlas: Atlas) -> bool:
    """Whether the model's person is longer than the place's name, has a title before it, or does what persons do."""
    doc = span.doc
    entity = next((e for e in doc.ents if e.start <= span.start < e.end), None)
    if entity is not None and (entity.start, entity.end) != (span.start, span.end):
        return True
    before = doc[span.start - 1] if span.start else None
    if before is not None and before.lower_ in atlas.lexicon.words.persons:
        return True
    return not _after_locative(span, atlas)


def _in_name(span: TokenSpan, feature: str, population: int) -> str | None:
    """A place in the name of a body: the whole of it, or a country or town at its border ("… of Kazakhstan")."""
    doc = span.doc
    entity = next((e for e in doc.ents if e.start <= span.start < e.end), None)
    if entity is None:
        return None
    if (entity.start, entity.end) == (span.start, span.end):
        return "name taken for a body" if population >= _KNOWN or feature != "city" else None
    at_border = span.end == entity.end or span.start == entity.start
    large = feature in ("country", "admin1") or population >= _LARGE
    return "in the name of a body" if at_border and large else None


def _after_locative(span: TokenSpan, atlas: Atlas) -> bool:
    before = span.doc[span.start - 1] if span.start else None
    return before is not None and before.lower_ in atlas.lexicon.words.locative
