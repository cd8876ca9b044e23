"""Which stretches of a text may name a place, and what speaks for it?"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from variorum.annotate.place_reasons import (
    Seen,
    is_called_town,
    is_great,
    is_quarter,
    reason_for,
    renames_town,
    trim_name,
)
from variorum.lexicon.names import read_names
from variorum.lexicon.places import Atlas

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_LONGEST = 4
_PAIR = 2


class PlaceSpan(NamedTuple):
    """Tokens `start`..`end` (half-open) that may name a place, and the phenomenon that says so."""

    start: int
    end: int
    rule: str


def find_spans(doc: Doc, atlas: Atlas) -> list[PlaceSpan]:
    """All place expressions of the text, in order, without overlap."""
    texts = [token.text for token in doc]
    spans = list(_peoples(doc, texts, atlas))
    taken = _tokens(spans)
    surnames = _surnames(doc, texts, atlas)
    spans += [span for span in _model_places(doc, atlas, surnames) if not taken & set(range(span.start, span.end))]
    spans += _named_places(doc, texts, atlas, _seen(doc, spans, atlas, surnames))
    spans += _said_again(doc, texts, spans, atlas)
    return sorted(_with_article(span, texts, atlas) for span in spans if not _shouted(doc, span))


def _shouted(doc: Doc, span: PlaceSpan) -> bool:
    """Whether a line in capitals only makes a plain word look like the sign of a country ("THEY HAVE TAKEN *US* HOSTAGE")."""
    article = span.start > 0 and doc[span.start - 1].lower_ == "the"
    if span.end - span.start > 1 or article or not doc[span.start].is_stop:
        return False
    words = [token for token in doc[span.start].sent if token.is_alpha]
    return len(words) > 3 and all(word.is_upper for word in words)


def _said_again(doc: Doc, texts: Sequence[str], spans: Sequence[PlaceSpan], atlas: Atlas) -> list[PlaceSpan]:
    """Bare names that the report calls a town or area elsewhere ("the village of Belkar"), where no gazetteer knows them."""
    called = {doc[s.start].text for s in spans if s.rule == "generic word" and s.end - s.start == 1}
    called |= {doc[s.start].text for s in spans if s.end - s.start == 1 and is_called_town(doc[s.start : s.end])}
    called = {name for name in called if not atlas.lookup(name)}
    pairs = (s.start for s in spans if s.rule.startswith("model") and s.end - s.start == _PAIR)
    longer = {(texts[at], texts[at + 1]) for at in pairs}
    if not called and not longer:
        return []
    taken = {index for span in spans for index in range(span.start, span.end)}
    found = [
        PlaceSpan(at, at + 1, "named as a place elsewhere")
        for at, text in enumerate(texts)
        if text in called and at not in taken and doc[at].ent_type_ != "PERSON"
    ]
    return found + [
        PlaceSpan(at, at + _PAIR, "named as a place elsewhere")
        for at, pair in enumerate(pairwise(texts))
        if pair in longer and at not in taken and at + 1 not in taken
    ]


def _with_article(span: PlaceSpan, texts: Sequence[str], atlas: Atlas) -> PlaceSpan:
    """The span with the Arabic article before it ("al-Bab")."""
    hyphen = span.start > 1 and texts[span.start - 1] == "-"
    article = hyphen and texts[span.start - 2].lower() in atlas.lexicon.words.articles
    return PlaceSpan(span.start - 2, span.end, span.rule) if article else span


def _tokens(spans: list[PlaceSpan]) -> frozenset[int]:
    return frozenset(index for span in spans for index in range(span.start, span.end))


def _peoples(doc: Doc, texts: Sequence[str], atlas: Atlas) -> Iterator[PlaceSpan]:
    """Words for a people or what belongs to it; with the word of a building after them, the building ("Russian Embassy")."""
    end = 0
    for index, text in enumerate(texts):
        if index < end or not text[0].isupper():
            continue
        length = next((n for n in (2, 1) if atlas.people(" ".join(texts[index : index + n]))), 0)
        if length and doc[index].ent_type_ != "LANGUAGE" and not _begins_name(texts, index, index + length, atlas):
            end = index + length
            site = end < len(texts) and texts[end][0].isupper() and atlas.kind(texts[end]) == "site"
            site = site and doc[end].ent_type_ != "ORG"
            yield PlaceSpan(index, end + 1 if site else end, "site" if site else "people")


def _begins_name(texts: Sequence[str], start: int, end: int, atlas: Atlas) -> bool:
    """Whether the word for a people is only the start of a place's name ("Saudi Arabia", "Russian Federation")."""
    return end < len(texts) and texts[end][0].isupper() and bool(atlas.lookup(" ".join(texts[start : end + 1])))


