"""Which number each rule takes: one row a phenomenon, and what holds for every rule and any readings."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.compare.ledger_rules import estimate, rule_words
from variorum.compare.ledger_values import LedgerReading
from variorum.model.terms import Aside, LedgerRule

CONSERVATIVE, RECENT, SOURCES = LedgerRule.MOST_CONSERVATIVE, LedgerRule.MOST_RECENT, LedgerRule.MOST_SOURCES
OFFICIAL, UNOFFICIAL, HIGHEST = LedgerRule.OFFICIAL_ONLY, LedgerRule.UNOFFICIAL_ONLY, LedgerRule.HIGHEST


def reading(
    row: str, low: float | None, high: float | None, day: str | None = "2021-08-14", **rest: Any
) -> LedgerReading:
    told = {
        "origin": f"origin-{row}",
        "family": f"origin-{row}",
        "report": f"report-{row}",
        "says": f"{low}..{high}",
    } | rest
    return LedgerReading(row=row, start=0, end=1, text="x", low=low, high=high, as_of=day, **told)


EIGHT = reading("a", 8, None, "2021-08-14", voice="The government", official=True)
EIGHTEEN = reading("b", 18, 18, "2021-08-16", voice="The ministry", official=True)
FORTY = reading("c", 40, 40, "2021-08-15", voice="The union")
DOZENS = reading("d", 24, 99, "2021-08-16")
MOST_20 = reading("e", None, 20, "2021-08-17", voice="The mayor", official=True)
UNDATED = reading("f", 12, 12, None, voice="The army", official=True)
NONE = reading("g", 0, 0, "2021-08-14", voice="The army", official=True)
ABOUT_40 = reading("h", 40, 40, "2021-08-16", approximate=True)
LATER_30 = reading("i", 30, 30, "2021-08-16", voice="A witness")


@pytest.mark.parametrize(
    ("rule", "readings", "best", "low", "high", "rests_on"),
    [
        (CONSERVATIVE, (EIGHT, EIGHTEEN, FORTY), 8, 8, 40, "a"),
        (CONSERVATIVE, (NONE, FORTY), 0, 0, 40, "g"),
        (CONSERVATIVE, (DOZENS,), 24, 24, 99, "d"),
        (CONSERVATIVE, (EIGHTEEN, MOST_20), 18, 18, 20, "b"),
        (CONSERVATIVE, (MOST_20,), None, None, 20, ""),
        (CONSERVATIVE, (), None, None, None, ""),
        (HIGHEST, (EIGHT, EIGHTEEN, FORTY), 40, 8, 40, "c"),
        (HIGHEST, (DOZENS, FORTY), 99, 24, 99, "d"),
        (HIGHEST, (MOST_20,), 20, None, 20, "e"),
        (RECENT, (EIGHT, EIGHTEEN, FORTY), 18, 8, 40, "b"),
        (RECENT, (EIGHT, UNDATED), 8, 8, 12, "a"),
        (RECENT, (UNDATED,), None, 12, 12, ""),
        # the latest only sets an upper bound: the latest that gives a number counts
        (RECENT, (FORTY, MOST_20), 40, 40, 40, "c"),
        # of one day: the one of most origins, else the lowest
        (RECENT, (EIGHTEEN, LATER_30), 18, 18, 30, "b"),
        (RECENT, (EIGHTEEN, LATER_30, reading("j", 30, 30, "2021-08-16")), 30, 18, 30, "ij"),
        (SOURCES, (EIGHTEEN, FORTY), None, 18, 40, ""),
        (SOURCES, (EIGHTEEN, FORTY, LATER_30, reading("j", 30, 30)), 30, 18, 40, "ij"),
        # vague words back an exact number inside them, and the exact one is taken
        (SOURCES, (EIGHTEEN, LATER_30, DOZENS), 30, 18, 99, "id"),
        (SOURCES, (EIGHTEEN, FORTY, ABOUT_40), 40, 18, 40, "ch"),
        (OFFICIAL, (EIGHT, EIGHTEEN, FORTY), 18, 8, 18, "b"),
        (OFFICIAL, (UNDATED, FORTY), 12, 12, 12, "f"),
        (OFFICIAL, (FORTY,), None, None, None, ""),
        (UNOFFICIAL, (EIGHT, EIGHTEEN, FORTY), 40, 40, 40, "c"),
        (UNOFFICIAL, (EIGHT,), None, None, None, ""),
    ],
)
def test_what_a_rule_takes(
    rule: LedgerRule,
    readings: tuple[LedgerReading, ...],
    best: float | None,
    low: float | None,
    high: float | None,
    rests_on: str,
) -> None:
    found = estimate(readings, rule)
    assert (found.best, found.low, found.high) == (best, low, high), found.reason
    assert set(found.rests_on) == set(rests_on)


def test_copies_of_one_account_count_once() -> None:
    copies = [reading(row, 18, 18, origin="ministry", family="ministry") for row in "xyz"]
    found = estimate([*copies, FORTY], SOURCES)
    assert found.best is None
    assert "have one origin each" in found.reason


def test_accounts_that_may_hang_together_do_not_outvote_another() -> None:
    kin = [reading(row, 18, 18, origin=row, family="x") for row in "xy"]
    assert estimate([*kin, FORTY], SOURCES).best is None


def test_readings_set_aside_are_weighed_by_no_rule() -> None:
    denied = reading("x", 500, 500, aside=Aside.DENIED)
    for rule in LedgerRule:
        assert estimate([denied, EIGHTEEN, FORTY], rule) == estimate([EIGHTEEN, FORTY], rule)
    assert estimate([denied], CONSERVATIVE).reason == "No account gives a number that can be weighed."


def test_the_greatest_number_may_be_open() -> None:
    assert estimate([EIGHT], CONSERVATIVE).open_above
    assert not estimate([EIGHT, EIGHTEEN], CONSERVATIVE).open_above
    assert estimate([reading("x", 18, None), EIGHTEEN], CONSERVATIVE).open_above


@pytest.mark.parametrize(
    ("rule", "readings", "reason"),
    [
        (CONSERVATIVE, (EIGHT, EIGHTEEN), "The lowest count is at least 8 (The government, as of 2021-08-14)."),
        (
            RECENT,
            (EIGHTEEN, LATER_30),
            "Accounts as of the latest day, 2021-08-16, give 18 and 30; in doubt the lowest is taken: 18 (The ministry).",
        ),
        (
            SOURCES,
            (EIGHTEEN, FORTY),
            "No number has more origins than all others: 18 and 40 have one origin each.",
        ),
        (OFFICIAL, (FORTY,), "No official voice gives a number."),
        (UNOFFICIAL, (EIGHTEEN,), "Only official voices give a number."),
        (CONSERVATIVE, (MOST_20,), "The accounts only set an upper bound: at most 20."),
        (RECENT, (UNDATED,), "No account can be dated."),
        (
            HIGHEST,
            (DOZENS,),
            "The highest count is 24 to 99 (the report itself, as of 2021-08-16), taken at its upper end.",
        ),
    ],
)
def test_the_reason_names_number_voice_and_day(
    rule: LedgerRule, readings: tuple[LedgerReading, ...], reason: str
) -> None:
    assert estimate(readings, rule).reason == reason


@pytest.mark.parametrize("rule", list(LedgerRule))
def test_every_rule_is_explained(rule: LedgerRule) -> None:
    assert rule_words(rule).endswith(".")


@st.composite
def many_readings(draw: st.DrawFn) -> list[LedgerReading]:
    found = []
    for number in range(draw(st.integers(0, 7))):
        low, high = draw(st.none() | st.integers(0, 60)), draw(st.none() | st.integers(0, 60))
        if low is not None and high is not None and low > high:
            low, high = high, low
        unknown = Aside.NO_NUMBER if low is None and high is None else None
        found.append(
            reading(
                f"row-{number}",
                low,
                high,
                draw(st.none() | st.sampled_from(["2021-08-14", "2021-08-15", "2021-08", "2021-08-14/2021-08-16"])),
                approximate=draw(st.booleans()),
                official=draw(st.booleans()),
                origin=draw(st.sampled_from("pqr")),
                family="p",
                aside=draw(st.sampled_from([None, None, None, Aside.PART])) or unknown,
            )
        )
    return found


@given(many_readings(), st.sampled_from(list(LedgerRule)), st.randoms(use_true_random=False))
def test_what_holds_for_any_readings(readings: list[LedgerReading], rule: LedgerRule, random: Any) -> None:
    found = estimate(readings, rule)
    if found.best is not None:
        assert found.high is not None
        assert (found.low is None) <= (rule is HIGHEST)
        assert (found.low or 0) <= found.best <= found.high
    # every number stands in a reading
    rows = {one.row: one for one in readings if one.aside is None}
    assert set(found.rests_on) <= set(rows)
    assert (found.best is None) == (not found.rests_on)
    if found.best is not None:
        assert found.best in (rows[found.rests_on[0]].low, rows[found.rests_on[0]].high)
    if found.low is not None:
        assert rows[found.low_row or ""].low == found.low
    if found.high is not None:
        high = rows[found.high_row or ""]
        assert found.high == (high.low if high.high is None else high.high)
    assert found.reason.endswith(".")
    # in any order
    random.shuffle(readings)
    assert estimate(readings, rule) == found
