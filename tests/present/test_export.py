"""Exports hold every table and field of the contract, in every format, and appear whole or not at all."""

import csv
import json
import os
import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from small_case import small_tables

from variorum.errors import ExportUnwritable, UnknownFormat
from variorum.model.tables import Tables
from variorum.present.export import tables as exporting
from variorum.present.export.files import write_whole
from variorum.present.export.tables import DERIVED, FORMATS, export_tables

ROOT = Path(__file__).parents[2]
CONTRACTS = (ROOT.parent / "shared" / "record-format.md", ROOT / "docs" / "record-format.md")
TABLE_ROW = re.compile(r"^\| `(\w+)` \| [^|]+ \| (.*) \|$", re.MULTILINE)


def contract() -> dict[str, list[str]]:
    """The fields of every table by the text of the contract, `id` before them."""
    found = next((path for path in CONTRACTS if path.exists()), None)
    if found is None:
        assert "CI" not in os.environ, "the contract is nowhere to be found"
        pytest.skip("no record-format.md here")
    rows = TABLE_ROW.findall(found.read_text("utf-8"))
    return {name: ["id", *re.findall(r"\w+", re.search(r"`([^`]+)`", fields)[1])] for name, fields in rows}  # type: ignore[index]


def fields_of(path: Path) -> list[str]:
    if path.suffix == ".parquet":
        return list(pq.read_schema(path).names)
    first = path.read_text("utf-8").splitlines()[0]
    return list(json.loads(first)) if path.suffix == ".jsonl" else next(csv.reader([first]))


BEYOND = ("decisions",)
"""Tables beyond the contract."""


@pytest.mark.parametrize("form", FORMATS)
def test_every_field_of_the_contract_is_exported_in_its_order(tmp_path: Path, form: str) -> None:
    promised = contract()
    export_tables(small_tables(), form, tmp_path / "out")
    assert list(promised) == [name for name in Tables.__struct_fields__ if name not in BEYOND]
    for name, fields in promised.items():
        exported = fields_of(tmp_path / "out" / f"{name}.{form}")
        assert exported[: len(fields)] == fields, name


def test_all_formats_hold_the_same_values(tmp_path: Path) -> None:
    for form in FORMATS:
        export_tables(small_tables(), form, tmp_path / form)
    for name in (*Tables.__struct_fields__, *DERIVED):
        lines = [json.loads(line) for line in (tmp_path / "jsonl" / f"{name}.jsonl").read_text("utf-8").splitlines()]
        assert pq.read_table(tmp_path / "parquet" / f"{name}.parquet").to_pylist() == lines
        with (tmp_path / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert rows == [{field: cell(value) for field, value in line.items()} for line in lines]


def cell(value: object) -> str:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_case_still_exports_every_table(tmp_path: Path, form: str) -> None:
    assert len(export_tables(Tables(), form, tmp_path / "out")) == len(Tables.__struct_fields__) + len(DERIVED)
    if form != "jsonl":
        assert fields_of(tmp_path / "out" / f"points.{form}")[:2] == ["id", "kind"]


def test_exporting_again_replaces_its_files_and_leaves_others_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    export_tables(small_tables(), "jsonl", out)
    (out / "notes.txt").write_text("mine")
    export_tables(Tables(), "jsonl", out)
    assert (out / "points.jsonl").read_bytes() == b""
    assert (out / "notes.txt").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_export_that_fails_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    export_tables(small_tables(), "jsonl", out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    written: list[Path] = []

    def full(path: Path, *_: object) -> None:
        written.append(path)
        if len(written) > 3:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(exporting, "_writer", lambda form: full)
    with pytest.raises(ExportUnwritable, match="No space left"):
        export_tables(Tables(), "jsonl", out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_unknown_formats_and_unfit_places_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnknownFormat):
        export_tables(Tables(), "xml", tmp_path / "out")
    with pytest.raises(ExportUnwritable):
        export_tables(Tables(), "csv", tmp_path / "file")
    with pytest.raises(ExportUnwritable):
        write_whole(tmp_path, b"")


def test_a_file_written_whole_can_be_read_by_others(tmp_path: Path) -> None:
    write_whole(tmp_path / "new" / "page.html", b"page")
    assert (tmp_path / "new" / "page.html").read_bytes() == b"page"
    umask = os.umask(0)
    os.umask(umask)
    assert (tmp_path / "new" / "page.html").stat().st_mode & 0o777 == 0o666 & ~umask
