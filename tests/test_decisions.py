"""Decisions on a small crisis, by the pipeline that ships: they hold as reports come in any order, and leave no trace once
withdrawn.
"""

from itertools import permutations
from pathlib import Path

import pytest
from deciding import build_with, decide, decided, log_of, tables_of, without_decisions
from spacy.language import Language

from variorum.errors import CannotDecide
from variorum.model.tables import Tables
from variorum.pipeline.assembly import Pipeline, english_pipeline
from variorum.pipeline.options import BuildOptions
from variorum.pipeline.runner import build_case

REPORTS = sorted((Path(__file__).parent / "golden" / "harbour-strike" / "reports").iterdir())


@pytest.fixture(scope="module")
def options(language: Language) -> BuildOptions:
    shipped = english_pipeline()
    ready = Pipeline(shipped.annotators, shipped.steps, lambda: language, shipped.model)
    return BuildOptions(factory=lambda: ready, wait_seconds=0)


@pytest.fixture(scope="module")
def plain(options: BuildOptions, tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """All reports without a decision."""
    return build_with(str(tmp_path_factory.mktemp("plain") / "a.case"), (), REPORTS, options)


def wanted(tables: Tables) -> list[tuple[str, ...]]:
    """A decision of every kind, on rows of every kind that the case has two of."""
    rows: list[tuple[str, ...]] = [
        ("reject", tables.claims[0].id),
        ("reject", tables.figures[-1].id),
        ("reject", tables.points[0].id),
        ("same", *(row.id for row in tables.entities[:2])),
        ("different", *(row.id for row in tables.entities[2:4])),
        ("same", *(row.id for row in tables.events[:2])),
        ("same", *(row.id for row in tables.reports[:2])),
        ("different", *(row.id for row in tables.reports[:2])),
        ("confirm", max(tables.events, key=lambda row: len(row.mentions)).id),
        ("note", tables.roles[0].id if tables.roles else tables.dates[0].id),
    ]
    widest = max(tables.entities, key=lambda row: (len(row.aliases), row.id))
    out = next(row for row in reversed(tables.mentions) if row.entity == widest.id)
    return [*rows, ("different", out.id, widest.id)]


def test_as_reports_come_in_any_order(options: BuildOptions, plain: Tables, tmp_path: Path) -> None:
    for number, order in enumerate(permutations(REPORTS)):
        if number % 3:
            continue  # two of the orders: another file is the one that comes late
        case = str(tmp_path / f"{number}.case")
        build_case(case, order[:2], options)
        first = tables_of(case)
        for kind, *named in wanted(first):
            try:
                decide(case, options, kind, *named, reason="so it is")
            except CannotDecide as refused:
                assert "one already" in str(refused) or "made of nothing else" in str(refused)  # noqa: PT017
        build_case(case, order[2:], options)
        grown = tables_of(case)
        assert not [row for row in grown.issues if row.severity == "error"]
        assert len(grown.decisions) > len(wanted(first)) - 3
        assert grown == build_with(str(tmp_path / f"{number}-once.case"), log_of(case), REPORTS, options)
        assert without_decisions(grown) != plain
    for row in grown.decisions:
        decide(case, options, "withdraw", row.id)
    assert without_decisions(tables_of(case)) == plain


@pytest.mark.parametrize(
    "table",
    ["dates", "places", "mentions", "claims", "figures", "event_mentions", "roles", "entities", "events", "points"],
)
def test_whatever_is_rejected_is_gone_and_breaks_nothing(options: BuildOptions, plain: Tables, table: str) -> None:
    from msgspec.structs import replace

    from variorum.pipeline.annotation import resolve_case

    row = getattr(plain, table)[len(getattr(plain, table)) // 2]
    after = resolve_case(decided(replace(plain, issues=()), "reject", row.id), options.factory().steps)
    assert row.id not in {one.id for one in getattr(after, table)}
    assert after.decisions[0].status == "in-force"
