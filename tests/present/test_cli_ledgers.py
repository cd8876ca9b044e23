"""The commands that lay a case out over time: figures, states, labels."""

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from small_case import small_tables, write_case
from typer.testing import CliRunner

from variorum.model.tables import Tables
from variorum.model.terms import LedgerRule
from variorum.present.api import Case
from variorum.present.cli.app import app

cli = CliRunner()
COMMANDS = ("figures", "states", "labels")


def printed(*arguments: str) -> str:
    result = cli.invoke(app, list(arguments))
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_form_of_an_empty_case(tmp_path: Path, command: str) -> None:
    case = write_case(tmp_path / "empty.case", Tables())
    assert printed(command, case).startswith("No ")
    assert printed(command, case, "--format", "json") == "[]\n"
    assert printed(command, case, "--format", "csv") == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_lines_fit_a_hundred_columns(small_case: str, command: str) -> None:
    assert max(map(len, printed(command, small_case, "--limit", "0").splitlines())) <= 100


def test_figures_show_readings_and_what_each_rule_takes(small_case: str) -> None:
    shown = " ".join(printed("figures", small_case, "--measure", "killed").split())
    for words in (
        "people killed",
        "“nine dockers were killed”",
        "One origin, which all rules take; unofficial-only has none",
        "best 9",
    ):
        assert words in shown


def test_one_rule_alone_is_shown(small_case: str) -> None:
    shown = printed("figures", small_case, "--rule", "highest")
    assert "highest:" in shown
    assert "most-recent" not in shown


def test_figures_are_chosen_by_measure_place_and_population(small_case: str) -> None:
    everything = json.loads(printed("figures", small_case, "--format", "json"))
    assert everything
    chosen = json.loads(printed("figures", small_case, "--format", "json", "--measure", "killed", "--of", "docker"))
    assert {ledger["measure"] for ledger in chosen} == {"killed"}
    assert printed("figures", small_case, "--place", "nowhere").startswith("No such figures")
    assert printed("figures", small_case, "--measure", "looted").startswith("No such figures")


def test_csv_holds_a_line_a_reading_with_the_numbers_of_each_rule(small_case: str) -> None:
    rows = list(csv.DictReader(StringIO(printed("figures", small_case, "--format", "csv"))))
    ledgers = Case(small_case).ledgers()
    assert len(rows) == sum(len(ledger.readings) for ledger in ledgers)
    for row, ledger in zip(rows, [one for one in ledgers for _ in one.readings], strict=True):
        for rule in LedgerRule:
            estimate = ledger.estimate(rule)
            assert estimate is not None
            assert row[f"{rule.value} best"] == ("" if estimate.best is None else str(estimate.best))


def test_a_rule_by_name_or_none_from_python(small_case: str) -> None:
    case = Case(small_case)
    assert {len(ledger.estimates) for ledger in case.ledgers("most-recent")} == {1}
    assert case.ledgers("most_recent") == case.ledgers(LedgerRule.MOST_RECENT)
    assert {len(ledger.estimates) for ledger in case.ledgers()} == {len(LedgerRule)}
    with pytest.raises(ValueError, match="average"):
        case.ledgers("average")


def test_states_show_who_says_what_of_whom(small_case: str) -> None:
    shown = " ".join(printed("states", small_case).split())
    assert "Ana Teles: loses" in shown
    assert printed("states", small_case, "--kind", "membership").startswith("No such")
    assert "Ana Teles" in printed("states", small_case, "--who", "teles")
    assert printed("states", small_case, "--who", "nobody").startswith("No such")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_text_of_reports_cannot_steer_the_terminal(tmp_path: Path, command: str, form: str) -> None:
    tables = small_tables()
    nasty = "Harbour\x1b[31m \x9b2J\u202egazette\x07\r\nnext"
    report = replace(tables.reports[0], outlet=nasty, title=nasty)
    figures = tuple(replace(row, voice_name=nasty, place_name=nasty) for row in tables.figures)
    roles = tuple(replace(row, holder_name=nasty, value=nasty) for row in tables.roles)
    case = write_case(
        tmp_path / "nasty.case", replace(tables, reports=(report, *tables.reports[1:]), figures=figures, roles=roles)
    )
    shown = printed(command, case, "--format", form)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
