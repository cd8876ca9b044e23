"""What do single words say of a count: is it a word of killing, hurt, arrest …, and does it fit what is counted?"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from spacy.tokens import Token

from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_units import BARE, PERSON, THING
from variorum.lexicon.quantities import MeasureCues, Quantities
from variorum.model.base import Record
from variorum.model.terms import Measure

PEOPLE_MEASURES = frozenset(
    {Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING, Measure.DISPLACED, Measure.PARTICIPANTS}
)


class Rule(StrEnum):
    """By which kind of words a figure got its measure."""

    NOUN = "counted noun"
    STATE = "state after the count"
    DOER = "verb after the count"
    OBJECT = "object of the verb"
    ACT = "noun of the act"
    SHOT = "shot dead"
    LIVES = "lives lost"
    TOLL = "toll"
    AMONG = "among"
    LIST = "list"
    ELLIPSIS = "list with ellipsis"
    PART = "part of a count"
    PART_BEFORE = "part of a count before"
    PUT = "value of a number before"
    BOTH = "killed and injured together"
    UNREAL = "denied or unreal"
    TROOPS = "troops"
    CONTINGENT = "contingent"
    CROWD_NOUN = "crowd noun"
    CROWD = "people at a protest"
    CROWD_STAYS = "people who stay at a protest"
    ATTACKERS = "attackers' noun"
    PRICE = "price"
    TERM = "term of prison"
    VOTES = "votes"
    QUANTITY = "quantity"


class Predicate(Record, frozen=True, kw_only=True):
    """What a figure measures and the index of the token that says so (None: the counted noun itself)."""

    measure: Measure
    token: int | None = None
    rule: Rule


@dataclass(frozen=True)
class CueReader:
    """Reads one word as the state, the doing or the suffering of a count."""

    lexicon: Quantities

    def fitting(self, item: Candidate) -> Iterator[MeasureCues]:
        """Cues of measures that can count what the candidate counts."""
        for cues in self.lexicon.measures:
            people = cues.measure in PEOPLE_MEASURES
            noun = item.noun
            group = noun is not None and noun.lemma_.lower() in self.lexicon.people.groups
            if item.counted.kind == THING and people and not group:
                continue
            if item.counted.kind == PERSON and cues.measure in (Measure.DAMAGED, Measure.LOOTED):
                continue
            yield cues

    def as_state(self, word: Token, item: Candidate) -> Predicate | None:
        """What the word says as the state of the counted: "killed", "dead", "missing", "shot dead", "one fatally"."""
        if item.counted.kind in (PERSON, BARE):
            if word.tag_ == "RB" and word.i <= item.counted.last + (4 if self._of_them(item) else 2):
                for cues in self.lexicon.measures:
                    if word.lower_ in cues.adverbs:
                        return Predicate(measure=cues.measure, token=word.i, rule=Rule.STATE)
            done = word.tag_ in ("VBN", "VBD") and not self._acts(word)
            if done and (self._to_death(word) or word.lemma_ in self.lexicon.context.shoot_verbs and self._fatal(word)):
                return Predicate(measure=Measure.KILLED, token=word.i, rule=Rule.SHOT)
            behind = word.nbor(1).lower_ if word.i + 1 < word.sent.end else ""
            if done and word.lemma_ == "take" and behind in self.lexicon.context.capture_nouns:
                return Predicate(measure=Measure.ARRESTED, token=word.i, rule=Rule.STATE)
            if done and word.lemma_ in self.lexicon.context.hit_verbs and self._hits_body(word):
                return Predicate(measure=Measure.INJURED, token=word.i, rule=Rule.STATE)
        elif word.lemma_ == "set" and self._burns(word):
            return Predicate(measure=Measure.DAMAGED, token=word.i, rule=Rule.STATE)
        if self._shoots(word):
            return None
        close = item.counted.kind == BARE and word.i == item.counted.last + 1
        if not close and self._acts(word):
            return None
        for cues in self.fitting(item):
            passive = word.lemma_.lower() in cues.object_verbs and word.tag_ in ("VBN", "VBD", "JJ", "VBG")
            if word.tag_ == "VBG" and passive:
                passive = word.nbor(-1).lower_ == "being"
            state = word.lower_ in cues.states and word.pos_ in ("ADJ", "VERB", "NOUN", "ADV", "PROPN")
            if passive or state:
                return Predicate(measure=cues.measure, token=word.i, rule=Rule.STATE)
        return None

    @staticmethod
    def _of_them(item: Candidate) -> bool:
        after = item.sentence.doc[item.counted.last + 1 : min(item.sentence.end, item.counted.last + 3)]
        return len(after) == 2 and after[0].lower_ == "of" and after[1].pos_ == "PRON"

    def _hits_body(self, verb: Token) -> bool:
        """Whether what follows says that a person was hurt and did not die of it: "hit by a bullet", "in the leg"."""
        context, after = self.lexicon.context, verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 7)]
        if self._dies_of(verb):
            return False
        for place, word in enumerate(after):
            if word.lower_ in ("in", "on") and any(
                part.lemma_.lower() in context.body_parts for part in after[place : place + 4]
            ):
                return True
            if word.lower_ == "by" and any(part.lemma_.lower() in context.projectiles for part in after[place:]):
                return True
        return False

    def _dies_of(self, verb: Token) -> bool:
        """Whether a verb of dying is joined to the verb with the same subject ("was hit by a shell and died")."""
        joined = [child for child in verb.children if child.dep_ == "conj" and child.i > verb.i]
        own = [word for word in joined if not any(grand.dep_ in ("nsubj", "nsubjpass") for grand in word.children)]
        deaths = [cues.subject_verbs for cues in self.lexicon.measures if cues.measure is Measure.KILLED]
        deadly = self.lexicon.context.deadly_words
        return any(word.lemma_ in verbs or word.lower_ in deadly for word in own for verbs in deaths)

    @staticmethod
    def _to_death(verb: Token) -> bool:
        words = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 3)]
        return len(words) == 2 and words[0].lower_ == "to" and words[1].lower_ == "death"

    def _burns(self, verb: Token) -> bool:
        following = " ".join(token.lower_ for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 3)])
        return any(following.startswith(phrase) for phrase in self.lexicon.context.set_alight)

    def as_doer(self, word: Token, item: Candidate) -> Predicate | None:
        """What the word says as the doing of the counted: "died", "fled", "protested"."""
        if word.pos_ not in ("VERB", "AUX", "NOUN") or item.counted.kind == THING:
            return None
        if word.tag_ == "VBN" and any(is_passive(child) for child in word.children):
            return None
        for cues in self.fitting(item):
            if word.lemma_.lower() in cues.subject_verbs and word.pos_ == "VERB":
                return Predicate(measure=cues.measure, token=word.i, rule=Rule.DOER)
        fighters = item.noun is not None and item.noun.lemma_.lower() in self.lexicon.people.troops
        bare = not any(child.dep_ in ("dobj", "prep", "prt", "advmod") for child in word.rights)
        if fighters and bare and word.lemma_ == "fall" and word.pos_ == "VERB":
            return Predicate(measure=Measure.KILLED, token=word.i, rule=Rule.DOER)  # "three soldiers *fell*"
        return None

    def as_object(self, verb: Token, item: Candidate) -> Predicate | None:
        """What the verb says of the counted as its object; headlines and lost punctuation make verbs look like nouns."""
        lemma = verb.lemma_.lower()
        verbal = (
            verb.pos_ in ("VERB", "AUX") or verb.tag_ == "NNS" or verb.lower_.endswith("ing") or verb.text[0].isupper()
        )
        if not verbal or (verb.tag_ == "VBN" and any(is_passive(child) for child in verb.children)):
            return None
        if lemma in self.lexicon.context.shoot_verbs and item.counted.kind in (PERSON, BARE) and self._fatal(verb):
            return Predicate(measure=Measure.KILLED, token=verb.i, rule=Rule.OBJECT)
        if lost := self._lost(verb, item):
            return lost
        for cues in self.fitting(item):
            if {lemma, _stem(verb)} & cues.object_verbs:
                return Predicate(measure=cues.measure, token=verb.i, rule=Rule.OBJECT)
        return None

    def _lost(self, verb: Token, item: Candidate) -> Predicate | None:
        """As in "The army lost 12 soldiers": fighters lost are dead."""
        fighters = self.lexicon.people.troops | self.lexicon.people.attackers_in_action
        if verb.lemma_ == "lose" and item.noun is not None and item.noun.lemma_.lower() in fighters:
            return Predicate(measure=Measure.KILLED, token=verb.i, rule=Rule.OBJECT)
        return None

    def _fatal(self, verb: Token) -> bool:
        """Whether a shooting or beating is told as deadly: "shot dead", "fatally shot", "shot and killed"."""
        doc, sentence = verb.doc, verb.sent
        after = [word.lower_ for word in doc[verb.i + 1 : min(sentence.end, verb.i + 5)]]
        before = [word.lower_ for word in doc[max(sentence.start, verb.i - 2) : verb.i]]
        deadly = self.lexicon.context.deadly_words
        return (
            self._dies_of(verb)
            or bool(deadly & set(after))
            or bool(self._adverbs & {*before, *after[:2]})
            or after[:1] == ["down"]
        )

    @cached_property
    def _adverbs(self) -> frozenset[str]:
        return frozenset(word for cues in self.lexicon.measures for word in cues.adverbs)

    def _shoots(self, verb: Token) -> bool:
        """Whether those before the verb shoot: "nobody *shot at* the police"."""
        follows = verb.nbor(1).lower_ if verb.i + 1 < verb.sent.end else ""
        passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
        return verb.tag_ == "VBD" and verb.lemma_ == "shoot" and follows in ("at", "back", "first") and not passive

    def _acts(self, verb: Token) -> bool:
        """Whether a past form is active: it has an object of its own and no passive auxiliary.

        A number that is told to be hurt itself is no object ("7 killed 25 injured").
        """
        children = list(verb.children)
        if any(is_passive(child) for child in children):
            return False
        objects = [child for child in children if child.dep_ in ("dobj", "obj") and child.i > verb.i]
        return any(not self._told_itself(word) for word in objects)

    def _told_itself(self, word: Token) -> bool:
        following = word.nbor(1) if word.i + 1 < word.sent.end else None
        return following is not None and any(following.lower_ in cues.states for cues in self.lexicon.measures)


def is_passive(auxiliary: Token) -> bool:
    """Whether the token is a passive's auxiliary, and not an acronym that looks like one ("IS killed 5")."""
    return auxiliary.dep_ == "auxpass" and not (auxiliary.is_upper and len(auxiliary) > 1)


def _stem(word: Token) -> str:
    lower = word.lower_
    return lower[:-3] if lower.endswith("ing") else lower[:-1] if lower.endswith("s") else lower
