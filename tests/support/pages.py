"""Reads the project's own Markdown pages: their sections, tables, code blocks and links."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

_ROW = re.compile(r"^\|(.+)\|\s*$")


def pages() -> list[Path]:
    """Every Markdown page of the project, the decisions among them."""
    return sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "examples").rglob("*.md")])


def script(name: str) -> ModuleType:
    """A program of scripts/ as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def text(name: str) -> str:
    """A page of docs/ by its name."""
    return (DOCS / name).read_text("utf-8")


def section(page: str, heading: str) -> str:
    """What stands below a heading of the second level, to the next one; fails where there is no such heading."""
    parts = re.split(r"^## ", page, flags=re.MULTILINE)
    found = [part for part in parts[1:] if part.split("\n", 1)[0].strip() == heading]
    assert len(found) == 1, f"there is not one heading '## {heading}'"
    return found[0].split("\n", 1)[1]


def terms(part: str) -> set[str]:
    """Every word set in backticks."""
    return set(re.findall(r"`([^`\n]+)`", part))


def words(part: str) -> set[str]:
    """Every word, in backticks or not, code blocks included."""
    return set(re.findall(r"[\w.-]+", part))


def blocks(path: Path, language: str) -> list[str]:
    """The code blocks in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


def prose(page: str) -> str:
    """The page without its code blocks."""
    return re.sub(r"^```.*?^```", "", page, flags=re.MULTILINE | re.DOTALL)


def tables(page: str) -> list[list[tuple[str, ...]]]:
    """The page's tables, each a list of rows, the header first, the line of dashes left out."""
    found: list[list[tuple[str, ...]]] = []
    inside = False
    for line in page.splitlines():
        match = _ROW.match(line)
        if match is None:
            inside = False
            continue
        cells = tuple(cell.strip() for cell in match[1].split("|"))
        if not inside:
            found.append([])
        inside = True
        if not all(set(cell) <= {"-", ":"} for cell in cells):
            found[-1].append(cells)
    return found


def links(page: str) -> list[str]:
    """The targets of the page's links and pictures."""
    return re.findall(r"\]\(([^)\s]+)\)", prose(page))


def quotes(page: str) -> list[str]:
    """The passages set as quotations, one a quotation, spaces made one."""
    runs = re.findall(r"(?:^> .*\n?)+", page, flags=re.MULTILINE)
    return [" ".join(re.sub(r"^> ", "", run, flags=re.MULTILINE).split()) for run in runs]
