"""Do two mentions tell of one event? What speaks for it, what forbids it, and how much it takes."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Protocol

from variorum.lexicon.events import EventKinds
from variorum.lexicon.means import other_means
from variorum.model.base import Record
from variorum.model.edtf import Period, Precision
from variorum.resolve.event_harm import at_odds, of_other_order, rival, several, shared_weight
from variorum.resolve.event_parties import others, same_name, same_named, unlike
from variorum.resolve.event_places import holds, is_known, like_named, may_hold, near, of_other_width
from variorum.resolve.event_profiles import Party, Profile
from variorum.resolve.event_weights import (
    BESIDE,
    CROWDED_HARM,
    ENOUGH,
    HEADLINE,
    LONE_HARM,
    ONE_REPORT,
    ONE_STORY,
    RECURRING,
    REPORTS_ALIKE,
    SENTENCES_ALIKE,
    TOLD_TOGETHER,
    TURNED,
    UNLIKE,
    USUAL,
    Weights,
)
from variorum.resolve.report_likeness import Likeness, cosine

_DAY = timedelta(days=1)
_NEAR = timedelta(days=4)
_WEEKS = timedelta(days=21)
_OUT_OF_PLACE = -1.5
_AGO = -1.5
_UNKNOWN = -1.0


class Match(Record, frozen=True, kw_only=True):
    """The outcome of a comparison; `weight` is below zero where something forbids it. Reasons are sentences for readers."""

    weight: float
    reasons: tuple[str, ...] = ()

    @property
    def enough(self) -> bool:
        """Whether the two are of one event."""
        return self.weight >= ENOUGH


FORBIDDEN = Match(weight=-9.0)
NOTHING = Match(weight=0.0)


class Crowded(Protocol):
    """Knows the days that see several events of harm."""

    def around(self, telling: Profile) -> bool:
        """Whether the telling's day, or one beside it, is such a day."""


