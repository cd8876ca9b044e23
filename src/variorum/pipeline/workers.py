"""Who annotates the reports: this process, or several beside it? Which, and in what order, changes no finding."""

import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import ClassVar

from variorum.errors import WorkerLost
from variorum.model.tables import Report
from variorum.pipeline.annotating import Annotated, Annotating
from variorum.pipeline.assembly import Pipeline, PipelineFactory


def annotate_all(
    reports: Sequence[Report], pipeline: Pipeline, factory: PipelineFactory, jobs: int
) -> Iterator[Annotated]:
    """The findings of every report, as they get ready: by the pipeline, or by those that `jobs` processes make of it.

    Raises WorkerLost where a process dies; what came before is good.
    """
    if not reports:
        return
    if jobs <= 1 or len(reports) == 1:
        annotating = Annotating(pipeline)
        yield from map(annotating.annotate, reports)
        return
    yield from annotate_in_processes(reports, factory, jobs)


def annotate_in_processes(reports: Sequence[Report], factory: PipelineFactory, jobs: int) -> Iterator[Annotated]:
    """The findings of every report, as processes that each make a pipeline of their own get them ready."""
    # spawned, not forked: a fork while other threads run (a progress bar's, a notebook's) can hang
    spawning = get_context("spawn")
    lifeline, held = spawning.Pipe(duplex=False)
    pool = ProcessPoolExecutor(min(jobs, len(reports)), spawning, _Worker.start, (factory, lifeline))
    try:
        with _interrupts_ignored():
            futures = [pool.submit(_Worker.annotate, report) for report in reports]
        for future in as_completed(futures):
            yield future.result()
    except BrokenProcessPool:
        raise WorkerLost from None
    finally:
        held.close()
        pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Processes started within do not hear Ctrl-C, which is the building process's to answer."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class _Worker:
    """The one `Annotating` of a worker process."""

    _annotating: ClassVar[Annotating]

    @classmethod
    def start(cls, factory: PipelineFactory, lifeline: Connection) -> None:
        threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()
        cls._annotating = Annotating(factory())

    @classmethod
    def annotate(cls, report: Report) -> Annotated:
        return cls._annotating.annotate(report)


def _end_with(lifeline: Connection) -> None:
    """Ends this process when the building process closes the other end of the lifeline, or dies."""
    with suppress(EOFError, OSError):
        lifeline.recv_bytes()
    os._exit(0)
