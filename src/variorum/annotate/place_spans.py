"""Which stretches of a text may name a place, and what speaks for it?"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from variorum.lexicon.gazetteer import Candidate
from variorum.lexicon.places import Atlas

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_BODY_LABELS = frozenset({"ORG", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "NORP"})
_AREAS = frozenset({"country", "continent", "region", "sea"})
_LONGEST = 4
_LARGE = 100_000
_KNOWN = 15_000
_LONG_NAME = 6


class PlaceSpan(NamedTuple):
    """Tokens `start`..`end` (half-open) that may name a place, and the phenomenon that says so."""

    start: int
    end: int
    rule: str


def find_spans(doc: Doc, atlas: Atlas) -> list[PlaceSpan]:
    """All place expressions of the text, in order, without overlap."""
    spans = list(_peoples(doc, atlas))
    taken = _tokens(spans)
    spans += [span for span in _model_places(doc, atlas) if not taken & set(range(span.start, span.end))]
    spans += _named_places(doc, atlas, _seen(doc, spans, atlas))
    return sorted(spans)


def _tokens(spans: list[PlaceSpan]) -> frozenset[int]:
    return frozenset(index for span in spans for index in range(span.start, span.end))


def _peoples(doc: Doc, atlas: Atlas) -> Iterator[PlaceSpan]:
    """Words for a people or what belongs to it; with the word of a building after them, the building ("Russian Embassy")."""
    index = 0
    while index < len(doc):
        length = next((n for n in (2, 1) if _is_people(doc[index : index + n], atlas)), 0)
        if length and not _begins_name(doc, index, index + length, atlas):
            end = index + length
            site = end < len(doc) and doc[end].text[0].isupper() and atlas.kind(doc[end].text) == "site"
            yield PlaceSpan(index, end + 1 if site else end, "site" if site else "people")
        index += length or 1


def _begins_name(doc: Doc, start: int, end: int, atlas: Atlas) -> bool:
    """Whether the word for a people is only the start of a place's name ("Saudi Arabia", "Russian Federation")."""
    longer = doc[start : end + 1]
    return end < len(doc) and doc[end].text[0].isupper() and bool(atlas.lookup(longer.text))


def _is_people(span: TokenSpan, atlas: Atlas) -> bool:
    return span.text[:1].isupper() and span[-1].ent_type_ != "LANGUAGE" and atlas.people(span.text) is not None


def _model_places(doc: Doc, atlas: Atlas) -> Iterator[PlaceSpan]:
    """Names the model takes for places, without article, possessive and quotation marks.

    A name that no gazetteer knows and that ends as a person's name of the same report does is that person's.
    """
    persons = {token.text for entity in doc.ents if entity.label_ == "PERSON" for token in entity}
    for entity in doc.ents:
        trimmed = _trim(entity) if entity.label_ in _PLACE_LABELS else None
        if trimmed is not None and not _is_ordinary(trimmed, atlas):
            whole = _widen(trimmed, atlas)
            if whole[-1].text in persons and not atlas.lookup(whole.text):
                continue
            yield PlaceSpan(whole.start, whole.end, _model_rule(whole, entity.label_, atlas))


def _model_rule(span: TokenSpan, label: str, atlas: Atlas) -> str:
    if len(span) > 1 and atlas.kind(span[-1].text) == "site":
        return "site"
    if label == "FAC" and not atlas.lookup(span.text):
        return "site"
    return f"model {label}"


def _trim(span: TokenSpan) -> TokenSpan | None:
    """The span without what surrounds its name; None where nothing capitalised is left."""
    start, end, doc = span.start, span.end, span.doc
    while start < end and not doc[start].text[0].isupper():
        start += 1
    while end > start and not any(char.isalnum() for char in doc[end - 1].text.removesuffix("s")):
        end -= 1
    if start < end and doc[start].lower_ == "the" and end - start > 1:
        start += 1
    return doc[start:end] if start < end else None


def _widen(span: TokenSpan, atlas: Atlas) -> TokenSpan:
    """The span with a capitalised word before or after it, where the gazetteer knows the longer name ("ST. | PAUL")."""
    doc = span.doc
    for start, end in ((span.start - 1, span.end), (span.start, span.end + 1)):
        if start < 0 or end > len(doc) or not (doc[start].text[0].isupper() and doc[end - 1].text[0].isupper()):
            continue
        wider = doc[start:end]
        if wider[0].sent == wider[-1].sent and not wider[0].is_stop and atlas.lookup(wider.text):
            return wider
    return span


def _is_ordinary(span: TokenSpan, atlas: Atlas) -> bool:
    """Whether the words are no name: a single letter, a trap of the lexicon, or nothing but a direction."""
    if span.text in atlas.lexicon.words.traps or len(span.text) < 2:
        return True
    return all(token.lower_ in atlas.lexicon.directions.words for token in span)


