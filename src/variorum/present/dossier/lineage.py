"""Which reports hang together, and on what evidence?"""

from variorum.model.base import Record
from variorum.model.tables import AlignedSpan, Derivation
from variorum.model.terms import Direction
from variorum.present.dossier.index import Index, Witness
from variorum.present.dossier.visible import on_line, shortened
from variorum.present.dossier.words import DERIVATIONS

_PASSAGES = 60
_WORDS = 600


class Passage(Record, frozen=True, kw_only=True):
    """A passage of one report beside that of the other; the ways lead to both in place."""

    one: str
    one_href: str
    other: str
    other_href: str


class LineageView(Record, frozen=True, kw_only=True):
    """A pair of reports that hang together; without `other`, a report and an origin outside the case."""

    anchor: str
    kind: str
    report: Witness
    other: Witness | None
    origin: str
    direction: str
    share: str
    reasons: tuple[str, ...]
    passages: tuple[Passage, ...]
    more: int


def read_lineage_rows(index: Index) -> tuple[LineageView, ...]:
    """Every derivation: pairs within the case first, then origins outside it."""
    texts = {report.id: report.text for report in index.read}
    rows = sorted(
        index.tables.derivations, key=lambda row: (row.other is None, row.share is None, -(row.share or 0.0), row.id)
    )
    return tuple(_row(row, texts, index) for row in rows)


def passage_anchor(row: Derivation, place: int, side: str) -> str:
    """The anchor of the n-th passage, counted from 0, in the report (`side` a) or the other one (b)."""
    return f"text-{row.id}-{place + 1}{side}"


def shown_passages(row: Derivation) -> tuple[AlignedSpan, ...]:
    """The passages the page shows: the longest, in order of the report."""
    longest = sorted(row.spans, key=lambda span: (span.start - span.end, span.start))[:_PASSAGES]
    return tuple(sorted(longest, key=lambda span: (span.start, span.end, span.other_start)))


def _row(row: Derivation, texts: dict[str, str], index: Index) -> LineageView:
    one, other = texts.get(row.report, ""), texts.get(row.other or "", "")
    passages = tuple(
        Passage(
            one=shortened(one[span.start : span.end], _WORDS),
            one_href=f"#{passage_anchor(row, place, 'a')}" if row.report in texts else "",
            other=shortened(other[span.other_start : span.other_end], _WORDS),
            other_href=f"#{passage_anchor(row, place, 'b')}" if row.other in texts else "",
        )
        for place, span in enumerate(shown_passages(row))
    )
    return LineageView(
        anchor=row.id,
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


_DIRECTIONS = {
    Direction.FROM_OTHER: "took from",
    Direction.TO_OTHER: "gave to",
    Direction.UNKNOWN: "hangs together with",
}
