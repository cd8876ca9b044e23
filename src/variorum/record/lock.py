"""Who may build a case right now? One process at a time; a second waits, or is told no."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from variorum.errors import CaseBusy


@contextmanager
def only_builder(path: Path, wait_seconds: float, on_wait: Callable[[], None]) -> Iterator[None]:
    """Holds the case at the path until the block ends.

    Where another process holds it, calls `on_wait` once and waits at most `wait_seconds`; then raises CaseBusy. The lock
    dies with the process that holds it, so a killed build locks no one out.
    """
    lock = FileLock(f"{path}-lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if wait_seconds <= 0:
            raise CaseBusy(str(path)) from None
        on_wait()
        try:
            lock.acquire(timeout=wait_seconds)
        except Timeout:
            raise CaseBusy(str(path)) from None
    try:
        yield
    finally:
        # removed while still held: who waits on the removed file finds it gone and starts over
        Path(lock.lock_file).unlink(missing_ok=True)
        lock.release()
