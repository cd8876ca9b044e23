"""None came to harm, says one account; some did, says another."""

import pytest
from told import Told

from variorum.compare.harm_denied import Harm, compare_harm
from variorum.compare.points import compare_points
from variorum.model.tables import Point
from variorum.model.terms import Measure, Verdict

KILLED, INJURED = Measure.KILLED, Measure.INJURED


def points(who: str, measure: Measure, rest: str = "") -> list[Point]:
    told = Told()
    first = told.report("a", f"No {who} was hurt{rest}.", "2021-08-14")
    words = f"No {who} was hurt{rest}"
    told.figure(first, words, measure, subject=who, low=0, high=0, voice="The ministry")
    second = told.report("b", "A guard died of stab wounds.", "2021-08-14")
    told.figure(second, "A guard died", KILLED, subject="guard", low=1, high=1)
    return [point for point in compare_points(told.tables).points if point.topic.startswith("whether any")]


def test_none_hurt_and_one_killed():
    (point,) = points("officer", INJURED)
    assert (point.topic, point.verdict) == ("whether any security forces came to harm", Verdict.CONTRADICT)
    assert [reading.says for reading in point.readings] == ["none injured", "some killed"]


@pytest.mark.parametrize(("who", "rest"), [("tourist", ""), ("officer", ", as far as is known: it is not clear")])
def test_other_people_and_what_is_not_known(who: str, rest: str):
    assert points(who, INJURED, rest) == []


@pytest.mark.parametrize(
    ("none", "some", "verdict"),
    [
        (Harm(True, INJURED, as_of="2021-08-14"), Harm(False, KILLED, as_of="2021-08-14"), "contradict"),
        (Harm(True, INJURED, as_of="2021-08-14"), Harm(False, KILLED, as_of="2021-08-16"), "differ"),
        (Harm(True, KILLED), Harm(False, INJURED), "differ"),
        (Harm(True, KILLED, day="2021-08-14"), Harm(False, KILLED, day="2021-08-12"), "differ"),
        (Harm(True, KILLED), Harm(True, INJURED), "agree"),
    ],
)
def test_two_accounts_of_harm(none: Harm, some: Harm, verdict: str):
    assert compare_harm(none, some).verdict == verdict
    assert compare_harm(some, none).verdict == verdict
