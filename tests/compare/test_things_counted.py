"""Counts of things that no measure names: which are of one matter, and how they compare."""

import pytest
from told import Told

from variorum.compare.points import compare_points
from variorum.model.base import Span
from variorum.model.tables import Point
from variorum.model.terms import Measure, Verdict

FIRST = ("a", "Rebels of the north shot down three helicopters near the river.", "three helicopters", 3, "helicopter")
DAY = "2021-08-14"


def points(*accounts: tuple[str, str, str, int, str], days: tuple[str, ...] = (DAY, DAY)) -> list[Point]:
    told = Told()
    for (name, text, words, low, unit), day in zip(accounts, days, strict=True):
        report = told.report(name, text, day)
        sentence = Span(start=0, end=len(text))
        told.figure(report, words, Measure.OTHER, subject=words, unit=unit, low=low, high=low, sentence=sentence)
    return [point for point in compare_points(told.tables).points if point.measure is Measure.OTHER]


@pytest.mark.parametrize(
    ("text", "words", "low", "verdict"),
    [
        ("The rebels shot down six helicopters at the river.", "six helicopters", 6, Verdict.DIFFER),
        ("The rebels shot down three helicopters at the river.", "three helicopters", 3, Verdict.AGREE),
    ],
)
def test_things_told_of_in_like_words_are_one_question(text: str, words: str, low: int, verdict: Verdict) -> None:
    (point,) = points(FIRST, ("b", text, words, low, "helicopter"))
    assert (point.topic, point.verdict) == ("how many helicopters", verdict)


@pytest.mark.parametrize(
    ("text", "words", "low", "unit", "why"),
    [
        ("Two helicopters brought food.", "Two helicopters", 2, "helicopter", "other words"),
        ("The rebels shot down six drones at the river.", "six drones", 6, "drone", "another thing"),
        ("The rebels shot down 90 helicopters at the river.", "90 helicopters", 90, "helicopter", "another order"),
        ("The rebels shot at the river for six hours.", "six hours", 6, "hour", "no things"),
    ],
)
def test_other_matters_are_not_compared(text: str, words: str, low: int, unit: str, why: str) -> None:
    assert not points(FIRST, ("b", text, words, low, unit)), why


def test_weeks_apart_like_words_tell_of_another_matter() -> None:
    again = ("b", "The rebels shot down six helicopters at the river.", "six helicopters", 6, "helicopter")
    assert points(FIRST, again)
    assert not points(FIRST, again, days=(DAY, "2021-10-14"))


def test_a_report_of_several_numbers_counts_parts() -> None:
    told = Told()
    for name, text in (
        ("a", "Rebels shot down three helicopters near the river."),
        ("b", "Rebels shot down six helicopters near the river, two helicopters near the town."),
    ):
        report = told.report(name, text, DAY)
        for words, low in (("three helicopters", 3), ("six helicopters", 6), ("two helicopters", 2)):
            if words in text:
                span = Span(start=0, end=len(text))
                told.figure(report, words, Measure.OTHER, unit="helicopter", low=low, high=low, sentence=span)
    assert not [point for point in compare_points(told.tables).points if point.measure is Measure.OTHER]