class _Seen(NamedTuple):
    """What the report holds so far: tokens that are taken, the words of its places, the countries these lie in."""

    taken: frozenset[int]
    words: frozenset[str]
    countries: frozenset[str | None]


def _seen(doc: Doc, spans: list[PlaceSpan], atlas: Atlas) -> _Seen:
    found = [atlas.lookup(doc[span.start : span.end].text) for span in spans if span.rule != "people"]
    return _Seen(
        taken=_tokens(spans),
        words=frozenset(doc[index].text for index in _tokens(spans)),
        countries=frozenset(places[0].country for places in found if places),
    )


def _named_places(doc: Doc, atlas: Atlas, seen: _Seen) -> list[PlaceSpan]:
    """Capitalised words outside the spans found that the gazetteer knows, the longest match first, with a reason."""
    found, start = [], 0
    while start < len(doc):
        span = _longest(doc, start, atlas, seen)
        if span is None:
            start += 1
        else:
            found.append(span)
            start = span.end
    return found


def _longest(doc: Doc, start: int, atlas: Atlas, seen: _Seen) -> PlaceSpan | None:
    if start in seen.taken or not _may_begin(doc[start]):
        return None
    last = start
    while last + 1 < len(doc) and last - start + 1 < _LONGEST and _joins(doc[last + 1]) and last + 1 not in seen.taken:
        last += 1
    for end in range(last + 1, start, -1):
        span = doc[start:end]
        if doc[end - 1].text[0].isalnum() and not _is_ordinary(span, atlas) and (rule := _reason(span, atlas, seen)):
            return PlaceSpan(start, end, rule)
    return None


def _may_begin(token: Token) -> bool:
    return token.text in ("US", "U.S.") or (token.text[0].isupper() and len(token.text) > 2 and not token.is_stop)


def _joins(token: Token) -> bool:
    return token.text[0].isupper() or token.text in ("-", "of", "de", "la", "el", "al", "du", "and")


def _reason(span: TokenSpan, atlas: Atlas, seen: _Seen) -> str | None:
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
        return _in_person(span, found[0], atlas)
    if labels & _BODY_LABELS:
        return _in_body(span, found[0], seen.words)
    if located:
        return "after a preposition of place"
    if len(span) == 1 and span.text in seen.words:
        return "named as a place elsewhere"
    return "well-known name" if _is_large(found[0]) else None


def _generic_after(span: TokenSpan, atlas: Atlas) -> str | None:
    """The generic word of an area right after the name ("Mangistau region"), in lower case."""
    after = span.doc[span.end].text if span.end < len(span.doc) else ""
    return after if after.islower() and atlas.kind(after) in ("admin1", "admin2") else None


def _is_inflected(span: TokenSpan, atlas: Atlas, seen: _Seen) -> bool:
    """Whether a name that stands alone is a case form of a large town in a country of the report."""
    if len(span.text) < _LONG_NAME or not _is_whole(span):
        return False
    return any(place.population >= _LARGE and place.country in seen.countries for place in atlas.inflected(span.text))


def _in_person(span: TokenSpan, best: Candidate, atlas: Atlas) -> str | None:
    """A place after a preposition that the model takes for a person, or a country run into the name of its officer."""
    if _is_whole(span):
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


def _entity(span: TokenSpan) -> TokenSpan | None:
    return next((entity for entity in span.doc.ents if entity.start <= span.start < entity.end), None)


def _is_whole(span: TokenSpan) -> bool:
    """Whether the words are all of the name the model sees there."""
    entity = _entity(span)
    trimmed = _trim(entity) if entity is not None else None
    return trimmed is not None and (trimmed.start, trimmed.end) == (span.start, span.end)


def _in_body(span: TokenSpan, best: Candidate, known: frozenset[str]) -> str | None:
    """A place in the name of a body: the whole of it, or a name at its border ("… of Kazakhstan", "Texas Department …")."""
    entity = _entity(span)
    if entity is None:
        return None
    seen = all(token.text in known or token.text in ("-", "of") for token in span)
    if _is_whole(span):
        return "name taken for a body" if _is_large(best) or seen else None
    at_border = span.end == entity.end or span.start == entity.start
    area = best.feature in ("country", "admin1", "admin2") and best.main or " County" in span.text
    return "in the name of a body" if at_border and (area or seen or _is_large(best)) else None


def _after_locative(span: TokenSpan, atlas: Atlas) -> bool:
    before = span.doc[span.start - 1] if span.start else None
    return before is not None and before.lower_ in atlas.lexicon.words.locative
