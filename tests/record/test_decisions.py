"""The log of decisions is only ever added to, and comes back as it was written."""

import pytest
from sqlalchemy import text

from variorum.errors import VariorumError
from variorum.model.decisions import Anchor, Decision, NamedRow
from variorum.model.terms import DecisionKind
from variorum.record.decisions import append_decisions, read_decisions
from variorum.record.store import changing, prepare


def decision(number: int) -> Decision:
    anchor = Anchor(table="mentions", id="mention-1", report="report-1", start=3, end=9)
    return Decision(
        id=f"decision-{number}",
        number=number,
        kind=DecisionKind.REJECT,
        rows=(
            NamedRow(table="mentions", row="mention-1", words="a ‘name’", anchors=(anchor,), was='{"id":"mention-1"}'),
        ),
        reviewer="Ana Teles",
        reason="no name",
        made="2031-05-01T10:00:00+00:00",
    )


def test_decisions_come_back_in_order(case: str) -> None:
    with changing(case) as connection:
        append_decisions(connection, [decision(1)])
    with changing(case) as connection:
        append_decisions(connection, [decision(2), decision(3)])
        append_decisions(connection, [])
    prepare(case)
    with changing(case) as connection:
        assert read_decisions(connection) == (decision(1), decision(2), decision(3))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE decision_log SET decision = ''",
        "DELETE FROM decision_log",
        "DELETE FROM decision_log WHERE number = 1",
        "INSERT OR REPLACE INTO decision_log VALUES (1, 'x', '{}')",
    ],
)
def test_the_database_refuses_to_change_the_log(case: str, statement: str) -> None:
    with changing(case) as connection:
        append_decisions(connection, [decision(1)])
    with pytest.raises(VariorumError), changing(case) as connection:
        connection.execute(text(statement))
    with changing(case) as connection:
        assert read_decisions(connection) == (decision(1),)


def test_a_number_is_given_once(case: str) -> None:
    with changing(case) as connection:
        append_decisions(connection, [decision(1)])
    with pytest.raises(VariorumError), changing(case) as connection:
        append_decisions(connection, [decision(1)])
