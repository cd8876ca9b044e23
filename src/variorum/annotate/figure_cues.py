"""What do single words say of a count: is it a word of killing, hurt, arrest …, and does it fit what is counted?"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_units import BARE, PERSON, THING
from variorum.lexicon.quantities import MeasureCues, Quantities
from variorum.model.base import Record
from variorum.model.terms import Measure

PEOPLE_MEASURES = frozenset(
    {Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING, Measure.DISPLACED, Measure.PARTICIPANTS}
)


class Predicate(Record, frozen=True, kw_only=True):
    """What a figure measures and the index of the token that says so (None: the counted noun itself)."""

    measure: Measure
    token: int | None = None
    rule: str = ""


@dataclass(frozen=True)
class CueReader:
    """Reads one word as the state, the doing or the suffering of a count."""

    lexicon: Quantities

    def fitting(self, item: Candidate) -> Iterator[MeasureCues]:
        """Cues of measures that can count what the candidate counts."""
        for cues in self.lexicon.measures:
            people = cues.measure in PEOPLE_MEASURES
            noun = item.noun
            group = noun is not None and noun.lemma_.lower() in ("family", "household")
            if item.counted.kind == THING and people and not group:
                continue
            if item.counted.kind == PERSON and cues.measure in (Measure.DAMAGED, Measure.LOOTED):
                continue
            yield cues

    def as_state(self, word: Token, item: Candidate) -> Predicate | None:
        person = item.counted.kind in (PERSON, BARE)
        for cues in self.lexicon.measures:
            if person and word.lower_ in cues.adverbs and word.i <= item.counted.last + 2 and word.tag_ == "RB":
                return Predicate(measure=cues.measure, token=word.i, rule="state after the count")
        if (
            word.lemma_ in self.lexicon.context.shoot_verbs
            and self.fatal(word)
            and person
            and word.tag_ in ("VBN", "VBD")
        ):
            return Predicate(measure=Measure.KILLED, token=word.i, rule="shot dead")
        following = " ".join(token.lower_ for token in word.doc[word.i + 1 : min(word.sent.end, word.i + 3)])
        if (
            word.lemma_ == "set"
            and item.counted.kind == THING
            and following.startswith(("on fire", "ablaze", "alight"))
        ):
            return Predicate(measure=Measure.DAMAGED, token=word.i, rule="state after the count")
        for cues in self.fitting(item):
            close = item.counted.kind == BARE and word.i == item.counted.last + 1
            acts = _acts(word) and not close
            passive = word.lemma_.lower() in cues.object_verbs and word.tag_ in ("VBN", "VBD", "JJ", "VBG") and not acts
            if word.tag_ == "VBG" and passive:
                passive = word.nbor(-1).lower_ == "being"
            state = word.lower_ in cues.states and word.pos_ in ("ADJ", "VERB", "NOUN", "ADV", "PROPN") and not acts
            if passive or state:
                return Predicate(measure=cues.measure, token=word.i, rule="state after the count")
        return None

    def as_doer(self, word: Token, item: Candidate) -> Predicate | None:
        if word.pos_ not in ("VERB", "AUX", "NOUN") or item.counted.kind == THING:
            return None
        for cues in self.fitting(item):
            if word.lemma_.lower() in cues.subject_verbs and word.pos_ == "VERB":
                return Predicate(measure=cues.measure, token=word.i, rule="verb after the count")
        return None

    def as_object(self, verb: Token, item: Candidate) -> Predicate | None:
        person = item.counted.kind in (PERSON, BARE)
        lemma = verb.lemma_.lower()
        if (
            verb.pos_ not in ("VERB", "AUX")
            and verb.tag_ != "NNS"
            and not verb.lower_.endswith("ing")
            and not verb.text[0].isupper()
        ):
            return None
        if lemma in self.lexicon.context.shoot_verbs and person and self.fatal(verb):
            return Predicate(measure=Measure.KILLED, token=verb.i, rule="object of the verb")
        if lost := self._lost(verb, item):
            return lost
        for cues in self.fitting(item):
            if (
                lemma in cues.object_verbs
                or (verb.pos_ != "VERB" and lemma.rstrip("s") in cues.object_verbs)
                or self._stem(verb) in cues.object_verbs
            ):
                if verb.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in verb.children):
                    return None
                return Predicate(measure=cues.measure, token=verb.i, rule="object of the verb")
        return None

    def _lost(self, verb: Token, item: Candidate) -> Predicate | None:
        """ "The army lost 12 soldiers": fighters lost are dead."""
        people, noun = self.lexicon.people, item.noun
        if (
            verb.lemma_ == "lose"
            and noun is not None
            and noun.lemma_.lower() in people.troops | people.attackers_in_action
        ):
            return Predicate(measure=Measure.KILLED, token=verb.i, rule="object of the verb")
        return None

    @staticmethod
    def _stem(word: Token) -> str:
        lower = word.lower_
        return lower[:-3] if lower.endswith("ing") else lower[:-1] if lower.endswith("s") else lower

    def fatal(self, verb: Token) -> bool:
        """Whether a shooting or beating is told as deadly: "shot dead", "fatally shot", "shot and killed"."""
        doc, sentence = verb.doc, verb.sent
        after = [word.lower_ for word in doc[verb.i + 1 : min(sentence.end, verb.i + 5)]]
        before = [word.lower_ for word in doc[max(sentence.start, verb.i - 2) : verb.i]]
        return (
            "dead" in after[:3] or "death" in after[:2] or "fatally" in (*before, *after[:2]) or "died" in after
            or after[:2] == ["and", "killed"] or "killed" in before[:1] or after[:1] == ["down"] and verb.lemma_ == "gun"
        )  # fmt: skip


def _acts(verb: Token) -> bool:
    """Whether a past form is active: it has an object of its own and no passive auxiliary.

    A number that is told to be hurt itself is no object ("7 killed 25 injured").
    """
    children = list(verb.children)
    if any(child.dep_ == "auxpass" for child in children):
        return False
    return any(child.dep_ in ("dobj", "obj") and child.i > verb.i and not _told_itself(child) for child in children)


def _told_itself(word: Token) -> bool:
    following = word.nbor(1) if word.i + 1 < word.sent.end else None
    return (
        word.like_num
        and following is not None
        and following.lower_ in ("killed", "dead", "wounded", "injured", "hurt", "missing")
    )
