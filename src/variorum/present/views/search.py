"""How is what a search finds shown, and what is offered where it finds nothing?"""

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process

from variorum.model.base import Record
from variorum.model.tables import PlaceMention
from variorum.present.views.folding import folded
from variorum.present.views.index import Index, Witness
from variorum.present.views.place_events import place_anchor
from variorum.present.views.search_entries import Entry, Kind
from variorum.present.views.search_index import Found, Hit, Run, SearchIndex
from variorum.present.views.search_query import Query, read_query
from variorum.present.views.visible import on_line
from variorum.present.views.words import ENTITY_TYPES, VERDICTS

KINDS: Mapping[Kind, str] = {
    Kind.POINT: "Points",
    Kind.ENTITY: "Names",
    Kind.EVENT: "Events",
    Kind.CLAIM: "Statements",
    Kind.FIGURE: "Figures",
    Kind.ROLE: "Roles",
    Kind.PLACE: "Places",
    Kind.TEXT: "Words of reports",
}
"""What each kind of find is called on pages."""

_LIKE = 78.0
_LONGEST = 60


class HitView(Record, frozen=True, kw_only=True, gc=False):
    """Something found: `href` leads to it, `text_href` to its words in their report; `note` says what it is."""

    kind: Kind
    id: str
    href: str
    text_href: str
    witness: Witness | None
    note: str
    runs: tuple[Run, ...]

    @property
    def words(self) -> str:
        """The words shown."""
        return "".join(run.text for run in self.runs)


class SearchView(Record, frozen=True, kw_only=True):
    """What was found; `widened`: nothing has all the words, so this has some of them. `like` are names spelled nearly so."""

    query: Query
    found: Found
    widened: bool
    like: tuple[tuple[str, str], ...]


NOTHING = SearchView(query=read_query(""), found=Found(by_kind={}), widened=False, like=())
"""What is found where nothing is looked for."""


def search(typed: str, outlet: str, index: Index, made: SearchIndex) -> SearchView:
    """What the case holds of the words typed: all of them; where nothing has all, some of them."""
    query = read_query(typed)
    found, widened = made.find(query, outlet), False
    if not found.total and sum(map(len, query.all_of)) > 1:
        wider = query.any_of
        found, widened = made.find(wider, outlet), True
        query = wider if found.total else query
    like = tuple(_like(typed, index)) if query.all_of and (widened or not found.total) else ()
    return SearchView(query=query, found=found, widened=widened and bool(found.total), like=like)


def _like(typed: str, index: Index) -> Iterable[tuple[str, str]]:
    """Names of the case that are spelled nearly as what was typed, and the ways to them."""
    names = {row.id: folded(on_line(row.name)) for row in index.tables.entities}
    near = process.extract(folded(on_line(typed))[:_LONGEST], names, scorer=fuzz.WRatio, score_cutoff=_LIKE, limit=4)
    return ((on_line(index.entities[entity].name), index.way(entity)) for _, _, entity in near)


def show_hits(view: SearchView, rows: Sequence[int], index: Index, made: SearchIndex) -> tuple[HitView, ...]:
    """Some of what was found, as a page shows it."""
    return tuple(_shown(hit, index) for hit in made.show(view.query, rows))


def _shown(hit: Hit, index: Index) -> HitView:
    entry = hit.entry
    return HitView(
        kind=entry.kind,
        id=entry.row,
        href=_way(entry, index),
        text_href=index.way(f"text-{entry.row}", entry.report) if entry.report and entry.kind is not Kind.TEXT else "",
        witness=index.witness(entry.report) if entry.report else None,
        note=_note(entry, index),
        runs=hit.runs,
    )


def _way(entry: Entry, index: Index) -> str:
    if entry.kind is Kind.TEXT:
        return index.way(f"at-{entry.start}-{entry.end}", entry.report)
    row = index.findings.get(entry.row)
    return index.way(place_anchor(row) if isinstance(row, PlaceMention) else entry.row)


def _note(entry: Entry, index: Index) -> str:
    if entry.kind is Kind.POINT:
        return VERDICTS[index.points[entry.row].verdict].lower()
    if entry.kind is Kind.ENTITY:
        return ENTITY_TYPES[index.entities[entry.row].type].lower().removesuffix("s")
    return ""
