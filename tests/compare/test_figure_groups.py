"""Which counts are compared: sides of a border, states of people, single persons, tolls told under two events."""

import pytest
from told import Told

from variorum.compare.points import compare_points
from variorum.model.base import Span
from variorum.model.tables import Point
from variorum.model.terms import EventType, Measure, PointKind, Realis, Verdict

KILLED = Measure.KILLED


def points(told: Told) -> list[Point]:
    return [point for point in compare_points(told.tables).points if point.kind is PointKind.FIGURE]


def test_the_dead_of_two_armies_are_two_questions():
    told = Told()
    for name, day, peru, chile in (("a", "2021-08-14", "four", "nine"), ("b", "2021-08-15", "six", "ten")):
        text = f"Peru and Chile fought. In all {peru} Peruvian soldiers and {chile} Chilean soldiers were killed."
        report = told.report(name, text, day)
        told.place(report, "Peru", "PE", "country")
        told.place(report, "Chile", "CL", "country")
        for words, low in ((f"{peru} Peruvian soldiers", 4), (f"{chile} Chilean soldiers", 9)):
            told.figure(report, words, KILLED, subject=words.split(" ", 1)[1], low=low, high=low)
    assert sorted(point.topic for point in points(told)) == [
        "security forces of Chile killed",
        "security forces of Peru killed",
    ]


def test_its_own_dead_are_those_of_the_country_that_speaks():
    told = Told()
    for name, text, words in (
        ("a", "Peru put its own dead at 12; 30 Chilean soldiers fell.", "dead at 12"),
        ("b", "12 Peruvian soldiers died, and 30 Chilean soldiers.", "12 Peruvian soldiers"),
    ):
        report = told.report(name, text, "2021-08-14")
        if name == "a":
            told.place(report, "Peru", "PE", "country")
        told.place(report, "Chile", "CL")
        whole = Span(start=0, end=len(text))
        told.figure(report, words, KILLED, subject="soldiers", low=12, high=12, sentence=whole)
        told.figure(report, "30 Chilean soldiers", KILLED, subject="Chilean soldiers", low=30, high=30)
    assert "security forces of Peru killed" in {point.topic for point in points(told)}


@pytest.mark.parametrize(
    ("left", "right", "state"),
    [
        ("12 miners were taken hostage", "They were holding 20 miners", "held hostage"),
        ("12 miners are trapped", "Trapped underground; 20 miners buried alive", "trapped"),
        ("12 inmates escaped", "20 inmates are on the run", "escaped"),
    ],
)
def test_states_that_no_measure_names_are_compared(left: str, right: str, state: str):
    told = Told()
    for name, text, low in (("a", left, 12), ("b", right, 20)):
        report = told.report(name, text + ".", "2021-08-14")
        words = next(f"{low} {word}" for word in ("miners", "inmates") if word in text)
        told.figure(
            report,
            words,
            Measure.OTHER,
            subject=words.split()[1],
            low=low,
            high=low,
            voice=f"Voice {name}",
            sentence=Span(start=0, end=len(text)),
        )
    (point,) = points(told)
    assert (point.topic, point.verdict) == (f"people {state}", Verdict.CONTRADICT)


def test_other_counts_of_people_are_no_question():
    told = Told()
    for name, low in (("a", 12), ("b", 20)):
        report = told.report(name, f"The firm employs {low} miners.", "2021-08-14")
        told.figure(report, f"{low} miners", Measure.OTHER, subject="miners", low=low, high=low)
    assert points(told) == []


def test_a_minister_shot_dead_is_no_toll():
    told = Told()
    first = told.report("a", "The former minister was shot dead.", "2021-08-14")
    second = told.report("b", "In all 14 people were killed.", "2021-08-14")
    told.figure(
        first, "The former minister was shot", KILLED, subject="minister", low=1, high=1, number=Span(start=0, end=3)
    )
    told.figure(second, "14 people were killed", KILLED, subject="people", low=14, high=14)
    assert points(told) == []


def toll(told: Told, name: str, low: int, **rest: object) -> None:
    report = told.report(name, f"Reports say that {low} people were killed.", f"2021-08-{14 + len(name)}")
    told.figure(report, f"{low} people were killed", KILLED, subject="people", low=low, high=low, **rest)


def test_a_toll_told_of_an_event_and_of_the_crisis_is_one_question():
    told = Told()
    toll(told, "a", 12, event="event-1")
    toll(told, "bb", 15, event="event-1")
    toll(told, "ccc", 19)
    (point,) = points(told)
    assert [reading.low for reading in point.readings] == [12, 15, 19]
    assert point.verdict is Verdict.UPDATE


def test_none_missing_and_sixty_missing_are_no_parts_of_one_sum():
    told = Told()
    report = told.report(
        "a", "A source said 60 soldiers are missing. The army said that none was missing.", "2021-08-14"
    )
    for words, low, voice in (("60 soldiers are missing", 60, "A source"), ("none was missing", 0, "The army")):
        told.figure(
            report, words, Measure.MISSING, subject="soldiers", low=low, high=low, voice=voice, voice_entity=voice
        )
    (point,) = points(told)
    assert point.verdict is Verdict.CONTRADICT


