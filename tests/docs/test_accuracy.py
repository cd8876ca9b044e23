"""The scores in the docs are those that are pinned."""

import json
from pathlib import Path

from pages import DOCS, script

TABLE = script("accuracy_table")


def test_tables_in_the_docs_are_those_of_the_floors() -> None:
    for path, wanted in TABLE.written(TABLE.read_floors(TABLE.FLOORS)).items():
        assert path.read_text("utf-8") == wanted, f"{path.name}: run python scripts/accuracy_table.py"


def test_every_pinned_score_gets_a_row(tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(
        json.dumps(
            {
                "zzz": {"digest": "0", "scores": {"a | b": 1}},
                "empty": {"digest": "0", "scores": {"a": None}},
                "names": {
                    "digest": "0",
                    "scores": {"F1": 0.756, "accuracy": None},
                    "date": "2021-05-06",
                    "commit": "abc",
                },
            }
        ),
        "utf-8",
    )
    assert TABLE.full_table(TABLE.read_floors(floors)).splitlines() == [
        "### `names`: pairs of names of OpenSanctions",
        "",
        "Measured on 2021-05-06, commit abc.",
        "",
        "| measure | score |",
        "| --- | --- |",
        "| F1 | 0.76 |",
        "",
        "### `zzz`: zzz",
        "",
        "| measure | score |",
        "| --- | --- |",
        "| a / b | 1.00 |",
    ]
    assert TABLE.main_table(TABLE.read_floors(floors)).splitlines() == [
        "Measured on 2021-05-06.",
        "",
        "| what | measured on | score |",
        "| --- | --- | --- |",
        "| two names, one bearer | pairs of names of OpenSanctions | 0.76 |",
    ]


def test_without_floors_the_docs_say_so(tmp_path: Path) -> None:
    assert TABLE.full_table(TABLE.read_floors(tmp_path / "none.json")) == TABLE.NONE_YET
    assert TABLE.main_table({}) == TABLE.NONE_YET


def test_every_collection_is_explained() -> None:
    page = (DOCS / "accuracy.md").read_text("utf-8")
    assert all(f"| `{collection}` |" in page for collection in TABLE.COLLECTIONS)
