"""What is asked of events, and in which words."""

from told import Told

from variorum.compare.points import compare_points
from variorum.lexicon.events import EventLexicon
from variorum.lexicon.load import read_lexicon
from variorum.lexicon.points import load_points
from variorum.model.tables import Point
from variorum.model.terms import ArgumentBasis, EventType, PointKind, Polarity, Realis, Verdict


def points(told: Told, kind: PointKind) -> list[Point]:
    return [point for point in compare_points(told.tables).points if point.kind is kind]


def test_every_act_has_a_noun():
    assert {act.concept for act in read_lexicon("events", EventLexicon).acts} == set(load_points().phrases)


def protest(told: Told, name: str, words: str, day: str, edtf: str, aspect: str | None) -> None:
    report = told.report(name, f"The protest {words} {day}.", "2021-03-09")
    date = told.date(report, day, edtf)
    told.event(
        report,
        f"protest {words} {day}",
        EventType.PROTEST,
        "protest",
        date=edtf,
        date_ref=date,
        date_basis=ArgumentBasis.CLAUSE,
        aspect=aspect,
        event="event-1",
    )


def test_the_beginning_of_a_protest_is_not_held_against_a_later_gathering():
    told = Told()
    protest(told, "a", "began on", "2 March", "2021-03-02", "begin")
    protest(told, "b", "began on", "March 2", "2021-03-02", "begin")
    protest(told, "c", "filled the square on", "5 March", "2021-03-05", None)
    (point,) = points(told, PointKind.WHEN)
    assert (point.topic, point.verdict, len(point.readings)) == ("when the protest began", Verdict.AGREE, 2)


def test_two_beginnings_of_one_protest_contradict():
    told = Told()
    protest(told, "a", "began on", "2 March", "2021-03-02", "begin")
    protest(told, "b", "began on", "6 March", "2021-03-06", "begin")
    assert [point.verdict for point in points(told, PointKind.WHEN)] == [Verdict.CONTRADICT]


def test_a_denial_is_asked_for_in_plain_words():
    told = Told()
    union = told.body("Dockers' Union")
    for name, polarity, realis in (("a", Polarity.POSITIVE, Realis.ACTUAL), ("b", Polarity.NEGATIVE, Realis.DENIED)):
        report = told.report(name, "The union called a strike.", "2021-03-09")
        told.event(
            report,
            "called a strike",
            EventType.PROTEST,
            "strike",
            actor="The union",
            actor_name="Dockers' Union",
            actor_entity=union,
            polarity=polarity,
            realis=realis,
        )
    (point,) = points(told, PointKind.STATEMENT)
    assert (point.topic, point.verdict) == ("whether there was a strike by Dockers' Union", Verdict.CONTRADICT)
