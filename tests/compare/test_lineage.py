"""Independent origins: what is folded surely, what possibly, and what a common voice folds."""

from variorum.compare.lineage import Account, Bounds, Lineage
from variorum.model.tables import Derivation
from variorum.model.terms import DerivationKind


def row(report, other=None, kind=DerivationKind.COPY, **rest):
    return Derivation(id=f"{report}-{other}-{rest.get('origin')}", report=report, other=other, kind=kind, **rest)


def accounts(*reports):
    return [Account(report, None) for report in reports]


def test_reports_without_derivation_are_as_many_origins():
    assert Lineage([]).bounds(accounts("a", "b", "c")) == Bounds(3, 3)


def test_nobody_is_no_origin():
    assert Lineage([]).bounds([]) == Bounds(0, 0)


def test_copies_of_copies_are_one_origin():
    assert Lineage([row("b", "a"), row("c", "b")]).bounds(accounts("a", "b", "c")) == Bounds(1, 1)


def test_a_rewrite_only_lowers_the_lower_bound():
    assert Lineage([row("b", "a", DerivationKind.REWRITE)]).bounds(accounts("a", "b")) == Bounds(1, 2)


def test_a_small_excerpt_only_lowers_the_lower_bound():
    rows = [row("b", "a", DerivationKind.EXCERPT, share=0.2)]
    assert Lineage(rows).bounds(accounts("a", "b")) == Bounds(1, 2)


def test_two_reports_of_one_agency_outside_the_case_are_one_origin():
    rows = [row("a", origin="Reuters"), row("b", origin="reuters")]
    assert Lineage(rows).bounds(accounts("a", "b")) == Bounds(1, 1)


def test_one_voice_quoted_by_three_reports_is_one_origin():
    told = [Account(report, "ministry") for report in "abc"]
    assert Lineage([]).bounds(told) == Bounds(1, 1)


def test_a_common_source_does_not_fold_what_else_two_reports_tell():
    rows = [row("a", "b", DerivationKind.COMMON_SOURCE, origin="ministry")]
    assert Lineage(rows).bounds(accounts("a", "b")) == Bounds(2, 2)


def test_the_order_of_derivations_is_irrelevant():
    rows = [row("b", "a"), row("c", "b"), row("d", origin="AFP"), row("c", origin="AFP")]
    forward, backward = Lineage(rows), Lineage(reversed(rows))
    assert (
        [forward.origin(a) for a in accounts(*"abcd")] == [backward.origin(a) for a in accounts(*"abcd")] == ["a"] * 4
    )
