"""What do a word's own clause and the word above it say of its factuality? The layers that factuality.py puts together."""

from typing import Any

import msgspec
from spacy.tokens import Token

from variorum.lexicon.factuality import Effect, Embedder, FactualityWords
from variorum.model.base import Record
from variorum.model.terms import Certainty, Polarity

_ORDER = (Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_QUANTIFIED = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_INFINITIVE_FIRST = (Effect.PLAN, Effect.ENTAIL, Effect.EXCLUDE, Effect.TRY, Effect.BELIEVE)


class Factuality(Record, frozen=True, kw_only=True):
    """How the text presents an event: that it is or is not so, how surely, and whether it is yet to be, hangs on an if or was
    only tried.
    """

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    planned: bool = False
    conditional: bool = False
    attempted: bool = False

    def replace(self, **changes: Any) -> "Factuality":
        """The same with some fields changed."""
        return msgspec.structs.replace(self, **changes)


def weaker(left: Certainty, right: Certainty) -> Certainty:
    """The less sure of the two."""
    return min(left, right, key=_ORDER.index)


class Layers:
    """The lexicon, laid out for look-up, and the questions that are asked of one word and its neighbours."""

    def __init__(self, words: FactualityWords) -> None:
        self.words = words
        self._verbs = _index(words.verbs)
        self._nouns = _index(words.nouns)
        self._predicates = _index(words.predicates)
        self._modals = {lemma: modal for modal in words.modals for lemma in modal.lemmas}
        self._adverbs = {word: modifier for modifier in words.adverbs for word in modifier.words}
        self._adjectives = {word: modifier for modifier in words.adjectives for word in modifier.words}

    def own(self, node: Token, below: Token | None) -> Factuality:
        """What the word's own dependents say of it, leaving out `below`, the one the walk comes from."""
        value = Factuality()
        negative = False
        for child in node.children:
            if child == below:
                continue
            negative = negative or self._negates(child)
            value = self._modified(value, node, child)
        if negative:
            value = value.replace(polarity=Polarity.NEGATIVE, planned=value.planned)
            if self._ability(node):
                value = value.replace(certainty=Certainty.CERTAIN)
        return value

    def _modified(self, value: Factuality, node: Token, child: Token) -> Factuality:
        lower = child.lower_
        if child.dep_ in {"aux", "auxpass"}:
            return self._under_modal(value, node, child)
        if child.dep_ == "mark" and lower in self.words.conditional_marks:
            return value.replace(conditional=True, certainty=Certainty.POSSIBLE)
        if child.dep_ == "advcl" and _conditional(child, self.words) and any(c.tag_ == "MD" for c in node.children):
            return value.replace(conditional=True, certainty=Certainty.POSSIBLE)
        modifier = None
        if child.dep_ == "advmod":
            modifier = self._adverbs.get(lower)
        elif child.dep_ == "amod":
            modifier = self._adjectives.get(lower)
        if modifier is None:
            return self._by_source(value, child)
        if modifier.negative:
            value = value.replace(polarity=Polarity.NEGATIVE)
        return value.replace(
            certainty=weaker(value.certainty, modifier.certainty), planned=value.planned or modifier.planned
        )

    def _by_source(self, value: Factuality, child: Token) -> Factuality:
        """Told on the word of an unverified source: "unconfirmed reports say", "according to unverified posts"."""
        nouns = [child] if child.dep_ in _SUBJECTS else _nouns_behind(child)
        if any(word.lower_ in self.words.unverified for noun in nouns for word in noun.children):
            return value.replace(certainty=Certainty.POSSIBLE)
        return value

    def _under_modal(self, value: Factuality, node: Token, child: Token) -> Factuality:
        modal = self._modals.get(child.lower_)
        if modal is None:
            return value
        if child.i < node.sent.start + 2 and child.lower_ in {"should", "had"} and node.dep_ == "advcl":
            return value.replace(conditional=True, certainty=Certainty.POSSIBLE)
        if child.lower_ in {"can", "could"} and node.lemma_ in self.words.perception:
            return value
        certainty = modal.certainty
        if child.lower_ in {"would", "'d", "’d"} and node.dep_ in {"ROOT", "relcl"}:
            certainty = Certainty.POSSIBLE
        return value.replace(certainty=weaker(value.certainty, certainty), planned=value.planned or modal.planned)

    def _ability(self, node: Token) -> bool:
        return any(child.lower_ in {"can", "could", "ca"} for child in node.children if child.tag_ == "MD")

    def _negates(self, child: Token) -> bool:
        lower = child.lower_
        if child.dep_ in _QUANTIFIED:
            return self._negative_noun(child)
        if lower in self.words.negators or (child.dep_ == "det" and lower in self.words.negative_determiners):
            return not self._broken(child) and child.dep_ not in {"cc"} or lower in {"nor", "neither"}
        if child.dep_ == "prep" and lower in self.words.negative_frames and child.i < child.head.i:
            return any(self._negative_noun(noun) for noun in child.children if noun.dep_ == "pobj")
        return lower == "longer" and any(c.lower_ == "no" for c in child.children)

    def _negative_noun(self, noun: Token) -> bool:
        if noun.lower_ in self.words.negative_pronouns:
            return noun.i + 1 == len(noun.doc) or noun.nbor().lower_ not in self.words.exceptives
        for child in noun.children:
            if child.lower_ in self.words.negative_determiners or child.lower_ in self.words.negators:
                return not self._broken(child)
            inner = [word for word in child.children if child.dep_ in {"det", "amod"}]
            if any(w.lower_ in self.words.negators | self.words.negative_determiners for w in inner):
                return not any(self._broken(word) for word in inner)
        return False

    def _broken(self, negator: Token) -> bool:
        """Whether the negator denies only a part: "not only", "not until Friday", "no fewer than nine"."""
        behind = [word.lower_ for word in negator.doc[negator.i + 1 : negator.i + 3]]
        return behind[:1] != [] and (behind[0] in self.words.scope_breakers or behind[1:] == ["than"])

    def verb(self, head: Token, node: Token) -> Effect | None:
        """The effect of a verb on the clause or object `node`; an unknown verb plans its infinitive."""
        if self._asked(node):
            return Effect.DOUBT if Effect.DOUBT in self._verbs.get(head.lemma_.lower(), ()) else Effect.ASK
        if self._yet(head):
            return Effect.EXCLUDE
        if head.lemma_ in self.words.commands and self._blamed(head):
            return Effect.ENTAIL  # "accused him of ordering the *strikes*": they came about
        if head.lemma_ == "go" and head.tag_ == "VBG" and self.infinitive(node):
            return Effect.PLAN
        particle = next((c.lower_ for c in head.children if c.dep_ == "prt"), None)
        effects = self._verbs.get(f"{head.lemma_.lower()} {particle}") if particle else None
        effects = effects or self._verbs.get(head.lemma_.lower())
        if self.infinitive(node):
            return next((e for e in _INFINITIVE_FIRST if e in effects), effects[0]) if effects else Effect.PLAN
        if effects and node.dep_ in {"dobj", "oprd"} and any(c.dep_ == "oprd" for c in head.children):
            return Effect.FACT  # "called the attack a crime"
        if effects:
            return next((e for e in effects if e is not Effect.PLAN), effects[0])
        return Effect.ENTAIL if node.dep_ == "xcomp" else None

    def _blamed(self, verb: Token) -> bool:
        """Whether somebody is accused of what the verb says: "accused of *ordering*", "blamed for *ordering*"."""
        blame = verb.head.head
        return verb.dep_ == "pcomp" and verb.head.dep_ == "prep" and blame.lemma_ in self.words.blaming

    def asks(self, token: Token) -> bool:
        """Whether the word asks for what is still to be: "demand", "our demands", "call for"."""
        lemma = token.lemma_.lower()
        if token.pos_ == "NOUN":
            return Effect.PLAN in self._nouns.get(lemma, ())
        return token.pos_ == "VERB" and Effect.PLAN in self._verbs.get(lemma, ())

    def wants(self, predicate: Token) -> bool:
        """Whether what a copula predicates is something wanted: "is their *demand*", "is one of the *demands*", "is among the
        *goals*".
        """
        if predicate.dep_ == "attr" and predicate.lemma_.lower() in self.words.wanted:
            return True
        if predicate.dep_ == "attr":
            behind = [child for child in predicate.children if child.lower_ == "of" and predicate.lower_ == "one"]
        else:
            behind = [predicate] if predicate.dep_ == "prep" and predicate.lower_ in {"among", "amongst"} else []
        return any(noun.lemma_.lower() in self.words.wanted for one in behind for noun in _nouns_behind(one))

    def _asked(self, node: Token) -> bool:
        return any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for c in node.children)

    def effect_behind(self, head: Token, preposition: str) -> Effect | None:
        """The effect of a verb on what stands behind its preposition ("accused of", "prevented from")."""
        effects = self._verbs.get(f"{head.lemma_.lower()} +{preposition}")
        return effects[0] if effects else None

    def noun(self, head: Token) -> Effect | None:
        """The effect of a noun on its clause or its object ("plan to", "denial of")."""
        effects = self._nouns.get(head.lemma_.lower())
        return effects[0] if effects else None

    def predicate(self, head: Token) -> Effect | None:
        """The effect of an adjective on its clause ("unlikely to", "possible that")."""
        effects = self._predicates.get(head.lower_)
        return effects[0] if effects else None

    def complement_of(self, verb: Token) -> Token | None:
        """The adjective or noun a copula predicates; None where there is none."""
        return next((c for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"}), None)

    def rejected(self, node: Token, head: Token) -> bool:
        """Whether a report, claim or rumour is turned down as such ("rejected reports of")."""
        return node.lemma_ in self.words.content_nouns and head.lemma_ in self.words.rejections

    def hearsay(self, head: Token, node: Token) -> bool:
        """Whether a passive without a "by" tells the clause on nobody's word, or an unverified one does."""
        if head.pos_ != "VERB" or node.dep_ in {"nsubjpass", "dobj"}:
            return False
        passive = any(c.dep_ == "auxpass" for c in head.children)
        told = passive and head.lemma_ in self.words.hearsay_passives
        return told and not any(c.dep_ == "agent" for c in head.children)

    def shares(self, node: Token, head: Token) -> bool:
        """Whether a conjunct shares the auxiliaries and negation of the first ("did not loot or burn")."""
        if node.pos_ not in {"VERB", "AUX"}:
            return any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} for c in (*head.children, *node.children))
        alone = not any(c.dep_ in {"aux", "auxpass"} or c.dep_ in _SUBJECTS for c in node.children)
        return alone and (node.tag_ == "VB" or (node.tag_ == "VBN" and head.tag_ == "VBN"))

    def infinitive(self, node: Token) -> bool:
        """Whether the word is an infinitive with "to"."""
        return any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children)

    def perfect(self, node: Token) -> bool:
        """Whether the word stands in the perfect."""
        return any(c.dep_ == "aux" and c.lemma_ == "have" for c in node.children)

    def _yet(self, head: Token) -> bool:
        return head.lemma_ in {"have", "be"} and any(c.dep_ == "advmod" and c.lower_ == "yet" for c in head.children)


def _conditional(clause: Token, words: FactualityWords) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in words.conditional_marks for c in clause.children)


def _nouns_behind(preposition: Token) -> list[Token]:
    if preposition.dep_ != "prep":
        return []
    direct = [c for c in preposition.children if c.dep_ == "pobj"]
    nested = [c for inner in preposition.children if inner.dep_ == "prep" for c in inner.children if c.dep_ == "pobj"]
    return direct + nested


def _index(groups: tuple[Embedder, ...]) -> dict[str, tuple[Effect, ...]]:
    index: dict[str, tuple[Effect, ...]] = {}
    for group in groups:
        for lemma in group.lemmas:
            index[lemma] = (*index.get(lemma, ()), group.effect)
    return index
