"""Whose is a verb of saying that the parse leaves without a subject? Read off the words before or behind it."""

from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "auxpass", "agent"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_MODIFIERS = _NOMINAL | {"ADJ", "DET", "PART", "ADV", "SYM"}
_LINKS = frozenset({"of", "in", "out", "from"})
_BEFORE = frozenset({",", ":", ";", "–", "—", "-", "that", "as", "but", "while", "and", "(", ")"})
_QUOTES = frozenset({"”", '"', "''", "’", "»"})
_OBLIQUE = frozenset({"us", "me", "him", "her", "them", "there", "which", "who", "whom", "what"})


def stray_subject(cue: Token) -> Token | None:
    """The head word of the phrase beside a finite verb that must be its subject; None where it has one, shares another
    verb's, or nothing beside it fits.

    "In a speech on Radio Maru, *Oran* said …" (which the parse hangs on "on"), "*About 4 in 10* say …", "…," wrote *Ana Pons*.
    """
    if cue.tag_ not in _FINITE or any(c.dep_ in _SUBJECTS for c in cue.children):
        return None
    return _before(cue) or _behind(cue)


def _before(cue: Token) -> Token | None:
    doc, number = cue.doc, cue.i - 1
    first = cue.sent.start
    while number > first and doc[number].pos_ in {"ADV", "AUX"} and doc[number].head == cue:
        number -= 1
    head = doc[number]
    if number < first or head.pos_ not in _NOMINAL or head.lower_ in _OBLIQUE or head.ent_type_ in {"DATE", "TIME"}:
        return None
    start = _phrase_start(doc, number, first)
    edge = start == first or doc[start - 1].lower_ in _BEFORE or doc[start - 1].is_quote or doc[start - 1].is_space
    if doc[start].pos_ == "ADP" or not edge:
        return None
    return _listed(head, cue) if _free(head, cue) else None


def _listed(head: Token, cue: Token) -> Token | None:
    """The first of the speakers where the parse joins them to what stands before: "killing nine, *medics* and police said"."""
    first = head
    while first.dep_ == "conj" and first.head.i < first.i and first.head.dep_ == "conj":
        first = first.head
    above = first.head
    if first == head or first.dep_ != "conj" or above.dep_ not in {"dobj", "pobj"} or first.i < cue.sent.start:
        return head
    return first if any(c.dep_ == "nummod" for c in above.children) else head


def _phrase_start(doc: Doc, number: int, first: int) -> int:
    """Where the run of words that make up one noun phrase begins."""
    start = number
    while start > first:
        word = doc[start - 1]
        if word.is_space or not (word.pos_ in _MODIFIERS or word.lower_ in _LINKS):
            break
        start -= 1
    return start


def _free(head: Token, cue: Token) -> bool:
    """Whether the word is nobody else's subject, nor the object of a verb that stands right before its phrase."""
    if head.dep_ in {"nsubj", "nsubjpass"}:
        return False
    return head.dep_ not in {"dobj", "attr"} or head.head == cue or head.head.i > cue.i


def _behind(cue: Token) -> Token | None:
    """The speaker behind the verb that a quotation comes right before: "…," asked *the judge*."""
    if cue.i == 0 or cue.i + 1 >= len(cue.doc):
        return None
    before = cue.nbor(-1)
    quoted = before.text in _QUOTES or (before.text == "," and cue.i > 1 and cue.nbor(-2).text in _QUOTES)
    first = cue.nbor()
    if not quoted or first.pos_ not in {"PROPN", "DET", "NOUN", "ADJ"}:
        return None
    head = first
    while head.head != head and head.head != cue and head.head.left_edge.i == first.i and head.head.i > cue.i:
        head = head.head
    return head if head.pos_ in _NOMINAL else None
