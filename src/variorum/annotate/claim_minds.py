"""What do words for states of mind hand to a voice? "is confident that …", "angered by …", "a critic of …"."""

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from variorum.annotate.claim_build import cue_span, without_mark
from variorum.annotate.claim_spans import pieces_of
from variorum.annotate.claim_voice_spans import voice_span
from variorum.annotate.claim_voices import voice_head
from variorum.annotate.claim_words import Attribution, Cues, names_somebody
from variorum.model.base import Span

_VERBS = frozenset({"VERB", "AUX"})
_BESIDE_NOUN = frozenset({"amod", "acl", "relcl"})


def find_minded(token: Token, cues: Cues) -> Iterator[Attribution]:
    """The content of an adjective or participle of mind, or of a noun for who is for or against something; at most one."""
    minded = token.lower_ in cues.words.adjectives and (token.pos_ == "ADJ" or token.dep_ == "acomp")
    moved = token.tag_ in {"VBN", "VBD"} and token.lemma_ in cues.words.feelings and not _active(token)
    if minded or moved:
        yield from _state(token, _whose(token), cues)
    elif token.lemma_ in cues.words.partisans and token.dep_ in {"attr", "appos"}:
        yield from _side(token)


def _active(participle: Token) -> bool:
    return any(
        c.dep_ in {"dobj", "xcomp"} or (c.dep_ == "nsubj" and participle.tag_ == "VBD") for c in participle.children
    )


def _state(cue: Token, voice: Token | None, cues: Cues) -> Iterator[Attribution]:
    head, words = _content(cue, cues)
    if head is None or voice is None or voice.lower_ in cues.words.inanimate_pronouns:
        return
    if cue.dep_ != "acomp" and (cues.thing(voice) or (cue.dep_ in _BESIDE_NOUN and not names_somebody(voice))):
        return
    yield from _built(cue, head, words, voice, "state of mind")


def _content(cue: Token, cues: Cues) -> tuple[Token | None, list[Token]]:
    for child in cue.rights:
        if child.dep_ in {"ccomp", "xcomp"} or (child.dep_ == "advcl" and _marked(child)):
            return child, without_mark(child)
        if child.dep_ in {"prep", "agent"} and child.lower_ in cues.words.adjective_prepositions:
            return next(iter(child.children), child), [w for w in child.subtree if w != child]
    return None, []


def _marked(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _whose(cue: Token) -> Token | None:
    """Who is in the state: the subject of the copula or participle, the noun it stands behind, the object it is told of."""
    first = cue
    while first.dep_ == "conj" and first.head.pos_ in {"ADJ", "VERB"} and first.head.i < first.i:
        first = first.head
    own = next((c for c in cue.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if own is not None and own.lower_ in {"who", "which", "that"} and cue.dep_ == "relcl":
        return cue.head
    if own is not None:
        return own
    above = first.head
    if first.dep_ in _BESIDE_NOUN and above.pos_ in {"NOUN", "PROPN", "PRON"}:
        return above if above.i < first.i else None
    if first.dep_ == "oprd":
        return next((c for c in above.children if c.dep_ == "dobj" and c.i < first.i), None) or voice_head(above)
    if first.dep_ in {"acomp", "advcl", "dep"} and above.pos_ in _VERBS:
        return voice_head(above)
    return voice_head(first) if first.pos_ in _VERBS else None


def _side(cue: Token) -> Iterator[Attribution]:
    """What somebody is for or against: "is a *critic* of the plan", "Pons, an *opponent* of the dam"."""
    about = next((c for c in cue.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
    head = next((c for c in about.children if c.dep_ in {"pobj", "pcomp"}), None) if about is not None else None
    if about is None or head is None:
        return
    above = cue.head
    voice = above if cue.dep_ == "appos" else voice_head(above) if above.pos_ in _VERBS else None
    words = [w for w in about.subtree if w != about]
    for found in _built(cue, head, words, voice, "side taken") if voice is not None else ():
        named = Span(start=above.left_edge.idx, end=above.idx + len(above)) if cue.dep_ == "appos" else found.voice
        yield msgspec.structs.replace(found, voice=named)


def _built(cue: Token, head: Token, words: list[Token], voice: Token, rule: str) -> Iterator[Attribution]:
    pieces = pieces_of(cue.doc, words)
    if pieces:
        yield Attribution(
            pieces=pieces,
            cue=cue_span(cue),
            cue_at=cue.i,
            head_at=head.i,
            voice=voice_span(voice),
            voice_at=voice.i,
            rule=rule,
        )