def _model_places(doc: Doc, atlas: Atlas, surnames: frozenset[str]) -> Iterator[PlaceSpan]:
    """Names the model takes for places, without article, possessive and quotation marks.

    A name that no gazetteer knows and that ends as a person's name of the same report does is that person's.
    """
    persons = {token.text for entity in doc.ents if entity.label_ == "PERSON" for token in entity}
    for entity in doc.ents:
        trimmed = trim_name(entity) if entity.label_ in _PLACE_LABELS else None
        if trimmed is not None and not _is_ordinary(trimmed, atlas):
            whole = _widen(trimmed, atlas)
            if not atlas.lookup(whole.text) and (whole[-1].text in persons or _is_person(whole, entity.label_)):
                continue
            if whole.text in surnames:
                continue
            yield PlaceSpan(whole.start, whole.end, _model_rule(whole, entity.label_, atlas))


def _surnames(doc: Doc, texts: Sequence[str], atlas: Atlas) -> frozenset[str]:
    """Last names of the report's persons that it nowhere puts something at, nor an article before, and that are no country's
    or large town's.
    """
    people = (entity for entity in doc.ents if entity.label_ == "PERSON" and 1 < len(entity) <= _LONGEST)
    last = {entity[-1].text for entity in people if all(token.is_alpha for token in entity)}
    if not last:
        return frozenset()
    before = atlas.lexicon.words.at | {"the"}
    located = {text for left, text in pairwise(texts) if text in last and left.lower() in before}
    return frozenset(name for name in last - located if not is_great(name, atlas))


def _is_person(span: TokenSpan, label: str) -> bool:
    """Whether a name of two or three words is a person's by its given name, or by the office or kin it renames."""
    if label != "GPE" or len(span) > _LONGEST or not all(token.text[0].isupper() for token in span):
        return False
    names = read_names()
    if len(span) == 1:  # "my brother Themba"
        return span.root.dep_ == "appos" and span.root.head.lemma_.lower() in names.persons.kin
    if span.root.dep_ == "pobj" and span.root.head.dep_ == "agent":
        return True
    first = span[0].lower_
    if first in names.people.male or first in names.people.female:
        return True
    head = span.root.head
    offices = names.offices
    renames = (
        span.root.dep_ == "appos" and head.pos_ == "NOUN" and head.lower_ in offices.state | offices.body | offices.open
    )
    return renames or (span.root.dep_ == "nsubj" and head.lemma_ in names.cues.speech)


def _model_rule(span: TokenSpan, label: str, atlas: Atlas) -> str:
    if len(span) > 1 and atlas.kind(span[-1].text) == "site" or is_quarter(span, atlas):
        return "site"
    if label == "FAC" and not atlas.lookup(span.text):
        return "generic word" if is_called_town(span) else "site"
    return f"model {label}"


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
    """Whether the words are no name: a single letter, a trap of the lexicon, a generic word, or nothing but a direction."""
    words = atlas.lexicon.words
    kind = atlas.kind(span.text) if len(span) == 1 else None
    if len(span.text) < 2 or span.text in words.traps or kind is not None:
        return True
    return all(token.lower_ in atlas.lexicon.directions.words for token in span)


def _seen(doc: Doc, spans: list[PlaceSpan], atlas: Atlas, surnames: frozenset[str]) -> Seen:
    found = [atlas.lookup(doc[span.start : span.end].text) for span in spans if span.rule != "people"]
    return Seen(
        taken=_tokens(spans),
        words=frozenset(doc[index].text for index in _tokens(spans)),
        countries=frozenset(places[0].country for places in found if places),
        ordinary=frozenset(token.text for token in doc if token.is_lower),
        surnames=surnames,
        entities={index: entity for entity in doc.ents for index in range(entity.start, entity.end)},
    )


def _named_places(doc: Doc, texts: Sequence[str], atlas: Atlas, seen: Seen) -> list[PlaceSpan]:
    """Capitalised words outside the spans found that the gazetteer knows, the longest match first, with a reason."""
    found: list[PlaceSpan] = []
    for start, text in enumerate(texts):
        past = found[-1].end if found else 0
        if start >= past and start not in seen.taken and _may_begin(text, atlas) and not doc[start].is_stop:
            ends = _ends(texts, start, seen.taken)
            span = next((span for end in ends if (span := _named(doc[start:end], atlas, seen))), None)
            if span is not None:
                found.append(span)
    return found


def _ends(texts: Sequence[str], start: int, taken: frozenset[int]) -> list[int]:
    """Where a name that begins at the token may end, the longest first."""
    last = start
    while last + 1 < len(texts) and last - start + 1 < _LONGEST and _joins(texts[last + 1]) and last + 1 not in taken:
        last += 1
    return [end for end in range(last + 1, start, -1) if texts[end - 1][0].isalnum()]


def _named(span: TokenSpan, atlas: Atlas, seen: Seen) -> PlaceSpan | None:
    directions = atlas.lexicon.directions.words
    renames = renames_town(span) and not any(token.lower_ in directions for token in span)
    ordinary = _is_ordinary(span, atlas) and not renames
    rule = None if ordinary else reason_for(span, atlas, seen)
    return PlaceSpan(span.start, span.end, rule) if rule else None


def _may_begin(text: str, atlas: Atlas) -> bool:
    return text[0].isupper() and (len(text) > 2 or atlas.is_short_name(text))


def _joins(text: str) -> bool:
    return text[0].isupper() or text in ("-", "of", "de", "la", "el", "al", "du", "and")
