"""Which places do the reports name, how often, and in which spellings?"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from variorum.model.tables import PlaceMention, Tables
from variorum.present.cli.text import shortened
from variorum.present.cli.views.parts import Column, Wanted, cut, listed, short_id

_COLUMNS = (
    Column(title="place", share=3),
    Column(title="country", width=7),
    Column(title="at", width=15),
    Column(title="named", width=5, right=True),
    Column(title="reports", width=7, right=True),
    Column(title="also written", share=4),
    Column(title="id", width=8),
)


def show_places(tables: Tables, wanted: Wanted) -> Iterator[RenderableType]:
    """One line a place, the most often named first; words no place was found for stand for themselves."""
    chosen = sorted((row for row in tables.places if wanted.kind in (None, row.country)), key=_key)
    places = [tuple(rows) for _, rows in groupby(chosen, key=_key)]
    shown, rest = cut(sorted(places, key=lambda rows: -len(rows)), wanted)
    if not places:
        yield Text("No places.")
        return
    yield listed(_COLUMNS, map(_cells, shown))
    if rest:
        yield Text(rest)


def _key(row: PlaceMention) -> tuple[int, str]:
    return row.geonames_id or 0, row.name or row.text


def _cells(rows: tuple[PlaceMention, ...]) -> tuple[object, ...]:
    first = rows[0]
    at = (
        f"{first.latitude:.2f}, {first.longitude:.2f}"
        if first.latitude is not None and first.longitude is not None
        else ""
    )
    reports = len({row.report for row in rows})
    return (
        first.name or first.text,
        first.country,
        at,
        len(rows),
        reports,
        _spellings(rows),
        short_id(first.entity or first.id),
    )


def _spellings(rows: Iterable[PlaceMention]) -> str:
    return shortened("; ".join(sorted({row.text for row in rows if row.text != row.name})), 120)
