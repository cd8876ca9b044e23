"""Who does it and to whom? Follows the paths that an act's lexicon entry gives, from the trigger outwards."""

from collections.abc import Callable

from spacy.tokens import Token

from variorum.annotate.event_parse import (
    NOUNS,
    VERBS,
    Clauses,
    agent,
    ancestors,
    child_of,
    conjunct,
    content,
    counted_before,
    governed,
    is_passive,
    named_modifier,
)
from variorum.annotate.event_senses import Senses
from variorum.annotate.event_triggers import Trigger
from variorum.annotate.noun_phrases import noun_phrase
from variorum.annotate.speakers_meant import speaker_meant
from variorum.lexicon.events import Act
from variorum.model.base import Record, Span
from variorum.model.terms import ArgumentBasis, EventType

_DROPPED = frozenset({"it", "there", "this", "that", "which", "what", "who", "whom", "none", "nobody", "nothing"})


_SUFFERED = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.ACCUSE, EventType.THREATEN, EventType.REQUEST}
)
"""Classes of events that one can suffer or face: what happens to the subject of "came under", "faces"."""


def _reciprocal(token: Token) -> bool:
    """Whether the word is that of "each other", "one another", who are the other party named."""
    before = token.nbor(-1).lower_ if token.i else ""
    return (before, token.lower_) in {("each", "other"), ("one", "another")}


def _likened(noun: Token) -> bool:
    """Whether the noun only says what something is like: "shot at like *rabbits*"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in {"like", "unlike"}


def _by_means(noun: Token) -> bool:
    """Whether a bare noun behind "by" says by what means something was done: "rescued by *helicopter*"."""
    return noun.tag_ == "NN" and noun.dep_ == "pobj" and noun.head.lower_ == "by" and not any(noun.children)


def _without(span: Span, noun: Token, words: tuple[Token, ...]) -> Span:
    """The noun phrase without words of the trigger that open or end it: "shot *dead* nine men"."""
    for word in words:
        if word.idx == span.start and word.i < noun.i:
            span = Span(start=word.nbor(1).idx, end=span.end)
    last = next((word for word in words if word.idx + len(word) == span.end and word.i > noun.i), None)
    if last is not None and last.nbor(-1).tag_ == "NNS" and last.tag_ == "NN":
        return Span(start=span.start, end=last.nbor(-1).idx + len(last.nbor(-1)))  # "dozens of guests *hostage*"
    if noun in words and noun.idx > span.start and noun.nbor(-1).tag_ in {"NN", "NNS"}:
        span = Span(start=span.start, end=noun.nbor(-1).idx + len(noun.nbor(-1)))  # "took nine clerks *hostage*"
    return span


class Argument(Record, frozen=True, kw_only=True):
    """A participant: its head word's place, its noun phrase, and how far from the trigger it stands."""

    head: int
    span: Span
    basis: ArgumentBasis


