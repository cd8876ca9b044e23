"""Who is independent of whom, and on what evidence is it said?"""

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from fastapi.responses import HTMLResponse, Response

from variorum.compare.lineage import Account
from variorum.model.base import Record
from variorum.model.tables import Derivation
from variorum.model.terms import DerivationKind
from variorum.present.views.alignment import compare_words
from variorum.present.views.folding import folded
from variorum.present.views.index import Index
from variorum.present.views.lineage import LinkView, read_link, strongest_first
from variorum.present.views.lineage_clusters import Cluster, read_clusters
from variorum.present.views.lineage_drawing import draw_cluster
from variorum.present.views.phrases import between
from variorum.present.views.words import DERIVATIONS
from variorum.present.web.answers import Asked, Reading, as_csv, as_json, page, paged
from variorum.present.web.asking import Id, PageNumber, Unasked, Words

router = APIRouter()

_CLUSTERS = 8
_LISTED = 6

MEANINGS = {
    DerivationKind.COPY: "the same text: counts as one origin",
    DerivationKind.EXCERPT: "a part of the other’s text: one origin where most of it is taken, else perhaps one",
    DerivationKind.REWRITE: "the same in other words, sentence by sentence: perhaps one origin",
    DerivationKind.TRANSLATION: "the same in another language: perhaps one origin",
    DerivationKind.COMMON_SOURCE: "both quote one voice: what it says counts once, what else they tell counts for each",
}
"""What each kind of link means for counting independent origins."""

Kind = Annotated[DerivationKind | None, Unasked]


class Pair(Record, frozen=True, kw_only=True):
    """A derivation for programs: sigla and names of the reports beside the record's own row."""

    id: str
    kind: str
    share: float | None
    siglum: str
    report: str
    outlet: str
    other_siglum: str
    other: str
    other_outlet: str
    origin: str
    direction: str
    passages: int
    reasons: tuple[str, ...]


class Picked(Record, frozen=True, kw_only=True):
    """Which derivations a reader asks for."""

    kind: DerivationKind | None
    q: str
    report: str
    origin: str


def _picked(kind: Kind = None, q: Words = "", report: Words = "", origin: Words = "") -> Picked:
    return Picked(kind=kind, q=q, report=report, origin=origin)


def _rows(asked: Asked, picked: Picked) -> list[Derivation]:
    index, wanted = asked.case.index, folded(picked.q).split()
    names = asked.case.made(read_names_to_match) if wanted else {}

    def named(row: Derivation) -> bool:
        words = f"{folded(row.origin or '')} {names.get(row.report, '')} {names.get(row.other or '', '')}"
        return all(word in words for word in wanted)

    return [
        row
        for row in index.tables.derivations
        if (picked.kind is None or row.kind is picked.kind)
        and (not picked.report or picked.report in (row.report, row.other))
        and (not picked.origin or folded(row.origin or "") == folded(picked.origin))
        and (not wanted or named(row))
    ]


def read_names_to_match(index: Index) -> dict[str, str]:
    """The names and titles of the reports, folded, by the reports' ids."""
    return {row.id: folded(f"{index.witness(row.id).name} {row.title or ''}") for row in index.tables.reports}


def read_all_clusters(index: Index) -> tuple[Cluster, ...]:
    """The clusters of the whole case."""
    return read_clusters(index.tables.derivations, index)


Choice = Annotated[Picked, Depends(_picked)]


