"""What do the words before a count say of it: "killing", "the deaths of", "the toll rose to", "of those killed"?"""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_cues import CueReader, Predicate, Rule
from variorum.annotate.figure_units import BARE, PERSON, THING
from variorum.annotate.figure_victims import ONES
from variorum.lexicon.quantities import MeasureCues, Quantities
from variorum.model.terms import Measure


@dataclass(frozen=True)
class BeforeReader:
    """Reads from the count backward."""

    lexicon: Quantities
    cues: CueReader

    def of_those(self, item: Candidate) -> Predicate | None:
        """As in "Of those killed, 12 were children", "of the 225 dead, 19 were officers"."""
        word = item.before
        if word is None or word.text != "," or item.counted.kind not in (PERSON, BARE):
            return None
        doc = item.sentence.doc
        words = [doc[index] for index in range(max(item.sentence.start, word.i - 6), word.i)]
        for place, token in enumerate(words):
            opens = token.i == item.sentence.start or doc[token.i - 1].pos_ not in ("NOUN", "NUM", "VERB", "PROPN")
            if token.lower_ != "of" or not opens:
                continue
            for cues in self.lexicon.measures:
                for cue in words[place + 1 :]:
                    if cue.lower_ in cues.states | cues.count_nouns:
                        return Predicate(measure=cues.measure, token=cue.i, rule=Rule.AMONG)
        return None

    @staticmethod
    def whole_of(item: Candidate) -> bool:
        """Whether the count is the whole of which a part is told: "nine of *the 40 hostages* died"."""
        word = item.before
        while word is not None and word.i > item.sentence.start and word.pos_ == "DET":
            word = word.nbor(-1)
        if word is None or word.lower_ != "of" or word.i == item.sentence.start:
            return False
        return word.nbor(-1).like_num and item.sentence.doc[item.counted.first].dep_ != "advmod"

    def object_of(self, item: Candidate) -> Predicate | None:
        """As in "Killing at least eight", "wounded 20 people", "arrested some 300"."""
        word = self._past_group(item)
        while word is not None and word.i > item.sentence.start and (word.pos_ in ("DET", "ADV") or word.is_quote):
            word = word.nbor(-1)
        if word is None or word.pos_ not in ("VERB", "NOUN", "PROPN", "ADJ", "AUX"):
            return None
        return self.cues.as_object(word, item)

    def inverted(self, item: Candidate) -> Predicate | None:
        """As in "Have perished six persons": a verb that takes no object before its subject, as translations keep it."""
        verb = item.before
        if verb is None or verb.pos_ != "VERB" or item.counted.kind not in (PERSON, BARE):
            return None
        if any(child.dep_ in ("nsubj", "nsubjpass", "dobj") and child.i < verb.i for child in verb.children):
            return None
        passive = verb.tag_ == "VBN" and verb.i > item.sentence.start and verb.nbor(-1).lemma_ == "be"
        for cues in self.lexicon.measures:
            if passive and (verb.lemma_ in cues.object_verbs or verb.lower_ in cues.states):
                return Predicate(measure=cues.measure, token=verb.i, rule=Rule.STATE)
            if verb.lemma_ in cues.subject_verbs and cues.measure in (Measure.KILLED, Measure.MISSING):
                return Predicate(measure=cues.measure, token=verb.i, rule=Rule.DOER)
        return None

    def labelled(self, item: Candidate) -> Predicate | None:
        """As in "Dead: 12", "Total injured: 40", in lines and lists that leave out the verb."""
        mark, doc = item.before, item.sentence.doc
        if mark is None or mark.text not in (":", "–", "—", "=") or item.counted.kind not in (PERSON, BARE):
            return None
        label = list(doc[max(item.sentence.start, mark.i - 4) : mark.i])
        label = label[next((p + 1 for p in range(len(label) - 1, -1, -1) if label[p].is_punct), 0) :]
        if len(label) > 3 or any(word.pos_ in ("AUX", "ADP") for word in label):
            return None
        for cues in self.lexicon.measures:
            for word in label:
                if word.lower_ in cues.states | cues.count_nouns | cues.toll:
                    return Predicate(measure=cues.measure, token=word.i, rule=Rule.TOLL)
        return None

    def listed_under(self, item: Candidate) -> Predicate | None:
        """As in "The dead include 12 in Oran and eight in Dakar"."""
        root = item.root
        while root.dep_ == "conj" and root.head.pos_ in ("NUM", "NOUN"):
            root = root.head
        verb = root.head
        if root.dep_ != "dobj" or verb.lemma_ not in self.lexicon.context.listing_verbs:
            return None
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        for cues in self.lexicon.measures:
            if subject is not None and subject.lower_ in cues.states | cues.count_nouns:
                return Predicate(measure=cues.measure, token=subject.i, rule=Rule.AMONG)
        return None

    def _past_group(self, item: Candidate) -> Token | None:
        """The word before the count, or before the group it sizes ("killed a family of five")."""
        word = item.before
        if word is None or word.lower_ != "of" or item.counted.kind != BARE or word.i == item.sentence.start:
            return word
        group = word.nbor(-1)
        sized = group.tag_ == "NN" and group.lemma_.lower() in self.lexicon.people.groups
        return group.nbor(-1) if sized and group.i > item.sentence.start else word

    def along_with(self, item: Candidate) -> Predicate | None:
        """As in "he was killed along with two others"."""
        word = item.before
        if word is None or word.lower_ != "with" or word.i == item.sentence.start:
            return None
        if word.nbor(-1).lower_ not in self.lexicon.context.joining_words:
            return None
        behind = item.sentence.doc[max(item.sentence.start, word.i - 6) : word.i - 1]
        for verb in reversed(list(behind)):
            if verb.tag_ == "VBN" and (found := self.cues.as_state(verb, item)):
                return found
            if verb.pos_ == "VERB" and any(child.dep_ == "dobj" for child in verb.children):
                return self.cues.as_object(verb, item)  # "arrested him along with nine others"
        return None

    def of_noun(self, item: Candidate) -> Predicate | None:
        """As in "The deaths of 18 officials", "a death toll of 225", "the number of injured reached 40"."""
        toll = self._toll(item)
        if toll is not None:
            return toll
        word = item.before
        while word is not None and word.i > item.sentence.start and word.pos_ == "DET":
            word = word.nbor(-1)
        if word is None or word.lower_ not in ("of", "to", "for") or word.i == item.sentence.start:
            return None
        noun = word.nbor(-1)
        if word.lower_ == "of" and noun.lower_ in self.lexicon.context.remains and item.quantity.form in ONES:
            return Predicate(measure=Measure.KILLED, token=noun.i, rule=Rule.ACT)
        fighters = self.lexicon.people.troops | self.lexicon.people.attackers_in_action
        lost = word.lower_ == "of" and noun.lemma_.lower() == "loss" and item.noun is not None
        if lost and item.noun is not None and item.noun.lemma_.lower() in fighters:
            return Predicate(measure=Measure.KILLED, token=noun.i, rule=Rule.ACT)  # "the *loss* of 23 soldiers"
        for cues in self.cues.fitting(item):
            if {noun.lemma_.lower(), noun.lower_} & cues.act_nouns:
                if any(child.lower_ in self.lexicon.context.unreal_adjectives for child in noun.children):
                    return Predicate(measure=Measure.OTHER, token=noun.i, rule=Rule.UNREAL)
                if noun.i > item.sentence.start and noun.nbor(-1).lower_ in self.lexicon.context.deadly_adjectives:
                    return Predicate(measure=Measure.KILLED, token=noun.i, rule=Rule.ACT)
                return Predicate(measure=cues.measure, token=noun.i, rule=Rule.ACT)
        return None

    def _toll(self, item: Candidate) -> Predicate | None:
        """A running count named in the clause before the number: "the death toll … has risen to 82"."""
        doc, place = item.sentence.doc, item.before
        if item.counted.kind == THING or item.quantity.form in ONES or place is None or not self._links(place):
            return None
        for index in range(place.i, max(item.sentence.start, place.i - 25) - 1, -1):
            word = doc[index]
            for cues in self.lexicon.measures:
                named = _phrase_at(doc, index, item.sentence.start) & cues.toll and self._reaches(word, place)
                if named or self._numbered(word, place, cues):
                    if any(other.lower_ in self.lexicon.context.may_words for other in doc[index : place.i]):
                        return Predicate(measure=Measure.OTHER, token=index, rule=Rule.UNREAL)
                    return Predicate(measure=cues.measure, token=index, rule=Rule.TOLL)
        return None

    def _numbered(self, word: Token, link: Token, cues: MeasureCues) -> bool:
        """As in "The number of fighters killed in the battle has risen to 39"."""
        if word.lower_ != "number" or link.lower_ == "of":
            return False
        between = list(word.doc[word.i + 1 : link.i + 1])
        rises = any(token.lemma_ in self.lexicon.context.rise_words for token in between)
        return rises and any(token.lower_ in cues.states for token in between)

    def _reaches(self, noun: Token, link: Token) -> bool:
        """Whether between toll and number only words of rising and phrases of the toll stand, no other count's verb."""
        if noun.i + 1 >= link.i:
            return True
        between = noun.doc[noun.i + 1 : link.i + 1]
        rises = self.lexicon.context.rise_words
        return all(word.lemma_ in rises or word.tag_ == "VBN" for word in between if word.pos_ == "VERB")

    def _links(self, word: Token) -> bool:
        """Whether the word before the number can tie it to a toll: "rose to", "of", "stood at", "is", "reached"."""
        context = self.lexicon.context
        return word.lower_ in context.toll_links or word.lemma_ in context.rise_words or word.lemma_ == "be"


def _phrase_at(doc: Doc, index: int, start: int) -> set[str]:
    """The phrases of one, two and three words that end at the index, articles left out ("number of *the* missing")."""
    words = [doc[place].lower_ for place in range(max(start, index - 3), index + 1) if doc[place].pos_ != "DET"]
    return {" ".join(words[-length:]) for length in (1, 2, 3) if len(words) >= length}
