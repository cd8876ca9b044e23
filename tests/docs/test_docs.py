"""What the docs say of commands, tables, fields, codes and steps is complete, and their links lead somewhere."""

import re
from enum import StrEnum
from pathlib import Path

import msgspec
import pytest
import typer
from pages import DOCS, ROOT, blocks, links, pages, section, tables, terms, text, words

import variorum
from variorum import errors
from variorum.ingest.details import COLUMNS
from variorum.ingest.manifest import NAMES
from variorum.ingest.reports import SUPPORTED
from variorum.model import terms as vocabularies
from variorum.model.tables import Link, Reading, Tables
from variorum.pipeline.assembly import english_pipeline, step_notes
from variorum.present.cli.app import app
from variorum.present.cli.show import View
from variorum.record.shapes import row_types

COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
ROWS = row_types(Tables)
ENUMS = [value for value in vars(vocabularies).values() if isinstance(value, type) and issubclass(value, StrEnum)]
SOURCES = sorted((ROOT / "src" / "variorum").rglob("*.py"))
CODE = "".join(path.read_text("utf-8") for path in SOURCES)
PUBLIC = [path for path in pages() if path.parent.name != "decisions"]


# ------------------------------------------------------------------------------------------------------- command line


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_argument_and_option_is_told(command: str) -> None:
    told = words(section(text("cli.md"), f"`variorum {command}`").replace("`", " "))
    for parameter in COMMANDS[command].params:
        if parameter.param_type_name == "argument":
            assert {parameter.name.upper(), f"{parameter.name.upper()}..."} & told, parameter.name
        elif "--help" not in parameter.opts:
            assert set(parameter.opts) <= told, parameter.opts


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_defaults_are_told(command: str) -> None:
    rows = {
        term: row
        for rows in tables(section(text("cli.md"), f"`variorum {command}`"))
        for row in rows
        for term in terms(row[0])
    }
    for parameter in COMMANDS[command].params:
        if isinstance(parameter.default, int | float) and not isinstance(parameter.default, bool):
            assert rows[parameter.opts[0]][-1] == f"{parameter.default:g}", parameter.opts


def test_options_of_the_program_are_told() -> None:
    told = terms(section(text("cli.md"), "Options of the program"))
    for parameter in typer.main.get_command(app).params:
        assert set(parameter.opts) <= told, parameter.opts
    assert {"--help", "-h"} <= told


def test_no_command_is_told_that_is_not_there() -> None:
    told = re.findall(r"^## `variorum (\w+)`$", text("cli.md"), flags=re.MULTILINE)
    assert sorted(told) == sorted(COMMANDS)
    everywhere = "".join(path.read_text("utf-8") for path in PUBLIC)
    used = set(re.findall(r"^(?:\.venv/bin/)?variorum (\w+)", everywhere, flags=re.MULTILINE))
    assert used <= set(COMMANDS)


def test_no_option_is_told_that_is_not_there() -> None:
    told = set(re.findall(r"`(--[\w-]+)`", text("cli.md")))
    params = [*typer.main.get_command(app).params, *(p for command in COMMANDS.values() for p in command.params)]
    assert told <= {option for parameter in params for option in parameter.opts} | {"--help"}


def test_every_view_and_format_is_told() -> None:
    assert {view.value for view in View} <= terms(section(text("cli.md"), "`variorum show`"))
    assert {"jsonl", "parquet", "csv"} <= terms(section(text("cli.md"), "`variorum export`"))


def test_every_exit_status_is_told() -> None:
    from variorum.present.cli import faults

    statuses = {faults.OK, faults.SET_ASIDE, faults.MISUSE, faults.FAULT, faults.INTERRUPTED}
    told = {int(row[0]) for table in tables(section(text("cli.md"), "Exit status")) for row in table[1:]}
    assert told == statuses


# --------------------------------------------------------------------------------------------------------- the record


@pytest.mark.parametrize("table", list(ROWS))
def test_every_field_stands_in_its_table(table: str) -> None:
    part = section(text("record-format.md"), f"`{table}`")
    missing = set(ROWS[table].__struct_fields__) - terms(part)
    assert not missing, f"docs/record-format.md, {table}: {', '.join(sorted(missing))} missing"


@pytest.mark.parametrize(("table", "record"), [("points", Reading), ("claims", Link)])
def test_every_field_of_nested_rows_stands_there(table: str, record: type[msgspec.Struct]) -> None:
    assert set(record.__struct_fields__) <= terms(section(text("record-format.md"), f"`{table}`"))


@pytest.mark.parametrize("table", list(ROWS))
def test_no_field_is_told_that_is_not_there(table: str) -> None:
    fields = set(ROWS[table].__struct_fields__)
    told = [rows for rows in tables(section(text("record-format.md"), f"`{table}`")) if rows[0][0] == "field"]
    first = {name for row in told[0][1:] for name in terms(row[0])}
    assert first <= fields


