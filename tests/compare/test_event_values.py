"""Truth tables of events: times, places, doers, manners and facts of one event by two accounts."""

import pytest

from variorum.compare.event_values import (
    Fact,
    Manner,
    When,
    Where,
    Who,
    compare_doers,
    compare_facts,
    compare_manners,
    compare_places,
    compare_times,
)
from variorum.model.terms import Polarity, Realis

ONCE = True


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (When("2021-08-15"), When("2021-08-15"), "agree"),
        (When("2021-08-15", ONCE), When("2021-08-15T22", ONCE), "agree"),
        (When("2021-08", ONCE), When("2021-08-15", ONCE), "agree"),
        (When("2021-08-13/2021-08-16"), When("2021-08-15"), "agree"),
        (When("2021-08-15", ONCE), When("2021-08-16", ONCE), "differ"),
        (When("2021-08-15", ONCE), When("2021-08-19", ONCE), "contradict"),
        (When("2021-08-15"), When("2021-08-19"), "differ"),
        (When("", ONCE), When("2021-08-19", ONCE), "agree"),
    ],
)
def test_times(left, right, verdict):
    assert compare_times(left, right).verdict == verdict
    assert compare_times(right, left).verdict == verdict


KABUL = Where("kabul", "AF", name="Kabul")


@pytest.mark.parametrize(
    ("right", "verdict"),
    [
        (KABUL, "agree"),
        (Where("afghanistan", "AF", whole=True, name="Afghanistan"), "agree"),
        (Where("herat", "AF", name="Herat"), "differ"),
        (Where("doha", "QA", name="Doha"), "differ"),
    ],
)
def test_places(right, verdict):
    assert compare_places(KABUL, right).verdict == verdict


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [({"a"}, {"a"}, "agree"), ({"a"}, {"a", "b"}, "differ"), ({"a"}, {"b"}, "differ")],
)
def test_doers(left, right, verdict):
    assert compare_doers(Who(frozenset(left)), Who(frozenset(right))).verdict == verdict


PAIRS = (("resigned", "dismissed"),)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (Manner("resigned", PAIRS), Manner("resigned", PAIRS), "agree"),
        (Manner("resigned", PAIRS), Manner("dismissed", PAIRS), "contradict"),
        (Manner("resigned", PAIRS, "2021-08-15"), Manner("dismissed", PAIRS, "2021-08-15"), "contradict"),
        (Manner("resigned", PAIRS, "2019"), Manner("dismissed", PAIRS, "2021-08-15"), "differ"),
        (Manner("resigned", PAIRS), Manner("promoted", PAIRS), "differ"),
    ],
)
def test_manners(left, right, verdict):
    assert compare_manners(left, right).verdict == verdict


SAID = Fact(Polarity.POSITIVE, Realis.ACTUAL)
DENIED = Fact(Polarity.NEGATIVE, Realis.DENIED)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (SAID, SAID, "agree"),
        (DENIED, DENIED, "agree"),
        (SAID, DENIED, "contradict"),
        (Fact(Polarity.POSITIVE, Realis.ASSERTED), DENIED, "contradict"),
        (Fact(Polarity.POSITIVE, Realis.PLANNED), DENIED, "differ"),
        (
            Fact(Polarity.POSITIVE, Realis.ACTUAL, "2021-07"),
            Fact(Polarity.NEGATIVE, Realis.DENIED, "2021-08-15"),
            "differ",
        ),
    ],
)
def test_facts(left, right, verdict):
    assert compare_facts(left, right).verdict == verdict
    assert compare_facts(right, left).verdict == verdict
