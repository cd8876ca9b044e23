"""How is the pipeline laid out, and why a row is in the record?"""

from collections.abc import Iterator
from typing import Any

import msgspec
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from variorum.model.base import Record
from variorum.model.tables import Finding, Point, Tables
from variorum.present.cli.text import on_line, quoted, shortened
from variorum.present.cli.views.decisions import decision_line
from variorum.present.cli.views.parts import report_names, short_id
from variorum.present.cli.views.points import points
from variorum.present.explain import Explanation, Quote, Reference
from variorum.record.builds import StepNote

_MOST = 8
_APART = frozenset(
    {"id", "report", "start", "end", "text", "rule", "reasons", "readings", "pieces", "spans", "sentence"}
)


def show_steps(steps: tuple[StepNote, ...]) -> Iterator[RenderableType]:
    """The steps in order: what each answers, needs and sets."""
    for number, step in enumerate(steps, start=1):
        line = Text(f"{number:>2}. ")
        line.append(step.name, style="bold")
        line.append(f" (version {step.version})", style="dim")
        yield line
        for label, words in (("asks", step.question), ("needs", ", ".join(step.needs)), ("sets", ", ".join(step.sets))):
            if words:
                yield Padding(Text(f"{label:<6}{words}"), (0, 0, 0, 4))


def show_explanation(why: Explanation, tables: Tables) -> Iterator[RenderableType]:
    """The row, the words it rests on, the step and rule that made it, the rows it points to."""
    names = report_names(tables.reports)
    row_id = getattr(why.row, "id", "")
    yield Text(f"{row_id}  (table {why.table})", style="bold")
    if not why.present:
        yield Text("  not in the record now: this is the row as it was when it was decided on", style="bold yellow")
    yield from _steps(why)
    if isinstance(why.row, Point):
        yield Text("")
        yield from points([why.row], tables, readings=len(why.row.readings))
    else:
        yield from _words(why, names)
        yield from _values(why.row)
    for reason in why.reasons:
        yield _labelled("because", on_line(reason))
    for reference in why.references[:_MOST]:
        yield _labelled(reference.field, _reference(reference))
    if len(why.references) > _MOST:
        yield Text(f"  … and {len(why.references) - _MOST} more rows")
    for decision in why.decisions:
        yield _labelled("decision", decision_line(decision))


def _steps(why: Explanation) -> Iterator[RenderableType]:
    if why.made_by is not None:
        yield _labelled("made by", f"step '{why.made_by.name}', version {why.made_by.version}: {why.made_by.question}")
    if why.rule:
        yield _labelled("rule", on_line(why.rule))
    if why.refined_by:
        yield _labelled("then", ", ".join(f"'{step.name}'" for step in why.refined_by))


def _words(why: Explanation, names: Any) -> Iterator[RenderableType]:
    for quote in why.quotes[:_MOST]:
        yield (
            _labelled("words", "")
            .append_text(_quote(quote))
            .append(f"  {names.get(quote.report, quote.report)}, {quote.start}–{quote.end}", style="dim")
        )
    if len(why.quotes) > _MOST:
        yield Text(f"  … and {len(why.quotes) - _MOST} more passages")


def _quote(quote: Quote) -> Text:
    line = Text(f"…{on_line(quote.before)} " if quote.before else "", style="dim")
    line.append(f"[{on_line(quote.words) if len(quote.words) < 600 else shortened(quote.words, 600)}]", style="bold")
    return line.append(f" {on_line(quote.after)}…" if quote.after else "", style="dim")


def _values(row: Record) -> Iterator[RenderableType]:
    for name in type(row).__struct_fields__:
        value = getattr(row, name)
        if name in _APART and isinstance(row, Finding) or name in ("id", "reasons", "text", "spans"):
            continue
        if value not in (None, (), "", False):
            yield _labelled(name, _value(value))


def _value(value: Any) -> str:
    if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
        return shortened("; ".join(value), 300)
    if isinstance(value, str):
        return on_line(value)
    return shortened(msgspec.json.encode(value).decode(), 300)


def _reference(reference: Reference) -> str:
    row = reference.row
    words = getattr(row, "text", None) or getattr(row, "topic", None) or getattr(row, "name", None) or ""
    if reference.table == "reports":
        words = getattr(row, "file", None) or getattr(row, "url", None) or ""
    value = " ".join(str(part) for part in (getattr(row, "edtf", None), getattr(row, "type", None)) if part)
    return f"{short_id(getattr(row, 'id', ''))} in {reference.table}: {quoted(words, 120)} {value}".rstrip()


def _labelled(label: str, words: str) -> Text:
    line = Text(f"  {shortened(label, 18):<18} ", style="cyan")
    return line.append(words, style="none")