class Matcher:
    """Compares profiles of one family; `crowds` know the days that see several events of harm, None within one report."""

    def __init__(self, kinds: EventKinds, likeness: Likeness, crowds: Crowded | None = None) -> None:
        self._kinds = kinds
        self._likeness = likeness
        self._crowds = crowds

    def compare(self, one: Profile, other: Profile) -> Match:
        """How strongly the two mentions speak of one event.

        Forbidden: another day, another city or country, another named victim or office-holder, another speaker of a
        promise or demand, background against the present, in one report another count of the harmed. Speaking for it: the
        same day, place, participants, counts, wording, and reports that share rare words. Of harm, of which a crisis sees
        much on one day and in one city, day and place alone say too little there.
        """
        weights = self._weights(one, other)
        if self._other_telling(one, other):
            return FORBIDDEN
        weight = 0.0
        reasons: tuple[str, ...] = ()
        for look in (self._time, self._place, self._bearers, self._doers, _harm):
            match = look(one, other, weights)
            if match is FORBIDDEN:
                return FORBIDDEN
            weight, reasons = weight + match.weight, reasons + match.reasons
        context = self._context(one, other, weights)
        weight += context.weight + _same_act(one, other, weights)
        if weight + weights.sentences[0] < ENOUGH:
            return Match(weight=weight)  # not enough, however alike their sentences are: spares most looks at those
        wording = _wording(one, other, weights)
        return Match(weight=weight + wording.weight, reasons=reasons + wording.reasons + context.reasons)

    def rules_out(self, one: Profile, other: Profile) -> bool:
        """Whether speaker, day or place alone forbid that the two are one event: soon said, and true of most pairs."""
        if self._other_telling(one, other) or self._time(one, other, USUAL) is FORBIDDEN:
            return True
        return self._place(one, other, USUAL) is FORBIDDEN

    def _other_telling(self, one: Profile, other: Profile) -> bool:
        """Whether the speakers differ, or one tells of the background and the other of the present."""
        if self._strangers(one, other):
            return True
        return one.background != other.background and not self._same_undated(one, other)

    def _weights(self, one: Profile, other: Profile) -> Weights:
        if one.mention.report == other.mention.report:
            return ONE_REPORT
        if one.family not in self._kinds.harm or self._crowds is None:
            return RECURRING if one.family in self._kinds.recurring else USUAL
        crowded = self._crowds.around(one) or self._crowds.around(other)
        return CROWDED_HARM if crowded else LONE_HARM

    def _strangers(self, one: Profile, other: Profile) -> bool:
        """Other speakers make other events of promises, demands and visits."""
        if one.family not in self._kinds.told_by or one.doer is None or other.doer is None:
            return False
        return unlike(one.doer, other.doer)

    def _time(self, one: Profile, other: Profile, weights: Weights) -> Match:
        if one.when is None or other.when is None:
            return self._undated(one, other, weights)
        if _shared(one.when, other.when):
            fine = max(one.when.precision, other.when.precision) <= Precision.DAY
            if not fine:
                return Match(weight=weights.period, reasons=("their dates meet",))
            weight = weights.day if one.firm_date and other.firm_date else weights.day_carried
            return Match(weight=weight, reasons=(f"both on {one.mention.date}",))
        if self._same_once(one, other) and (one.family in self._kinds.final or _apart(one.when, other.when) <= _NEAR):
            return Match(weight=0.0, reasons=("the accounts differ on the day",))
        loose = not (one.firm_date and other.firm_date) or _fresh(one) or _fresh(other)
        if loose and _apart(one.when, other.when) <= _DAY:
            return Match(weight=weights.day_beside)
        return FORBIDDEN

    def _undated(self, one: Profile, other: Profile, weights: Weights) -> Match:
        """What the days of the reports say where a mention has none: weeks apart, they tell of one event only if it is
        one that happens but rarely to the same named one.
        """
        here = one.when.first if one.when is not None else one.told
        there = other.when.first if other.when is not None else other.told
        if here is None or there is None:
            return NOTHING
        if abs(here - there) <= _NEAR:
            if not weights.fresh or self._likeness.of(one.mention.report, other.mention.report) < ONE_STORY:
                return NOTHING
            return Match(weight=weights.fresh if abs(here - there) <= _DAY else weights.lately)
        if abs(here - there) > _WEEKS and not self._same_once(one, other):
            return FORBIDDEN
        return Match(weight=_AGO) if one.family in self._kinds.recurring else NOTHING

    def _place(self, one: Profile, other: Profile, weights: Weights) -> Match:
        here, there = one.where, other.where
        if one.family in self._kinds.wide and of_other_width(one, other):
            return Match(weight=_OUT_OF_PLACE)
        if here is None or there is None:
            return NOTHING
        if here.key == there.key:
            weight = (weights.country, weights.region, weights.town)[here.level]
            return Match(weight=weight, reasons=(f"both in {here.name}",))
        if holds(here, there):
            reasons = (f"{here.name} and {there.name} lie one in the other",) if weights.inside > 0 else ()
            return Match(weight=weights.inside, reasons=reasons)
        if near(here, there) or may_hold(here, there) or like_named(here, there):
            return Match(weight=weights.beside)
        if is_known(here) != is_known(there):
            return Match(weight=_UNKNOWN)
        loose = not (one.firm_place and other.firm_place) and here.country == there.country
        if loose and one.family not in self._kinds.recurring:
            return Match(weight=-1.0)
        return FORBIDDEN

    def _bearers(self, one: Profile, other: Profile, weights: Weights) -> Match:
        """Of the dead, only a person by name tells one event from another; where several died, each may name another."""
        once = one.family in self._kinds.once
        if once and one.family in self._kinds.harm and one.bearer and other.bearer:
            once = one.bearer.person and other.bearer.person and not several(one.harm) and not several(other.harm)
        return _parties(one.bearer, other.bearer, weights.bearer, once, weights.stranger)

    def _doers(self, one: Profile, other: Profile, weights: Weights) -> Match:
        return _parties(one.doer, other.doer, weights.doer, False, weights.stranger)

    def _context(self, one: Profile, other: Profile, weights: Weights) -> Match:
        if one.mention.report == other.mention.report:
            later = other if one.rank < other.rank else one
            if later.turns:
                return Match(weight=TURNED)
            return Match(
                weight=HEADLINE if one.headline or other.headline else TOLD_TOGETHER, reasons=("told in one report",)
            )
        weight = _step(self._likeness.of(one.mention.report, other.mention.report), REPORTS_ALIKE, weights.reports)
        return Match(weight=weight, reasons=("their reports share rare words",) if weight >= 1 else ())

    def _same_undated(self, one: Profile, other: Profile) -> bool:
        """Whether one of the two has no date, so that it may tell of the background too, and both tell of the same one."""
        return (one.when is None or other.when is None) and self._same_once(one, other)

    def _same_once(self, one: Profile, other: Profile) -> bool:
        return one.family in self._kinds.once and same_named(one.bearer, other.bearer)


