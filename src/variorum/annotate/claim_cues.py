"""What do the text's cue verbs, nouns and adjectives hand to a voice? Frame after frame, the surest first."""

from collections.abc import Iterator

import msgspec
from spacy.tokens import Doc, Token

from variorum.annotate.claim_build import attribution
from variorum.annotate.claim_frames import (
    find_as_label,
    find_charge,
    find_clause,
    find_comparison,
    find_infinitive,
    find_label,
    find_value,
)
from variorum.annotate.claim_idioms import find_idiom
from variorum.annotate.claim_judged import demands_addressee, find_judged, find_stated
from variorum.annotate.claim_minds import find_minded
from variorum.annotate.claim_nouns import find_of_noun
from variorum.annotate.claim_objects import find_behind, find_object
from variorum.annotate.claim_views import find_documented, find_view, passive
from variorum.annotate.claim_words import Attribution, Cues
from variorum.lexicon.cues import Frame

_CUE_PARTS = frozenset({"VERB", "NOUN", "ADJ"})


def find_cued(doc: Doc, cues: Cues) -> Iterator[Attribution]:
    """The contents of the text's cue verbs and nouns, in order of the cues."""
    for token in doc:
        if token.pos_ not in _CUE_PARTS and token.dep_ != "acomp":
            continue
        idiom = find_idiom(token, cues)
        if idiom is not None:
            yield idiom
        elif cues.is_verb(token) and not _heads_line(token):
            yield from _of_verb(token, cues)
        elif (minded := next(find_minded(token, cues), None)) is not None:
            yield minded
        elif cues.is_noun(token) or (token.pos_ == "NOUN" and token.lemma_ in cues.words.reactions):
            yield from find_of_noun(token, cues)


def _heads_line(token: Token) -> bool:
    """Whether the parse takes a plural noun that a colon follows for a verb ("Oran protests: what we know")."""
    if token.tag_ != "VBZ" or token.i + 2 >= len(token.doc) or token.nbor().text != ":":
        return False
    return not token.nbor(2).is_quote and not token.nbor(2).is_space


def _of_verb(cue: Token, cues: Cues) -> Iterator[Attribution]:
    frames = cues.frames(cue)
    if (viewed := find_view(cue, cues) or find_documented(cue, cues)) is not None:
        yield viewed
        return
    if frames and _hearsay_frame(cue, cues):
        return
    judged = find_judged(cue, cues) or find_stated(cue, cues)
    if judged is not None:
        yield judged
        return
    if demands_addressee(cue, cues) or _in_question(cue):
        return
    finders = (
        (Frame.CLAUSE, find_clause),
        (Frame.AS, find_as_label),
        (Frame.LABEL, find_label),
        (Frame.INFINITIVE, find_infinitive),
        (Frame.CHARGE, find_charge),
        (Frame.COMPARISON, find_comparison),
        (Frame.VALUE, find_value),
    )
    for frame, find in finders:
        found = find(cue) if frame in frames else None
        if found is not None:
            unvoiced = found.voice is None and frame in {Frame.AS, Frame.LABEL, Frame.CHARGE}
            if unvoiced and _states_fact(cue, found, cues):
                return
            asked = frame is Frame.CLAUSE and found.voice is None and _told_by_nobody(cue, cues)
            yield _of_nobody(found, frame) if unvoiced or asked else found
            if find in (find_label, find_as_label):
                yield from _said_of(cue, found)
            return
    takes_object = Frame.OBJECT in frames or (Frame.WORDS in frames and _takes_words(cue, cues))
    takes_object = takes_object or (Frame.COUNT in frames and _takes_count(cue))
    takes_object = takes_object or (cue.lemma_ == "find" and _of_inquiry(cue, cues))
    takes_object = takes_object or (Frame.STANCE in frames and _takes_stance(cue, cues))
    if not cues.speaks(cue) and any(c.dep_ == "aux" and c.lower_ in cues.words.duty_modals for c in cue.children):
        takes_object = False  # "parliament must approve the plan": not what it approves
    found = find_behind(cue, cues) or (find_object(cue, cues) if takes_object else None)
    if found is not None:
        yield found
        added = _elaboration(cue) if cues.speaks(cue) else None
        if added is not None:
            yield added


