"""Which reports hang together, and on what evidence?"""

from collections.abc import Iterable, Mapping

from variorum.model.base import Record
from variorum.model.tables import AlignedSpan, Derivation
from variorum.model.terms import DerivationKind, Direction
from variorum.present.views.index import Index, Witness
from variorum.present.views.visible import on_line, shortened
from variorum.present.views.words import DERIVATIONS

_PASSAGES = 60
_WORDS = 600
_STRENGTH = {kind: place for place, kind in enumerate(DerivationKind)}


class Passage(Record, frozen=True, kw_only=True):
    """A passage of one report beside that of the other; the ways lead to both in place, "" where they cannot."""

    one: str
    one_href: str
    other: str
    other_href: str


class LinkView(Record, frozen=True, kw_only=True):
    """One way in which two reports hang together; `report` is the one the row speaks of."""

    anchor: str
    href: str
    kind: str
    report: Witness
    other: Witness | None
    origin: str
    direction: str
    share: str
    reasons: tuple[str, ...]
    passages: tuple[Passage, ...]
    more: int


class PairView(Record, frozen=True, kw_only=True):
    """Two reports, or a report and origins outside the case (`two` is None), and all that links them."""

    one: Witness
    two: Witness | None
    links: tuple[LinkView, ...]


class LineageView(Record, frozen=True, kw_only=True):
    """Pairs of reports, those that share most first, and reports with origins outside the case."""

    pairs: tuple[PairView, ...]
    outside: tuple[PairView, ...]


def read_lineage_rows(index: Index) -> LineageView:
    """Every derivation, by pair; within a pair copies and rewrites stand before common sources."""
    texts = {report.id: report.text for report in index.read}
    rows = sorted(index.tables.derivations, key=lambda row: (row.share is None, -(row.share or 0.0), row.id))
    pairs: dict[tuple[Witness, Witness | None], list[LinkView]] = {}
    for row in rows:
        link = read_link(row, texts, index)
        one, two = link.report, link.other
        if two is not None and two.place < one.place:
            one, two = two, one
        pairs.setdefault((one, two), []).append(link)
    views = [PairView(one=one, two=two, links=tuple(links)) for (one, two), links in pairs.items()]
    return LineageView(
        pairs=tuple(view for view in views if view.two is not None),
        outside=tuple(view for view in views if view.two is None),
    )


def strongest_first(rows: Iterable[Derivation]) -> tuple[Derivation, ...]:
    """Copies first, common sources last; of one kind the larger share first."""
    return tuple(sorted(rows, key=lambda row: (_STRENGTH[row.kind], -(row.share or 0.0), row.id)))


def passage_anchor(row: Derivation, place: int, side: str) -> str:
    """The anchor of the n-th passage, counted from 0, in the report (`side` a) or the other one (b)."""
    return f"text-{row.id}-{place + 1}{side}"


def shown_passages(row: Derivation) -> tuple[AlignedSpan, ...]:
    """The passages the page shows: the longest, in order of the report."""
    longest = sorted(row.spans, key=lambda span: (span.start - span.end, span.start))[:_PASSAGES]
    return tuple(sorted(longest, key=lambda span: (span.start, span.end, span.other_start)))


def read_link(row: Derivation, texts: Mapping[str, str], index: Index) -> LinkView:
    """One derivation with the passages that both texts share; `texts` are the reports' by id."""
    one, other = texts.get(row.report, ""), texts.get(row.other or "", "")
    passages = tuple(
        Passage(
            one=shortened(one[span.start : span.end], _WORDS),
            one_href=index.way(passage_anchor(row, place, "a"), row.report) if row.report in texts else "",
            other=shortened(other[span.other_start : span.other_end], _WORDS),
            other_href=index.way(passage_anchor(row, place, "b"), row.other or "") if row.other in texts else "",
        )
        for place, span in enumerate(shown_passages(row))
    )
    return LinkView(
        anchor=row.id,
        href=index.way(row.id),
        kind=DERIVATIONS[row.kind],
        report=index.witness(row.report),
        other=index.witness(row.other) if row.other is not None else None,
        origin=on_line(row.origin),
        direction=_DIRECTIONS[row.direction],
        share=f"{row.share:.0%}" if row.share is not None else "",
        reasons=tuple(on_line(reason) for reason in row.reasons),
        passages=passages,
        more=len(row.spans) - len(passages),
    )


_DIRECTIONS = {Direction.FROM_OTHER: "took it from", Direction.TO_OTHER: "gave it to", Direction.UNKNOWN: ""}


def read_links_of(report: str, index: Index) -> tuple[LinkView, ...]:
    """All that links one report to others and to origins outside the case: copies first, common sources last."""
    texts = {row.id: row.text for row in index.read}
    return tuple(read_link(row, texts, index) for row in strongest_first(index.derivations_of.get(report, ())))
