"""How harm was done, by the words of a passage."""

import pytest

from variorum.lexicon.events import load_event_kinds
from variorum.lexicon.means import Means, is_pointed, other_means

MEANS = Means(load_event_kinds().means)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Four died when a lorry bomb, an explosive device on wheels, went off", {"air", "blast"}),
        ("A suicide bombing emptied the market", {"blast"}),
        ("Barrel bombs fell on the bakery", {"air"}),
        ("Mortar shells hit the school", {"shelling"}),
        ("Guards shot two men", {"firearms"}),
        ("They fell in clashes on the bridge", {"combat"}),
        ("A bus overturned near the pass", {"crash"}),
        ("The minister spoke of progress", set()),
        ("Miners waited at the gate", set()),
    ],
)
def test_means_named(text: str, kinds: set[str]) -> None:
    assert MEANS.of(text) == kinds


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({"air"}, {"blast"}, True),
        ({"air", "shelling"}, {"shelling"}, False),
        ({"combat"}, {"firearms"}, False),
        (set(), {"air"}, False),
    ],
)
def test_other_means(one: set[str], other: set[str], apart: bool) -> None:
    assert other_means(frozenset(one), frozenset(other)) is apart


def test_fighting_at_large_points_to_no_deed() -> None:
    assert not is_pointed(frozenset({"combat"}))
    assert is_pointed(frozenset({"combat", "air"}))
