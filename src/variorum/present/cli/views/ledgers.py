"""How is a ledger of a quantity laid out: every reading in order of time, then what each rule takes from them?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from variorum.compare.ledger_rules import same_numbers
from variorum.compare.ledger_values import Estimate, Ledger, LedgerReading
from variorum.model.tables import Tables
from variorum.model.terms import Aside, LedgerRule, Measure
from variorum.present.cli.text import on_line, quoted
from variorum.present.cli.views.parts import bounds, counted, number, report_names, short_id, who_says
from variorum.present.cli.views.points import origins

ASIDES = {
    Aside.DENIED: "denied",
    Aside.NO_NUMBER: "no number",
    Aside.PART: "part of another count",
    Aside.EARLIER: "the same origin counts otherwise later",
    Aside.HEARSAY: "hearsay, surer counts are there",
}
"""Why a reading is not weighed, in words."""


def show_ledgers(
    ledgers: Sequence[Ledger], tables: Tables, limit: int | None, measure: Measure | None
) -> Iterator[RenderableType]:
    """The ledgers with all readings, those of no measure of their own only where they are asked for."""
    chosen = [one for one in ledgers if measure is not None or one.measure is not Measure.OTHER]
    names = report_names(tables.reports)
    for ledger in chosen[:limit]:
        yield _heading(ledger)
        yield Padding(_readings(ledger.readings, names), (0, 0, 0, 2))
        different = {(one.origin, one.low, one.high, one.approximate, one.official) for one in ledger.weighed}
        alone = len(different) == 1 and len(ledger.estimates) == len(LedgerRule)
        yield Padding(_of_one(ledger) if alone else _estimates(ledger.estimates), (0, 0, 0, 2))
        yield Text("")
    if not chosen:
        yield Text("No such figures.")
    elif limit is not None and len(chosen) > limit:
        yield Text(f"… {counted(len(chosen) - limit, 'more ledger')} (--limit 0 shows all)")
    if len(chosen) < len(ledgers):
        others = counted(len(ledgers) - len(chosen), "ledger")
        yield Text(f"Besides, {others} of other things counted (--measure other).")
    if any(reading.as_of_basis == "published" for ledger in chosen[:limit] for reading in ledger.readings):
        yield Text("A day in round brackets is that of the report: the words do not say as of when.", style="dim")


def _heading(ledger: Ledger) -> Text:
    line = Text(on_line(ledger.title), style="bold")
    if ledger.unit:
        line.append(f" ({on_line(ledger.unit)})")
    told = [origins(ledger.independent_low, ledger.independent_high)]
    if ledger.points:
        told.append(f"compared in {', '.join(map(short_id, ledger.points))}")
    return line.append(f"  [{'; '.join(told)}]", style="dim")


def _readings(readings: Iterable[LedgerReading], names: Mapping[str, str]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=12, overflow="fold")
    table.add_column(width=13, overflow="fold")
    table.add_column(ratio=4, overflow="fold")
    table.add_column(ratio=5, overflow="fold")
    for told in _folded(readings):
        first = told[0]
        day = f"({on_line(first.as_of)})" if first.as_of_basis == "published" else on_line(first.as_of) or "undated"
        weighed = None if first.aside is None else "dim"
        table.add_row(
            Text(day), Text(_count(first), style=weighed or "bold"), _account(told, names), Text(quoted(first.text))
        )
    return table


def _folded(readings: Iterable[LedgerReading]) -> list[list[LedgerReading]]:
    """The readings, the same count of one origin for one day in several places as one."""
    found: dict[tuple[object, ...], list[LedgerReading]] = {}
    for reading in readings:
        who = (reading.voice_name or reading.voice, reading.origin)
        found.setdefault((reading.as_of, reading.says, who, reading.aside, reading.certainty), []).append(reading)
    return list(found.values())


def _count(reading: LedgerReading) -> str:
    told = bounds(reading.low, reading.high)
    if reading.previous is not None or "×" in reading.says:
        return reading.says
    return ("~" if reading.approximate else "") + (told or "?")


def _account(told: Sequence[LedgerReading], names: Mapping[str, str]) -> Text:
    first = told[0]
    line = Text(who_says(first.voice_name, first.voice, first.certainty))
    if first.official:
        line.append(", official")
    reports = dict.fromkeys(names.get(reading.report, reading.report) for reading in told)
    line.append(f" · {', '.join(reports)}", style="dim")
    if first.aside is not None:
        line.append(f" · left out: {ASIDES[first.aside]}", style="dim")
    return line.append(f" [{short_id(first.row)}]", style="dim")


def _of_one(ledger: Ledger) -> Table:
    """All rules where one number of one origin is weighed: they differ in nothing but whether they admit it."""
    one = ledger.weighed[0]
    without = LedgerRule.UNOFFICIAL_ONLY if one.official else LedgerRule.OFFICIAL_ONLY
    vague = one.low is not None and one.high is not None and one.low != one.high
    line = Text(f"One origin, which all rules take; {without.value} has none.", style="none")
    line.append(f" Best is its lower end, with {LedgerRule.HIGHEST.value} its upper." if vague else "")
    first = next((estimate for estimate in ledger.estimates if estimate.best is not None), ledger.estimates[0])
    return _line(first, line)


def _line(estimate: Estimate, words: Text) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=27, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    table.add_row(estimate_words(estimate), words)
    return table


def _estimates(estimates: Sequence[Estimate]) -> Table:
    """Rules that take the same numbers share a line, with the reason of the first."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=27, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for same in same_numbers(estimates):
        line = Text(", ".join(one.rule.value for one in same), style="cyan")
        line.append(f": {on_line(same[0].reason)}")
        table.add_row(estimate_words(same[0]), line)
    return table


def estimate_words(estimate: Estimate) -> Text:
    """Best, and low to high: "18 (8 to 18)"; a dash where there is none."""
    line = Text("best ")
    line.append(number(estimate.best) if estimate.best is not None else "none", style="bold")
    return line.append(f" ({span_words(estimate)})") if estimate.high is not None else line


def span_words(estimate: Estimate) -> str:
    """From low to high, with a plus where more is possible: "8 to 18", "1,001+", "up to 20"."""
    more = "+" if estimate.open_above else ""
    high = f"{number(estimate.high)}{more}"
    if estimate.low is None:
        return f"up to {high}"
    return high if estimate.low == estimate.high else f"{number(estimate.low)} to {high}"
