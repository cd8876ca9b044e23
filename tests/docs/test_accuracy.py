"""The scores in the docs are those that are pinned."""

import json
from pathlib import Path

from pages import script

TABLE = script("accuracy_table")


def test_tables_in_the_docs_are_those_of_the_floors() -> None:
    for path, wanted in TABLE.written(TABLE.read_floors(TABLE.FLOORS)).items():
        assert path.read_text("utf-8") == wanted, f"{path.name}: run python scripts/accuracy_table.py"


def test_every_pinned_score_gets_a_row(tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    pinned = {
        "zzz": {"digest": "0", "scores": {"a | b": 1.0}},
        "names": {"digest": "0", "scores": {"F1": 0.756, "accuracy": None}},
    }
    floors.write_text(json.dumps(pinned), "utf-8")
    table = TABLE.full_table(TABLE.read_floors(floors)).splitlines()
    assert table[2:] == ["| names: pairs of OpenSanctions | F1 | 0.76 |", "| zzz | a / b | 1.00 |"]
    assert TABLE.main_table(TABLE.read_floors(floors)).splitlines()[2:] == [
        "| two names, one bearer | names: pairs of OpenSanctions | 0.76 |"
    ]


def test_without_floors_the_docs_say_so(tmp_path: Path) -> None:
    assert TABLE.full_table(TABLE.read_floors(tmp_path / "none.json")) == TABLE.NONE_YET
