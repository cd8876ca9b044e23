"""Which date, place and claim govern a word? Looked for in its clause, then its sentence, then the text before it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from variorum.annotate.event_parse import ancestors, clause_verb
from variorum.annotate.page import NEWS, Page
from variorum.annotate.scope_clauses import dates_saying, event_noun, steps_between, turns_from
from variorum.annotate.scope_guards import is_stamp, of_content, of_journey, of_part, of_saying, over_years
from variorum.annotate.scope_words import dates_event, locates, scope_words
from variorum.lexicon.gazetteer import open_gazetteer
from variorum.model.base import Span
from variorum.model.tables import Claim, DateMention, PlaceMention, Tables
from variorum.model.terms import ArgumentBasis, Polarity, SectionKind

Row = TypeVar("Row", DateMention, PlaceMention)

_REACH = 2
"""How many sentences back, in the same paragraph, a narrative's date or place still holds."""
_PUTS = frozenset({0, 1})
_YEAR = 4
_SAYING = frozenset({"clause", "parenthesis", "quote with cue"})


class DateScope(NamedTuple):
    """The date that governs a word, and how far away it was found."""

    date: DateMention
    basis: ArgumentBasis


class PlaceScope(NamedTuple):
    """The place that governs a word, and how far away it was found."""

    place: PlaceMention
    basis: ArgumentBasis


def said_on(page: Page, found: Tables, word: Token, claim: Claim) -> DateMention | None:
    """The day on which the claim about the word was made: "nine died, the army said *on Monday*"; None where not told."""
    for row, token in _in_sentence(page, found.dates, word.sent):
        if dates_saying(token, word) and clause_verb(token).idx == claim.cue_start and dates_event(token):
            return row
    return None


def date_for(page: Page, found: Tables, word: Token) -> DateScope | None:
    """The date that governs the word; None where neither its sentence nor the text before says.

    In the clause: a date that hangs on the word, its noun phrase or its verb. In the sentence: one in a clause above or
    beside it, never one inside a clause that tells of something else, nor the day on which somebody said it. In the
    discourse: the date of the sentence before, in the same paragraph; a bare year, which tells of background, holds for the
    next sentence only; for a report's first sentence, the date line before it.
    """
    inside = _in_sentence(page, found.dates, word.sent)
    stamps = [row for row, token in inside if is_stamp(row, token)]
    inside = [(row, token) for row, token in inside if row not in stamps]
    said = [(row, token) for row, token in inside if dates_saying(token, word)]
    rows = [
        (row, token)
        for row, token in inside
        if dates_event(token)
        and (row, token) not in said
        and not of_part(token, word)
        and not of_content(token, word, found.claims)
    ]
    best = _nearest(rows, word)
    if best is not None:
        return DateScope(best[0], best[1])
    if over_years(word):
        return None
    spoken = any(claim.cue_start == word.idx for claim in found.claims)
    for distance, sentence in enumerate(_before(page, word.sent), start=1):
        if turns_from(word, sentence):
            break
        row = _narrative_date(page, found, sentence, distance, spoken)
        if row is not None:
            return DateScope(row, ArgumentBasis.DISCOURSE)
    lead = None  # the day of writing is the day of saying
    if not said:
        lead = stamps[0] if stamps else _dateline_date(page, found, word.sent)
    return DateScope(lead, ArgumentBasis.DISCOURSE) if lead else None


def place_for(page: Page, found: Tables, word: Token) -> PlaceScope | None:
    """The place that governs the word; None where neither its sentence nor the text before says.

    A country or city that acts ("Russia sent …") is no place of the event; one that a preposition puts it at is, then one
    inside an argument ("residents of …"), then one that is its object ("shelled …"). "In the country" is the country that
    the report names most.
    """
    rows = [
        (row, token)
        for row, token in _in_sentence(page, found.places, word.sent)
        if _may_place(row, token)
        and not of_part(token, word)
        and not of_saying(token, word)
        and not of_journey(token, word)
        and not of_content(token, word, found.claims)
    ]
    best = _nearest_place(rows, word)
    if best is not None:
        return PlaceScope(best[0], best[1])
    home = _the_country(found.places) if _in_the_country(word) else None
    if home is not None:
        return PlaceScope(home, ArgumentBasis.DISCOURSE)
    if over_years(word):
        return None
    for sentence in _before(page, word.sent):
        before = [(row, t) for row, t in _in_sentence(page, found.places, sentence) if _sets_scene(row, t)]
        if before:
            city = [row for row, token in before if not _is_site(row, token)]
            return PlaceScope(city[-1] if city else before[-1][0], ArgumentBasis.DISCOURSE)
    return None


def _may_place(row: PlaceMention, token: Token) -> bool:
    """Whether the place can say where: not a word for a people ("*Iranian* troops"), not one that acts."""
    return row.rule != "people" and locates(token) is not None


def _sets_scene(row: PlaceMention, token: Token) -> bool:
    """Whether the place holds for the next sentence too: not where it only tells one noun from others ("the *Geneva* talks")."""
    if row.rule == "people" or locates(token) not in _PUTS or of_journey(token, clause_verb(token)):
        return False
    noun = event_noun(token)
    apart = noun is not None and noun.dep_ == "pobj" and noun.head.lower_ not in scope_words().locative
    return not apart or noun is None or noun.lemma_.lower() in scope_words().areas


def claim_for(claims: Sequence[Claim], span: Span) -> Claim | None:
    """The innermost claim whose content holds the span, before those that only take it up; None where the report speaks.

    Whoever denies what the report tells ("the commander disputes *this*") has not told it.
    """
    telling = [c for c in claims if c.rule != "reference" or c.polarity is Polarity.POSITIVE]
    holding = [claim for claim in telling if any(piece.contains(span) for piece in (claim.pieces or (claim.span,)))]
    return min(holding, key=lambda c: (c.end - c.start, c.rule == "reference", c.id), default=None)


