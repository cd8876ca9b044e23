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
    if item.counted.kind != BARE:
        return None
    number = _number_noun(item, lexicon)
    if number is None and not _spoken_of(item, lexicon):
        return None
    if number is not None and number.lemma_.lower() in _crowds(lexicon):
        return Predicate(measure=Measure.PARTICIPANTS, rule=Rule.CROWD_NOUN)
    if number is not None and number.lemma_.lower() == "loss":
        return Predicate(measure=Measure.KILLED, rule=Rule.TOLL)  # "put the losses of the rebels at 160"
    counted = _counted_by(number) if number is not None else None
    if counted is not None:
        return _of_counted(counted, lexicon)
    counts = [measure for measure in before if measure is not Measure.OTHER]
    if not counts or counts[-1] not in PEOPLE_MEASURES:
        return None
    return Predicate(measure=counts[-1], rule=Rule.PUT)


def _of_counted(counted: Token, lexicon: Quantities) -> Predicate | None:
    """What a number of these measures, by what they are or what became of them: "the number of *captured* men"."""
    lemma = counted.lemma_.lower()
    for word in counted.children:
        for cues in lexicon.measures:
            if word.dep_ in {"amod", "acl"} and word.lower_ in cues.states and cues.measure in PEOPLE_MEASURES:
                return Predicate(measure=cues.measure, token=word.i, rule=Rule.TOLL)
    if lemma in lexicon.people.participants:
        return Predicate(measure=Measure.PARTICIPANTS, rule=Rule.CROWD_NOUN)
    return Predicate(measure=Measure.TROOPS, rule=Rule.TROOPS) if lemma in lexicon.people.troops else None


def _crowds(lexicon: Quantities) -> frozenset[str]:
    """Nouns for a crowd or a gathering, which a number is put at as well: "estimated the *crowd* at 500"."""
    return frozenset(
        noun for cues in lexicon.measures if cues.measure is Measure.PARTICIPANTS for noun in cues.act_nouns
    )


def _spoken_of(item: Candidate, lexicon: Quantities) -> bool:
    """Whether a source names a number of its own for what was counted before: "the firm *speaks of* 6,200"."""
    preposition = item.root.head
    if item.root.dep_ != "pobj" or preposition.lower_ != "of":
        return False
    above = preposition.head
    return above.lemma_.lower() in lexicon.context.naming_verbs | lexicon.context.number_nouns


def _number_noun(item: Candidate, lexicon: Quantities) -> Token | None:
    """The noun for a number that the count is put at; None where it is put at none."""
    preposition = item.root.head
    if item.root.dep_ != "pobj" or preposition.lower_ not in {"at", "to"}:
        return None
    above, context = preposition.head, lexicon.context
    noun = above if above.pos_ == "NOUN" else next((c for c in above.children if c.dep_ == "dobj"), None)
    if noun is None or noun.lemma_.lower() not in context.number_nouns | _crowds(lexicon) | {"loss"}:
        return None
    verbs = context.value_verbs if preposition.lower_ == "at" else context.revising_verbs
    return noun if noun.head.lemma_.lower() in verbs else None


def _counted_by(number: Token) -> Token | None:
    """Of whom or what the number is: "the number of *marchers*"; None where it is not said."""
    behind = (child for child in number.children if child.lower_ == "of")
    return next((noun for one in behind for noun in one.children if noun.dep_ == "pobj"), None)
