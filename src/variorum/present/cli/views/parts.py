"""Parts that several views share: names of reports and voices, and tables without a frame."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import TypeVar

from rich.console import JustifyMethod
from rich.table import Table
from rich.text import Text

from variorum.model.base import Record
from variorum.model.tables import Report
from variorum.model.terms import Certainty, Verdict
from variorum.present.cli.text import on_line, shortened

R = TypeVar("R")

STYLES = {Verdict.CONTRADICT: "bold red", Verdict.UPDATE: "yellow", Verdict.DIFFER: "cyan", Verdict.AGREE: "green"}


class Wanted(Record, frozen=True, kw_only=True):
    """Which rows to show: at most `limit` (None: all), of one verdict, of one kind."""

    limit: int | None = None
    verdict: str | None = None
    kind: str | None = None


class Column(Record, frozen=True, kw_only=True):
    """A column of a list; `width` fixes its width in characters, else it shares what is left by `share`."""

    title: str
    width: int | None = None
    share: int = 1
    right: bool = False


def listed(columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> Table:
    """A list with a heading over every column; what does not fit goes on in the next line."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", expand=True)
    for column in columns:
        ratio = None if column.width else column.share
        side: JustifyMethod = "right" if column.right else "left"
        table.add_column(column.title, width=column.width, ratio=ratio, justify=side, overflow="fold")
    for row in rows:
        table.add_row(*(Text(on_line(str(cell)) if cell is not None else "") for cell in row))
    return table


def report_names(reports: Iterable[Report]) -> Mapping[str, str]:
    """What to call each report, by id: its outlet, else its file without its ending, where that is its own; else its file."""
    reports = tuple(reports)
    short = {report.id: report.outlet or PurePath(report.file or report.url or report.id).stem for report in reports}
    taken = Counter(short.values())
    return {r.id: shortened(short[r.id] if taken[short[r.id]] == 1 else _full_name(r), 40) for r in reports}


def _full_name(report: Report) -> str:
    return ", ".join(part for part in (report.outlet, report.file or report.url or report.id) if part)


def who_says(name: str | None, words: str | None, certainty: Certainty) -> str:
    """The voice of a row, and how sure it is where it is not."""
    voice = on_line(name or words) or "the report itself"
    return voice if certainty is Certainty.CERTAIN else f"{voice} ({certainty.value})"


def short_id(row_id: str) -> str:
    """As much of an id as tells rows apart in all but the largest cases; `variorum explain` takes it."""
    return row_id.rpartition("-")[2][:8]


def counted(count: int | str, thing: str) -> str:
    """A number of things: 1 origin, 2 origins."""
    return f"{count} {thing}" if str(count) == "1" else f"{count} {thing}s"


def bounds(low: float | None, high: float | None) -> str:
    """A range as one writes it: 18, ≥8, ≤3, 24–99; nothing where both ends are open."""
    if low is None and high is None:
        return ""
    if low is None or high is None:
        return f"≤{number(high)}" if low is None else f"≥{number(low)}"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def number(value: float | None) -> str:
    """A number with its thousands apart."""
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) or not value.is_integer() else f"{int(value):,}"


def cut(rows: Sequence[R], wanted: Wanted) -> tuple[Sequence[R], str]:
    """The first rows of those there are, and a line on how many more there are ("" where none)."""
    if wanted.limit is None or len(rows) <= wanted.limit:
        return rows, ""
    return rows[: wanted.limit], f"… {len(rows) - wanted.limit} more (--limit 0 shows all)"