@pytest.mark.parametrize(("second", "found"), [("", 1), (" In all 30 soldiers were killed.", 0)])
def test_the_only_count_of_a_report_is_its_toll_though_a_doer_is_named(second: str, found: int):
    told = Told()
    first = told.report("a", f"Gunmen killed 17 soldiers on Monday.{second}", "2021-08-14")
    other = told.report("b", "At least 40 soldiers were killed.", "2021-08-15")
    deed = told.event(first, "killed 17 soldiers", EventType.ASSAULT, "kill", actor="Gunmen")
    told.figure(first, "killed 17 soldiers", KILLED, subject="soldiers", low=17, high=17, event_mention=deed)
    if second:
        told.figure(first, "30 soldiers were killed", KILLED, subject="soldiers", low=30, high=30, event="event-9")
    told.figure(other, "At least 40 soldiers were killed", KILLED, subject="soldiers", low=40)
    compared = {reading.low for point in points(told) for reading in point.readings}
    assert (17 in compared) is bool(found)


def test_of_two_armies_each_has_its_own_dead():
    told = Told()
    for name, text, words, low in (
        ("a", "Lima: more than 60 enemy soldiers were killed.", "more than 60 enemy soldiers were killed", 61),
        ("b", "Chile lost seven soldiers.", "lost seven soldiers", 7),
        ("c", "Lima: 25 Peruvian soldiers were killed.", "25 Peruvian soldiers were killed", 25),
        ("d", "On the Peruvian side three soldiers fell.", "three soldiers fell", 3),
    ):
        report = told.report(name, text, "2021-08-14")
        told.place(report, "Lima", "PE") if "Lima" in text else None
        told.place(report, "Chile", "CL", "country") if "Chile" in text else None
        whole = Span(start=0, end=len(text))
        high = None if low > 60 else low
        told.figure(report, words, KILLED, subject="soldiers", low=low, high=high, sentence=whole, voice="A source")
    found = {point.topic: {reading.low for reading in point.readings} for point in points(told)}
    assert sorted(map(sorted, found.values())) == [[3, 25], [7, 61]]


def test_people_killed_in_a_list_of_towns_are_those_of_the_country():
    told = Told()
    for name, text, low in (
        ("a", "In all 16 people were killed in Lima, Cusco and Ica.", 16),
        ("b", "In all 9 people were killed in Peru.", 9),
    ):
        report = told.report(name, text, "2021-08-14" if low == 9 else "2021-08-16")
        whole = Span(start=0, end=len(text))
        first = told.place(report, "Lima" if low == 16 else "Peru", "PE", "city" if low == 16 else "country")
        if low == 16:
            told.place(report, "Cusco", "PE")
        told.figure(
            report,
            f"{low} people were killed",
            KILLED,
            subject="people",
            low=low,
            high=low,
            sentence=whole,
            place_entity=first,
            place_ref=told.tables.places[0 if low == 16 else -1].id,
        )
    (point,) = points(told)
    assert point.verdict is Verdict.UPDATE


def test_a_toll_told_under_a_day_and_those_told_before_it_are_of_one_crisis():
    told = Told()
    for name, day, low, date in (
        ("a", "2021-08-13", 31, None),
        ("b", "2021-08-14", 46, None),
        ("c", "2021-08-17", 58, "2021-08-16"),
    ):
        report = told.report(name, f"In all {low} people were killed in Peru.", day)
        told.place(report, "Peru", "PE", "country")
        told.figure(report, f"{low} people were killed", KILLED, subject="people", low=low, high=low, date=date)
    (point,) = points(told)
    assert (point.verdict, {reading.low for reading in point.readings}) == (Verdict.UPDATE, {31, 46, 58})


@pytest.mark.parametrize(("realis", "topics"), [(Realis.ACTUAL, ["people killed"]), (Realis.DENIED, [])])
def test_the_count_of_a_deed_denied_is_nobodys(realis: Realis, topics: list[str]):
    told = Told()
    for name, text, kind in (
        ("a", "He denied that nine people were killed.", realis),
        ("b", "In all nine people were killed.", Realis.ACTUAL),
    ):
        report = told.report(name, text, "2021-08-14")
        event = told.event(report, "killed", EventType.ASSAULT, "kill", event="event-1", realis=kind)
        told.figure(
            report,
            "nine people were killed",
            KILLED,
            subject="people",
            low=9,
            high=9,
            event="event-1",
            event_mention=event,
        )
    assert [point.topic for point in points(told)] == topics


def test_who_is_counted_without_a_word_is_who_was_counted_before():
    told = Told()
    text = "Eleven soldiers fell and 34 were wounded."
    report = told.report("a", text, "2021-08-14")
    whole = Span(start=0, end=len(text))
    told.figure(report, "Eleven soldiers fell", KILLED, subject="soldiers", low=11, high=11, sentence=whole)
    told.figure(report, "34 were wounded", Measure.INJURED, subject="people", low=34, high=34, sentence=whole)
    other = told.report("b", "At least 120 patients were wounded.", "2021-08-14")
    words = "At least 120 patients were wounded"
    told.figure(other, words, Measure.INJURED, subject="patients", low=120, voice="A doctor")
    assert points(told) == []
