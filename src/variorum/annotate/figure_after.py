"""What do the words after a count say of it: "were killed", "dead", "are missing", "were among the dead"?"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_cues import CueReader, Predicate, Rule
from variorum.annotate.figure_units import BARE, PERSON
from variorum.lexicon.quantities import Quantities
from variorum.model.terms import Measure

_FILLERS = frozenset({"AUX", "ADV", "PART"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_REACH = 8


@dataclass(frozen=True)
class AfterReader:
    """Reads from the count onward, without the parse, which loses its way in long or unpunctuated sentences."""

    lexicon: Quantities
    cues: CueReader

    def followed(self, item: Candidate) -> Predicate | None:
        """As in "12 people were killed", "18 dead", "a hundred others injured", "dozens have fled"."""
        if self.of_others(item):
            return None
        for word in self._ahead(item):
            if word.dep_ == "amod" and word.head.i > word.i and word.head.pos_ == "NOUN":
                return None  # "94 families reported *missing* relatives": a state of theirs
            found = self.cues.as_state(word, item) or self.cues.as_doer(word, item)
            if found is not None:
                return found
        return None

    def _ahead(self, item: Candidate) -> Iterator[Token]:
        """Words after the count up to its predicate: auxiliaries, adverbs and verbs that only report are passed over."""
        context, start = self.lexicon.context, self._past_asides(item, self.after_them(item))
        start = self._past_appositions(item, start)
        for step, word in enumerate(item.sentence.doc[start : min(item.sentence.end, start + _REACH)]):
            if word.tag_ == "WP$":
                return  # "Lee, *whose* brother died"
            yield word
            passable = (
                word.pos_ in _FILLERS
                or word.lower_ in context.more_words
                or word.lower_ in context.link_words
                or word.lemma_ in context.bare_predicates
                or (word.text in (",", "+") and step == 0)
                or word.is_quote
            )
            if not passable:
                return

    def _past_asides(self, item: Candidate, start: int) -> int:
        """The index after "of the party" or "mostly women and children", where such words follow the noun."""
        doc, end = item.sentence.doc, item.sentence.end
        if start >= end or item.noun is None or doc[start].lower_ not in self.lexicon.context.aside_words:
            return start
        place = start + 1
        while place < min(end, start + 9) and (
            doc[place].pos_ in _NOMINAL or doc[place].lower_ in ("and", "of", "-", ",")
        ):
            place += 1
        return place if place < end else start

    @staticmethod
    def _past_appositions(item: Candidate, start: int) -> int:
        """The index after remarks between commas that hold no verb of their own (", 34, of Leeds,"), else the start."""
        doc, end, place = item.sentence.doc, item.sentence.end, start
        if item.counted.kind != PERSON:
            return start
        while place < end and doc[place].text == ",":
            close = next((word.i for word in doc[place + 1 : min(end, place + 14)] if word.text == ","), None)
            remark = doc[place + 1 : close] if close is not None else ()
            if close is None or any(word.tag_ in _FINITE for word in remark):
                break
            place = close
        if place == start or place + 1 >= end:
            return start
        return place + 1 if doc[place + 1].pos_ in ("AUX", "VERB") else start

    def of_others(self, item: Candidate) -> bool:
        """Whether the count only says whose people these are ("the wives of five rebels were killed")."""
        word = item.before
        while word is not None and word.i > item.sentence.start and word.pos_ == "DET":
            word = word.nbor(-1)
        if word is None or word.lower_ != "of" or word.i == item.sentence.start:
            return False
        noun = word.nbor(-1)
        acts = any({noun.lower_, noun.lemma_.lower()} & cues.act_nouns for cues in self.lexicon.measures)
        return noun.tag_ in ("NN", "NNS") and noun.lemma_.lower() in self.lexicon.people.nouns - {"life"} and not acts

    @staticmethod
    def after_number(item: Candidate) -> int:
        """The index after the number words, before any noun."""
        end = item.number.end
        return next((word.i for word in item.sentence if word.idx >= end), item.sentence.end)

    @staticmethod
    def after_them(item: Candidate) -> int:
        """The index after the count, and after "of them" where that follows."""
        start = item.counted.last + 1
        words = item.sentence.doc[start : min(item.sentence.end, start + 2)]
        return start + 2 if len(words) == 2 and words[0].lower_ == "of" and words[1].pos_ == "PRON" else start

    def hurt(self, item: Candidate) -> Predicate | None:
        """As in "Two men suffering from gunshot wounds", "another is in critical condition"."""
        if item.counted.kind not in (PERSON, BARE):
            return None
        start = self.after_them(item)
        ahead = list(item.sentence.doc[start : min(item.sentence.end, start + 8)])
        context, carried = self.lexicon.context, False
        for place, word in enumerate(ahead):
            carried = carried or word.lemma_ in context.suffer_verbs or (place == 0 and word.lower_ == "with")
            if carried and word.lemma_.lower() in context.harm_nouns:
                if item.noun is not None and item.noun.lemma_.lower() in context.remains:
                    return Predicate(measure=Measure.KILLED, token=word.i, rule=Rule.AMONG)
                return Predicate(measure=Measure.INJURED, token=word.i, rule=Rule.STATE)
            moved = word.lemma_.lower() == "hospital" and any(
                verb.lemma_ in context.transport_verbs for verb in ahead[:place]
            )
            if moved:
                return Predicate(measure=Measure.INJURED, token=word.i, rule=Rule.STATE)
            if word.lower_ == "custody" and any(
                verb.lemma_ in context.transport_verbs or verb.lemma_ == "be" for verb in ahead[:place]
            ):
                return Predicate(measure=Measure.ARRESTED, token=word.i, rule=Rule.STATE)
            graded = word.lower_ == "condition" and ahead[place - 1].lower_ in context.conditions
            near = [other.lemma_ for other in ahead[: place - 1]] if graded else []
            if graded and ("be" in near or "remain" in near or near == ["in"] or near == ["list", "in"]):
                return Predicate(measure=Measure.INJURED, token=word.i, rule=Rule.STATE)
            if word.text in (".", ";"):
                return None
        return None

    def among(self, item: Candidate) -> Predicate | None:
        """As in "Four children were among the dead", "among the dead were 22 children"."""
        if self.of_others(item):
            return None
        doc, first, last = item.sentence.doc, item.counted.first, item.counted.last
        start = self._past_appositions(item, last + 1)
        ahead = list(doc[start : min(item.sentence.end, start + 10)])
        behind = list(doc[max(item.sentence.start, first - 8) : first])
        place = next(
            (place for place, word in enumerate(ahead[:5]) if word.lower_ in self.lexicon.context.among_words), None
        )
        if place is not None and (place == 0 or any(link.lemma_ == "be" for link in ahead[:place])):
            return self._group(ahead[place + 1 : place + 7])
        place = next(
            (place for place, word in enumerate(behind) if word.lower_ in self.lexicon.context.among_words), None
        )
        if place is not None and any(link.lemma_ == "be" for link in behind[place:]):
            return self._group(behind[place + 1 :])
        return None

    def _group(self, words: list[Token]) -> Predicate | None:
        for word in words:
            for cues in self.lexicon.measures:
                if {word.lower_, word.lemma_.lower()} & (cues.count_nouns | cues.states):
                    return Predicate(measure=cues.measure, token=word.i, rule=Rule.AMONG)
        return None

    def own_hand(self, item: Candidate) -> Predicate | None:
        """As in "One inmate hanged himself", "two monks committed suicide"."""
        if item.counted.kind not in (PERSON, BARE):
            return None
        start, context = self.after_them(item), self.lexicon.context
        ahead = list(item.sentence.doc[start : min(item.sentence.end, start + 5)])
        for verb, thing in pairwise(ahead):
            by_hand = verb.lemma_.lower() in context.own_hand_verbs and thing.lower_ in context.reflexives
            if by_hand or (verb.lemma_ == "commit" and thing.lower_ == "suicide"):
                return Predicate(measure=Measure.KILLED, token=verb.i, rule=Rule.LIVES)
            if verb.is_punct:
                return None
        return None

    def homes(self, item: Candidate) -> Predicate | None:
        """As in "500 people were driven from their homes", "40 families lost their homes"."""
        group = item.noun is not None and item.noun.lemma_.lower() in self.lexicon.people.groups
        if item.counted.kind not in (PERSON, BARE) and not group:
            return None
        doc, end, start = item.sentence.doc, item.sentence.end, self.after_them(item)
        context, ahead = self.lexicon.context, item.sentence.doc[start : min(end, start + 9)]
        verb = next((word for word in ahead if word.pos_ == "VERB" and word.lemma_ != "have"), None)
        if verb is None or verb.lemma_ not in context.home_losing_verbs:
            return None
        behind = doc[verb.i + 1 : min(end - 1, verb.i + 5)]
        home = any(word.tag_ == "PRP$" and doc[word.i + 1].lower_ in context.homes for word in behind)
        clear = not any(word.text in {",", ";"} for word in doc[start : verb.i])
        return Predicate(measure=Measure.DISPLACED, token=verb.i, rule=Rule.STATE) if home and clear else None

    def lives(self, item: Candidate) -> Predicate | None:
        """As in "Claimed the lives of three workers", "six people lost their lives", "took 12 lives"."""
        doc, verbs = item.sentence.doc, self.lexicon.context.lose_life_verbs
        if item.noun is not None and item.noun.lemma_.lower() == "life":
            before = doc[max(item.sentence.start, item.counted.first - 5) : item.counted.first]
            taking = [word for word in before if word.lemma_ in verbs]
            return Predicate(measure=Measure.KILLED, token=taking[-1].i, rule=Rule.LIVES) if taking else None
        if item.noun is not None and item.noun.lemma_.lower() in self.lexicon.context.kin and item.before is not None:
            lost = item.before if item.before.pos_ == "VERB" else item.before.nbor(-1) if item.before.i else item.before
            if lost.lemma_ == "lose" and lost.pos_ == "VERB":
                return Predicate(measure=Measure.KILLED, token=lost.i, rule=Rule.LIVES)
        start = self._past_appositions(item, item.counted.last + 1)
        ahead = doc[start : min(item.sentence.end, start + 6)]
        words = [word.lemma_.lower() for word in ahead]
        if item.counted.kind in (PERSON, BARE) and "life" in words and "lose" in words[: words.index("life")]:
            return Predicate(measure=Measure.KILLED, token=ahead[words.index("lose")].i, rule=Rule.LIVES)
        link = item.before
        lives = link.nbor(-1) if link is not None and link.lower_ == "of" and link.i > item.sentence.start else None
        if lives is not None and lives.lemma_.lower() == "life":
            return Predicate(measure=Measure.KILLED, token=lives.i, rule=Rule.LIVES)
        return None