def test_no_table_is_told_that_is_not_there() -> None:
    told = re.findall(r"^## `(\w+)`$", text("record-format.md"), flags=re.MULTILINE)
    assert told == list(ROWS)


@pytest.mark.parametrize("vocabulary", ENUMS, ids=lambda vocabulary: vocabulary.__name__)
def test_every_value_of_a_vocabulary_is_told(vocabulary: type[StrEnum]) -> None:
    missing = {member.value for member in vocabulary} - terms(text("record-format.md"))
    assert not missing, f"docs/record-format.md: {', '.join(sorted(missing))} missing"


# ------------------------------------------------------------------------------------------------------------- Python


def test_every_public_name_is_told() -> None:
    told = terms(text("api.md"))
    assert {f"variorum.{name}" for name in variorum.__all__ if name != "VariorumError"} <= told
    assert set(variorum.__all__) <= told


def test_every_table_and_method_of_a_case_is_told() -> None:
    told = {term.split("(")[0] for term in terms(section(text("api.md"), "`variorum.Case`"))}
    public = {name for name in dir(variorum.Case) if not name.startswith("_")}
    assert public <= told


def test_every_error_is_told() -> None:
    raised = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)}
    assert raised <= terms(text("api.md"))


# -------------------------------------------------------------------------------------------------------------- input


def test_every_code_of_an_issue_is_told() -> None:
    used = set(re.findall(r"\bcode=\"([a-z-]+)\"", CODE))
    used |= set(re.findall(r"(?:set_aside|doubted|noted|_refused)\(\s*[^,()]+(?:\[0\])?,\s*\"([a-z-]+)\"", CODE))
    used |= set(re.findall(r"_unread\(\s*\w+,\s*\w+,\s*\"([a-z-]+)\"", CODE))
    told = {
        term for rows in tables(text("input.md")) if rows[0][0] == "code" for row in rows[1:] for term in terms(row[0])
    }
    assert len(used) >= 15
    assert told == used


def test_every_format_and_column_is_told() -> None:
    told = terms(text("input.md"))
    assert {f".{ending}" for ending in SUPPORTED} <= told
    assert {*COLUMNS, "file", *NAMES} <= told


# -------------------------------------------------------------------------------------------------------- architecture


def test_every_step_stands_in_order() -> None:
    notes = step_notes(english_pipeline())
    told = next(rows for rows in tables(text("architecture.md")) if rows[0][0] == "step")
    assert [row[0] for row in told[1:]] == [note.name for note in notes]
    for row, note in zip(told[1:], notes, strict=True):
        assert terms(row[1]) == set(note.sets), note.name
    assert all(note.name in " ".join(text("extending.md").split()) for note in notes)


def test_every_package_and_lexicon_is_told() -> None:
    folders = {
        path.name for path in (ROOT / "src" / "variorum").iterdir() if path.is_dir() and path.name != "__pycache__"
    }
    assert {f"{folder}/" for folder in folders} <= terms(text("extending.md"))
    lexicons = {path.stem for path in (ROOT / "src" / "variorum" / "lexicon" / "en").glob("*.toml")}
    assert lexicons <= terms(section(text("extending.md"), "Add a lexicon entry"))


def test_paths_told_are_there() -> None:
    source = ROOT / "src" / "variorum"
    for page in ("extending.md", "architecture.md"):
        for term in terms(text(page)):
            if re.fullmatch(r"[\w/.-]+\.(?:py|toml|md|json)", term) and "/" in term:
                assert any((base / term).exists() for base in (ROOT, source)), f"{page}: {term}"


def test_targets_of_make_told_are_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE))
    for path in PUBLIC:
        used = set(re.findall(r"(?:^|`)make ([a-z]+)", path.read_text("utf-8"), flags=re.MULTILINE))
        assert used <= targets, path.name


# ---------------------------------------------------------------------------------------------------------- all pages


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page.read_text("utf-8")):
        target = link.split("#")[0]
        if target and "://" not in target:
            assert (page.parent / target).exists(), link


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_page_tells_of_one_machine(page: Path) -> None:
    content = page.read_text("utf-8")
    assert not re.search(r"(?:^|[\s`(\"'])/(?:work|tmp|home|root|Users)\b", content)
    assert not re.search(r"\b(?:session|sub-?agent|ticket|TODO|FIXME)s?\b|\bissue #?\d", content, flags=re.IGNORECASE)


def test_the_readme_shows_the_lines_of_the_api_page() -> None:
    assert blocks(ROOT / "README.md", "python")[0] == blocks(DOCS / "api.md", "python")[0]
    assert len(blocks(DOCS / "api.md", "python")[0].splitlines()) == 3
