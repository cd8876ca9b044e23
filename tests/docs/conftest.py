"""The example case, built once by the three lines that the docs give."""

from contextlib import redirect_stdout
from io import StringIO
from typing import Any

import pytest
from pages import ROOT, blocks

from variorum.present.api import Case

EXAMPLE = ROOT / "examples" / "kazakhstan-2022"


@pytest.fixture(scope="session")
def three_lines(tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, str]:
    """The case and what was printed: the docs' own three lines, run with the example's folder in place of the reader's."""
    code = blocks(ROOT / "docs" / "api.md", "python")[0]
    case_file = tmp_path_factory.mktemp("docs") / "crisis.case"
    names: dict[str, Any] = {}
    printed = StringIO()
    with redirect_stdout(printed):
        exec(code.replace("crisis.case", str(case_file)).replace("reports/", str(EXAMPLE)), names)
    return names["case"], printed.getvalue()


@pytest.fixture(scope="session")
def example(three_lines: tuple[Case, str]) -> Case:
    """The example case."""
    return three_lines[0]


@pytest.fixture(scope="session")
def example_texts() -> str:
    """The words of all example reports, spaces made one."""
    return " ".join(" ".join(path.read_text("utf-8").split()) for path in sorted(EXAMPLE.iterdir()))
