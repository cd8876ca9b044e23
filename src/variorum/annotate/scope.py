"""Which date, place and claim govern a word? Looked for in its clause, then its sentence, then the text before it."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from spacy.tokens import Token

from variorum.annotate.page import Page
from variorum.model.base import Span
from variorum.model.tables import Claim, DateMention, PlaceMention, Tables
from variorum.model.terms import ArgumentBasis

Row = TypeVar("Row", DateMention, PlaceMention)


class DateScope(NamedTuple):
    """The date that governs a word, and how far away it was found."""

    date: DateMention
    basis: ArgumentBasis


class PlaceScope(NamedTuple):
    """The place that governs a word, and how far away it was found."""

    place: PlaceMention
    basis: ArgumentBasis


def date_for(page: Page, found: Tables, word: Token) -> DateScope | None:
    """The date that governs the word; None where neither its sentence nor the text before says."""
    row = _in_sentence(found.dates, word)
    return DateScope(row, ArgumentBasis.SENTENCE) if row else None


def place_for(page: Page, found: Tables, word: Token) -> PlaceScope | None:
    """The place that governs the word; None where neither its sentence nor the text before says."""
    row = _in_sentence(found.places, word)
    return PlaceScope(row, ArgumentBasis.SENTENCE) if row else None


def claim_for(claims: Sequence[Claim], span: Span) -> Claim | None:
    """The innermost claim whose content holds the span; None where the report itself speaks."""
    holding = [claim for claim in claims if claim.start <= span.start and span.end <= claim.end]
    return min(holding, key=lambda claim: (claim.end - claim.start, claim.id), default=None)


def _in_sentence(rows: Sequence[Row], word: Token) -> Row | None:
    sentence = word.sent
    inside = [row for row in rows if sentence.start_char <= row.start and row.end <= sentence.end_char]
    return min(inside, key=lambda row: (abs(row.start - word.idx), row.start), default=None)
