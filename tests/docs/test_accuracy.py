"""The scores in the docs are those that are pinned."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from pages import ROOT


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("accuracy_table", ROOT / "scripts" / "accuracy_table.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_tables_in_the_docs_are_those_of_the_floors(script: ModuleType) -> None:
    for path, wanted in script.written(script.read_floors(script.FLOORS)).items():
        assert path.read_text("utf-8") == wanted, f"{path.name}: run python scripts/accuracy_table.py"


def test_every_pinned_score_gets_a_row(script: ModuleType, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    pinned = {
        "zzz": {"digest": "0", "scores": {"a | b": 1.0}},
        "names": {"digest": "0", "scores": {"F1": 0.756, "accuracy": None}},
    }
    floors.write_text(json.dumps(pinned), "utf-8")
    table = script.full_table(script.read_floors(floors)).splitlines()
    assert table[2:] == ["| names: pairs of OpenSanctions | F1 | 0.76 |", "| zzz | a / b | 1.00 |"]
    assert script.main_table(script.read_floors(floors)).splitlines()[2:] == [
        "| two names, one bearer | names: pairs of OpenSanctions | 0.76 |"
    ]


def test_without_floors_the_docs_say_so(script: ModuleType, tmp_path: Path) -> None:
    assert script.full_table(script.read_floors(tmp_path / "none.json")) == script.NONE_YET
