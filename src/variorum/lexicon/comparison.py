"""What the comparison of accounts knows of language: populations, once-only acts, manners, labels, topics."""

from functools import cache

from variorum.lexicon.load import read_lexicon
from variorum.model.base import Record
from variorum.model.terms import Measure, RoleStatus


class Population(Record, frozen=True, kw_only=True):
    """A kind of people or things counted apart from others; `heads` are singular head nouns that name it."""

    name: str
    heads: tuple[str, ...]


class ManneredAct(Record, frozen=True, kw_only=True):
    """A way in which an outcome is told: the acts (lexicon/en/events.toml `concept`) that tell it so, who undergoes it
    (`actor` or `recipient` of the act, or `either`), and how a reading says it. Of `words`, beginnings of words, where there
    are any one must stand in the clause; of several manners that fit the first holds.
    """

    says: str
    concepts: tuple[str, ...]
    undergoer: str
    words: tuple[str, ...] = ()


class ToldStanding(Record, frozen=True, kw_only=True):
    """A manner told by a statement of who holds an office: its status, and beginnings of words one of which must stand in it."""

    says: str
    status: RoleStatus
    words: tuple[str, ...]


class Outcome(Record, frozen=True, kw_only=True):
    """One outcome that can be told in several manners; two manners of one list in `exclusive` cannot both be true.

    `topic` asks for the manner, with `{who}` for the one it happened to. `persons`: it happens to persons only; `once`: only
    once to each; `lasting` manners say how things stand when it is told, and nothing of what comes after;
    `standings` tell a manner by an office held or lost.
    """

    name: str
    topic: str
    manners: tuple[ManneredAct, ...]
    exclusive: tuple[tuple[str, ...], ...] = ()
    gravity: float = 0.6
    persons: bool = False
    once: bool = False
    lasting: tuple[str, ...] = ()
    standings: tuple[ToldStanding, ...] = ()


class LabelClass(Record, frozen=True, kw_only=True):
    """Nouns by which accounts name the people of a crisis, by the stance the word takes."""

    stance: str
    heads: tuple[str, ...]


class Topic(Record, frozen=True, kw_only=True):
    """A subject on which statements are compared; `stems` are beginnings of words that touch it. `fact`: a matter of fact, on
    which one who affirms and one who denies of the same party contradict each other; `sole`: there is one such
    matter in a crisis, whatever party is named. `by_state`: a denial by a body of
    the state speaks of any account that names no other country. `opposite` are beginnings of words that say it was not so.
    """

    name: str
    stems: tuple[str, ...]
    gravity: float = 0.5
    fact: bool = False
    sole: bool = False
    by_state: bool = False
    opposite: tuple[str, ...] = ()


class ComparisonLexicon(Record, frozen=True, kw_only=True):
    """Everything the comparisons look up.

    Measures: `growing` ones only ever rise while a crisis goes on; `local` ones have figures that speak of one spot;
    `no_things` are units of which no things are counted;
    `gravity` weighs them from 0 to 1, `act_gravity` classes of events.
    Acts: `once` are done once by the same participants in a crisis, so accounts of different days speak of the same act;
    of those `by_pair` are marked by doer and recipient together, `by_country` by the country alone; `demands` have a content
    that someone asks for; `moves` are comings and goings; `leaving` are verbs that say one went away from where one was,
    `dwelling` verbs that say where one lives, be one there now or not;
    `asking` are words that open a question told, which states nothing.
    Subjects: `group_heads` are nouns whose "of" phrase names the people, `breaks` end the head of a noun phrase,
    `counted_apart` are populations that reports count apart even within one event, `dead_apart` those whose dead
    they count apart in a crisis at large, `additive` words put a count on top of
    another, `sums_up` words say that a count sums up a crisis, `spans` that it counts over a time; `at_odds` words lay
    one toll beside another; `superseded` words tell a toll as an earlier one, `risen` as one that has grown.
    Offices: `offices` are the kinds, first fit first, with words that name them; `exclusive_offices` those that one person
    holds at a time; `local_offices` those of which every city or region has one.
    """

    growing: tuple[Measure, ...]
    gravity: dict[Measure, float]
    act_gravity: dict[str, float]
    once: tuple[str, ...]
    by_pair: tuple[str, ...]
    demands: tuple[str, ...]
    by_country: tuple[str, ...]
    moves: tuple[str, ...]
    leaving: tuple[str, ...]
    dwelling: tuple[str, ...]
    asking: tuple[str, ...]
    local: tuple[Measure, ...]
    no_things: frozenset[str]
    additive: tuple[str, ...]
    sums_up: tuple[str, ...]
    spans: tuple[str, ...]
    superseded: tuple[str, ...]
    risen: tuple[str, ...]
    at_odds: tuple[str, ...]
    group_heads: tuple[str, ...]
    determiners: tuple[str, ...]
    breaks: tuple[str, ...]
    irregular_plurals: dict[str, str]
    populations: tuple[Population, ...]
    counted_apart: tuple[str, ...]
    dead_apart: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    labels: tuple[LabelClass, ...]
    topics: tuple[Topic, ...]
    exclusive_offices: tuple[str, ...]
    local_offices: tuple[str, ...]
    offices: dict[str, tuple[str, ...]]


@cache
def load_comparison() -> ComparisonLexicon:
    """The English lexicon of comparison."""
    return read_lexicon("comparison", ComparisonLexicon)
