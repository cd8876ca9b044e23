"""Which prepositions put an event at a place, or a date in relation to it?"""

import msgspec


class ScopeWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words by which a date or place governs a clause, in lower case.

    `locative`: prepositions of the place something happens at; `motion`: of the place it goes to; `source`: of the place
    it comes from, which is no place of the event unless nothing else is. `bounding`: prepositions before a date that only
    bounds the event ("until 19 January"). `standing`: verbs and nouns that tell of a lasting state rather than an event.
    """

    locative: frozenset[str]
    motion: frozenset[str]
    source: frozenset[str]
    bounding: frozenset[str]
