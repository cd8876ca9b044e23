"""What does the parse say of a count: the verb it is subject or object of, its relative clause?"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_cues import CueReader, Predicate

_COMPLEMENTS = frozenset({"xcomp", "acomp", "conj", "oprd", "ccomp"})


@dataclass(frozen=True)
class ClauseReader:
    """Reads the verb over a count, and the clause under it."""

    cues: CueReader

    def governed(self, item: Candidate) -> Predicate | None:
        """What the participle or relative clause on the count says, else the verb it is subject or object of."""
        own = self.attached(item)
        if own is not None:
            return own
        root = _first_joined(item.root)
        head = root.head
        if head == root:
            return None
        if root.dep_ in ("nsubjpass", "nsubj"):
            return self._subject_of(head, item, root.dep_ == "nsubjpass")
        if root.dep_ in ("dobj", "obj") and head.pos_ == "VERB":
            return self.cues.as_object(head, item)
        return None

    def attached(self, item: Candidate) -> Predicate | None:
        """What a participle or relative clause on the count says of it."""
        for child in item.root.children:
            if child.i > item.counted.last and child.dep_ in ("acl", "amod", "oprd", "relcl") and not _of_other(child):
                found = self.cues.as_state(child, item) or self._relative(child, item)
                if found:
                    return found
        return None

    def _relative(self, verb: Token, item: Candidate) -> Predicate | None:
        if verb.dep_ not in ("relcl", "acl") or verb.pos_ != "VERB":
            return None
        if any(child.dep_ in ("nsubj", "nsubjpass") and child.pos_ in ("NUM", "NOUN") for child in verb.children):
            return None
        participle = verb.dep_ == "acl" and verb.tag_ == "VBN"
        passive = participle or any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
        return self._subject_of(verb, item, passive)

    def _subject_of(self, verb: Token, item: Candidate, passive: bool) -> Predicate | None:
        for word in _verb_chain(verb):
            own_passive = any(child.dep_ == "auxpass" for child in word.children)
            if passive and word.tag_ == "VBN" or own_passive or word.pos_ == "ADJ":
                found = self.cues.as_state(word, item)
                if found:
                    return found
            found = self.cues.as_doer(word, item)
            if found:
                return found
        return None


def _of_other(clause: Token) -> bool:
    """Whether a relative clause tells of somebody of theirs: "Lee, whose *brother* died"."""
    subjects = (child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass"))
    return any(word.tag_ == "WP$" for subject in subjects for word in subject.subtree)


def _first_joined(word: Token) -> Token:
    """The first of the nouns that the word is joined to ("himself and six others")."""
    while word.dep_ == "conj" and word.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
        word = word.head
    return word


def _verb_chain(verb: Token) -> Iterator[Token]:
    """The verb, its complements without a subject of their own, and verbs joined to it, nearest first."""
    seen: list[Token] = [verb]
    for word in seen:
        yield word
        for child in word.children:
            own = any(grand.dep_ in ("nsubj", "nsubjpass") for grand in child.children)
            follows = child.i > word.i and child.dep_ in _COMPLEMENTS and child.pos_ in ("VERB", "ADJ", "AUX")
            if follows and not own:
                seen.append(child)
