"""Has a word the sense of an act here? Decided by the kinds of its arguments."""

from collections.abc import Callable

from spacy.tokens import Token

from variorum.annotate.event_parse import NOUNS, Clauses, conjunct, content, governed, is_passive
from variorum.lexicon.events import Act, EventLexicon, WordClass


class Senses:
    """The lexicon's conditions on arguments, with its word classes laid open."""

    def __init__(self, lexicon: EventLexicon, clauses: Clauses) -> None:
        self._parts = lexicon.parts
        self._classes = {name: _opened(name, lexicon.classes) for name in lexicon.classes}
        self._clauses = clauses

    def belongs(self, token: Token, names: tuple[str, ...]) -> bool:
        """Whether the noun, one joined to it, or the whole it is part of, belongs to one of the classes."""
        node: Token | None = token
        while node is not None:
            if any(self._one(node, self._classes[name]) for name in names):
                return True
            inner = governed(node, "of") if node.lemma_.lower() in self._parts or node.pos_ == "NUM" else None
            if inner is not None and any(self._one(inner, self._classes[name]) for name in names):
                return True
            node = conjunct(node)
        return False

    def verb(self, verb: Token, act: Act, words: tuple[Token, ...], type_of: Callable[[Token], Act | None]) -> bool:
        """Whether the verb's subject, object, prepositions and clause are of the kinds that the act asks for."""
        thing, doer = (
            self._clauses.object(verb),
            self._clauses.surface(verb) if not is_passive(verb) else self._clauses.subject(verb),
        )
        if thing is None and doer is not None and self.bare_passive(verb, act):
            thing, doer = doer, None
        if act.transitive is not None and not _has_noun(words) and (thing is not None) != act.transitive:
            return False
        if act.object and not _has_noun(words) and (thing is None or not self.belongs(thing, act.object)):
            return False
        if (
            act.object
            and _has_noun(words)
            and thing is not None
            and thing not in words
            and not self.belongs(thing, act.object)
        ):
            return False
        if act.object_not and thing is not None and thing not in words and self.belongs(thing, act.object_not):
            return False
        if act.subject and (doer is None or not self.belongs(doer, act.subject)):
            return False
        if act.subject_not and doer is not None and self.belongs(doer, act.subject_not):
            return False
        if act.content_types and not self._contains(verb, act, type_of):
            return False
        if act.mandative and not _mandates(verb):
            return False
        return not act.pp or any(self._holds(verb, wanted) for wanted in act.pp)

    def bare_passive(self, verb: Token, act: Act) -> bool:
        """Whether a verb that must have an object could be a passive that has lost its auxiliary: "Three held after raid"."""
        if act.labile or not (act.object or act.transitive) or verb.tag_ not in {"VBN", "VBD"}:
            return False
        return not any(child.dep_ in {"aux", "auxpass", "dobj", "ccomp", "xcomp"} for child in verb.children)

    def noun(self, noun: Token, act: Act, words: tuple[Token, ...]) -> bool:
        """Whether the noun's modifiers and prepositions are of the kinds that the act asks for."""
        if len(words) > 1:
            return True
        around = [
            child for child in noun.children if child.dep_ in {"amod", "compound", "nmod", "nummod", "poss", "npadvmod"}
        ]
        around += [
            inner for child in around for inner in child.children if inner.dep_ in {"compound", "amod", "npadvmod"}
        ]
        if act.modifier_not and any(self.belongs(child, act.modifier_not) for child in around):
            return False
        if act.modifier and not any(self.belongs(child, act.modifier) for child in around):
            return False
        return not act.noun_pp or any(self._holds(noun, wanted) for wanted in act.noun_pp)

    def _contains(self, verb: Token, act: Act, type_of: Callable[[Token], Act | None]) -> bool:
        """Whether the clause or the object that the word governs names an event of the classes asked for."""
        clause = content(verb)
        if act.ahead and (
            clause is None or not _ahead(clause) or any(child.dep_ == "neg" for child in clause.children)
        ):
            return False
        candidates = [clause] if clause is not None else [self._clauses.object(verb)] if not is_passive(verb) else []
        for candidate in candidates:
            node = candidate
            while node is not None:
                found = type_of(node)
                if found is not None and found.type in act.content_types:
                    return True
                node = next(
                    (child for child in node.children if child.dep_ in {"xcomp", "conj"} and child.pos_ == "VERB"), None
                )
        return False

    def _holds(self, token: Token, wanted: str) -> bool:
        preposition, _, name = wanted.partition(":")
        if preposition == "complement":
            return any(
                self._criticised(child, name)
                for child in token.children
                if child.dep_ in {"oprd", "ccomp", "xcomp", "attr", "acomp", "dobj"}
            )
        first, _, second = preposition.partition(" ")
        if second:
            return any(
                c.lower_ == first and any(_governs(g, second.split()) for g in c.subtree) for c in token.children
            )
        if preposition == "poss":
            owners = (child for child in token.children if child.dep_ == "poss")
            return any(not name or self.belongs(owner, (name,)) for owner in owners)
        noun = governed(token, preposition)
        if noun is None:
            bare = [c for c in token.children if c.lower_ == preposition and c.dep_ == "prep"]
            noun = next((c for child in bare for c in child.children if c.dep_ in {"amod", "pcomp"}), None)
        return noun is not None and (not name or self.belongs(noun, (name,)) or self._criticised(noun, name))

    def _criticised(self, token: Token, name: str) -> bool:
        near = (
            token,
            *(child for child in token.children if child.dep_ in {"amod", "compound", "conj", "acomp", "attr", "nmod"}),
        )
        return any(self.belongs(word, (name,)) for word in near if word.pos_ in NOUNS | {"ADJ"} and word.pos_ != "PRON")

    def _one(self, token: Token, known: WordClass) -> bool:
        if token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
            whole = f"{token.nbor(-2).lower_}-{token.lemma_.lower()}"
            if token.pos_ == "NOUN" and token.nbor(-2).pos_ in {"VERB", "NOUN", "ADP"} and whole in _JOINED:
                return whole in known.lemmas  # "a *cease-fire*" is no fire
        if {token.lemma_.lower(), token.lower_, token.lower_.removesuffix("s")} & known.lemmas:
            return True
        if token.pos_ == "NUM" and "dozen" in known.lemmas:
            return token.ent_type_ in {"", "CARDINAL"} and token.dep_ != "nummod"  # "killing one and arresting *12*"
        if token.pos_ == "PROPN" and not token.ent_type_ and "PERSON" in known.labels:
            return True
        return token.ent_type_ in known.labels and token.pos_ in {"PROPN", "NOUN", "ADJ"}


