"""Every command: what it prints where, and the status it ends with."""

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import replace
from small_case import small_tables, write_case
from typer.testing import CliRunner

import variorum
from variorum.model.tables import Tables
from variorum.pipeline import runner as build_runner
from variorum.present.cli.app import app
from variorum.present.cli.build import build
from variorum.present.cli.show import View
from variorum.present.export.tables import DERIVED

cli = CliRunner()


def printed(*arguments: str) -> str:
    result = cli.invoke(app, list(arguments))
    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
    return result.stdout


def test_the_summary_shows_what_matters_first(small_case: str) -> None:
    summary = printed("show", small_case)
    assert "2 read, 1 set aside; 1 to 2 origins behind them" in summary
    assert "voice: excerpt" in summary
    assert "1: 1 assault" in summary
    assert "1: 1 contradict, 0 update, 0 differ, 0 agree" in summary
    contradiction = summary[summary.index("CONTRADICT") :]
    for words in ("dockers killed, Port Sele", "“nine dockers were killed”", "Police", "≥20", "the union (possible)"):
        assert words in contradiction


@pytest.mark.parametrize("view", [view.value for view in View])
def test_every_view_fits_a_hundred_columns(small_case: str, view: str) -> None:
    lines = printed("show", small_case, view).splitlines()
    assert lines
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("reports", ["Gazette", "2023-03-05", "copy.txt", "set-aside"]),
        ("timeline", ["2023-03-04", "assault", "Port Sele", "dockers"]),
        ("points", ["CONTRADICT", "2 origins"]),
        ("figures", ["killed", "≥20", "the union"]),
        ("claims", ["the union indirect", "(possible)"]),
        ("events", ["assault", "1 time, 1"]),
        ("entities", ["Ana Teles", "person", "Mayor Ana Teles"]),
        ("places", ["Port Sele", "1.50, -2.25"]),
        ("roles", ["Ana Teles", "loses", "Mayor"]),
        ("issues", ["error", "empty.txt"]),
        ("derivations", ["excerpt", "from-other", "25%"]),
    ],
)
def test_views_show_their_rows(small_case: str, view: str, words: list[str]) -> None:
    shown = " ".join(printed("show", small_case, view).split())
    for word in words:
        assert word in shown


def test_rows_are_chosen_by_verdict_kind_and_number(small_case: str) -> None:
    assert "No such points" in printed("show", small_case, "points", "--verdict", "agree")
    assert "CONTRADICT" in printed("show", small_case, "points", "--verdict", "contradict", "--kind", "figure")
    assert "No figures" in printed("show", small_case, "figures", "--kind", "injured")
    assert "1 more" in printed("show", small_case, "figures", "--limit", "1")
    assert "more (" not in printed("show", small_case, "figures", "--limit", "0")


def test_views_of_an_empty_case_say_so(tmp_path: Path) -> None:
    case = write_case(tmp_path / "empty.case", Tables())
    for view in View:
        assert printed("show", case, view.value).strip()


def test_text_of_reports_cannot_steer_the_terminal(tmp_path: Path) -> None:
    tables = small_tables()
    nasty = "Harbour\x1b[31m \x9b2J [bold red]\u202egazette\x07\r\nnext"
    report = replace(tables.reports[0], outlet=nasty, title=nasty)
    entity = replace(tables.entities[0], name=nasty)
    case = write_case(
        tmp_path / "nasty.case", replace(tables, reports=(report, *tables.reports[1:]), entities=(entity,))
    )
    for view in View:
        shown = printed("show", case, view.value)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert "[bold red]" in printed("explain", case, "entity-1"), "no markup either"


@pytest.mark.parametrize("form", ["jsonl", "parquet", "csv"])
def test_export_writes_every_table(small_case: str, tmp_path: Path, form: str) -> None:
    result = cli.invoke(app, ["export", small_case, "--format", form, "--out", str(tmp_path / "out")])
    assert (result.exit_code, result.stdout) == (0, "")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        f"{name}.{form}" for name in (*Tables.__struct_fields__, *DERIVED)
    )


def test_explain_prints_the_pipeline() -> None:
    steps = printed("explain")
    for name in ("ingest", "sections", "dates", "figures", "points"):
        assert re.search(rf"\d\. {name} \(version \d+\)", steps)
    assert "needs" in steps
    assert "sets" in steps


def test_explain_prints_the_steps_of_a_case(small_case: str) -> None:
    assert "figures (version 4)" in printed("explain", small_case)


def test_explain_follows_a_row_to_its_words(small_case: str) -> None:
    why = " ".join(printed("explain", small_case, "abc1").split())
    assert "figure-abc1 (table figures)" in why
    assert "made by step 'figures', version 4: How many?" in why
    assert "rule passive of a killing verb" in why
    assert "[nine dockers were killed]" in why
    assert "2023-03-04" in why
    assert "Harbour Gazette, 12–36" in why


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("point-", ["cannot both be true", "“at least 20 dockers”", "step 'points'"]),
        ("entity-1", ["Ana Teles", "[Mayor Ana Teles]"]),
        ("event-1", ["[nine dockers were killed]", "ASSAULT"]),
        ("derivation-1", ["excerpt", "0.25"]),
        ("report-aa", ["Harbour Gazette", "step 'ingest'"]),
        ("issue", ["it holds no text"]),
        ("claim-1", ["the union", "possible"]),
    ],
)
def test_explain_explains_rows_of_every_kind(small_case: str, row: str, words: list[str]) -> None:
    why = " ".join(printed("explain", small_case, row).split())
    for word in words:
        assert word in why


