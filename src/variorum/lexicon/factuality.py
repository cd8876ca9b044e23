"""The shape of lexicon/<language>/factuality.toml: the words that say whether what is told of happened, and how surely."""

from enum import StrEnum

from variorum.model.base import Record
from variorum.model.terms import Certainty


class Effect(StrEnum):
    """What a word does to the event or statement it takes as its complement.

    assert: it is told (its denial leaves it open); deny: it is told not to be so; fact: it is taken for granted;
    entail: it holds where the word holds ("managed to"); exclude: it fails where the word holds ("failed to");
    plan: it is wanted, promised, ordered; try: it is attempted; believe, fear, doubt, ask: it is held probable, possible,
    unlikely, open.
    """

    ASSERT = "assert"
    DENY = "deny"
    FACT = "fact"
    ENTAIL = "entail"
    EXCLUDE = "exclude"
    PLAN = "plan"
    TRY = "try"
    BELIEVE = "believe"
    FEAR = "fear"
    DOUBT = "doubt"
    ASK = "ask"


class Embedder(Record, frozen=True, kw_only=True):
    """Words of one effect. A verb with a particle is "rule out"; a complement behind a preposition, "accuse +of"."""

    effect: Effect
    lemmas: tuple[str, ...]


class Modal(Record, frozen=True, kw_only=True):
    """Auxiliaries that make an event planned, or less than certain."""

    lemmas: tuple[str, ...]
    certainty: Certainty
    planned: bool


class Modifier(Record, frozen=True, kw_only=True):
    """Adverbs, or adjectives on the noun of an event, that lower its certainty, put it off or undo it."""

    words: tuple[str, ...]
    certainty: Certainty = Certainty.CERTAIN
    planned: bool = False
    negative: bool = False


class FactualityWords(Record, frozen=True, kw_only=True):
    """The whole lexicon; words are lower-case, lemmas as the parser gives them."""

    negators: frozenset[str]
    negative_determiners: frozenset[str]
    negative_pronouns: frozenset[str]
    negative_prepositions: frozenset[str]
    negative_frames: frozenset[str]
    exceptives: frozenset[str]
    scope_breakers: frozenset[str]
    conditional_marks: frozenset[str]
    perception: frozenset[str]
    occurrence: frozenset[str]
    verification: frozenset[str]
    content_nouns: frozenset[str]
    rejections: frozenset[str]
    false_adjectives: frozenset[str]
    true_adjectives: frozenset[str]
    true_verbs: frozenset[str]
    truths: frozenset[str]
    commands: frozenset[str]
    blaming: frozenset[str]
    unverified: frozenset[str]
    hearsay_passives: frozenset[str]
    wanted: frozenset[str]
    modals: tuple[Modal, ...]
    adverbs: tuple[Modifier, ...]
    adjectives: tuple[Modifier, ...]
    verbs: tuple[Embedder, ...]
    nouns: tuple[Embedder, ...]
    predicates: tuple[Embedder, ...]
