"""Does the text present what a word tells of as having happened, and how surely? Read off the parse, word by word."""

from spacy.tokens import Doc, Token

from variorum.annotate.factuality_layers import Factuality, Layers, weaker
from variorum.lexicon.factuality import Effect, FactualityWords
from variorum.lexicon.load import read_lexicon
from variorum.model.terms import Certainty, Polarity

_CLAUSES = frozenset({"ccomp", "xcomp", "oprd", "pcomp", "csubj", "csubjpass"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "attr", "acomp", "oprd", "obj"})
_BULLETS = frozenset({"-", "–", "—", "•", "*", "·", "◦", "▪"})
_NOMINAL_PREPOSITIONS = frozenset({"of", "for", "about", "against", "to", "into", "on", "over"})


class FactualityReader:
    """Reads the factuality of words; built once from its lexicon, keeps no state between words."""

    def __init__(self, words: FactualityWords | None = None) -> None:
        self.words = words or read_lexicon("factuality", FactualityWords)
        self.layers = Layers(self.words)

    def factuality_of(self, token: Token, below: Token | None = None) -> Factuality:
        """What the sentence says of the event or state that the word names: its polarity, certainty and whether it is planned.

        Walks from the word up to the root: negation, modals and adverbs of its own clause, then what every word above does
        to its complement ("denied", "failed to", "reports of"). Stops at `below` (left out of account), a cue whose content
        is asked for as that voice claims it. A word nothing is said about is positive, certain, not planned.
        """
        value = self.layers.own(token, None)
        node = token
        while node.head != node and node.head != below:
            if self._announced(node):
                return plan(value)
            if node == token and self.layers.rejected(node, node.head):
                break  # "rejected the *accusation*", which was made
            step = self._climb(node, value)
            if step is None:
                break
            node, value = step
        if node.dep_ == "ROOT" and below is None and self._is_demanded_item(node):
            return plan(value)
        return value

    def denies(self, cue: Token) -> bool:
        """Whether the verb says of what was told before that it is not so: "denied this", "rejected that"."""
        return cue.lemma_.lower() in self.words.rejections

    def _announced(self, node: Token) -> bool:
        """Whether a noun for something wanted and a colon stand right before the word's phrase,
        wherever the parse hangs the phrase: "new demands: the *release* of …".
        """
        colon = node.left_edge.i - 1
        if colon < node.sent.start + 1 or node.doc[colon].text != ":" or node.pos_ not in {"NOUN", "PROPN"}:
            return False
        return node.doc[colon - 1].lemma_.lower() in self.words.wanted

    def _is_demanded_item(self, root: Token) -> bool:
        """Whether the word heads an item of a list that a demand opens ("We demand:", "1. The release of …")."""
        doc = root.doc
        line = _line_start(doc, root.sent.start)
        if root.tag_ in {"VBD", "VBZ", "VBP"} or not _opens_item(doc, line):
            return False
        while line > 0:
            end = line
            while end > 0 and doc[end - 1].is_space:
                end -= 1
            if end == 0:
                return False
            if doc[end - 1].text == ":":
                return any(self.layers.asks(token) for token in doc[end - 1].sent)
            line = _line_start(doc, end - 1)
            if not _opens_item(doc, line):
                return False
        return False

    def _climb(self, node: Token, value: Factuality) -> tuple[Token, Factuality] | None:
        """The next word up and the value as seen from there; None where nothing above bears on the word."""
        dep, head = node.dep_, node.head
        if dep == "conj":
            return self._conjunct(node, head, value)
        if dep in {"pobj", "pcomp"}:
            return self._behind_preposition(node, head, value)
        if dep == "relcl" and head.lemma_ in self.words.content_nouns and _tells_content(node):
            return self._under_noun(node, head, value)
        if dep in {"acl", "compound"} and head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return self._under_noun(node, head, value)
        if dep == "appos" and head.pos_ in {"NOUN", "PROPN"} and head.dep_ in _OBJECTS:
            return head, value  # "demanded an apology, a *withdrawal* of the army and …"
        if dep == "advcl":
            return self._adverbial(node, head, value)
        if dep == "nsubj" and head.lemma_ in self.words.occurrence | self.words.true_verbs:
            return self._subject(node, head, value)
        if dep in _CLAUSES or dep in _OBJECTS:
            return self._complement(node, head, value)
        return None

    def _conjunct(self, node: Token, head: Token, value: Factuality) -> tuple[Token, Factuality]:
        if self.layers.shares(node, head):
            value = combine(Effect.ENTAIL, value, self.layers.own(head, node))
        return head, value

    def _behind_preposition(
        self, node: Token, preposition: Token, value: Factuality
    ) -> tuple[Token, Factuality] | None:
        governor, lower = preposition.head, preposition.lower_
        if lower in self.words.negative_prepositions or (
            lower == "of" and governor.lower_ in self.words.negative_prepositions
        ):
            return preposition.doc[preposition.sent.root.i], flip(value)
        if governor.lemma_ == "be":
            effect: Effect | None = Effect.ENTAIL  # "is not under *arrest*"
        elif governor.pos_ in {"VERB", "AUX"}:
            effect = self.layers.effect_behind(governor, lower)
        elif governor.pos_ == "ADJ":
            effect = self.layers.predicate(governor)
        else:
            effect = self.layers.noun(governor) if lower in _NOMINAL_PREPOSITIONS else None
            if effect is Effect.ASK and _definite(node):
                return None  # "an inquiry into *the* killings": they happened
        if effect is None:
            return None
        return governor, self._combined(self._absent(effect, governor), node, governor, value)

    def _under_noun(self, node: Token, head: Token, value: Factuality) -> tuple[Token, Factuality] | None:
        effect = self.layers.noun(head)
        if effect is None and node.dep_ == "acl" and self.layers.infinitive(node):
            effect = Effect.PLAN
        if effect is None:
            return None
        return head, self._combined(self._absent(effect, head), node, head, value)

    def _absent(self, effect: Effect, governor: Token) -> Effect:
        """A report there is none of says that the thing is not so: "no evidence of", "no reports that"."""
        if effect is Effect.ASSERT and governor.pos_ == "NOUN":
            return Effect.ENTAIL
        return effect

    def _adverbial(self, node: Token, head: Token, value: Factuality) -> tuple[Token, Factuality] | None:
        if not self.layers.infinitive(node) or self.layers.perfect(node):
            return None
        effect = self.layers.verb(head, node)
        if effect in {Effect.ENTAIL, Effect.EXCLUDE, Effect.PLAN, Effect.TRY}:
            return head, self._combined(effect, node, head, value)
        return node.sent.root, combine(Effect.PLAN, value, Factuality())

    def _subject(self, node: Token, head: Token, value: Factuality) -> tuple[Token, Factuality] | None:
        complement = self.layers.complement_of(head)
        if complement is not None and node.lemma_ in self.words.content_nouns:
            return head, self._judged(complement, head, value)
        if node.lemma_ in self.words.content_nouns and self._is_true(head):
            return head, flip(value) if self.layers.own(head, None).polarity is Polarity.NEGATIVE else value
        if head.lemma_ not in self.words.occurrence:
            return None
        if head.lemma_ == "be":
            wanted = any(self.layers.wants(child) for child in head.children if child.i > head.i)
            return (head, combine(Effect.PLAN, value, self.layers.own(head, node))) if wanted else None
        return head, combine(Effect.ENTAIL, value, self.layers.own(head, node))

    def _is_true(self, verb: Token) -> bool:
        """Whether the verb says that its subject is as things are: "correspond to the facts", "match reality"."""
        return verb.lemma_ in self.words.true_verbs and any(
            token.lemma_ in self.words.truths for token in verb.subtree if token.i > verb.i
        )

    def _judged(self, complement: Token, head: Token, value: Factuality) -> Factuality:
        """The value of a report's content where the report is called true or false."""
        negated = self.layers.own(head, None).polarity is Polarity.NEGATIVE
        if complement.lower_ in self.words.false_adjectives:
            return value if negated else flip(value)
        if complement.lower_ in self.words.true_adjectives and negated:
            return flip(value)
        return value

    def _tagged_on(self, node: Token, head: Token) -> bool:
        """Whether the parse hangs a whole clause on a verb of trying or planning that follows with a subject of its own: "nine
        died after supporters *tried* …", "nine were hurt; the union *rejected* it".
        """
        if node.dep_ != "ccomp" or node.i > head.i or node.tag_ not in {"VBD", "VBN"}:
            return False
        own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in node.children)
        return own and self.layers.verb(head, node) in {Effect.TRY, Effect.PLAN}

    def _complement(self, node: Token, head: Token, value: Factuality) -> tuple[Token, Factuality] | None:
        if node.dep_ == "xcomp" and node.tag_ == "VBG" and self.layers.verb(node, node) is Effect.ASSERT:
            return None  # "denied it, saying that …": the participle tells on, it is not what is denied
        if _set_off(node, head):
            return None  # "denied it: the mayor is at home"
        if self._tagged_on(node, head):
            return None
        if head.lemma_ == "be" and node.dep_ in {"ccomp", "xcomp", "csubj"}:
            return head, self._impersonal(node, head, value)
        if head.pos_ == "ADJ":
            effect = self.layers.predicate(head)
            if effect is None and not self.layers.infinitive(node):
                effect = Effect.FACT  # "ready to *leave*" is of what may come, "surprised that they *left*" of what was
            if effect is Effect.FACT:
                return None  # taken for granted: "not aware that they *left*"
            return head, self._combined(effect or Effect.PLAN, node, head, value)
        if self.layers.rejected(node, head):
            return head, combine(Effect.DENY, value, self.layers.own(head, node))
        effect = self.layers.verb(head, node)
        if head.lemma_ == "be" and node.dep_ == "attr":
            asked = any(child.dep_ == "nsubj" and self.layers.asks(child) for child in head.children)
            effect = Effect.PLAN if asked else effect  # "our demand is the *release* of the students"
        if effect is None:
            return None
        return head, self._combined(effect, node, head, value)

    def _impersonal(self, node: Token, head: Token, value: Factuality) -> Factuality:
        """The value under a copula: "it is possible that …", "the aim is to …", "they are to …"."""
        complement = self.layers.complement_of(head)
        if node.dep_ == "csubj" and complement is not None and any(c.dep_ in _CLAUSES for c in complement.children):
            return value  # "boats *patrolling* there are reluctant to fire": said of another clause
        if complement is None or complement == node:
            effect = Effect.PLAN if self.layers.infinitive(node) else Effect.ASSERT
        elif complement.lower_ in self.words.false_adjectives | self.words.true_adjectives:
            return self._judged(complement, head, value)
        else:
            effect = self.layers.predicate(complement) or self.layers.noun(complement) or Effect.FACT
        return self._combined(effect, node, head, value)

    def _combined(self, effect: Effect, node: Token, head: Token, value: Factuality) -> Factuality:
        value = combine(effect, value, self.layers.own(head, node))
        if self.layers.hearsay(head, node):
            value = weaken(value, Certainty.POSSIBLE)
        if effect is Effect.BELIEVE and self.layers.infinitive(node) and not self.layers.perfect(node):
            return value if head.lemma_ not in {"expect", "likely"} else plan(value)
        return value


