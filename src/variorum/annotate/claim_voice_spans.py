"""Which words name a voice? The noun phrase of its head word, cut where it only adds to the name."""

from spacy.tokens import Token

from variorum.lexicon.cues import read_cues
from variorum.model.base import Span

_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})
_LONG_APPOSITION = 9


def opens_name(word: Token) -> bool:
    """Whether the word may be the first part of a name, its second part taken for a further subject."""
    return word.tag_ == "NNP" or (word.tag_ == "NN" and word.lemma_.lower() in read_cues().body_nouns)


def voice_span(head: Token) -> Span:
    """The voice's words: the noun phrase with what defines it, without relative clauses and long appositions."""
    last = head
    for child in head.rights:
        if child.dep_ in _CLAUSES or child.pos_ == "VERB":
            break
        if child.dep_ == "punct":
            continue
        if child.dep_ == "appos" and child.right_edge.i - child.left_edge.i > _LONG_APPOSITION:
            break
        if child.dep_ in {"cc", "preconj"}:
            continue
        if child.dep_ == "prep" and child.left_edge.nbor(-1).text == ",":
            break
        if child.is_space or (child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}):
            break
        last = _phrase_end(child)
    first = _first_part(head)
    while first.i < head.i and (first.is_punct or first.is_space or first.dep_ in {"cc", "mark"}):
        first = first.nbor()
    return Span(start=first.idx, end=_closed(first, last))


def _first_part(head: Token) -> Token:
    """The first word of the phrase: that of a name's first part, or behind the comma before a name that ends a frame."""
    first = head.left_edge
    for other in head.head.children if head.dep_ == "nsubj" and head.pos_ == "PROPN" else ():
        if other.dep_ == "nsubj" and opens_name(other) and other.i < head.i and other.right_edge.i + 1 == first.i:
            return other.left_edge
    commas = [t.i for t in head.doc[first.i : head.i] if t.text == ","] if head.dep_ == "pobj" else []
    return head.doc[commas[-1] + 1] if commas and head.pos_ == "PROPN" else first


def _closed(first: Token, last: Token) -> int:
    """Where the phrase ends, a bracket in it closed or left out."""
    opening = [t for t in first.doc[first.i : last.i + 1] if t.text == "("]
    if len(opening) > sum(t.text == ")" for t in first.doc[first.i : last.i + 1]):
        if last.i + 1 < len(last.doc) and last.nbor().text == ")":
            return last.idx + len(last) + 1
        if opening[-1].i > first.i:
            before = opening[-1].nbor(-1)
            return before.idx + len(before)
    return last.idx + len(last)


def _phrase_end(child: Token) -> Token:
    """The last word of a phrase, cut before a relative clause in it."""
    end = child.right_edge
    for word in child.subtree:
        if word.dep_ in {"relcl", "acl", "advcl"} and word.left_edge.i > child.i:
            end = end.doc[min(end.i, word.left_edge.i - 1)]
    while end.i > child.i and (end.is_punct or end.is_space):
        end = end.nbor(-1)
    return end
