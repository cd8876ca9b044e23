"""How are the words that voices use for the same people and acts laid out, side by side?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from variorum.compare.labels import LabelLedger, Naming
from variorum.model.tables import Tables
from variorum.present.cli.text import on_line
from variorum.present.cli.views.parts import counted, report_names, short_id

_STANCES = {"hostile": "red", "favourable": "green"}


def show_labels(ledgers: Sequence[LabelLedger], tables: Tables, limit: int | None) -> Iterator[RenderableType]:
    """Of each ledger one line a voice with the words it uses and how often, in order of the first day it uses one."""
    names = report_names(tables.reports)
    for ledger in ledgers[:limit]:
        yield _heading(ledger)
        yield Padding(_voices(ledger.namings, names), (0, 0, 0, 2))
        yield Text("")
    if not ledgers:
        yield Text("No people or acts that accounts call by different words.")
    elif limit is not None and len(ledgers) > limit:
        yield Text(f"… {len(ledgers) - limit} more (--limit 0 shows all)")


def _heading(ledger: LabelLedger) -> Text:
    line = Text(ledger.kind.value, style="cyan").append(f"  {on_line(ledger.title)}", style="bold")
    told = [counted(len({naming.words for naming in ledger.namings}), "word")]
    if ledger.points:
        told.append(f"compared in {', '.join(map(short_id, ledger.points))}")
    if ledger.about:
        told.append(f"of {short_id(ledger.about)}")
    return line.append(f"  [{'; '.join(told)}]", style="dim")


def _voices(namings: Sequence[Naming], names: Mapping[str, str]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=12, overflow="fold")
    table.add_column(ratio=4, overflow="fold")
    table.add_column(ratio=6, overflow="fold")
    voices: dict[str, list[Naming]] = {}
    for naming in namings:
        voices.setdefault(naming.voice_entity or naming.voice or naming.report, []).append(naming)
    for used in voices.values():
        table.add_row(Text(on_line(used[0].as_of) or "undated"), _voice(used, names), _words(used))
    return table


def _voice(used: Sequence[Naming], names: Mapping[str, str]) -> Text:
    first = used[0]
    line = Text(on_line(first.voice_name or first.voice) or "the report itself")
    if first.official:
        line.append(", official")
    reports = dict.fromkeys(names.get(naming.report, naming.report) for naming in used)
    return line.append(f" · {', '.join(reports)}", style="dim")


def _words(used: Sequence[Naming]) -> Text:
    counts = Counter(naming.words for naming in used)
    stances = {naming.words: naming.stance for naming in used}
    line = Text()
    for words, count in counts.items():
        stance = stances[words]
        line.append(", " if line else "")
        line.append(on_line(words), style=_STANCES.get(stance or "", ""))
        notes = [*([stance] if stance else []), *([f"{count} times"] if count > 1 else [])]
        line.append(f" ({', '.join(notes)})" if notes else "", style="dim")
    return line
