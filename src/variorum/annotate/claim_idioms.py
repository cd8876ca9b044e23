"""What do verbs with a further word and a preposition hand to a voice? "took aim at", "came out against", "cast doubt on"."""

from spacy.tokens import Doc, Token

from variorum.annotate.claim_build import attribution
from variorum.annotate.claim_words import Attribution, Cues

_FURTHER = frozenset({"prt", "advmod", "dobj", "prep", "amod"})


def find_idiom(verb: Token, cues: Cues) -> Attribution | None:
    """The content behind the preposition of the verb's idiom; None where the verb is in none."""
    for words, preposition in cues.idioms(verb):
        chain = _chain(verb, words)
        if chain is None:
            continue
        for holder in (chain[-1], verb):
            found = next((c for c in holder.rights if c.lower_ == preposition and c.i > chain[-1].i), None)
            said = _behind(verb, chain, found) if found is not None else None
            if said is not None and _meant(said, " ".join((cues.base(verb), *words, preposition)), cues, verb.doc):
                return said
    return None


def _meant(said: Attribution, idiom: str, cues: Cues, doc: Doc) -> bool:
    """Whether the idiom is no literal one: "took aim at the *law*", not at the crowd."""
    head = doc[said.head_at] if said.head_at is not None else None
    return idiom not in cues.words.guarded_idioms or (head is not None and cues.stance(head))


def _chain(verb: Token, words: tuple[str, ...]) -> list[Token] | None:
    """The idiom's further words, each hanging on the verb or on the one before it; None where one is missing."""
    chain: list[Token] = []
    for word in words:
        holders = [verb, *chain]
        found = next(
            (c for h in holders for c in h.rights if c.dep_ in _FURTHER and word in (c.lower_, c.lemma_)), None
        )
        if found is None:
            return None
        chain.append(found)
    return chain


def _behind(verb: Token, chain: list[Token], preposition: Token) -> Attribution | None:
    head = next((c for c in preposition.children if c.dep_ in {"pobj", "pcomp", "ccomp"}), None)
    if head is None or head.ent_type_ in {"DATE", "TIME"}:
        return None
    words = [word for word in preposition.subtree if word != preposition]
    return attribution(verb, head, words, "idiom", *chain, preposition)


def of_idiom(noun: Token, cues: Cues) -> bool:
    """Whether the noun is part of its verb's idiom, which has its content: "made an *appeal* to"."""
    if noun.dep_ != "dobj":
        return False
    return any(noun.lemma_ in words for words, _ in cues.idioms(noun.head)) and find_idiom(noun.head, cues) is not None
