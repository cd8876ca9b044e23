"""Who says it? The noun phrase that a cue hands the word to."""

from spacy.tokens import Token

from variorum.annotate.claim_strays import stray_subject
from variorum.annotate.claim_voice_spans import opens_name
from variorum.annotate.speakers_meant import speaker_meant
from variorum.lexicon.cues import read_cues
from variorum.lexicon.names import read_names

_SUBJECTS = frozenset({"nsubj", "csubj"})
_LOST = frozenset({"nsubj", "nsubjpass", "advcl", "dep", "npadvmod"})
_CONTENTS = frozenset({"ccomp", "xcomp", "dobj"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NO_PASSIVE = frozenset({"seek", "decline", "refuse", "vow", "pledge", "threaten", "agree", "try", "hope", "plan"})
"""Verbs whose passive has no infinitive."""
_NO_SPEAKERS = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})


def voice_head(cue: Token) -> Token | None:
    """The head word of the phrase a verb's words are attributed to; None where the sentence names nobody.

    The subject of an active verb, the "by" of a passive one; for a verb without a subject that of the verb it depends on
    or is joined to; for a relative pronoun the noun it stands for.
    """
    verb, seen = cue, 0
    if (stranded := stranded_speaker(cue) or stray_subject(cue)) is not None:
        return stranded
    while seen < 6:
        seen += 1
        subject = _own_subject(verb)
        if subject is not None:
            outer = _sayer_above(verb) if verb != cue and subject.pos_ == "NUM" else None
            if outer is not None:
                return voice_head(outer)
            meant = _antecedent(subject)
            return (speaker_meant(meant) or meant) if meant is not None else None
        if _quoted_as_saying(verb) or has_done(verb):
            return next((_antecedent(c) for c in verb.children if c.dep_ == "nsubjpass"), None)
        if _passive(verb) and verb.dep_ not in {"conj"} and verb.dep_ != "pcomp":
            outer = _sayer_above(verb) if verb != cue and cue.tag_ in _FINITE else None
            return voice_head(outer) if outer is not None else None
        if verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and not any(c.dep_ == "aux" for c in verb.children):
            return None
        above = _governor(verb)
        if above is not None and verb.dep_ == "conj" and verb.tag_ in _FINITE and above.tag_ == "VB":
            above = _finite_above(above)
        if above is not None and verb.dep_ == "conj" and verb in joined_sayings(above.head, above):
            above = above.head
        if above is None:
            return None
        if above.pos_ == "ADJ":
            above = _ready_one(above)
            if above is None:
                return None
        if above.pos_ not in {"VERB", "AUX"}:
            return above if above.pos_ in {"NOUN", "PROPN", "PRON"} else None
        if verb.dep_ == "pcomp" and _passive(above):
            return next((_antecedent(c) for c in above.children if c.dep_ == "nsubjpass"), None)
        verb = above
    return None


def _ready_one(adjective: Token) -> Token | None:
    """What stands above an adjective of readiness: the verb ("*was* quick to add") or the noun ("*leaders* free to back")."""
    if adjective.lower_ not in read_cues().ready:
        return None
    above = adjective.head
    expletive = any(c.dep_ in {"nsubj", "expl"} and c.lower_ in {"it", "there"} for c in above.children)
    return None if above == adjective or expletive else above


def joined_sayings(cue: Token, clause: Token) -> list[Token]:
    """The verbs of saying that the parse joins to what a verb says and that go on with the verb: "*said* he would go and *warned*
    …", "*said* it takes care but *added* …".
    """
    if clause.dep_ != "ccomp" or cue.tag_ != "VBD" or clause.i < cue.i or clause.tag_ not in {"VB", "VBZ", "VBP"}:
        return []
    said = read_names().cues.speech
    further = [c for c in clause.children if c.dep_ == "conj" and c.tag_ == "VBD" and c.lemma_ in said]
    return [c for c in further if not any(s.dep_ in {"nsubj", "nsubjpass"} for s in c.children)]


def _sayer_above(verb: Token) -> Token | None:
    """The verb of saying above a count of victims that a further verb is joined to: "the army *said* nine had been killed and 17
    injured, and accused …" has the army accuse.
    """
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    above = verb.head
    return above if verb.dep_ == "ccomp" and above.lemma_ in read_names().cues.speech else None


def stranded_speaker(cue: Token) -> Token | None:
    """The speaker that the parse hangs on the clause before: "guards killed nine people in Ostrow, *the monitor* said", where
    the monitor looks like an apposition; None where the verb of saying has a subject of its own.
    """
    if cue.tag_ not in _FINITE or cue.lemma_ not in read_names().cues.speech or cue.i == cue.sent.start:
        return None
    if any(c.dep_ in {*_SUBJECTS, "nsubjpass", "expl", "aux", "auxpass"} for c in cue.children):
        return None
    if not any(c.dep_ == "ccomp" and c.i < cue.i for c in cue.children):
        return None
    head = cue.nbor(-1)
    while head.dep_ in {"compound", "flat"} and head.head.i < cue.i:
        head = head.head
    first = head.left_edge
    behind_comma = first.i > cue.sent.start and first.nbor(-1).text == ","
    return head if head.dep_ == "appos" and head.right_edge.i == cue.i - 1 and behind_comma else None


