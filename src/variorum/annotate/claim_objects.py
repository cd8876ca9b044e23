"""What does a cue verb have for its object, or behind its preposition? "announced a curfew", "called for calm"."""

from spacy.tokens import Token

from variorum.annotate.claim_build import attribution, without_mark
from variorum.annotate.claim_words import Attribution, Cues, names_somebody

_PRONOUNS = frozenset(
    {
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "this",
        "that",
        "these",
        "those",
        "us",
        "me",
        "you",
        "itself",
        "himself",
    }
)


def _for_clause(cue: Token, cues: Cues) -> Attribution | None:
    """The clause behind "for": "called for the troops to leave"."""
    if f"{cues.base(cue)} for" not in cues.behind:
        return None
    for child in cue.rights:
        mark = next((c for c in child.children if c.lower_ == "for" and c.dep_ in {"mark", "prep"}), None)
        if child.dep_ in {"advcl", "xcomp", "ccomp"} and mark is not None and mark.i < child.i:
            return attribution(cue, child, [w for w in child.subtree if w != mark], "behind preposition", mark)
    return None


def find_behind(cue: Token, cues: Cues) -> Attribution | None:
    """The content behind the verb's preposition, a clause with "for" too; None where the verb has none with a content."""
    clause = _for_clause(cue, cues)
    if clause is not None:
        return clause
    for child in cue.children:
        if child.dep_ not in {"prep", "prt", "agent"} or f"{cues.base(cue)} {child.lower_}" not in cues.behind:
            continue
        heads = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
        if heads and cue.lemma_ in cues.words.turned_to and _somebody_or_place(heads[0], cues):
            continue  # "looked for survivors"
        if heads and heads[0].lower_ not in _PRONOUNS and heads[0].ent_type_ not in {"DATE", "TIME"}:
            return attribution(cue, heads[0], [w for w in child.subtree if w != child], "behind preposition", child)
    return None


def find_object(cue: Token, cues: Cues) -> Attribution | None:
    """The verb's object, a passive's subject or a gerund as the content; None for pronouns, for somebody only dealt with, and for
    nouns that point to words said elsewhere.
    """
    head = next((c for c in cue.children if c.i > cue.i and (c.dep_ == "dobj" or _counted(c))), None)
    if head is None and cue.dep_ != "relcl" and any(c.dep_ == "agent" for c in cue.children):
        head = next((c for c in cue.children if c.dep_ == "nsubjpass"), None)
        if head is None and cue.dep_ == "acl" and cue.tag_ == "VBN" and cue.head.pos_ in {"NOUN", "PROPN"}:
            own = {w.i for w in cue.subtree}
            words = [w for w in cue.head.subtree if w.i not in own and w.i < cue.i]
            dealt_with = _names_words(cue.head, cues) or names_somebody(cue.head)
            return attribution(cue, cue.head, words, "object") if not dealt_with else None
    if head is None:
        gerund = next((c for c in cue.children if c.dep_ in {"xcomp", "ccomp"} and _is_gerund(c) and c.i > cue.i), None)
        return attribution(cue, gerund, list(gerund.subtree), "gerund") if gerund is not None else None
    if head.lower_ in _PRONOUNS or head.pos_ == "PRON":
        return None
    clause = next((c for c in head.children if c.dep_ == "acl" and any(m.dep_ == "mark" for m in c.children)), None)
    if clause is not None and cues.is_noun(head):
        return attribution(cue, clause, without_mark(clause), "object's clause")
    bare = all(c.dep_ in {"det", "amod", "poss", "predet"} for c in head.children)
    if cue.lemma_ in cues.words.evaluating and _told_apart(head):
        return attribution(cue, head, list(head.subtree), "object")
    if head.lemma_ == "release" and any(c.lower_ == "of" for c in head.rights):
        return attribution(cue, head, list(head.subtree), "object")  # that of prisoners, not to the press
    if head.lemma_.lower() in cues.words.statement_nouns and (told := _complement(cue, head)) is not None:
        return told
    if head.lemma_.lower() in cues.words.statement_nouns or (bare and _names_words(head, cues)):
        return None
    if cues.speaks(cue) and any(c.dep_ == "neg" for c in cue.children):
        return None
    bare = not any(c.dep_ in {"relcl", "acl", "prep"} for c in head.children)
    if cue.lemma_ in cues.words.turned_to and bare and names_somebody(head):
        return None
    return attribution(cue, head, list(head.subtree), "object")


def _somebody_or_place(head: Token, cues: Cues) -> bool:
    return names_somebody(head) or head.lemma_.lower() in cues.words.object_stops


def _counted(word: Token) -> bool:
    """Whether people told by their state are the object, which the parse takes for a clause: "reported *1,200 injured*"."""
    return word.dep_ == "ccomp" and word.pos_ == "ADJ" and any(c.dep_ == "nummod" for c in word.children)


def _complement(cue: Token, statement: Token) -> Attribution | None:
    """What a statement is of or about where a verb of saying has it for its object: "tweeted reports of *two blasts*"."""
    for child in statement.rights:
        head = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
        if child.dep_ == "prep" and child.lower_ in {"of", "about"} and head is not None:
            return attribution(cue, head, [w for w in child.subtree if w != child], "object's complement")
    return None


def _told_apart(words: Token) -> bool:
    """Whether a noun for words says which: "the mayor's remarks", "those comments", "statements about the toll"."""
    which = {"this", "that", "these", "those"}
    return any(
        c.dep_ in {"poss", "prep", "relcl", "acl"} or (c.dep_ == "det" and c.lower_ in which) for c in words.children
    )


def _is_gerund(verb: Token) -> bool:
    """Whether the clause is one in -ing, in the perfect too: "denied *leaving*", "denied *having left*"."""
    perfect = any(c.dep_ == "aux" and c.lower_ == "having" for c in verb.children)
    return verb.tag_ == "VBG" or (verb.tag_ == "VBN" and perfect)


def _names_words(head: Token, cues: Cues) -> bool:
    """Whether an object only points to words said elsewhere ("rejected the claims"), or makes another sense ("claimed lives")."""
    return cues.is_noun(head) or head.lemma_.lower() in cues.words.object_stops
