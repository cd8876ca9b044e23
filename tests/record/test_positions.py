"""Positions rise in the order of the rows, and few change where rows come, go and move."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.record.positions import place

positions = st.one_of(st.none(), st.integers(min_value=1, max_value=60))


@given(st.lists(positions, max_size=40, unique_by=lambda position: object() if position is None else position))
def test_positions_rise_whatever_they_were(before: list[int | None]) -> None:
    now = place(before)
    assert len(now) == len(before)
    assert now == sorted(set(now))


def test_rows_in_order_keep_their_positions() -> None:
    first = place([None] * 5)
    assert place(first) == first


def test_a_row_between_others_moves_none_of_them() -> None:
    first = place([None] * 4)
    now = place([*first[:2], None, *first[2:]])
    assert [*now[:2], *now[3:]] == first


def test_a_row_that_moves_is_the_only_one_to_get_another_position() -> None:
    a, b, c, d = place([None] * 4)
    now = place([d, a, b, c])
    assert now[1:] == [a, b, c]
    assert now[0] < a


def test_where_there_is_no_room_all_are_numbered_anew() -> None:
    now = place([5, None, 6])
    assert now == place([None] * 3)
