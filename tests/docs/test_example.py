"""What the docs show of the example case is what a build of it holds today."""

import re
from pathlib import Path

import pytest
from pages import DOCS, ROOT, blocks, quotes, script, tables, text
from typer.testing import CliRunner

import variorum
from variorum.model.tables import Tables
from variorum.present.api import Case
from variorum.present.cli.app import app
from variorum.present.export.tables import DERIVED

ROWS = [
    row for rows in tables(text("concepts.md")) if rows[0] == ("report", "words", "field", "value") for row in rows[1:]
]
NAMES = [row for rows in tables(text("concepts.md")) if rows[0] == ("entity", "also written") for row in rows[1:]]
POINTS = [row for rows in tables(text("concepts.md")) if rows[0] == ("point", "verdict") for row in rows[1:]]


def test_the_three_lines_lead_from_a_folder_to_points(three_lines: tuple[Case, str]) -> None:
    case, printed = three_lines
    assert case.points
    assert printed.splitlines() == [f"{point.verdict} {point.topic}" for point in case.points]


def test_the_other_lines_of_the_api_page_run(
    example: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    names = {"case": example}
    exec(blocks(ROOT / "docs" / "api.md", "python")[1], names)
    assert "members of the security forces" in capsys.readouterr().out
    written = {path.stem for path in names["paths"]}  # type: ignore[attr-defined]
    assert written == {*Tables.__struct_fields__, *DERIVED}


def test_the_lines_on_ledgers_give_the_numbers_of_the_concepts(
    example: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    exec(blocks(ROOT / "docs" / "api.md", "python")[2], {"case": example})
    assert "security forces killed, Kazakhstan" in capsys.readouterr().out
    (ledger,) = [one for one in example.ledgers() if (one.measure, one.population) == ("killed", "security forces")]
    rows = next(rows for rows in tables(text("concepts.md")) if rows[0][0] == "rule")[1:]
    assert rows
    for rule, best, span in rows:
        estimate = next(one for one in ledger.estimates if one.rule == rule)
        assert best.split(":")[0] == str(estimate.best).lower()
        assert not span or span == f"{estimate.low} to {estimate.high}"


def test_the_excerpt_of_the_readme_is_what_is_printed(example: Case) -> None:
    shown = CliRunner().invoke(app, ["show", example.location]).stdout
    page = (ROOT / "README.md").read_text("utf-8")
    assert script("readme_excerpt").written(page, shown) == page, "run python scripts/readme_excerpt.py"


def test_ids_in_the_docs_can_be_explained(example: Case) -> None:
    for page in (ROOT / "README.md", DOCS / "cli.md"):
        for row_id in re.findall(r"\b[0-9a-f]{8}\b", page.read_text("utf-8")):
            assert example.explain(row_id).row, f"{page.name}: {row_id}"


def test_two_spellings_of_one_name(capsys: pytest.CaptureFixture[str]) -> None:
    exec(blocks(ROOT / "docs" / "api.md", "python")[3], {"variorum": variorum})
    assert capsys.readouterr().out.startswith("True ")


@pytest.mark.parametrize("quote", quotes(text("concepts.md")))
def test_quotations_stand_in_the_example(quote: str, example_texts: str) -> None:
    assert quote in example_texts


def test_there_are_rows_and_points_to_check() -> None:
    assert len(ROWS) >= 20
    assert NAMES
    assert POINTS


@pytest.mark.parametrize(("report", "words", "field", "value"), ROWS)
def test_rows_shown_are_in_the_case(example: Case, report: str, words: str, field: str, value: str) -> None:
    table, name = field.split(".")
    reports = {row.id for row in example.reports if row.file == report}
    found = [row for row in getattr(example, table) if row.report in reports and row.text == words]
    assert found, f"docs/concepts.md shows a row that the example no longer holds; {table} on “{words}”"
    assert value in {_shown(getattr(row, name)) for row in found}, "docs/concepts.md and the example differ"


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize(("entity", "alias"), NAMES)
def test_names_shown_are_in_the_case(example: Case, entity: str, alias: str) -> None:
    assert any(alias in row.aliases for row in example.entities if row.name == entity)


@pytest.mark.parametrize(("topic", "verdict"), POINTS)
def test_points_shown_are_in_the_case(example: Case, topic: str, verdict: str) -> None:
    found = {point.topic: str(point.verdict) for point in example.points}
    assert found.get(topic) == verdict, f"docs/concepts.md shows a point that the example no longer holds: {topic}"
