"""Whom do "it" and "they" mean inside what somebody says? The speaker, where nothing else in the sentence can be meant."""

from spacy.tokens import Token

from variorum.lexicon.names import read_names

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PRONOUNS = frozenset({"it", "they"})
_CHAINED = frozenset({"conj", "xcomp", "advcl"})


def speaker_meant(pronoun: Token) -> Token | None:
    """The head word of the speaker that a subject pronoun of the speaker's words stands for; None where it may be another.

    "The *junta* announced that it had closed the border", "*Miners* said they would stay". An "it" of the weather or of a
    clause ("it is clear that") and a speaker of the other number are left out.
    """
    if pronoun.lower_ not in _PRONOUNS or pronoun.dep_ not in _SUBJECTS:
        return None
    verb = pronoun.head
    if pronoun.lower_ == "it" and _stands_for_clause(verb):
        return None
    while verb.dep_ in _CHAINED and verb.head.pos_ in {"VERB", "AUX"} and verb.head.i < verb.i:
        verb = verb.head
    above = verb.head
    if verb.dep_ == "acl" and any(child.dep_ == "mark" for child in verb.children):
        while above.pos_ in {"NOUN", "ADP"} and above.head != above:
            above = above.head  # "said in a *statement* that they …"
    elif verb.dep_ != "ccomp":
        return None
    if above.lemma_ not in read_names().cues.speech:
        return None
    speaker = next((child for child in above.children if child.dep_ == "nsubj"), None)
    if speaker is None or speaker.pos_ not in {"NOUN", "PROPN"}:
        return None
    return speaker if _is_plural(speaker) == (pronoun.lower_ == "they") else None


def _stands_for_clause(verb: Token) -> bool:
    """Whether the verb's "it" only holds the place of a clause: "it is clear that", "it was reported that"."""
    return any(child.dep_ in {"ccomp", "csubj", "acomp", "attr", "expl"} for child in verb.children)


def _is_plural(noun: Token) -> bool:
    joined = any(child.dep_ == "conj" for child in noun.children)
    return joined or noun.tag_ in {"NNS", "NNPS"} or noun.lemma_.lower() in {"police", "people", "family", "crew"}
