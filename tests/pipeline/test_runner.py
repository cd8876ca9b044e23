"""A build takes in what it can, says what it cannot, works on nothing twice, and ends the same in any order."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from tiny_pipeline import BROKEN_WORD, resolve_capitals, tiny_pipeline

from variorum.errors import NothingToBuild
from variorum.model.tables import Tables
from variorum.model.terms import ReportStatus, Severity
from variorum.pipeline.assembly import Pipeline
from variorum.pipeline.options import BuildOptions
from variorum.pipeline.runner import build_case
from variorum.pipeline.steps import CaseStep, StepOrderError, check_order
from variorum.record.store import reading
from variorum.record.tables import read_tables

ENGLISH = "The crowd in {} went home before the soldiers came, and no one was hurt. Later the mayor of {} spoke."
Write = Callable[..., Path]


def text(name: str) -> str:
    return ENGLISH.format(name, name)


def tables(case: str) -> Tables:
    with reading(case) as connection:
        return read_tables(connection)


@pytest.fixture
def case(tmp_path: Path) -> str:
    return str(tmp_path / "a.case")


def test_a_build_reads_every_report(case: str, reports: Write, options: BuildOptions) -> None:
    outcome = build_case(case, [reports(one=text("Arden"), two=text("Bexley"))], options)
    assert (outcome.reports, outcome.annotated, outcome.set_aside) == (2, 2, ())
    assert {entity.name for entity in tables(case).entities} >= {"Arden", "Bexley"}


def test_building_again_annotates_only_what_is_new(case: str, reports: Write, options: BuildOptions) -> None:
    build_case(case, [reports(one=text("Arden"))], options)
    assert build_case(case, [reports(one=text("Arden"), two=text("Bexley"))], options).annotated == 1
    assert build_case(case, [reports()], options).annotated == 0


def test_a_new_version_of_an_annotator_annotates_anew(case: str, reports: Write, options: BuildOptions) -> None:
    def newer() -> Pipeline:
        pipeline = tiny_pipeline()
        annotator = pipeline.annotators[0]
        changed = type(annotator)(annotator.name, 2, annotator.needs, annotator.sets, annotator.run)
        return Pipeline((changed,), pipeline.steps, pipeline.load, pipeline.model)

    folder = reports(one=text("Arden"))
    build_case(case, [folder], options)
    assert build_case(case, [folder], msgspec.structs.replace(options, factory=newer)).annotated == 1


def test_new_details_of_a_report_annotate_it_anew(
    case: str, reports: Write, options: BuildOptions, tmp_path: Path
) -> None:
    folder = reports(one=text("Arden"))
    build_case(case, [folder], options)
    manifest = tmp_path / "m.csv"
    manifest.write_text("file,outlet,published\none.txt,The Arden Post,2023-03-04\n")
    described = msgspec.structs.replace(options, manifest=manifest)
    assert build_case(case, [folder], described).annotated == 1
    assert build_case(case, [folder], options).annotated == 0, "details once given are kept"
    report = tables(case).reports[0]
    assert (report.outlet, report.published) == ("The Arden Post", "2023-03-04")


def test_a_case_grown_equals_one_built_at_once(tmp_path: Path, reports: Write, options: BuildOptions) -> None:
    folder = reports(a=text("Arden"), b=text("Bexley"), c=text("Corby"), d=text("Arden"))
    files = sorted(folder.iterdir())
    build_case(str(tmp_path / "once.case"), [folder], options)
    for order in (files, files[::-1]):
        grown = str(tmp_path / f"grown-{order[0].stem}.case")
        for file in order:
            build_case(grown, [file], options)
        assert tables(grown) == tables(str(tmp_path / "once.case"))


def test_a_file_missing_at_first_is_no_issue_once_it_came(
    tmp_path: Path, reports: Write, options: BuildOptions
) -> None:
    folder = reports(a=text("Arden"), b=text("Bexley"))
    (folder / "manifest.csv").write_text("file,outlet\na.txt,A\nb.txt,B\n")
    case = str(tmp_path / "a.case")
    b = (folder / "b.txt").rename(tmp_path / "b.txt")
    assert [issue.code for issue in build_case(case, [folder], options).set_aside] == ["missing-file"]
    b.rename(folder / "b.txt")
    assert build_case(case, [folder], options).set_aside == ()
    assert tables(case).issues == ()


def test_a_file_mended_is_no_issue_any_more(case: str, reports: Write, options: BuildOptions) -> None:
    assert build_case(case, [reports(a=text("Arden"), b="")], options).set_aside
    assert build_case(case, [reports(b=text("Bexley"))], options).set_aside == ()
    after = tables(case)
    assert [report.status for report in after.reports] == [ReportStatus.READ] * 2
    assert after.issues == ()


def test_a_changed_file_is_kept_beside_the_earlier_one(case: str, reports: Write, options: BuildOptions) -> None:
    build_case(case, [reports(a=text("Arden"))], options)
    build_case(case, [reports(a=text("Bexley"))], options)
    after = tables(case)
    assert len(after.reports) == 2
    assert [(issue.severity, issue.code) for issue in after.issues] == [(Severity.NOTE, "same-name")]


def test_a_report_that_breaks_a_step_is_set_aside(case: str, reports: Write, options: BuildOptions) -> None:
    outcome = build_case(case, [reports(good=text("Arden"), bad=text(BROKEN_WORD))], options)
    (issue,) = outcome.set_aside
    assert (issue.stage, issue.file, issue.code, issue.severity) == (
        "capitals",
        "bad.txt",
        "step-failed",
        Severity.ERROR,
    )
    assert "this report breaks the step" in issue.detail
    status = {report.file: report.status for report in tables(case).reports}
    assert status == {"good.txt": ReportStatus.READ, "bad.txt": ReportStatus.SET_ASIDE}
    assert build_case(case, [reports()], options).set_aside == (issue,), "a broken report is tried again"


def test_a_step_over_the_case_that_breaks_is_left_out(case: str, reports: Write, options: BuildOptions) -> None:
    def broken(found: Tables) -> Tables:
        raise KeyError("nothing")

    def factory() -> Pipeline:
        steps = (
            CaseStep("broken", 1, (), ("points",), broken),
            CaseStep("names", 1, (), ("entities",), resolve_capitals),
        )
        return Pipeline(tiny_pipeline().annotators, steps, tiny_pipeline().load, "none")

    outcome = build_case(case, [reports(a=text("Arden"))], msgspec.structs.replace(options, factory=factory))
    assert [issue.stage for issue in outcome.set_aside] == ["broken"]
    assert tables(case).entities


def test_a_report_in_another_language_is_kept_but_not_searched(
    case: str, reports: Write, options: BuildOptions
) -> None:
    folder = reports(a=text("Arden"), b="Толпа в Ардене разошлась по домам до прихода солдат, и никто не пострадал.")
    (folder / "manifest.csv").write_text("file,language\nb.txt,ru\n")
    assert build_case(case, [folder], options).set_aside == ()
    after = tables(case)
    foreign = next(report for report in after.reports if report.file == "b.txt")
    assert foreign.status is ReportStatus.READ
    assert foreign.text
    assert not [mention for mention in after.mentions if mention.report == foreign.id]
    assert [issue.code for issue in after.issues if issue.report == foreign.id] == ["unsupported-language"]


def test_every_row_is_of_a_report_of_the_case_and_quotes_it(case: str, reports: Write, options: BuildOptions) -> None:
    build_case(case, [reports(a=text("Arden"), b=text("Bexley"))], options)
    after = tables(case)
    texts = {report.id: report.text for report in after.reports}
    for row in (*after.sections, *after.mentions):
        assert texts[row.report][row.start : row.end] == row.text


def test_an_empty_folder_is_nothing_to_build(case: str, reports: Write, options: BuildOptions) -> None:
    with pytest.raises(NothingToBuild):
        build_case(case, [reports()], options)
    assert not Path(case).exists()


def test_a_step_before_what_it_needs_is_a_fault() -> None:
    step = CaseStep("points", 1, ("events",), ("points",), resolve_capitals)
    with pytest.raises(StepOrderError, match="points needs events"):
        check_order((), (step,))
