"""How are points laid out: the question, its verdict, and every account's answer in its own words?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from variorum.model.tables import Point, Reading, Tables
from variorum.model.terms import Verdict
from variorum.present.cli.text import on_line, quoted, shortened
from variorum.present.cli.views.parts import STYLES, Wanted, counted, cut, report_names, short_id, who_says


def show_points(tables: Tables, wanted: Wanted) -> Iterator[RenderableType]:
    """Every point with its readings, the weightiest first."""
    chosen = [p for p in tables.points if wanted.verdict in (None, p.verdict) and wanted.kind in (None, p.kind)]
    shown, rest = cut(chosen, wanted)
    yield from points(shown, tables)
    yield Text(rest if chosen else "No such points.")


def points(shown: Iterable[Point], tables: Tables, readings: int = 12) -> Iterator[RenderableType]:
    """The points, each with at most so many different readings; the same answer of one origin in several reports is one."""
    names = report_names(tables.reports)
    for point in shown:
        answers = _answers(point.readings)
        yield heading(point)
        yield Padding(_readings(answers[:readings], names), (0, 0, 0, 2))
        if len(answers) > readings:
            yield Text(
                f"  … {counted(len(answers) - readings, 'more reading')} (variorum explain CASE {short_id(point.id)})"
            )
        yield Text("")


def _answers(readings: Iterable[Reading]) -> list[list[Reading]]:
    found: dict[tuple[str | None, ...], list[Reading]] = {}
    for reading in readings:
        voice = reading.voice_name or reading.voice
        key = (reading.says, voice, reading.origin) if reading.origin else (str(len(found)),)
        found.setdefault(key, []).append(reading)
    return list(found.values())


def heading(point: Point) -> Text:
    """Verdict, question, origins and id of a point, on a line or two."""
    line = Text(point.verdict.value.upper(), style=STYLES[point.verdict])
    line.append(f"  {on_line(point.topic)}", style="bold")
    line.append(f"  [{origins(point.independent_low, point.independent_high)}; {short_id(point.id)}]", style="dim")
    return line


def origins(low: int, high: int) -> str:
    """How many independent origins stand behind something."""
    return counted(low if low == high else f"{low}–{high}", "origin")


def tally(rows: Iterable[Point]) -> Text:
    """How many points there are of each verdict, the strongest first."""
    verdicts = [point.verdict for point in rows]
    line = Text()
    for verdict in Verdict:
        line.append(", " if line else "")
        line.append(f"{verdicts.count(verdict)} {verdict.value}", style=STYLES[verdict])
    return line


def _readings(answers: Iterable[Sequence[Reading]], names: Mapping[str, str]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=16, overflow="fold")
    table.add_column(ratio=5, overflow="fold")
    table.add_column(ratio=4, overflow="fold")
    for answer in answers:
        table.add_row(Text(shortened(answer[0].says, 60)), Text(quoted(answer[0].text)), _account(answer, names))
    return table


def _account(answer: Sequence[Reading], names: Mapping[str, str]) -> Text:
    first = answer[0]
    reports = dict.fromkeys(names.get(reading.report, reading.report) for reading in answer)
    line = Text(who_says(first.voice_name, first.voice, first.certainty))
    line.append(f" · {', '.join(reports)}", style="dim")
    if first.as_of:
        line.append(f" · as of {on_line(first.as_of)}", style="dim")
    return line
