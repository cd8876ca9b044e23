"""Which mentions, within and across reports, tell of one event?"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from variorum.lexicon.events import load_event_kinds
from variorum.model.tables import Tables
from variorum.resolve.decided import decided_groups
from variorum.resolve.event_crowds import Crowds
from variorum.resolve.event_matching import Match, Matcher, conflicts
from variorum.resolve.event_profiles import Profile, Profiles
from variorum.resolve.event_rows import Group, event_row
from variorum.resolve.event_tellings import Telling, find_tellings, loose_counts
from variorum.resolve.report_likeness import Likeness

_CANDIDATES = 40
"""Groups a telling is compared with at most, the latest joined first: what keeps the cost near linear."""
_WITNESSES = 6
"""Tellings of a group that a newcomer is compared with at most."""


def resolve_events(tables: Tables) -> Tables:
    """The tables with `events` filled and every event mention, and every figure told with one, given its event.

    The mentions of one report that tell of one event are its telling. Tellings join the group that speaks for them most, if
    enough does and no member forbids it, those that say most of day and place first; else they open a group of their own.
    The order of files plays no part.
    """
    kinds = load_event_kinds()
    likeness = Likeness(tables.reports, kinds.plain)
    profiles, matcher = Profiles(tables, kinds, likeness), Matcher(kinds, likeness)
    told = [profiles.of(mention) for mention in tables.event_mentions]
    told += [profiles.of_figure(figure, concept) for figure, concept in loose_counts(tables, kinds.adds)]
    tellings = sorted(find_tellings(told, matcher), key=lambda telling: _certainty(telling.whole))
    crowds = Crowds((telling.whole for telling in tellings), matcher)
    joined = Grouping(Matcher(kinds, likeness, crowds), likeness).of(tellings)
    groups, decisions = decided_groups(joined, tables.decisions)
    published = {report.id: report.published or "" for report in tables.reports}
    named = [group for group in groups if any(not member.figure for member in group.members)]
    rows = [event_row(group, published) for group in named]
    owner = {member.mention.id: row.id for group, row in zip(named, rows, strict=True) for member in group.members}
    return replace(
        tables,
        decisions=decisions,
        events=tuple(sorted(rows, key=lambda event: event.id)),
        event_mentions=tuple(replace(row, event=owner.get(row.id)) for row in tables.event_mentions),
        figures=tuple(
            replace(row, event=owner.get(row.event_mention or "") or owner.get(row.id, row.event))
            for row in tables.figures
        ),
    )


def _certainty(profile: Profile) -> tuple[int, tuple[str, str, int, str]]:
    """Orders tellings by how much they say, so that groups form around those with day and place; then by publication."""
    said = 2 * (profile.when is not None and profile.firm_date) + (profile.where is not None and profile.firm_place)
    return (-said, profile.rank)


class Grouping:
    """Joins tellings into groups, looking only at groups that share a key with them."""

    def __init__(self, matcher: Matcher, likeness: Likeness) -> None:
        self._matcher = matcher
        self._likeness = likeness
        self._neighbours: dict[str, tuple[str, ...]] = {}
        self._wholes: list[list[Profile]] = []
        self._groups: list[Group] = []
        self._blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)

    def of(self, tellings: list[Telling]) -> tuple[Group, ...]:
        """The groups of the tellings, given in the order they are to be taken."""
        for telling in tellings:
            keys = list(dict.fromkeys(key for member in telling.members for key in self._keys(member)))
            best = self._best(telling.whole, keys)
            if best is None:
                self._groups.append(Group(members=[], reasons=[]))
                self._wholes.append([])
            place = len(self._groups) - 1 if best is None else best[0]
            self._groups[place].members.extend(telling.members)
            self._groups[place].reasons.extend((*telling.reasons, *((best[1],) if best else ())))
            self._wholes[place].append(telling.whole)
            for key in keys:
                if place not in self._blocks[key][-_CANDIDATES:]:
                    self._blocks[key].append(place)
        return tuple(self._groups)

    def _keys(self, profile: Profile) -> Iterator[tuple[str, ...]]:
        """What the mention is looked up by: its family with its report, place, day and participants."""
        family = profile.family
        yield (family, "report", profile.mention.report)
        if profile.where is not None:
            day = profile.mention.date or ""
            yield (family, "place", profile.where.key, day[:10])
            yield (family, "place", profile.where.key)
        if profile.when is not None:
            yield (family, "day", profile.when.first.isoformat(), profile.where.country or "" if profile.where else "")
        for party in (profile.bearer, profile.doer):
            if party is not None and party.entity is not None:
                yield (family, "party", party.entity)

    def _best(self, profile: Profile, keys: list[tuple[str, ...]]) -> tuple[int, Match] | None:
        found: list[tuple[float, int, Match]] = []
        for place in self._candidates(profile, keys):
            match = self._against(profile, self._wholes[place])
            if match is not None and match.enough:
                found.append((-match.weight, place, match))
        if not found:
            return None
        _, place, match = min(found, key=lambda item: item[:2])
        return place, match

    def _candidates(self, profile: Profile, keys: list[tuple[str, ...]]) -> list[int]:
        report = profile.mention.report
        if report not in self._neighbours:
            self._neighbours[report] = self._likeness.neighbours(report)
        looked_up = [*keys, *((profile.family, "report", other) for other in self._neighbours[report])]
        places: dict[int, None] = {}
        for key in looked_up:
            for place in islice(reversed(self._blocks.get(key, [])), _CANDIDATES):
                places[place] = None
        return list(places)

    def _against(self, profile: Profile, group: list[Profile]) -> Match | None:
        """The best match with a member, where none forbids it; the first members stand for the group."""
        best: Match | None = None
        for member in (*group[:_WITNESSES], *group[_WITNESSES:][-2:]):
            match = self._matcher.compare(profile, member)
            if conflicts(match):
                return None
            if best is None or match.weight > best.weight:
                best = match
        return best
