"""`variorum export`: every table of a case, for other programs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from variorum.present.cli.faults import OK, reported
from variorum.present.cli.text import err


class Format(StrEnum):
    """The formats an export can have."""

    JSONL = "jsonl"
    PARQUET = "parquet"
    CSV = "csv"


@reported
def export(
    case: Annotated[str, typer.Argument(help="The case file.")],
    out: Annotated[Path, typer.Option(help="The folder to write to; made where it is new.")],
    form: Annotated[
        Format, typer.Option("--format", help="jsonl and csv are text; parquet keeps types.")
    ] = Format.JSONL,
) -> int:
    """Write every table of a case to a folder, one file a table.

    Lists and records within a row are JSON in csv. Cells of a csv hold the reports' words as they are, which a
    spreadsheet may take for formulas: open those of reports you do not trust as text.

    For example:

        variorum export crisis.case --out tables/

        variorum export crisis.case --format parquet --out tables/

    """
    from variorum.present.api import Case

    files = Case(case).export(form.value, out)
    err().print(f"{len(files)} tables written to {out}", soft_wrap=True)
    return OK
