"""What stretch of time an EDTF spelling names, and how two lie to each other."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.model.edtf import Precision, contains, overlaps, precision, read_edtf, sort_key, write_days

SPANS = [
    ("2022", "2022-01-01", "2022-12-31", Precision.YEAR),
    ("2024-02", "2024-02-01", "2024-02-29", Precision.MONTH),
    ("2022-12", "2022-12-01", "2022-12-31", Precision.MONTH),
    ("2022-01-05", "2022-01-05", "2022-01-05", Precision.DAY),
    ("2022-01-05T23", "2022-01-05", "2022-01-05", Precision.HOUR),
    ("2022-01-05T22:30", "2022-01-05", "2022-01-05", Precision.HOUR),
    ("199X", "1990-01-01", "1999-12-31", Precision.DECADE),
    ("19XX", "1900-01-01", "1999-12-31", Precision.CENTURY),
    ("2022-XX-XX", "2022-01-01", "2022-12-31", Precision.YEAR),
    ("2022-01-XX", "2022-01-01", "2022-01-31", Precision.MONTH),
    ("2021-22", "2021-06-01", "2021-08-31", Precision.SEASON),
    ("2021-24", "2021-12-01", "2022-02-28", Precision.SEASON),
    ("2022-01-03/2022-01-09", "2022-01-03", "2022-01-09", Precision.WEEK),
    ("2022-07/2022-09", "2022-07-01", "2022-09-30", Precision.SEASON),
    ("2022-01-05/..", "2022-01-05", "9999-12-31", Precision.OPEN),
    ("../2022-01-05", "0001-01-01", "2022-01-05", Precision.OPEN),
]


@pytest.mark.parametrize(("text", "first", "last", "kind"), SPANS)
def test_a_spelling_names_its_days(text: str, first: str, last: str, kind: Precision) -> None:
    period = read_edtf(text)
    assert period is not None
    assert (period.first.isoformat(), period.last.isoformat(), period.precision) == (first, last, kind)


@pytest.mark.parametrize(
    "text",
    [None, "", "Friday", "2022-13", "2022-02-30", "2022-1-5", "../..", "2022-02/2022-01", "199X-01", "2022-01-05T25"],
)
def test_what_is_no_date_is_unknown(text: str | None) -> None:
    assert read_edtf(text) is None
    assert precision(text) is None


def test_marks_of_doubt_are_kept_and_never_widen() -> None:
    about, doubted = read_edtf("2022-01~"), read_edtf("2022%")
    assert about is not None
    assert doubted is not None
    assert (about.approximate, about.doubted, about.last) == (True, False, date(2022, 1, 31))
    assert (doubted.approximate, doubted.doubted) == (True, True)


RELATIONS = [
    ("2022-01-05", "2022-01-05T20", True, True, "an evening lies in its day"),
    ("2022-01-05T20", "2022-01-05", True, False, "a day is more than its evening"),
    ("2022-01-05T20", "2022-01-05T08", False, False, "two hours of one day"),
    ("2022-01", "2022-01-02/2022-01-08", True, True, "a period inside a month"),
    ("2022-01-02/2022-01-08", "2022-01-08/2022-01-10", True, False, "the last day of one is the first of the other"),
    ("2022-01-02", "2022-01-03", False, False, "neighbouring days"),
    ("2019", "201X", True, False, "a year and its decade"),
    ("2022-01-05/..", "2022-01-19", True, True, "an open end"),
    ("2022", None, False, False, "unknown lies nowhere"),
]


@pytest.mark.parametrize(("one", "other", "meet", "hold", "why"), RELATIONS)
def test_how_two_dates_lie(one: str, other: str | None, meet: bool, hold: bool, why: str) -> None:
    assert (overlaps(one, other), contains(one, other)) == (meet, hold), why


def test_dates_sort_by_time_then_the_finer_first_then_the_unknown() -> None:
    given_order = [None, "2022", "2022-01-05", "2021-12-31", "2022-01-01", "2022-01"]
    assert sorted(given_order, key=sort_key) == ["2021-12-31", "2022-01-01", "2022-01", "2022", "2022-01-05", None]


DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31))


@given(DAYS, DAYS)
def test_written_days_read_back(one: date, other: date) -> None:
    first, last = sorted((one, other))
    period = read_edtf(write_days(first, last))
    assert period is not None
    assert (period.first, period.last) == (first, last)


@given(DAYS, DAYS)
def test_meeting_is_symmetric_and_holding_implies_it(one: date, other: date) -> None:
    a, b = one.isoformat()[:7], other.isoformat()
    assert overlaps(a, b) == overlaps(b, a)
    assert not contains(a, b) or overlaps(a, b)


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2022, 7, 1), date(2022, 9, 30), "2022-07/2022-09"),
        (date(2022, 1, 1), date(2022, 12, 31), "2022"),
        (date(1990, 1, 1), date(1999, 12, 31), "1990/1999"),
        (date(2022, 1, 1), date(2022, 1, 31), "2022-01"),
        (date(2022, 1, 3), date(2022, 1, 9), "2022-01-03/2022-01-09"),
    ],
)
def test_whole_months_and_years_are_spelt_as_such(first: date, last: date, text: str) -> None:
    assert write_days(first, last) == text
