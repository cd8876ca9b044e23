"""How often does Python look for garbage while a case is held in memory?"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_RARELY = (200_000, 20, 1_000)


@contextmanager
def rare_collection() -> Iterator[None]:
    """Within, Python seldom looks for cycles of objects: rows make none, and to look through all rows of a large case again and
    again takes a sixth of a build.
    """
    before = gc.get_threshold()
    gc.set_threshold(*_RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)
