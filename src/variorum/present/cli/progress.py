"""How does a build look while it is at work on a terminal?"""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from variorum.pipeline.progress import OnProgress, Progress

_WORDS = {
    "reading": "Reading files",
    "waiting": "Waiting for another build of this case",
    "annotating": "Reading reports closely",
    "comparing": "Comparing accounts",
    "writing": "Writing the case",
}


@contextmanager
def progress_bar(console: Console) -> Iterator[OnProgress]:
    """A bar that shows the progress it is told of, and is gone when the block ends."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Starting", total=None)

        def tell(progress: Progress) -> None:
            words = _WORDS.get(progress.stage, progress.stage)
            bar.update(task, description=words, total=progress.total, completed=progress.done)

        yield tell
