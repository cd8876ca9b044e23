"""What is asked of events, and in which words."""

import msgspec
import pytest
from told import Told

from variorum.compare.points import compare_points
from variorum.lexicon.events import EventLexicon
from variorum.lexicon.load import read_lexicon
from variorum.lexicon.points import load_points
from variorum.model.base import Span
from variorum.model.tables import Point
from variorum.model.terms import (
    ArgumentBasis,
    EntityType,
    EventType,
    PointKind,
    Polarity,
    Realis,
    RoleKind,
    RoleStatus,
    Verdict,
)


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


def death(told: Told, name: str, words: str, report_words: str, concept: str = "kill", **rest: str) -> None:
    ana = told.person("Ana Roca")
    report = told.report(name, report_words, "2021-03-09")
    sides = {
        f"{rest.get('side', 'recipient')}_{part}": value for part, value in (("entity", ana), ("name", "Ana Roca"))
    }
    told.event(report, words, EventType.ASSAULT, concept, **sides)


def test_killed_or_by_own_hand():
    told = Told()
    death(told, "a", "Ana Roca was shot dead", "Ana Roca was shot dead.")
    death(told, "b", "Ana Roca took her own life", "Ana Roca took her own life.", side="actor")
    (point,) = points(told, PointKind.MANNER)
    assert (point.topic, point.verdict) == ("how Ana Roca died", Verdict.CONTRADICT)


def test_whoever_only_died_is_told_of_in_no_manner():
    told = Told()
    death(told, "a", "Ana Roca died", "Ana Roca died.")
    death(told, "b", "Ana Roca died of a heart attack", "Ana Roca died of a heart attack.")
    assert points(told, PointKind.MANNER) == []


def held(told: Told, name: str, words: str, concept: str, day: str, side: str = "recipient") -> None:
    ana = told.person("Ana Roca")
    report = told.report(name, f"Ana Roca {words}.", day)
    sides = {f"{side}_entity": ana, f"{side}_name": "Ana Roca"}
    told.event(report, f"Ana Roca {words}", EventType.COERCE, concept, **sides)


def test_captured_or_surrendered():
    told = Told()
    held(told, "a", "was captured", "arrest", "2021-03-09")
    held(told, "b", "gave herself up", "surrender", "2021-03-10", "actor")
    (point,) = points(told, PointKind.MANNER)
    assert (point.topic, point.verdict) == ("how Ana Roca came to be held, or free", Verdict.CONTRADICT)


def test_an_arrest_without_a_day_stands_against_an_abduction_told_days_later():
    told = Told()
    held(told, "a", "was arrested", "arrest", "2021-03-09")
    held(told, "b", "was abducted", "abduct", "2021-03-15")
    assert [point.verdict for point in points(told, PointKind.MANNER)] == [Verdict.CONTRADICT]


def test_released_after_an_arrest_is_no_contradiction():
    told = Told()
    held(told, "a", "was arrested", "arrest", "2021-03-09")
    held(told, "b", "is still under arrest", "arrest", "2021-03-09")
    held(told, "c", "was released", "release", "2021-03-10")
    assert [point.verdict for point in points(told, PointKind.MANNER)] == [Verdict.DIFFER]


def test_still_held_on_the_day_of_a_release_contradicts():
    told = Told()
    held(told, "a", "is still under arrest", "arrest", "2021-03-10")
    held(told, "b", "was released", "release", "2021-03-10")
    assert [point.verdict for point in points(told, PointKind.MANNER)] == [Verdict.CONTRADICT]


def freed(told: Told, name: str, who: str) -> None:
    report = told.report(name, f"{who} freed the hostages.", "2021-03-09")
    mention = told.group(report, who)
    group = told._entity(who, EntityType.GROUP)
    told.tables = msgspec.structs.replace(
        told.tables,
        mentions=tuple(
            msgspec.structs.replace(row, entity=group) if row.id == mention else row for row in told.tables.mentions
        ),
    )
    told.event(
        report,
        "freed the hostages",
        EventType.RETREAT,
        "release",
        actor=who,
        actor_entity=group,
        actor_name=who,
        actor_span=Span(start=0, end=len(who)),
        event="event-1",
    )


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Inmates", "Policemen", [Verdict.CONTRADICT]),
        ("Soldiers", "Policemen", [Verdict.DIFFER]),
        ("Neighbours", "Policemen", [Verdict.DIFFER]),
    ],
)
def test_what_one_side_only_can_have_done(left: str, right: str, verdict: list[Verdict]):
    told = Told()
    freed(told, "a", left)
    freed(told, "b", right)
    assert [point.verdict for point in points(told, PointKind.WHO)] == verdict


@pytest.mark.parametrize(
    ("words", "concept", "verdict"),
    [
        ("was abducted", "abduct", Verdict.CONTRADICT),
        ("was taken hostage", "abduct", Verdict.CONTRADICT),
        ("was kept as a hostage of the rebels", "abduct", None),
    ],
)
def test_who_is_called_a_hostage_need_not_have_been_abducted(words: str, concept: str, verdict: Verdict | None):
    told = Told()
    held(told, "a", "was arrested", "arrest", "2021-03-09")
    held(told, "b", words, concept, "2021-03-09")
    assert [point.verdict for point in points(told, PointKind.MANNER)] == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    ("event", "lemma", "verdict"),
    [("event-1", "looting", [Verdict.CONTRADICT]), ("event-2", "looting", []), ("event-1", "pogrom", [])],
)
def test_that_there_was_none_denies_the_acts_of_that_name_and_event_alone(
    event: str, lemma: str, verdict: list[Verdict]
):
    told = Told()
    for name, text, of, noun, realis in (
        ("a", f"The {lemma} began.", event, lemma, Realis.ACTUAL),
        ("b", "There was no looting.", "event-1", "looting", Realis.DENIED),
    ):
        polarity = Polarity.NEGATIVE if realis is Realis.DENIED else Polarity.POSITIVE
        report = told.report(name, text, "2021-03-09")
        told.event(report, noun, EventType.ASSAULT, "loot", event=of, lemma=noun, polarity=polarity, realis=realis)
    assert [point.verdict for point in points(told, PointKind.STATEMENT)] == verdict


def test_one_who_remains_in_office_and_has_resigned():
    told = Told()
    ana = told.person("Ana Roca")
    for name, text, status, value in (
        ("a", "The mayor, Ana Roca, remains in office.", RoleStatus.HOLDS, "office"),
        ("b", "The mayor Ana Roca presented her resignation.", RoleStatus.LOSES, "mayor"),
    ):
        report = told.report(name, text, "2021-08-14")
        day = None if name == "a" else "2021-08-13"
        told.role(
            report,
            text,
            RoleKind.OFFICE,
            status,
            holder="Ana Roca",
            holder_entity=ana,
            holder_name="Ana Roca",
            value=value,
            date=day,
        )
    found = [point for point in compare_points(told.tables).points if point.kind is PointKind.MANNER]
    assert [point.verdict for point in found] == [Verdict.CONTRADICT]
