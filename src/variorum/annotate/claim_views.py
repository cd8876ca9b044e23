"""What is told as known, meant, asked or ordered without saying by whom? "is known for", "was meant to", "were told to"."""

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from variorum.annotate.claim_build import attribution, infinitive, without_mark
from variorum.annotate.claim_spans import pieces_of
from variorum.annotate.claim_voice_spans import voice_span
from variorum.annotate.claim_words import Attribution, Cues
from variorum.model.base import Span

VIEW = "view of nobody"
_REPUTE = frozenset({"for", "as"})
_RELATIVES = frozenset({"who", "which", "that"})
_SAID_IN = frozenset({"in", "by", "at"})


def find_view(verb: Token, cues: Cues) -> Attribution | None:
    """The view of nobody named that a participle tells: a repute, a purpose, a question, an order; None elsewhere."""
    if verb.tag_ not in {"VBN", "VBD"} or any(c.dep_ == "agent" for c in verb.children):
        return None
    if verb.lemma_ == "know" and not _active(verb):
        return _repute(verb)
    if verb.lemma_ in cues.words.purposes and (passive(verb) or verb.dep_ == "acl") and not _active(verb):
        meant = _with_infinitive(verb, _subject(verb))
        return (
            msgspec.structs.replace(meant, hearsay=True) if meant is not None else None
        )  # no word on whether it came true
    if verb.lemma_ == "ask" and (passive(verb) or asked_aside(verb) or verb.dep_ in {"acl", "advcl"}):
        return _asked_about(verb) or (_with_infinitive(verb, _subject(verb)) if passive(verb) else None)
    if verb.lemma_ in cues.words.addressing | cues.words.inviting and passive(verb):
        return _with_infinitive(verb, _subject(verb))
    return None


def passive(verb: Token) -> bool:
    """Whether the verb is a passive with its auxiliary."""
    return any(c.dep_ == "auxpass" for c in verb.children)


def asked_aside(verb: Token) -> bool:
    """Whether a participle set off by a comma stands behind its noun, which the parse takes for a finite verb's subject:
    "the minister, *asked* about the toll, left".
    """
    if verb.lemma_ != "ask" or verb.i == verb.sent.start or verb.nbor(-1).text != ",":
        return False
    finite = any(c.dep_ == "conj" and c.tag_ in {"VBD", "VBZ"} and c.i > verb.i for c in verb.children)
    joined = any(c.dep_ == "cc" for c in verb.children)
    return finite and not joined and any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)


def find_documented(verb: Token, cues: Cues) -> Attribution | None:
    """A clause and the paper it stands in: "nine were hurt, it is noted *in the message*"."""
    if not (cues.is_verb(verb) and cues.speaks(verb) and passive(verb)):
        return None
    if not any(c.dep_ == "nsubjpass" and c.lower_ == "it" for c in verb.lefts):
        return None
    clause = next(
        (c for c in verb.lefts if c.dep_ in {"advcl", "ccomp", "parataxis"} and c.pos_ in {"VERB", "AUX"}), None
    )
    paper = next(papers(verb, cues), None)
    if clause is None or paper is None or any(c.dep_ == "mark" for c in clause.children):
        return None
    found = attribution(verb, clause, list(clause.subtree), "clause")
    return None if found is None else msgspec.structs.replace(found, voice=voice_span(paper), voice_at=paper.i)


def papers(verb: Token, cues: Cues) -> Iterator[Token]:
    """The statements, messages and the like in which the verb says that something stands."""
    for child in verb.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in _SAID_IN:
            yield from (
                c for c in child.children if c.dep_ == "pobj" and c.lemma_.lower() in cues.words.statement_nouns
            )


def _active(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "dobj"} for c in verb.children) or any(c.lower_ == "have" for c in verb.lefts)


def _subject(verb: Token) -> Token | None:
    subject = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    return None if subject is not None and subject.lower_ in _RELATIVES else subject


def _repute(verb: Token) -> Attribution | None:
    for child in verb.rights:
        if child.dep_ == "xcomp" and infinitive(child):
            return _with_infinitive(verb, _subject(verb))
        head = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
        if child.dep_ == "prep" and child.lower_ in _REPUTE and head is not None:
            if child.lower_ == "as" and not any(c.lower_ in {"a", "an"} for c in head.children):
                return None  # "known as the Falcon": a name, no view
            return _view(verb, head, _subject(verb), [w for w in child.subtree if w != child])
    return None


def _with_infinitive(verb: Token, subject: Token | None) -> Attribution | None:
    for child in verb.rights:
        if child.dep_ in {"xcomp", "advcl", "ccomp"} and infinitive(child):
            return _view(verb, child, subject, _without_joined(child))
    return None


def _without_joined(clause: Token) -> list[Token]:
    """The infinitive's words without a further passive joined to it: "were told to leave *and were asked to be quiet*"."""
    joined = {w.i for c in clause.children if c.dep_ == "conj" and c.tag_ == "VBN" for w in c.subtree}
    joined |= {c.i for c in clause.children if joined and c.dep_ == "cc"}
    return [word for word in without_mark(clause) if word.i not in joined]


def _asked_about(verb: Token) -> Attribution | None:
    for child in verb.rights:
        head = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
        if child.dep_ == "prep" and child.lower_ == "about" and head is not None:
            return _view(verb, head, None, [w for w in child.subtree if w != child])
    return None


def _view(verb: Token, head: Token, subject: Token | None, words: list[Token]) -> Attribution | None:
    whole = [*(subject.subtree if subject is not None else ()), *words]
    pieces = pieces_of(verb.doc, whole)
    if not pieces:
        return None
    cue = Span(start=verb.idx, end=verb.idx + len(verb))
    return Attribution(pieces=pieces, cue=cue, cue_at=verb.i, head_at=head.i, view=True, rule=VIEW)
