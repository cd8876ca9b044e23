"""Who is named as the source of a clause, or that nobody is: "according to", "reportedly", "is said to"."""

from collections.abc import Iterator

import msgspec
from spacy.tokens import Doc, Token

from variorum.annotate.claim_build import infinitive, without_mark
from variorum.annotate.claim_spans import pieces_of
from variorum.annotate.claim_viewpoints import find_viewpoint
from variorum.annotate.claim_voice_spans import voice_span
from variorum.annotate.claim_words import Attribution, Cues
from variorum.model.base import Span

_VERBS = frozenset({"VERB", "AUX"})
_DUTIES = frozenset({"tell", "suppose"})
"""Verbs whose passive with a plain infinitive says what somebody ought to do."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def find_sourced(doc: Doc, cues: Cues, hearsay_passives: frozenset[str]) -> Iterator[Attribution]:
    """Clauses with a source named by a preposition, a hearsay adverb or a hearsay passive, in order of the cues."""
    for token in doc:
        lower = token.lower_
        if lower in cues.words.sources or (lower == "in" and _names_survey(token, cues)):
            found = _sourced(token, cues)
        elif token.pos_ == "VERB" and token.lemma_ in cues.words.seeming:
            found = _seeming(token) or (_looking(token) if token.lemma_ in cues.words.impressions else None)
        elif token.pos_ == "VERB" and token.lemma_ in cues.words.impressions:
            found = _looking(token)
        elif lower in {"in", "by", "to"} and token.dep_ == "prep":
            found = find_viewpoint(token, cues)
        elif lower in cues.words.evident and token.dep_ == "acomp":
            found = _evident(token)
        elif lower in cues.words.hearsay_adverbs:
            found = _alleged(token)
        elif token.pos_ == "VERB" and token.lemma_ in hearsay_passives:
            found = _hearsay(token)
        elif token.pos_ == "VERB" and token.lemma_ in cues.words.view_passives:
            found = _hearsay(token)
            found = msgspec.structs.replace(found, hearsay=False, view=True) if found is not None else None
        else:
            found = None
        if found is not None:
            yield found


def _names_survey(preposition: Token, cues: Cues) -> bool:
    """Whether an "in" names a survey whose finding the clause is: "in a poll by the union, half of them …"."""
    verb = preposition.head
    told = verb.tag_ in _FINITE and any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.children)
    return told and any(
        c.dep_ == "pobj"
        and (c.tag_ == "NN" or preposition.is_sent_start)
        and c.lemma_.lower() in cues.words.survey_nouns
        for c in preposition.children
    )


def _seeming(verb: Token) -> Attribution | None:
    """What only looks so to the report itself: "appears to have fled", "it seems that nobody was hurt"."""
    if any(c.dep_ == "dobj" for c in verb.children):
        return None
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in {"xcomp", "ccomp"} or child.pos_ not in _VERBS:
            continue
        words = [w for w in child.subtree if not (w.head == child and w.lower_ in {"to", "that"} and w.i < child.i)]
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if child.dep_ != "ccomp" and subject is not None and subject.lower_ not in {"who", "which", "that", "it"}:
            words = [*subject.subtree, *words]
        found = _unvoiced(verb, child, words, "seeming")
        return msgspec.structs.replace(found, hearsay=False, view=True) if found is not None else None
    return None


def _evident(state: Token) -> Attribution | None:
    """What the report itself takes for plain: "it is clear that the dam broke"."""
    verb = state.head
    if not any(c.dep_ == "nsubj" and c.lower_ == "it" for c in verb.lefts) or any(
        c.dep_ == "neg" for c in verb.children
    ):
        return None
    clause = next((c for c in (*state.rights, *verb.rights) if c.dep_ == "ccomp" and c.i > state.i), None)
    if clause is None or clause.left_edge.tag_ in {"WRB", "WP", "WDT"} or clause.left_edge.lower_ in {"whether", "if"}:
        return None
    found = _unvoiced(state, clause, without_mark(clause), "seeming")
    return msgspec.structs.replace(found, hearsay=False, view=True) if found is not None else None


def _looking(verb: Token) -> Attribution | None:
    """The same of a state: "the town appeared calm", "the bridge looks unsafe"."""
    state = next((c for c in verb.rights if c.dep_ in {"acomp", "oprd"} and c.pos_ in {"ADJ", "VERB"}), None)
    subject = next(
        (c for c in verb.lefts if c.dep_ == "nsubj" and c.lower_ not in {"who", "which", "that", "it"}), None
    )
    if state is None or subject is None or any(c.dep_ in {"dobj", "xcomp", "prt"} for c in verb.children):
        return None
    found = _unvoiced(verb, state, [*subject.subtree, *state.subtree], "seeming")
    return msgspec.structs.replace(found, hearsay=False, view=True) if found is not None else None


def _first_joined(preposition: Token, verb: Token) -> Token:
    """The first of the clauses that a source behind them all, set off by a comma, speaks for ("one died and two fled, according
    to the union"); the verb itself where it stands alone.
    """
    while (
        verb.dep_ == "conj"
        and verb.head.pos_ in _VERBS
        and preposition.i > verb.i
        and preposition.nbor(-1).text == ","
        and all(any(c.dep_ in {"nsubj", "nsubjpass"} for c in clause.children) for clause in (verb, verb.head))
    ):
        verb = verb.head
    return verb


def _sourced(preposition: Token, cues: Cues) -> Attribution | None:
    behind = next((c for c in preposition.children if c.lower_ == "to"), None)
    if preposition.lower_ == "according" and behind is None:
        return None
    source = next((c for c in (behind or preposition).children if c.dep_ == "pobj"), None)
    verb = _verb_above(preposition)
    if source is not None and verb is None and preposition.lower_ == "according":
        return _before_comma(preposition, source)
    if source is not None and source.lemma_.lower() in cues.words.source_nouns:
        source = next((c for c in source.children if c.dep_ == "poss"), source)  # "according to *her* words"
    tally = source if source is not None and source.lemma_.lower() in cues.words.tally_nouns else None
    source = _keeper(tally) or source if tally is not None else source
    if source is None or verb is None or (preposition.lower_ == "per" and source.pos_ != "PROPN"):
        return None
    verb = _first_joined(preposition, verb)
    cue_end = behind or preposition
    own = {word.i for word in preposition.subtree}
    words = [word for word in verb.subtree if word.i not in own]
    if any(word.i < preposition.i for word in verb.lefts if word.dep_ in {"cc"}) or verb.dep_ == "conj":
        later = [word for word in words if word.i > preposition.i]
        words = later if any(word.is_alpha for word in later) else words
    words = _before_other_cue(words, verb, cues)
    head = verb
    if cues.is_verb(verb) and (told := [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i]):
        head = told[0]
        words = [word for word in head.subtree if word.i not in own]
    pieces = pieces_of(preposition.doc, [w for w in words if not _relative(w, verb)])
    if not pieces:
        return None
    return Attribution(
        pieces=pieces,
        cue=Span(start=preposition.idx, end=cue_end.idx + len(cue_end)),
        cue_at=preposition.i,
        head_at=head.i,
        voice=voice_span(source) if source != tally else None,
        voice_at=source.i if source != tally else None,
        view=source == tally,
        rule="source preposition",
    )


def _keeper(tally: Token) -> Token | None:
    """Whose count a toll is: "the *ministry*'s toll", "a toll from the *union*"; None where it is nobody's."""
    for child in tally.children:
        if child.dep_ == "poss" and child.pos_ != "PRON":
            return child
        if child.dep_ == "prep" and child.lower_ in {"from", "by"}:
            return next((behind for behind in child.children if behind.dep_ == "pobj"), None)
    return None


def _before_comma(preposition: Token, source: Token) -> Attribution | None:
    """The source up to the comma and the content behind it, where the parse finds no verb for the frame."""
    sentence = preposition.sent
    comma = next((t for t in sentence if t.i > source.i and t.text == ","), None)
    if comma is None or preposition.i != sentence.start:
        return None
    words = [t for t in sentence if t.i > comma.i]
    pieces = pieces_of(preposition.doc, words)
    if not pieces:
        return None
    first = source.left_edge
    return Attribution(
        pieces=pieces,
        cue=Span(start=preposition.idx, end=preposition.nbor().idx + len(preposition.nbor())),
        cue_at=preposition.i,
        head_at=words[0].i,
        voice=Span(start=first.idx, end=comma.nbor(-1).idx + len(comma.nbor(-1))),
        voice_at=source.i,
        rule="source preposition",
    )


def _relative(word: Token, verb: Token) -> bool:
    return word.head == verb and word.lower_ in {"which", "who", "that"} and word.dep_ in {"nsubj", "nsubjpass"}


def _before_other_cue(words: list[Token], verb: Token, cues: Cues) -> list[Token]:
    """The words without clauses that hang on the verb with a subject and a voice of their own."""
    other = {
        w.i
        for c in verb.children
        if c.dep_ in {"parataxis", "conj"} and cues.is_verb(c) and cues.speaks(c)
        for w in c.subtree
    }
    return [word for word in words if word.i not in other]


def _verb_above(word: Token) -> Token | None:
    node = word.head
    while node.pos_ not in _VERBS and node.head != node:
        node = node.head
    return node if node.pos_ in _VERBS else None


def _alleged(adverb: Token) -> Attribution | None:
    verb = adverb.head
    if adverb.dep_ != "advmod" or verb.pos_ not in _VERBS:
        return None
    words = [w for w in verb.subtree if w.i != adverb.i and not _relative(w, verb)]
    joined = {
        w.i for c in verb.children if c.dep_ == "conj" and any(g.dep_ == "nsubj" for g in c.children) for w in c.subtree
    }
    return _unvoiced(adverb, verb, [w for w in words if w.i not in joined], "hearsay adverb")


def _hearsay(verb: Token) -> Attribution | None:
    if not any(c.dep_ == "auxpass" for c in verb.children) or any(c.dep_ == "agent" for c in verb.children):
        return None
    for child in verb.children:
        if child.dep_ == "xcomp" and infinitive(child) and child.i > verb.i:
            if verb.lemma_ in _DUTIES and not any(c.lower_ == "have" for c in child.lefts):
                return None  # "was told to leave" is an order, "is told to have left" hearsay
            subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
            words = [w for w in child.subtree if not (w.dep_ == "aux" and w.lower_ == "to" and w.head == child)]
            if subject is not None and subject.lower_ not in {"who", "which", "that"}:
                words = [*subject.subtree, *words]
            return _unvoiced(verb, child, words, "hearsay passive")
        if child.dep_ == "ccomp" and child.i > verb.i:
            words = [w for w in child.subtree if not (w.dep_ == "mark" and w.lower_ == "that" and w.head == child)]
            return _unvoiced(verb, child, words, "hearsay passive")
    return None


def _unvoiced(cue: Token, head: Token, words: list[Token], rule: str) -> Attribution | None:
    pieces = pieces_of(cue.doc, words)
    if not pieces:
        return None
    return Attribution(
        pieces=pieces,
        cue=Span(start=cue.idx, end=cue.idx + len(cue)),
        cue_at=cue.i,
        head_at=head.i,
        hearsay=True,
        rule=rule,
    )
