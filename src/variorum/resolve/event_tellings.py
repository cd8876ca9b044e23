"""Which mentions of one report tell of one event, and what do they say of it together?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from variorum.model.base import Record
from variorum.model.tables import Figure, Tables
from variorum.model.terms import Measure
from variorum.resolve.event_matching import Match, Matcher, conflicts
from variorum.resolve.event_profiles import Party, Profile

_HARMING = {Measure.KILLED: "kill", Measure.INJURED: "injure"}
_MORE = "more"
_SENTENCES = 3
_EARLIER = 12
"""Tellings of a report that a mention is compared with at most, the latest first."""


class Telling(Record, frozen=True, kw_only=True):
    """What one report tells of one event: `whole` is what its mentions say together, `reasons` why they belong together."""

    whole: Profile
    members: tuple[Profile, ...]
    reasons: tuple[Match, ...] = ()


def find_tellings(profiles: Iterable[Profile], matcher: Matcher) -> Iterator[Telling]:
    """The tellings of every report, in order of report and family; each mention is in one."""
    told: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for profile in profiles:
        told[(profile.mention.report, profile.family)].append(profile)
    for key in sorted(told):
        yield from _tellings(sorted(told[key], key=lambda profile: profile.rank), matcher)


def _tellings(profiles: Sequence[Profile], matcher: Matcher) -> list[Telling]:
    found: list[Telling] = []
    for profile in profiles:
        best: tuple[float, int, Match] | None = None
        for place in range(len(found) - 1, max(-1, len(found) - 1 - _EARLIER), -1):
            match = matcher.compare(profile, found[place].whole)
            enough = match.enough and not conflicts(match)
            if enough and (best is None or match.weight > best[0]):
                best = (match.weight, place, match)
        if best is None:
            found.append(Telling(whole=profile, members=(profile,)))
        else:
            found[best[1]] = _joined(found[best[1]], profile, best[2])
    return found


def _joined(telling: Telling, profile: Profile, match: Match) -> Telling:
    members = (*telling.members, profile)
    return Telling(whole=_whole(members), members=members, reasons=(*telling.reasons, match))


def _whole(members: Sequence[Profile]) -> Profile:
    """The first mention with the firmest and finest day and place, the named participants and all counts and words."""
    dated = min(members, key=lambda p: (p.when is None, not p.firm_date, p.when.precision if p.when else 0, p.rank))
    placed = min(members, key=lambda p: (p.where is None, not p.firm_place, -p.where.level if p.where else 0, p.rank))
    return replace(
        members[0],
        mention=replace(members[0].mention, date=dated.mention.date),
        when=dated.when,
        firm_date=dated.firm_date,
        background=dated.background,
        where=placed.where,
        firm_place=placed.firm_place,
        bearer=_party(member.bearer for member in members),
        doer=_party(member.doer for member in members),
        harm=tuple(dict.fromkeys(count for member in members for count in member.harm)),
        words=_words(members),
        means=frozenset().union(*(member.means for member in members)),
        towns=frozenset().union(*(member.towns for member in members)),
        concepts=frozenset().union(*(member.concepts for member in members)),
        lemmas=frozenset().union(*(member.lemmas for member in members)),
    )


def _party(parties: Iterable[Party | None]) -> Party | None:
    """The first named one, else the first of all."""
    told = [party for party in parties if party is not None]
    return next((party for party in told if party.named), told[0] if told else None)


def _words(members: Iterable[Profile]) -> tuple[Mapping[str, float], ...]:
    """The words of the first sentences, each once, a few at most: what is told last is seldom what the event is known by."""
    found: list[Mapping[str, float]] = []
    for member in members:
        found.extend(words for words in member.words if words and words not in found)
    return tuple(found[:_SENTENCES])


def loose_counts(tables: Tables, adding: frozenset[str]) -> Iterator[tuple[Figure, str]]:
    """Counts of the dead and injured that stand with no event mention ("the toll rose to 15"), with the act they count.

    Parts of a count and those that words of `adding` put on top of one ("eight more bodies") are none.
    """
    for figure in tables.figures:
        concept = _HARMING.get(figure.measure)
        whole = figure.subset_of is None and figure.low and not _adds(figure.text, adding)
        if concept and whole and figure.event_mention is None:
            yield figure, concept


def _adds(text: str, adding: frozenset[str]) -> bool:
    words = text.lower().replace("more than", "").split()
    return any(word in adding or word == _MORE for word in words)
