"""The example reports are the project's own words, and cover what they are there to show."""

import os
import re
from pathlib import Path

import pytest

from variorum.ingest.sections import find_sections
from variorum.ingest.sources import read_inputs
from variorum.model.terms import PublishedBasis, SectionKind

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "kazakhstan-2022"
SEEDS = ROOT.parent / "shared" / "seeds"


def word_runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_no_eight_words_in_a_row_are_taken_from_the_seeds() -> None:
    if not SEEDS.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"{SEEDS.name} are not there to compare with")
        pytest.skip("the seeds are not on this machine")
    taken = {run for path in SEEDS.glob("*.txt") for run in word_runs(path.read_text("utf-8"))}
    assert taken, "no seed was read"
    for path in sorted(EXAMPLE.iterdir()):
        shared = word_runs(path.read_text("utf-8")) & taken
        assert not shared, (path.name, sorted(shared)[:3])


def test_every_report_is_read_and_described() -> None:
    read = read_inputs([EXAMPLE])
    assert read.issues == ()
    assert len(read.reports) >= 7
    assert all(
        report.outlet and report.url and report.url.startswith("https://example.org/") for report in read.reports
    )
    assert all(300 <= len(report.text.split()) <= 600 for report in read.reports)


def test_dates_come_from_every_basis() -> None:
    bases = {report.file: report.published_basis for report in read_inputs([EXAMPLE]).reports}
    assert bases["interview.txt"] is PublishedBasis.GIVEN
    assert bases["rights-article.txt"] is PublishedBasis.DATELINE
    assert bases["state-agency.html"] is PublishedBasis.METADATA
    assert bases["movement-statement.txt"] is None


def test_sections_of_every_kind_are_shown() -> None:
    kinds = {section.kind for report in read_inputs([EXAMPLE]).reports for section in find_sections(report)}
    assert kinds == set(SectionKind)
