"""Any order of files, one process or two, grown or built at once: the exports are the same, byte for byte."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language

from variorum.pipeline.assembly import Pipeline, english_pipeline
from variorum.pipeline.options import BuildOptions
from variorum.pipeline.runner import build_case
from variorum.present.api import Case
from variorum.present.export.tables import FORMATS

EXAMPLE = Path(__file__).parents[1] / "examples" / "kazakhstan-2022"

Export = dict[str, bytes]


@pytest.fixture(scope="module")
def build(language: Language, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Export]:
    """Builds a case from inputs, one build for each group of them, and gives all its exports."""

    def loaded() -> Pipeline:
        pipeline = english_pipeline()
        return replace(pipeline, load=lambda: language)

    def build_from(*groups: Sequence[Path]) -> Export:
        folder = tmp_path_factory.mktemp("case")
        for group in groups:
            build_case(str(folder / "a.case"), group, BuildOptions(factory=loaded))
        return exports(str(folder / "a.case"), folder)

    return build_from


def exports(case: str, folder: Path) -> Export:
    return {file.name: file.read_bytes() for form in FORMATS for file in Case(case).export(form, folder / form)}


@pytest.fixture(scope="module")
def at_once(build: Callable[..., Export]) -> Export:
    return build([EXAMPLE])


@pytest.fixture(scope="module")
def files() -> list[Path]:
    return sorted(path for path in EXAMPLE.iterdir() if path.suffix in (".txt", ".html"))


def assert_same(one: Export, other: Export) -> None:
    assert [name for name in one if one[name] != other[name]] == []


def test_the_example_fills_the_tables(at_once: Export) -> None:
    empty = [name for name, content in at_once.items() if name.endswith(".jsonl") and not content]
    assert set(empty) <= {"issues.jsonl", "decisions.jsonl"}


def test_two_builds_are_the_same(build: Callable[..., Export], at_once: Export) -> None:
    assert_same(build([EXAMPLE]), at_once)


def test_building_again_changes_nothing(build: Callable[..., Export], at_once: Export) -> None:
    assert_same(build([EXAMPLE], [EXAMPLE]), at_once)


def test_a_grown_case_is_the_same_in_any_order(
    build: Callable[..., Export], at_once: Export, files: list[Path]
) -> None:
    assert_same(build(files[::-1]), at_once)
    assert_same(build(*([file] for file in files[::2] + files[1::2])), at_once)


def test_two_processes_make_the_same(at_once: Export, tmp_path: Path) -> None:
    """Built by the command line with another hash seed, so that no order of a set can show."""
    case = str(tmp_path / "a.case")
    command = [sys.executable, "-m", "variorum", "build", case, str(EXAMPLE), "--jobs", "2"]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": "7"}, capture_output=True)
    assert_same(exports(case, tmp_path), at_once)
