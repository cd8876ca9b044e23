"""Which places of the world bear a name? Reads the gazetteer that ships with the package, made from GeoNames.

GeoNames data are used under CC BY 4.0 (see NOTICE); scripts/build_gazetteer.py makes the file.
"""

import os
import sqlite3
import threading
import zlib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import msgspec
from rapidfuzz import fuzz, process

from variorum.lexicon.folding import fold_name, fold_sound
from variorum.model.base import Record

_IMPORTANCE = {"continent": 4, "country": 3, "region": 3, "sea": 3, "admin1": 2, "city": 1, "admin2": 0}


class Candidate(Record, frozen=True, kw_only=True):
    """A place that may be meant. `admin1`, `admin2` are GeoNames codes ("US.TX", "US.TX.277"), an area's own code included.

    `geonames_id` is None for regions and seas of our own lexicon. `main` says whether the name asked for is the name the
    place mostly goes by, `usual` that our lexicon gives the name this meaning first; `population` is 0 where unknown.
    """

    geonames_id: int | None
    name: str
    latitude: float
    longitude: float
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    feature: str
    main: bool = True
    usual: bool = False

    @property
    def rank(self) -> tuple[int, int, int]:
        """What orders the candidates of one name where nothing else is known: main names, kind, population."""
        return (int(self.main) + 2 * int(self.usual), _IMPORTANCE.get(self.feature, 0), self.population)


_Columns = tuple[
    list[int],
    list[str],
    list[int],
    list[int],
    list[str | None],
    list[str | None],
    list[str | None],
    list[int],
    list[str],
]
_NAMES = msgspec.msgpack.Decoder(list[tuple[str, list[int]]])
_PLACES = msgspec.msgpack.Decoder(_Columns)
_SPELLINGS = msgspec.msgpack.Decoder(list[tuple[str, int]])
_SHELF = 128
_SHORTEST = 5
_LOOSE, _CLOSE = 62.0, 84.0
_LONGER = 2
_FEWEST = 4


class Gazetteer:
    """The places of the shipped file. Reading is safe from several threads and after a fork; answers are cached."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._local = threading.local()
        self._shelf = lru_cache(maxsize=512)(self._read_shelf)
        self._drawer = lru_cache(maxsize=1024)(self._read_drawer)
        self._sounds = lru_cache(maxsize=12)(self._read_sounds)
        self._lookup = lru_cache(maxsize=50_000)(self._find)
        self._near = lru_cache(maxsize=20_000)(self._find_near)

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """The places that bear the name in any spelling that folds alike, the likeliest first; empty where none does."""
        return self._lookup(fold_name(name))

    def near(self, name: str, country: str) -> tuple[Candidate, ...]:
        """Places of one country (ISO alpha-2) whose name sounds almost like this one, the closest first.

        For misspelt, inflected or otherwise transliterated names; a caller must have reason to look in that country.
        Empty where none is close enough, or the name is too short (under five letters) to tell.
        """
        return self._near(fold_name(name), country)

    def area(self, code: str) -> Candidate | None:
        """The country with the ISO alpha-2 code, or the first-order division with the GeoNames code ("US.TX"); else None."""
        return next(iter(self._lookup(f"#{code}")), None)

    def _find(self, key: str) -> tuple[Candidate, ...]:
        shelf = self._shelf_of(key) if len(key) > 1 else {}
        return tuple(sorted((self._place(n if n >= 0 else ~n, n >= 0) for n in shelf.get(key, ())), key=_order))

    def _find_near(self, key: str, country: str) -> tuple[Candidate, ...]:
        if len(key) < _SHORTEST:
            return ()
        sound, known = fold_sound(key), self._sounds(country)
        near = process.extract(sound, list(known), scorer=fuzz.ratio, score_cutoff=_LOOSE, limit=40)
        best: dict[int, float] = {}
        for other, score, _ in near:
            if abs(len(other) - len(sound)) > _LONGER or other[0] != sound[0]:
                continue
            if score >= _CLOSE or _skeleton(other) == _skeleton(sound):
                for number in known[other]:
                    best[number] = max(best.get(number, 0.0), score)
        found = [(score, self._place(number, False)) for number, score in best.items()]
        return tuple(place for _, place in sorted(found, key=lambda pair: (-pair[0], _order(pair[1]))))

    def _place(self, number: int, main: bool) -> Candidate:
        columns, row = self._drawer(number // _SHELF), number % _SHELF
        return Candidate(
            geonames_id=columns[0][row],
            name=columns[1][row],
            latitude=columns[2][row] / 1000,
            longitude=columns[3][row] / 1000,
            country=columns[4][row],
            admin1=columns[5][row],
            admin2=columns[6][row],
            population=columns[7][row],
            feature=columns[8][row],
            main=main,
        )

    def _shelf_of(self, key: str) -> Mapping[str, list[int]]:
        found = self._query("SELECT first FROM names WHERE first <= ? ORDER BY first DESC LIMIT 1", key)
        return self._shelf(found[0]) if found else {}

    def _read_shelf(self, first: str) -> Mapping[str, list[int]]:
        (rows,) = self._query("SELECT rows FROM names WHERE first = ?", first) or (b"",)
        return dict(_NAMES.decode(zlib.decompress(rows)))

    def _read_drawer(self, drawer: int) -> _Columns:
        (rows,) = self._query("SELECT rows FROM places WHERE drawer = ?", drawer) or (b"",)
        columns: _Columns = _PLACES.decode(zlib.decompress(rows))
        return columns

    def _read_sounds(self, country: str) -> Mapping[str, tuple[int, ...]]:
        found = self._query("SELECT rows FROM spellings WHERE country = ?", country)
        sounds: dict[str, tuple[int, ...]] = {}
        for key, number in _SPELLINGS.decode(zlib.decompress(found[0])) if found else ():
            sound = fold_sound(key)
            sounds[sound] = (*sounds.get(sound, ()), number)
        return sounds

    def _query(self, sql: str, value: str | int) -> tuple[Any, ...] | None:
        """One row; every thread and every forked process has its own connection."""
        if getattr(self._local, "process", None) != os.getpid():
            self._local.connection = sqlite3.connect(f"file:{self._path}?mode=ro&immutable=1", uri=True)
            self._local.process = os.getpid()
        row: tuple[Any, ...] | None = self._local.connection.execute(sql, (value,)).fetchone()
        return row


def _order(place: Candidate) -> tuple[int, int, int, int]:
    matched, kind, population = place.rank
    return (-matched, -kind, -population, place.geonames_id or 0)


def _skeleton(sound: str) -> str:
    """The consonants, which misspelling and inflection leave more often than the vowels; at least four, else the whole."""
    bare = "".join(letter for letter in sound if letter not in "aeiou")
    return bare if len(bare) >= _FEWEST else sound


@cache
def open_gazetteer() -> Gazetteer:
    """The gazetteer that ships with the package, opened once a process."""
    return Gazetteer(str(files("variorum.lexicon") / "gazetteer.sqlite"))
