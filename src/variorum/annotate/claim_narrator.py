"""What does the report itself say is not so, or not sure? And which claims before does it take back?"""

from collections.abc import Iterator, Sequence

import msgspec
from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from variorum.annotate.claim_spans import pieces_of, trimmed
from variorum.annotate.claim_words import Attribution, Cues
from variorum.annotate.page import Page
from variorum.model.base import Span
from variorum.model.tables import Claim
from variorum.model.terms import Certainty

_LOOK_BACK = 2


def find_narrated(page: Page, cues: Cues) -> Iterator[Attribution]:
    """The report's own statements that something is unreported, unproven or unconfirmed, in order of the text.

    Where "this" is unconfirmed, the up to two sentences before it in its paragraph are statements in doubt too.
    """
    before: list[TokenSpan] = []
    for sentence in page.sentences():
        if before and "\n" in page.report.text[before[-1].start_char : sentence.start_char]:
            before = []
        head = _absence(sentence, cues) or _unconfirmed(sentence.root, cues)
        if head is not None:
            words = [w for w in head.subtree if not (w.head == head and w.dep_ in {"cc", "mark"} or _opener(w, head))]
            yield from _own(pieces_of(page.doc, words), head)
        for open_question in _open_questions(sentence, cues):
            words = [w for w in open_question.subtree if not (w.head == open_question and w.dep_ in {"cc", "punct"})]
            yield from _own(pieces_of(page.doc, words), open_question, doubted=True)
        if head is not None:
            for doubted in before if _points_back(sentence.root, cues) else ():
                span = trimmed(page.report.text, doubted.start_char, doubted.end_char)
                yield from _own((span,) if span is not None else (), doubted.root, doubted=True)
        before = [*before, sentence][-_LOOK_BACK:]


def _open_questions(sentence: TokenSpan, cues: Cues) -> Iterator[Token]:
    """What a sentence says is not clear: "it remains unclear *whether the dam was hit*", "it was not known *how many fled*"."""
    for verb in (sentence.root, *(c for c in sentence.root.children if c.dep_ == "conj")):
        state = next(
            (c for c in (*verb.children, verb) if c.lower_ in cues.words.open_states | cues.words.settled_states), None
        )
        it = any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ == "it" for c in verb.children)
        if state is None or not it or (state.lower_ in cues.words.settled_states) != _negated(verb):
            continue
        yield from (c for c in (*verb.rights, *state.rights) if c.dep_ in {"ccomp", "csubj", "advcl"} and _asks(c))


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _asks(clause: Token) -> bool:
    first = clause.left_edge
    return first.lower_ in {"whether", "if"} or first.tag_ in {"WRB", "WP", "WDT"}


def _own(pieces: tuple[Span, ...], head: Token, doubted: bool = False) -> Iterator[Attribution]:
    if pieces:
        yield Attribution(pieces=pieces, head_at=head.i, narrator=True, hearsay=doubted, rule="narrator")


def _points_back(verb: Token, cues: Cues) -> bool:
    """Whether the sentence speaks of what was told just before: "this information has not been confirmed"."""
    subject = _unconfirmed_subject(verb, cues)
    return subject is not None and (
        subject.pos_ == "PRON" or any(c.lower_ in {"this", "that", "these"} for c in subject.children)
    )


def retracted(page: Page, claims: Sequence[Claim], cues: Cues) -> tuple[Claim, ...]:
    """The claims, those that a later sentence calls unconfirmed no surer than possible.

    "This information has not been confirmed" speaks of the claims of the last sentence before it in its paragraph that has any.
    """
    lowered: set[str] = set()
    for sentence in page.sentences():
        if not _points_back(sentence.root, cues):
            continue
        paragraph = page.report.text.rfind("\n", 0, sentence.start_char)
        before = [c for c in claims if paragraph < c.start and c.end <= sentence.start_char]
        if before:
            last = max(before, key=lambda c: (c.end, c.id)).sentence
            lowered.update(c.id for c in before if c.sentence == last)
    return tuple(msgspec.structs.replace(c, certainty=Certainty.POSSIBLE) if c.id in lowered else c for c in claims)


def _opener(word: Token, head: Token) -> bool:
    """Whether the word belongs to a frame before the statement: "In recent days, …"."""
    top = word
    while top.head not in (head, top):
        top = top.head
    return top.dep_ in {"prep", "npadvmod", "advcl", "advmod"} and top.i < head.i


def _absence(sentence: TokenSpan, cues: Cues) -> Token | None:
    """The verb of a sentence that says there is no report or evidence of a thing."""
    verb = sentence.root
    if not any(c.dep_ == "expl" for c in verb.children):
        return None
    noun = next((c for c in verb.children if c.dep_ in {"attr", "dobj", "nsubj"}), None)
    if noun is None or noun.lemma_ not in cues.words.absence_nouns:
        return None
    return verb if any(c.lower_ in {"no", "little"} for c in noun.children) else None


def _unconfirmed(verb: Token, cues: Cues) -> Token | None:
    return verb if _unconfirmed_subject(verb, cues) is not None else None


def _unconfirmed_subject(verb: Token, cues: Cues) -> Token | None:
    """What a sentence says has not been confirmed; None where it says no such thing."""
    if verb.lemma_ not in cues.words.unverified_verbs or not any(c.dep_ == "neg" for c in verb.children):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    return subject if subject is not None and subject.lemma_.lower() in cues.words.information_nouns else None
