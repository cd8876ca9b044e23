"""How many clauses lie between a word and the date or place that might govern it?"""

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from variorum.annotate.event_parse import VERBS, ancestors, clause_verb
from variorum.annotate.noun_phrases import glued_date
from variorum.annotate.scope_words import scope_words
from variorum.lexicon.names import read_names

_TOPICS = frozenset({"for", "of", "over", "about", "on", "to", "with", "against", "into"})
"""Prepositions before what a verb is said or done about: "apologised *for* the raid"."""


def steps_between(token: Token, word: Token) -> int | None:
    """How many clauses lie between the word's clause and the one the date or place hangs on; None where that one tells
    of something else: a clause below the word's, unless the word only reports it, or a noun the word is no part of.
    """
    if _bounds(token, word):
        return None
    if word.pos_ not in VERBS and word in set(ancestors(token)) and not _clause_between(token, word):
        return 0
    noun = event_noun(token)
    if noun is not None and glued_date(noun) and token.ent_type_ in {"DATE", "TIME"}:
        noun = None
    if noun is not None and noun != word and not _lends(token, noun, word):
        return None
    home = clause_verb(token)
    clauses = list(_clauses_above(word))
    if home in clauses:
        return None if _told_of_subject(word, home) or _told_as_past(word, home) else clauses.index(home)
    for place, clause in enumerate(clauses):
        if _at_the_time(home) and home.head == clause and home.i > word.i:
            return place + 1
        if home.dep_ == "conj" and home.head == clause and home.i < clause.i:
            return place + 1
        if home in clause.conjuncts and home.i < word.i:
            return place + 1
        if home in clause.conjuncts and _shares_end(clause, home, token):
            return place + 1
        if (
            home.dep_ in {"ccomp", "advcl"}
            and home.head == clause
            and home.i < word.i
            and place == 0
            and home.dep_ == "advcl"
        ):
            return place + 1
    return None


def _told_of_subject(word: Token, home: Token) -> bool:
    """Whether the word only says who or what the verb's subject is: "those *arrested* were freed", "a probe into the *raid*
    opened". What the subject does meanwhile ("gunmen *storming* it killed nine") goes with the verb.
    """
    node, nested = word, False
    while node != home and node.head != node:
        if node.dep_ in {"nsubj", "nsubjpass", "csubj", "csubjpass"} and node.head == home:
            return nested
        nested = nested or node.dep_ == "pobj" or (node.dep_ == "acl" and node.tag_ == "VBN")
        node = node.head
    return False


def _bounds(token: Token, word: Token) -> bool:
    """Whether the date is part of what only bounds the word in time: "the worst raid *since the May truce*"."""
    node = token
    while node not in (word, node.head):
        node = node.head
        if node.dep_ == "prep" and node.lower_ in scope_words().bounding and node != token.head:
            return token.ent_type_ in {"DATE", "TIME"}
    return False


def _told_as_past(word: Token, home: Token) -> bool:
    """Whether the word is in the object of a verb that tells of what was before, or only says which persons that object is:
    "*condemned* the raid on Monday", "met on Monday the families of those *killed*".
    """
    if word == home:
        return False
    node, apart = word, word.dep_ == "acl" and word.tag_ == "VBN" and word.head.dep_ in {"dobj", "pobj"}
    told = home.lemma_.lower() in scope_words().retrospective
    while node.head not in (home, node):
        if node.dep_ in {"advcl", "ccomp", "parataxis"} or (node.dep_ == "relcl" and not told):
            return apart and node.dep_ != "advcl"
        node = node.head
    if node.dep_ in {"dobj", "obj", "nsubjpass"}:
        return apart or told
    return told and node.dep_ in {"prep", "agent"} and word.i > home.i and node.i > home.i and node.lower_ in _TOPICS


def _at_the_time(clause: Token) -> bool:
    """Whether a clause tells during what something happened: "nine died *when* police opened fire in Oran"."""
    return clause.dep_ == "advcl" and any(
        child.lower_ in {"when", "as"} and child.dep_ in {"advmod", "mark"} and child.i < clause.i
        for child in clause.children
    )


