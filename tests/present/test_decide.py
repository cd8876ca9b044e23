"""Decisions from the command line and from Python, and how they are shown."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from tiny_pipeline import tiny_pipeline
from typer.testing import CliRunner

import variorum
from variorum.compare.decided import compare_decisions
from variorum.model.terms import DecisionStatus
from variorum.pipeline import options
from variorum.pipeline.assembly import Pipeline
from variorum.pipeline.options import BuildOptions
from variorum.pipeline.runner import build_case
from variorum.pipeline.steps import CaseStep
from variorum.present.cli.app import app
from variorum.resolve.entities import resolve_entities
from variorum.resolve.rejected import resolve_rejections

cli = CliRunner(env={"VARIORUM_REVIEWER": ""})


def names_pipeline() -> Pipeline:
    tiny = tiny_pipeline()
    steps = (
        CaseStep("rejections", 1, ("mentions",), ("mentions", "decisions"), resolve_rejections),
        CaseStep("entities", 1, ("mentions",), ("mentions", "entities", "decisions"), resolve_entities),
        CaseStep("decisions", 1, ("decisions",), ("decisions", "issues"), compare_decisions),
    )
    return Pipeline(tiny.annotators, steps, tiny.load, tiny.model)


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(options, "BuildOptions", partial(BuildOptions, factory=names_pipeline))
    report = tmp_path / "a.txt"
    report.write_text("The crowd in Arden went home before noon, and the mayor of Corby spoke of it.", "utf-8")
    build_case(str(tmp_path / "a.case"), [report], BuildOptions(factory=names_pipeline))
    return str(tmp_path / "a.case")


@pytest.fixture
def of(case: str) -> Callable[[str], str]:
    """The id of the entity of this name."""
    return lambda name: next(row.id for row in variorum.open(case).entities if row.name == name)


def run(*arguments: str, status: int = 0) -> str:
    """What the command prints: results where it succeeds, else the line that says why not."""
    result = cli.invoke(app, ["decide", *arguments])
    assert result.exit_code == status, result.stderr
    assert "Traceback" not in result.stderr
    return " ".join((result.stdout if status == 0 else result.stderr).split())


def test_a_decision_is_made_shown_explained_and_withdrawn(case: str, of: Callable[[str], str]) -> None:
    arden, corby = of("Arden"), of("Corby")
    said = run(case, "same", arden.partition("-")[2][:8], corby, "--as", "Ana Teles", "--because", "one town")
    assert "same, Ana Teles" in said
    assert "“one town”" in said
    assert "2 entities are now one: Arden (1 finding); Corby (1 finding) → Arden (2 findings)" in said
    log = run(case, "list")
    assert log.startswith("1. same in-force")
    assert "Arden [" in log
    explained = cli.invoke(app, ["explain", case, of("Arden")]).stdout
    assert "decision" in explained
    assert "“one town”" in " ".join(explained.split())
    gone = cli.invoke(app, ["explain", case, corby]).stdout
    assert "not in the record now" in gone
    number = variorum.open(case).decisions[0].id
    assert "1 entity is now 2" in run(case, "withdraw", number, "--as", "Ben")
    assert "1. same withdrawn" in run(case, "list")


def test_a_note_needs_no_option(case: str, of: Callable[[str], str]) -> None:
    said = run(case, "note", of("Arden"), "ask the pilot", "--as", "Ana")
    assert "“ask the pilot”" in said
    assert "Nothing else in the record changes." in said


def test_the_reviewer_may_come_from_the_environment(case: str, of: Callable[[str], str]) -> None:
    result = cli.invoke(app, ["decide", case, "confirm", of("Arden")], env={"VARIORUM_REVIEWER": "Ana Teles"})
    assert (result.exit_code, variorum.open(case).decisions[0].reviewer) == (0, "Ana Teles")


def test_mistakes_are_told_in_one_line(case: str, of: Callable[[str], str], tmp_path: Path) -> None:
    arden = of("Arden")
    assert "a decision needs the name" in run(case, "reject", arden, status=2)
    assert "zzz: no row of this case has this id" in run(case, "reject", "zzz", "--as", "Ana", status=2)
    assert "same needs two rows" in run(case, "same", arden, "--as", "Ana", status=2)
    assert "more than one row" in run(case, "reject", "mention-", "--as", "Ana", status=2)
    assert "no case here" in run(str(tmp_path / "none.case"), "list", status=2)
    assert "no case here" in run(str(tmp_path / "none.case"), "reject", "x", "--as", "Ana", status=2)
    assert run(case, "list") == "No decisions yet."


def test_decisions_from_python(case: str, of: Callable[[str], str]) -> None:
    opened = variorum.open(case)
    row = of("Arden")
    assert opened.decisions_on(row) == ()
    when = datetime(2031, 5, 1, 10, tzinfo=UTC)
    decided = opened.decide("reject", row, reviewer="Ana Teles", reason="no place", made=when)
    assert decided.decision.made == "2031-05-01T10:00:00+00:00"
    assert [change.table for change in decided.changes] == ["mentions", "entities"]
    assert "Arden" not in {entity.name for entity in opened.entities}, "the case shows its own decision at once"
    assert opened.last_build.number == 2
    assert opened.decisions_on(row) == opened.decisions == (decided.decision,)
    assert not opened.explain(row).present
    opened.withdraw(decided.decision.id, reviewer="Ana Teles")
    assert of("Arden") == row
    assert opened.decisions[0].status is DecisionStatus.WITHDRAWN
    with pytest.raises(ValueError, match="quash"):
        opened.decide("quash", row, reviewer="Ana Teles")


def test_decisions_are_exported(case: str, of: Callable[[str], str], tmp_path: Path) -> None:
    opened = variorum.open(case)
    opened.decide("note", of("Arden"), reviewer="Ana Teles", reason="ask, and ask again")
    for form in ("jsonl", "csv", "parquet"):
        assert tmp_path / form / f"decisions.{form}" in opened.export(form, tmp_path / form)
    assert '"reviewer":"Ana Teles"' in (tmp_path / "jsonl" / "decisions.jsonl").read_text("utf-8")
