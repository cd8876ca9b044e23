"""How are offices, memberships and whereabouts laid out over time?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from variorum.compare.states import StateLedger, Statement
from variorum.model.tables import Tables
from variorum.model.terms import RoleKind
from variorum.present.cli.text import on_line, quoted
from variorum.present.cli.views.parts import STYLES, counted, report_names, short_id, who_says
from variorum.present.cli.views.points import origins


def show_states(ledgers: Sequence[StateLedger], tables: Tables, limit: int | None) -> Iterator[RenderableType]:
    """The ledgers with all statements, those of no date last."""
    names = report_names(tables.reports)
    for ledger in ledgers[:limit]:
        yield _heading(ledger)
        yield Padding(_statements(ledger, names), (0, 0, 0, 2))
        yield Text("")
    if not ledgers:
        yield Text("No such offices, memberships or whereabouts.")
    elif limit is not None and len(ledgers) > limit:
        yield Text(f"… {len(ledgers) - limit} more (--limit 0 shows all)")
    if any(one.as_of_basis == "published" for ledger in ledgers[:limit] for one in ledger.statements):
        yield Text("A day in round brackets is that of the report: the words do not say when.", style="dim")


def _heading(ledger: StateLedger) -> Text:
    line = Text()
    if ledger.verdict is not None:
        line.append(f"{ledger.verdict.value.upper()}  ", style=STYLES[ledger.verdict])
    line.append(on_line(ledger.title), style="bold")
    told = [counted(len(ledger.statements), "statement"), origins(ledger.independent_low, ledger.independent_high)]
    if ledger.points:
        told.append(f"compared in {', '.join(map(short_id, ledger.points))}")
    return line.append(f"  [{'; '.join(told)}]", style="dim")


def _statements(ledger: StateLedger, names: Mapping[str, str]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=12, overflow="fold")
    table.add_column(ratio=4, overflow="fold")
    table.add_column(ratio=4, overflow="fold")
    table.add_column(ratio=5, overflow="fold")
    for told in _folded(ledger.statements):
        first = told[0]
        day = f"({on_line(first.as_of)})" if first.as_of_basis == "published" else on_line(first.as_of) or "undated"
        style = "dim" if first.in_passing else "bold"
        table.add_row(
            Text(day),
            Text(_words(first, ledger.kind), style=style),
            _account(told, names),
            Text(quoted(first.text, 120)),
        )
    return table


def _folded(statements: Iterable[Statement]) -> list[list[Statement]]:
    """The statements, those of one origin that say the same of one day as one."""
    found: dict[tuple[object, ...], list[Statement]] = {}
    for one in statements:
        who = (one.voice_name or one.voice, one.origin)
        key = (one.as_of, one.holder, one.says, who, one.in_passing, one.certainty, one.points)
        found.setdefault(key, []).append(one)
    return list(found.values())


def _words(statement: Statement, kind: RoleKind) -> str:
    if kind is RoleKind.WHEREABOUTS:
        return on_line(statement.says)
    passing = ", in passing" if statement.in_passing else ""
    return f"{on_line(statement.holder)}: {statement.says}{passing}"


def _account(told: Sequence[Statement], names: Mapping[str, str]) -> Text:
    first = told[0]
    line = Text(who_says(first.voice_name, first.voice, first.certainty))
    if first.official:
        line.append(", official")
    reports = dict.fromkeys(names.get(one.report, one.report) for one in told)
    return line.append(f" · {', '.join(reports)} [{short_id(first.row)}]", style="dim")
