"""Does a date or place say when or where an event is, by the word it hangs on?"""

from functools import lru_cache

from spacy.tokens import Token

from variorum.lexicon.load import read_lexicon
from variorum.lexicon.scope import ScopeWords


def dates_event(token: Token) -> bool:
    """Whether the date says when, rather than until when or before what, something happened."""
    preposition = token.head if token.dep_ == "pobj" else None
    if preposition is not None and preposition.lower_ == "for":
        return preposition.head.lemma_.lower() in scope_words().scheduling
    return preposition is None or preposition.lower_ not in scope_words().bounding


def locates(token: Token) -> int | None:
    """0: a preposition puts the event there; 1: it goes there, or the place names a part of where it is; 2: a part of an
    argument; 3: an object or, of a passive, its subject; None: no place of the event.
    """
    if token.ent_type_ == "PERSON" and token.dep_ == "appos":
        return None
    node = token
    while node.dep_ in {"appos", "conj"}:
        node = node.head
    if node.dep_ in {"compound", "poss", "nmod", "amod"}:
        return _locates_as_modifier(node)
    if node.dep_ == "pobj":
        return _locates_behind(node.head)
    if node.dep_ in {"dobj", "nsubjpass"} and node.head.pos_ == "VERB":
        return None if node.head.lemma_ in scope_words().addressing else 3
    if node.dep_ in {"npadvmod", "advmod"} and node.head.pos_ == "VERB" and not _hyphened(node):
        return 0
    return None


def _hyphened(node: Token) -> bool:
    return node.i + 1 < len(node.doc) and node.nbor(1).text == "-"


def _locates_behind(preposition: Token) -> int | None:
    words, lower, holder = scope_words(), preposition.lower_, preposition.head
    if lower in words.source:
        if holder.lemma_.lower() in words.areas or holder.ent_type_ in {"GPE", "LOC", "FAC"}:
            return locates(holder) if holder.dep_ != "nsubj" else 2
        return 2 if holder.lemma_.lower() in words.people or holder.pos_ == "VERB" else None
    if lower in words.locative:
        return 0
    return 1 if lower in words.motion else None


def _locates_as_modifier(node: Token) -> int | None:
    """A place before a noun: "the *Aktau* rally", "*Almaty*'s Republic Square"; never one that only says whose somebody is,
    nor one inside a compound adjective ("*Paris*-based").
    """
    if _hyphened(node):
        return None
    head, words = node.head, scope_words()
    if node.ent_type_ == "NORP" or head.ent_type_ in {"PERSON", "ORG"}:
        return None
    if node.dep_ == "poss" and not head.ent_type_ and head.lemma_.lower() not in words.areas | words.people:
        return None  # "through *Oran*'s mediation": whose it is
    if head.ent_type_ in {"GPE", "LOC", "FAC"} or head.lemma_.lower() in words.areas:
        inner = locates(head)
        return None if inner is None else max(inner, 1)
    if head.dep_ == "pobj" and head.head.lower_ in words.locative:
        return 1
    return 2 if head.lemma_.lower() in words.people else None


@lru_cache(maxsize=1)
def scope_words() -> ScopeWords:
    """The English lexicon of scope, read once a process."""
    return read_lexicon("scope", ScopeWords)
