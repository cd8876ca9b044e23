"""What does English say of events? Acts by PLOVER class, the words that name them, and who is who around those words.

Words are lemmas in lower case; a phrase is its lemmas in the order they stand in ("step down", "take to street"), other
words may stand between. A path says where an argument stands, from the trigger outwards, steps parted by "/":

- `subject`, `object`, `dative`: logical arguments of a verb (the agent of a passive is its subject);
- `content`: the clause that a verb takes ("urged people *to go home*"); a preposition: what it governs;
- `poss`: a possessor; `amod`: a demonym or name that modifies a noun ("*Turkish* troops"); `light`: the subject of the verb
  that lends a noun its force ("*students* staged a protest"); `light-object`: its object; `pair`: what is joined by "and".
"""

from functools import cache

import msgspec

from variorum.lexicon.load import read_lexicon
from variorum.model.terms import EventType


class WordClass(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A class of words by meaning: its lemmas, the model's entity labels that belong to it, and classes it includes."""

    lemmas: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    includes: tuple[str, ...] = ()


class Act(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sense: the act, its words, the conditions under which the words have this sense, and where its arguments stand.

    `object`, `subject`, `modifier`, `pp` (`noun_pp` for its nouns) ask for one of their classes ("to:place": a place after
    "to"; "to": anything); those ending in `_not` forbid theirs. `transitive`: a verb needs an object (True) or must have
    none (False). `content_types`: the clause, or the noun, that the word governs names an event of one of these classes;
    with `ahead` it must be yet to come ("said it *would* …"). `labile`: verbs that also stand without an object, told of
    their subject, so that a bare "crowds dispersed" is no passive. `modals`: by which a voice asks for what the verb says
    ("troops *must* leave"). `mandative`: the clause says what must be done ("insists that he *resign*"), not what is so.
    """

    concept: str
    type: EventType
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    modals: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    object_not: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    subject_not: tuple[str, ...] = ()
    transitive: bool | None = None
    labile: bool = False
    ahead: bool = False
    mandative: bool = False
    pp: tuple[str, ...] = ()
    noun_pp: tuple[str, ...] = ()
    content_types: tuple[EventType, ...] = ()
    modifier: tuple[str, ...] = ()
    modifier_not: tuple[str, ...] = ()
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ("object",)
    noun_actor: tuple[str, ...] = ("light", "by", "poss", "amod")
    noun_recipient: tuple[str, ...] = ("against", "on", "of")


class EventLexicon(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All acts in order of preference, and the words around them.

    `light`: verbs that only lend a noun its force, with or without a preposition; `undergo`: those whose subject suffers
    the noun's act; `aspect`: those by which their subject begins or goes on with a noun's act (who ends it need not be who
    does it). `subject_control`: verbs whose subject does what the infinitive says, though an object stands by;
    `charging`: verbs whose object does what stands behind their preposition ("accused them *of killing*"). `idioms`:
    phrases whose words name no event there. `parts`: nouns that stand for what they are a part of ("a *group* of people").
    """

    classes: dict[str, WordClass]
    light: tuple[str, ...]
    undergo: tuple[str, ...]
    aspect: tuple[str, ...]
    subject_control: frozenset[str]
    charging: frozenset[str]
    idioms: tuple[str, ...]
    parts: frozenset[str]
    acts: tuple[Act, ...]


class EventKinds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How events of a concept are told apart, for joining accounts of one event.

    `families`: concepts under which one event may be told; a concept that stands in none is its own. `recurring`: families
    that happen in many places in one crisis, so that sharing a country says little; `wide`: those whose bare name tells of
    the whole wave ("the protests"). `once`: families that happen to the same one only once in a while, so that the same
    one, named, is near proof; `final`: those that happen but once. `told_by`: families whose actor makes the event (a
    promise, a visit): another actor, another event. `bearer`: concepts whose actor is the one it happens to. `harm`: families
    that count their victims, of which a crisis may see many on one day in one city; `means`: how harm is done, with the
    beginnings of the words that say so; `turns`: words at the head of a sentence that turn to another event;
    `adds`: words that put an event on top of another; `plain`: words that stand in news of any event.
    """

    families: dict[str, tuple[str, ...]]
    recurring: frozenset[str]
    wide: frozenset[str]
    once: frozenset[str]
    final: frozenset[str]
    told_by: frozenset[str]
    bearer: frozenset[str]
    harm: frozenset[str]
    means: dict[str, tuple[str, ...]]
    turns: tuple[str, ...]
    adds: frozenset[str]
    plain: frozenset[str]


@cache
def load_event_kinds() -> EventKinds:
    """The English knowledge of how events are told apart."""
    return read_lexicon("event_kinds", EventKinds)
