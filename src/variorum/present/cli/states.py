"""`variorum states`: offices, memberships and whereabouts over time."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from variorum.model.terms import RoleKind
from variorum.present.cli.faults import OK, reported
from variorum.present.cli.forms import Form, print_csv, print_json
from variorum.present.cli.text import print_parts

if TYPE_CHECKING:
    from variorum.compare.states import StateLedger

_FIRST = 30


@reported
def states(
    case: Annotated[str, typer.Argument(help="The case file.")],
    kind: Annotated[RoleKind | None, typer.Option(help="Only offices, memberships or whereabouts.")] = None,
    who: Annotated[
        str | None, typer.Option(help="Only where this person or body is named, or a part of the name.")
    ] = None,
    limit: Annotated[
        int, typer.Option(min=0, help="How many offices, bodies and persons at the most; 0: all.")
    ] = _FIRST,
    form: Annotated[
        Form, typer.Option("--format", help="text to read; json and csv hold everything, whatever the limit.")
    ] = Form.TEXT,
) -> int:
    """Show who held which office, belonged to which body, or was where, from which accounts, over time.

    What accounts contradict each other on comes first, with the point in which it is compared.

    For example:

        variorum states crisis.case --kind whereabouts

        variorum states crisis.case --who Nazarbayev --format json

    """
    from variorum.present.api import Case
    from variorum.present.cli.views.states import show_states

    opened = Case(case)
    ledgers = [one for one in opened.states() if kind in (None, one.kind) and _names(one, who)]
    if form is Form.JSON:
        print_json(ledgers)
    elif form is Form.CSV:
        print_csv(_lines(ledgers))
    else:
        print_parts(show_states(ledgers, opened.tables(), limit or None))
    return OK


def _names(ledger: "StateLedger", who: str | None) -> bool:
    told = (ledger.title, *(statement.holder for statement in ledger.statements))
    return who is None or any(who.casefold() in name.casefold() for name in told)


def _lines(ledgers: Sequence["StateLedger"]) -> Iterator[Mapping[str, object]]:
    """One line a statement, with its ledger's fields before."""
    for ledger in ledgers:
        for statement in ledger.statements:
            head = {"ledger": ledger.id, "kind": ledger.kind.value, "title": ledger.title, "verdict": ledger.verdict}
            yield head | {name: getattr(statement, name) for name in statement.__struct_fields__}
