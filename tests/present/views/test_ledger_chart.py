"""The picture of a ledger over time: scales, open ends, what looks uncertain, and which numbers a line may lead through."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.compare.ledger_rules import estimate
from variorum.compare.ledger_values import Ledger, LedgerReading
from variorum.model.terms import Aside, LedgerRule, Measure
from variorum.present.views.account_origin import OriginNote
from variorum.present.views.chart_places import Box, dodge
from variorum.present.views.chart_series import series_of
from variorum.present.views.day_axis import DayAxis
from variorum.present.views.figure_rows import FigureView
from variorum.present.views.index import Quote, Witness
from variorum.present.views.ledger_chart import LedgerChart, draw_ledger
from variorum.present.views.number_scale import NumberScale


def told(
    row: str, low: float | None, high: float | None, as_of: str | None = "2023-03-04", **more: object
) -> LedgerReading:
    """A reading of a report of its own; an exact day unless told otherwise."""
    fields = {"report": f"report-{row}", "origin": row, "family": row, "as_of": as_of, "as_of_basis": "told"} | more
    reading = {"row": row, "start": 0, "end": 4, "text": "text", "says": "", "low": low, "high": high} | fields
    return LedgerReading(**reading)  # type: ignore[arg-type]


def ledger(*readings: LedgerReading, **more: object) -> Ledger:
    weighed = [reading for reading in readings if reading.aside is None]
    fields = {"measure": Measure.KILLED, "population": "dockers", "grows": True} | more
    estimates = tuple(estimate(weighed, rule) for rule in LedgerRule)
    return Ledger(id="ledger-1", title="dockers killed", readings=readings, estimates=estimates, **fields)  # type: ignore[arg-type]


def view(reading: LedgerReading) -> FigureView:
    witness = Witness(place=0, siglum=reading.row.upper(), name="Gazette", anchor=reading.report)
    return FigureView(
        anchor=reading.row,
        lead=f"#{reading.row}",
        quote=Quote(words="text", witness=witness),
        amount="some",
        previous="",
        of="dockers",
        when=reading.as_of or "",
        assumed=reading.as_of_basis == "published",
        place="",
        voice="the report itself",
        voice_href="",
        official=reading.official,
        unsure="",
        claim_href="",
        event_href="",
        readings=(),
        weighed=reading.aside is None,
        note="",
        origin=OriginNote(name="", href="", report=None),
    )


def drawn(*readings: LedgerReading, rule: LedgerRule | None = None) -> LedgerChart:
    chart = draw_ledger(ledger(*readings), [(reading, view(reading)) for reading in readings], rule)
    assert chart is not None
    return chart


def test_later_stands_to_the_right_and_more_stands_higher() -> None:
    first, second, third = drawn(
        told("a", 9, 9, "2023-03-04"), told("b", 20, 20, "2023-03-06"), told("c", 15, 15, "2023-03-10")
    ).signs
    assert first.x < second.x < third.x
    assert third.x - second.x == pytest.approx(2 * (second.x - first.x), abs=0.3)
    assert second.base < third.base < first.base
    assert first.exact


def test_open_ends_are_arrows_and_vague_words_are_bars() -> None:
    least, most, vague = drawn(told("a", 9, None), told("b", None, 20), told("c", 24, 99, "2023-03-06")).signs
    assert least.open_above
    assert least.top < least.base
    assert most.open_below
    assert not vague.exact
    assert vague.top < vague.base
    assert vague.since is None


def test_what_is_assumed_or_not_weighed_looks_so() -> None:
    signs = drawn(
        told("a", 9, 9, as_of_basis="published"),
        told("b", 20, 20, aside=Aside.DENIED),
        told("c", 4, 4, "2023-03-01/2023-03-09", official=True, voice="Police"),
    ).signs
    assert [sign.assumed for sign in signs] == [True, False, False]
    assert [sign.weighed for sign in signs] == [True, False, True]
    assert [sign.voice for sign in signs] == ["own", "own", "official"]
    assert signs[2].since is not None
    assert signs[2].since < signs[2].x


def test_undated_readings_stand_apart() -> None:
    chart = drawn(told("a", 9, 9), told("b", 20, 20, None, as_of_basis=None))
    assert chart.undated is not None
    assert chart.signs[0].x < chart.undated < chart.signs[1].x
    alone = drawn(told("a", 9, 9, None), told("b", 20, 20, None))
    assert alone.undated is None
    assert alone.days == ()


def test_reports_that_say_the_same_share_a_sign() -> None:
    chart = drawn(*(told(row, 9, 9) for row in "abcdef"), told("g", 20, 20))
    letters = chart.signs[0].letters
    assert [letter.siglum for letter in letters] == ["A", "B", "C", "+3"]
    assert [letter.href for letter in letters] == ["#a", "#b", "#c", "#d"]
    assert chart.left_out == 0


def test_a_best_number_is_drawn_with_its_rule() -> None:
    readings = told("a", 9, 9), told("b", 20, 20)
    assert drawn(*readings).best is None
    best = drawn(*readings, rule=LedgerRule.HIGHEST).best
    assert best is not None
    assert best.words == "20 · highest"
    assert drawn(*readings, rule=LedgerRule.OFFICIAL_ONLY).best is None


def test_one_number_is_no_picture_and_many_have_their_bounds() -> None:
    one = told("a", 9, 9), told("b", None, None, aside=Aside.NO_NUMBER)
    assert draw_ledger(ledger(*one), [(reading, view(reading)) for reading in one]) is None
    many = [told(f"r{n}", n, n) for n in range(60)]
    chart = drawn(*many)
    assert len(chart.signs) == 40
    assert chart.left_out == 20


@pytest.mark.parametrize(
    ("readings", "lines"),
    [
        # a ministry's own count, day by day
        ([("a", 9, "2023-03-04", "ministry"), ("b", 20, "2023-03-06", "ministry")], [("a", "b")]),
        # two voices are no series
        ([("a", 9, "2023-03-04", "ministry"), ("b", 20, "2023-03-06", "union")], []),
        # one day is no series
        ([("a", 9, "2023-03-04", "ministry"), ("b", 9, "2023-03-04", "ministry")], []),
        # two numbers for one day: which of them goes on?
        ([("a", 9, "2023-03-04", "m"), ("b", 12, "2023-03-04", "m"), ("c", 20, "2023-03-06", "m")], []),
        # the same number twice on a day does no harm
        ([("a", 9, "2023-03-04", "m"), ("b", 9, "2023-03-04", "m"), ("c", 20, "2023-03-06", "m")], [("a", "c")]),
    ],
)
def test_a_line_leads_through_the_totals_of_one_voice(
    readings: list[tuple[str, int, str, str]], lines: list[tuple[str, ...]]
) -> None:
    rows = [told(row, count, count, day, voice=who, voice_entity=who) for row, count, day, who in readings]
    assert series_of(ledger(*rows), rows) == lines
    new_ones = [told(row, count, count, day, voice_entity=who, cumulative=False) for row, count, day, who in readings]
    assert series_of(ledger(*new_ones), new_ones) == []


def test_numbers_far_apart_go_by_powers_of_ten() -> None:
    scale = NumberScale([5.0, 20_000.0])
    assert scale.logarithmic
    assert scale.ticks() == [1, 10, 100, 1_000, 10_000, 100_000]
    near = NumberScale([5.0, 40.0])
    assert not near.logarithmic
    assert near.ticks()[0] == 0


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2023-03-04", "2023-03-04", ["4 Mar"]),
        ("2022-12-30", "2023-01-02", ["30 Dec", "31 Dec", "1 Jan", "2 Jan"]),
        ("2023-01-20", "2023-06-02", ["1 Feb", "1 Mar", "1 Apr", "1 May", "1 Jun"]),
        ("1990-05-01", "2023-06-02", ["1995", "2000", "2005", "2010", "2015", "2020"]),
    ],
)
def test_days_are_written_evenly_apart(first: str, last: str, labels: list[str]) -> None:
    ticks = DayAxis([date.fromisoformat(first), date.fromisoformat(last)]).ticks()
    assert [tick.upper for tick in ticks] == labels
    assert all(0 <= tick.part <= 1 for tick in ticks)


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)), st.dates(date(1000, 1, 1), date(9999, 12, 31)))
def test_any_days_have_a_few_ticks(one: date, other: date) -> None:
    assert 1 <= len(DayAxis([one, other]).ticks()) <= 9


@given(st.lists(st.tuples(st.none() | st.floats(-1e12, 1e12), st.none() | st.floats(-1e12, 1e12)), max_size=6))
def test_any_numbers_stay_in_the_picture(ends: list[tuple[float | None, float | None]]) -> None:
    readings = [told(f"r{place}", low, high) for place, (low, high) in enumerate(ends)]
    chart = draw_ledger(ledger(), [(reading, view(reading)) for reading in readings])
    for sign in chart.signs if chart else ():
        assert chart is not None
        assert chart.left <= sign.x <= chart.right
        assert 0 <= sign.top <= chart.height
        assert 0 <= sign.base <= chart.height


def test_what_would_cover_another_moves_aside() -> None:
    box = Box(100, 120, 10, 30)
    assert dodge([box, box, Box(100, 120, 60, 70)], 10, 0, 200) == [0, 20, 0]
    assert dodge([box, box], 10, 100, 120) == [0, 0]
