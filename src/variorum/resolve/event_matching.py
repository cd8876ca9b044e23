"""Do two mentions tell of one event? What speaks for it, what forbids it, and how much it takes."""

from collections.abc import Iterable
from datetime import timedelta

from variorum.lexicon.events import EventKinds
from variorum.model.base import Record
from variorum.model.edtf import Period, Precision
from variorum.resolve.event_harm import at_odds, rival, shared_weight
from variorum.resolve.event_means import other_means
from variorum.resolve.event_profiles import Party, Profile, Where
from variorum.resolve.report_likeness import Likeness, cosine

ENOUGH = 2.5
"""The weight from which two mentions tell of one event."""
_DAY = timedelta(days=1)
_NEAR = timedelta(days=4)
_WEEKS = timedelta(days=21)
_ALIKE = ((0.4, 2.0), (0.3, 1.5), (0.2, 1.0), (0.1, 0.25))
"""From which likeness of two sentences on they speak for one event, and how strongly."""
_REPORTS_ALIKE = ((0.4, 2.5), (0.2, 2.0), (0.12, 0.5))
_CLOSE = 0.3
"""Degrees of latitude or longitude within which a place may be told as the one beside it."""


class Match(Record, frozen=True, kw_only=True):
    """The outcome of a comparison; `weight` is below zero where something forbids it. Reasons are sentences for readers."""

    weight: float
    reasons: tuple[str, ...] = ()


FORBIDDEN = Match(weight=-9.0)


class Matcher:
    """Compares profiles of one family."""

    def __init__(self, kinds: EventKinds, likeness: Likeness) -> None:
        self._kinds = kinds
        self._likeness = likeness

    def compare(self, one: Profile, other: Profile) -> Match:
        """How strongly the two mentions speak of one event.

        Forbidden: another day, another city or country, another named victim or office-holder, another speaker of a
        promise or demand, background against the present, in one report another count of the harmed. Speaking for it: the
        same day, place, participants, counts, wording, and reports that share rare words. Of harm, of which a crisis sees
        much on one day and in one city, day and place alone say too little.
        """
        if self._strangers(one, other) or (one.background != other.background and not self._same_undated(one, other)):
            return FORBIDDEN
        parts = [self._time(one, other), self._place(one, other), self._bearers(one, other), self._doers(one, other)]
        parts += [self._harm(one, other)]
        if any(part is FORBIDDEN for part in parts):
            return FORBIDDEN
        parts += [self._wording(one, other), self._context(one, other)]
        reasons = tuple(reason for part in parts for reason in part.reasons)
        return Match(weight=sum(part.weight for part in parts), reasons=reasons)

    def _strangers(self, one: Profile, other: Profile) -> bool:
        """Other speakers make other events of promises, demands and visits."""
        if one.family not in self._kinds.told_by or one.doer is None or other.doer is None:
            return False
        return _unlike(one.doer, other.doer)

    def _time(self, one: Profile, other: Profile) -> Match:
        if one.when is None or other.when is None:
            return self._undated(one, other)
        if _shared(one.when, other.when):
            fine = max(one.when.precision, other.when.precision) <= Precision.DAY
            firm = one.firm_date and other.firm_date
            weight = (2.0 if firm else 1.5) if fine else 0.5
            if one.family in self._kinds.harm:
                weight = min(weight, 1.25)
            return Match(weight=weight, reasons=(f"both on {one.mention.date}" if fine else "their dates meet",))
        if self._same_once(one, other) and (one.family in self._kinds.final or _apart(one.when, other.when) <= _NEAR):
            return Match(weight=0.0, reasons=("the accounts differ on the day",))
        if not (one.firm_date and other.firm_date) and _apart(one.when, other.when) <= _DAY:
            return Match(weight=-1.5)
        return FORBIDDEN

    def _undated(self, one: Profile, other: Profile) -> Match:
        """What the days of the reports say where a mention has none: weeks apart, they tell of one event only if it is
        one that happens but rarely to the same named one.
        """
        here = one.when.first if one.when is not None else one.told
        there = other.when.first if other.when is not None else other.told
        if here is None or there is None or abs(here - there) <= _NEAR:
            return Match(weight=0.0)
        if abs(here - there) > _WEEKS and not self._same_once(one, other):
            return FORBIDDEN
        return Match(weight=-1.5 if one.family in self._kinds.recurring else 0.0)

    def _place(self, one: Profile, other: Profile) -> Match:
        here, there = one.where, other.where
        if one.family in self._kinds.wide and _of_other_width(one, other):
            return Match(weight=-1.5)
        if here is None or there is None:
            return Match(weight=0.0)
        recurring = one.family in self._kinds.recurring
        if here.key == there.key:
            weight = (1.0, 1.5, 2.0)[here.level] - (0.5 if recurring and here.level < 2 else 0.0)
            if one.family in self._kinds.harm:
                weight = (0.0, 0.5, 1.25)[here.level]
            return Match(weight=weight, reasons=(f"both in {here.name}",))
        if _holds(here, there):
            return Match(
                weight=-0.5 if recurring else 0.5,
                reasons=() if recurring else (f"{here.name} and {there.name} lie one in the other",),
            )
        if _near(here, there):
            return Match(weight=-0.5)
        if (
            not (one.firm_place and other.firm_place)
            and here.country == there.country
            and one.family not in self._kinds.recurring
        ):
            return Match(weight=-1.0)
        return FORBIDDEN

    def _bearers(self, one: Profile, other: Profile) -> Match:
        return self._parties(one.bearer, other.bearer, 2.0, one.family in self._kinds.once)

    def _doers(self, one: Profile, other: Profile) -> Match:
        return self._parties(one.doer, other.doer, 1.0, False)

    def _parties(self, one: Party | None, other: Party | None, weight: float, once: bool) -> Match:
        if one is None or other is None:
            return Match(weight=0.0)
        if one.entity is not None and one.entity == other.entity:
            bonus = 1.0 if once and one.named else 0.0
            return Match(weight=(weight if one.named else weight / 2) + bonus, reasons=("the same participants",))
        if _same_name(one, other):
            return Match(weight=weight + (1.0 if once else 0.0), reasons=("participants of the same name",))
        if one.named and other.named and _unlike(one, other) and not set(one.names) & set(other.names):
            return FORBIDDEN if once else Match(weight=-1.0)
        if one.words & other.words:
            return Match(weight=weight / 2, reasons=("participants called alike",))
        alike_told = bool(one.names) == bool(other.names) and one.words and other.words
        return Match(weight=-0.5 if alike_told else 0.0)

    def _harm(self, one: Profile, other: Profile) -> Match:
        """Counts and means. One report that gives two counts tells of two events, unless it lays two voices side by side."""
        if shared := shared_weight(one.harm, other.harm):
            return Match(weight=shared, reasons=("the same count",))
        weight = -1.5 if other_means(one.means, other.means) else 0.0
        if at_odds(one.harm, other.harm):
            if one.mention.report == other.mention.report and not rival(one.harm, other.harm):
                return FORBIDDEN
            weight -= 0.25
        return Match(weight=weight)

    def _wording(self, one: Profile, other: Profile) -> Match:
        each = 0.25 if one.family in self._kinds.harm and one.mention.report != other.mention.report else 0.75
        alike = cosine(one.words, other.words)
        weight = each * bool(one.concepts & other.concepts) + each * bool(one.lemmas & other.lemmas)
        weight += next((value for least, value in _ALIKE if alike >= least), 0.0)
        if one.family in self._kinds.harm and one.mention.report != other.mention.report and alike < 0.05:
            weight -= 1.0
        return Match(weight=weight, reasons=("told in like words",) if alike >= 0.2 else ())

    def _context(self, one: Profile, other: Profile) -> Match:
        if one.mention.report == other.mention.report:
            turned = other.turns if one.rank < other.rank else one.turns
            if turned:
                return Match(weight=-1.0)
            return Match(weight=1.0, reasons=("told in one report",))
        alike = self._likeness.of(one.mention.report, other.mention.report)
        weight = next((value for least, value in _REPORTS_ALIKE if alike >= least), 0.0)
        if one.family in self._kinds.harm:
            weight /= 2
        return Match(weight=weight, reasons=("their reports share rare words",) if weight >= 1 else ())

    def _same_undated(self, one: Profile, other: Profile) -> bool:
        """Whether one of the two has no date, so that it may tell of the background too, and both tell of the same one."""
        return (one.when is None or other.when is None) and self._same_once(one, other)

    def _same_once(self, one: Profile, other: Profile) -> bool:
        if one.family not in self._kinds.once or one.bearer is None or other.bearer is None:
            return False
        same = one.bearer.entity is not None and one.bearer.entity == other.bearer.entity and one.bearer.named
        return same or _same_name(one.bearer, other.bearer)