def conflicts(match: Match) -> bool:
    """Whether something forbids that the two are one event."""
    return match.weight <= FORBIDDEN.weight


def all_reasons(matches: Iterable[Match]) -> tuple[str, ...]:
    """Reasons of several comparisons, each once, in order of first use."""
    return tuple(dict.fromkeys(reason for match in matches for reason in match.reasons))


def _parties(one: Party | None, other: Party | None, weight: float, once: bool, stranger: float) -> Match:
    if one is None or other is None:
        return NOTHING
    if one.entity is not None and one.entity == other.entity:
        bonus = 1.0 if once and one.named else 0.0
        return Match(weight=(weight if one.named else weight / 2) + bonus, reasons=("the same participants",))
    if same_name(one, other):
        return Match(weight=weight + (1.0 if once else 0.0), reasons=("participants of the same name",))
    if others(one, other):
        return FORBIDDEN if once else Match(weight=-1.0)
    if one.words & other.words:
        return Match(weight=weight / 2, reasons=("participants called alike",))
    alike_told = bool(one.names) == bool(other.names) and one.words and other.words
    return Match(weight=stranger if alike_told else 0.0)


def _harm(one: Profile, other: Profile, weights: Weights) -> Match:
    """Counts and means. One report that gives two counts tells of two events, unless it lays two voices side by side."""
    if shared := shared_weight(one.harm, other.harm, weights.large_count, weights.small_count):
        return Match(weight=shared, reasons=("the same count",))
    if of_other_order(one.harm, other.harm):
        return FORBIDDEN
    weight = weights.means if other_means(one.means, other.means) else 0.0
    if at_odds(one.harm, other.harm):
        if one.mention.report == other.mention.report and not _side_by_side(one, other):
            return FORBIDDEN
        weight += weights.odds + (BESIDE if one.mention.report == other.mention.report else 0.0)
    return Match(weight=weight)


def _side_by_side(one: Profile, other: Profile) -> bool:
    """Whether one report lays the counts of two voices for one event side by side: the later one has a voice of its own,
    names no other place and doer, and is not told as one more ("four others were also killed").
    """
    later, earlier = (one, other) if one.rank > other.rank else (other, one)
    if later.adds or later.turns or other_means(one.means, other.means) or not rival(later.harm, earlier.harm):
        return False
    if later.doer is not None and earlier.doer is not None and unlike(later.doer, earlier.doer):
        return False
    return later.towns <= earlier.towns


def _same_act(one: Profile, other: Profile, weights: Weights) -> float:
    return weights.concept * bool(one.concepts & other.concepts) + weights.lemma * bool(one.lemmas & other.lemmas)


def _wording(one: Profile, other: Profile, weights: Weights) -> Match:
    alike = _alike(one, other)
    weight = _step(alike, SENTENCES_ALIKE, weights.sentences)
    weight += weights.unlike if alike < UNLIKE else 0.0
    return Match(weight=weight, reasons=("told in like words",) if alike >= 0.2 else ())


def _alike(one: Profile, other: Profile) -> float:
    """Likeness of the two most alike sentences."""
    return max((cosine(left, right) for left in one.words for right in other.words), default=0.0)


def _step(alike: float, levels: tuple[float, ...], weights: tuple[float, ...]) -> float:
    """The weight of the first level the likeness reaches, 0 below the last."""
    if alike < levels[-1]:
        return 0.0
    return next(weight for level, weight in zip(levels, weights, strict=True) if alike >= level)


def _fresh(profile: Profile) -> bool:
    """Whether its day is that of its report, which may be the day of telling and not of the event."""
    return profile.when is not None and profile.when.first == profile.told


def _shared(one: Period, other: Period) -> bool:
    return one.start < other.end and other.start < one.end


def _apart(one: Period, other: Period) -> timedelta:
    return max(one.start, other.start) - min(one.end, other.end)
