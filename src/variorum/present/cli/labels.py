"""`variorum labels`: what each voice calls the same people and acts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from variorum.model.terms import LabelKind
from variorum.present.cli.faults import OK, reported
from variorum.present.cli.forms import Form, print_csv, print_json
from variorum.present.cli.text import print_parts

if TYPE_CHECKING:
    from variorum.compare.labels import LabelLedger

_FIRST = 20


@reported
def labels(
    case: Annotated[str, typer.Argument(help="The case file.")],
    kind: Annotated[
        LabelKind | None, typer.Option(help="Only the words for crowds, for entities, or for acts.")
    ] = None,
    about: Annotated[
        str | None, typer.Option(help="Only those about this person, body, place or act, or a part of the name.")
    ] = None,
    limit: Annotated[int, typer.Option(min=0, help="How many of them at the most; 0 shows all.")] = _FIRST,
    form: Annotated[
        Form, typer.Option("--format", help="text to read; json and csv hold everything, whatever the limit.")
    ] = Form.TEXT,
) -> int:
    """Show what each voice calls the same people and acts, side by side, where accounts use different words.

    For example:

        variorum labels crisis.case --kind crowd

        variorum labels crisis.case --about government --format csv

    """
    from variorum.present.api import Case
    from variorum.present.cli.views.labels import show_labels

    opened = Case(case)
    ledgers = [one for one in opened.labels() if kind in (None, one.kind) and _names(one, about)]
    if form is Form.JSON:
        print_json(ledgers)
    elif form is Form.CSV:
        print_csv(_lines(ledgers))
    else:
        print_parts(show_labels(ledgers, opened.tables(), limit or None))
    return OK


def _names(ledger: "LabelLedger", about: str | None) -> bool:
    return about is None or about.casefold() in ledger.title.casefold()


def _lines(ledgers: Sequence["LabelLedger"]) -> Iterator[Mapping[str, object]]:
    """One line a word used, with its ledger's fields before."""
    for ledger in ledgers:
        for naming in ledger.namings:
            head = {"ledger": ledger.id, "kind": ledger.kind.value, "title": ledger.title, "about": ledger.about}
            yield head | {name: getattr(naming, name) for name in naming.__struct_fields__}
