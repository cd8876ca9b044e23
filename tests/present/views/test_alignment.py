"""Passages of two texts: which are kept, in which order, and which of their words are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.model.tables import AlignedSpan, Derivation, Report, Tables
from variorum.model.terms import DerivationKind
from variorum.present.views.alignment import compare_words, share_passages
from variorum.present.views.beside import BesideView, read_beside
from variorum.present.views.index import Index


def span(start: int, end: int, other_start: int, other_end: int) -> AlignedSpan:
    return AlignedSpan(start=start, end=end, other_start=other_start, other_end=other_end)


FIRST, SECOND, THIRD = span(0, 10, 0, 10), span(20, 50, 60, 90), span(60, 80, 20, 40)


@pytest.mark.parametrize(
    ("spans", "aligned", "moved"),
    [
        ([], (), ()),
        ([SECOND, FIRST], (FIRST, SECOND), ()),
        ([FIRST, SECOND, THIRD], (FIRST, SECOND), (THIRD,)),
        ([FIRST, span(5, 9, 30, 34)], (FIRST,), ()),
        ([FIRST, span(12, 18, 4, 10)], (FIRST,), ()),
        ([span(3, 3, 5, 5)], (), ()),
    ],
)
def test_the_heaviest_order_is_kept(
    spans: list[AlignedSpan], aligned: tuple[AlignedSpan, ...], moved: tuple[AlignedSpan, ...]
) -> None:
    shared = share_passages(spans)
    assert shared.aligned == aligned
    assert shared.moved == moved


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        ("Ships left port.", "ships left port", [("Ships left port.", True)], [("ships left port", True)]),
        (
            "Nine ships left port.",
            "Nine boats left port.",
            [("Nine ", True), ("ships", False), (" left port.", True)],
            [("Nine ", True), ("boats", False), (" left port.", True)],
        ),
        ("Ships left", "Ships left today", [("Ships left", True)], [("Ships left ", True), ("today", False)]),
        ("one", "two", [("one", False)], [("two", False)]),
        ("", "", [("", True)], [("", True)]),
    ],
)
def test_words_that_differ(one: str, other: str, left: list[tuple[str, bool]], right: list[tuple[str, bool]]) -> None:
    runs = compare_words(one, other)
    assert [(run.text, run.same) for run in runs[0]] == left
    assert [(run.text, run.same) for run in runs[1]] == right


@given(st.text(max_size=60), st.text(max_size=60))
def test_runs_are_the_passage(one: str, other: str) -> None:
    left, right = compare_words(one, other)
    assert "".join(run.text for run in left) == one
    assert "".join(run.text for run in right) == other


ONE = "Ferries stopped at noon. The mayor resigned.\nCrews went home. Nobody was hurt, the port said."
OTHER = "Nobody was hurt, the port said. Ferries stopped at noon, and crews slept. Crews went home today."


def test_two_reports_stand_beside_each_other_word_by_word() -> None:
    pairs = [("Ferries stopped at noon", 0), ("Crews went home", 1), ("Nobody was hurt, the port said", 2)]
    spans = tuple(
        span(ONE.index(words), ONE.index(words) + len(words), OTHER.index(words), OTHER.index(words) + len(words))
        for words, _ in pairs
    )
    row = Derivation(id="derivation-1", report="report-b", other="report-a", kind=DerivationKind.COPY, spans=spans)
    one, other = (
        Report(id=name, sha256="0", text=text, published=day)
        for name, text, day in (("report-b", ONE, "2023-01-02"), ("report-a", OTHER, "2023-01-01"))
    )
    index = Index(Tables(reports=(one, other), derivations=(row,)))
    view = read_beside(one, other, index)
    assert [entry.number for entry in view.passages] == [1, 2, 3]
    assert view.reversed
    assert _signs(view, left=True) == "".join(ONE.split())
    assert _signs(view, left=False) == "".join(OTHER.split())
    turned = read_beside(other, one, index)
    assert _signs(turned, left=True) == "".join(OTHER.split())
    assert [len(link.passages) for link in turned.links] == [3]


def _signs(view: BesideView, *, left: bool) -> str:
    """All that stands in a column, without spaces."""
    text = ""
    for row in view.rows:
        text += "".join(stretch.text for stretch in (row.left_between if left else row.right_between))
        text += "".join(run.text for run in (row.left if left else row.right))
    return "".join(text.split())
