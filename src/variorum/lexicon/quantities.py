"""Which words state a quantity, and which say what it counts?"""

from collections.abc import Mapping

from variorum.lexicon.load import read_lexicon
from variorum.model.base import Record
from variorum.model.terms import Measure


class NumeralWords(Record, frozen=True, kw_only=True):
    """Words and letters that make numbers; a vague word stands for the range it is given."""

    teens_and_units: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    scale_letters: Mapping[str, int]
    doubtful_scale_letters: frozenset[str]
    fractions: Mapping[str, float]
    vague: Mapping[str, tuple[int, int]]
    loose: Mapping[str, tuple[int, int]]
    multiples: Mapping[str, int]


class BoundWords(Record, frozen=True, kw_only=True):
    """Phrases beside a number that open or soften it; `plain` ones stand there and change nothing,
    and those of `between` stand between number and noun.
    """

    above: tuple[str, ...]
    from_: tuple[str, ...]
    below: tuple[str, ...]
    up_to: tuple[str, ...]
    about: tuple[str, ...]
    plain: tuple[str, ...]
    between: frozenset[str]
    from_after: tuple[str, ...]
    up_to_after: tuple[str, ...]
    about_after: tuple[str, ...]


class UnitWords(Record, frozen=True, kw_only=True):
    """Units of money, time and measure. Keys are as written, values the unit's name in the singular."""

    percent: frozenset[str]
    symbols: Mapping[str, str]
    currencies: frozenset[str]
    durations: Mapping[str, str]
    signs: Mapping[str, str]
    measures: frozenset[str]
    ages: tuple[str, ...]
    persons: frozenset[str]


class ExclusionWords(Record, frozen=True, kw_only=True):
    """Surroundings in which a number is no quantity: labels, dates, addresses, years."""

    labels: frozenset[str]
    months: tuple[str, ...]
    streets: frozenset[str]
    year_low: int
    year_high: int
    recent: int
    time_words: frozenset[str]
    never_one: frozenset[str]
    deictics: frozenset[str]
    age_limits: frozenset[str]
    located: frozenset[str]
    one_idioms_before: frozenset[str]
    one_idioms_after: frozenset[str]


class PeopleWords(Record, frozen=True, kw_only=True):
    """Lemmas of nouns for people, and those that say by themselves what the people counted are.

    `few`: a word for two or three persons together → how many.
    """

    nouns: frozenset[str]
    troops: frozenset[str]
    participants: frozenset[str]
    attackers: frozenset[str]
    attackers_in_action: frozenset[str]
    groups: frozenset[str]
    few: dict[str, int]
    collectives: frozenset[str]
    counted_for_people: frozenset[str]


class MeasureCues(Record, frozen=True, kw_only=True):
    """Words that say that a figure is of one measure.

    `object_verbs` count what they are done to, `subject_verbs` who does them; `act_nouns` take the counted with "of";
    `count_nouns` are counted themselves; `states` follow or describe the counted; `toll` names a running count.
    """

    measure: Measure
    object_verbs: frozenset[str]
    subject_verbs: frozenset[str]
    act_nouns: frozenset[str]
    count_nouns: frozenset[str]
    states: frozenset[str]
    toll: frozenset[str]
    adverbs: frozenset[str]


class ContextWords(Record, frozen=True, kw_only=True):
    """Words around a figure that decide its measure where no cue governs it (lemmas)."""

    send_verbs: frozenset[str]
    stay_verbs: frozenset[str]
    protest_nouns: frozenset[str]
    protest_places: frozenset[str]
    price_nouns: frozenset[str]
    cost_verbs: frozenset[str]
    change_words: frozenset[str]
    rise_words: frozenset[str]
    sentence_verbs: frozenset[str]
    sentence_nouns: frozenset[str]
    vote_nouns: frozenset[str]
    vote_verbs: frozenset[str]
    shoot_verbs: frozenset[str]
    including_words: frozenset[str]
    cumulative_words: tuple[str, ...]
    lose_life_verbs: frozenset[str]
    kin: frozenset[str]
    own_pronouns: frozenset[str]
    listing_verbs: frozenset[str]
    zero_determiners: frozenset[str]
    zero_pronouns: frozenset[str]
    more_words: frozenset[str]
    bare_predicates: frozenset[str]
    joining_verbs: frozenset[str]
    resolve_verbs: frozenset[str]
    goods: frozenset[str]
    term_words: frozenset[str]
    ballots: frozenset[str]
    turnout_nouns: frozenset[str]
    link_words: frozenset[str]
    aside_words: frozenset[str]
    among_words: frozenset[str]
    toll_links: frozenset[str]
    set_alight: tuple[str, ...]
    deadly_words: frozenset[str]
    deadly_adjectives: frozenset[str]
    unreal_adjectives: frozenset[str]
    past_words: frozenset[str]
    joining_words: frozenset[str]
    transport_verbs: frozenset[str]
    casualty_nouns: frozenset[str]
    unreal_modals: frozenset[str]
    unreal_verbs: frozenset[str]
    suffer_verbs: frozenset[str]
    harm_nouns: frozenset[str]
    conditions: frozenset[str]
    may_words: frozenset[str]
    remains: frozenset[str]
    hit_verbs: frozenset[str]
    value_verbs: frozenset[str]
    number_nouns: frozenset[str]
    revising_verbs: frozenset[str]
    naming_verbs: frozenset[str]
    own_hand_verbs: frozenset[str]
    reflexives: frozenset[str]
    home_losing_verbs: frozenset[str]
    homes: frozenset[str]
    capture_nouns: frozenset[str]
    undoing_verbs: frozenset[str]
    declaring_verbs: frozenset[str]
    projectiles: frozenset[str]
    body_parts: frozenset[str]


class Quantities(Record, frozen=True, kw_only=True):
    """The lexicon of quantities."""

    numerals: NumeralWords
    bounds: BoundWords
    units: UnitWords
    exclusions: ExclusionWords
    people: PeopleWords
    measures: tuple[MeasureCues, ...]
    context: ContextWords


def read_quantities() -> Quantities:
    """The lexicon `quantities`, validated."""
    return read_lexicon("quantities", Quantities)
