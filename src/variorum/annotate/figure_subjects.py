"""Of whom or of what is a figure told: the population, the sender of troops, the thing priced?"""

from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_cues import Predicate, Rule
from variorum.annotate.figure_units import PERSON, THING
from variorum.lexicon.quantities import Quantities
from variorum.model.base import Span
from variorum.model.terms import Measure


@dataclass(frozen=True)
class SubjectReader:
    """Finds the words that say what population a figure is of."""

    lexicon: Quantities

    def read(self, item: Candidate, predicate: Predicate) -> Span | None:
        """The subject's span in the report; None where the sentence holds none."""
        if predicate.rule is Rule.CONTINGENT:
            return self._origin(item)
        if predicate.measure is Measure.TROOPS:
            return self._sender(item) or self._phrase(item)
        if predicate.measure is Measure.PRICE:
            return self._priced(item, predicate)
        if predicate.measure is Measure.SENTENCE:
            return self._sentenced(item) or self._grammatical(item)
        if predicate.measure is Measure.VOTE:
            told = item.sentence.doc[predicate.token].lemma_.lower() if predicate.token is not None else ""
            return (
                None if told in self.lexicon.context.turnout_nouns else self._voted_for(item) or self._grammatical(item)
            )
        if predicate.rule is Rule.NOUN or (
            predicate.rule is Rule.LIVES and item.noun is not None and item.noun.lemma_ == "life"
        ):
            return self._suffering(item)
        return self._phrase(item) or self._said_to_be(item)

    def _voted_for(self, item: Candidate) -> Span | None:
        """Who got the votes: "44 percent *for Berg*", "declared *Silva* the winner with 51 percent"."""
        doc, start = item.sentence.doc, item.counted.last + 1
        ahead = list(doc[start : min(item.sentence.end, start + 5)])
        behind = next((word for word in ahead if word.lower_ == "for"), None)
        if behind is not None and all(word.pos_ != "VERB" and not word.is_punct for word in ahead[: behind.i - start]):
            name = next((child for child in behind.children if child.dep_ == "pobj" and child.pos_ == "PROPN"), None)
            if name is not None:
                return _noun_phrase(name)
        verb = next((word for word in item.root.ancestors if word.pos_ == "VERB"), None)
        if verb is None or verb.lemma_ not in self.lexicon.context.declaring_verbs:
            return None
        between = (word for word in doc[verb.i + 1 : item.counted.first] if word.pos_ == "PROPN")
        name = next((word for word in between if word.dep_ in ("nsubj", "dobj", "dative")), None)
        return _noun_phrase(name) if name is not None else None

    def _said_to_be(self, item: Candidate) -> Span | None:
        """As in "Of the dead, 19 were officers": the noun that says who they were."""
        start = item.counted.last + 1
        after = item.sentence.doc[start : min(item.sentence.end, start + 3)]
        if len(after) == 3 and after[0].lower_ == "of" and after[1].pos_ == "PRON" and after[2].tag_ == "NNS":
            return Span(start=after[2].idx, end=after[2].idx + len(after[2]))
        verb = item.root.head
        if item.root.dep_ != "nsubj" or verb.lemma_ != "be":
            return None
        noun = next((child for child in verb.children if child.dep_ == "attr" and child.i > item.counted.last), None)
        return _noun_phrase(noun) if noun is not None and noun.tag_ == "NNS" else None

    def _suffering(self, item: Candidate) -> Span | None:
        """Whose deaths or injuries are counted: "40 deaths among civilians", "12 police deaths"."""
        noun = item.noun
        if noun is None:
            return None
        for child in noun.children:
            target = next((grand for grand in child.children if grand.dep_ == "pobj"), None)
            if child.lower_ in ("among", "amongst", "of") and target is not None:
                return _noun_phrase(target)
        words = [
            child
            for child in noun.children
            if child.dep_ in ("compound", "amod") and child.i < noun.i and child.lower_ in self.lexicon.people.nouns
        ]
        return Span(start=words[-1].idx, end=words[-1].idx + len(words[-1])) if words else None

    def _phrase(self, item: Candidate) -> Span | None:
        """The counted noun with its modifiers, its "of" phrase and nouns joined to it."""
        noun = item.noun
        if noun is None or item.counted.kind not in (PERSON, THING) or item.counted.noun_first is None:
            return None
        doc, first, last = item.sentence.doc, doc_first(item), noun
        if noun.lower_ in self.lexicon.context.more_words:
            return None
        first = self._trim(first, noun)
        after = noun.nbor(1) if noun.i + 1 < item.sentence.end else None
        if (
            after is not None
            and after.lower_ == "of"
            and item.counted.kind == PERSON
            and after.i + 1 < item.sentence.end
        ):
            last = _right_edge(after, item.sentence.end)
        elif item.counted.kind == THING:
            last = self._joined(noun, item)
        return Span(start=first.idx, end=last.idx + len(last)) if last.i < len(doc) else None

    @staticmethod
    def _trim(first: Token, noun: Token) -> Token:
        while first.i < noun.i and (
            first.lower_ in ("more", "other", "another", "of", "the", "-", "additional", "its", "their")
            or first.tag_ == "CD"
        ):
            first = first.nbor(1)
        return first

    @staticmethod
    def _joined(noun: Token, item: Candidate) -> Token:
        """The last of the nouns joined to the noun that have no count of their own ("shops, kiosks and banks")."""
        last = noun
        while True:
            joined = [child for child in last.children if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN")]
            near = [child for child in joined if child.i - last.i <= 4 and child.i < item.sentence.end]
            if not near or any(grand.dep_ == "nummod" for grand in near[0].children):
                return last
            last = near[0]

    def _sender(self, item: Candidate) -> Span | None:
        """Who sends the troops: the subject of the sending, or the adjective or name before the noun."""
        verb = item.root.head
        if item.root.dep_ == "dobj":
            for word in (verb, *verb.ancestors):
                subject = next((child for child in word.children if child.dep_ == "nsubj"), None)
                if subject is not None:
                    return _noun_phrase(_antecedent(subject, word))
        doc, noun = item.sentence.doc, item.noun
        if noun is not None and item.counted.noun_first is not None:
            for token in doc[item.counted.noun_first : noun.i]:
                if token.ent_type_ in ("NORP", "GPE", "ORG"):
                    return Span(start=token.idx, end=token.idx + len(token))
            after = noun.nbor(1) if noun.i + 1 < item.sentence.end else None
            if after is not None and after.lower_ in ("from", "of"):
                target = next((child for child in after.children if child.dep_ == "pobj"), None)
                return _noun_phrase(target) if target is not None else None
        return None

    @staticmethod
    def _origin(item: Candidate) -> Span | None:
        """The country after "from"."""
        ahead = item.sentence.doc[item.counted.last + 2 : min(item.sentence.end, item.counted.last + 5)]
        name = next((word for word in ahead if word.pos_ == "PROPN"), None)
        return Span(start=name.idx, end=name.idx + len(name)) if name is not None else None

    def _priced(self, item: Candidate, predicate: Predicate) -> Span | None:
        """What the price is of: "the price of gas in the region", "gas prices"; else what another price word there is of."""
        nouns = self.lexicon.context.price_nouns
        if predicate.token is None or item.sentence.doc[predicate.token].lemma_ not in nouns:
            return self._grammatical(item)
        named = item.sentence.doc[predicate.token]
        others = [token for token in item.sentence if token.lemma_ in nouns and token.i < named.i]
        for noun in (named, *reversed(others)):
            if span := self._of_price(noun, item):
                return span
        return None

    @staticmethod
    def _of_price(noun: Token, item: Candidate) -> Span | None:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "for", "on"):
                target = next((grand for grand in child.children if grand.dep_ in ("pobj", "conj")), None)
                if target is not None:
                    last = _stop_before_number(target, item)
                    return Span(start=target.left_edge.idx, end=last.idx + len(last))
        before = [
            child for child in noun.children if child.i < noun.i and child.dep_ in ("compound", "amod", "nmod", "poss")
        ]
        before = [child for child in before if child.pos_ in ("NOUN", "PROPN", "ADJ")]
        nouns = [child for child in before if child.pos_ != "ADJ"]
        if not nouns:
            return None
        return Span(start=before[0].left_edge.idx, end=before[-1].idx + len(before[-1]))

    def _sentenced(self, item: Candidate) -> Span | None:
        """Who is sentenced: the object of the verb that gives the term."""
        for word in item.root.ancestors:
            if word.pos_ == "VERB" and word.lemma_ in self.lexicon.context.sentence_verbs:
                target = next(
                    (child for child in word.children if child.dep_ == "dobj" and child.i < item.counted.first), None
                )
                if target is not None and target.lemma_ not in self.lexicon.context.sentence_nouns:
                    return _noun_phrase(target)
        return None

    def _grammatical(self, item: Candidate) -> Span | None:
        """The subject of the verb over the figure."""
        for word in (item.root, *item.root.ancestors):
            subject = next(
                (
                    child
                    for child in word.children
                    if child.dep_ in ("nsubj", "nsubjpass") and child.i < item.counted.first
                ),
                None,
            )
            if subject is not None and subject.lemma_.lower() not in self.lexicon.context.sentence_nouns:
                return _noun_phrase(_antecedent(subject, word))
        return None


def _antecedent(subject: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for, else the word itself."""
    while verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head != verb:
        verb = verb.head
    relative = subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl"
    return verb.head if relative else subject


def doc_first(item: Candidate) -> Token:
    """The first word of the counted noun phrase."""
    place = item.counted.noun_first if item.counted.noun_first is not None else item.counted.first
    return item.sentence.doc[place]


def _noun_phrase(head: Token) -> Span:
    """The head with what stands before it and a short "of" phrase."""
    first = head.left_edge
    while first.i < head.i and first.pos_ in ("DET", "PUNCT", "SPACE"):
        first = first.nbor(1)
    last = head
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i > head.i:
            last = child.right_edge if child.right_edge.i - head.i <= 6 else last
    return Span(start=first.idx, end=last.idx + len(last))


def _right_edge(preposition: Token, limit: int) -> Token:
    """The last word of a short prepositional phrase."""
    target = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if target is None or target.i >= limit:
        return preposition.nbor(-1)
    return target


def _stop_before_number(target: Token, item: Candidate) -> Token:
    last = target
    for child in target.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "at", "for") and child.right_edge.i < item.counted.first:
            last = child.right_edge
    return last
