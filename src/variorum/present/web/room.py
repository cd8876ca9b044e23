"""What do the pages of a reading room read from? The case as of its last build, held in memory and taken anew when it changes."""

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

from variorum.errors import NoSuchCase
from variorum.model.tables import Tables
from variorum.model.terms import DecisionKind
from variorum.present.api import Case
from variorum.present.views.index import Index
from variorum.present.web.ways import way_to
from variorum.record.builds import Build, last_build
from variorum.record.digests import EarlierBuild, build_before
from variorum.record.store import reading
from variorum.record.tables import read_tables

_LOOK_AGAIN = 1.0
"""Seconds after which a room looks whether the case was built anew meanwhile."""

T = TypeVar("T")
Making = Callable[[Index], object]


class OpenCase:
    """The case as one build left it. Nothing in it changes; what is made from it is made once, when first asked for."""

    def __init__(self, tables: Tables, build: Build, before: EarlierBuild | None = None) -> None:
        self.tables = tables
        self.build = build
        self.before = before
        self.index = Index(tables, way_to)

    def made(self, read: Callable[[Index], T]) -> T:
        """What the function makes of the index, made once for all requests. To be given functions of a module."""
        return self.index.made(read)


class Room:
    """A case that is read, and decided on, by requests of several threads.

    `warm` is what pages ask of a case, made in the background as soon as a case is open, in this order.
    """

    WARMING = "warming"
    """The name of the threads that make it."""

    def __init__(self, location: str, name: str, warm: Sequence[Making] = ()) -> None:
        self.location = location
        self.name = name
        self._warm = tuple(warm)
        self._opening = threading.Lock()
        self._looked = 0.0
        self._open: OpenCase | None = None
        self.changes: dict[str, tuple[str, ...]] = {}
        """What each decision made in this room changed, in sentences, by the decision's id."""

    def open_case(self) -> OpenCase:
        """The case as of its last complete build. Raises NoSuchCase, NotACase."""
        with self._opening:
            if self._open is None or time.monotonic() - self._looked > _LOOK_AGAIN:
                self._show(self._opened(self._open))
            assert self._open is not None
            return self._open

    def decide(self, kind: DecisionKind, rows: Sequence[str], reviewer: str, reason: str) -> str:
        """Records a decision, which every later request sees, and gives its id. Raises what `Case.decide` raises."""
        case = Case(self.location)
        decided = case.decide(kind, *rows, reviewer=reviewer, reason=reason)
        self.changes[decided.decision.id] = tuple(change.words for change in decided.changes)
        with self._opening, reading(self.location) as connection:
            build = last_build(connection)
            # what was just made need not be read again, unless another process was quicker
            if build is not None and build == case.last_build:
                self._show(OpenCase(decided.tables, build, build_before(connection, build.number)))
        return decided.decision.id

    def _opened(self, known: OpenCase | None) -> OpenCase:
        with reading(self.location) as connection:
            build = last_build(connection)
            if build is None:
                raise NoSuchCase(self.location)
            if known is not None and known.build == build:
                return known
            return OpenCase(read_tables(connection), build, build_before(connection, build.number))

    def _show(self, case: OpenCase) -> None:
        self._looked = time.monotonic()
        if case is not self._open:
            self._open = case
            threading.Thread(target=self._make_ready, args=(case,), name=self.WARMING, daemon=True).start()

    def _make_ready(self, case: OpenCase) -> None:
        for make in self._warm:
            if self._open is not case:
                # another build is shown by now, and being made ready
                return
            # whoever asks for it is told what went wrong
            with suppress(Exception):
                case.made(make)
