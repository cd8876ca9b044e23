"""Who holds a town: in which words it is said, and when two accounts contradict each other."""

import pytest
from told import Told

from variorum.compare.control import Holder, compare_control
from variorum.compare.holding_words import told_holders
from variorum.compare.points import compare_points
from variorum.model.tables import Point
from variorum.model.terms import Verdict


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("the army now controls cerro alto", "the army"),
        ("it was the rebels who captured cerro alto", "the rebels"),
        ("nobody controls cerro alto", "nobody"),
        ("cerro alto remains under the full control of the peruvian army", "the peruvian army"),
        ("the village is again in peruvian hands", "peruvian"),
        ("the matter is in good hands", None),
        ("they control cerro alto", None),
        ("the ship is under remote control", None),
    ],
)
def test_words_that_say_who_holds_a_place(sentence: str, holder: str | None):
    found = [sentence[one.holder.start : one.holder.end] for one in told_holders(sentence)]
    assert found == ([holder] if holder else [])


def case(left: str, right: str, day: str = "2021-08-14") -> list[Point]:
    told = Told()
    for name, text, published in (("a", left, "2021-08-14"), ("b", right, day)):
        report = told.report(name, text, published)
        if "Cerro Alto" in text:
            told.place(report, "Cerro Alto", "PE")
    return [point for point in compare_points(told.tables).points if point.topic.startswith("who holds")]


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Peruvian forces control Cerro Alto.", "Chilean forces control Cerro Alto.", Verdict.CONTRADICT),
        (
            "Peruvian forces control Cerro Alto.",
            "Cerro Alto burns. The village is in Chilean hands.",
            Verdict.CONTRADICT,
        ),
        ("Peruvian forces control Cerro Alto.", "Nobody controls Cerro Alto.", Verdict.CONTRADICT),
        ("Peruvian forces control Cerro Alto.", "Chilean forces captured Cerro Alto.", Verdict.DIFFER),
        ("The army controls Cerro Alto.", "Cerro Alto is under army control.", Verdict.AGREE),
        ("The army controls Cerro Alto.", "It is not clear who controls Cerro Alto.", None),
        ("The army controls Cerro Alto.", "Chilean forces would control Cerro Alto.", None),
        ("The army controls Cerro Alto.", "Chilean forces control the road. Cerro Alto is far.", None),
    ],
)
def test_accounts_of_who_holds_it(left: str, right: str, verdict: Verdict | None):
    assert [point.verdict for point in case(left, right)] == ([verdict] if verdict else [])


def test_on_another_day_it_may_have_changed_hands():
    (point,) = case("Peruvian forces control Cerro Alto.", "Chilean forces control Cerro Alto.", "2021-08-16")
    assert point.verdict is Verdict.DIFFER


def test_who_is_said_not_to_hold_it():
    left, right = Holder("the army", as_of="2021"), Holder("the army", denied=True, as_of="2021")
    assert compare_control(left, right).verdict is Verdict.CONTRADICT
    assert compare_control(right, Holder("rebels", as_of="2021")).verdict is Verdict.DIFFER
