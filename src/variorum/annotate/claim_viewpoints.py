"""Whose view does a frame name? "In the opinion of lawyers, …", "in her view", "to many, …"."""

from spacy.tokens import Token

from variorum.annotate.claim_build import of_voice
from variorum.annotate.claim_words import Attribution, Cues, names_somebody
from variorum.model.base import Span

_VERBS = frozenset({"VERB", "AUX"})
_JUDGING = frozenset({"be", "seem", "appear", "look", "remain", "represent", "mean"})


def find_viewpoint(preposition: Token, cues: Cues) -> Attribution | None:
    """The clause that a frame with "in", "by" or "to" hands to a voice; None where the frame names none."""
    verb = preposition.head
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if noun is None or verb.pos_ not in _VERBS:
        return None
    if preposition.lower_ == "by" and not any(c.dep_ == "poss" for c in noun.children):
        return None
    if preposition.lower_ in {"in", "by"}:
        return _opinion(preposition, noun, verb, cues)
    return _to_somebody(preposition, noun, verb, cues)


def _opinion(preposition: Token, noun: Token, verb: Token, cues: Cues) -> Attribution | None:
    nouns = cues.words.opinion_nouns if preposition.lower_ == "in" else cues.words.account_nouns
    if noun.lemma_.lower() not in nouns:
        return None
    whose = next((c for c in noun.children if c.dep_ == "poss"), None)
    behind = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    if whose is None and behind is not None:
        whose = next((c for c in behind.children if c.dep_ == "pobj"), None)
    return None if whose is None else _framed(preposition, verb, whose, noun)


def _to_somebody(preposition: Token, noun: Token, verb: Token, cues: Cues) -> Attribution | None:
    """The frame that opens its sentence and a comma ends: "To survivors, the promises are hollow"."""
    last = noun.right_edge
    if preposition.i != verb.sent.start or last.i + 1 >= verb.i or last.nbor().text != ",":
        return None
    if verb.lemma_ not in _JUDGING or not (names_somebody(noun) or noun.lower_ in cues.words.viewers):
        return None
    return _framed(preposition, verb, noun, preposition)


def _framed(preposition: Token, verb: Token, whose: Token, last: Token) -> Attribution | None:
    own = {word.i for word in preposition.subtree}
    words = [word for word in verb.subtree if word.i not in own]
    cue = Span(start=preposition.idx, end=last.idx + len(last))
    return of_voice(cue, preposition, verb, words, whose, "viewpoint")
