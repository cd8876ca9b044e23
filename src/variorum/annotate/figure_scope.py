"""Whose claim is a figure, when and where was it counted, and of which event is it told?"""

import re

from spacy.tokens import Token

from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_cues import Rule
from variorum.annotate.figure_settle import Settled
from variorum.annotate.page import Page
from variorum.annotate.scope import PlaceScope, claim_for, date_for, place_for, said_on
from variorum.annotate.scope_words import scope_words
from variorum.model.base import Record
from variorum.model.tables import DateMention, Figure, Tables
from variorum.model.terms import ArgumentBasis

_AS_OF = re.compile(
    r"\b(?:as of|as at|by)\s+(?:the (?:morning|evening|night|end) of\s+)?(?:early |late )?$",
    re.IGNORECASE,
)


class FigureScope(Record, frozen=True, kw_only=True):
    """The fields of a figure that its surroundings give."""

    voice: str | None = None
    voice_name: str | None = None
    voice_entity: str | None = None
    claim: str | None = None
    date: str | None = None
    as_of: str | None = None
    date_ref: str | None = None
    as_of_ref: str | None = None
    place: str | None = None
    place_name: str | None = None
    place_entity: str | None = None
    place_ref: str | None = None
    event_mention: str | None = None


def scope_of(page: Page, found: Tables, item: Candidate, row: Settled, borrowed: Figure | None) -> FigureScope:
    """Claim, date, place and event of the figure; a member of a list keeps the voice of the list."""
    doc = item.sentence.doc
    word = doc[row.predicate.token] if row.predicate.token is not None else item.root
    claim = claim_for(found.claims, item.number)
    if row.predicate.rule is Rule.PART:
        word = item.root  # what governs the whole may stand elsewhere and on another day
    counted = as_of_date(page, found, item) or (said_on(page, found, word, claim) if claim else None)
    dated = date_for(page, found, word)
    if dated is not None and counted is not None and dated.date.id == counted.id:
        dated = None
    placed = _place_behind(found, item) or place_for(page, found, word)
    listed = (
        borrowed is not None
        and claim is None
        and borrowed.sentence is not None
        and borrowed.sentence.start == item.sentence.start_char
    )
    return FigureScope(
        voice=claim.voice if claim else borrowed.voice if listed and borrowed else None,
        voice_name=claim.voice_name if claim else borrowed.voice_name if listed and borrowed else None,
        voice_entity=claim.voice_entity if claim else borrowed.voice_entity if listed and borrowed else None,
        claim=claim.id if claim else borrowed.claim if listed and borrowed else None,
        date=dated.date.edtf if dated else None,
        date_ref=dated.date.id if dated else None,
        as_of=counted.edtf if counted else None,
        as_of_ref=counted.id if counted else None,
        place=placed.place.text if placed else None,
        place_name=placed.place.name if placed else None,
        place_entity=placed.place.entity if placed else None,
        place_ref=placed.place.id if placed else None,
        event_mention=_event(found, word, item),
    )


def _place_behind(found: Tables, item: Candidate) -> PlaceScope | None:
    """The place right behind the count, which is its own before any other of the sentence: "12 *in Oran* and eight in Dakar"."""
    doc, at = item.sentence.doc, item.counted.last + 1
    if at + 1 >= item.sentence.end or doc[at].lower_ not in scope_words().locative:
        return None
    first = doc[at + 1].idx if doc[at + 1].lower_ != "the" else doc[min(at + 2, item.sentence.end - 1)].idx
    placed = next((row for row in found.places if row.start == first and row.rule != "people"), None)
    return PlaceScope(placed, ArgumentBasis.CLAUSE) if placed else None


def as_of_date(page: Page, found: Tables, item: Candidate) -> DateMention | None:
    """The date at which the count stood, where the sentence says so ("as of Friday", "by January 8")."""
    start, end = item.sentence.start_char, item.sentence.end_char
    for row in found.dates:
        if start <= row.start and row.end <= end and _AS_OF.search(page.report.text[start : row.start]):
            return row
    return None


def _event(found: Tables, word: Token, item: Candidate) -> str | None:
    """The event mention whose trigger is the figure's predicate."""
    for row in found.event_mentions:
        if row.trigger_start <= word.idx < row.trigger_end and not (
            word.i == item.root.i and row.trigger_end <= item.span.start
        ):
            return row.id
    return None
