"""Only one process builds a case; a second waits, or is told no."""

import threading
from pathlib import Path

import pytest

from variorum.errors import CaseBusy
from variorum.record.lock import only_builder


def quiet() -> None:
    pass


def test_the_lock_leaves_nothing_behind(tmp_path: Path) -> None:
    with only_builder(tmp_path / "a.case", 0, quiet):
        assert [path.name for path in tmp_path.iterdir()] == ["a.case-lock"]
    assert list(tmp_path.iterdir()) == []


def test_a_second_builder_is_told_no(tmp_path: Path) -> None:
    waits: list[str] = []
    with only_builder(tmp_path / "a.case", 0, quiet):
        with pytest.raises(CaseBusy), only_builder(tmp_path / "a.case", 0, lambda: waits.append("told")):
            pass
        assert waits == []
        with pytest.raises(CaseBusy), only_builder(tmp_path / "a.case", 0.05, lambda: waits.append("told")):
            pass
    assert waits == ["told"]


def test_a_second_builder_waits_for_the_first(tmp_path: Path) -> None:
    began, order = threading.Event(), []

    def second() -> None:
        with only_builder(tmp_path / "a.case", 10, began.set):
            order.append("second")

    with only_builder(tmp_path / "a.case", 0, quiet):
        thread = threading.Thread(target=second)
        thread.start()
        assert began.wait(10)
        order.append("first")
    thread.join(10)
    assert order == ["first", "second"]
