"""Which groups are left, once decisions hold some of their members together and others apart?

Knows nothing of what the members are: mentions of entities, tellings of events, reports of one origin. Decisions come
newest first; where two cannot both hold, the newer does, and the older is named as overruled by it.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from variorum.model.base import Record


class Bond(Record, frozen=True, kw_only=True):
    """What one decision asks: that the sides be of one group, or all of different groups. Sides are members' names.

    A `loose` bond holds for as many sides as newer decisions allow, another for all of them or none.
    """

    decision: str
    together: bool
    sides: tuple[tuple[str, ...], ...]
    loose: bool = False


class Part(Record, frozen=True, kw_only=True):
    """A group as the decisions leave it: its members, the first of the groups given that it holds a piece of, and the
    decisions that joined or parted it, sorted; none where it is as it was.
    """

    members: tuple[str, ...]
    groups: tuple[int, ...]
    decisions: tuple[str, ...] = ()


class Partition(Record, frozen=True, kw_only=True):
    """The groups in order of the first group given that each holds a piece of; `overruled` names for each decision that does
    not hold (or not wholly) the newer one that stands against it.
    """

    parts: tuple[Part, ...]
    overruled: Mapping[str, str]


Features = Callable[[str], Collection[str]]
"""What a member can share with others, as words: by these a member no decision names chooses a side when a group is parted."""


def constrain(groups: Sequence[Sequence[str]], bonds: Sequence[Bond], features: Features) -> Partition:
    """The groups under the bonds, which are given newest first.

    A group that holds members of two sides to be kept apart is parted: members no side names go with the side they share
    most with, else with the larger one. Then pieces are joined. A side that is spread over several pieces is where most of
    its members are. Bonds of which fewer than two sides are present ask nothing.
    """
    owner = {member: number for number, group in enumerate(groups) for member in group}
    asking = [bond for bond in (_present(bond, owner) for bond in bonds) if len(bond.sides) > 1]
    overruled: dict[str, str] = {}
    while True:
        standing = [bond for bond in asking if bond.decision not in overruled]
        cuts = _cuts(groups, owner, standing, features)
        board = _Board(cuts.pieces, {bond.decision: rank for rank, bond in enumerate(standing)})
        refused = {bond.decision: by for bond in standing if (by := board.take(bond)) is not None}
        strict = {bond.decision for bond in standing if not bond.loose}
        if strict.isdisjoint(refused):
            return Partition(parts=_parts(cuts, board), overruled={**overruled, **refused})
        overruled.update((decision, by) for decision, by in refused.items() if decision in strict)


def _present(bond: Bond, owner: Mapping[str, int]) -> Bond:
    sides = tuple(tuple(member for member in side if member in owner) for side in bond.sides)
    return Bond(
        decision=bond.decision, together=bond.together, sides=tuple(side for side in sides if side), loose=bond.loose
    )


@dataclass
class _Cuts:
    """The pieces that groups fall into, the group each is of, and the decisions that made it a piece."""

    pieces: list[list[str]] = field(default_factory=list)
    group: list[int] = field(default_factory=list)
    decisions: list[tuple[str, ...]] = field(default_factory=list)


def _cuts(
    groups: Sequence[Sequence[str]], owner: Mapping[str, int], standing: Sequence[Bond], features: Features
) -> _Cuts:
    asked: dict[int, list[Bond]] = defaultdict(list)
    for bond in standing:
        if not bond.together:
            sides_in = Counter(number for side in bond.sides for number in {owner[member] for member in side})
            for number in sorted(number for number, sides in sides_in.items() if sides > 1):
                asked[number].append(bond)
    cuts = _Cuts()
    for number, group in enumerate(groups):
        bonds = asked.get(number, ())
        chosen = [_choose(group, bond, features) for bond in bonds]
        pieces: dict[tuple[int, ...], list[str]] = {}
        for member in group:
            pieces.setdefault(tuple(choice[member] for choice in chosen), []).append(member)
        for piece in pieces.values():
            cuts.pieces.append(piece)
            cuts.group.append(number)
            cuts.decisions.append(tuple(bond.decision for bond in bonds))
    return cuts


def _choose(group: Sequence[str], bond: Bond, features: Features) -> dict[str, int]:
    """Every member's side: its own, else that it shares most with, found round by round, else the larger."""
    members = set(group)
    side = {member: number for number, named in enumerate(bond.sides) for member in named if member in members}
    shared: dict[int, set[str]] = defaultdict(set)
    for member, number in side.items():
        shared[number].update(features(member))
    undecided = [member for member in group if member not in side]
    while undecided:
        nearest = {member: _nearest(features(member), shared) for member in undecided}
        found = {member: number for member, number in nearest.items() if number is not None}
        if not found:
            break
        side.update(found)
        for member, number in found.items():
            shared[number].update(features(member))
        undecided = [member for member in undecided if member not in found]
    sizes = Counter(side.values())
    larger = min(sizes, key=lambda number: (-sizes[number], number))
    return {member: side.get(member, larger) for member in group}


