"""A case with a row in every table, so that every command has something to show."""

from pathlib import Path

import pytest
from small_case import small_tables, write_case


@pytest.fixture
def small_case(tmp_path: Path) -> str:
    """The path of a small case file."""
    return write_case(tmp_path / "small.case", small_tables())
