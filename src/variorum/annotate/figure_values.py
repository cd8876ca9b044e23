"""Which count is the value that somebody puts a number at ("put the number of marchers at forty"), and a number of whom?"""

from collections.abc import Sequence

from spacy.tokens import Token

from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_cues import PEOPLE_MEASURES, Predicate, Rule
from variorum.annotate.figure_units import BARE
from variorum.lexicon.quantities import Quantities
from variorum.model.terms import Measure


def put_at(item: Candidate, lexicon: Quantities, before: Sequence[Measure]) -> Predicate | None:
    """What a bare count behind "put the number at" measures: whom the number is of, or else what was counted last.

    `before` are the measures of the counts before, in order. None where the count is no such value, where the number is of
    something else than a crowd or troops, or where no people were counted before.
    """
    number = _number_noun(item, lexicon) if item.counted.kind == BARE else None
    if number is None:
        return None
    counted = _counted_by(number)
    if counted is not None:
        lemma = counted.lemma_.lower()
        if lemma in lexicon.people.participants:
            return Predicate(measure=Measure.PARTICIPANTS, rule=Rule.CROWD_NOUN)
        return Predicate(measure=Measure.TROOPS, rule=Rule.TROOPS) if lemma in lexicon.people.troops else None
    if not before or before[-1] not in PEOPLE_MEASURES:
        return None
    return Predicate(measure=before[-1], rule=Rule.PUT)


def _number_noun(item: Candidate, lexicon: Quantities) -> Token | None:
    """The noun for a number that the count is put at; None where it is put at none."""
    preposition = item.root.head
    if item.root.dep_ != "pobj" or preposition.lower_ != "at":
        return None
    above = preposition.head
    noun = above if above.pos_ == "NOUN" else next((c for c in above.children if c.dep_ == "dobj"), None)
    if noun is None or noun.lemma_.lower() not in lexicon.context.number_nouns:
        return None
    return noun if noun.head.lemma_.lower() in lexicon.context.value_verbs else None


def _counted_by(number: Token) -> Token | None:
    """Of whom or what the number is: "the number of *marchers*"; None where it is not said."""
    behind = (child for child in number.children if child.lower_ == "of")
    return next((noun for one in behind for noun in one.children if noun.dep_ == "pobj"), None)
