"""What do the words after a count say of it: "were killed", "dead", "are missing", "were among the dead"?"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_cues import CueReader, Predicate
from variorum.annotate.figure_units import BARE, PERSON
from variorum.lexicon.quantities import Quantities
from variorum.model.terms import Measure

_FILLERS = frozenset({"AUX", "ADV", "PART"})


@dataclass(frozen=True)
class AfterReader:
    """Reads from the count onward, without the parse, which loses its way in long or unpunctuated sentences."""

    lexicon: Quantities
    cues: CueReader

    def followed(self, item: Candidate) -> Predicate | None:
        if self.of_others(item):
            return None
        for word in self._ahead(item):
            found = self.cues.as_state(word, item) or self.cues.as_doer(word, item)
            if found is not None:
                return found
        return None

    def _ahead(self, item: Candidate) -> Iterator[Token]:
        """Words after the count up to its predicate: auxiliaries, adverbs and verbs that only report are passed over."""
        doc, steps = item.sentence.doc, 0
        for index in range(self.after_them(item), item.sentence.end):
            word = doc[index]
            yield word
            steps += 1
            passable = (
                word.pos_ in _FILLERS or word.lower_ in self.lexicon.context.more_words
                or word.lemma_ in self.lexicon.context.bare_predicates or word.lower_ in ("to", "who", "that", "critically", ",")
            )  # fmt: skip
            if not passable or steps > 7 or (word.lower_ == "," and steps > 1):
                return

    def of_others(self, item: Candidate) -> bool:
        """Whether the count only says whose people these are ("the wives of five rebels were killed")."""
        word = item.before
        while word is not None and word.i > item.sentence.start and word.pos_ == "DET":
            word = word.nbor(-1)
        if word is None or word.lower_ != "of" or word.i == item.sentence.start:
            return False
        noun = word.nbor(-1)
        return (
            noun.tag_ in ("NN", "NNS")
            and noun.lemma_.lower() in self.lexicon.people.nouns
            and noun.lower_ not in ("bodies", "lives")
        )

    @staticmethod
    def after_them(item: Candidate) -> int:
        """The index after the count, and after "of them" where that follows."""
        start = item.counted.last + 1
        words = [token.lower_ for token in item.sentence.doc[start : min(item.sentence.end, start + 2)]]
        return (
            start + 2 if words[:1] == ["of"] and words[1:] and words[1] in ("them", "those", "whom", "these") else start
        )

    def hurt(self, item: Candidate) -> Predicate | None:
        if item.counted.kind not in (PERSON, BARE):
            return None
        start = self.after_them(item)
        ahead = list(item.sentence.doc[start : min(item.sentence.end, start + 8)])
        context, carried = self.lexicon.context, False
        for place, word in enumerate(ahead):
            carried = carried or word.lemma_ in context.suffer_verbs or (place == 0 and word.lower_ == "with")
            if carried and word.lemma_.lower() in context.harm_nouns:
                return Predicate(measure=Measure.INJURED, token=word.i, rule="state after the count")
            if (
                word.lower_ == "condition"
                and ahead[place - 1].lower_ in context.conditions
                and any(other.lemma_ == "be" for other in ahead[:place])
            ):
                return Predicate(measure=Measure.INJURED, token=word.i, rule="state after the count")
            if word.text in (".", ";"):
                return None
        return None

    def among(self, item: Candidate) -> Predicate | None:
        doc = item.sentence.doc
        if self.of_others(item):
            return None
        ahead = list(doc[item.counted.last + 1 : min(item.sentence.end, item.counted.last + 11)])
        behind = list(doc[max(item.sentence.start, item.counted.first - 8) : item.counted.first])
        for window, after in ((ahead, True), (behind, False)):
            for place, word in enumerate(window[:-1]):
                if word.lower_ not in ("among", "amongst") or (after and place > 4):
                    continue
                links = window[:place] if after else window[place:]
                if not any(link.lemma_ == "be" for link in links) and not (after and place == 0):
                    continue
                for cue in window[place + 1 : place + 7]:
                    for cues in self.lexicon.measures:
                        if {cue.lower_, cue.lemma_.lower()} & cues.count_nouns or cue.lower_ in cues.states:
                            return Predicate(measure=cues.measure, token=cue.i, rule="among")
        return None

    def lives(self, item: Candidate) -> Predicate | None:
        doc = item.sentence.doc
        if item.noun is not None and item.noun.lemma_.lower() == "life":
            verbs = [
                word
                for word in doc[max(item.sentence.start, item.counted.first - 5) : item.counted.first]
                if word.lemma_ in self.lexicon.context.lose_life_verbs
            ]
            return Predicate(measure=Measure.KILLED, token=verbs[-1].i, rule="lives lost") if verbs else None
        ahead = doc[item.counted.last + 1 : min(item.sentence.end, item.counted.last + 7)]
        words = [word.lemma_.lower() for word in ahead]
        if item.counted.kind in (PERSON, BARE) and "life" in words and "lose" in words[: words.index("life")]:
            return Predicate(measure=Measure.KILLED, token=ahead[words.index("lose")].i, rule="lives lost")
        start = item.before
        if (
            start is not None
            and start.lower_ == "of"
            and start.i > item.sentence.start
            and start.nbor(-1).lemma_.lower() == "life"
        ):
            return Predicate(measure=Measure.KILLED, token=start.nbor(-1).i, rule="lives lost")
        return None
