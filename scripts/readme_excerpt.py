"""Writes what `variorum show` says of the example case into README.md: `python scripts/readme_excerpt.py`.

Between the markers goes the beginning of the summary and its first contradiction; the id in the line with
`variorum explain` becomes that of this contradiction.
"""

import re
import sys
import tempfile
from pathlib import Path

from typer.testing import CliRunner

import variorum
from variorum.present.cli.app import app

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
BEGIN, END = "<!-- excerpt: begin -->", "<!-- excerpt: end -->"
_ID = re.compile(r"(?<=; )[0-9a-f]{8}(?=\])")
_EXPLAINED = re.compile(r"(variorum explain \S+ )[0-9a-f]{8}\b")


def main() -> int:
    """Builds the example and writes the page."""
    with tempfile.TemporaryDirectory() as scratch:
        case = variorum.build(Path(scratch) / "example.case", ROOT / "examples" / "kazakhstan-2022")
        shown = CliRunner().invoke(app, ["show", case.location]).stdout
    page = README.read_text("utf-8")
    README.write_text(written(page, shown), "utf-8")
    print("README.md is up to date" if README.read_text("utf-8") == page else "README.md written")
    return 0


def written(page: str, shown: str) -> str:
    """The page with the excerpt of what was shown. Raises ValueError where the page has lost its markers."""
    if page.count(BEGIN) != 1 or page.count(END) != 1:
        raise ValueError(f"the markers {BEGIN} and {END} must stand in the page once each")
    part = excerpt(shown)
    before, rest = page.split(BEGIN)
    new = f"{before}{BEGIN}\n```\n{part}\n```\n{END}{rest.split(END)[1]}"
    found = _ID.search(part)
    return _EXPLAINED.sub(rf"\g<1>{found[0]}", new) if found else new


def excerpt(shown: str) -> str:
    """The lines on the reports, and the first contradiction."""
    first, *others = shown.split("\n\n")
    reports = [line for line in first.split("\nTold of")[0].splitlines() if line.strip()]
    contradiction = next(part for part in others if part.startswith("CONTRADICT"))
    return "\n".join([*reports, "…", *contradiction.rstrip().splitlines()])


if __name__ == "__main__":
    sys.exit(main())
