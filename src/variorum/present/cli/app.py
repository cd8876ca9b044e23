"""What commands are there? Each is a module of this folder; this one puts them together."""

from typing import Annotated

import typer

from variorum.present.cli.build import build
from variorum.present.cli.decide import decide
from variorum.present.cli.dossier import dossier
from variorum.present.cli.explain import explain
from variorum.present.cli.export import export
from variorum.present.cli.faults import exit_status
from variorum.present.cli.figures import figures
from variorum.present.cli.labels import labels
from variorum.present.cli.serve import serve
from variorum.present.cli.show import show
from variorum.present.cli.states import states

app = typer.Typer(
    name="variorum",
    help=(
        "Lays every account of an unfolding crisis side by side: what happened, who says so, and where accounts differ.\n\n"
        "Everything stays on this machine. A case is one file."
    ),
    epilog="Start with: variorum build crisis.case reports/ && variorum show crisis.case",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"variorum {version('variorum')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Lays every account of an unfolding crisis side by side."""


for _command in (build, show, figures, states, labels, decide, serve, export, dossier, explain):
    app.command(no_args_is_help=_command is not explain)(_command)


def main() -> None:
    """The command line; ends the process with 0, 1, 2, 3 or 130 (docs)."""

    def run() -> int:
        app()
        return 0

    raise SystemExit(exit_status(run))
