"""What a rejected finding takes with it, and what a decision finds again."""

from typing import Any

import msgspec
import pytest
from deciding import decided
from told import Told

from variorum.model.base import Span
from variorum.model.tables import Claim, Tables
from variorum.model.terms import DecisionStatus, EventType, Manner, Measure, Realis
from variorum.resolve.rejected import FOUND, resolve_rejections

TEXT = "On Sunday the union said 20 dockers were killed in Port Sele. They were buried."


@pytest.fixture
def case() -> Tables:
    told = Told()
    report = told.report("a", TEXT, "2031-03-05")
    date = told.date(report, "Sunday", "2031-03-02")
    told.place(report, "Port Sele", "XX")
    place = told.tables.places[0].id
    claim = Claim(
        id="claim-x",
        report=report,
        start=25,
        end=60,
        text=TEXT[25:60],
        voice="the union",
        voice_span=Span(start=10, end=19),
        manner=Manner.INDIRECT,
    )
    told.tables = msgspec.structs.replace(told.tables, claims=(claim,))
    common = {"voice": "the union", "claim": "claim-x", "date": "2031-03-02", "date_ref": date, "place_ref": place}
    mention = told.event(
        report, "killed", EventType.ASSAULT, "kill", realis=Realis.ASSERTED, place="Port Sele", **common
    )
    told.figure(report, "20 dockers", Measure.KILLED, event_mention=mention, place="Port Sele", **common)
    return told.tables


def reject(case: Tables, table: str) -> Tables:
    return resolve_rejections(decided(case, "reject", getattr(case, table)[0].id))


@pytest.mark.parametrize("table", ["dates", "places", "claims", "figures", "event_mentions"])
def test_a_rejected_finding_is_left_out_and_nothing_points_to_it(case: Tables, table: str) -> None:
    gone = getattr(case, table)[0].id
    after = reject(case, table)
    assert getattr(after, table) == ()
    assert gone.encode() not in msgspec.json.encode([getattr(after, name) for name in FOUND])
    (kept,) = after.decisions[0].rows
    assert kept.row == gone
    assert gone in kept.was


@pytest.mark.parametrize(
    ("table", "lost", "kept"),
    [
        ("dates", {"date": None, "date_ref": None}, {"voice": "the union", "place": "Port Sele"}),
        ("places", {"place": None, "place_ref": None}, {"voice": "the union", "date": "2031-03-02"}),
        ("claims", {"voice": None, "claim": None}, {"place": "Port Sele", "date": "2031-03-02"}),
        ("event_mentions", {"event_mention": None}, {"voice": "the union", "date": "2031-03-02"}),
    ],
)
def test_what_rests_on_it_loses_what_it_took_from_it(
    case: Tables, table: str, lost: dict[str, Any], kept: dict[str, Any]
) -> None:
    (figure,) = reject(case, table).figures
    assert {name: getattr(figure, name) for name in (*lost, *kept)} == {**lost, **kept}


def test_an_event_told_by_a_rejected_claim_is_the_reports_own(case: Tables) -> None:
    (mention,) = reject(case, "claims").event_mentions
    assert (mention.realis, mention.voice) == (Realis.ACTUAL, None)


def test_without_decisions_nothing_is_touched(case: Tables) -> None:
    assert resolve_rejections(case) is case


def test_a_withdrawn_rejection_gives_the_finding_back(case: Tables) -> None:
    rejected = decided(case, "reject", case.figures[0].id)
    back = resolve_rejections(decided(rejected, "withdraw", rejected.decisions[0].id))
    assert msgspec.structs.replace(back, decisions=()) == case
    assert back.decisions[0].status is DecisionStatus.WITHDRAWN
    again = decided(back, "withdraw", back.decisions[1].id)
    assert resolve_rejections(again).figures == (), "a withdrawal can be withdrawn"


def test_a_finding_whose_id_has_changed_is_found_by_its_range(case: Tables) -> None:
    after = decided(case, "reject", case.figures[0].id)
    renamed = msgspec.structs.replace(case.figures[0], id="figure-of-a-newer-version")
    assert resolve_rejections(msgspec.structs.replace(after, figures=(renamed,))).figures == ()


def test_a_decision_whose_finding_is_gone_is_kept(case: Tables) -> None:
    after = resolve_rejections(msgspec.structs.replace(decided(case, "reject", case.figures[0].id), figures=()))
    assert after.decisions[0].status is DecisionStatus.WITHOUT_ROWS


def test_rejecting_what_was_confirmed_overrules_that(case: Tables) -> None:
    row = case.figures[0].id
    after = resolve_rejections(decided(decided(case, "confirm", row), "reject", row))
    assert [one.status for one in after.decisions] == [DecisionStatus.OVERRULED, DecisionStatus.IN_FORCE]
    assert after.figures == ()
