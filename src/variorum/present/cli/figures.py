"""`variorum figures`: every quantity over time, and what each rule makes of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from variorum.model.terms import LedgerRule, Measure
from variorum.present.cli.faults import OK, reported
from variorum.present.cli.forms import Form, print_csv, print_json
from variorum.present.cli.text import print_parts

if TYPE_CHECKING:
    from variorum.compare.ledger_values import Ledger

_FIRST = 20


@reported
def figures(
    case: Annotated[str, typer.Argument(help="The case file.")],
    rule: Annotated[
        LedgerRule | None, typer.Option(help="The rule by which to take best, low and high; without it, all are shown.")
    ] = None,
    measure: Annotated[
        Measure | None, typer.Option(help="Only this measure; without it, all but those of no measure of their own.")
    ] = None,
    place: Annotated[str | None, typer.Option(help="Only ledgers of this place, or a part of its name.")] = None,
    of: Annotated[
        str | None, typer.Option(help="Only counts of these people or things, or a part of their name.")
    ] = None,
    limit: Annotated[int, typer.Option(min=0, help="How many ledgers at the most; 0 shows all.")] = _FIRST,
    form: Annotated[
        Form, typer.Option("--format", help="text to read; json and csv hold all ledgers, whatever the limit.")
    ] = Form.TEXT,
) -> int:
    """Show every quantity over time: all readings of a measure of one population at one place, or of one incident.

    The best number comes from a named rule, never from Variorum; low and high are the least and the greatest number of the
    readings that the rule admits.

    For example:

        variorum figures crisis.case --measure killed

        variorum figures crisis.case --rule most-recent --of "security forces"

        variorum figures crisis.case --rule official-only --format csv

    """
    from variorum.present.api import Case
    from variorum.present.cli.views.ledgers import show_ledgers

    opened = Case(case)
    ledgers = [one for one in opened.ledgers(rule) if _wanted(one, measure, place, of)]
    if form is Form.JSON:
        print_json(ledgers)
    elif form is Form.CSV:
        print_csv(_lines(ledgers))
    else:
        print_parts(show_ledgers(ledgers, opened.tables(), limit or None, measure))
    return OK


def _wanted(ledger: "Ledger", measure: Measure | None, place: str | None, of: str | None) -> bool:
    places = [ledger.place, *(reading.place for reading in ledger.readings)]
    people = [ledger.population, *(reading.subject for reading in ledger.readings)]
    return measure in (None, ledger.measure) and _named(place, places) and _named(of, people)


def _named(wanted: str | None, names: Sequence[str | None]) -> bool:
    return wanted is None or any(wanted.casefold() in " ".join(name.casefold().split()) for name in names if name)


def _lines(ledgers: Sequence["Ledger"]) -> Iterator[Mapping[str, object]]:
    """One line a reading, with its ledger's fields before and what each rule takes from the ledger behind."""
    for ledger in ledgers:
        for reading in ledger.readings:
            yield {
                "ledger": ledger.id,
                "title": ledger.title,
                "measure": ledger.measure.value,
                "population": ledger.population,
                "unit": ledger.unit,
                "ledger_place": ledger.place,
                "period": ledger.period,
                "event": ledger.event,
                **{name: getattr(reading, name) for name in reading.__struct_fields__},
                **_estimates(ledger),
            }


def _estimates(ledger: "Ledger") -> Mapping[str, object]:
    found: dict[str, object] = {}
    for estimate in ledger.estimates:
        for name in ("best", "low", "high", "open_above", "reason"):
            found[f"{estimate.rule.value} {name}"] = getattr(estimate, name)
    return found
