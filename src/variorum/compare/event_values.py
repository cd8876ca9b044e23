"""How do two accounts of one event stand to each other in its time, place, doer and manner?"""

from dataclasses import dataclass

from variorum.compare.verdicts import Comparison, agree, contradict, differ
from variorum.model.edtf import contains, overlaps, read_edtf
from variorum.model.terms import Polarity, Realis

_DAYS = 3
"""Accounts of one outcome may give days as far apart as this: what was done once is also dated by when it became known."""


@dataclass(frozen=True)
class When:
    """A day or period an account gives; `once`: the act is done once, so two days cannot both be right."""

    edtf: str
    once: bool = False


@dataclass(frozen=True)
class Where:
    """A place an account gives: entity or folded words, and its country; `whole` if it is a country itself."""

    place: str
    country: str | None = None
    whole: bool = False
    name: str = ""


@dataclass(frozen=True)
class Who:
    """Who an account says took part: entities or folded words, and, of an act that one side only does, the
    populations they belong to.
    """

    doers: frozenset[str]
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Manner:
    """How an account says an outcome came about, on which day if it says so, and the event it is one account of. `until` is
    the last day for which it speaks, where it says how things stand; `told` the day it was told.
    """

    says: str
    exclusive: tuple[tuple[str, ...], ...] = ()
    date: str | None = None
    event: str | None = None
    until: str | None = None
    told: str | None = None


@dataclass(frozen=True)
class Fact:
    """Whether an account says that something was so."""

    polarity: Polarity
    realis: Realis
    date: str | None = None

    @property
    def denied(self) -> bool:
        """It is said not to have been."""
        return self.realis is Realis.DENIED

    @property
    def stated(self) -> bool:
        """It is said to have been, by the report or by a voice."""
        return not self.denied and self.realis in (Realis.ACTUAL, Realis.ASSERTED)


def compare_times(left: When, right: When) -> Comparison:
    """Two times of one event agree where one lies in the other or they overlap; else they contradict if the act is one that
    is done once, and differ if it may have been repeated or gone on.
    """
    if not left.edtf or not right.edtf:
        return agree("both say so, not both on which day")
    both = f"{left.edtf} and {right.edtf}"
    if left.edtf == right.edtf:
        return agree(f"both say {left.edtf}")
    if contains(left.edtf, right.edtf) or contains(right.edtf, left.edtf) or overlaps(left.edtf, right.edtf):
        return agree(f"{both}: the same at the coarser precision")
    if left.once and right.once and not _adjoining(left.edtf, right.edtf):
        return contradict(f"{both}: the act was done once, and not at both times")
    return differ(f"{both}: not the same, yet it may have gone on, or have been told from another side of midnight")


def _adjoining(left: str, right: str) -> bool:
    """Neighbouring days: an event of the night may be told under either."""
    a, b = read_edtf(left), read_edtf(right)
    return a is not None and b is not None and (a.end == b.start or b.end == a.start)


def compare_places(left: Where, right: Where) -> Comparison:
    """Two places of one event agree where they are the same or one is the country of the other, else they differ: an event
    of a crisis may have had several places.
    """
    if left.place == right.place:
        return agree(f"both say {left.name}")
    if left.country and left.country == right.country and (left.whole or right.whole):
        return agree(f"{left.name} and {right.name}: one lies in the other")
    return differ(f"{left.name} and {right.name}: not the same place")


def compare_doers(left: Who, right: Who) -> Comparison:
    """Two accounts of who took part agree where they name the same, else they differ: one may name more than the other. Of an
    act of one side only they contradict where each names people of another kind.
    """
    if left.doers == right.doers:
        return agree("both name the same")
    if left.doers & right.doers:
        return differ("they share some names, and one gives others besides")
    if left.kinds and right.kinds and not left.kinds & right.kinds:
        return contradict(f"{_listed(left.kinds)} and {_listed(right.kinds)}: one side only can have done it")
    return differ("they name others")


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))


def compare_manners(left: Manner, right: Manner) -> Comparison:
    """Two manners of one outcome agree where they are the same, contradict where the lexicon says both cannot be."""
    if left.says == right.says:
        return agree(f"both say {left.says}")
    both = f"“{left.says}” and “{right.says}”"
    if left.date and right.date and _apart(left.date, right.date) > _DAYS:
        return differ(f"{both} on different days ({left.date}, {right.date})")
    if _ends_before(left, right) or _ends_before(right, left):
        return differ(f"{both}: one speaks only of the time before the other")
    if any({left.says, right.says} == set(pair) for pair in left.exclusive):
        return contradict(f"{both}: it came about in one way only")
    return differ(f"{both}: both can be true")


def _apart(left: str, right: str) -> int:
    """How many days lie between two dates: 0 where they meet or one is not known."""
    a, b = read_edtf(left), read_edtf(right)
    return 0 if a is None or b is None else max(0, (a.first - b.last).days, (b.first - a.last).days)


def _ends_before(left: Manner, right: Manner) -> bool:
    a, b = read_edtf(left.until), read_edtf(right.date or right.told)
    return a is not None and b is not None and a.last < b.first


def compare_facts(left: Fact, right: Fact) -> Comparison:
    """One account that something happened and one that it did not contradict, unless they speak of different times."""
    if left.denied == right.denied:
        return agree("both say it was not so" if left.denied else "both say it was so")
    if left.date and right.date and not overlaps(left.date, right.date):
        return differ(f"one says it was so, one not, of different times ({left.date}, {right.date})")
    stated = right if left.denied else left
    if not stated.stated:
        return differ("one only plans or supposes what the other denies")
    return contradict("one account states what the other denies")
