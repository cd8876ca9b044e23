"""Decisions take effect at once, hold over every later build in any order, and leave no trace once withdrawn."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from deciding import build_with, decide, decided, log_of, tables_of, wish, without_decisions
from hypothesis import given, settings
from hypothesis import strategies as st
from small_case import small_tables
from tiny_pipeline import blank, find_capitals

from variorum.annotate.page import Annotator
from variorum.compare.decided import compare_decisions
from variorum.errors import AmbiguousRow, CannotDecide, MovedRow, NoSuchCase, NoSuchRow, ReviewerMissing
from variorum.model.standing import decisions_on
from variorum.model.tables import Report, Tables
from variorum.model.terms import DecisionStatus
from variorum.pipeline.assembly import Pipeline
from variorum.pipeline.deciding import decide_case, new_decision
from variorum.pipeline.options import BuildOptions
from variorum.pipeline.runner import build_case, rebuild_case
from variorum.pipeline.steps import CaseStep
from variorum.resolve.derivations import resolve_derivations
from variorum.resolve.entities import resolve_entities
from variorum.resolve.rejected import resolve_rejections

Write = Callable[..., Path]


def names_pipeline() -> Pipeline:
    """Capitalised words are names; reports, entities and decisions are resolved as they are in the pipeline that ships."""
    steps = (
        CaseStep("rejections", 1, ("mentions",), ("mentions", "decisions"), resolve_rejections),
        CaseStep("entities", 1, ("mentions",), ("mentions", "entities", "decisions"), resolve_entities),
        CaseStep("derivations", 1, ("reports",), ("derivations", "decisions"), resolve_derivations),
        CaseStep("decisions", 1, ("decisions",), ("decisions", "issues"), compare_decisions),
    )
    finding = Annotator(name="capitals", version=1, needs=("sections",), sets="mentions", run=find_capitals)
    return Pipeline(annotators=(finding,), steps=steps, load=blank, model="none")


OPTIONS = BuildOptions(factory=names_pipeline, wait_seconds=0)
COMMON = " met on the long pier before noon while the tide went out and nobody counted the boats that were left."
TEXTS = {
    "a": f"Arden and Bexley{COMMON} Arden spoke first.",
    "b": f"Corby and Dunmore{COMMON} Later Bexley left.",
    "c": "Arden, Ardens and Corby wrote a long letter to the harbour board about the price of coal and of timber.",
    "d": "Dunmore answered for the board; Emberley and Arden were not at home when the letter came in the evening.",
    "e": "Emberley said that Fenwick and Bexley had nothing to do with it, and that Corby would say so in court.",
}


def write_reports(folder: Path) -> list[Path]:
    files = [folder / f"{name}.txt" for name in TEXTS]
    for file in files:
        file.write_text(TEXTS[file.stem], "utf-8")
    return files


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return write_reports(tmp_path)


@pytest.fixture
def case(tmp_path: Path, files: list[Path]) -> str:
    build_case(str(tmp_path / "a.case"), files, OPTIONS)
    return str(tmp_path / "a.case")


def entity(tables: Tables, name: str) -> str:
    return next(row.id for row in tables.entities if row.name == name)


def test_a_decision_takes_effect_and_tells_what_it_changed(case: str) -> None:
    before = tables_of(case)
    done = decide(case, OPTIONS, "same", entity(before, "Arden"), entity(before, "Corby"), reason="a pen name")
    assert done.tables == tables_of(case)
    assert len(done.tables.entities) == len(before.entities) - 1
    assert (done.decision.number, done.decision.reviewer, done.decision.reason) == (1, "Ana Teles", "a pen name")
    assert done.decision.now == (entity(done.tables, "Arden"),)
    (change,) = done.changes
    assert change.words.startswith("2 entities are now one: Arden (")
    assert set(change.before) == {entity(before, "Arden"), entity(before, "Corby")}


def test_no_report_is_annotated_anew(case: str) -> None:
    def unloadable() -> Pipeline:
        pipeline = names_pipeline()

        def load() -> object:
            raise AssertionError("the language pipeline was loaded")

        return Pipeline(pipeline.annotators, pipeline.steps, load, pipeline.model)  # type: ignore[arg-type]

    row = tables_of(case).mentions[0].id
    done = decide(case, msgspec.structs.replace(OPTIONS, factory=unloadable), "reject", row)
    assert row not in {one.id for one in done.tables.mentions}
    assert not [issue for issue in done.tables.issues if issue.severity == "error"]


def test_a_decision_holds_over_later_builds(tmp_path: Path, files: list[Path]) -> None:
    case = str(tmp_path / "a.case")
    build_case(case, files[:2], OPTIONS)
    tables = tables_of(case)
    decide(case, OPTIONS, "same", entity(tables, "Arden"), entity(tables, "Corby"))
    build_case(case, files[2:], OPTIONS)
    later = tables_of(case)
    assert {row.text for row in later.mentions if row.entity == entity(later, "Arden")} >= {"Arden", "Corby"}
    assert later.decisions[0].status is DecisionStatus.IN_FORCE


def test_withdrawing_leaves_no_trace(case: str) -> None:
    before = tables_of(case)
    done = decide(case, OPTIONS, "different", before.mentions[0].id, before.mentions[0].entity or "")
    assert without_decisions(done.tables) != before
    after = decide(case, OPTIONS, "withdraw", done.decision.id[:18]).tables
    assert without_decisions(after) == before
    assert [row.status for row in after.decisions] == [DecisionStatus.WITHDRAWN, DecisionStatus.IN_FORCE]


def test_a_conflict_is_told_and_the_newer_holds(case: str) -> None:
    tables = tables_of(case)
    first, second = (next(row.id for row in tables.mentions if row.text == name) for name in ("Arden", "Corby"))
    decide(case, OPTIONS, "same", first, second)
    done = decide(case, OPTIONS, "different", first, second)
    assert done.tables.decisions[0].by == done.decision.id
    (issue,) = [row for row in done.tables.issues if row.stage == "decisions"]
    assert issue.code == "decision-overruled"
    assert issue.detail.startswith("Decision 1 (same, by Ana Teles on 2031-05-01: Arden; Corby) does not hold")
    after = decide(case, OPTIONS, "withdraw", done.decision.id).tables
    assert after.decisions[0].status is DecisionStatus.IN_FORCE
    assert not [row for row in after.issues if row.stage == "decisions"]


def test_notes_and_confirmations_stay_with_their_row(case: str) -> None:
    row = tables_of(case).mentions[0].id
    decide(case, OPTIONS, "note", row, reason="ask the pilot")
    confirmed = decide(case, OPTIONS, "confirm", row)
    assert confirmed.changes == ()
    assert [one.kind for one in decisions_on(confirmed.tables.decisions, row)] == ["note", "confirm"]
    again = decide(case, OPTIONS, "note", confirmed.decision.id, reason="he said so")
    assert [one.number for one in decisions_on(again.tables.decisions, row)] == [1, 2, 3]


def test_a_decision_on_what_an_earlier_one_took_away(case: str) -> None:
    row = tables_of(case).mentions[0].id
    decide(case, OPTIONS, "reject", row)
    for name in (row, row.partition("-")[2][:8]):
        with pytest.raises(MovedRow, match=r"since decision 1 \(reject\)"):
            decide(case, OPTIONS, "note", name, reason="x")


def test_a_refused_decision_leaves_the_case_alone(case: str) -> None:
    for reviewer, rows, error in (
        ("", ("a",), ReviewerMissing),
        ("Ana", ("zz",), NoSuchRow),
        ("Ana", ("",), NoSuchRow),
    ):
        with pytest.raises(error):
            decide_case(case, wish("reject", *rows, reviewer=reviewer), OPTIONS)
    with pytest.raises(AmbiguousRow):
        decide(case, OPTIONS, "reject", "mention-")
    assert log_of(case) == ()


def test_a_case_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoSuchCase):
        rebuild_case(str(tmp_path / "none.case"), OPTIONS)
    assert list(tmp_path.glob("none.case*")) == []


@pytest.mark.parametrize(
    ("kind", "rows", "reason"),
    [
        ("same", ("entity-1",), "two rows"),
        ("same", ("entity-1", "entity-1"), "two rows"),
        ("same", ("entity-1", "event-1"), "one of these alone"),
        ("same", ("figure-abc1", "figure-abd2"), "one of these alone"),
        ("different", ("report-aa", "entity-1"), "one of these alone"),
        ("same", ("mention-1", "entity-1"), "one already"),
        ("different", ("mention-1", "entity-1"), "made of nothing else"),
        ("reject", ("report-aa",), "nothing can be rejected"),
        ("reject", ("section-report-aa",), "nothing can be rejected"),
        ("reject", (), "needs a row"),
        ("note", ("entity-1",), "needs words"),
        ("withdraw", ("entity-1",), "only a decision"),
    ],
)
def test_what_cannot_be_decided(kind: str, rows: tuple[str, ...], reason: str) -> None:
    with pytest.raises(CannotDecide, match=reason):
        new_decision(small_tables(), wish(kind, *rows))


def test_decisions_can_only_be_withdrawn_and_only_once() -> None:
    tables = decided(small_tables(), "note", "entity-1", reason="x")
    (row,) = tables.decisions
    for kind in ("confirm", "reject"):
        with pytest.raises(CannotDecide, match="can be withdrawn"):
            new_decision(tables, wish(kind, row.id))
    gone = msgspec.structs.replace(row, status=DecisionStatus.WITHDRAWN)
    with pytest.raises(CannotDecide, match="withdrawn already"):
        new_decision(msgspec.structs.replace(tables, decisions=(gone,)), wish("withdraw", row.id))


def test_words_of_a_decision_are_kept_without_what_no_database_keeps() -> None:
    asked = wish("note", "entity-1", reason=" a\x00b\udc80\nc ", reviewer="Ana \n\x1b Teles")
    made = new_decision(small_tables(), asked)
    assert (made.reviewer, made.reason) == ("Ana Teles", "ab\nc")
    with pytest.raises(ReviewerMissing):
        new_decision(small_tables(), wish("confirm", "entity-1", reviewer="\x00"))
    with pytest.raises(CannotDecide, match="needs words"):
        new_decision(small_tables(), wish("note", "entity-1", reason="\x07"))


def test_a_rejected_row_is_kept_as_it_was() -> None:
    tables = small_tables()
    (row,) = decided(tables, "reject", "point-1234567890abcdef").decisions
    (named,) = row.rows
    assert msgspec.json.decode(named.was, type=type(tables.points[0])) == tables.points[0]
    assert [anchor.id for anchor in named.anchors] == ["figure-abc1", "figure-abd2"]
    assert decided(tables, "note", "report-aa", reason="x").decisions[0].rows[0].was == ""


def test_a_report_is_named_by_its_title() -> None:
    titled = msgspec.structs.replace(small_tables().reports[0], title="Nine dead on the pier")
    tables = msgspec.structs.replace(small_tables(), reports=(titled,))
    assert decided(tables, "note", titled.id, reason="x").decisions[0].rows[0].words == "Nine dead on the pier"
    assert isinstance(titled, Report)


KINDS = st.lists(
    st.tuples(st.sampled_from(["same", "different", "reject", "confirm"]), st.integers(0, 99), st.integers(0, 99)),
    min_size=1,
    max_size=4,
)


@settings(max_examples=6)
@given(KINDS, st.permutations(range(len(TEXTS))), st.integers(1, 4), st.booleans())
def test_grown_in_any_order_is_built_at_once(
    asked: Sequence[tuple[str, int, int]], order: Sequence[int], first: int, undone: bool
) -> None:
    with TemporaryDirectory() as folder:
        files = write_reports(Path(folder))
        case = str(Path(folder) / "grown.case")
        build_case(case, [files[at] for at in order[:first]], OPTIONS)
        for kind, left, right in asked:
            _decide_any(case, kind, left, right)
        for at in order[first:]:
            build_case(case, [files[at]], OPTIONS)
        log = log_of(case)
        assert tables_of(case) == build_with(str(Path(folder) / "once.case"), log, files, OPTIONS)
        if undone:
            for row in log:
                decide(case, OPTIONS, "withdraw", row.id)
            plain = build_with(str(Path(folder) / "plain.case"), (), files, OPTIONS)
            assert without_decisions(tables_of(case)) == plain


def _decide_any(case: str, kind: str, left: int, right: int) -> None:
    """Decides on two rows of the case picked by number; what cannot be decided is left."""
    tables = tables_of(case)
    pool: Sequence[str] = [row.id for row in (*tables.entities, *tables.mentions)]
    if left % 3 == 0 and len(tables.reports) > 1:
        pool = [row.id for row in tables.reports]
    rows = [pool[left % len(pool)], pool[right % len(pool)]]
    with suppress(CannotDecide):
        decide(case, OPTIONS, kind, *(rows if kind in ("same", "different") else rows[:1]))
