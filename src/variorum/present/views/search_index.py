"""Where in a case do these words stand? A full-text index in memory, made once a build."""

import sqlite3
import threading
from collections.abc import Mapping, Sequence
from typing import Any

from variorum.model.base import Record
from variorum.present.views.index import Index
from variorum.present.views.search_entries import Entry, Kind, read_entries
from variorum.present.views.search_query import Query

_OPEN, _SHUT = "\x02", "\x03"
_LENGTH = 40
_CONTROLS = dict.fromkeys((*range(32), 127), " ")


class Run(Record, frozen=True, kw_only=True, gc=False):
    """A stretch of what was found; `hit` where it is what was looked for."""

    text: str
    hit: bool


class Hit(Record, frozen=True, kw_only=True, gc=False):
    """Something found, and the words around what was looked for."""

    entry: Entry
    runs: tuple[Run, ...]


class Found(Record, frozen=True, kw_only=True):
    """All that a query finds: the numbers of the entries by kind, those that fit best first."""

    by_kind: Mapping[Kind, tuple[int, ...]]

    @property
    def total(self) -> int:
        """How many entries there are."""
        return sum(map(len, self.by_kind.values()))


class SearchIndex:
    """Finds entries by words. Capitals and diacritics make no difference. To be used by any thread."""

    def __init__(self, index: Index) -> None:
        self._busy = threading.Lock()
        self._entries = list(read_entries(index))
        self._outlets = {report.id: report.outlet for report in index.read}
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute(
            "CREATE VIRTUAL TABLE found USING fts5(words, tokenize = 'unicode61 remove_diacritics 2', prefix = '3')"
        )
        with self._busy, self._database:
            self._database.executemany(
                "INSERT INTO found (words) VALUES (?)", [(_stored(entry.words),) for entry in self._entries]
            )

    def find(self, query: Query, outlet: str = "") -> Found:
        """What the query finds; in the reports of one outlet alone, where one is given."""
        if not query.match:
            return Found(by_kind={})
        rows = self._ask("SELECT rowid, rank FROM found WHERE found MATCH ?", (query.match,))
        by_kind: dict[Kind, list[tuple[float, int]]] = {kind: [] for kind in Kind}
        for row, rank in rows:
            entry = self._entries[int(row) - 1]
            if not outlet or self._outlets.get(entry.report) == outlet:
                by_kind[entry.kind].append((round(rank, 6), int(row)))
        return Found(by_kind={kind: tuple(row for _, row in sorted(found)) for kind, found in by_kind.items() if found})

    def show(self, query: Query, rows: Sequence[int]) -> tuple[Hit, ...]:
        """Some of what the query found, in the order given."""
        if not rows:
            return ()
        marked = self._ask(
            f"SELECT rowid, snippet(found, 0, '{_OPEN}', '{_SHUT}', '…', {_LENGTH}) FROM found "
            f"WHERE found MATCH ? AND rowid IN ({', '.join('?' * len(rows))})",
            (query.match, *rows),
        )
        words = {int(row): str(text) for row, text in marked}
        return tuple(Hit(entry=self._entries[row - 1], runs=_runs(words.get(row, ""))) for row in rows)

    def _ask(self, statement: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        with self._busy:
            return self._database.execute(statement, tuple(values)).fetchall()


def _stored(words: str) -> str:
    """The words as they can be stored, with nothing in them that stands for the edges of a hit."""
    return words.translate(_CONTROLS).encode("utf-8", "replace").decode()


def _runs(marked: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    for piece in marked.split(_OPEN):
        hit, shut, rest = piece.partition(_SHUT)
        if not shut:
            runs.append(Run(text=piece, hit=False))
            continue
        runs += [Run(text=hit, hit=True), Run(text=rest, hit=False)]
    return tuple(run for run in runs if run.text)
