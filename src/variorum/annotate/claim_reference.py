"""Who else says what the sentence before said? "This was announced by the spokesman", "the mayor confirmed this"."""

from collections.abc import Iterator, Sequence
from typing import TypedDict

import msgspec
from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from variorum.annotate.claim_build import cue_span
from variorum.annotate.claim_spans import trimmed
from variorum.annotate.claim_voice_spans import voice_span
from variorum.annotate.claim_voices import voice_head
from variorum.annotate.claim_words import Attribution, Cues
from variorum.annotate.page import Page
from variorum.model.base import Span

_TOLD = frozenset(
    {"clause", "parenthesis", "aside", "quote with cue", "quote goes on", "source preposition", "object", "reference"}
)
"""Rules of contents that are statements; of acts told with a content ("refused to leave") the whole sentence is meant."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "all", "both", "such"})
_POINTERS = frozenset({"this", "that", "it"})


class _Said(TypedDict):
    """What a further voice's saying changes of an attribution."""

    cue: Span
    cue_at: int
    voice: Span
    voice_at: int
    rule: str


def find_referring(page: Page, found: Sequence[Attribution], cues: Cues) -> Iterator[Attribution]:
    """The contents of sentences that the next one hands to a further voice, in order of the text.

    The content is what the sentence before attributes, the widest; where it attributes nothing, the sentence itself.
    """
    before: TokenSpan | None = None
    for sentence in page.sentences():
        yield from _judged_beside(sentence, found, cues)
        first = (sentence.root, *_first_clauses(sentence.root))
        cue = next((c for c in first if _points_back(c) or _points_with_noun(c, cues)), None)
        if cue is not None and any(_judged_behind(cue, sentence, found)):
            cue = None  # "the army says it won; the rebels deny *this*"
        if before is not None and cue is not None and cues.is_verb(cue) and cues.speaks(cue):
            voice = voice_head(cue)
            if any(a.cue_at == cue.i and a.rule in _TOLD for a in found):
                voice = None  # "it is reported by the ministry that …" says what itself
            elif voice is not None and any(c.dep_ == "relcl" for c in voice.children):
                voice = None  # "the mayor, who is said to have fled, denies *it*": not the sentence before
            pointed = _said_in(page, before, found)
            if voice is not None and pointed is not None and "\n" not in page.report.text[before.end_char : cue.idx]:
                yield msgspec.structs.replace(pointed, **_by(cue, voice))
        before = sentence


def _judged_beside(sentence: TokenSpan, found: Sequence[Attribution], cues: Cues) -> Iterator[Attribution]:
    """What is denied or confirmed right behind it: "accused them of arson, a charge *the union denied*"."""
    for cue in sentence:
        if cue.pos_ != "VERB" or cue.lemma_ not in cues.words.judging:
            continue
        noun = cue.head
        if _points_back(cue) and (cue != sentence.root or any(True for _ in _first_clauses(cue))):
            yield from _judged_behind(cue, sentence, found)
        if (
            cue.dep_ != "relcl"
            or cue.lemma_ not in cues.words.judging
            or noun.dep_ != "appos"
            or not cues.is_noun(noun)
        ):
            continue
        told = [a for a in found if a.voice and sentence.start_char <= a.span.start < noun.idx and a.cue_at is not None]
        told = [a for a in told if a.rule in _TOLD | {"charge", "label"} and (a.cue_at or 0) < noun.i]
        voice = voice_head(cue)
        if told and voice is not None and voice != noun:
            nearest = max(told, key=lambda a: (a.cue_at or 0, a.span.end))
            yield msgspec.structs.replace(_until(nearest, noun), **_by(cue, voice))


def _judged_behind(cue: Token, sentence: TokenSpan, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """What a further clause of the sentence denies or confirms: "the army says it won, but *the rebels deny this*"."""
    start = cue.left_edge.idx
    told = [a for a in found if a.voice and sentence.start_char <= a.span.start and a.rule in _TOLD | {"charge"}]
    told = [a for a in told if a.span.end <= cue.idx and a.cue is not None and a.cue.start < max(start, cue.idx)]
    voice = voice_head(cue)
    if told and voice is not None and not any(a.voice == voice_span(voice) for a in told):
        yield msgspec.structs.replace(max(told, key=lambda a: a.span.end), **_by(cue, voice))


def _until(told: Attribution, noun: Token) -> Attribution:
    """The attribution without the apposition the parse may count to it."""
    pieces = tuple(Span(start=p.start, end=min(p.end, noun.left_edge.idx)) for p in told.pieces if p.start < noun.idx)
    text = noun.doc.text
    pieces = tuple(t for p in pieces if (t := trimmed(text, p.start, p.end)) is not None)
    return msgspec.structs.replace(told, pieces=pieces or told.pieces)


def _by(cue: Token, voice: Token) -> _Said:
    return {"cue": cue_span(cue), "cue_at": cue.i, "voice": voice_span(voice), "voice_at": voice.i, "rule": "reference"}


def _first_clauses(root: Token) -> Iterator[Token]:
    """The clauses before the root's own that the parse hangs on it, where a colon or semicolon joins two sentences."""
    yield from (c for c in root.lefts if c.dep_ in {"ccomp", "parataxis"} and c.pos_ == "VERB")


def _points_back(cue: Token) -> bool:
    wanted = "nsubjpass" if any(c.dep_ == "agent" for c in cue.children) else "dobj"
    return any(
        c.dep_ == wanted and c.lower_ in _POINTERS and not any(True for _ in c.children) and not _of_own_sentence(c)
        for c in cue.children
    )


def _points_with_noun(verb: Token, cues: Cues) -> bool:
    """Whether the object is a noun for what was just told: "denied the accusation", "confirmed this report"."""
    if verb.lemma_ not in cues.words.judging:
        return False
    return any(
        c.dep_ == "dobj"
        and c.i > verb.i
        and (cues.is_noun(c) or c.lemma_.lower() in cues.words.information_nouns)
        and any(d.dep_ == "det" and d.lower_ in _DEFINITE for d in c.children)
        and all(d.dep_ in {"det", "amod", "predet"} for d in c.children)
        for c in verb.children
    )


def _of_own_sentence(pointer: Token) -> bool:
    """Whether an "it" stands for what the sentence itself has just told: "nine men died, *it* is reported by the union"."""
    return pointer.lower_ == "it" and pointer.dep_ == "nsubjpass" and pointer.i > pointer.sent.start + 1


def _said_in(page: Page, sentence: TokenSpan, found: Sequence[Attribution]) -> Attribution | None:
    inside = [a for a in found if sentence.start_char <= a.span.start and a.span.end <= sentence.end_char]
    inside = [a for a in inside if (a.voice and a.rule in _TOLD) or a.rule == "hearsay passive"]
    if inside:
        widest = max(inside, key=lambda a: (a.span.end - a.span.start, -a.span.start))
        return msgspec.structs.replace(widest, hearsay=False)
    piece = trimmed(page.report.text, sentence.start_char, sentence.end_char)
    return None if piece is None else Attribution(pieces=(piece,), head_at=sentence.root.i, rule="reference")
