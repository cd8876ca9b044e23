"""`variorum explain`: the pipeline, or why a row is in a case."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from variorum.present.cli.faults import OK, reported
from variorum.present.cli.text import print_parts

if TYPE_CHECKING:
    from rich.console import RenderableType


@reported
def explain(
    case: Annotated[str | None, typer.Argument(help="The case file; without it, the pipeline is explained.")] = None,
    row: Annotated[
        str | None, typer.Argument(help="A row's id, or the start of one; without it, the steps of the case.")
    ] = None,
) -> int:
    """Explain the pipeline; or, for one row of a case, which step, rule and words it rests on.

    For example:

        variorum explain

        variorum explain crisis.case

        variorum explain crisis.case 3f2a9c41

    """
    print_parts(_rendered(case, row))
    return OK


def _rendered(case: str | None, row: str | None) -> "Iterator[RenderableType]":
    from variorum.present.cli.views.explanation import show_explanation, show_steps

    if case is None:
        from variorum.pipeline.assembly import english_pipeline, step_notes

        yield from show_steps(step_notes(english_pipeline()))
        return
    from variorum.present.api import Case

    opened = Case(case)
    if row is None:
        yield from show_steps(opened.last_build.steps)
        return
    yield from show_explanation(opened.explain(row), opened.tables())
