"""What does a figure measure where no word of killing, arrest or damage governs it: troops, crowds, prices, terms, votes?"""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_cues import Predicate, Rule
from variorum.annotate.figure_units import BARE, DURATION, MONEY, PERCENT, PERSON, RATIO, THING
from variorum.lexicon.quantities import Quantities
from variorum.model.terms import Measure


@dataclass(frozen=True)
class ContextReader:
    """Decides by the counted noun, the verb it belongs to, and the words of the clause."""

    lexicon: Quantities

    def read(self, item: Candidate) -> Predicate | None:
        """The measure the surroundings speak for; None where they speak for none."""
        kind = item.counted.kind
        if kind == PERSON:
            return self._people(item)
        if kind in (MONEY, BARE, RATIO, PERCENT) and (price := self._price(item)):
            return price
        if kind == DURATION:
            return self._sentence(item)
        if kind == BARE and (told := self.crowd(item) or self.contingent(item)):
            return told
        if kind in (PERCENT, THING, BARE):
            return self._vote(item)
        return None

    def _people(self, item: Candidate) -> Predicate | None:
        noun, people = item.noun, self.lexicon.people
        lemmas = self._phrase_lemmas(item)
        verb = item.root.head if item.root.dep_ in ("dobj", "nsubj", "nsubjpass") else None
        if noun is not None and lemmas & people.troops:
            sent = verb is not None and verb.lemma_ in self.lexicon.context.send_verbs
            return Predicate(measure=Measure.TROOPS, token=verb.i if sent and verb else None, rule=Rule.TROOPS)
        if lemmas & people.participants:
            return Predicate(
                measure=Measure.PARTICIPANTS,
                token=verb.i if verb is not None and verb.i == item.counted.last + 1 else None,
                rule=Rule.CROWD_NOUN,
            )
        if lemmas & people.attackers or (lemmas & people.attackers_in_action and self._strikes(verb)):
            return Predicate(measure=Measure.ATTACKERS, rule=Rule.ATTACKERS)
        return self.crowd(item)

    def _strikes(self, verb: Token | None) -> bool:
        if verb is None:
            return False
        return any(
            verb.lemma_ in cues.object_verbs
            for cues in self.lexicon.measures
            if cues.measure in (Measure.ATTACKED, Measure.KILLED, Measure.LOOTED, Measure.DAMAGED)
        )

    def crowd(self, item: Candidate) -> Predicate | None:
        """People in a protest by what they do or where they are: "took to the streets", "people on the square"."""
        context = self.lexicon.context
        if self._at_protest(item):
            return Predicate(measure=Measure.PARTICIPANTS, rule=Rule.CROWD)
        ahead = _ahead(item, 10)
        scene = context.protest_nouns | context.protest_places
        for place, word in enumerate(ahead):
            if word.text in (".", ";", ","):
                break
            if word.lemma_.lower() in scene and word.pos_ in ("NOUN", "PROPN") and self._link(item, ahead[:place]):
                return Predicate(measure=Measure.PARTICIPANTS, token=_verb(ahead[:place]), rule=Rule.CROWD)
        if ahead and self._stays(ahead) and self._protest_near(item):
            return Predicate(measure=Measure.PARTICIPANTS, token=ahead[0].i, rule=Rule.CROWD_STAYS)
        return None

    def _at_protest(self, item: Candidate) -> bool:
        """As in "a rally in Oran at which *some 500 people* demanded new elections"."""
        word, start = item.before, item.sentence.start
        if (
            item.root.dep_ != "nsubj"
            or item.root.head.dep_ != "relcl"
            or word is None
            or word.lower_ not in ("which", "where")
        ):
            return False
        near = item.sentence.doc[max(start, word.i - 8) : word.i]
        return any(token.lemma_.lower() in self.lexicon.context.protest_nouns for token in near)

    def _stays(self, ahead: list[Token]) -> bool:
        """Whether the people remain, are still there, or promise to go on."""
        context, first = self.lexicon.context, ahead[0]
        if first.lemma_ == "be":
            return [word.lower_ for word in ahead[1:3] if word.lower_ != "still"][:1] == ["there"]
        if first.pos_ != "VERB":
            return False
        if first.lemma_ in context.stay_verbs:
            return True
        return first.lemma_ in context.resolve_verbs and any(word.lemma_ in context.stay_verbs for word in ahead[1:8])

    def _link(self, item: Candidate, between: list[Token]) -> bool:
        """Whether the words between people and scene tie them: a preposition, or joining and going on."""
        verbs = [word.lemma_ for word in between if word.pos_ == "VERB"]
        tied = [word for word in between if word.pos_ not in ("AUX", "ADV")]
        if verbs:
            return verbs[0] in self.lexicon.context.joining_verbs
        return item.counted.kind == PERSON and bool(tied) and tied[0].lower_ in ("on", "in", "at")

    def _protest_near(self, item: Candidate) -> bool:
        words = (
            self.lexicon.context.protest_nouns | self.lexicon.context.protest_places | self.lexicon.people.participants
        )
        before = item.sentence.doc[max(0, item.sentence.start - 80) : item.sentence.end]
        return any(token.lemma_.lower() in words for token in before)

    # "3,000 from Russia, 500 from Belarus", where soldiers were spoken of

    def contingent(self, item: Candidate) -> Predicate | None:
        """A bare count with the country it comes from, where troops are the talk: the count is of troops."""
        ahead = _ahead(item, 3)
        if (
            len(ahead) < 2
            or ahead[0].lower_ != "from"
            or not any(word.ent_type_ in ("GPE", "NORP") for word in ahead[1:])
        ):
            return None
        before = item.sentence.doc[max(0, item.sentence.start - 30) : item.counted.first]
        if not any(token.lemma_.lower() in self.lexicon.people.troops for token in before):
            return None
        return Predicate(measure=Measure.TROOPS, rule=Rule.CONTINGENT)

    def _phrase_lemmas(self, item: Candidate) -> set[str]:
        if item.noun is None:
            return set()
        noun = item.noun
        return {noun.lemma_.lower(), noun.lower_}

    # money

    def _price(self, item: Candidate) -> Predicate | None:
        doc, context = item.sentence.doc, self.lexicon.context
        before = doc[max(item.sentence.start, item.counted.first - 14) : item.counted.first]
        after = doc[item.counted.last + 1 : min(item.sentence.end, item.counted.last + 5)]
        noun = self._last(before, context.price_nouns) or (
            self._last(after, context.price_nouns) if item.counted.kind == RATIO else None
        )
        bare_change = item.counted.kind == BARE and item.quantity.previous is None
        if noun is not None and not bare_change and not self._other_noun(item, noun):
            return Predicate(measure=Measure.PRICE, token=noun.i, rule=Rule.PRICE)
        per = after[:1] and after[0].lower_ in ("per", "a", "each") and item.counted.kind == MONEY
        verb = self._last(
            doc[max(item.sentence.start, item.counted.first - 4) : item.counted.first], context.cost_verbs
        )
        goods = self._last(before, context.goods) if item.quantity.previous is not None else None
        if item.counted.kind == MONEY and goods is not None:
            return Predicate(measure=Measure.PRICE, rule=Rule.PRICE)
        if item.counted.kind == MONEY and (per and self._thing_after(after) or verb is not None):
            return Predicate(measure=Measure.PRICE, token=verb.i if verb is not None else None, rule=Rule.PRICE)
        return None

    def _thing_after(self, after: Iterable[Token]) -> bool:
        words = list(after)
        return len(words) > 1 and words[1].lemma_.lower() in self.lexicon.units.measures | self.lexicon.context.goods

    def _other_noun(self, item: Candidate, noun: Token) -> bool:
        """Whether a full stop's worth of other verbs stands between price and number."""
        between = item.sentence.doc[noun.i + 1 : item.counted.first]
        return sum(word.pos_ == "VERB" for word in between) > 2

    @staticmethod
    def _last(words: Iterable[Token], lemmas: Iterable[str]) -> Token | None:
        wanted = set(lemmas)
        fitting = [word for word in words if word.lemma_.lower() in wanted]
        return fitting[-1] if fitting else None

    # prison terms and votes

    def _sentence(self, item: Candidate) -> Predicate | None:
        """A stretch of time as a penalty: "12 years in prison", "sentenced to 12 years", "a sentence of 12 years"."""
        doc, context = item.sentence.doc, self.lexicon.context
        before = doc[max(item.sentence.start, item.counted.first - 8) : item.counted.first]
        after = doc[item.counted.last + 1 : min(item.sentence.end, item.counted.last + 5)]
        place = self._last(after, context.sentence_nouns)
        if place is not None and (after[0].tag_ in ("IN", "POS") or after[0].lemma_ in context.sentence_nouns):
            return Predicate(measure=Measure.SENTENCE, token=place.i, rule=Rule.TERM)
        noun = self._last((word for word in before if word.pos_ in ("NOUN", "VERB")), context.term_words)
        if noun is None or (len(after) and (after[0].lower_ in context.past_words or after[0].lower_ == "of")):
            return None
        ends = any(word.pos_ == "VERB" and word.tag_ != "VBG" for word in doc[noun.i + 1 : item.counted.first])
        return None if ends else Predicate(measure=Measure.SENTENCE, token=noun.i, rule=Rule.TERM)

    def _vote(self, item: Candidate) -> Predicate | None:
        context, doc = self.lexicon.context, item.sentence.doc
        noun = item.noun
        if noun is not None and noun.lemma_.lower() in context.ballots:
            return Predicate(measure=Measure.VOTE, token=noun.i, rule=Rule.VOTES)
        if item.counted.kind != PERCENT:
            return None
        after = doc[item.counted.last + 1 : min(item.sentence.end, item.counted.last + 5)]
        before = doc[max(item.sentence.start, item.counted.first - 6) : item.counted.first]
        noun = self._last(after, context.vote_nouns) or self._last(before, context.turnout_nouns)
        verb = self._last([*after[:3], *before[-3:]], context.vote_verbs)
        word = noun or verb
        return Predicate(measure=Measure.VOTE, token=word.i, rule=Rule.VOTES) if word is not None else None


def _ahead(item: Candidate, limit: int) -> list[Token]:
    """Words after the count and after "of us", "of them" where that follows."""
    start = item.counted.last + 1
    doc, end = item.sentence.doc, item.sentence.end
    if start + 1 < end and doc[start].lower_ == "of" and doc[start + 1].pos_ == "PRON":
        start += 2
    return list(doc[start : min(end, start + limit)])


def _verb(between: list[Token]) -> int | None:
    return next((word.i for word in between if word.pos_ == "VERB"), None)
