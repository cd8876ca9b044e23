"""`variorum dossier`: a case as one HTML file."""

from pathlib import Path
from typing import Annotated

import typer

from variorum.present.cli.faults import OK, reported
from variorum.present.cli.text import err


@reported
def dossier(
    case: Annotated[str, typer.Argument(help="The case file.")],
    out: Annotated[Path, typer.Option(help="The HTML file to write.")],
) -> int:
    """Write a case as one HTML file that needs nothing else: to read, to mail, to print.

    For example:

        variorum dossier crisis.case --out dossier.html

    """
    from variorum.present.api import Case
    from variorum.present.export.files import write_whole

    tables = Case(case).tables()
    from variorum.present.dossier import case_name, render_dossier

    write_whole(out, render_dossier(tables, name=case_name(case)).encode())
    err().print(f"{out} written", soft_wrap=True)
    return OK
