"""The scores in the docs are those that are pinned."""

import json
from pathlib import Path

import pytest
from pages import script

TABLE = script("accuracy_table")


def test_tables_in_the_docs_are_those_of_the_floors() -> None:
    for path, wanted in TABLE.written(TABLE.read_floors(TABLE.FLOORS), "another day").items():
        assert path.read_text("utf-8") == wanted, f"{path.name}: run python scripts/accuracy_table.py"


def test_every_pinned_score_gets_a_row(tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    pinned = {
        "zzz": {"digest": "0", "scores": {"a | b": 1.0}},
        "names": {"digest": "0", "scores": {"F1": 0.756, "accuracy": None}},
    }
    floors.write_text(json.dumps(pinned), "utf-8")
    table = TABLE.full_table(TABLE.read_floors(floors))
    assert (
        table.index("### `names`: pairs of names of OpenSanctions")
        < table.index("| F1 | 0.76 |")
        < table.index("### `zzz`: zzz")
    )
    assert table.endswith("| a / b | 1.00 |")
    assert TABLE.main_table(TABLE.read_floors(floors)).splitlines()[2:] == [
        "| two names, one bearer | pairs of names of OpenSanctions | 0.76 |"
    ]


def test_the_day_changes_with_the_table_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TABLE, "ROOT", tmp_path)
    (tmp_path / "docs").mkdir()
    paths = [tmp_path / "README.md", tmp_path / "docs" / "accuracy.md"]
    for path in paths:
        path.write_text(f"above\n{TABLE.BEGIN}\n{TABLE.END}\nbelow\n", "utf-8")
    for day, score, expected in [("1 May", 0.5, "1 May"), ("2 May", 0.5, "1 May"), ("3 May", 0.6, "3 May")]:
        for path, page in TABLE.written({"names": {"F1": score}}, day).items():
            path.write_text(page, "utf-8")
        assert all(f"Pinned on {expected}.\n" in path.read_text("utf-8") for path in paths)
        assert all(path.read_text("utf-8").endswith(f"{TABLE.END}\nbelow\n") for path in paths)


def test_without_floors_the_docs_say_so(tmp_path: Path) -> None:
    assert TABLE.full_table(TABLE.read_floors(tmp_path / "none.json")) == TABLE.NONE_YET
