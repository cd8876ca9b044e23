"""Which quantities are stated without a number: one person killed, prices that double?"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_units import PERSON, RATIO, Counted, UnitReader, unit_reader
from variorum.annotate.figure_victims import VictimFinder, one_of
from variorum.lexicon.quantities import Quantities
from variorum.model.terms import Measure


@dataclass(frozen=True)
class ExtraFinder:
    """Finds single persons and multiples."""

    lexicon: Quantities
    units: UnitReader
    victims: VictimFinder
    harm: frozenset[str]

    def find(self, sentence: TokenSpan, headline: bool) -> list[Candidate]:
        """Single persons and "both" (where the sentence tells of dead or hurt) and multiples, in order.

        A headline drops its articles: there a bare noun counts ("Man killed in crash").
        """
        found = [*self._multiples(sentence)]
        if any(token.lower_ in self.harm or token.lemma_.lower() in self.harm for token in sentence):
            found += [*self._singles(sentence, headline), *self._pairs(sentence), *self.victims.find(sentence)]
        return sorted(found, key=lambda item: item.quantity.start)

    def _singles(self, sentence: TokenSpan, headline: bool) -> Iterator[Candidate]:
        for token in sentence:
            if token.lower_ in ("a", "an", "another"):
                yield from self._with_article(sentence, token)
            elif headline and self._lacks_article(token):
                counted = Counted(
                    kind=PERSON, unit="person", head=token.i, noun_first=token.i, first=token.i, last=token.i
                )
                quantity = one_of(token, sentence, "single")
                yield Candidate(sentence=sentence, quantity=quantity, counted=counted, root=token)

    def _lacks_article(self, token: Token) -> bool:
        """Whether a headline's noun for one person stands bare as a subject."""
        subject = token.tag_ == "NN" and token.dep_ in ("nsubj", "nsubjpass") and self.units.nouns.is_person(token)
        return subject and not any(child.dep_ in ("det", "poss", "nummod") for child in token.children)

    def _with_article(self, sentence: TokenSpan, token: Token) -> Iterator[Candidate]:
        quantity = one_of(token, sentence, "single")
        ordinal = token.nbor(1) if token.i + 1 < sentence.end and token.nbor(1).ent_type_ == "ORDINAL" else None
        if ordinal is not None and ordinal.dep_ in ("nsubj", "nsubjpass", "dobj"):
            counted = Counted(kind=PERSON, unit="person", head=None, first=token.i, last=ordinal.i)
            yield Candidate(sentence=sentence, quantity=quantity, counted=counted, root=ordinal)
            return
        if token.lower_ == "another" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "conj"):
            counted = Counted(kind=PERSON, unit="person", head=None, first=token.i, last=token.i)
            yield Candidate(sentence=sentence, quantity=quantity, counted=counted, root=token)
            return
        counted = self.units.read(quantity, [token])
        if counted.kind != PERSON or counted.head is None or counted.partitive:
            return
        noun = sentence.doc[counted.head]
        if noun.tag_ not in ("NN", "NNP") or noun.lemma_.lower() in self.lexicon.people.collectives:
            return
        told_twice = noun.dep_ == "appos" and (noun.head.ent_type_ == "PERSON" or self.units.nouns.is_person(noun.head))
        if noun.dep_ not in ("compound", "poss", "nmod") and not told_twice:
            root = sentence.doc[counted.first : counted.last + 1].root
            yield Candidate(sentence=sentence, quantity=quantity, counted=counted, root=root)

    def _pairs(self, sentence: TokenSpan) -> Iterator[Candidate]:
        """As in "Both victims died"."""
        for token in sentence:
            quantity = one_of(token, sentence, "pair", 2)
            counted = self.units.read(quantity, [token]) if token.lower_ == "both" else None
            if counted is not None and counted.kind == PERSON and counted.head is not None and not counted.partitive:
                yield Candidate(sentence=sentence, quantity=quantity, counted=counted, root=sentence.doc[counted.head])

    def _multiples(self, sentence: TokenSpan) -> Iterator[Candidate]:
        """As in "Prices doubled", "a twofold increase": a ratio, as a figure of unit ratio."""
        for token in sentence:
            value = self.lexicon.numerals.multiples.get(token.lower_)
            if value is None or not self._changes(token):
                continue
            counted = Counted(kind=RATIO, unit="ratio", head=None, first=token.i, last=token.i)
            yield Candidate(
                sentence=sentence, quantity=one_of(token, sentence, "words", value), counted=counted, root=token
            )

    def _changes(self, token: Token) -> bool:
        if token.pos_ == "VERB":
            return not any(child.dep_ == "dobj" for child in token.children) or token.tag_ in ("VBN",)
        following = token.nbor(1) if token.i + 1 < token.sent.end else None
        change = self.lexicon.context.change_words
        return token.lower_.endswith("fold") or (following is not None and following.lemma_.lower() in change)


def extra_finder(lexicon: Quantities) -> ExtraFinder:
    """The finder, with the words of the measures killed, injured and missing."""
    harm: set[str] = set(lexicon.context.hit_verbs | lexicon.context.remains)
    for cues in lexicon.measures:
        if cues.measure in (Measure.KILLED, Measure.INJURED, Measure.MISSING):
            harm |= cues.object_verbs | cues.subject_verbs | cues.states | cues.act_nouns
    units = unit_reader(lexicon)
    return ExtraFinder(lexicon, units, VictimFinder(units), frozenset(harm))
