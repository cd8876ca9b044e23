"""What accounts tell of one event: which of its dates are firm, and which cannot both be right."""

import pytest
from dated_case import dated_tables
from msgspec.structs import replace

from variorum.model.terms import ArgumentBasis
from variorum.present.views.accounts import Inferred, is_disputed, read_event, what_is_inferred
from variorum.present.views.index import Index

FIRM, CARRIED = ArgumentBasis.CLAUSE, ArgumentBasis.DISCOURSE


@pytest.mark.parametrize(
    ("date", "told", "expected"),
    [
        ("2023-03-04", [("2023-03-04", FIRM)], Inferred.NOTHING),
        ("2023-03-04", [("2023-03-04", CARRIED)], Inferred.DATE),
        ("2023-03-04", [("2023-03-04", CARRIED), ("2023-03-04T12", FIRM)], Inferred.NOTHING),
        ("2023-03-04T12", [("2023-03-04T12", CARRIED), ("2023-03-04", FIRM)], Inferred.HOUR),
        ("2023-03-04T12", [("2023-03-04T12", CARRIED), ("2023-03", FIRM)], Inferred.DATE),
        ("2023-03-04", [("2023-03-04", CARRIED), ("2023-03-05", FIRM)], Inferred.DATE),
        (None, [], Inferred.NOTHING),
    ],
)
def test_what_of_a_date_is_inferred(
    date: str | None, told: list[tuple[str, ArgumentBasis]], expected: Inferred
) -> None:
    tables = dated_tables()
    march = replace(tables.events[0], date=date, mentions=tuple(f"told-{place + 1}" for place in range(len(told))))
    rows = tuple(
        replace(row, date=day, date_basis=basis, date_ref="date-1")
        for row, (day, basis) in zip(tables.event_mentions, told, strict=False)
    )
    index = Index(replace(tables, event_mentions=rows, events=(march,)))
    assert what_is_inferred(march, index) is expected
    assert read_event(march, index).inferred is expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2023-03-04", "2023-03-05"), True),
        (("2023-03-04", "2023-03"), False),
        (("2023-03-04T12", "2023-03-04"), False),
        (("2023-03-04",), False),
        (("2023-03-02/2023-03-08", "2023-03-09"), True),
        (("someday", "2023-03-09"), False),
    ],
)
def test_dates_are_disputed_that_share_no_moment(dates: tuple[str, ...], expected: bool) -> None:
    assert is_disputed(replace(dated_tables().events[0], dates=dates)) is expected


def test_so_many_accounts_are_read_as_are_shown() -> None:
    index = Index(dated_tables())
    view = read_event(index.events["event-1"], index, 1)
    assert (view.accounts, len(view.tellings)) == (2, 1)
    assert [told.words for told in view.dates] == ["4 March 2023", "5 March 2023"]
