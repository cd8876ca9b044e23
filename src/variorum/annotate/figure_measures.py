"""What does a figure measure: killed, injured, arrested … and which word says so?"""

from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotate.figure_after import AfterReader
from variorum.annotate.figure_before import BeforeReader
from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_clause import ClauseReader
from variorum.annotate.figure_cues import CueReader, Predicate, Rule
from variorum.annotate.figure_units import BARE, PERSON, THING
from variorum.lexicon.quantities import Quantities
from variorum.model.terms import Measure

_VERBAL = frozenset({Rule.STATE, Rule.DOER, Rule.OBJECT, Rule.SHOT})
_NOMINAL = frozenset({Rule.ACT, Rule.TOLL, Rule.NOUN})
_HARM = frozenset({Measure.KILLED, Measure.INJURED})


@dataclass(frozen=True)
class MeasureReader:
    """Reads the words that govern a count, the nearest and surest first."""

    lexicon: Quantities
    after: AfterReader
    before: BeforeReader
    clause: ClauseReader

    def read(self, item: Candidate) -> Predicate | None:
        """What the words around the count say by themselves, or None; ellipsis and subsets are settled later."""
        if item.counted.kind not in (PERSON, BARE, THING):
            return None
        before, after = self.before, self.after
        if before.whole_of(item):
            told = self._named(item) or self._modified(item) or self.clause.attached(item)
            return told or Predicate(measure=Measure.OTHER, rule=Rule.QUANTITY)
        readings = (
            self._named, after.followed, after.own_hand, after.homes,
            before.of_those, before.along_with, before.inverted, before.object_of, before.of_noun,
            before.labelled, before.listed_under, self.clause.governed, after.lives, after.among, after.hurt,
            self._modified, self._one_of,
        )  # fmt: skip
        for reading in readings:
            predicate = reading(item)
            if predicate is not None:
                return self._actual(item, self._combined(item, predicate))
        return None

    def _actual(self, item: Candidate, predicate: Predicate) -> Predicate:
        """What is denied, or only planned or imagined, counts nobody killed or hurt."""
        if predicate.token is None or item.quantity.form == "zero" or predicate.rule not in _VERBAL:
            return predicate
        verb = item.sentence.doc[predicate.token]
        context = self.lexicon.context
        modal = {child.lemma_.lower() for child in verb.children if child.dep_ == "aux"}
        denied = any(child.dep_ == "neg" for child in verb.children)
        near = item.sentence.doc[max(item.sentence.start, item.counted.first - 4) : item.counted.first]
        neither = any(word.lower_ == "neither" for word in near)
        imagined = bool(modal & context.unreal_modals) and "have" not in modal
        planned = verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in context.unreal_verbs and verb.tag_ == "VB"
        if denied or neither or imagined or planned:
            return Predicate(measure=Measure.OTHER, token=predicate.token, rule=Rule.UNREAL)
        return predicate

    def _named(self, item: Candidate) -> Predicate | None:
        """What the counted noun says itself: "33 deaths", "40 wounded", "164 arrests"."""
        noun = item.noun
        if noun is None or item.counted.partitive:
            return None
        if item.quantity.form == "zero" and noun.lemma_.lower() in self.lexicon.context.casualty_nouns:
            return Predicate(measure=Measure.KILLED, token=noun.i, rule=Rule.NOUN)
        for cues in self.lexicon.measures:
            if {noun.lemma_.lower(), noun.lower_} & cues.count_nouns:
                return Predicate(measure=cues.measure, token=noun.i, rule=Rule.NOUN)
        return None

    def _modified(self, item: Candidate) -> Predicate | None:
        """What an adjective before the counted noun says: "18 dead inmates", "40 wounded soldiers", "nine missing miners"."""
        first, head = item.counted.noun_first, item.counted.head
        if first is None or head is None or item.counted.partitive:
            return None
        for word in item.sentence.doc[first:head]:
            for cues in self.after.cues.fitting(item):
                if word.lower_ in cues.states and word.dep_ in ("amod", "nmod", "compound") and word.head.i == head:
                    return Predicate(measure=cues.measure, token=word.i, rule=Rule.STATE)
        return None

    def _one_of(self, item: Candidate) -> Predicate | None:
        """What the whole says that the counted are part of: "19 of the dead", "three of the wounded"."""
        start = self.after.after_number(item)
        words = item.sentence.doc[start : min(item.sentence.end, start + 4)]
        if item.counted.kind not in (PERSON, BARE) or len(words) < 2 or words[0].lower_ != "of":
            return None
        whole = next((word for word in words[1:] if word.pos_ not in ("DET", "NUM", "PRON")), None)
        for cues in self.lexicon.measures:
            if whole is not None and whole.lower_ in cues.count_nouns & cues.states:
                return Predicate(measure=cues.measure, token=whole.i, rule=Rule.AMONG)
        return None

    def _combined(self, item: Candidate, predicate: Predicate) -> Predicate:
        """As in "Killed and wounded" counts neither, so it stays untyped; "shot and killed" is killed."""
        if predicate.token is None or predicate.measure not in _HARM:
            return predicate
        doc, index = item.sentence.doc, predicate.token
        for place in (index - 2, index + 2):
            inside = (
                item.sentence.start <= place < item.sentence.end
                and not item.counted.first <= place <= item.counted.last
            )
            if not inside or doc[(place + index) // 2].dep_ != "cc" or (predicate.rule in _NOMINAL and place > index):
                continue
            second = self._plain_measure(doc[place])
            if second not in _HARM or second is predicate.measure:
                continue
            if {doc[place].lemma_, doc[index].lemma_} & self.lexicon.context.shoot_verbs:
                return Predicate(measure=Measure.KILLED, token=index, rule=predicate.rule)
            return Predicate(measure=Measure.OTHER, token=index, rule=Rule.BOTH)
        return predicate

    def _plain_measure(self, word: Token) -> Measure | None:
        for cues in self.lexicon.measures:
            if word.lemma_.lower() in cues.object_verbs or word.lower_ in cues.states or word.lower_ in cues.act_nouns:
                return cues.measure
        return None


def measure_reader(lexicon: Quantities) -> MeasureReader:
    """The reader for the lexicon."""
    cues = CueReader(lexicon)
    return MeasureReader(lexicon, AfterReader(lexicon, cues), BeforeReader(lexicon, cues), ClauseReader(cues))
