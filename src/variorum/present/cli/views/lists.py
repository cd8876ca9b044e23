"""How is each table laid out as a list, one line a row?"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from variorum.model.base import Record
from variorum.model.tables import Tables
from variorum.present.cli.text import quoted, shortened
from variorum.present.cli.views.parts import (
    Column,
    Wanted,
    bounds,
    counted,
    cut,
    listed,
    report_names,
    short_id,
    who_says,
)
from variorum.present.cli.views.points import origins

Cells = Callable[[Any, Tables], Sequence[object]]


class ListView(Record, frozen=True, kw_only=True):
    """How to list a table: its columns, the cells of a row, and the field that `--kind` chooses by."""

    table: str
    kind: str
    columns: tuple[Column, ...]
    cells: Cells


def show_list(view: ListView, tables: Tables, wanted: Wanted) -> Iterator[RenderableType]:
    """The rows of the view's table as a list."""
    rows = [row for row in getattr(tables, view.table) if wanted.kind in (None, getattr(row, view.kind))]
    if not rows:
        yield Text(f"No {view.table.replace('_', ' ')}.")
        return
    shown, rest = cut(rows, wanted)
    yield listed(view.columns, (view.cells(row, tables) for row in shown))
    if rest:
        yield Text(rest)


def _name(tables: Tables, report: str) -> str:
    return report_names(tables.reports).get(report, report)


def _report(row: Any, _: Tables) -> Sequence[object]:
    published = (
        f"{row.published} ({row.published_basis.value})" if row.published and row.published_basis else row.published
    )
    return short_id(row.id), published, row.outlet, shortened(row.title, 90), ", ".join(row.files), row.status.value


def _figure(row: Any, tables: Tables) -> Sequence[object]:
    value = ("about " if row.approximate else "") + bounds(row.low, row.high)
    unit = "" if row.unit in (None, "person") else f" {row.unit}"
    when = row.as_of or row.date
    where = row.place_name or row.place
    about = "; ".join(str(part) for part in (row.subject, where, when) if part)
    voice = who_says(row.voice_name, row.voice, _certain(row))
    return (
        f"{value}{unit}",
        row.measure.value,
        about,
        quoted(row.text, 80),
        f"{voice} · {_name(tables, row.report)}",
        short_id(row.id),
    )


def _claim(row: Any, tables: Tables) -> Sequence[object]:
    chain = " via ".join(link.text for link in row.chain[1:])
    voice = who_says(row.voice_name, row.voice, row.certainty) + (f" via {chain}" if chain else "")
    manner = row.manner.value if row.polarity.value == "positive" else f"{row.manner.value}, denied"
    return voice, manner, quoted(row.text), _name(tables, row.report), short_id(row.id)


def _entity(row: Any, tables: Tables) -> Sequence[object]:
    count = sum(mention.entity == row.id for mention in tables.mentions)
    others = [alias for alias in row.aliases if alias != row.name]
    return row.name, row.type.value, count, shortened("; ".join(others), 160), short_id(row.id)


def _place(row: Any, tables: Tables) -> Sequence[object]:
    at = f"{row.latitude:.2f}, {row.longitude:.2f}" if row.latitude is not None and row.longitude is not None else ""
    return row.text, row.name, row.country, at, _name(tables, row.report), short_id(row.id)


def _role(row: Any, tables: Tables) -> Sequence[object]:
    holder = row.holder_name or row.holder
    body = row.organization_name or row.organization
    value = f"{row.value}, {body}" if body and body not in row.value else row.value
    voice = f"{row.voice_name or row.voice or 'the report itself'} · {_name(tables, row.report)}"
    return holder, row.status.value, value, row.kind.value, row.date, voice, short_id(row.id)


def _issue(row: Any, tables: Tables) -> Sequence[object]:
    return row.severity.value, row.code, row.detail, row.file or (_name(tables, row.report) if row.report else "")


def _derivation(row: Any, tables: Tables) -> Sequence[object]:
    other = _name(tables, row.other) if row.other else f"{row.origin} (outside the case)"
    share = f"{row.share:.0%}" if row.share is not None else ""
    return _name(tables, row.report), row.kind.value, row.direction.value, other, share, short_id(row.id)


def _event(row: Any, _: Tables) -> Sequence[object]:
    kind = f"{row.type.value.lower()} ({row.mode})" if row.mode else row.type.value.lower()
    who = " → ".join(part for part in (", ".join(row.actors[:2]), ", ".join(row.recipients[:2])) if part)
    told = f"{counted(len(row.mentions), 'time')}, {origins(row.independent_low, row.independent_high)}"
    return row.date, kind, row.place_name, shortened(who, 90), told, short_id(row.id)


def _certain(row: Any) -> Any:
    from variorum.model.terms import Certainty

    return getattr(row, "certainty", Certainty.CERTAIN)


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
        cells=_report,
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
        cells=_figure,
    ),
    "claims": ListView(
        table="claims",
        kind="manner",
        columns=(
            Column(title="voice", share=3),
            Column(title="manner", width=9),
            Column(title="what is said", share=6),
            Column(title="report", share=2),
            _ID,
        ),
        cells=_claim,
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
        cells=_event,
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
        cells=_entity,
    ),
    "places": ListView(
        table="places",
        kind="country",
        columns=(
            Column(title="words", share=2),
            Column(title="place", share=2),
            Column(title="country", width=7),
            Column(title="at", width=15),
            Column(title="report", share=2),
            _ID,
        ),
        cells=_place,
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
        cells=_role,
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
        cells=_issue,
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
        cells=_derivation,
    ),
}
