"""What does a figure measure: killed, injured, arrested … and which word says so?"""

from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotate.figure_after import AfterReader
from variorum.annotate.figure_before import BeforeReader
from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_clause import ClauseReader
from variorum.annotate.figure_cues import CueReader, Predicate
from variorum.annotate.figure_units import BARE, PERSON, THING
from variorum.lexicon.quantities import Quantities
from variorum.model.terms import Measure

_VERBAL = frozenset({"state after the count", "verb after the count", "object of the verb", "shot dead"})


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
        readings = (
            self._named, self.after.followed, self.before.of_those, self.before.object_of, self.before.of_noun, self.clause.governed, self.after.lives,
            self.after.among, self.after.hurt,
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
        unreal = self.lexicon.context.unreal_verbs
        modal = {child.lemma_.lower() for child in verb.children if child.dep_ == "aux"}
        denied = any(child.dep_ == "neg" for child in verb.children)
        neither = (
            item.before is not None
            and item.sentence.doc[max(item.sentence.start, item.before.i - 1)].lower_ == "neither"
        )
        imagined = bool(modal & {"would", "could"}) and "have" not in modal
        planned = verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in unreal and verb.tag_ == "VB"
        if denied or neither or imagined or planned:
            return Predicate(measure=Measure.OTHER, token=predicate.token, rule="denied or unreal")
        return predicate

    def _named(self, item: Candidate) -> Predicate | None:
        noun = item.noun
        if noun is None or item.counted.partitive:
            return None
        for cues in self.lexicon.measures:
            if noun.lemma_.lower() in cues.count_nouns or (
                noun.lower_ in cues.count_nouns and noun.lower_ not in ("injury",)
            ):
                return Predicate(measure=cues.measure, token=noun.i, rule="counted noun")
        return None

    def _combined(self, item: Candidate, predicate: Predicate) -> Predicate:
        """ "Killed and wounded" counts neither: such figures stay untyped."""
        if predicate.token is None or predicate.measure not in (Measure.KILLED, Measure.INJURED):
            return predicate
        doc, index = item.sentence.doc, predicate.token
        near = [doc[place] for place in (index - 2, index + 2) if item.sentence.start <= place < item.sentence.end]
        for other in near:
            joint = doc[(other.i + index) // 2].lower_
            if (
                joint not in ("and", "or", "and/or")
                or predicate.rule in ("noun of the act", "toll", "counted noun")
                and other.i > index
            ):
                continue
            second = self._plain_measure(other)
            outside = not item.counted.first <= other.i <= item.counted.last
            same = (
                other.lemma_ in self.lexicon.context.shoot_verbs
                or doc[index].lemma_ in self.lexicon.context.shoot_verbs
            )
            if second in (Measure.KILLED, Measure.INJURED) and second is not predicate.measure and outside:
                if same:
                    return Predicate(
                        measure=Measure.KILLED if Measure.KILLED in (second, predicate.measure) else second,
                        token=index,
                        rule=predicate.rule,
                    )
                return Predicate(measure=Measure.OTHER, token=index, rule="killed and injured together")
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
