"""Which prepositions put an event at a place, or a date in relation to it?"""

import msgspec


class ScopeWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words by which a date or place governs a clause, in lower case.

    `locative`: prepositions of the place something happens at; `motion`: of the place it goes to; `source`: of the place
    it comes from, which is no place of the event unless nothing else is. `bounding`: prepositions before a date that only
    bounds the event ("until 19 January"). `occasions`: prepositions by which an event noun lends its clause its date ("in the
    January clashes"). `areas`: nouns that a place names ("the *city* of", "the *outskirts* of"); `people`: nouns for those
    who live or are at a place ("*residents* of"). `countries`: nouns by which a text comes back to the country it is about.
    `scheduling`: words behind which "for" says when ("planned for Friday"); `inceptive`: verbs that date a beginning, not what
    the next sentence tells. `distant`: nouns for those who speak of things that happened elsewhere;
    `journeys`: nouns for going somewhere; `addressing`: verbs whose object is spoken to or of ("asked *Chad* for help").
    `retrospective`: verbs that speak of, or do something about, what was before ("*condemned* the raid on Monday").
    """

    locative: frozenset[str]
    motion: frozenset[str]
    source: frozenset[str]
    bounding: frozenset[str]
    occasions: frozenset[str]
    areas: frozenset[str]
    people: frozenset[str]
    countries: frozenset[str]
    scheduling: frozenset[str]
    inceptive: frozenset[str]
    distant: frozenset[str]
    journeys: frozenset[str]
    addressing: frozenset[str]
    retrospective: frozenset[str]