_JOINED = frozenset({"cease-fire", "sit-in", "house-arrest", "hostage-taking"})
"""Compounds that the tokeniser cuts at their hyphen and whose last word means something else."""


def _governs(token: Token, rest: list[str]) -> bool:
    return token.lower_ == rest[0]


def _has_noun(words: tuple[Token, ...]) -> bool:
    """Whether a verb phrase brings a noun of its own: "open fire", but not "lock up"."""
    return any(word.pos_ in NOUNS for word in words[1:])


def _mandates(verb: Token) -> bool:
    """Whether the clause says what must be done: a bare verb or one under "must" or "should"."""
    clause = content(verb)
    if clause is None:
        return False
    auxiliaries = [child for child in clause.children if child.dep_ in {"aux", "auxpass"}]
    if any(child.lower_ in {"must", "should", "ought"} or child.tag_ == "TO" for child in auxiliaries):
        return True
    return (clause.tag_ == "VB" and not auxiliaries) or any(child.tag_ == "VB" for child in auxiliaries)


def _ahead(clause: Token) -> bool:
    """Whether the clause tells of what is yet to come: an infinitive, or with "will" or "would"."""
    return any(
        child.tag_ == "MD" and child.lemma_ in {"will", "would", "shall", "'ll"} or child.tag_ == "TO"
        for child in clause.children
    )


def _opened(name: str, classes: dict[str, WordClass]) -> WordClass:
    """The class with all classes it includes."""
    lemmas, labels, todo, seen = set[str](), set[str](), [name], set[str]()
    while todo:
        current = todo.pop()
        if current not in seen:
            seen.add(current)
            lemmas |= classes[current].lemmas
            labels |= classes[current].labels
            todo += classes[current].includes
    return WordClass(lemmas=frozenset(lemmas), labels=frozenset(labels))
