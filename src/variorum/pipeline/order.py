"""In what order do the rows of a case stand? In one that depends on nothing but the rows."""

from collections.abc import Callable, Iterable
from typing import Any

from variorum.model.base import Record
from variorum.model.tables import Tables


def in_order(tables: Tables) -> Tables:
    """The tables with their rows in order, each row once.

    Findings stand by report and span, issues by file, points by weight, heaviest first, decisions as they were
    made, all else by id. Of rows with the
    same id, which can only be the same finding made twice, the first is kept.
    """
    return Tables(**{name: _in_order(name, getattr(tables, name)) for name in Tables.__struct_fields__})


def _in_order(name: str, rows: Iterable[Any]) -> tuple[Any, ...]:
    first: dict[str, Any] = {}
    for row in sorted(rows, key=_KEYS.get(name, _by_span)):
        first.setdefault(row.id, row)
    return tuple(first.values())


def _by_span(row: Any) -> tuple[Any, ...]:
    return row.report, row.start, row.end, row.id


def _by_id(row: Any) -> tuple[Any, ...]:
    return (row.id,)


def _issue(row: Any) -> tuple[Any, ...]:
    return row.file or "", row.report or "", -1 if row.start is None else row.start, row.code, row.id


def _derivation(row: Any) -> tuple[Any, ...]:
    return row.report, row.other or "", row.origin or "", row.id


def _decision(row: Any) -> tuple[Any, ...]:
    return (row.number,)


def _point(row: Any) -> tuple[Any, ...]:
    return -row.weight, row.id


_KEYS: dict[str, Callable[[Record], tuple[Any, ...]]] = {
    "reports": _by_id,
    "issues": _issue,
    "entities": _by_id,
    "events": _by_id,
    "derivations": _derivation,
    "points": _point,
    "decisions": _decision,
}
