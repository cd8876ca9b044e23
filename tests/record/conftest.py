"""An empty case file."""

from pathlib import Path

import pytest

from variorum.record.store import prepare


@pytest.fixture
def case(tmp_path: Path) -> str:
    """The path of a case file that is made, and empty."""
    path = str(tmp_path / "a.case")
    prepare(path)
    return path
