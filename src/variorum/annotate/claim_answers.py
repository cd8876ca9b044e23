"""Which statements of an interview are its answers, and whose are they?"""

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from variorum.annotate.claim_spans import trimmed
from variorum.annotate.claim_voices import voice_span
from variorum.annotate.claim_words import Attribution, Cues
from variorum.annotate.page import Page
from variorum.model.base import Span
from variorum.model.terms import SectionKind

_FEWEST_WORDS = 4
_ANSWERS = frozenset({SectionKind.BODY})


def find_answers(page: Page, cues: Cues) -> Iterator[Attribution]:
    """The sentences an interviewee speaks that tell of somebody, some place, time or number, in order; none elsewhere.

    Answers are the body text behind the first question. The voice is the person the report says it interviewed; where it
    names nobody, the attribution has no voice of its own (`answer` is set and the claim names the part played).
    """
    first = next((s.start for s in page.sections if s.kind is SectionKind.QUESTION), None)
    if first is None:
        return
    voice = _interviewee(page, cues)
    for sentence in page.sentences(_ANSWERS):
        if sentence.start_char < first or not _tells(sentence):
            continue
        piece = trimmed(page.report.text, sentence.start_char, sentence.end_char)
        if piece is not None:
            yield Attribution(
                pieces=(piece,), head_at=sentence.root.i, voice=voice, answer=True, quoted=True, rule="answer"
            )


def _tells(sentence: TokenSpan) -> bool:
    words = [token for token in sentence if token.is_alpha or token.like_num]
    named = any(token.ent_type_ or token.like_num or token.dep_ == "neg" for token in words)
    return len(words) >= _FEWEST_WORDS and named and any(token.pos_ in {"VERB", "AUX"} for token in words)


def _interviewee(page: Page, cues: Cues) -> Span | None:
    """The person behind "interview with" or "interviewed"."""
    for token in page.doc:
        if token.lemma_.lower() not in cues.words.interview_words:
            continue
        name = _object(token)
        if name is not None and any(t.ent_type_ == "PERSON" for t in name.subtree):
            return voice_span(name)
    return None


def _object(word: Token) -> Token | None:
    for child in word.rights:
        if child.dep_ == "dobj":
            return child
        if child.dep_ == "prep" and child.lower_ in {"with", "to"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
