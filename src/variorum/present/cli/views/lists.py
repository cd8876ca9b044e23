"""How is each table laid out as a list, one line a row?"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from variorum.model.base import Record
from variorum.model.tables import Tables
from variorum.present.cli.views.cells import (
    Context,
    by_attestation,
    by_measure,
    by_mentions,
    claim_cells,
    derivation_cells,
    entity_cells,
    event_cells,
    figure_cells,
    issue_cells,
    report_cells,
    role_cells,
)
from variorum.present.cli.views.parts import Column, Wanted, cut, listed, report_names


class ListView(Record, frozen=True, kw_only=True):
    """How to list a table: its columns, a row's cells, the field that `--kind` chooses by, the order (None: the table's)."""

    table: str
    kind: str
    columns: tuple[Column, ...]
    cells: Callable[[Any, Context], Sequence[object]]
    order: Callable[[Any, Context], Any] | None = None


def show_list(view: ListView, tables: Tables, wanted: Wanted) -> Iterator[RenderableType]:
    """The rows of the view's table as a list."""
    rows = [row for row in getattr(tables, view.table) if wanted.kind in (None, getattr(row, view.kind))]
    if not rows:
        yield Text(f"No {view.table.replace('_', ' ')}.")
        return
    mentions = Counter(mention.entity for mention in tables.mentions if mention.entity)
    context = Context(names=report_names(tables.reports), mentions=mentions)
    if view.order is not None:
        order = view.order
        rows.sort(key=lambda row: order(row, context))
    shown, rest = cut(rows, wanted)
    yield listed(view.columns, (view.cells(row, context) for row in shown))
    if rest:
        yield Text(rest)


_ID = Column(title="id", width=8)

LISTS = {
    "reports": ListView(
        table="reports",
        kind="status",
        columns=(
            _ID,
            Column(title="published", width=12),
            Column(title="outlet", share=2),
            Column(title="title", share=4),
            Column(title="files", share=3),
            Column(title="status", width=9),
        ),
        cells=report_cells,
    ),
    "figures": ListView(
        table="figures",
        kind="measure",
        columns=(
            Column(title="value", width=12),
            Column(title="measure", width=12),
            Column(title="of whom, where, when", share=3),
            Column(title="words", share=4),
            Column(title="who says so", share=3),
            _ID,
        ),
        cells=figure_cells,
        order=by_measure,
    ),
    "claims": ListView(
        table="claims",
        kind="manner",
        columns=(
            Column(title="voice", share=3),
            Column(title="manner", width=9),
            Column(title="what is said", share=6),
            Column(title="report", width=20),
            _ID,
        ),
        cells=claim_cells,
    ),
    "events": ListView(
        table="events",
        kind="type",
        columns=(
            Column(title="date", width=12),
            Column(title="what", share=2),
            Column(title="where", share=2),
            Column(title="who → whom", share=4),
            Column(title="told", share=2),
            _ID,
        ),
        cells=event_cells,
        order=by_attestation,
    ),
    "entities": ListView(
        table="entities",
        kind="type",
        columns=(
            Column(title="name", share=3),
            Column(title="type", width=12),
            Column(title="mentions", width=8, right=True),
            Column(title="also written", share=4),
            _ID,
        ),
        cells=entity_cells,
        order=by_mentions,
    ),
    "roles": ListView(
        table="roles",
        kind="kind",
        columns=(
            Column(title="who", share=2),
            Column(title="status", width=7),
            Column(title="what, where", share=3),
            Column(title="kind", width=11),
            Column(title="date", width=10),
            Column(title="who says so", share=3),
            _ID,
        ),
        cells=role_cells,
    ),
    "issues": ListView(
        table="issues",
        kind="severity",
        columns=(
            Column(title="severity", width=8),
            Column(title="code", width=20),
            Column(title="what", share=4),
            Column(title="file", share=2),
        ),
        cells=issue_cells,
    ),
    "derivations": ListView(
        table="derivations",
        kind="kind",
        columns=(
            Column(title="report", share=3),
            Column(title="kind", width=13),
            Column(title="direction", width=10),
            Column(title="other", share=3),
            Column(title="share", width=5, right=True),
            _ID,
        ),
        cells=derivation_cells,
    ),
}
