"""Which words of a sentence name an event, and in which sense?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from variorum.annotate.event_parse import NOUNS, VERBS, Clauses, child_of, conjunct, governed, is_passive
from variorum.annotate.event_senses import Senses
from variorum.lexicon.events import Act, EventLexicon

_WINDOW = 9
_LONGEST = 5


@dataclass(frozen=True)
class Trigger:
    """An event named: its sense, its head word, all words that name it, and the verb that lends it its force, if any."""

    act: Act
    head: Token
    words: tuple[Token, ...]
    light: Token | None = None
    undergone: bool = False


@dataclass(frozen=True)
class _Word:
    """A phrase of an act; `others` are its words beside the first, all of which a sentence must have."""

    act: Act
    order: int
    phrase: tuple[str, ...]
    others: frozenset[str]


class TriggerFinder:
    """Finds triggers by the lexicon, laid out by the first word of every phrase."""

    def __init__(self, lexicon: EventLexicon) -> None:
        self._lexicon = lexicon
        self.clauses = Clauses(lexicon.subject_control, lexicon.charging)
        self._senses = Senses(lexicon, self.clauses)
        self._verbs = _index((act, act.verbs) for act in lexicon.acts)
        self._nouns = _index(((act, act.nouns) for act in lexicon.acts), by_last=True)
        self._adjectives = _index((act, act.adjectives) for act in lexicon.acts)
        self._modals = _index((act, act.modals) for act in lexicon.acts)
        self._light = _phrases(lexicon.light)
        self._undergo = _phrases(lexicon.undergo)
        self._idioms = _phrases(lexicon.idioms)

    def find(self, sentence: TokenSpan) -> tuple[Trigger, ...]:
        """The events the sentence names, in order of their heads; a word belongs to one event at most."""
        idle = self._idiomatic(sentence)
        present = frozenset(form for token in sentence for form in (token.lower_, _lemma(token)))
        found: list[Trigger] = []
        for token in sentence:
            if token.i not in idle:
                trigger = self._at(token, present)
                if trigger is not None:
                    found.append(trigger)
        return _without_overlap(found)

    def demands(self, sentence: TokenSpan) -> tuple[Trigger, ...]:
        """What a modal asks for: "troops *must withdraw*"; not what must have been, nor what must be so."""
        found = []
        for token in sentence:
            verb, words = token.head, self._modals.get(_lemma(token))
            if words is None or token.dep_ != "aux" or verb.pos_ != "VERB" or not token.i < verb.i < token.i + _LONGEST:
                continue
            if not any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children):
                found.append(Trigger(act=words[0].act, head=verb, words=(token, verb)))
        return tuple(found)

    def type_of(self, token: Token) -> Act | None:
        """The act that a word names by itself, whatever stands around it; None where it names none."""
        table = self._verbs if token.pos_ in VERBS else self._nouns
        words = [word for word in table.get(_lemma(token), ()) if self._phrase(token, word.phrase) is not None]
        return words[0].act if words else None

    def names_event(self, noun: Token) -> bool:
        """Whether a noun names an event by itself: "the raids killed …"."""
        return any(len(word.phrase) == 1 for word in self._nouns.get(_lemma(noun), ()))

    def act_of(self, noun: Token) -> Act | None:
        """The act that a noun names by itself; None where it names none."""
        return next((word.act for word in self._nouns.get(_lemma(noun), ()) if len(word.phrase) == 1), None)

    def _at(self, token: Token, present: frozenset[str]) -> Trigger | None:
        if token.pos_ in VERBS and token.dep_ not in {"aux", "auxpass", "amod", "compound"}:
            return self._verb(token, present)
        if token.pos_ in {"NOUN", "PROPN"} and token.ent_type_ not in {"DATE", "TIME"} and not _inside_name(token):
            return self._noun(token, present)
        if token.lower_ in self._adjectives:
            return self._adjective(token)
        return None

    def _verb(self, token: Token, present: frozenset[str]) -> Trigger | None:
        for word in self._verbs.get(_lemma(token), ()):
            words = self._phrase(token, word.phrase) if word.others <= present else None
            if words is not None and self._senses.verb(token, word.act, words, self.type_of):
                return Trigger(act=word.act, head=token, words=words)
        return None

    def _noun(self, token: Token, present: frozenset[str]) -> Trigger | None:
        if token.dep_ in {"compound", "nmod"} and token.head.pos_ in NOUNS and not self._of_phrase(token.head):
            return None
        if _hidden_modifier(token) or _is_label(token):
            return None
        for word in self._nouns.get(_lemma(token), ()):
            words = self._noun_phrase(token, word.phrase) if word.others <= present else None
            if words is not None and self._senses.noun(token, word.act, words):
                light, undergone = self._light_verb(token)
                return Trigger(act=word.act, head=token, words=words, light=light, undergone=undergone)
        return None

    def _of_phrase(self, noun: Token) -> bool:
        """Whether the noun names an event, by itself or with the words around it: "*coup attempt*", but not "riot *police*"."""
        return any(self._noun_phrase(noun, word.phrase) is not None for word in self._nouns.get(_lemma(noun), ()))

    def _adjective(self, token: Token) -> Trigger | None:
        """A state that tells of its event where it is predicated ("18 *dead*"), not where it only qualifies ("dead bodies")."""
        if token.dep_ in {"amod", "compound"} and token.head.i > token.i and token.head.pos_ in NOUNS:
            return None
        subject = child_of(token.head, {"nsubj"}) if token.dep_ == "acomp" else None
        if subject is not None and subject.pos_ == "NOUN" and self.names_event(subject):
            return None  # "the truce is dead"
        word = self._adjectives[token.lower_][0]
        return Trigger(act=word.act, head=token, words=(token,))

    def _light_verb(self, noun: Token) -> tuple[Token | None, bool]:
        """The verb that lends the noun its force, and whether its subject suffers it ("came under attack")."""
        node = noun
        while node.dep_ == "conj" and node.head.pos_ in NOUNS:
            node = node.head
        verb = node.head
        if node.dep_ == "pobj":
            verb = verb.head
        if (
            verb.dep_ == "pcomp"
            or verb.pos_ not in VERBS
            or node.dep_ not in {"dobj", "pobj", "nsubjpass", "attr", "relcl"}
        ):
            return self._carried_out(noun), False
        named = any(child.dep_ == "appos" and child.left_edge.i == node.i + 1 for child in node.children)
        if named or child_of(verb, {"oprd"}) is not None:
            return None, False  # "called the attack a crime": the verb labels, it carries nothing out
        for phrases, undergone in ((self._undergo, True), (self._light, False)):
            if any(self._light_fits(verb, node, phrase) for phrase in phrases.get(_lemma(verb), ())):
                return verb, undergone
        if _lemma(verb) in self._lexicon.aspect and node.dep_ == "dobj":
            return verb, False
        return self._carried_out(noun), False

    def _carried_out(self, noun: Token) -> Token | None:
        """A participle or relative clause that says who did it: "the attack *carried out* by …"."""
        for child in noun.children:
            if child.dep_ in {"acl", "relcl"} and is_passive(child) and _lemma(child) in self._light:
                return child
        return None

    def _light_fits(self, verb: Token, noun: Token, phrase: tuple[str, ...]) -> bool:
        if len(phrase) == 1:
            return noun.dep_ != "pobj"
        return self._phrase(verb, phrase) is not None and (noun.dep_ == "pobj") == (phrase[-1] in _prepositions(verb))

    def _phrase(self, verb: Token, phrase: tuple[str, ...]) -> tuple[Token, ...] | None:
        """The words of a verb phrase: the verb, then the others in their order among what depends on it; None: not there."""
        words = [verb]
        for wanted in phrase[1:]:
            place = words[-1].i
            after = verb.doc[place + 1 : place + _WINDOW]
            token = next((word for word in after if _is(word, wanted) and _belongs(word, verb, words)), None)
            if token is None and len(words) == 1:
                token = self._fronted(verb, wanted)
            if token is None:
                return None
            words.append(token)
        return tuple(sorted(words, key=lambda word: word.i))

    def _fronted(self, verb: Token, wanted: str) -> Token | None:
        """The noun of a verb phrase that stands before its verb: a passive ("a curfew was imposed") or "not" before it."""
        if wanted in {"not", "no"}:
            return child_of(verb, {"neg"})
        moved = self.clauses.object(verb) if is_passive(verb) or verb.dep_ == "relcl" else None
        while moved is not None:
            if _is(moved, wanted) and moved.i < verb.i:
                return moved
            inner = governed(moved, "of")
            moved = inner if inner is not None else conjunct(moved)
        return None

    def _noun_phrase(self, noun: Token, phrase: tuple[str, ...]) -> tuple[Token, ...] | None:
        """The words of a noun phrase around its head noun: modifiers before it ("air strike"), "of" phrases after it."""
        if phrase == (_lemma(noun),):
            return (noun,)
        if _lemma(noun) == phrase[-1] or noun.lower_ == phrase[-1]:
            before = noun.doc[max(noun.i - len(phrase) + 1, 0) : noun.i]
            if len(before) == len(phrase) - 1 and all(_is(w, p) for w, p in zip(before, phrase[:-1], strict=True)):
                return (*before, noun)
        if _lemma(noun) == phrase[0]:
            words = self._phrase(noun, phrase)
            if words is not None and words[-1].i - noun.i <= _WINDOW // 2:
                return words
        return None

    def _idiomatic(self, sentence: TokenSpan) -> frozenset[int]:
        idle: set[int] = set()
        for token in sentence:
            for phrase in (*self._idioms.get(_lemma(token), ()), *self._idioms.get(token.lower_, ())):
                run = sentence.doc[token.i : token.i + len(phrase)]
                if len(run) == len(phrase) and all(_is(w, p) for w, p in zip(run, phrase, strict=True)):
                    idle.update(range(run.start, run.end))
        return frozenset(idle)


def trigger_words(trigger: Trigger, aspect: Sequence[str]) -> tuple[Token, ...]:
    """The words that name the event, five at most, unbroken: with the light verb where both fit, else the head's own run."""
    words = list(trigger.words)
    verb = trigger.light
    if verb is not None and verb.i < trigger.head.i and not trigger.undergone and verb.lemma_ not in aspect:
        words = [verb, *words]
    first, last = min(word.i for word in words), max(word.i for word in words)
    if last - first < _LONGEST:
        return tuple(trigger.head.doc[first : last + 1])
    first, last = trigger.words[0].i, trigger.words[-1].i
    if last - first < _LONGEST:
        return tuple(trigger.head.doc[first : last + 1])
    near = [word for word in trigger.words if abs(word.i - trigger.head.i) < 2]
    return tuple(trigger.head.doc[near[0].i : near[-1].i + 1])


