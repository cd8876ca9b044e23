"""Which dates and places of a sentence hold for something else: the part of a count, the speaker, or what is only spoken of?"""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from variorum.annotate.event_parse import ancestors, clause_verb
from variorum.annotate.scope_clauses import event_noun
from variorum.annotate.scope_words import scope_words
from variorum.lexicon.names import read_names
from variorum.model.tables import Claim, DateMention

_PARTITIVES = frozenset({"them", "whom", "which", "those", "these"})
_INCLUDING = frozenset({"including", "among"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BEHIND = 8
_NUMBER = re.compile(r"\d+")
_YEAR = 4


def of_part(token: Token, word: Token) -> bool:
    """Whether the date or place stands with a part of what the word counts: "*nine* died, five of them *in Oran*".

    A part begins at its number before "of them", or at "including"; it ends at the next comma, behind which date and place
    are the whole's again ("nine died, five of them children, *in Oran*").
    """
    part = part_before(token)
    return part is not None and word.i < part.i


def part_before(token: Token) -> Token | None:
    """The first word of the part of a count in which the token stands; None where it stands in none."""
    first = token.sent.start
    for place in range(token.i - 1, max(first, token.i - _BEHIND) - 1, -1):
        word = token.doc[place]
        if word.text in {",", ";", ":", "(", "—", "–"}:
            return None
        if word.lower_ == "of" and place + 1 < token.i and token.doc[place + 1].lower_ in _PARTITIVES:
            return token.doc[max(first, place - 1)]
        if word.lower_ in _INCLUDING and any(later.like_num for later in token.doc[place + 1 : token.i]):
            return word
    return None


def is_stamp(row: DateMention, token: Token) -> bool:
    """Whether a full date opens a line with nothing that binds it to the sentence behind: the day of writing, run into the
    text ("10 June 2013 Two men were held").
    """
    doc, first = token.doc, token.sent.start
    numbers = _NUMBER.findall(row.text)
    span = doc.char_span(row.start, row.end, alignment_mode="expand")
    if span is None or len(numbers) < len(("day", "year")) or not any(len(number) == _YEAR for number in numbers):
        return False
    opens = span.start == first and (first == 0 or (doc[first - 1].is_space and "\n" in doc[first - 1].text))
    behind = doc[span.end] if span.end < len(doc) else None
    return opens and behind is not None and (behind.is_quote or behind.text[:1].isupper() or behind.like_num)


def of_saying(token: Token, word: Token) -> bool:
    """Whether the place is that of the saying, or of who says it: "nine died, a spokesman said *in Geneva*", "the embassy
    *in Oran* said". Those who speak of what is around them ("police in Oran said") lend their place.
    """
    home = clause_verb(token)
    if home == clause_verb(word) or home.lemma_.lower() not in read_names().cues.speech:
        return False
    if home not in set(ancestors(clause_verb(word))):
        return False
    speaker = next((node for node in (token, *ancestors(token)) if node.dep_ in _SUBJECTS and node.head == home), None)
    if speaker is None:
        return token.i > home.i  # "In Oran, police said …" sets the scene
    return speaker.lemma_.lower() in scope_words().distant


def of_content(token: Token, word: Token, claims: Sequence[Claim]) -> bool:
    """Whether the date or place hangs on a noun of what is said, the word being no part of that: "*condemned* the killing of
    nine people *in March*".
    """
    begins = token.dep_ == "prep" and token.head.pos_ == "NOUN"  # "between 2 and 4 March" is headed by its preposition
    if event_noun(token) is None and not begins:
        return False
    return any(
        claim.cue_start is not None and claim.start <= token.idx < claim.end and not claim.start <= word.idx < claim.end
        for claim in claims
        if claim.sentence is None or claim.sentence.start <= word.idx < claim.sentence.end
    )


def of_journey(token: Token, word: Token) -> bool:
    """Whether the place is only where a journey or way leads that is no part of what the word tells: "a trip *to Oran*"."""
    if token.dep_ != "pobj" or token.head.lower_ not in scope_words().motion:
        return False
    noun = token.head.head
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in scope_words().journeys and noun != word


def over_years(word: Token) -> bool:
    """Whether the word's clause tells what came about over a time ("since 2021"): more than the place told of before."""
    verb = clause_verb(word)
    return any(child.lower_ == "since" and child.dep_ == "prep" and clause_verb(child) == verb for child in word.sent)