class Arguments:
    """Finds actor and recipient of triggers."""

    def __init__(
        self,
        clauses: Clauses,
        senses: Senses,
        act_of: Callable[[Token], Act | None],
        type_of: Callable[[Token], Act | None],
    ) -> None:
        self._clauses = clauses
        self._act_of = act_of
        self._type_of = type_of
        self._senses = senses

    def of(self, trigger: Trigger) -> tuple[Argument | None, Argument | None]:
        """Actor and recipient; either None where the text around the trigger does not say. Never one word for both."""
        act, verbal = trigger.act, trigger.head.pos_ in VERBS
        actors, recipients = (
            (act.actor, act.recipient) if verbal or trigger.head.pos_ == "ADJ" else (act.noun_actor, act.noun_recipient)
        )
        if trigger.undergone:
            suffered = act.type in _SUFFERED
            actors, recipients = ("by", "from", "light-by"), ("light",) if suffered else ()
        actor = self._first(trigger, actors, None)
        recipient = self._first(trigger, recipients, actor)
        if verbal and recipient is None and self._headline(trigger, actor):
            actor, recipient = None, actor if "object" in recipients else None
        counted = counted_before(trigger.head)
        if counted is not None and recipients and "subject" in trigger.act.recipient:
            recipient = counted
        paired = actor is not None and recipient is not None and conjunct(actor) == recipient
        return self._argument(trigger, actor, joined=not paired), self._argument(trigger, recipient)

    def of_demand(self, trigger: Trigger, voice: Span) -> tuple[Argument, Argument | None]:
        """Who asks, the voice of the claim that the demand stands in, and of whom, the clause's subject."""
        asked = self._clauses.surface(trigger.head)
        asker = Argument(head=trigger.head.i, span=voice, basis=ArgumentBasis.SENTENCE)
        told = asked is not None and asked.lower_ not in _DROPPED and asked.pos_ in NOUNS
        return asker, self._argument(trigger, asked) if told else None

    def _headline(self, trigger: Trigger, actor: Token | None) -> bool:
        """A passive that has lost its auxiliary: a verb that must have an object has none, and its subject is of that kind."""
        head, act = trigger.head, trigger.act
        if actor is None or len(trigger.words) > 1 or is_passive(head):
            return False
        lifeless = (
            act.transitive is True and not actor.ent_type_ and not self._senses.belongs(actor, ("body", "nature"))
        )
        fits = lifeless or self._senses.belongs(actor, act.object or ("person", "building"))
        return fits and self._senses.bare_passive(head, act) and child_of(head, {"nsubj"}) == actor

    def _first(self, trigger: Trigger, paths: tuple[str, ...], taken: Token | None) -> Token | None:
        for path in paths:
            path, _, wanted = path.partition(":")
            if trigger.act.type is EventType.REQUEST and not self._is_asked(trigger, path):
                continue
            token: Token | None = trigger.head
            for step in path.split("/"):
                token = self._step(trigger, token, step) if token is not None else None
            if token is None or token == trigger.head or token == taken:
                continue
            if trigger.act.type is not EventType.PROTEST and _likened(token):
                continue
            if token in trigger.words and not (path == "object" and self._is_taken(trigger, token)):
                continue
            if taken is not None and token.tag_ == "PRP$" and token.head in trigger.words:
                continue  # "expressed *his* condolences": the doer's own
            token = speaker_meant(token) or token
            token = self._agent(trigger, token) if paths == trigger.act.actor else token
            if (
                token is None
                or token.lower_ in _DROPPED
                or _reciprocal(token)
                or token.ent_type_ in {"DATE", "TIME"}
                or token.pos_ not in NOUNS | {"ADJ"}
            ):
                continue
            if not wanted or self._senses.belongs(token, (wanted,)):
                return token
        return None

    def _is_taken(self, trigger: Trigger, token: Token) -> bool:
        """Whether a word of the phrase is who suffers it: "took nine *hostages*"."""
        return trigger.act.type is EventType.COERCE and self._senses.belongs(token, ("person",))

    def _is_asked(self, trigger: Trigger, path: str) -> bool:
        """Whether the path of a demand leads to who is asked: "of" names who is to resign or withdraw, yet those to be freed
        in "demanded the release *of prisoners*".
        """
        first, _, last = path.partition("/")
        if path == "object" and any(way.startswith("object/of") for way in trigger.act.recipient):
            thing = self._clauses.object(trigger.head) if trigger.head.pos_ in VERBS else None
            return thing is None or self._senses.belongs(thing, ("person", "body", "state"))
        if last != "of":
            return True
        thing = child_of(trigger.head, {"dobj"}) if first == "object" else governed(trigger.head, first)
        act = self._act_of(thing) if thing is not None else None
        return (
            act is None or "of" in act.noun_actor or act.concept == "dismiss"
        )  # "demanded the removal *of the mayor*"

    def _agent(self, trigger: Trigger, token: Token) -> Token | None:
        """Who acts where the subject is itself an event ("*Syrian* raids killed …") or a weapon, or where a participle hangs
        on the victim of another act ("ambushed a patrol, killing …"); None where the words do not say.
        """
        if self._senses.belongs(token, ("means",)) and is_passive(trigger.head):
            return governed(token, "of")  # "was frozen by order *of a court*"
        if _by_means(token) and not self._senses.belongs(token, ("body",)):
            return None
        if token.pos_ == "NOUN" and self._act_of(token) is not None:
            doer = child_of(token, {"poss"}) or governed(token, "by") or named_modifier(token)
            return doer if doer is not None and self._senses.belongs(doer, ("body", "troops")) else None
        if self._senses.belongs(token, ("weapon", "vehicle-bomb", "missile", "ground")):
            return None
        if trigger.act.type is EventType.ASSAULT and (self._senses.belongs(token, ("nature",)) or self._is_site(token)):
            return None  # "the bombing of the *market* that killed nine"
        if trigger.head.dep_ == "acl" and trigger.head.tag_ == "VBG":
            verb = next((node for node in ancestors(token) if node.pos_ == "VERB"), None)
            thing = token.dep_ == "dobj" and trigger.act.type is EventType.ASSAULT
            if verb is not None and (thing or not self._senses.belongs(token, ("body",))):
                return self._clauses.subject(verb)
        return token

    def _is_site(self, token: Token) -> bool:
        building = not token.ent_type_ and self._senses.belongs(token, ("building",))
        return building and not self._senses.belongs(token, ("body", "troops"))

    def _step(self, trigger: Trigger, token: Token, step: str) -> Token | None:
        if step == "subject":
            return self._subject(token)
        if step == "object":
            return self._object(trigger, token)
        if step == "dative":
            return child_of(token, {"dative"})
        if step == "content":
            return content(token)
        if step == "poss":
            return child_of(token, {"poss"})
        if step == "amod":
            return named_modifier(token) or self._force(token)
        if step == "pair":
            return conjunct(token)
        if step.startswith("light"):
            return self._light(trigger, step)
        noun = governed(token, step)
        return noun if noun is not None else self._governed_by_words(trigger, token, step)

    def _force(self, noun: Token) -> Token | None:
        """A body of force that modifies the noun: "a *police* crackdown", "*army* shelling"."""
        forces = (child for child in noun.children if child.dep_ in {"compound", "nmod"})
        return next((child for child in forces if self._senses.belongs(child, ("officer", "troops"))), None)

    def _subject(self, token: Token) -> Token | None:
        if token.pos_ == "ADJ" and any(child.dep_ == "auxpass" for child in token.children):
            return child_of(token, {"nsubjpass", "nsubj"})
        if token.pos_ == "ADJ" and token.head.pos_ in VERBS:
            small = child_of(token, {"nsubj"})
            return small or (
                self._clauses.object(token.head) if token.dep_ == "oprd" else self._clauses.surface(token.head)
            )
        return self._clauses.subject(token) if token.pos_ in VERBS else None

    def _object(self, trigger: Trigger, token: Token) -> Token | None:
        if token.pos_ not in VERBS:
            return None
        ahead = self._type_of(token) if token != trigger.head else None
        if ahead is not None and ahead.recipient[:1] != ("object",):
            return self._of_content(token, ahead)
        return self._clauses.object(token)

    def _of_content(self, verb: Token, act: Act) -> Token | None:
        """Who is to suffer what the clause names, by that act's own paths: "threatened to send troops against *rebels*"."""
        for path in act.recipient:
            steps, _, wanted = path.partition(":")
            node: Token | None = verb
            for step in steps.split("/"):
                if node is None:
                    break
                node = self._clauses.object(node) if step == "object" else self._plain_step(node, step)
            if node is not None and (not wanted or self._senses.belongs(node, (wanted,))):
                return node
        return None

    def _plain_step(self, token: Token, step: str) -> Token | None:
        if step == "dative":
            return child_of(token, {"dative"})
        return content(token) if step == "content" else governed(token, step)

    def _governed_by_words(self, trigger: Trigger, token: Token, step: str) -> Token | None:
        """What a preposition that hangs on another word of the phrase governs: "set fire *to* …", "took control *of* …"."""
        if token != trigger.head:
            return None
        for word in trigger.words:
            noun = governed(word, step) if word != token else None
            if noun is not None:
                return noun
        return None

    def _light(self, trigger: Trigger, step: str) -> Token | None:
        verb = trigger.light
        if verb is None:
            return None
        above = self._act_of(verb) if trigger.act.type is not EventType.REQUEST else None
        if above is not None and above.type is EventType.REQUEST:
            return None  # who calls for a release does not release
        if step == "light-by":
            return agent(verb)
        if verb.dep_ in {"acl", "relcl"} and verb.head == trigger.head:
            doer = agent(verb) if is_passive(verb) else self._clauses.subject(verb)
            return doer if doer != trigger.head else None
        return self._clauses.surface(verb) if trigger.undergone else self._clauses.subject(verb)

    def _argument(self, trigger: Trigger, token: Token | None, *, joined: bool = True) -> Argument | None:
        if token is None:
            return None
        near = token.sent.start == trigger.head.sent.start
        span = (
            _without(noun_phrase(token, joined=joined), token, trigger.words)
            if token.pos_ != "ADJ"
            else Span(start=token.idx, end=token.idx + len(token))
        )
        distance = ArgumentBasis.CLAUSE if near and abs(token.i - trigger.head.i) < 12 else ArgumentBasis.SENTENCE
        return Argument(head=token.i, span=span, basis=distance)
