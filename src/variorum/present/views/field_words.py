"""What are the tables, fields and values of the record called where a row is read in plain words?"""

from collections.abc import Mapping
from typing import Any

from variorum.model.terms import Direction, EntityType, Polarity, Severity
from variorum.present.views.words import (
    ARGUMENT_BASES,
    CERTAINTIES,
    DATE_BASES,
    DERIVATIONS,
    EVENT_TYPES,
    KINDS,
    MANNERS,
    MEASURES,
    PUBLISHED,
    REALIS,
    ROLE_KINDS,
    ROLE_STATUS,
    SECTIONS,
    VERDICTS,
)

TABLES: Mapping[str, str] = {
    "reports": "Report",
    "issues": "Remark",
    "sections": "Stretch of a report",
    "dates": "Date",
    "places": "Place named",
    "mentions": "Name",
    "entities": "Person, body, group or place",
    "claims": "Statement",
    "figures": "Figure",
    "event_mentions": "Telling of an event",
    "roles": "Role",
    "events": "Event",
    "derivations": "Link between reports",
    "points": "Point",
    "decisions": "Decision",
}
"""What one row of each table is called."""

FIELDS: Mapping[str, str] = {
    "acronym": "short form",
    "actor": "who did it, as told",
    "actor_basis": "who did it is",
    "actor_entity": "who did it",
    "aliases": "spellings read",
    "antecedent": "stands for",
    "as_of": "as of",
    "aspect": "which part of it",
    "author": "author",
    "background": "before the crisis",
    "basis": "how the date is told",
    "certainty": "how surely it is put",
    "chain": "came by way of",
    "claim": "part of the statement",
    "code": "kind of remark",
    "concept": "act",
    "content": "what is demanded or said",
    "country": "country",
    "cue": "word that hands it over",
    "cumulative": "a running total",
    "date": "when",
    "date_basis": "the date is",
    "date_ref": "date words",
    "as_of_ref": "as-of words",
    "dates": "all dates told",
    "detail": "what it says",
    "direction": "which gave",
    "edtf": "date",
    "entity": "who or what is meant",
    "event": "event",
    "event_mention": "telling of the event",
    "feature": "kind of place",
    "file": "file",
    "form": "form",
    "former": "held before, no longer",
    "gender": "gender in grammar",
    "holder": "who, as told",
    "holder_entity": "who",
    "independent_high": "independent origins at most",
    "independent_low": "independent origins at least",
    "kind": "kind",
    "language": "language",
    "lemma": "base form",
    "locality": "of which place",
    "manner": "how it is told",
    "measure": "what it counts",
    "mode": "how",
    "name": "name",
    "organization": "of which body, as told",
    "organization_entity": "of which body",
    "origin": "origin outside the case",
    "other": "other report",
    "outlet": "outlet",
    "place": "where, as told",
    "place_basis": "the place is",
    "place_entity": "where",
    "place_name": "where, by its name",
    "place_ref": "place words",
    "places": "all places told",
    "polarity": "affirmed or denied",
    "population": "of whom",
    "previous": "figure before",
    "published": "published",
    "published_basis": "its date is",
    "realis": "how it is told",
    "recipient": "whom it befell, as told",
    "recipient_basis": "whom it befell is",
    "recipient_entity": "whom it befell",
    "reviewer": "reviewer",
    "severity": "how much it costs",
    "share": "share of words",
    "stage": "found while",
    "status": "standing",
    "subject": "whom or what it counts",
    "subset_of": "part of",
    "timex": "what the words mean alone",
    "title": "title",
    "topic": "question",
    "trigger": "word that tells it",
    "type": "type",
    "unit": "unit",
    "url": "address",
    "value": "office, body or place",
    "verdict": "verdict",
    "voice": "who says so, as told",
    "voice_entity": "who says so",
    "weight": "weight",
}
"""What the fields are called; those left out are shown nowhere, or under another field."""

_POLARITY = {Polarity.POSITIVE: "affirmed", Polarity.NEGATIVE: "denied"}
_DIRECTIONS = {
    Direction.FROM_OTHER: "this report took it from the other",
    Direction.TO_OTHER: "the other report took it from this one",
    Direction.UNKNOWN: "not known",
}
_TYPES = {
    EntityType.PERSON: "person",
    EntityType.ORGANIZATION: "body",
    EntityType.GROUP: "group",
    EntityType.PLACE: "place",
}
_SEVERITY = {
    Severity.ERROR: "sets aside",
    Severity.WARNING: "casts doubt",
    Severity.NOTE: "informs",
}
_TERMS: tuple[Mapping[Any, str], ...] = (
    ARGUMENT_BASES, CERTAINTIES, DATE_BASES, DERIVATIONS, _DIRECTIONS, _TYPES, EVENT_TYPES, MANNERS, MEASURES, KINDS,
    _POLARITY, PUBLISHED, REALIS, ROLE_KINDS, ROLE_STATUS, SECTIONS, _SEVERITY, VERDICTS,
)  # fmt: skip
# by vocabulary: terms of two that are spelled alike are equal
_WORDS = {type(next(iter(words))): words for words in _TERMS}


def term_words(value: object) -> str | None:
    """A term of the record in plain words; None for what is no term."""
    words = _WORDS.get(type(value))
    return None if words is None else words[value]
