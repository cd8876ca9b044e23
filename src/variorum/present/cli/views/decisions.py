"""How does a decision look in the terminal: in the log, and when it has just taken effect?"""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from variorum.model.decisions import Decision
from variorum.model.terms import DecisionStatus
from variorum.pipeline.changes import Change
from variorum.present.cli.text import on_line, quoted, shortened
from variorum.present.cli.views.parts import short_id

_STYLES = {
    DecisionStatus.IN_FORCE: "green",
    DecisionStatus.WITHDRAWN: "dim",
    DecisionStatus.OVERRULED: "yellow",
    DecisionStatus.WITHOUT_ROWS: "yellow",
}


def show_log(decisions: Sequence[Decision]) -> Iterator[RenderableType]:
    """Every decision in order: what, by whom, when, why, and what became of it."""
    if not decisions:
        yield Text("No decisions yet.")
    for row in decisions:
        line = Text(f"{row.number:>3}. ")
        line.append(row.kind.value, style="bold")
        line.append(f"  {on_line(row.status.value)}", style=_STYLES[row.status])
        line.append(f"  {when(row)}, {on_line(row.reviewer)}  [{short_id(row.id)}]", style="dim")
        yield line
        yield from (_indented(part) for part in _about(row))
        if row.status is not DecisionStatus.IN_FORCE:
            yield _indented(row.outcome)


def show_decided(decision: Decision, changes: Iterable[Change]) -> Iterator[RenderableType]:
    """A decision that has just taken effect, and what it changed."""
    yield Text(f"Decision {decision_line(decision)}")
    told = [change.words for change in changes]
    yield from (_indented(words) for words in told or ["Nothing else in the record changes."])


def decision_line(row: Decision) -> str:
    """The decision on one line."""
    about = "; ".join(_about(row))
    told = f"{row.number} [{short_id(row.id)}] {row.kind}, {on_line(row.reviewer)}, {when(row)}"
    if row.status is not DecisionStatus.IN_FORCE:
        told += f" ({row.outcome})"
    return f"{told}: {about}" if about else told


def when(row: Decision) -> str:
    """Day and time of the decision, in UTC."""
    return on_line(row.made[:16].replace("T", " "))


def _about(row: Decision) -> Iterator[str]:
    if row.withdraws:
        yield f"of {short_id(row.withdraws)}"
    if row.rows:
        yield " / ".join(f"{shortened(named.words, 80)} [{short_id(named.row)}]" for named in row.rows)
    if row.reason:
        yield quoted(row.reason, 300)


def _indented(words: str) -> RenderableType:
    return Padding(Text(on_line(words)), (0, 0, 0, 5))