def conflicts(match: Match) -> bool:
    """Whether something forbids that the two are one event."""
    return match.weight <= FORBIDDEN.weight


def all_reasons(matches: Iterable[Match]) -> tuple[str, ...]:
    """Reasons of several comparisons, each once, in order of first use."""
    return tuple(dict.fromkeys(reason for match in matches for reason in match.reasons))


def _unlike(one: Party, other: Party) -> bool:
    if one.entity is not None and other.entity is not None:
        return one.entity != other.entity
    return not one.words & other.words


def _same_name(one: Party, other: Party) -> bool:
    """Whether two parties, one at least without an entity, go by the same last name or share two capitalised words."""
    if not one.names or not other.names or (one.entity is not None and other.entity is not None):
        return False
    shared = set(one.names) & set(other.names)
    return len(shared) > 1 or (one.names[-1] == other.names[-1] and (one.named or other.named or len(one.names) > 1))


def _shared(one: Period, other: Period) -> bool:
    return one.start < other.end and other.start < one.end


def _apart(one: Period, other: Period) -> timedelta:
    return max(one.start, other.start) - min(one.end, other.end)


def _of_other_width(one: Profile, other: Profile) -> bool:
    """Whether one is placed in a city and the other in a whole country, or without place and day: a wave against its part."""
    levels = [-1 if p.where is None else p.where.level for p in (one, other)]
    if 2 not in levels or min(levels) > 0:
        return False
    wide = one if levels[0] < levels[1] else other
    return wide.where is not None or wide.when is None


def _holds(one: Where, other: Where) -> bool:
    """Whether one is a region or country and the other lies in that country."""
    if one.country is None or one.country != other.country:
        return False
    return one.level != other.level and 0 in {one.level, other.level}


def _near(one: Where, other: Where) -> bool:
    """Whether both are towns or parts of one that lie side by side: a village may be told as the town it lies by."""
    if one.spot is None or other.spot is None or (one.site and other.site) or min(one.level, other.level) < 2:
        return False
    return abs(one.spot[0] - other.spot[0]) <= _CLOSE and abs(one.spot[1] - other.spot[1]) <= _CLOSE
