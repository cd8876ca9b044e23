"""Who began a fight, in which words, and when two accounts of it contradict each other."""

import pytest
from told import Told

from variorum.compare.first_doers import Beginner, compare_beginners
from variorum.compare.first_words import told_doers, without_denial
from variorum.compare.points import compare_points
from variorum.model.tables import Point
from variorum.model.terms import PointKind, Verdict


def points(told: Told) -> list[Point]:
    return [point for point in compare_points(told.tables).points if point.kind is PointKind.WHO]


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("the guards fired first", "the guards"),
        ("he said that the strikers opened fire first", "the strikers"),
        ("the marchers were the first to throw stones", "the marchers"),
        ("the first shots came from the barracks on the hill", "the barracks"),
        ("the fighting was provoked by the militia, he said", "the militia"),
        ("clashes broke out late on monday when the police attacked the camp", "the police"),
        ("at noon the fans started a brawl", "the fans"),
        ("the fighting began at noon", None),
        ("they fired first", None),
        ("although the guards opened fire first", "the guards"),
        ("the mayor started the fight against corruption", None),
    ],
)
def test_words_that_say_who_began_it(sentence: str, doer: str | None):
    assert [sentence[span.start : span.end] for _, span in told_doers(sentence)] == ([doer] if doer else [])


def test_a_denial_is_taken_off_the_phrase():
    assert without_denial("the guards did not") == "the guards"
    assert without_denial("the guards") == "the guards"


def case(left: str, right: str) -> list[Point]:
    told = Told()
    told.report("a", left, "2021-08-14")
    told.report("b", right, "2021-08-15")
    return points(told)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("The police fired first.", "Protesters opened fire first.", Verdict.CONTRADICT),
        ("Peruvian soldiers fired first.", "Chilean soldiers fired first.", Verdict.CONTRADICT),
        ("The police fired first.", "The police did not fire first.", Verdict.CONTRADICT),
        ("The police fired first.", "The police will not fire first.", None),
        ("The soldiers fired first.", "It was the troops who fired first. The soldiers fired first.", Verdict.AGREE),
        ("The police fired first.", "Who says that the protesters fired first?", None),
    ],
)
def test_accounts_of_who_began_it(left: str, right: str, verdict: Verdict | None):
    found = case(left, right)
    assert [point.verdict for point in found] == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (Beginner("the guards", kind="security forces"), Beginner("inmates", kind="prisoners"), "contradict"),
        (Beginner("the guards", towns=frozenset("a")), Beginner("inmates", towns=frozenset("b")), "differ"),
        (Beginner("the guards", denied=True), Beginner("the guards"), "contradict"),
        (Beginner("the guards", denied=True), Beginner("inmates"), "differ"),
        (Beginner("the Red Gang", "1", body=True), Beginner("the Blues", "2", body=True), "contradict"),
        (Beginner("the army", "1", body=True), Beginner("the government", "2", body=True), "differ"),
        (Beginner("inmates", told="2021-01-01"), Beginner("guards", told="2021-03-01"), "differ"),
    ],
)
def test_two_beginners(left: Beginner, right: Beginner, verdict: str):
    assert compare_beginners(left, right).verdict == verdict
    assert compare_beginners(right, left).verdict == verdict
