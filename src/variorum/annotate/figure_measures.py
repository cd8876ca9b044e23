"""What does a figure measure: killed, injured, arrested … and which word says so?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_units import BARE, DURATION, MONEY, PERCENT, PERSON, RATIO, THING
from variorum.lexicon.quantities import MeasureCues, Quantities
from variorum.model.base import Record
from variorum.model.terms import Measure

PEOPLE_MEASURES = frozenset(
    {Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING, Measure.DISPLACED, Measure.PARTICIPANTS}
)
_VERBAL = frozenset({"state after the count", "verb after the count", "object of the verb", "shot dead"})
_FILLERS = frozenset({"AUX", "ADV", "PART"})


class Predicate(Record, frozen=True, kw_only=True):
    """What a figure measures and the index of the token that says so (None: the counted noun itself)."""

    measure: Measure
    token: int | None = None
    rule: str = ""


@dataclass(frozen=True)
class MeasureReader:
    """Reads the words that govern a count."""

    lexicon: Quantities

    def read(self, item: Candidate) -> Predicate | None:
        """What the words around the count say by themselves, or None; ellipsis and subsets are settled later."""
        if item.counted.kind not in (PERSON, BARE, THING):
            return None
        readings = (
            self._named, self._followed, self._of_those, self._object_of, self._of_noun, self._governed, self._lives,
            self._among, self._hurt,
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

    # what the counted noun itself says: "33 deaths", "18 dead", "164 arrests"

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

    # "12 people were killed", "18 dead", "a hundred others injured", "dozens have fled"

    def _followed(self, item: Candidate) -> Predicate | None:
        if self._of_others(item):
            return None
        for word in self._ahead(item):
            found = self._as_state(word, item) or self._as_doer(word, item)
            if found is not None:
                return found
        return None

    def _of_others(self, item: Candidate) -> bool:
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

    def _ahead(self, item: Candidate) -> Iterator[Token]:
        """Words after the count up to its predicate: auxiliaries, adverbs and verbs that only report are passed over."""
        doc, steps = item.sentence.doc, 0
        for index in range(self._after_them(item), item.sentence.end):
            word = doc[index]
            yield word
            steps += 1
            passable = (
                word.pos_ in _FILLERS or word.lower_ in self.lexicon.context.more_words
                or word.lemma_ in self.lexicon.context.bare_predicates or word.lower_ in ("to", "who", "that", "critically", ",")
            )  # fmt: skip
            if not passable or steps > 7 or (word.lower_ == "," and steps > 1):
                return

    @staticmethod
    def _after_them(item: Candidate) -> int:
        """The index after the count, and after "of them" where that follows."""
        start = item.counted.last + 1
        words = [token.lower_ for token in item.sentence.doc[start : min(item.sentence.end, start + 2)]]
        return (
            start + 2 if words[:1] == ["of"] and words[1:] and words[1] in ("them", "those", "whom", "these") else start
        )

    def _as_state(self, word: Token, item: Candidate) -> Predicate | None:
        person = item.counted.kind in (PERSON, BARE)
        for cues in self.lexicon.measures:
            if person and word.lower_ in cues.adverbs and word.i <= item.counted.last + 2 and word.tag_ == "RB":
                return Predicate(measure=cues.measure, token=word.i, rule="state after the count")
        if (
            word.lemma_ in self.lexicon.context.shoot_verbs
            and self._fatal(word)
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
        for cues in self._fitting(item):
            close = item.counted.kind == BARE and word.i == item.counted.last + 1
            acts = _acts(word) and not close
            passive = word.lemma_.lower() in cues.object_verbs and word.tag_ in ("VBN", "VBD", "JJ", "VBG") and not acts
            if word.tag_ == "VBG" and passive:
                passive = word.nbor(-1).lower_ == "being"
            state = word.lower_ in cues.states and word.pos_ in ("ADJ", "VERB", "NOUN", "ADV", "PROPN") and not acts
            if passive or state:
                return Predicate(measure=cues.measure, token=word.i, rule="state after the count")
        return None

    def _as_doer(self, word: Token, item: Candidate) -> Predicate | None:
        if word.pos_ not in ("VERB", "AUX", "NOUN") or item.counted.kind == THING:
            return None
        for cues in self._fitting(item):
            if word.lemma_.lower() in cues.subject_verbs and word.pos_ == "VERB":
                return Predicate(measure=cues.measure, token=word.i, rule="verb after the count")
        return None

    # "of those killed, 12 were children", "of the 225 dead, 19 were officers"

    def _of_those(self, item: Candidate) -> Predicate | None:
        word = item.before
        if word is None or word.text != "," or item.counted.kind not in (PERSON, BARE):
            return None
        doc = item.sentence.doc
        words = [doc[index] for index in range(max(item.sentence.start, word.i - 6), word.i)]
        for place, token in enumerate(words):
            if (
                token.lower_ != "of"
                or token.i > item.sentence.start
                and doc[token.i - 1].pos_ in ("NOUN", "NUM", "VERB", "PROPN")
            ):
                continue
            for cues in self.lexicon.measures:
                for cue in words[place + 1 :]:
                    if cue.lower_ in cues.states or cue.lower_ in cues.count_nouns:
                        return Predicate(measure=cues.measure, token=cue.i, rule="among")
        return None

    # "two men suffering from gunshot wounds", "another is in critical condition"

    def _hurt(self, item: Candidate) -> Predicate | None:
        if item.counted.kind not in (PERSON, BARE):
            return None
        start = self._after_them(item)
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

    # "killing at least eight", "wounded 20 people", "arrested some 300"

    def _object_of(self, item: Candidate) -> Predicate | None:
        word = item.before
        while (
            word is not None
            and word.i > item.sentence.start
            and (word.pos_ in ("DET", "ADV") or word.is_quote or word.lower_ in ("another", "both"))
        ):
            word = word.nbor(-1)
        if word is None or word.pos_ not in ("VERB", "NOUN", "PROPN", "ADJ", "AUX"):
            return None
        return self._as_object(word, item)

    def _as_object(self, verb: Token, item: Candidate) -> Predicate | None:
        person = item.counted.kind in (PERSON, BARE)
        lemma = verb.lemma_.lower()
        if (
            verb.pos_ not in ("VERB", "AUX")
            and verb.tag_ != "NNS"
            and not verb.lower_.endswith("ing")
            and not verb.text[0].isupper()
        ):
            return None
        if lemma in self.lexicon.context.shoot_verbs and person and self._fatal(verb):
            return Predicate(measure=Measure.KILLED, token=verb.i, rule="object of the verb")
        if lost := self._lost(verb, item):
            return lost
        for cues in self._fitting(item):
            if (
                lemma in cues.object_verbs
                or (verb.pos_ != "VERB" and lemma.rstrip("s") in cues.object_verbs)
                or self._stem(verb) in cues.object_verbs
            ):
                if verb.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in verb.children):
                    return None
                return Predicate(measure=cues.measure, token=verb.i, rule="object of the verb")
        return None

    @staticmethod
    def _stem(word: Token) -> str:
        lower = word.lower_
        return lower[:-3] if lower.endswith("ing") else lower[:-1] if lower.endswith("s") else lower

    # "the deaths of 18 officials", "a death toll of 225", "the toll rose to 21", "the number of injured reached 40"

    def _of_noun(self, item: Candidate) -> Predicate | None:
        toll = self._toll(item)
        if toll is not None:
            return toll
        word = item.before
        while word is not None and word.i > item.sentence.start and word.pos_ == "DET":
            word = word.nbor(-1)
        if word is None or word.lower_ not in ("of", "to", "for") or word.i == item.sentence.start:
            return None
        noun = word.nbor(-1)
        for cues in self._fitting(item):
            if noun.lemma_.lower() in cues.act_nouns or (noun.lower_ in cues.act_nouns):
                return Predicate(measure=cues.measure, token=noun.i, rule="noun of the act")
        return None

    def _toll(self, item: Candidate) -> Predicate | None:
        """A running count named in the clause before the number: "the death toll … has risen to 82"."""
        if item.counted.kind == THING:
            return None
        doc, place = item.sentence.doc, item.before
        link = place is not None and (
            place.lower_ in ("to", "at", "of", "by")
            or place.lemma_ in self.lexicon.context.rise_words
            or place.lemma_ == "be"
        )
        if not link or place is None:
            return None
        for index in range(place.i, max(item.sentence.start, place.i - 25) - 1, -1):
            word = doc[index]
            for cues in self.lexicon.measures:
                named = _phrase_at(doc, index, item.sentence.start) & cues.toll and self._reaches(word, place)
                if named or self._numbered(word, place, cues):
                    return Predicate(measure=cues.measure, token=index, rule="toll")
        return None

    def _numbered(self, word: Token, link: Token, cues: MeasureCues) -> bool:
        """ "The number of fighters killed in the battle has risen to 39"."""
        if (
            word.lower_ != "number"
            or link.lower_ not in ("to", "at")
            and link.lemma_ not in self.lexicon.context.rise_words
        ):
            return False
        between = list(word.doc[word.i + 1 : link.i + 1])
        rises = any(token.lemma_ in self.lexicon.context.rise_words for token in between)
        return rises and any(token.lower_ in cues.states for token in between)

    def _reaches(self, noun: Token, link: Token) -> bool:
        """Whether between toll and number only words of rising and phrases of the toll stand, no other count's verb."""
        if noun.i + 1 >= link.i:
            return True
        between = noun.doc[noun.i + 1 : link.i + 1]
        verbs = [word for word in between if word.pos_ == "VERB"]
        return all(
            word.lemma_ in self.lexicon.context.rise_words or word.tag_ == "VBN" or word.lemma_ == "be"
            for word in verbs
        ) and bool(
            verbs
            or link.lemma_ in self.lexicon.context.rise_words
            or link.lower_ in ("of", "at", "to")
            or link.lemma_ == "be"
        )

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

    # the parse: subject or object of a verb further off, small clauses, relative clauses

    def _governed(self, item: Candidate) -> Predicate | None:
        root = item.root
        for child in root.children:
            if child.i > item.counted.last and child.dep_ in ("acl", "amod", "oprd", "relcl"):
                found = self._as_state(child, item) or self._relative(child, item)
                if found:
                    return found
        root = _first_joined(root)
        head = root.head
        if head == root:
            return None
        if root.dep_ in ("nsubjpass", "nsubj"):
            return self._subject_of(head, item, root.dep_ == "nsubjpass")
        if root.dep_ in ("dobj", "obj") and head.pos_ == "VERB":
            return self._as_object(head, item)
        if root.dep_ in ("appos", "attr") and head.pos_ in ("NOUN",):
            return None
        return None

    def _relative(self, verb: Token, item: Candidate) -> Predicate | None:
        if verb.dep_ not in ("relcl", "acl") or verb.pos_ != "VERB":
            return None
        passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
        return self._subject_of(verb, item, passive)

    def _subject_of(self, verb: Token, item: Candidate, passive: bool) -> Predicate | None:
        for word in _verb_chain(verb):
            own_passive = any(child.dep_ == "auxpass" for child in word.children)
            if passive and word == verb or own_passive or word.pos_ == "ADJ":
                found = self._as_state(word, item)
                if found:
                    return found
            found = self._as_doer(word, item)
            if found:
                return found
        return None

    # "claimed the lives of three workers", "six people lost their lives", "took 12 lives"

    def _lives(self, item: Candidate) -> Predicate | None:
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

    # "four children were among the dead", "among the dead were 22 children"

    def _among(self, item: Candidate) -> Predicate | None:
        doc = item.sentence.doc
        if self._of_others(item):
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

    def _fatal(self, verb: Token) -> bool:
        """Whether a shooting or beating is told as deadly: "shot dead", "fatally shot", "shot and killed"."""
        doc, sentence = verb.doc, verb.sent
        after = [word.lower_ for word in doc[verb.i + 1 : min(sentence.end, verb.i + 5)]]
        before = [word.lower_ for word in doc[max(sentence.start, verb.i - 2) : verb.i]]
        return (
            "dead" in after[:3] or "death" in after[:2] or "fatally" in (*before, *after[:2]) or "died" in after
            or after[:2] == ["and", "killed"] or "killed" in before[:1] or after[:1] == ["down"] and verb.lemma_ == "gun"
        )  # fmt: skip

    def _fitting(self, item: Candidate) -> Iterator[MeasureCues]:
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


def _first_joined(word: Token) -> Token:
    """The first of the nouns that the word is joined to ("himself and six others")."""
    while word.dep_ == "conj" and word.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
        word = word.head
    return word


def _verb_chain(verb: Token) -> Iterator[Token]:
    """The verb, its complements without a subject of their own, and verbs joined to it, nearest first."""
    seen: list[Token] = [verb]
    for word in seen:
        yield word
        for child in word.children:
            own = any(grand.dep_ in ("nsubj", "nsubjpass") for grand in child.children)
            if (
                child.i > word.i
                and child.dep_ in ("xcomp", "acomp", "conj", "oprd", "ccomp")
                and not own
                and child.pos_ in ("VERB", "ADJ", "AUX")
            ):
                seen.append(child)


def _phrase_at(doc: Sequence[Token], index: int, start: int) -> set[str]:
    """The phrases of one, two and three words that end at the index."""
    words = [doc[place].lower_ for place in range(max(start, index - 2), index + 1)]
    return {" ".join(words[-length:]) for length in (1, 2, 3) if len(words) >= length}


__all__ = ["DURATION", "MONEY", "PERCENT", "RATIO", "MeasureReader", "Predicate"]
