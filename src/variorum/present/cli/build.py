"""`variorum build`: reports in, a case out."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from variorum.present.cli.faults import OK, SET_ASIDE, reported
from variorum.present.cli.text import err, on_line

if TYPE_CHECKING:
    from variorum.pipeline.progress import OnProgress, Progress
    from variorum.pipeline.runner import BuildOutcome


@reported
def build(
    case: Annotated[str, typer.Argument(help="The case file; made where it is new, grown where it exists.")],
    reports: Annotated[list[Path], typer.Argument(help="Files (.txt, .html, .jsonl, .csv) and folders of them.")],
    manifest: Annotated[
        Path | None, typer.Option(help="Outlet, date, author … of each file (.csv, .tsv, .jsonl).")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, help="How many processes annotate reports.")] = 1,
    limit_mb: Annotated[float, typer.Option(min=0.001, help="Set larger files aside.")] = 10.0,
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for another build of the same case.")] = 600.0,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress; what was set aside is still named.")
    ] = False,
) -> int:
    """Build a case from reports, or add reports to it.

    A case keeps the reports of earlier builds; only new or changed ones are read closely again. A build that is cut short
    leaves the case as it was, and the next one takes up its work.

    Exit status: 0 all well, 1 some reports were set aside (each named on stderr), 2 nothing could be built.

    For example:

        variorum build crisis.case reports/

        variorum build crisis.case monday/ late.html --manifest outlets.csv --jobs 2

    """
    from variorum.pipeline.options import BuildOptions
    from variorum.pipeline.runner import build_case

    console = err()
    with _shown(quiet=quiet or not console.is_terminal) as progress:
        options = BuildOptions(
            manifest=manifest, limit_bytes=int(limit_mb * 1_000_000), jobs=jobs, wait_seconds=wait, progress=progress
        )
        outcome = build_case(case, reports, options)
    _report(case, outcome, quiet=quiet)
    return SET_ASIDE if outcome.set_aside else OK


def _report(case: str, outcome: "BuildOutcome", *, quiet: bool) -> None:
    console = err()
    for issue in outcome.set_aside:
        console.print(on_line(f"set aside: {issue.detail}"), soft_wrap=True)
    if not quiet:
        counts = f"{outcome.reports} report{'' if outcome.reports == 1 else 's'}, {outcome.annotated} new"
        console.print(f"{case}: {counts}. Look at it: variorum show {case}", soft_wrap=True)


def _shown(*, quiet: bool) -> AbstractContextManager["OnProgress"]:
    if quiet:
        return nullcontext(_waiting_only)
    from variorum.present.cli.progress import progress_bar

    return progress_bar(err())


def _waiting_only(progress: "Progress") -> None:
    if progress.stage == "waiting":
        err().print("Waiting for another build of this case to end …", soft_wrap=True)