def _in_question(cue: Token) -> bool:
    """Whether the verb is what a question is about: "are divided on *whether to trust* the truce"."""
    asked = any(c.i < cue.i and (c.lower_ in {"whether", "if"} or c.tag_ == "WRB") for c in cue.lefts)
    return asked and cue.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in cue.lefts)


def _told_by_nobody(cue: Token, cues: Cues) -> bool:
    """Whether a passive says that something was told or asked, and not by whom: "it was announced that", "was asked if"."""
    it = any(c.dep_ == "nsubjpass" and c.lower_ == "it" for c in cue.children) and passive(cue)
    it = it and not any(c.dep_ == "neg" or c.lower_ in cues.words.duty_modals for c in cue.children)
    return cue.tag_ == "VBN" and (it or cue.lemma_ == "ask")


def _states_fact(cue: Token, found: Attribution, cues: Cues) -> bool:
    """Whether a passive tells what became of somebody, and nobody's view: "was found dead", "was convicted of theft"."""
    label = cue.doc[found.head_at] if found.head_at is not None else cue
    if cue.lemma_ == "name" and label.pos_ == "PROPN":
        return True  # "a man named Oran" has the name
    return cue.lemma_ in cues.words.verdict_verbs or (cue.lemma_ == "find" and label.lower_ in cues.words.found_states)


def _elaboration(cue: Token) -> Attribution | None:
    """The clause behind a dash that spells an announcement out: "announced arrests – dozens would be charged"."""
    clause = cue.head
    if cue.dep_ not in {"ccomp", "parataxis"} or clause.i < cue.i or clause.pos_ not in {"VERB", "AUX"}:
        return None
    if not any(c.is_punct and c.text in {"–", "—", "-", ":"} and cue.i < c.i < clause.i for c in clause.lefts):
        return None
    own = {word.i for word in cue.subtree}
    return attribution(cue, clause, [w for w in clause.subtree if w.i not in own], "elaboration")


def _of_nobody(found: Attribution, frame: Frame) -> Attribution:
    """A view or charge of nobody named: "is seen as a moderate", "was accused of arson"."""
    return msgspec.structs.replace(found, view=True, hearsay=frame is Frame.CHARGE)


def _hearsay_frame(cue: Token, cues: Cues) -> bool:
    """Whether the verb is a passive that tells a view or hearsay of nobody: left to the search for sources."""
    passive = any(c.dep_ == "auxpass" for c in cue.children) and not any(c.dep_ == "agent" for c in cue.children)
    return (
        passive and cue.lemma_ in cues.words.view_passives and any(c.dep_ in {"xcomp", "ccomp"} for c in cue.children)
    )


def _said_of(cue: Token, label: Attribution) -> Iterator[Attribution]:
    """What a relative clause on the label adds: "called them thugs who had been paid" says that they had been paid."""
    head = cue.doc[label.head_at] if label.head_at is not None else None
    for clause in head.rights if head is not None else ():
        if clause.dep_ != "relcl":
            continue
        for part in (clause, *(c for c in clause.children if c.dep_ == "conj" and c.pos_ == "VERB")):
            other = {w.i for c in part.children if c.dep_ in {"conj", "cc"} for w in c.subtree}
            words = [
                w
                for w in part.subtree
                if w.i not in other and not (w.head == part and w.lower_ in {"who", "which", "that"})
            ]
            found = attribution(cue, part, words, "label's clause")
            if found is not None:
                yield found


def _takes_words(cue: Token, cues: Cues) -> bool:
    return any(c.dep_ == "dobj" and cues.is_noun(c) for c in cue.children)


def _of_inquiry(cue: Token, cues: Cues) -> bool:
    """Whether an inquiry, study or poll is what finds something."""
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in cues.words.inquiries for c in cue.lefts)


def _takes_stance(cue: Token, cues: Cues) -> bool:
    """Whether the object is a stance, a decision or words, and nothing that can be held by force."""
    return any(c.dep_ == "dobj" and cues.stance(c) for c in cue.children)


def _takes_count(cue: Token) -> bool:
    """Whether the object is counted: "recorded forty deaths"."""
    return any(w.like_num or w.dep_ == "nummod" for c in cue.children if c.dep_ == "dobj" for w in c.subtree)
