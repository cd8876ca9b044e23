"""How far is a build?"""

from collections.abc import Callable

from variorum.model.base import Record


class Progress(Record, frozen=True, kw_only=True):
    """A build has done `done` of `total` of a stage: reading, annotating, comparing, writing; or waits for another build."""

    stage: str
    done: int
    total: int


OnProgress = Callable[[Progress], None]
"""Called on every step of a build, in the building process."""


def unheard(progress: Progress) -> None:
    """Tells no one."""
