"""Windows of time and the strip of columns that is cut from them."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.model.edtf import read_edtf
from variorum.present.views.accounts import Inferred
from variorum.present.views.time_labels import label_of
from variorum.present.views.time_strip import Happening, TimeStrip, draw_strip
from variorum.present.views.time_windows import Step, Window, around, beside, read_window, step_of, steps, wider
from variorum.present.views.words import Family


def window(spelled: str) -> Window:
    found = read_window(spelled)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("spelled", "edtf"),
    [
        ("2023", "2023"),
        ("2023-03-04T12", "2023-03-04T12"),
        ("2023-03-02_2023-03-08", "2023-03-02/2023-03-08"),
        ("2023-03-about", "2023-03~"),
    ],
)
def test_windows_are_read_as_addresses_spell_them(spelled: str, edtf: str) -> None:
    assert window(spelled).edtf == edtf


@pytest.mark.parametrize("spelled", ["", "soon", "2023-13", "2023-03-04_..", "9999", "0001-01"])
def test_what_is_no_window_is_none(spelled: str) -> None:
    assert read_window(spelled) is None


@pytest.mark.parametrize(
    ("spelled", "step", "count"),
    [
        ("2023-03-04", Step.HOUR, 24),
        ("2023-03-04T12", Step.HOUR, 1),
        ("2023-03-02_2023-03-08", Step.DAY, 7),
        ("2023-02", Step.DAY, 28),
        ("2023", Step.MONTH, 12),
        ("199X", Step.YEAR, 10),
        ("17XX", Step.YEAR, 100),
        ("1600_2022", Step.DECADE, 43),
    ],
)
def test_windows_are_cut_into_steps_that_fit_a_picture(spelled: str, step: Step, count: int) -> None:
    assert step_of(window(spelled)) is step
    assert len(steps(window(spelled))) == count


def test_weeks_begin_on_mondays() -> None:
    assert around(datetime(2023, 3, 4, 12), Step.WEEK).edtf == "2023-02-27/2023-03-05"


@pytest.mark.parametrize(
    ("here", "before", "after", "wide"),
    [
        ("2023-03-04T00", "2023-03-03T23", "2023-03-04T01", "2023-03-04"),
        ("2023-03-04", "2023-03-03", "2023-03-05", "2023-02-27/2023-03-05"),
        ("2023-01", "2022-12", "2023-02", "2023"),
        ("2023-03-02_2023-03-04", "2023-02-27/2023-03-01", "2023-03-05/2023-03-07", "2023-03"),
    ],
)
def test_windows_have_others_beside_and_around_them(here: str, before: str, after: str, wide: str) -> None:
    found = beside(window(here), later=False), beside(window(here), later=True), wider(window(here))
    assert [other.edtf if other else None for other in found] == [before, after, wide]


@given(st.datetimes(min_value=datetime(11, 1, 1), max_value=datetime(9900, 1, 1)), st.sampled_from(Step))
def test_every_moment_lies_in_a_window_of_every_step_and_in_one_before_and_after(moment: datetime, step: Step) -> None:
    here = around(moment, step)
    assert here.start <= moment < here.end
    assert read_window(here.address) == here
    later = beside(here, later=True)
    assert later is None or later.start == here.end
    assert wider(here) is None or wider(here) != here


def happening(edtf: str, family: Family = Family.PROTEST, inferred: Inferred = Inferred.NOTHING) -> Happening:
    period = read_edtf(edtf)
    assert period is not None
    return Happening(period=period, edtf=edtf, family=family, inferred=inferred)


def strip(spelled: str, *happenings: Happening) -> TimeStrip:
    return draw_strip(happenings, window(spelled), lambda part: f"?day={part.address}")


def test_events_stand_in_their_column_and_longer_ones_below() -> None:
    drawn = strip(
        "2023-03-02_2023-03-08",
        happening("2023-03-04"),
        happening("2023-03-04T12", Family.VIOLENCE, Inferred.DATE),
        happening("2023-03-03/2023-03-05"),
        happening("2023"),
    )
    assert [column.count for column in drawn.columns] == [0, 0, 2, 0, 0, 0, 0]
    assert [(block.family, block.inferred) for block in drawn.columns[2].blocks] == [
        (Family.VIOLENCE, True),
        (Family.PROTEST, False),
    ]
    assert drawn.columns[2].href == "?day=2023-03-04"
    assert [span.label for span in drawn.spans] == ["2023: 1", "3–5 March 2023: 1"]
    assert drawn.spans[0].y < drawn.spans[1].y, "they would cover each other"
    assert drawn.inferred


def test_an_inferred_hour_matters_only_where_hours_are_counted() -> None:
    event = happening("2023-03-04T12", Family.VIOLENCE, Inferred.HOUR)
    assert not strip("2023-03-02_2023-03-08", event).inferred
    assert strip("2023-03-04", event).inferred


def test_more_long_stretches_than_there_is_room_for_are_counted() -> None:
    drawn = strip("2023-03", *(happening(f"{year}/2023-03-10") for year in range(2000, 2020)))
    assert len(drawn.spans) + drawn.left_out == 20
    assert drawn.left_out > 0


@given(st.lists(st.dates(min_value=datetime(2023, 3, 1).date(), max_value=datetime(2023, 3, 31).date()), max_size=60))
def test_columns_are_as_high_as_their_counts(days: list[object]) -> None:
    drawn = strip("2023-03", *(happening(str(day)) for day in days))
    assert sum(column.count for column in drawn.columns) == len(days)
    for column in drawn.columns:
        assert sum(block.height for block in column.blocks) <= drawn.base - drawn.top + 0.5
        assert all(block.y >= drawn.top - 0.5 for block in column.blocks)


def test_labels_say_what_they_are_part_of_where_that_begins() -> None:
    assert label_of(datetime(2023, 3, 4), Step.DAY, first=False) == ("Sat 4", "")
    assert label_of(datetime(2023, 3, 1), Step.DAY, first=False) == ("Wed 1", "March 2023")
    assert label_of(datetime(2023, 3, 4, 5), Step.HOUR, first=True) == ("05:00", "4 Mar")
    assert label_of(datetime(2023, 1, 1), Step.MONTH, first=False) == ("Jan", "2023")