@router.get("/lineage")
def lineage(asked: Reading, picked: Choice, number: PageNumber = 1) -> HTMLResponse:
    """The clusters as pictures and lists."""
    index = asked.case.index
    whole = picked == Picked(kind=None, q="", report="", origin="")
    clusters = asked.case.made(read_all_clusters) if whole else read_clusters(_rows(asked, picked), index)
    alone = [cluster for cluster in clusters if len(clusters) == 1]
    bounds = index.lineage.bounds(Account(report.id, None) for report in index.read)
    shown = paged(clusters, number if not alone else 1, _CLUSTERS)
    return page(
        asked,
        "lineage.html",
        clusters=shown,
        drawn=[
            (cluster, draw_cluster(cluster), _list(cluster, index, number if alone else 0)) for cluster in shown.rows
        ],
        alone=bool(alone),
        reports=len(index.read),
        linked=len(index.derivations_of),
        origins=between(bounds.low, bounds.high, "independent origin"),
        kinds=[(kind, DERIVATIONS[kind], MEANINGS[kind]) for kind in DerivationKind],
        asked_for=picked,
        about=index.witness(picked.report) if picked.report else None,
        any=bool(index.tables.derivations),
    )


def _list(cluster: Cluster, index: Index, number: int) -> object:
    """The pairs of a cluster: the first of them, or a page of them where the cluster is all that is asked for."""
    list_of = paged(cluster.rows, number or 1, 50 if number else _LISTED)
    return Listed(
        links=tuple(read_link(row, {}, index) for row in list_of.rows),
        number=list_of.number,
        pages=list_of.pages,
        total=list_of.total,
    )


class Listed(Record, frozen=True, kw_only=True):
    """Some of a cluster's pairs."""

    links: tuple[LinkView, ...]
    number: int
    pages: int
    total: int


@router.get("/lineage.json")
def lineage_as_json(asked: Reading, picked: Choice) -> Response:
    """The pairs as JSON."""
    return as_json(list(_pairs(asked, picked)))


@router.get("/lineage.csv")
def lineage_as_csv(asked: Reading, picked: Choice) -> Response:
    """The pairs as a table."""
    columns = Pair.__struct_fields__
    rows = [{column: getattr(pair, column) for column in columns} for pair in _pairs(asked, picked)]
    return as_csv(rows, columns, "lineage")


def _pairs(asked: Asked, picked: Picked) -> Iterable[Pair]:
    return (_pair(row, asked.case.index) for row in strongest_first(_rows(asked, picked)))


def _pair(row: Derivation, index: Index) -> Pair:
    one, other = index.witness(row.report), index.witness(row.other) if row.other else None
    return Pair(
        id=row.id,
        kind=row.kind.value,
        share=row.share,
        siglum=one.siglum,
        report=row.report,
        outlet=one.name,
        other_siglum=other.siglum if other else "",
        other=row.other or "",
        other_outlet=other.name if other else "",
        origin=row.origin or "",
        direction=row.direction.value,
        passages=len(row.spans),
        reasons=row.reasons,
    )


@router.get("/lineage/{derivation}.json")
def pair_as_json(asked: Reading, derivation: Id) -> Response:
    """The record's row of one pair, its passages by their places in both texts."""
    return as_json([_derivation(asked, derivation)])


def _derivation(asked: Asked, derivation: str) -> Derivation:
    found = asked.case.made(_by_id).get(derivation)
    if found is None:
        raise HTTPException(404, "This case holds no such link between reports.")
    return found


def _by_id(index: Index) -> dict[str, Derivation]:
    return {row.id: row for row in index.tables.derivations}


@router.get("/lineage/{derivation}")
def pair(asked: Reading, derivation: Id) -> HTMLResponse:
    """The evidence that two reports are not independent."""
    row, index = _derivation(asked, derivation), asked.case.index
    view = read_link(row, {known.id: known.text for known in index.read if known.id in (row.report, row.other)}, index)
    others = [
        read_link(known, {}, index)
        for known in strongest_first(index.derivations_of.get(row.report, ()))
        if known.id != row.id and {known.report, known.other} == {row.report, row.other}
    ]
    return page(
        asked,
        "pair.html",
        view=view,
        meaning=MEANINGS[row.kind],
        passages=[(passage, *compare_words(passage.one, passage.other)) for passage in view.passages],
        others=others,
        decision=row.decision,
    )