# --------------------------------------------------------------------------------------------------------------- one sentence


def _in_sentence(page: Page, rows: Sequence[Row], sentence: TokenSpan) -> list[tuple[Row, Token]]:
    """Rows inside the sentence, each with the head word of its span, in order of the text."""
    start = bisect_left(rows, sentence.start_char, key=lambda row: row.start)
    inside = []
    for row in rows[start:]:
        if row.start >= sentence.end_char:
            break
        span = page.doc.char_span(row.start, row.end, alignment_mode="expand")
        if row.end <= sentence.end_char and span is not None and len(span):
            inside.append((row, span.root))
    return inside


def _nearest(rows: Sequence[tuple[Row, Token]], word: Token) -> tuple[Row, ArgumentBasis] | None:
    ranked = []
    for row, token in rows:
        steps = steps_between(token, word)
        if steps is not None:
            ranked.append((steps, abs(token.i - word.i), row.start, row))
    if not ranked:
        return None
    steps, _, _, row = min(ranked, key=lambda rank: rank[:3])
    return row, ArgumentBasis.CLAUSE if steps == 0 else ArgumentBasis.SENTENCE


def _nearest_place(
    rows: Sequence[tuple[PlaceMention, Token]], word: Token
) -> tuple[PlaceMention, ArgumentBasis] | None:
    ranked = []
    for row, token in rows:
        steps, kind = steps_between(token, word), locates(token)
        if steps is not None and kind is not None:
            site = _is_site(row, token)
            kind = max(kind, 1) if site else kind
            inside = word.pos_ == "NOUN" and word in set(ancestors(token))
            vague = site or _is_country(row.text)
            ranked.append((not inside, steps, kind, vague, row.start, row))
    if not ranked:
        return None
    best = min(ranked, key=lambda rank: rank[:5])
    return best[5], ArgumentBasis.CLAUSE if best[1] == 0 else ArgumentBasis.SENTENCE


# ------------------------------------------------------------------------------------------------------------------- discourse


def _before(page: Page, sentence: TokenSpan) -> Iterator[TokenSpan]:
    """The sentences before this one in its paragraph, the nearest first, as far as a narrative carries."""
    doc, start = page.doc, sentence.start
    for _ in range(_REACH):
        while start > 0 and doc[start - 1].is_space and "\n" not in doc[start - 1].text:
            start -= 1
        if start == 0 or "\n" in doc[start - 1].text or not _news(page, start - 1):
            return
        before = doc[start - 1].sent
        yield before
        start = before.start


def _news(page: Page, place: int) -> bool:
    section = page.section_at(page.doc[place].idx)
    return section is not None and section.kind in NEWS


def _scheduled(token: Token) -> bool:
    """Whether the date is one for which something is planned, where nothing else happens yet."""
    return token.dep_ == "pobj" and token.head.lower_ == "for"


def _narrative_date(page: Page, found: Tables, sentence: TokenSpan, distance: int, spoken: bool) -> DateMention | None:
    """The date of what the sentence tells: of its main clause, the last one named; None where it only tells background."""
    main = {verb.i for verb in (sentence.root, *sentence.root.conjuncts)}
    told = [] if spoken else [claim for claim in found.claims if claim.rule in _SAYING]
    said_at = {claim.cue_start for claim in told}  # "said on Monday" dates the saying
    rows = []
    for row, token in _in_sentence(page, found.dates, sentence):
        home = clause_verb(token)
        words = scope_words()
        idle = home.lemma_.lower() in words.inceptive | words.retrospective
        lends = not idle and home.idx not in said_at and not _scheduled(token)
        if lends and dates_event(token) and (home.i in main or event_noun(token) is not None):
            rows.append(row)
    if not rows or (distance > 1 and len(rows[-1].edtf or "") <= _YEAR):
        return None
    return rows[-1]


def _dateline_date(page: Page, found: Tables, sentence: TokenSpan) -> DateMention | None:
    """The date of a date line that stands right before the sentence; None for later sentences."""
    before = page.section_at(sentence.start_char - 1) if sentence.start_char else None
    if before is None or before.kind is not SectionKind.DATELINE:
        return None
    inside = [row for row in found.dates if before.start <= row.start and row.end <= before.end]
    return inside[-1] if inside else None


def _in_the_country(word: Token) -> bool:
    """Whether the word's clause puts the event "in the country", which the text has named before."""
    clause = clause_verb(word)
    for token in word.sent:
        if token.lemma_.lower() in scope_words().countries and any(
            child.lower_ in {"the", "this"} for child in token.children
        ):
            behind = token.dep_ == "pobj" and token.head.lower_ in scope_words().locative | scope_words().motion
            if (behind or token.dep_ == "dobj") and (clause_verb(token) == clause or word in set(ancestors(token))):
                return not any(child.dep_ in {"relcl", "prep"} for child in token.children)
    return False


def _is_site(row: PlaceMention, token: Token) -> bool:
    """Whether the place is a square or building, which names its city less well than the city's own name beside it."""
    return row.feature == "site" or token.ent_type_ == "FAC"


def _the_country(places: Sequence[PlaceMention]) -> PlaceMention | None:
    """The country named most often, of equals the first; None where none is named."""
    countries = [row for row in places if _is_country(row.text)]
    counts = Counter(row.text for row in countries)
    return max(countries, key=lambda row: (counts[row.text], -row.start), default=None)


@lru_cache(maxsize=4096)
def _is_country(name: str) -> bool:
    """Whether the gazetteer takes the name for a country's first of all."""
    found = open_gazetteer().lookup(name)
    return bool(found) and found[0].feature == "country"
