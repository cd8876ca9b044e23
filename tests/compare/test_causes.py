"""What brought a thing down: which sentences give a cause, and which causes exclude each other."""

import pytest
from told import Told

from variorum.compare.cause_words import named_as_cause
from variorum.compare.causes import Origin, compare_causes
from variorum.compare.points import compare_points
from variorum.model.base import Span
from variorum.model.tables import Point
from variorum.model.terms import ArgumentBasis, EventType, PointKind, Polarity, Verdict


def causes(*texts: str) -> list[Point]:
    told = Told()
    for number, text in enumerate(texts):
        told.report(f"r{number}", text, "2021-08-14")
    return [point for point in compare_points(told.tables).points if point.kind is PointKind.MANNER]


@pytest.mark.parametrize(
    ("left", "right", "topic"),
    [
        ("The blaze was caused by a short circuit.", "A fire at the mill was started by rioters.", "fire"),
        ("The plane crashed after an engine failure.", "The aircraft was shot down.", "plane crash"),
        ("The dam burst because of an earthquake.", "Rebels blew up the dam.", "collapse of the dam"),
        ("The ferry sank after it hit mines.", "The ferry sank because of strong winds.", "sinking of the ship"),
        (
            "The bridge was destroyed by a missile.",
            "The bridge collapsed because of poor maintenance.",
            "destruction of the bridge",
        ),
    ],
)
def test_rival_causes_contradict(left: str, right: str, topic: str):
    (point,) = causes(left, right)
    assert (point.topic, point.verdict) == (f"what caused the {topic}", Verdict.CONTRADICT)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The bridge was blocked by protesters.", "The bridge was closed because of floods."),
        ("The school was visited by soldiers.", "The school burned down because of a short circuit."),
        ("The blaze was not caused by arson.", "The blaze was an accident."),
        ("The plane may have been shot down.", "The plane crashed because of an engine failure."),
        ("The minister denied that the dam was blown up.", "The dam burst because of an earthquake."),
        ("Demonstrators set out from the school.", "A fire at the mill was an accident."),
    ],
)
def test_sentences_that_give_no_cause(left: str, right: str):
    assert causes(left, right) == []


def test_things_in_two_towns_are_two_questions():
    told = Told()
    for name, town, words in (("a", "Lima", "was caused by arson"), ("b", "Cusco", "was an accident")):
        report = told.report(name, f"The fire in {town} {words}.", "2021-08-14")
        told.place(report, town, "PE")
    assert [point for point in compare_points(told.tables).points if point.kind is PointKind.MANNER] == []


AIR, BLAST = frozenset({"air"}), frozenset({"blast"})


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (Origin("accident"), Origin("accident"), "agree"),
        (Origin("accident"), Origin("attack"), "contradict"),
        (Origin("accident", ("neglect",)), Origin("neglect"), "differ"),
        (Origin("attack", (), AIR), Origin("attack", (), BLAST), "contradict"),
        (Origin("attack", (), AIR), Origin("attack"), "agree"),
        (Origin("accident", told="2021-03-01"), Origin("attack", told="2021-08-14"), "differ"),
    ],
)
def test_causes(left: Origin, right: Origin, verdict: str):
    assert compare_causes(left, right).verdict == verdict
    assert compare_causes(right, left).verdict == verdict


def test_a_cause_that_is_denied():
    told = Told()
    first = told.report("a", "The firm said the dam burst because of an earthquake.", "2021-08-14")
    second = told.report("b", "The institute denied that an earthquake had taken place.", "2021-08-15")
    told.claim(first, "the dam burst because of an earthquake", "The firm")
    told.claim(second, "an earthquake had taken place", "The institute", polarity=Polarity.NEGATIVE)
    (point,) = [point for point in compare_points(told.tables).points if point.kind is PointKind.MANNER]
    assert point.verdict is Verdict.CONTRADICT
    assert {reading.says for reading in point.readings} == {"natural cause", "not natural cause"}


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("The fire was started by students.", "The hall was set alight by members of the party, not by students.", 1),
        ("The fire was started by students.", "The hall was set alight by students of law.", 0),
    ],
)
def test_who_set_the_fire(left: str, right: str, found: int):
    contradicting = [point for point in causes(left, right) if point.verdict is Verdict.CONTRADICT]
    assert len(contradicting) == found


def test_the_crash_is_that_of_the_sentence_before():
    (point,) = causes(
        "A helicopter came down near the lake. The crash was caused by a technical fault.",
        "They shot down a helicopter.",
    )
    assert (point.topic, point.verdict) == ("what caused the plane crash", Verdict.CONTRADICT)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("an earthquake was registered", True),
        ("aid came within a day after the earthquake", False),
        ("help was there, though an earthquake struck", True),
    ],
)
def test_a_cause_named_only_as_a_time(words: str, named: bool):
    assert named_as_cause("earthquake", words) is named


def test_people_are_a_cause_only_where_they_did_it():
    fault = "The blaze was caused by a short circuit."
    (point,) = causes(fault, "The blaze was set by masked students.")
    assert point.verdict is Verdict.CONTRADICT
    assert causes(fault, "The blaze spread because police came late.") == []


def fire(told: Told, name: str, doer: str, day: str | None) -> None:
    words = f"{doer} set fire to the hall"
    report = told.report(name, f"{words}.", "2021-08-14")
    told.event(
        report,
        "set fire to the hall",
        EventType.ASSAULT,
        "burn",
        actor=doer,
        actor_span=Span(start=0, end=len(doer)),
        date=day,
        date_basis=ArgumentBasis.CLAUSE if day else None,
    )


@pytest.mark.parametrize(
    ("left", "right", "verdicts", "why"),
    [
        (("Protesters", None), ("Agents", None), [Verdict.CONTRADICT], "two kinds of people"),
        (("Protesters", None), ("Demonstrators", None), [Verdict.AGREE], "one kind of people"),
        (("Protesters", None), ("Men", None), [Verdict.AGREE], "people at large may be of any kind"),
        (("Protesters", "2021-08-10"), ("Agents", "2021-08-12"), [], "two days, so two fires"),
        (("Protesters", "2021-08-10"), ("Agents", None), [Verdict.CONTRADICT], "the only day named"),
    ],
)
def test_who_set_the_fire_as_the_verb_has_it(
    left: tuple[str, str | None], right: tuple[str, str | None], verdicts: list[Verdict], why: str
):
    told = Told()
    fire(told, "a", *left)
    fire(told, "b", *right)
    points = [p for p in compare_points(told.tables).points if p.topic.startswith("what caused")]
    assert [point.verdict for point in points] == verdicts, why