def _index(entries: Iterable[tuple[Act, Iterable[str]]], *, by_last: bool = False) -> dict[str, tuple[_Word, ...]]:
    """Phrases by their first word (nouns by their last too), best sense first: longer, more conditions, lexicon order."""
    table: dict[str, list[_Word]] = defaultdict(list)
    for order, (act, phrases) in enumerate(entries):
        for phrase in phrases:
            words = tuple(phrase.split())
            keys = (words[0], words[-1]) if by_last else words[:1]
            for key in dict.fromkeys(keys):
                table[key].append(_Word(act, order, words, frozenset(words) - {key}))
    return {key: tuple(sorted(words, key=_preference)) for key, words in table.items()}


def _preference(word: _Word) -> tuple[int, int, int]:
    act = word.act
    asked = bool(act.object) + bool(act.subject) + bool(act.pp) + bool(act.content_types) * 2 + bool(act.modifier)
    return (-len(word.phrase), -asked, word.order)


def _phrases(texts: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for text in texts:
        words = tuple(text.split())
        table[words[0]].append(words)
    return {key: tuple(phrases) for key, phrases in table.items()}


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _is(token: Token, wanted: str) -> bool:
    return token.lower_ == wanted or token.lemma_.lower() == wanted


def _belongs(token: Token, verb: Token, words: Sequence[Token]) -> bool:
    """Whether the word is part of the verb's phrase: a particle or preposition of it, or a noun that no other one governs."""
    if token.pos_ in {"ADP", "PART", "ADV", "SCONJ"}:
        return token.head in words
    if token.dep_ == "pobj" and token.head not in words and token.head.lower_ != "of":
        return False
    return _under(token, verb)


def _under(token: Token, verb: Token) -> bool:
    """Whether the word hangs on the verb, not on another clause's verb in between."""
    if token.dep_ in {"nsubj", "nsubjpass"} and token.head != verb:
        return False  # "entered a second week after *talks* collapsed"
    node = token
    while node != verb:
        if node.head == node or (
            node != token and node.pos_ == "VERB" and node.dep_ not in {"xcomp", "pcomp", "advcl", "acl"}
        ):
            return False
        node = node.head
    return True


def _prepositions(verb: Token) -> frozenset[str]:
    return frozenset(child.lower_ for child in verb.children if child.dep_ in {"prep", "prt", "agent"})


def _inside_name(token: Token) -> bool:
    """Whether a noun is part of a proper name ("the Revolution Square"), unless it stands in a headline all in capitals."""
    return (
        token.pos_ == "PROPN"
        and not _headline(token)
        and token.ent_type_ in {"ORG", "PERSON", "FAC", "GPE", "WORK_OF_ART", "LAW", "PRODUCT"}
    )


def _is_label(noun: Token) -> bool:
    """Whether the noun is what somebody calls something: "called the ruling a political *murder*"."""
    return noun.dep_ == "oprd" and noun.head.lemma_ in {"call", "label", "brand", "dub", "term"}


def _hidden_modifier(token: Token) -> bool:
    """Whether a singular noun stands right before a person or body that the parse fails to join it to: "and *riot* police"."""
    if token.i + 1 >= len(token.doc) or token.tag_ != "NN":
        return False
    following = token.nbor(1)
    return token.dep_ == "conj" and following.tag_ in {"NN", "NNS"} and following in set(token.ancestors)


def _headline(token: Token) -> bool:
    """Whether most words of the sentence are capitalised, so that a capital makes no name."""
    words = [word for word in token.sent if word.is_alpha and len(word) > 3]
    return len(words) > 2 and sum(word.text[0].isupper() for word in words) > 0.75 * len(words)


def _without_overlap(found: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """Each word in one trigger: of two that share a word the one with more words stays, then the earlier."""
    taken: set[int] = set()
    kept = []
    for trigger in sorted(found, key=lambda trigger: (-len(trigger.words), trigger.head.i)):
        places = {word.i for word in trigger.words}
        if not places & taken:
            taken |= places
            kept.append(trigger)
    return tuple(sorted(kept, key=lambda trigger: trigger.head.i))
