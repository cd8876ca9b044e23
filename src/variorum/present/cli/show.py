"""`variorum show`: a case, or one of its tables, to read in the terminal."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from variorum.model.terms import Verdict
from variorum.present.cli.faults import OK, reported
from variorum.present.cli.text import print_parts

if TYPE_CHECKING:
    from rich.console import RenderableType

    from variorum.present.cli.views.parts import Wanted

_FIRST = 50


class View(StrEnum):
    """What can be shown."""

    SUMMARY = "summary"
    REPORTS = "reports"
    TIMELINE = "timeline"
    POINTS = "points"
    FIGURES = "figures"
    CLAIMS = "claims"
    EVENTS = "events"
    ENTITIES = "entities"
    PLACES = "places"
    ROLES = "roles"
    ISSUES = "issues"
    DERIVATIONS = "derivations"


@reported
def show(
    case: Annotated[str, typer.Argument(help="The case file.")],
    view: Annotated[View, typer.Argument(help="What to show.")] = View.SUMMARY,
    limit: Annotated[int, typer.Option(min=0, help="How many rows at the most; 0 shows all.")] = _FIRST,
    verdict: Annotated[Verdict | None, typer.Option(help="Only points of this verdict.")] = None,
    kind: Annotated[
        str | None,
        typer.Option(help="Only rows of this kind: a point's kind, a figure's measure, an event's or entity's type …"),
    ] = None,
) -> int:
    """Show what a case holds; without a view, what one wants to see first.

    For example:

        variorum show crisis.case

        variorum show crisis.case points --verdict contradict

        variorum show crisis.case figures --kind killed --limit 0

    """
    from variorum.present.cli.views.parts import Wanted

    print_parts(_rendered(case, view, Wanted(limit=limit or None, verdict=verdict, kind=kind)))
    return OK


def _rendered(case: str, view: View, wanted: "Wanted") -> "Iterator[RenderableType]":
    from variorum.present.api import Case
    from variorum.present.cli.views.lists import LISTS, show_list
    from variorum.present.cli.views.places import show_places
    from variorum.present.cli.views.points import show_points
    from variorum.present.cli.views.summary import show_summary
    from variorum.present.cli.views.timeline import show_timeline

    tables = Case(case).tables()
    if view is View.SUMMARY:
        return show_summary(tables, case)
    if view is View.POINTS:
        return show_points(tables, wanted)
    if view is View.PLACES:
        return show_places(tables, wanted)
    if view is View.TIMELINE:
        return show_timeline(tables, wanted)
    return show_list(LISTS[view.value], tables, wanted)
