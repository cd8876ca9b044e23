"""Groups under decisions: what is held together, what is parted, and which of two decisions gives way."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.model.constrained import Bond, Partition, constrain


def bond(name: str, what: str, *sides: str, loose: bool = False) -> Bond:
    """Sides are words of one-letter members."""
    return Bond(decision=name, together=what == "same", sides=tuple(tuple(side) for side in sides), loose=loose)


def confirm(name: str, members: str) -> Bond:
    return bond(name, "same", *members, loose=True)


def of(groups: Sequence[str], *bonds: Bond, features: dict[str, str] | None = None) -> Partition:
    """Bonds newest first."""
    shared = features or {}
    return constrain([tuple(group) for group in groups], bonds, lambda member: shared.get(member, ""))


def shown(found: Partition) -> list[str]:
    return sorted("".join(sorted(part.members)) for part in found.parts)


@pytest.mark.parametrize(
    ("groups", "bonds", "expected"),
    [
        pytest.param(["ab", "c"], [], ["ab", "c"], id="nothing decided"),
        pytest.param(["ab", "c"], [bond("1", "same", "a", "c")], ["abc"], id="one of each side joins both"),
        pytest.param(["a", "b", "c"], [bond("1", "same", "a", "b", "c")], ["abc"], id="three sides at once"),
        pytest.param(
            ["a", "b", "c"], [bond("2", "same", "b", "c"), bond("1", "same", "a", "b")], ["abc"], id="by way of another"
        ),
        pytest.param(["abc"], [bond("1", "different", "a", "bc")], ["a", "bc"], id="one taken out"),
        pytest.param(["abcd"], [bond("1", "different", "a", "b")], ["acd", "b"], id="the rest stays with the first"),
        pytest.param(["abcd"], [bond("1", "different", "a", "bc")], ["a", "bcd"], id="the rest stays with the larger"),
        pytest.param(["ab", "cd"], [bond("1", "different", "ab", "cd")], ["ab", "cd"], id="apart already"),
        pytest.param(["abcd"], [bond("1", "different", "ab", "cd")], ["ab", "cd"], id="joined since"),
        pytest.param(
            ["abc"],
            [bond("2", "different", "b", "c"), bond("1", "different", "a", "bc")],
            ["a", "b", "c"],
            id="parted twice",
        ),
        pytest.param(["ab", "c"], [bond("1", "same", "x", "c")], ["ab", "c"], id="a side is gone"),
        pytest.param(["ab"], [bond("1", "different", "a", "x")], ["ab"], id="a side to part from is gone"),
        pytest.param(["aab", "c"], [bond("1", "same", "abc", "c")], ["aabc"], id="a side where most of it is"),
        pytest.param(["ab", "c"], [confirm("1", "abc")], ["abc"], id="held together as it was"),
    ],
)
def test_groups(groups: list[str], bonds: list[Bond], expected: list[str]) -> None:
    found = of(groups, *bonds)
    assert shown(found) == expected
    assert not found.overruled


def test_members_no_side_names_go_with_those_they_are_like() -> None:
    found = of(
        ["abcde"], bond("1", "different", "a", "b"), features={"a": "k", "b": "v", "c": "v", "d": "vw", "e": "w"}
    )
    assert shown(found) == ["a", "bcde"], "e is like d, which is like b"


@pytest.mark.parametrize(
    ("bonds", "expected", "overruled"),
    [
        pytest.param(
            [bond("2", "different", "a", "b"), bond("1", "same", "a", "b")],
            ["a", "b", "c"],
            {"1": "2"},
            id="newer parts",
        ),
        pytest.param(
            [bond("2", "same", "a", "b"), bond("1", "different", "a", "b")], ["ab", "c"], {"1": "2"}, id="newer joins"
        ),
        pytest.param(
            [bond("3", "different", "a", "c"), bond("2", "same", "b", "c"), bond("1", "same", "a", "b")],
            ["a", "bc"],
            {"1": "3"},
            id="the oldest of a chain gives way",
        ),
        pytest.param(
            [bond("3", "same", "a", "b"), bond("2", "same", "b", "c"), bond("1", "different", "a", "c")],
            ["abc"],
            {"1": "3"},
            id="a chain of newer ones joins",
        ),
        pytest.param(
            [bond("2", "different", "c", "a"), bond("1", "same", "a", "b", "c")],
            ["a", "b", "c"],
            {"1": "2"},
            id="all or none",
        ),
        pytest.param(
            [bond("2", "different", "c", "ab"), confirm("1", "abc")], ["ab", "c"], {"1": "2"}, id="loose: what may"
        ),
    ],
)
def test_the_newest_holds(bonds: list[Bond], expected: list[str], overruled: dict[str, str]) -> None:
    groups = ["ab", "c"] if bonds[-1].loose else ["a", "b", "c"]
    found = of(groups, *bonds)
    assert shown(found) == expected
    assert found.overruled == overruled


def test_a_group_parted_and_joined_again_is_whole() -> None:
    parted = bond("1", "different", "a", "b")
    found = of(["abcd"], bond("2", "same", "a", "b"), parted, features={"c": "x", "d": "y"})
    assert shown(found) == ["abcd"]
    assert found.overruled == {"1": "2"}


def test_parts_name_the_decisions_that_made_them() -> None:
    found = of(["ab", "c", "d"], bond("2", "same", "c", "d"), bond("1", "different", "a", "b"))
    assert {"".join(part.members): part.decisions for part in found.parts} == {"a": ("1",), "b": ("1",), "cd": ("2",)}


MEMBERS = "abcdefgh"
GROUPS = st.lists(st.integers(0, 4), min_size=len(MEMBERS), max_size=len(MEMBERS)).map(
    lambda places: ["".join(m for m, at in zip(MEMBERS, places, strict=True) if at == n) for n in sorted(set(places))]
)
SIDES = st.lists(st.sampled_from(MEMBERS), min_size=2, max_size=5, unique=True).flatmap(
    lambda named: st.integers(1, len(named) - 1).map(lambda cut: ("".join(named[:cut]), "".join(named[cut:])))
)
BONDS = st.lists(st.tuples(st.booleans(), SIDES, st.booleans()), max_size=6).map(
    lambda asked: [
        bond(str(number), "same" if together else "different", *sides, loose=loose and together)
        for number, (together, sides, loose) in enumerate(asked)
    ]
)


@given(GROUPS, BONDS)
def test_every_member_stays_in_one_part(groups: list[str], bonds: list[Bond]) -> None:
    assert sorted(member for part in of(groups, *bonds).parts for member in part.members) == sorted(MEMBERS)


@given(GROUPS, BONDS)
def test_without_what_is_overruled_the_outcome_is_the_same(groups: list[str], bonds: list[Bond]) -> None:
    found = of(groups, *bonds)
    standing = [one for one in bonds if one.loose or one.decision not in found.overruled]
    assert shown(of(groups, *standing)) == shown(found)


@given(GROUPS, BONDS, st.randoms())
def test_order_plays_no_part_where_nothing_is_overruled(groups: list[str], bonds: list[Bond], random: object) -> None:
    found = of(groups, *bonds)
    if found.overruled:
        return
    shuffled = list(bonds)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other = of(groups, *shuffled)
    assert (shown(other), other.overruled) == (shown(found), {})


@given(GROUPS, BONDS)
def test_the_newest_always_holds(groups: list[str], bonds: list[Bond]) -> None:
    if bonds:
        assert bonds[0].decision not in of(groups, *bonds).overruled


@given(GROUPS, BONDS)
def test_sides_that_are_apart_are_in_different_parts(groups: list[str], bonds: list[Bond]) -> None:
    found = of(groups, *bonds)
    at = {member: number for number, part in enumerate(found.parts) for member in part.members}
    for one in bonds:
        if one.decision not in found.overruled and all(len(side) == 1 for side in one.sides):
            (left,), (right,) = one.sides
            assert (at[left] == at[right]) is one.together
