"""Reports to build from, and a pipeline quick enough to build many cases with."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tiny_pipeline import tiny_pipeline

from variorum.pipeline.options import BuildOptions


@pytest.fixture
def options() -> BuildOptions:
    return BuildOptions(factory=tiny_pipeline, wait_seconds=0)


@pytest.fixture
def reports(tmp_path: Path) -> Callable[..., Path]:
    """Writes a folder of reports: names and texts."""

    def write(folder: str = "reports", **texts: str) -> Path:
        made = tmp_path / folder
        made.mkdir(exist_ok=True)
        for name, text in texts.items():
            (made / f"{name}.txt").write_text(text, "utf-8")
        return made

    return write