def _shares_end(first: Token, last: Token, token: Token) -> bool:
    """Whether what stands behind the last of joined verbs holds for the one before too: "killed nine and wounded 20 *in Oran*";
    not behind a comma, nor after a subject of its own that is more than a count, nor where only the last one goes there.
    """
    if last.i < first.i or token.i < last.i or last.tag_ != first.tag_:
        return False
    own = [child for child in last.children if child.dep_ in {"nsubj", "nsubjpass", "expl"}]
    if any(child.pos_ != "NUM" for child in own):
        return False
    opening = last.left_edge.nbor(-1) if last.left_edge.i > first.i else last
    comma = opening.lower_ in {"and", "or"} and opening.nbor(-1).text == ","
    moved = token.dep_ == "pobj" and token.head.lower_ in scope_words().motion | scope_words().source
    return opening.lower_ == "and" and not comma and not moved


def _clauses_above(word: Token) -> Iterator[Token]:
    """The verb of the word's clause and of every clause that holds it, from the inside out, up to one told as earlier."""
    last = None
    for node in ancestors(word):
        verb = clause_verb(node)
        if verb != last:
            yield verb
            if _earlier(verb):
                return
            last = verb


def dates_saying(token: Token, word: Token) -> bool:
    """Whether the date hangs on a verb of saying above the word's clause: "killed nine, the army said *on Monday*" tells on
    which day it was said.
    """
    home = clause_verb(token)
    return home != clause_verb(word) and home.lemma_.lower() in read_names().cues.speech


def turns_from(word: Token, before: TokenSpan) -> bool:
    """Whether the word is told in another time than the sentence before: in the present after the past, in a past perfect
    after a past. What is told so did not happen on that sentence's day.
    """
    told = before.root
    if told.pos_ not in VERBS or word.sent.root.pos_ not in VERBS:
        return False
    past = told.tag_ == "VBD" or any(child.tag_ == "VBD" for child in told.children if child.dep_ in {"aux", "auxpass"})
    if not past:
        return False
    if _earlier(word.sent.root) and not _earlier(told):
        return True
    return next((_present(verb) for verb in ancestors(word) if verb.pos_ in VERBS and _finite(verb)), False)


def _finite(verb: Token) -> bool:
    return any(word.tag_ in {"VBD", "VBZ", "VBP", "MD"} for word in (verb, *verb.children) if word.pos_ in VERBS)


def _present(verb: Token) -> bool:
    """Whether the verb is finite and in the present or future."""
    finite = [verb, *(child for child in verb.children if child.dep_ in {"aux", "auxpass"})]
    if any(word.tag_ == "VBD" for word in finite):
        return False
    return any(word.tag_ in {"VBZ", "VBP"} or word.lower_ in {"will", "shall", "’ll", "'ll"} for word in finite)


def _earlier(verb: Token) -> bool:
    """A past perfect: what "he said on Monday that they *had left*" tells of was before the Monday."""
    return verb.tag_ == "VBN" and any(
        child.dep_ == "aux" and child.lower_ in {"had", "'d", "’d"} for child in verb.children
    )


def _clause_between(token: Token, word: Token) -> bool:
    """Whether a clause, or a noun joined by "and", stands between the token and the word above it."""
    for node in ancestors(token):
        if node == word:
            return False
        if node.dep_ in {"relcl", "acl", "advcl", "ccomp", "parataxis", "conj"} and node != token:
            return True
    return False


def event_noun(token: Token) -> Token | None:
    """The noun that a date or place modifies, if it hangs on one: "the *shooting* of 2011", "the *January* attack"."""
    if token.dep_ in {"compound", "nmod", "amod", "nummod", "poss"}:
        return token.head if token.head.pos_ in {"NOUN", "PROPN"} else None
    governor = token.head.head if token.dep_ == "pobj" else None
    return governor if governor is not None and governor.pos_ in {"NOUN", "PROPN"} else None


def _lends(token: Token, noun: Token, word: Token) -> bool:
    """Whether what modifies a noun holds for the word too: behind an object ("left a party in Aktau in 2019"), which the
    parse often takes for the object's own, or in an occasion ("in the January clashes"); not where it names the noun apart
    ("the 1993 constitution", "blamed them for the January attack"), nor for another event noun beside it.
    """
    if (
        word.pos_ == "NOUN"
        and clause_verb(word) == clause_verb(noun)
        and word.dep_ not in {"dobj", "nsubjpass", "nsubj"}
    ):
        return noun in word.conjuncts and noun.i > word.i
    behind = token.dep_ == "pobj" and noun.i < token.i
    if behind and noun.dep_ in {"dobj", "attr", "nsubjpass", "nsubj", "pobj", "oprd"}:
        return noun.dep_ != "nsubj" or word.pos_ != "NOUN"
    return noun.dep_ == "pobj" and noun.head.lower_ in scope_words().occasions
