"""What does a user want to see first? What the case is made of, and where its accounts contradict each other most."""

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from variorum.compare.lineage import Account, read_lineage
from variorum.model.tables import Report, Tables
from variorum.model.terms import DerivationKind, Direction, ReportStatus, Severity, Verdict
from variorum.present.cli.text import on_line
from variorum.present.cli.views.parts import counted, report_names
from variorum.present.cli.views.points import points, tally

_SHARPEST = 3
_READINGS = 6


def show_summary(tables: Tables, case: str) -> Iterator[RenderableType]:
    """The summary of the case."""
    yield _fact("Reports", _reports(tables))
    for line in _lineage(tables):
        yield _fact("", line)
    yield _fact("Told of", _told(tables))
    yield _fact("Events", _events(tables))
    yield _fact("Points", _points(tables))
    yield Text("")
    sharpest = [point for point in tables.points if point.verdict is Verdict.CONTRADICT][:_SHARPEST]
    if sharpest:
        title = (
            "The sharpest contradiction"
            if len(sharpest) == 1
            else f"The {_COUNTS[len(sharpest)]} sharpest contradictions"
        )
        yield Text(title, style="bold underline")
        yield Text("")
        yield from points(sharpest, tables, readings=_READINGS)
    else:
        yield Text("No contradictions found.")
        yield Text("")
    yield Text(f"More: variorum show {case} points · variorum dossier {case} --out dossier.html", style="dim")


def _fact(label: str, value: Text | str) -> Table:
    line = Table.grid(padding=(0, 1, 0, 0))
    line.add_column(width=8)
    line.add_column(overflow="fold")
    line.add_row(Text(label, style="bold"), value if isinstance(value, Text) else Text(value))
    return line


def _reports(tables: Tables) -> str:
    read = [report for report in tables.reports if report.status is ReportStatus.READ]
    errors = [issue for issue in tables.issues if issue.severity is Severity.ERROR]
    doubts = sum(issue.severity is Severity.WARNING for issue in tables.issues)
    dates = sorted(report.published[:10] for report in read if report.published)
    words = [
        f"{len(read)} read, {len(errors)} set aside",
        f"{_origins(read, tables)} behind them",
    ]
    if doubts:
        words.append(f"{counted(doubts, 'doubt')} (show issues)")
    if dates:
        words.append(f"dated {dates[0]}" + (f" to {dates[-1]}" if dates[-1] != dates[0] else ""))
    return "; ".join(words)


def _origins(read: Iterable[Report], tables: Tables) -> str:
    """The origins left when copies, excerpts, rewrites and retellings are folded into what they are made from."""
    bounds = read_lineage(tables).bounds(Account(report.id, None) for report in read)
    if bounds.low == bounds.high:
        return counted(bounds.low, "origin")
    return f"{bounds.low} to {bounds.high} origins"


def _lineage(tables: Tables) -> Iterator[str]:
    """A line a pair of reports made one from the other, the largest share first, a few at the most."""
    names = report_names(tables.reports)
    made = [row for row in tables.derivations if row.other is not None and row.kind is not DerivationKind.COMMON_SOURCE]
    for row in sorted(made, key=lambda row: (-(row.share or 0.0), row.id))[:_FEW]:
        share = f" ({row.share:.0%} of its words)" if row.share else ""
        report, other = names.get(row.report), names.get(row.other or "")
        yield f"{report}: {_WAYS[row.direction].format(row.kind.value, other)}{share}"
    if len(made) > _FEW:
        yield f"… {len(made) - _FEW} more pairs (show derivations)"


def _told(tables: Tables) -> str:
    counts = {
        "claims": len(tables.claims),
        "figures": len(tables.figures),
        "dates": len(tables.dates),
        "places": len(tables.places),
        "entities": len(tables.entities),
        "roles": len(tables.roles),
    }
    return ", ".join(f"{count} {name}" for name, count in counts.items())


def _events(tables: Tables) -> str:
    counts = Counter(event.type.value for event in tables.events)
    types = ", ".join(
        f"{count} {name.lower()}" for name, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    )
    return on_line(f"{len(tables.events)}" + (f": {types}" if types else ""))


def _points(tables: Tables) -> Text:
    line = Text(f"{len(tables.points)}", style="none")
    return line.append(": ").append_text(tally(tables.points)) if tables.points else line


_FEW = 4
_WAYS = {
    Direction.FROM_OTHER: "{} of {}",
    Direction.TO_OTHER: "origin of a {}, {}",
    Direction.UNKNOWN: "{} of {}, or the reverse",
}

_COUNTS = {2: "two", 3: "three"}
