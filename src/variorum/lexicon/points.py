"""In which words are the questions of points put, and which words tell rival accounts of one outcome apart?"""

from functools import cache

from variorum.lexicon.load import read_lexicon
from variorum.model.base import Record


class ActPhrase(Record, frozen=True, kw_only=True):
    """An act as a noun with its article, if it takes one ("an arrest"); `of` leads in whom it is done to, `by` who does it;
    `happened` is the verb that says it came about.
    """

    noun: str
    of: str = "of"
    by: str = "by"
    happened: str = "took place"

    @property
    def bare(self) -> str:
        """The noun without its article."""
        first, _, rest = self.noun.partition(" ")
        return rest if first in ("a", "an") else self.noun


class PeopleState(Record, frozen=True, kw_only=True):
    """A state of people that reports count and no measure names; `before` and `after` are beginnings of words that say so
    before or behind the count, with the spaces they need; `nouns` name those who are in it.
    """

    name: str
    nouns: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Thing(Record, frozen=True, kw_only=True):
    """What can be destroyed or break out, whose cause accounts dispute; `words` are beginnings of words that name it. Of a
    thing that may also stand by unharmed, `happens` are beginnings of words one of which must tell that it came to harm.
    """

    name: str
    words: tuple[str, ...]
    happens: tuple[str, ...] = ()


class Cause(Record, frozen=True, kw_only=True):
    """A class of causes. `words` name it behind a word that leads a cause in ("caused by an earthquake"), `tells` say cause
    and effect in one ("was blown up"); `doers` are people by whom it is said to be started, set or done, of whom something
    else than the cause may be told behind other leads ("because police came late"); `beside` are classes that may be true
    together with it. `means`: accounts may differ in the means too.
    """

    name: str
    words: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    means: bool = False


class FirstWords(Record, frozen=True, kw_only=True):
    """Regular expressions, in small letters, by which a sentence says who began a fight: `did` follow the doer ("fired first"),
    `by` stand before ("was started by"), `when` between the fight and the doer ("clashes broke out when"), whom one of
    `attacked` must follow; `not_so` stand between doer and deed where it is denied, behind one of the `helps`.
    """

    did: tuple[str, ...]
    by: tuple[str, ...]
    when: tuple[str, ...]
    attacked: tuple[str, ...]
    not_so: tuple[str, ...]
    helps: tuple[str, ...]


class HoldingWords(Record, frozen=True, kw_only=True):
    """Regular expressions, in small letters, by which a sentence says who holds a place: `holds` and `took` follow the holder,
    `states` and `by` stand before ("remains", "under the control of"), with `adverbs` between; `whose` are words besides
    demonyms for those in whose hands it is, `nobody` for none, `sites` for a place named before ("the village").
    """

    holds: tuple[str, ...]
    took: tuple[str, ...]
    states: tuple[str, ...]
    by: tuple[str, ...]
    adverbs: tuple[str, ...]
    whose: frozenset[str]
    nobody: frozenset[str]
    sites: tuple[str, ...]


class PointLexicon(Record, frozen=True, kw_only=True):
    """Everything only points look up. `phrases` are acts as nouns, by concept; `forces` who bears arms for a state, by kind;
    `posts` are endings of nouns that name an office and not who holds it; `lasting` acts go on for days, so that their
    beginning is asked for apart; `states` are those in which people are counted beside the measures. Of causes: `things` they
    are asked of and `causes`, the first that fits; `leads` lead a cause in, of a thing told to have come to harm `happened_by`
    too; `unsure` are words by which a sentence gives none, `times` by which it is only a time, `attack_means` means of attack
    besides those of lexicon/en/event_kinds.toml. `own_deed` are regular expressions by which a denial that begins so denies a
    deed of the voice itself, `claimed_deed` by which a statement claims one, `behind` are words by which a
    sentence says who was behind it; `mutual` acts have two parties and no doer, told
    as such by words that begin with `talks`. `refusals` tell what one will not do; `vague` words open what names nobody;
    `troops` are words for an army's people, `own_people` for people of whoever speaks; `heading` are verbs for being the head
    of a body. `one_doer` acts are done by one side only; `neutral` are nouns for people of a crisis that neither praise nor
    blame. `no_fact` are words by which a statement tells of what may be or shall be, and not of what was; `unknown` that it is
    not known, `denying` are verbs by which somebody says that it was not,
    `false_news` words by which a report calls news untrue,
    `flat_denials` regular expressions for words right before a noun that say that there was none. `first` are the words by
    which a sentence says who began a fight, `holding` who holds a place. `victory` opens what one who claims to have won
    claims, `own_victory` are regular expressions for saying so in the first person. No text without one of the
    `winner_hints` tells who won.
    """

    first: FirstWords
    holding: HoldingWords
    own_deed: tuple[str, ...]
    claimed_deed: tuple[str, ...]
    behind: tuple[str, ...]
    mutual: tuple[str, ...]
    talks: tuple[str, ...]
    refusals: tuple[str, ...]
    vague: frozenset[str]
    troops: tuple[str, ...]
    heading: frozenset[str]
    own_people: frozenset[str]
    one_doer: tuple[str, ...]
    neutral: tuple[str, ...]
    no_fact: tuple[str, ...]
    unknown: tuple[str, ...]
    denying: tuple[str, ...]
    false_news: tuple[str, ...]
    flat_denials: tuple[str, ...]
    rival_means: tuple[tuple[str, str], ...]
    victory: tuple[str, ...]
    own_victory: tuple[str, ...]
    declared: tuple[str, ...]
    winner_hints: tuple[str, ...]
    leads: tuple[str, ...]
    happened_by: tuple[str, ...]
    again: tuple[str, ...]
    alive: tuple[str, ...]
    deeds: tuple[tuple[str, ...], ...]
    attack_means: dict[str, tuple[str, ...]]
    unsure: tuple[str, ...]
    times: tuple[str, ...]
    things: tuple[Thing, ...]
    causes: tuple[Cause, ...]

    states: tuple[PeopleState, ...]

    posts: tuple[str, ...]
    lasting: tuple[str, ...]
    forces: dict[str, tuple[str, ...]]
    phrases: dict[str, ActPhrase]


@cache
def load_points() -> PointLexicon:
    """The English words of points."""
    return read_lexicon("points", PointLexicon)
