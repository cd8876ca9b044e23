"""The shape of lexicon/<language>/cues.toml: the words by which a report hands the word to somebody."""

from enum import StrEnum
from functools import cache

from variorum.lexicon.load import read_lexicon
from variorum.model.base import Record


class Frame(StrEnum):
    """Where a cue verb has its content.

    clause: a that-clause or bare clause, a parenthesis, a quotation; infinitive: "promised to …", with the person addressed
    where there is one ("urged people to …"); object: its object ("announced a curfew"); label: what it calls its object
    ("called the march a riot"); as: the same behind "as"; charge: object and its reproach ("accused them of …"); quote: only
    a quotation beside it; words: an object that itself names words or views; value: object and number ("put the toll at …");
    count: an object that is counted ("recorded forty deaths"); stance: an object that is a stance, decision or words ("defended
    the raid"); comparison: an object and what it is compared to.
    """

    CLAUSE = "clause"
    INFINITIVE = "infinitive"
    OBJECT = "object"
    LABEL = "label"
    AS = "as"
    CHARGE = "charge"
    QUOTE = "quote"
    WORDS = "words"
    VALUE = "value"
    COUNT = "count"
    STANCE = "stance"
    COMPARISON = "comparison"


class VerbCues(Record, frozen=True, kw_only=True):
    """Verbs of the same frames. `speech`: an act of saying, which can take a quotation; otherwise a state of mind."""

    frames: tuple[Frame, ...]
    speech: bool = True
    lemmas: tuple[str, ...]


class NounCues(Record, frozen=True, kw_only=True):
    """Nouns whose complement behind one of the prepositions is a content ("reports of"); `clause`: their clause too ("claim
    that", "order to").
    """

    clause: bool
    prepositions: tuple[str, ...]
    lemmas: tuple[str, ...]


class CueWords(Record, frozen=True, kw_only=True):
    """The whole lexicon; words are lower-case, lemmas as the parser gives them.

    `behind` are verbs with the preposition their content stands behind ("call for"); `sources` are prepositions that name a
    source ("according to", "per"); `source_nouns` those that do so with a possessor ("in his view"); `tally_nouns` are
    counts, which have no voice but their keeper's ("a toll from the union"); `lemma_repairs` mend base
    forms the parser gets wrong. `nobody` are pronouns of no one, who has no voice. `personal_verbs` take
    nobody but people and bodies: not `things`, nor nouns with one of the `thing_endings`, `body_nouns` excepted. `unnamed` are
    the participles by which a source asks to stay unnamed. `seeming` are verbs by which the report itself tells what only
    looks so; `survey_nouns` are sources that an "in" names. Passives of `verdict_verbs`, and "found" with one of the
    `found_states`, tell facts; under one of the `duty_modals` an attitude is only wished for. With a person or body as their
    object, verbs of `turned_to` tell of a dealing with it, not of a view. `judging` verbs say of reports whether they are so;
    `addressing` verbs cannot do without somebody who is told. What an act or thing does of the `evidencing` verbs is no saying,
    that of `finding_nouns` is. Behind an adjective of `ready` an act of saying is done: "was quick to add". `idioms` are verbs
    with a further word and the preposition their content stands behind ("take issue with"), the `guarded_idioms` among them
    only with a stance or words behind them ("take aim at"); `stance_nouns` are objects of verbs with the frame stance.
    `feelings` are verbs whose passive is a state of mind ("angered by"), `partisans` nouns for who is for or against something
    ("a critic of"). What an `evaluating` verb is done to may be words said elsewhere. `impressions` are verbs by which the
    report tells how a thing strikes it ("the town appeared calm"), `evident` states of what it takes for plain. Passives of
    `purposes` tell what something is meant for, those of `inviting` verbs what somebody is to do. `viewers` are pronouns for
    whom something is so ("to many, …"), `opinion_nouns` name a view with "in" ("in the opinion of"), `account_nouns` with "by"
    ("by his own account"). What one of the `inquiries` finds is its finding. A `receiving` verb's subject is what a reaction
    (`reactions`) of others is to: "the arrests drew criticism from lawyers". Verbs of `spreading` leave their subject's clause
    behind them ("fears grow that"). A question is open that is in one of the `open_states` or not in one of the
    `settled_states` ("it is not clear whether").
    """

    verbs: tuple[VerbCues, ...]
    behind: tuple[str, ...]
    nouns: tuple[NounCues, ...]
    lemma_repairs: dict[str, str]
    sources: frozenset[str]
    source_nouns: frozenset[str]
    tally_nouns: frozenset[str]
    statement_nouns: frozenset[str]
    issuing_verbs: frozenset[str]
    hearsay_adverbs: frozenset[str]
    hearsay_nouns: frozenset[str]
    spreading: frozenset[str]
    view_nouns: frozenset[str]
    view_passives: frozenset[str]
    speaker_pronouns: frozenset[str]
    inanimate_pronouns: frozenset[str]
    absence_nouns: frozenset[str]
    media_nouns: frozenset[str]
    unverified_verbs: frozenset[str]
    information_nouns: frozenset[str]
    object_stops: frozenset[str]
    adjectives: frozenset[str]
    adjective_prepositions: frozenset[str]
    headline_voices: frozenset[str]
    label_stops: frozenset[str]
    interview_words: frozenset[str]
    nobody: frozenset[str]
    personal_verbs: frozenset[str]
    things: frozenset[str]
    thing_endings: tuple[str, ...]
    body_nouns: frozenset[str]
    unnamed: frozenset[str]
    seeming: frozenset[str]
    survey_nouns: frozenset[str]
    verdict_verbs: frozenset[str]
    found_states: frozenset[str]
    duty_modals: frozenset[str]
    turned_to: frozenset[str]
    judging: frozenset[str]
    addressing: frozenset[str]
    evidencing: frozenset[str]
    finding_nouns: frozenset[str]
    interviewee: str
    ready: frozenset[str]
    idioms: tuple[str, ...]
    guarded_idioms: frozenset[str]
    feelings: frozenset[str]
    partisans: frozenset[str]
    evaluating: frozenset[str]
    purposes: frozenset[str]
    impressions: frozenset[str]
    inviting: frozenset[str]
    viewers: frozenset[str]
    opinion_nouns: frozenset[str]
    account_nouns: frozenset[str]
    evident: frozenset[str]
    inquiries: frozenset[str]
    receiving: frozenset[str]
    reactions: frozenset[str]
    open_states: frozenset[str]
    settled_states: frozenset[str]
    stance_nouns: frozenset[str]


@cache
def read_cues() -> CueWords:
    """The lexicon of cues, read once a process."""
    return read_lexicon("cues", CueWords)