def _line_start(doc: Doc, at: int) -> int:
    """The first token of the line that holds the token."""
    while at > 0 and not (doc[at - 1].is_space and "\n" in doc[at - 1].text):
        at -= 1
    return at


def _opens_item(doc: Doc, line: int) -> bool:
    """Whether a line opens with a list's mark: a number, a letter with a stop, a dash or bullet."""
    first = doc[line].text if line < len(doc) else ""
    stopped = line + 1 < len(doc) and doc[line + 1].text in {".", ")"}
    return first in _BULLETS or first.rstrip(".)").isdigit() or (len(first.rstrip(".)")) == 1 and stopped)


def _set_off(node: Token, head: Token) -> bool:
    """Whether a colon parts the clause from a verb that has its object already: the clause tells on by itself."""
    if node.dep_ != "ccomp" or node.i < head.i or not any(child.dep_ in {"dobj", "obj"} for child in head.children):
        return False
    return any(token.text == ":" for token in head.doc[head.i : node.left_edge.i + 1])


def _tells_content(clause: Token) -> bool:
    """Whether what the parse takes for a relative clause tells what the noun says: "messages *that the mayor hides*"."""
    first = clause.left_edge
    own = any(child.dep_ in {"nsubj", "nsubjpass", "expl"} and child.i > first.i for child in clause.lefts)
    return first.lower_ == "that" and first.i == clause.head.i + 1 and own


