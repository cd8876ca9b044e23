"""From a folder of reports to the points, from Python."""

from functools import partial
from pathlib import Path

import pytest
from small_case import small_tables, write_case
from tiny_pipeline import tiny_pipeline

import variorum
from variorum.errors import AmbiguousRow, NoSuchCase, NoSuchRow, UnknownFormat
from variorum.model.tables import Figure, Tables
from variorum.pipeline import options
from variorum.pipeline.progress import Progress
from variorum.present.export.tables import DERIVED

EXAMPLE = Path(__file__).parents[1] / "examples" / "kazakhstan-2022"


@pytest.fixture
def small(tmp_path: Path) -> variorum.Case:
    return variorum.open(write_case(tmp_path / "small.case", small_tables()))


def test_from_a_folder_to_points_in_three_lines(tmp_path: Path) -> None:
    case = variorum.build(tmp_path / "example.case", EXAMPLE)
    answers = [(point.topic, reading.says) for point in case.points for reading in point.readings]
    assert answers


def test_every_table_is_a_property(small: variorum.Case) -> None:
    expected = small_tables()
    for name in Tables.__struct_fields__:
        assert getattr(small, name) == getattr(expected, name)
    assert small.tables() == expected
    assert isinstance(small.figures[0], Figure)
    assert repr(small).endswith("small.case')")


def test_export_gives_the_files_written(small: variorum.Case, tmp_path: Path) -> None:
    files = small.export("jsonl", tmp_path / "out")
    assert [file.stem for file in files] == sorted([*Tables.__struct_fields__, *DERIVED])
    with pytest.raises(UnknownFormat):
        small.export("xml", tmp_path / "out")


def test_explain_gives_step_words_and_references(small: variorum.Case) -> None:
    why = small.explain("figure-abc1")
    assert why.made_by is not None
    assert (why.made_by.name, [step.name for step in why.refined_by]) == ("figures", ["references"])
    assert [quote.words for quote in why.quotes] == ["nine dockers were killed"]
    assert {reference.table for reference in why.references} == {"reports", "dates", "events"}
    assert small.explain("abd2").row == small.figures[1]
    for row, error in (("zzz", NoSuchRow), ("", NoSuchRow), ("figure-ab", AmbiguousRow)):
        with pytest.raises(error):
            small.explain(row)


def test_rows_that_group_others_are_explained_by_their_words(small: variorum.Case) -> None:
    assert [quote.words for quote in small.explain("entity-2").quotes] == ["Port Sele"]
    assert "nine dockers were killed" in [quote.words for quote in small.explain("event-1").quotes]
    assert len(small.explain("point-12").quotes) == 2


def test_what_is_no_case_raises(tmp_path: Path) -> None:
    with pytest.raises(NoSuchCase):
        variorum.open(tmp_path / "none.case")
    assert issubclass(NoSuchCase, variorum.VariorumError)
    with pytest.raises(AttributeError):
        _ = variorum.nonsense  # type: ignore[attr-defined]


def test_build_passes_its_options_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = partial(options.BuildOptions, factory=tiny_pipeline)
    monkeypatch.setattr(options, "BuildOptions", quick)
    (tmp_path / "a.txt").write_text("The crowd in Arden went home.")
    (tmp_path / "b.txt").write_text("The crowd in Bexley went home, and it took a long time." * 3)
    (tmp_path / "m.csv").write_text("file,outlet\na.txt,The Arden Post\n")
    told: list[Progress] = []
    case = variorum.build(
        str(tmp_path / "x.case"),
        [tmp_path / "a.txt", str(tmp_path / "b.txt")],
        manifest=tmp_path / "m.csv",
        limit_bytes=60,
        progress=told.append,
    )
    assert [(report.outlet, report.file) for report in case.reports] == [("The Arden Post", "a.txt")]
    assert [issue.code for issue in case.issues] == ["too-large"]
    assert case.original(case.reports[0]) == b"The crowd in Arden went home."
    assert {progress.stage for progress in told} == {"reading", "annotating", "comparing", "writing"}
