"""Decisions on cases, for tests: short to make, with a time that is given."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from variorum.model.decisions import Decision
from variorum.model.tables import Tables
from variorum.model.terms import DecisionKind
from variorum.pipeline.deciding import Decided, Wish, decide_case, new_decision
from variorum.pipeline.options import BuildOptions
from variorum.pipeline.runner import build_case
from variorum.record.decisions import append_decisions, read_decisions
from variorum.record.store import changing, prepare, reading
from variorum.record.tables import read_tables

DAY = "2031-05-01T10:00:00+00:00"


def wish(kind: str, *rows: str, reason: str = "", reviewer: str = "Ana Teles") -> Wish:
    return Wish(kind=DecisionKind(kind), rows=rows, reviewer=reviewer, reason=reason, made=DAY)


def decided(tables: Tables, kind: str, *rows: str, reason: str = "") -> Tables:
    """The tables, not resolved anew, with one more decision on them."""
    new = new_decision(tables, wish(kind, *rows, reason=reason))
    return msgspec.structs.replace(tables, decisions=(*tables.decisions, new))


def decide(case: str, options: BuildOptions, kind: str, *rows: str, reason: str = "") -> Decided:
    return decide_case(case, wish(kind, *rows, reason=reason), options)


def tables_of(case: str) -> Tables:
    with reading(case) as connection:
        return read_tables(connection)


def log_of(case: str) -> tuple[Decision, ...]:
    with reading(case) as connection:
        return read_decisions(connection)


def build_with(case: str, log: Sequence[Decision], files: Sequence[Path], options: BuildOptions) -> Tables:
    """A case built at once from the files, its log written before."""
    prepare(case)
    with changing(case) as connection:
        append_decisions(connection, log)
    build_case(case, files, options)
    return tables_of(case)


def without_decisions(tables: Tables) -> Tables:
    """All but the decisions and the issues that tell of them."""
    issues = tuple(row for row in tables.issues if row.stage != "decisions")
    return msgspec.structs.replace(tables, decisions=(), issues=issues)