def _definite(noun: Token) -> bool:
    """Whether an article or owner presents the noun as known: "*the* killings", "*their* deaths"."""
    return any(child.dep_ == "poss" or child.lower_ in {"the", "this", "these", "those"} for child in noun.children)


def flip(value: Factuality) -> Factuality:
    """The same with the other polarity."""
    other = Polarity.POSITIVE if value.polarity is Polarity.NEGATIVE else Polarity.NEGATIVE
    return value.replace(polarity=other)


def weaken(value: Factuality, certainty: Certainty) -> Factuality:
    """The same, no surer than the certainty."""
    return value.replace(certainty=weaker(value.certainty, certainty))


def plan(value: Factuality) -> Factuality:
    """The same, not yet done."""
    return value.replace(planned=True)


def combine(effect: Effect, inner: Factuality, outer: Factuality) -> Factuality:
    """What a complement is worth under a word of the effect that is itself negated, uncertain or planned (`outer`)."""
    negated = outer.polarity is Polarity.NEGATIVE
    if effect is Effect.FACT:
        return inner
    if effect in {Effect.ASSERT, Effect.ASK}:
        open_question = negated or outer.conditional or effect is Effect.ASK
        return weaken(inner, Certainty.POSSIBLE) if open_question else inner
    if effect is Effect.DENY:
        return weaken(inner, Certainty.POSSIBLE) if negated else flip(inner).replace(certainty=Certainty.CERTAIN)
    if effect is Effect.DOUBT:
        return inner if negated else weaken(flip(inner), Certainty.POSSIBLE)
    turned = flip(inner) if negated != (effect is Effect.EXCLUDE) else inner
    turned = weaken(turned, outer.certainty)
    turned = turned.replace(
        planned=turned.planned or outer.planned or effect is Effect.PLAN,
        conditional=turned.conditional or outer.conditional,
        attempted=turned.attempted or outer.attempted or (effect is Effect.TRY and not negated),
    )
    if effect is Effect.BELIEVE:
        return weaken(turned, Certainty.PROBABLE)
    if effect in {Effect.FEAR, Effect.TRY} and not negated:
        return weaken(turned, Certainty.POSSIBLE)
    return turned