def _nearest(own: Collection[str], shared: Mapping[int, set[str]]) -> int | None:
    """The one side that shares most; None where none shares anything or two share as much."""
    scores = {number: sum(feature in known for feature in own) for number, known in shared.items()}
    best = max(scores.values())
    nearest = [number for number, score in scores.items() if score == best]
    return nearest[0] if best and len(nearest) == 1 else None


class _Board:
    """Pieces being joined and kept apart, one bond after another."""

    def __init__(self, pieces: Sequence[Sequence[str]], rank: Mapping[str, int]) -> None:
        self._piece = {member: number for number, piece in enumerate(pieces) for member in piece}
        self._rank = rank
        self._above = list(range(len(pieces)))
        self._apart: dict[int, dict[int, str]] = defaultdict(dict)
        self._joined: dict[int, list[tuple[int, str]]] = defaultdict(list)
        self.acted: dict[int, list[str]] = defaultdict(list)

    def take(self, bond: Bond) -> str | None:
        """Does what the bond asks; where a newer one forbids it, does nothing (a loose one: what it may) and names that."""
        homes = list(dict.fromkeys(self._home(side) for side in bond.sides))
        if bond.loose:
            return self._hold(homes, bond)
        pairs = list(combinations(homes, 2))
        if not bond.together:
            homes = [self._home(side) for side in bond.sides]
            pairs = [(left, right) for left, right in combinations(homes, 2) if left != right]
        against = [by for left, right in pairs if (by := self._against(left, right, together=bond.together))]
        if against:
            return min(against, key=self._rank.__getitem__)
        for left, right in pairs:
            self._join(left, right, bond.decision) if bond.together else self._part(left, right, bond.decision)
        return None

    def top(self, piece: int) -> int:
        """The piece that stands for all that it is joined with: the first of them."""
        while self._above[piece] != piece:
            self._above[piece] = self._above[self._above[piece]]
            piece = self._above[piece]
        return piece

    def _hold(self, homes: Sequence[int], bond: Bond) -> str | None:
        against = []
        for home in homes[1:]:
            by = self._against(homes[0], home, together=True)
            if by is None:
                self._join(homes[0], home, bond.decision)
            else:
                against.append(by)
        return min(against, key=self._rank.__getitem__, default=None)

    def _home(self, side: Sequence[str]) -> int:
        counts = Counter(self._piece[member] for member in side)
        return min(counts, key=lambda piece: (-counts[piece], piece))

    def _against(self, left: int, right: int, *, together: bool) -> str | None:
        one, other = self.top(left), self.top(right)
        if together:
            return self._apart[one].get(other) if one != other else None
        return self._chain(left, right) if one == other else None

    def _chain(self, left: int, right: int) -> str:
        """The newest of the decisions that join the two pieces, which are joined, by the shortest way."""
        seen = {left}
        ways: deque[tuple[int, tuple[str, ...]]] = deque([(left, ())])
        while ways:
            piece, way = ways.popleft()
            if piece == right:
                return min(way, key=self._rank.__getitem__)
            for following, decision in self._joined[piece]:
                if following not in seen:
                    seen.add(following)
                    ways.append((following, (*way, decision)))
        raise AssertionError("two pieces are joined by no decision")

    def _join(self, left: int, right: int, decision: str) -> None:
        one, other = sorted((self.top(left), self.top(right)))
        if one == other:
            return
        self._joined[left].append((right, decision))
        self._joined[right].append((left, decision))
        self.acted[left].append(decision)
        self._above[other] = one
        for far, by in self._apart.pop(other, {}).items():
            del self._apart[far][other]
            self._keep_apart(one, far, by)

    def _part(self, left: int, right: int, decision: str) -> None:
        self._keep_apart(self.top(left), self.top(right), decision)

    def _keep_apart(self, one: int, other: int, decision: str) -> None:
        known = self._apart[one].get(other, decision)
        newer = min(known, decision, key=self._rank.__getitem__)
        self._apart[one][other] = self._apart[other][one] = newer


def _parts(cuts: _Cuts, board: _Board) -> tuple[Part, ...]:
    pieces: dict[int, list[int]] = defaultdict(list)
    for piece in range(len(cuts.pieces)):
        pieces[board.top(piece)].append(piece)
    return tuple(
        Part(
            members=tuple(member for piece in together for member in cuts.pieces[piece]),
            groups=tuple(dict.fromkeys(cuts.group[piece] for piece in together)),
            decisions=_acted(cuts, board, together),
        )
        for together in pieces.values()
    )


def _acted(cuts: _Cuts, board: _Board, together: Iterable[int]) -> tuple[str, ...]:
    named = [decision for piece in together for decision in (*cuts.decisions[piece], *board.acted.get(piece, ()))]
    return tuple(sorted(set(named)))
