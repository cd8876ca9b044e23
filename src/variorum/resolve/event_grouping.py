"""Which event does each telling join? Looked for among groups that share a key with it, nearest first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

import msgspec

from variorum.model.memory import Memory
from variorum.resolve.event_crowds import Crowds
from variorum.resolve.event_matching import Match, Matcher, conflicts
from variorum.resolve.event_profiles import Profile
from variorum.resolve.event_rows import Group
from variorum.resolve.event_tellings import Telling
from variorum.resolve.event_weights import ONE_STORY, REPORTS_ALIKE
from variorum.resolve.report_likeness import Likeness

_CANDIDATES = 40
"""Groups a telling is compared with at most, the latest joined first: what keeps the cost near linear."""
_WITNESSES = 6
"""Tellings of a group that a newcomer is compared with at most, and the last two."""

_Key = tuple[str, ...]


class Grouping:
    """Joins tellings into groups."""

    def __init__(self, comparing: "Comparing", likeness: Likeness) -> None:
        self._comparing = comparing
        self._likeness = likeness
        self._wholes: list[list[Told]] = []
        self._groups: list[Group] = []
        self._blocks: dict[_Key, list[int]] = defaultdict(list)

    def of(self, tellings: Iterable[Telling]) -> tuple[Group, ...]:
        """The groups of the tellings, given in the order they are to be taken."""
        for telling in tellings:
            told = self._comparing.told(telling.whole)
            keys = list(dict.fromkeys(key for member in telling.members for key in _keys(member)))
            best = self._best(told, keys)
            if best is None:
                self._groups.append(Group(members=[], reasons=[]))
                self._wholes.append([])
            place = len(self._groups) - 1 if best is None else best[0]
            self._groups[place].members.extend(telling.members)
            self._groups[place].reasons.extend((*telling.reasons, *((best[1],) if best else ())))
            self._wholes[place].append(told)
            for key in keys:
                if place not in self._blocks[key][-_CANDIDATES:]:
                    self._blocks[key].append(place)
        return tuple(self._groups)

    def _best(self, told: "Told", keys: Sequence[_Key]) -> tuple[int, Match] | None:
        found: list[tuple[float, int, Match]] = []
        for place in self._candidates(told.whole, keys):
            group = self._wholes[place]
            match = self._comparing.with_group(told, (*group[:_WITNESSES], *group[_WITNESSES:][-2:]))
            if match is not None and match.enough:
                found.append((-match.weight, place, match))
        if not found:
            return None
        _, place, match = min(found, key=lambda item: item[:2])
        return place, match

    def _candidates(self, profile: Profile, keys: Sequence[_Key]) -> list[int]:
        neighbours = self._likeness.neighbours(profile.mention.report)
        looked_up = [*keys, *((profile.family, "report", other) for other in neighbours)]
        places: dict[int, None] = {}
        for key in looked_up:
            places.update(dict.fromkeys(self._blocks.get(key, ())[: -_CANDIDATES - 1 : -1]))
        return list(places)


def _keys(profile: Profile) -> Iterator[_Key]:
    """What the telling is looked up by: its family with its report, place, day and participants."""
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


class Told(NamedTuple):
    """A telling with a digest of all that a comparison looks at in it."""

    whole: Profile
    report: str
    digest: bytes


class Comparing:
    """Compares tellings with groups, those apart that an earlier build compared and nothing has changed for."""

    def __init__(self, matcher: Matcher, likeness: Likeness, crowds: Crowds, memory: Memory) -> None:
        self._matcher = matcher
        self._likeness = likeness
        self._crowds = crowds
        self._memory = memory

    def told(self, whole: Profile) -> Told:
        """The telling, ready to be compared."""
        mention = whole.mention
        _, *said = msgspec.structs.astuple(whole)  # all but the mention
        content = _ENCODER.encode((said, mention.report, mention.date, self._crowds.around(whole)))
        return Told(whole, mention.report, blake2b(content, digest_size=_DIGEST).digest())

    def with_group(self, told: Told, witnesses: Sequence[Told]) -> Match | None:
        """The best match with one of the group's witnesses, the first of equals; None where one of them forbids it."""
        if self._matcher.rules_out(told.whole, witnesses[0].whole):
            return None
        key = told.digest + b"".join([witness.digest + self._level(told, witness) for witness in witnesses])
        known = self._memory.recall(
            blake2b(key, digest_size=_DIGEST).digest(), lambda: _ENCODER.encode(self._against(told.whole, witnesses))
        )
        return _MATCH.decode(known)

    def _against(self, profile: Profile, witnesses: Sequence[Told]) -> Match | None:
        best: Match | None = None
        for witness in witnesses:
            match = self._matcher.compare(profile, witness.whole)
            if conflicts(match):
                return None
            if best is None or match.weight > best.weight:
                best = match
        return best

    def _level(self, one: Told, other: Told) -> bytes:
        """All that a comparison looks at in the likeness of two reports."""
        alike = self._likeness.of(one.report, other.report)
        return bytes([sum(alike >= level for level in _LEVELS)]) if alike else b"\0"


_LEVELS = (ONE_STORY, *REPORTS_ALIKE)
_DIGEST = 12
"""Bytes of a digest; two of a million comparisons share one once in 10^16 cases."""
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_MATCH: msgspec.msgpack.Decoder[Match | None] = msgspec.msgpack.Decoder(Match | None)
