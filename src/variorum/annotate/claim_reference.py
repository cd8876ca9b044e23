"""Who else says what the sentence before said? "This was announced by the spokesman", "the mayor confirmed this"."""

from collections.abc import Iterator, Sequence

import msgspec
from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from variorum.annotate.claim_build import cue_span
from variorum.annotate.claim_spans import trimmed
from variorum.annotate.claim_voices import voice_head, voice_span
from variorum.annotate.claim_words import Attribution, Cues
from variorum.annotate.page import Page

_TOLD = frozenset(
    {"clause", "parenthesis", "aside", "quote with cue", "quote goes on", "source preposition", "object", "reference"}
)
"""Rules of contents that are statements; of acts told with a content ("refused to leave") the whole sentence is meant."""
_POINTERS = frozenset({"this", "that", "it"})


def find_referring(page: Page, found: Sequence[Attribution], cues: Cues) -> Iterator[Attribution]:
    """The contents of sentences that the next one hands to a further voice, in order of the text.

    The content is what the sentence before attributes, the widest; where it attributes nothing, the sentence itself.
    """
    before: TokenSpan | None = None
    for sentence in page.sentences():
        cue = next((c for c in (sentence.root, *_first_clauses(sentence.root)) if _points_back(c)), sentence.root)
        if before is not None and cues.is_verb(cue) and cues.speaks(cue) and _points_back(cue):
            voice = voice_head(cue)
            if any(a.cue_at == cue.i and a.rule in _TOLD for a in found):
                voice = None  # "it is reported by the ministry that …" says what itself
            elif voice is not None and any(c.dep_ == "relcl" for c in voice.children):
                voice = None  # "the mayor, who is said to have fled, denies *it*": not the sentence before
            pointed = _said_in(page, before, found)
            if voice is not None and pointed is not None and "\n" not in page.report.text[before.end_char : cue.idx]:
                yield msgspec.structs.replace(
                    pointed,
                    cue=cue_span(cue),
                    cue_at=cue.i,
                    voice=voice_span(voice),
                    voice_at=voice.i,
                    rule="reference",
                )
        before = sentence


def _first_clauses(root: Token) -> Iterator[Token]:
    """The clauses before the root's own that the parse hangs on it, where a colon or semicolon joins two sentences."""
    yield from (c for c in root.lefts if c.dep_ in {"ccomp", "parataxis"} and c.pos_ == "VERB")


def _points_back(cue: Token) -> bool:
    wanted = "nsubjpass" if any(c.dep_ == "agent" for c in cue.children) else "dobj"
    return any(
        c.dep_ == wanted and c.lower_ in _POINTERS and not any(True for _ in c.children) and not _of_own_sentence(c)
        for c in cue.children
    )


def _of_own_sentence(pointer: Token) -> bool:
    """Whether an "it" stands for what the sentence itself has just told: "nine men died, *it* is reported by the union"."""
    return pointer.lower_ == "it" and pointer.dep_ == "nsubjpass" and pointer.i > pointer.sent.start + 1


def _said_in(page: Page, sentence: TokenSpan, found: Sequence[Attribution]) -> Attribution | None:
    inside = [a for a in found if sentence.start_char <= a.span.start and a.span.end <= sentence.end_char and a.voice]
    inside = [a for a in inside if a.rule in _TOLD]
    if inside:
        widest = max(inside, key=lambda a: (a.span.end - a.span.start, -a.span.start))
        return msgspec.structs.replace(widest, hearsay=False)
    piece = trimmed(page.report.text, sentence.start_char, sentence.end_char)
    return None if piece is None else Attribution(pieces=(piece,), head_at=sentence.root.i, rule="reference")
