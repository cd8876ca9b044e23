"""`variorum decide`: what a reviewer decides on rows of a case."""

from collections.abc import Iterator
from contextlib import nullcontext
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from variorum.present.cli.faults import OK, reported
from variorum.present.cli.text import err, print_parts

if TYPE_CHECKING:
    from rich.console import RenderableType

    from variorum.pipeline.deciding import Decided, Wish


class Action(StrEnum):
    """What can be decided, and `list`, which shows what was."""

    SAME = "same"
    DIFFERENT = "different"
    REJECT = "reject"
    CONFIRM = "confirm"
    NOTE = "note"
    WITHDRAW = "withdraw"
    LIST = "list"


@reported
def decide(
    case: Annotated[str, typer.Argument(help="The case file.")],
    action: Annotated[Action, typer.Argument(help="What to decide; list shows the decisions made.")],
    rows: Annotated[
        list[str] | None,
        typer.Argument(help="Ids of rows, or the starts of ids; of a note, the row and the words."),
    ] = None,
    reviewer: Annotated[
        str, typer.Option("--as", envvar="VARIORUM_REVIEWER", help="Who decides; every decision needs a name.")
    ] = "",
    because: Annotated[str, typer.Option(help="Why.")] = "",
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for a build of the same case.")] = 600.0,
) -> int:
    """Decide on rows of a case: they are one, or not; a finding is wrong, or right. Takes effect at once.

    same, different: entities or mentions, events or their tellings, or reports. reject: what was found, or a point, is
    wrong. confirm: it is right. note: a remark. withdraw: take a decision back.

    Decisions are only ever added, hold over later builds, and can be withdrawn. Of two that cannot both hold, the newer does.

    For example:

        variorum decide crisis.case same 3f2a9c41 b07e55d2 --as "Ana Teles" --because "two spellings"

        variorum decide crisis.case reject figure-f907bb4e --as "Ana Teles"

        variorum decide crisis.case note point-77aa01 "ask the ministry"

        variorum decide crisis.case list

    """
    from variorum.present.cli.views.decisions import show_decided

    if action is Action.LIST:
        print_parts(_log(case))
        return OK
    decided = _decide(case, _wish(action, rows or [], reviewer, because), wait)
    print_parts(show_decided(decided.decision, decided.changes))
    return OK


def _log(case: str) -> "Iterator[RenderableType]":
    from variorum.present.api import Case
    from variorum.present.cli.views.decisions import show_log

    return show_log(Case(case).decisions)


def _wish(action: Action, rows: list[str], reviewer: str, because: str) -> "Wish":
    from datetime import UTC, datetime

    from variorum.errors import ReviewerMissing
    from variorum.model.terms import DecisionKind
    from variorum.pipeline.deciding import Wish

    if not reviewer.strip():
        raise ReviewerMissing
    if action is Action.NOTE and not because and len(rows) > 1:
        because = rows.pop()
    return Wish(
        kind=DecisionKind(action.value),
        rows=tuple(rows),
        reviewer=reviewer,
        reason=because,
        made=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _decide(case: str, wish: "Wish", wait: float) -> "Decided":
    from variorum.pipeline.deciding import decide_case
    from variorum.pipeline.options import BuildOptions
    from variorum.pipeline.progress import unheard
    from variorum.present.cli.progress import progress_bar

    console = err()
    with progress_bar(console) if console.is_terminal else nullcontext(unheard) as progress:
        return decide_case(case, wish, BuildOptions(wait_seconds=wait, progress=progress))
