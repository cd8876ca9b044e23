"""What decisions change in points and origins, and what is told of them."""

import msgspec
import pytest
from deciding import decided
from small_case import small_tables

from variorum.compare.decided import compare_decisions
from variorum.compare.lineage import Account, Bounds, Lineage
from variorum.model.decisions import Anchor, Decision, NamedRow
from variorum.model.tables import Derivation, Reading, Tables
from variorum.model.terms import DecisionKind, DecisionStatus, DerivationKind

POINT = "point-1234567890abcdef"


def test_a_rejected_point_is_left_out() -> None:
    after = compare_decisions(decided(small_tables(), "reject", POINT))
    assert after.points == ()
    assert (after.decisions[0].status, after.decisions[0].now) == (DecisionStatus.IN_FORCE, ())
    assert after.issues == small_tables().issues


def test_without_decisions_nothing_is_touched() -> None:
    tables = small_tables()
    assert compare_decisions(tables) is tables


def grown(tables: Tables, name: str = "point-0000") -> Tables:
    """The point under another id, with one reading more."""
    point = tables.points[0]
    more = msgspec.structs.replace(point.readings[1], says="12", row="figure-new", start=3, end=9)
    wider = msgspec.structs.replace(point, id=name, readings=(*point.readings, more))
    return msgspec.structs.replace(tables, points=(wider,))


def test_a_rejected_point_stays_rejected_when_it_grows_and_an_issue_tells() -> None:
    after = compare_decisions(grown(decided(small_tables(), "reject", POINT)))
    assert after.points == ()
    issue = after.issues[-1]
    assert (issue.code, issue.severity, issue.start) == ("decision-outgrown", "note", 3)
    assert issue.detail.endswith("rejects a point that has one more reading now.")


def test_a_point_of_other_readings_is_another_point() -> None:
    tables = decided(small_tables(), "reject", POINT)
    point = tables.points[0]
    readings: tuple[Reading, ...] = tuple(
        msgspec.structs.replace(one, row=one.row if at else "figure-new") for at, one in enumerate(point.readings)
    )
    other = msgspec.structs.replace(point, id="point-0000", readings=readings)
    after = compare_decisions(msgspec.structs.replace(tables, points=(other,)))
    assert after.points == (other,)
    assert after.decisions[0].status is DecisionStatus.WITHOUT_ROWS
    assert after.issues[-1].code == "decision-without-rows"


def test_confirming_what_is_rejected_later_is_overruled() -> None:
    after = compare_decisions(decided(decided(small_tables(), "confirm", POINT), "reject", POINT))
    assert [row.status for row in after.decisions] == [DecisionStatus.OVERRULED, DecisionStatus.IN_FORCE]
    assert [row.code for row in after.issues[1:]] == ["decision-overruled"]


@pytest.mark.parametrize(
    "row",
    ["entity-1", "event-1", POINT, "derivation-1", "figure-abc1", "report-aa", "issue-0000000000000001", "place-1"],
)
def test_a_decision_says_where_its_row_is_now(row: str) -> None:
    after = compare_decisions(decided(small_tables(), "note", row, reason="look here"))
    assert after.decisions[0].now == (row,)
    assert after.decisions[0].outcome == "noted"


def test_a_row_under_another_id_is_found_by_what_it_is_made_of() -> None:
    tables = decided(small_tables(), "confirm", "entity-1")
    renamed = tuple(
        msgspec.structs.replace(row, entity="entity-9") if row.entity == "entity-1" else row for row in tables.mentions
    )
    after = compare_decisions(msgspec.structs.replace(tables, mentions=renamed))
    assert after.decisions[0].now == ("entity-9",)


def copies(*pairs: str) -> list[Derivation]:
    """Derivations between reports of one letter."""
    return [Derivation(id=pair, report=pair[0], other=pair[1], kind=DerivationKind.COPY) for pair in pairs]


def on_reports(number: int, kind: str, *reports: str) -> Decision:
    rows = tuple(NamedRow(table="reports", row=name, anchors=(Anchor(table="reports", id=name),)) for name in reports)
    return Decision(
        id=f"d{number}",
        number=number,
        kind=DecisionKind(kind),
        rows=rows,
        reviewer="A",
        made="2031-05-01T10:00:00+00:00",
    )


def origins(rows: list[Derivation], decisions: list[Decision], reports: str) -> Bounds:
    return Lineage(rows, decisions).bounds(Account(name, None) for name in reports)


def test_reports_held_to_be_independent_count_twice_even_by_way_of_a_third() -> None:
    rows = copies("ba", "bc")
    assert origins(rows, [], "abc") == Bounds(1, 1)
    assert origins(rows, [on_reports(1, "different", "a", "c")], "abc") == Bounds(2, 2)
    assert origins(rows, [on_reports(1, "different", "a", "c")], "ac") == Bounds(2, 2)


def test_the_one_between_goes_where_it_was_decided_to_belong() -> None:
    rows = copies("ba", "bc")
    decisions = [on_reports(1, "same", "b", "c"), on_reports(2, "different", "a", "c")]
    assert origins(rows, decisions, "bc") == Bounds(1, 1)
    assert origins(rows, decisions, "ab") == Bounds(2, 2)


def test_reports_decided_to_be_of_one_origin_surely_count_once() -> None:
    row = Derivation(id="x", report="a", other="b", kind=DerivationKind.COMMON_SOURCE, decision="d1")
    assert origins([row], [on_reports(1, "same", "a", "b")], "ab") == Bounds(1, 1)
