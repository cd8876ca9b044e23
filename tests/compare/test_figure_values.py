"""Truth table of figures: two counts of one scope, the verdict, and a word of the reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.compare.figure_values import Count, compare_counts, says
from variorum.model.tables import Figure


def count(low=None, high=None, **rest):
    return Count(low=low, high=high, **{"speaker": "ministry", "grows": True, **rest})


EARLY, LATE = "2021-08-14", "2021-08-17"

TABLE = [
    ("the same number", count(18, 18), count(18, 18, speaker="union"), "agree", "both say 18"),
    ("a bound and the same number", count(8, None), count(8, 8), "agree", "same"),
    ("vague words and a number inside", count(24, 99), count(60, 60), "agree", "ranges meet"),
    ("two vague ranges that meet", count(24, 99), count(40, 50, approximate=True), "agree", "ranges meet"),
    (
        "about a number and one within a tenth",
        count(1000, 1000, approximate=True),
        count(1040, 1040),
        "agree",
        "vagueness",
    ),
    ("about and more than", count(1000, 1000, approximate=True), count(1001, None), "differ", "both can be true"),
    ("a bound and a larger number, days unknown", count(8, None), count(18, 18), "differ", "both can be true"),
    ("a bound, later a number", count(8, None, as_of=EARLY), count(18, 18, as_of=LATE), "update", "grows"),
    ("a number, later a larger one", count(18, 18, as_of=EARLY), count(26, 26, as_of=LATE), "update", "grows"),
    (
        "a number, later a smaller one",
        count(26, 26, as_of=EARLY),
        count(18, 18, as_of=LATE, speaker="union"),
        "differ",
        "different days",
    ),
    ("two numbers, one day unknown", count(18, 18, as_of=EARLY), count(26, 26), "differ", "as of when"),
    (
        "far apart on one day",
        count(18, 18, as_of=EARLY),
        count(70, 70, as_of=EARLY, speaker="union"),
        "contradict",
        "cannot",
    ),
    (
        "an earlier toll of one day",
        count(18, 18, as_of=EARLY, order=-1),
        count(70, 70, as_of=EARLY, speaker="union"),
        "update",
        "rose on the day",
    ),
    (
        "a toll that rose on one day",
        count(18, 18, as_of=EARLY),
        count(70, 70, as_of=EARLY, speaker="union", order=1),
        "update",
        "rose on the day",
    ),
    (
        "an earlier toll that is the larger",
        count(18, 18, as_of=EARLY),
        count(70, 70, as_of=EARLY, speaker="union", order=-1),
        "contradict",
        "cannot",
    ),
    ("near on one day", count(18, 18, as_of=EARLY), count(21, 21, as_of=EARLY, speaker="union"), "differ", "hours"),
    ("two and three", count(2, 2, as_of=EARLY), count(3, 3, as_of=EARLY, speaker="union"), "differ", "close"),
    (
        "far apart, tied to nothing",
        count(18, 18, as_of=EARLY, firm=False),
        count(70, 70, as_of=EARLY, speaker="union"),
        "differ",
        "nothing ties",
    ),
    ("one voice on one day", count(18, 18, as_of=EARLY), count(70, 70, as_of=EARLY), "differ", "same voice"),
    (
        "zero against many",
        count(0, 0, as_of=EARLY),
        count(40, 40, as_of=EARLY, speaker="union"),
        "contradict",
        "cannot",
    ),
    (
        "at most against more",
        count(None, 20, as_of=EARLY),
        count(90, None, as_of=EARLY, speaker="x"),
        "contradict",
        "cannot",
    ),
    (
        "vague words and a number not far outside",
        count(24, 99, as_of=EARLY),
        count(170, None, as_of=EARLY, speaker="union"),
        "differ",
        "close",
    ),
    (
        "vague words and a number far outside",
        count(24, 99, as_of=EARLY),
        count(6, 6, as_of=EARLY, speaker="union"),
        "contradict",
        "cannot",
    ),
    (
        "the children and the people",
        count(6, 6, as_of=EARLY, of="children"),
        count(30, 30, as_of=EARLY, speaker="union", of="people"),
        "differ",
        "only the children",
    ),
    (
        "a number that the other account gives beside its own",
        count(10, 10, as_of=EARLY),
        count(31, 31, as_of=EARLY, speaker="union", beside=frozenset({10, 31})),
        "agree",
        "as well",
    ),
    (
        "doubled, and from half to whole",
        count(2, 2, ratio=2.0, grows=False),
        count(60, 120, previous=60, ratio=2.0, grows=False),
        "agree",
        "same change",
    ),
    (
        "a price is no growing count",
        count(50, 50, as_of=EARLY, grows=False),
        count(90, 90, as_of=LATE, grows=False, speaker="union"),
        "differ",
        "different days",
    ),
]


@pytest.mark.parametrize(("case", "left", "right", "verdict", "reason"), TABLE, ids=[row[0] for row in TABLE])
def test_truth_table(case, left, right, verdict, reason):
    found = compare_counts(left, right)
    assert found.verdict == verdict
    assert reason in found.reason


NUMBERS = st.one_of(st.none(), st.integers(0, 5000))


@st.composite
def counts(draw):
    low, high = draw(NUMBERS), draw(NUMBERS)
    if low is None and high is None:
        low = 1
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Count(
        low=low,
        high=high,
        approximate=draw(st.booleans()),
        as_of=draw(st.sampled_from([None, EARLY, LATE])),
        speaker=draw(st.sampled_from(["a", "b"])),
        grows=True,
    )


@given(counts(), counts())
def test_comparison_is_symmetric(left, right):
    assert compare_counts(left, right).verdict == compare_counts(right, left).verdict


@given(counts())
def test_a_count_agrees_with_itself(one):
    assert compare_counts(one, one).verdict == "agree"


@pytest.mark.parametrize(
    ("fields", "form"),
    [
        ({"low": 18, "high": 18}, "18"),
        ({"low": 8}, "≥8"),
        ({"high": 20}, "≤20"),
        ({"low": 1000, "high": 1000, "approximate": True}, "~1000"),
        ({"low": 40, "high": 50}, "40..50"),
        ({"low": 60, "high": 120, "previous": 60}, "60→120"),
        ({"low": 2, "high": 2, "unit": "ratio"}, "×2"),
        ({"low": 2.5, "high": 2.5}, "2.5"),
    ],
)
def test_normal_form(fields, form):
    assert says(Figure(id="f", report="r", start=0, end=1, text="x", **fields)) == form
