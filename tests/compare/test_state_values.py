"""Truth tables of states: standings in an office, its holders, and where a person is, by two accounts."""

import pytest

from variorum.compare.state_values import Standing, Stay, compare_holders, compare_standings, compare_stays
from variorum.model.terms import RoleStatus

HOLDS, HELD = RoleStatus.HOLDS, RoleStatus.HELD
GAINS, LOSES, DENIED = RoleStatus.GAINS, RoleStatus.LOSES, RoleStatus.DENIED


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (Standing(HOLDS), Standing(HOLDS), "agree"),
        (Standing(HOLDS), Standing(GAINS), "agree"),
        (Standing(HELD), Standing(LOSES), "agree"),
        (Standing(HOLDS), Standing(LOSES), "contradict"),
        (Standing(HOLDS, by_title=True), Standing(HELD), "differ"),
        (Standing(HOLDS, "2021-08-01"), Standing(LOSES, "2021-08-15"), "differ"),
        (Standing(HOLDS, "2021-08-15"), Standing(LOSES, "2021-08-15"), "contradict"),
        (Standing(DENIED), Standing(HOLDS), "contradict"),
        (Standing(DENIED), Standing(LOSES), "agree"),
    ],
)
def test_standings(left, right, verdict):
    assert compare_standings(left, right).verdict == verdict
    assert compare_standings(right, left).verdict == verdict


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (("a", Standing(HOLDS)), ("a", Standing(GAINS)), "agree"),
        (("a", Standing(HOLDS)), ("b", Standing(HOLDS)), "contradict"),
        (("a", Standing(HOLDS, "2021-07")), ("b", Standing(HOLDS, "2021-09")), "differ"),
        (("a", Standing(HOLDS, by_title=True)), ("b", Standing(HOLDS)), "differ"),
        (("a", Standing(HOLDS, as_of="2021-08-14")), ("b", Standing(GAINS, as_of="2021-08-15")), "differ"),
        (("a", Standing(HOLDS, as_of="2021-08-16")), ("b", Standing(GAINS, as_of="2021-08-15")), "contradict"),
        (("a", Standing(HOLDS, as_of="2021-08-16")), ("b", Standing(GAINS)), "differ"),
    ],
)
def test_holders(left, right, verdict):
    assert compare_holders(left, right).verdict == verdict


HOME = Stay("kabul", "AF", words="in Kabul")
ABROAD = Stay(None, None, abroad=True, words="abroad")


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (HOME, HOME, "agree"),
        (HOME, Stay("afghanistan", "AF", whole_country=True, words="in Afghanistan"), "agree"),
        (HOME, Stay("herat", "AF", words="in Herat"), "contradict"),
        (HOME, ABROAD, "contradict"),
        (HOME, Stay("herat", "AF", words="in Herat", moved=True), "differ"),
        (HOME, Stay("other", "TJ", words="In Kabul"), "agree"),
        (HOME, Stay("herat", "AF", words="in Herat", dwells=True), "differ"),
        (HOME, Stay("bamyan", "AF", words="in Bamyan Province", wide=True), "agree"),
        (Stay("kabul", "AF", as_of="1996"), Stay("tashkent", "UZ", abroad=True, as_of="2021-08-16"), "differ"),
        (
            Stay("kabul", "AF", as_of="2021-08-15"),
            Stay("tashkent", "UZ", abroad=True, as_of="2021-08-16"),
            "contradict",
        ),
        (ABROAD, Stay(None, None, abroad=True, denied=True, words="not abroad"), "contradict"),
        (HOME, Stay(None, None, abroad=True, denied=True, words="not abroad"), "differ"),
        (ABROAD, Stay("tashkent", "UZ", abroad=True, words="in Tashkent"), "agree"),
        (Stay("dubai", "AE", abroad=True), Stay("tashkent", "UZ", abroad=True), "contradict"),
        (Stay("kabul", "AF", date="2021-08-14"), Stay("tashkent", "UZ", abroad=True, date="2021-08-16"), "differ"),
        (HOME, Stay("a barracks", None, named=False, words="a barracks"), "differ"),
        (ABROAD, Stay("a barracks", None, named=False, words="a barracks"), "contradict"),
        (HOME, Stay("kabul", "AF", denied=True, words="not in Kabul"), "contradict"),
        (Stay("herat", "AF"), Stay("kabul", "AF", denied=True, words="not in Kabul"), "differ"),
        (Stay("kabul", "AF", as_of="2021-08-14"), Stay("herat", "AF", moved=True, as_of="2021-08-15"), "differ"),
        (Stay("kabul", "AF", as_of="2021-08-15"), Stay("herat", "AF", moved=True, as_of="2021-08-15"), "contradict"),
        (Stay("kabul", "AF", as_of="2021-08-16"), Stay("herat", "AF", moved=True, as_of="2021-08-15"), "contradict"),
    ],
)
def test_stays(left, right, verdict):
    assert compare_stays(left, right).verdict == verdict
    assert compare_stays(right, left).verdict == verdict
