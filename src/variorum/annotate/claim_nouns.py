"""What does a cue noun hand to a voice? "the claim that …", "reports of …", "the order to …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from variorum.annotate.claim_build import attribution, infinitive, of_voice, without_mark
from variorum.annotate.claim_idioms import of_idiom
from variorum.annotate.claim_judged import JUDGED
from variorum.annotate.claim_spans import pieces_of
from variorum.annotate.claim_voice_spans import voice_span
from variorum.annotate.claim_voices import voice_head
from variorum.annotate.claim_words import Attribution, Cues
from variorum.model.base import Span


def find_reaction(cue: Token, cues: Cues) -> Attribution | None:
    """Whose reaction a thing meets with: "the arrests drew criticism *from lawyers*"; None where nobody is named."""
    verb = cue.head
    if cue.lemma_ not in cues.words.reactions or cue.dep_ not in {"dobj", "pobj"}:
        return None
    if cue.dep_ == "pobj":
        verb = verb.head
    if verb.lemma_ not in cues.words.receiving:
        return None
    sources = [c for c in (*cue.rights, *verb.rights) if c.lower_ in {"from", "among", "by"} and c.i > cue.i]
    whose = next((c for source in sources for c in source.children if c.dep_ == "pobj"), None)
    thing = next((c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if thing is not None and thing.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
        thing = verb.head
    if whose is None or thing is None:
        return None
    words = [w for w in thing.subtree if w.i < verb.i]
    return of_voice(Span(start=cue.idx, end=cue.idx + len(cue)), cue, thing, words, whose, "reaction")


def find_of_noun(cue: Token, cues: Cues) -> Iterator[Attribution]:
    """The clause or complement of a cue noun and whose it is; none where the noun is the object of another cue."""
    if (reaction := find_reaction(cue, cues)) is not None:
        yield reaction
        return
    if _of_another_cue(cue, cues) or _purpose(cue) or of_idiom(cue, cues):
        return
    found = (_noun_clause(cue, cues) if cues.takes_clause(cue) else None) or _noun_complement(cue, cues)
    if found is None:
        return
    head, words, rule = found
    verb = cue.head.head if cue.head.dep_ == "prep" else cue
    if rule == "noun clause" and cues.is_verb(verb) and cues.speaks(verb) and cue.lemma_ in cues.words.statement_nouns:
        said = attribution(verb, head, words, JUDGED if verb.lemma_ in cues.words.judging else "clause")
        if said is not None:
            yield said
        return
    voice = _noun_voice(cue, cues) or (_framing_voice(cue) if rule != "noun complement" else None)
    lemma = cue.lemma_.lower()
    told = voice is None and rule == "noun clause" and lemma in cues.words.hearsay_nouns
    view = voice is None and not told and lemma in cues.words.view_nouns
    pieces = pieces_of(cue.doc, words)
    if not pieces or (voice is None and not told and not view):
        return
    yield Attribution(
        pieces=pieces,
        cue=Span(start=cue.idx, end=cue.idx + len(cue)),
        cue_at=cue.i,
        head_at=head.i,
        voice=voice_span(voice) if voice is not None else None,
        voice_at=voice.i if voice is not None else None,
        hearsay=told,
        view=view,
        via=_publishers(cue, cues, voice),
        rule=rule,
    )


def _of_another_cue(cue: Token, cues: Cues) -> bool:
    """Whether a cue verb has the noun for its object, and so its content; a passive only where it names who does it."""
    verb = cue.head
    if cue.dep_ not in {"dobj", "nsubjpass"} or not cues.is_verb(verb) or verb.lemma_ in cues.words.issuing_verbs:
        return False
    return cue.dep_ == "dobj" or any(c.dep_ == "agent" for c in verb.children)


def _purpose(cue: Token) -> bool:
    """Whether the noun is that of "in order to", which orders nothing."""
    return cue.lower_ == "order" and cue.dep_ == "pobj" and not any(True for _ in cue.lefts) and cue.head.lower_ == "in"


def _publishers(cue: Token, cues: Cues, voice: Token | None) -> tuple[Span, ...]:
    """Who passes a statement on: "the agency published the minister's statement"."""
    if cue.dep_ != "dobj" or cue.head.lemma_ not in cues.words.issuing_verbs:
        return ()
    publisher = voice_head(cue.head)
    return () if publisher is None or publisher == voice else (voice_span(publisher),)


def _framing_voice(cue: Token) -> Token | None:
    """Whose hope, order or statement it is where the noun stands in a frame: "fled in the hope that", "said in a statement"."""
    verb = cue.head
    if verb.dep_ == "prep" and verb.lower_ in {"in", "with", "under", "on", "by"}:
        verb = verb.head
    elif cue.dep_ != "dobj":
        return None
    return voice_head(verb) if verb.pos_ == "VERB" else None


def _noun_clause(cue: Token, cues: Cues) -> tuple[Token, list[Token], str] | None:
    left_behind = cue.dep_ == "nsubj" and cue.head.lemma_ in cues.words.spreading
    for child in (*cue.children, *(cue.head.rights if left_behind else ())):
        if child.head == cue.head and any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children):
            return child, without_mark(child), "noun clause"
        if child.dep_ == "acl" and child.i > cue.i:
            if any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children):
                return child, without_mark(child), "noun clause"
            if infinitive(child):
                return child, without_mark(child), "noun infinitive"
    return None


def _noun_complement(cue: Token, cues: Cues) -> tuple[Token, list[Token], str] | None:
    issued = cue.dep_ == "dobj" and cue.head.lemma_ in cues.words.issuing_verbs
    beside = [c for c in cue.head.children if c.i > cue.i] if issued else []
    for child in (*cue.children, *beside):
        if child.dep_ == "prep" and child.lower_ in cues.noun_prepositions(cue):
            heads = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
            if heads:
                return heads[0], [w for w in child.subtree if w != child], "noun complement"
    return None


def _noun_voice(cue: Token, cues: Cues) -> Token | None:
    """The possessor ("the minister's claim"), the "by" or "from", the issuer ("issued a warning")."""
    for child in cue.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from", "among"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if cue.dep_ == "dobj" and cue.head.lemma_ in cues.words.issuing_verbs:
        return voice_head(cue.head)
    return None