def _own_subject(verb: Token) -> Token | None:
    """The subject, of two before the verb the nearer: the first is the label of a headline or line ("Sudan crisis: …")."""
    if (inverted := _inverted_subject(verb)) is not None:
        return inverted
    for child in verb.children:
        if child.dep_ == "csubj" and child.tag_ == "VBG" and child.i < verb.i:
            return next((c for c in child.lefts if c.dep_ == "nsubj"), None)
        if child.dep_ in _SUBJECTS and child.pos_ not in {"VERB", "AUX"}:
            before = [c for c in verb.lefts if c.dep_ == "nsubj" and c.pos_ in {"NOUN", "PROPN", "PRON"}]
            labelled = len(before) > 1 and child.i + 1 < len(child.doc) and child.nbor().text == ":"
            if (joined := _second_part(child)) is not None:
                return joined
            if victims_before(verb):
                return next(c for c in child.rights if c.dep_ == "conj")
            return before[-1] if labelled or lost_clause(verb) is not None else child
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _inverted_subject(verb: Token) -> Token | None:
    """Of subjects on both sides of a verb of saying the one behind it: the other belongs to the words quoted."""
    if verb.lemma_ not in read_names().cues.speech or not any(c.dep_ == "nsubj" for c in verb.lefts):
        return None
    return next((c for c in verb.rights if c.dep_ == "nsubj"), None)


def victims_before(verb: Token) -> list[Token]:
    """The words of the counted object that the parse joins to the speakers behind it: "killing *nine miners*, medics and police
    said"; none elsewhere.
    """
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or verb.lemma_ not in read_names().cues.speech or subject.left_edge.i == verb.sent.start:
        return []
    joined = next((c for c in subject.rights if c.dep_ == "conj"), None)
    counted = any(c.dep_ == "nummod" for c in subject.children)
    if joined is None or not counted or subject.left_edge.nbor(-1).tag_ not in {"VBG", "VBD", "VBN"}:
        return []
    return [word for word in verb.doc[subject.left_edge.i : joined.left_edge.i] if not word.is_punct]


def _second_part(subject: Token) -> Token | None:
    """The rest of a name that the parse takes for a second subject: "said Ana *Pons*", "the movement *Oran* claims"."""
    if not opens_name(subject):
        return None
    for other in subject.head.children:
        if other.dep_ == "nsubj" and other.pos_ == "PROPN" and other.left_edge.i == subject.right_edge.i + 1:
            return other
    return None


def lost_clause(cue: Token) -> Token | None:
    """The comma that ends what is said where the parse hangs the subject of that on the verb of saying, and not its verb:
    "A fire that a blast had started killed nine*,* the ministry said"; None elsewhere.
    """
    speaker = next((c for c in reversed(list(cue.lefts)) if c.dep_ == "nsubj"), None)
    nouns = [c for c in cue.lefts if c.dep_ in _LOST and c.pos_ in {"NOUN", "PROPN"} and c != speaker]
    if speaker is None or not nouns or cue.tag_ not in _FINITE or any(c.dep_ in _CONTENTS for c in cue.children):
        return None
    if speaker.right_edge.i != cue.i - 1 or speaker.left_edge.i == cue.sent.start:
        return None
    comma = speaker.left_edge.nbor(-1)
    told = any(word.tag_ in _FINITE and word.pos_ in {"VERB", "AUX"} for word in cue.doc[cue.sent.start : comma.i])
    return comma if comma.text == "," and told else None


def _antecedent(subject: Token) -> Token | None:
    if subject.lower_ in _RELATIVES and subject.head.dep_ in {"relcl", "conj"}:
        clause = subject.head
        while clause.dep_ == "conj":
            clause = clause.head
        if clause.dep_ == "relcl":
            return clause.head
    return subject


def _finite_above(verb: Token) -> Token | None:
    """The finite verb with a subject of its own above an infinitive: a finite verb is never joined to an infinitive."""
    node = verb
    while node.head != node:
        node = node.head
        own = _own_subject(node) if node.tag_ in _FINITE else None
        if own is not None and not any(c.dep_ == "expl" for c in node.children):
            return node
    return None


def _passive(verb: Token) -> bool:
    return any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)


def has_done(verb: Token) -> bool:
    """Whether what the parse takes for a passive is a perfect: "he's *called* for help", "who's *argued* that …"."""
    if not any(c.dep_ == "auxpass" and c.lower_ in {"'s", "’s"} for c in verb.children):
        return False
    if any(c.dep_ == "nsubjpass" and c.lower_ == "it" for c in verb.lefts):
        return False
    objects = any(c.dep_ in {"dobj", "ccomp"} and c.i > verb.i for c in verb.children)
    called = verb.lemma_ == "call" and any(c.lower_ == "for" for c in verb.rights)
    return objects or called or (verb.lemma_ in _NO_PASSIVE and any(c.dep_ == "xcomp" for c in verb.rights))


def _quoted_as_saying(verb: Token) -> bool:
    """A passive behind which a verb of saying stands: "the mayor was *quoted* as saying"."""
    sayings = [c for at in verb.children if at.lower_ == "as" for c in at.children if c.dep_ == "pcomp"]
    return _passive(verb) and any(c.lemma_ in read_names().cues.speech for c in sayings)


def _governor(verb: Token) -> Token | None:
    """The word above whose subject a subjectless verb shares.

    A participle behind a noun phrase it does not touch, or behind a place, is the speaker's: "… barred talks with the rebels,
    calling them …".
    """
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and (verb.i - verb.head.i > 2 or verb.head.ent_type_ in _NO_SPEAKERS):
        above = verb.head
        while above.pos_ not in {"VERB", "AUX"} and above.head != above:
            above = above.head
        return above if above.pos_ in {"VERB", "AUX"} else verb.head
    if verb.dep_ in {"conj", "advcl", "xcomp", "acl", "relcl", "aux", "ccomp"} and verb.head != verb:
        return verb.head
    if verb.dep_ in {"pcomp", "dep"} and verb.head.dep_ in {"prep", "mark"}:
        return verb.head.head
    return None
