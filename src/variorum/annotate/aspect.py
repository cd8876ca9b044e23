"""Do the words say that an event begins, goes on or ends?"""

from spacy.tokens import Token

from variorum.lexicon.aspect import AspectLexicon

_GOVERNED = frozenset({"nsubj", "nsubjpass", "dobj", "obj", "xcomp", "attr", "conj"})


def _affirmed(verb: Token, lexicon: AspectLexicon) -> bool:
    """Neither denied, nor under a condition or a modal, nor an infinitive: then it does not say that it came about."""
    return not any(
        child.dep_ == "neg" or child.tag_ in {"MD", "TO"} or child.lower_ in lexicon.conditions
        for child in verb.children
    )


def aspect_of(trigger: Token, lexicon: AspectLexicon) -> str | None:
    """`begin`, `continue` or `end` where the trigger is governed by a verb that says so ("protests *broke out*", "*stopped*
    shelling the town"); None otherwise.
    """
    word = trigger
    while word.dep_ == "conj" and word.head != word and word.head.pos_ == word.pos_:
        word = word.head
    if word.dep_ not in _GOVERNED or word.head == word or word.head.pos_ not in {"VERB", "AUX"}:
        return None
    verb = word.head
    if not _affirmed(verb, lexicon):
        return None
    particles = [child.lower_ for child in verb.children if child.dep_ in {"prt", "advmod"}]
    for name in [f"{verb.lemma_} {particle}" for particle in particles] + [verb.lemma_]:
        for aspect, verbs in (("begin", lexicon.begin), ("continue", lexicon.carry), ("end", lexicon.end)):
            if name in verbs:
                return aspect
    return None
