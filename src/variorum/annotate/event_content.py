"""What is asked for, promised or alleged, where the word that names the act takes no clause but a noun?"""

from spacy.tokens import Token

from variorum.annotate.event_parse import NOUNS, VERBS, child_of
from variorum.model.base import Span

_COPULAR = frozenset({"be", "include", "comprise"})
_OBJECTS = frozenset({"dobj", "obj"})
_COMPLEMENTS = frozenset({"attr", "dobj", "obj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PARTITIVE = frozenset({"of", "among"})


def noun_content(trigger: Token) -> Span | None:
    """The noun phrase that says what is asked for; None where there is none.

    "demanded *new elections*", "a demand for *new elections*", "their demands: *new elections*", "the demands include
    *new elections*", "*new elections* are among the demands".
    """
    if trigger.pos_ in VERBS:
        return _phrase(child_of(trigger, _OBJECTS))
    return _after_colon(trigger) or _behind_for(trigger) or _listed(trigger) or _subject_above(trigger)


def _phrase(noun: Token | None) -> Span | None:
    if noun is None or noun.pos_ not in NOUNS or noun.pos_ == "PRON":
        return None
    words = [word for word in noun.subtree if not word.is_space]
    while words and words[-1].is_punct:
        words.pop()
    return Span(start=words[0].idx, end=words[-1].idx + len(words[-1])) if words else None


def _after_colon(noun: Token) -> Span | None:
    doc, place = noun.doc, noun.i + 1
    if place >= len(doc) or doc[place].text != ":":
        return None
    words = [word for word in doc[place + 1 : noun.sent.end] if not word.is_space]
    while words and words[-1].is_punct:
        words.pop()
    return Span(start=words[0].idx, end=words[-1].idx + len(words[-1])) if words else None


def _behind_for(noun: Token) -> Span | None:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "for":
            return _phrase(child_of(child, frozenset({"pobj"})))
    return None


def _listed(noun: Token) -> Span | None:
    verb = noun.head
    if noun.dep_ in _SUBJECTS and verb.lemma_ in _COPULAR:
        return _phrase(child_of(verb, _COMPLEMENTS))
    return None


def _subject_above(noun: Token) -> Span | None:
    """The subject of "is one of the demands", "is among the demands", "is their demand"."""
    word = noun
    while word.dep_ == "pobj" and word.head.lower_ in _PARTITIVE:
        word = word.head if word.head.lower_ == "among" else word.head.head
    if word.dep_ in {"attr", "prep"} and word.head.lemma_ == "be":
        return _phrase(child_of(word.head, _SUBJECTS))
    return None
