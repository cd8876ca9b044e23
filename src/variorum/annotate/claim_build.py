"""How an attribution is put together from a cue, its content's words and its voice."""

from spacy.tokens import Token

from variorum.annotate.claim_spans import pieces_of
from variorum.annotate.claim_voice_spans import voice_span
from variorum.annotate.claim_voices import voice_head
from variorum.annotate.claim_words import Attribution
from variorum.model.base import Span

_PARTICLES = frozenset({"prt"})


def cue_span(cue: Token, *more: Token) -> Span:
    """The cue's words: the verb and what belongs to it right behind it (particle, preposition)."""
    last = cue
    for word in sorted([*more, *(c for c in cue.children if c.dep_ in _PARTICLES)], key=lambda t: t.i):
        if word.i == last.i + 1:
            last = word
    return Span(start=cue.idx, end=last.idx + len(last))


def attribution(cue: Token, head: Token, tokens: list[Token], rule: str, *more: Token) -> Attribution | None:
    """The attribution of the tokens to the cue's voice; None where nothing is left after trimming."""
    voice = voice_head(cue)
    without = {cue.i} | {word.i for word in more}
    if voice is not None:
        without |= _phrase(voice, cue)
    pieces = pieces_of(cue.doc, tokens, frozenset(without))
    if not pieces:
        return None
    return Attribution(
        pieces=pieces,
        cue=cue_span(cue, *more),
        cue_at=cue.i,
        head_at=head.i,
        voice=voice_span(voice) if voice is not None else None,
        voice_at=voice.i if voice is not None else None,
        rule=rule,
    )


def of_voice(cue: Span, at: Token, head: Token, words: list[Token], whose: Token, rule: str) -> Attribution | None:
    """The attribution of the words to a voice that is known already; None where nothing is left after trimming."""
    pieces = pieces_of(at.doc, words)
    if not pieces:
        return None
    return Attribution(
        pieces=pieces,
        cue=cue,
        cue_at=at.i,
        head_at=head.i,
        voice=voice_span(whose),
        voice_at=whose.i,
        rule=rule,
    )


def _phrase(voice: Token, cue: Token) -> set[int]:
    """The voice's words, where the voice is the cue's own subject: they are no part of its content."""
    return {word.i for word in voice.subtree} if voice.head == cue else set()


def infinitive(token: Token) -> bool:
    """Whether the word is an infinitive with "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def without_mark(head: Token) -> list[Token]:
    """The clause's words without a "that" or "to" at its start."""
    words = list(head.subtree)
    while words and (words[0].is_punct or words[0].is_space or _leads(words[0])):
        if words[0].is_quote:
            break
        words.pop(0)
    return words


def _leads(word: Token) -> bool:
    return (word.dep_ == "mark" and word.lower_ in {"that", "as"}) or (word.dep_ == "aux" and word.lower_ == "to")
