"""By what means a crowd's dead died, how one just named as dead died, who won a vote."""

import pytest
from told import Told

from variorum.compare.crowd_deaths import compare_means
from variorum.compare.points import compare_points
from variorum.model.base import Span
from variorum.model.tables import Point
from variorum.model.terms import EventType, Measure, PointKind, Verdict


def points(told: Told, kind: PointKind) -> list[Point]:
    return [point for point in compare_points(told.tables).points if point.kind is kind]


def dead(told: Told, name: str, text: str, words: str, event: str = "event-1") -> None:
    report = told.report(name, text, "2021-08-14")
    told.event(report, text, EventType.ASSAULT, "kill", event=event)
    told.figure(report, words, Measure.KILLED, low=3, high=3, event=event, sentence=Span(start=0, end=len(text)))


def test_shot_or_crushed():
    told = Told()
    dead(told, "a", "Three people died of gunshot wounds.", "Three people")
    dead(told, "b", "Three people were crushed in a stampede.", "Three people")
    (point,) = points(told, PointKind.MANNER)
    assert point.verdict is Verdict.CONTRADICT
    assert {reading.says for reading in point.readings} == {"firearms", "crush"}


@pytest.mark.parametrize(
    ("left", "right", "event"),
    [
        ("Three people died of gunshot wounds.", "Three people were crushed in a stampede.", "event-2"),
        ("Three people died of gunshot wounds.", "Three people died.", "event-1"),
        ("Three people died of gunshot wounds.", "Three people were tortured to death.", "event-1"),
    ],
)
def test_no_question_of_means(left: str, right: str, event: str):
    told = Told()
    dead(told, "a", left, "Three people")
    dead(told, "b", right, "Three people", event)
    assert points(told, PointKind.MANNER) == []


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ({"air"}, {"air"}, "agree"),
        ({"air", "blast"}, {"blast"}, "agree"),
        ({"air"}, {"blast"}, "contradict"),
        ({"firearms"}, {"custody"}, "differ"),
    ],
)
def test_means(left: set[str], right: set[str], verdict: str):
    assert compare_means(frozenset(left), frozenset(right)).verdict == verdict
    assert compare_means(frozenset(right), frozenset(left)).verdict == verdict


def in_cell(told: Told, name: str, said: str, voice: str) -> None:
    ana = told.person("Ana Roca")
    report = told.report(name, f"Ana Roca was found dead. {voice} said that {said}.", "2021-08-14")
    told.event(
        report,
        "Ana Roca was found dead",
        EventType.ASSAULT,
        "kill",
        recipient="Ana Roca",
        recipient_entity=ana,
        recipient_name="Ana Roca",
    )
    told.claim(report, said, voice)


def test_what_is_said_of_one_just_named_as_dead():
    told = Told()
    in_cell(told, "a", "she had hanged herself", "Police")
    in_cell(told, "b", "she had been beaten to death", "Her family")
    (point,) = points(told, PointKind.MANNER)
    assert (point.topic, point.verdict) == ("how Ana Roca died", Verdict.CONTRADICT)


def test_what_is_said_of_others_is_no_manner_of_that_death():
    told = Told()
    in_cell(told, "a", "a guard had hanged himself", "Police")
    in_cell(told, "b", "she had been beaten to death", "Her family")
    assert points(told, PointKind.MANNER) == []


def vote(told: Told, name: str, text: str, who: str) -> None:
    report = told.report(name, text, "2021-08-14")
    person = told.person(who)
    told.name(report, who, person)


def test_two_winners_of_one_vote_contradict():
    told = Told()
    vote(told, "a", "Ana Roca won the election, the court said.", "Ana Roca")
    vote(told, "b", "Luis Paz was declared the winner on Sunday.", "Luis Paz")
    (point,) = points(told, PointKind.WHO)
    assert (point.topic, point.verdict) == ("who won the vote", Verdict.CONTRADICT)


def test_the_winner_of_an_earlier_vote_is_none_of_this():
    told = Told()
    vote(told, "a", "Ana Roca won the election in 2011.", "Ana Roca")
    vote(told, "b", "Luis Paz was declared the winner on Sunday.", "Luis Paz")
    assert points(told, PointKind.WHO) == []


@pytest.mark.parametrize(
    ("said", "day", "verdict"),
    [
        ("Ana Roca was alive", "2021-08-16", [Verdict.CONTRADICT]),
        ("Ana Roca was alive", "2021-08-10", [Verdict.DIFFER]),
        ("Ana Roca was brave", "2021-08-16", []),
    ],
)
def test_dead_or_alive(said: str, day: str, verdict: list[Verdict]):
    told = Told()
    ana = told.person("Ana Roca")
    first = told.report("a", "Ana Roca was found dead.", "2021-08-14")
    told.event(
        first,
        "Ana Roca was found dead",
        EventType.ASSAULT,
        "kill",
        recipient="Ana Roca",
        recipient_entity=ana,
        recipient_name="Ana Roca",
    )
    second = told.report("b", f"Her brother said {said}.", day)
    told.name(second, "Ana Roca", ana)
    told.claim(second, said, "Her brother")
    assert [point.verdict for point in points(told, PointKind.STATEMENT)] == verdict


@pytest.mark.parametrize(
    ("words", "result", "found"),
    [
        ("I won this election", "won 61% of the vote", 1),
        ("I consider myself the winner", "won 55.2 per cent of the votes", 1),
        ("I won this election", "won 31% of the vote", 0),
        ("I won him over", "won 61% of the vote", 0),
    ],
)
def test_who_says_of_themselves_that_they_won_stands_against_the_result(words: str, result: str, found: int):
    told = Told()
    ana = told.person("Ana Roca")
    first = told.report("a", f"{words}, Ana Roca said.", "2021-03-09")
    told.claim(first, words, "Ana Roca", voice_entity=ana, voice_name="Ana Roca")
    vote(told, "b", f"Luis Paz {result}.", "Luis Paz")
    points = [point for point in compare_points(told.tables).points if point.topic == "who won the vote"]
    assert [point.verdict for point in points] == [Verdict.CONTRADICT] * found