@pytest.mark.parametrize(
    ("row", "complaint"), [("nonsense", "no row"), ("figure-ab", "more than one"), ("ab", "more than one")]
)
def test_explain_asks_for_one_row(small_case: str, row: str, complaint: str) -> None:
    result = cli.invoke(app, ["explain", small_case, row])
    assert result.exit_code == 2
    assert complaint in result.stderr


def test_dossier_writes_one_file(small_case: str, tmp_path: Path) -> None:
    pytest.importorskip("variorum.present.dossier")
    if not hasattr(sys.modules["variorum.present.dossier"], "render_dossier"):
        pytest.skip("no dossier yet")
    assert cli.invoke(app, ["dossier", small_case, "--out", str(tmp_path / "d.html")]).exit_code == 0
    assert (tmp_path / "d.html").read_text("utf-8").lstrip().lower().startswith("<!doctype html>")


@pytest.mark.parametrize("command", ["show", "export", "dossier", "explain"])
@pytest.mark.parametrize("kind", ["missing", "text", "folder"])
def test_what_is_no_case_is_misuse(tmp_path: Path, command: str, kind: str) -> None:
    path = tmp_path / "thing"
    if kind == "text":
        path.write_text("words and words, but no case")
    if kind == "folder":
        path.mkdir()
    arguments = [command, str(path)] + (["--out", str(tmp_path / "out")] if command in ("export", "dossier") else [])
    result = cli.invoke(app, arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"variorum: {path}: ")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "a.case"],
        ["build"],
        ["show"],
        ["show", "a.case", "nonsense"],
        ["export", "a.case"],
        ["export", "a.case", "--format", "xml", "--out", "o"],
        ["nonsense"],
        ["show", "a.case", "--limit", "-1"],
    ],
)
def test_wrong_usage_is_misuse(arguments: list[str]) -> None:
    assert cli.invoke(app, arguments).exit_code == 2


def test_a_place_that_cannot_be_written_is_misuse(small_case: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for command in ("export", "dossier"):
        result = cli.invoke(app, [command, small_case, "--out", str(tmp_path / "file" / "deeper")])
        if "render_dossier" not in result.stderr:
            assert result.exit_code == 2
            assert "cannot be written" in result.stderr


def test_help_has_examples_and_version_is_said() -> None:
    for command in ("build", "show", "export", "dossier", "explain"):
        assert "crisis.case" in printed(command, "--help")
    assert re.fullmatch(r"variorum \d+\.\d+.*\n", printed("--version"))


def test_build_ends_well_or_names_what_was_set_aside(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text("The council met on 3 May 2022. Nine people were hurt, the mayor said.")
    case = str(tmp_path / "a.case")
    well = cli.invoke(app, ["build", case, str(reports)])
    assert (well.exit_code, well.stdout) == (0, "")
    assert "1 report, 1 new" in well.stderr
    (reports / "b.txt").write_bytes(b"")
    aside = cli.invoke(app, ["build", case, str(reports), "--quiet"])
    assert aside.exit_code == 1
    assert aside.stdout == ""
    assert aside.stderr.startswith("set aside: b.txt: ")
    assert len(aside.stderr.splitlines()) == 1


def test_build_without_reports_is_misuse(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    for given in ("none", "missing"):
        result = cli.invoke(app, ["build", str(tmp_path / "a.case"), str(tmp_path / given)])
        assert result.exit_code == 2
        assert not (tmp_path / "a.case").exists()


@pytest.mark.parametrize(
    ("raised", "status", "words"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (ValueError("odd"), 3, "ValueError: odd"),
        (MemoryError(), 3, "memory"),
    ],
)
def test_no_traceback_reaches_a_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raised: BaseException, status: int, words: str
) -> None:
    def fail(*_: object) -> None:
        raise raised

    monkeypatch.setattr(build_runner, "build_case", fail)
    result = cli.invoke(app, ["build", str(tmp_path / "a.case"), str(tmp_path)])
    assert result.exit_code == status
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import sys, variorum.present.cli.app; print([m for m in ('spacy', 'sqlalchemy', 'pyarrow') if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def _listen_to_interrupts() -> None:
    """A shell that runs the tests in the background makes its children deaf to interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_ends_a_build_with_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council met on 3 May 2022. Nine people were hurt, the mayor said.")
    command = [sys.executable, "-m", "variorum", "build", str(tmp_path / "a.case"), str(tmp_path / "a.txt")]
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, preexec_fn=_listen_to_interrupts
    )
    while not (tmp_path / "a.case").exists() and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    stdout, stderr = process.communicate(timeout=60)
    assert (process.returncode, stdout) == (130, "")
    assert stderr.startswith("variorum: interrupted")
    assert "Traceback" not in stderr


def test_command_functions_are_documented() -> None:
    assert build.__doc__
    assert variorum.__all__ == ["Case", "NameMatch", "VariorumError", "build", "open", "same_name"]
