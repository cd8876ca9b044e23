"""Who killed somebody: two accounts that name other people."""

import pytest
from told import Told

from variorum.compare.points import compare_points
from variorum.model.terms import EventType, Verdict


@pytest.mark.parametrize(
    ("second", "verdict"),
    [
        ("inmates", Verdict.CONTRADICT),
        ("police officers", None),
        ("his own associates", Verdict.DIFFER),
        ("he", None),
    ],
)
def test_who_killed_a_person(second: str, verdict: Verdict | None):
    told = Told()
    ana = told.person("Ana Roca")
    for name, who in (("a", "police officers"), ("b", second)):
        report = told.report(name, f"Ana Roca was killed by {who}.", "2021-08-14")
        words = f"Ana Roca was killed by {who}"
        told.event(
            report,
            words,
            EventType.ASSAULT,
            "kill",
            actor=who,
            recipient="Ana Roca",
            recipient_entity=ana,
            recipient_name="Ana Roca",
        )
    found = [point for point in compare_points(told.tables).points if point.topic == "who killed Ana Roca"]
    assert [point.verdict for point in found] == ([verdict] if verdict else [])
