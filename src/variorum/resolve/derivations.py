"""Which reports of a case are not independent of each other: copies, rewrites, retellings, common sources?"""

from hashlib import blake2b
from urllib.parse import urlsplit

import msgspec

from variorum.lexicon.lineage import load_lineage
from variorum.model.ids import content_id
from variorum.model.memory import Memory
from variorum.model.tables import AlignedSpan, Derivation, Report, Section, Tables
from variorum.model.terms import DerivationKind, Direction
from variorum.resolve.decided import decided_derivations
from variorum.resolve.lineage_kinds import Kinship, compare_wording
from variorum.resolve.lineage_pairs import candidate_pairs
from variorum.resolve.lineage_sources import common_sources, stated_origins
from variorum.resolve.wording import Wording, read_wording, without_furniture


def resolve_derivations(tables: Tables, memory: Memory | None = None) -> Tables:
    """The tables with `derivations`: one row a pair of reports that hang together by their words, one a pair that repeats
    one voice's statement, one a report and origin outside the case that it names. Ordered by report, other and id.
    """
    sections: dict[str, list[Section]] = {report.id: [] for report in tables.reports}
    for section in tables.sections:
        sections[section.report].append(section)
    read = [read_wording(report, sections[report.id]) for report in tables.reports]
    sites = {report.id: report.outlet or _host(report.url) for report in tables.reports}
    wordings = {wording.report: wording for wording in without_furniture(read, sites)}
    reports = {report.id: report for report in tables.reports}
    known, rows = _Known(memory or Memory()), []
    for left, right in candidate_pairs([wordings[key] for key in sorted(wordings)]):
        kinship = known.of(wordings[left], wordings[right])
        if kinship is not None:
            rows.append(_row(reports[left], reports[right], kinship))
    rows.extend(common_sources(tables))
    rows.extend(stated_origins(tables.reports, load_lineage().compiled()))
    ordered = sorted(rows, key=lambda row: (row.report, row.other or "", row.id))
    return decided_derivations(msgspec.structs.replace(tables, derivations=tuple(ordered)))


class _Known:
    """Compares wordings, those apart that an earlier build compared."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._digests: dict[str, bytes] = {}

    def of(self, left: Wording, right: Wording) -> Kinship | None:
        key = self._digest(left) + self._digest(right)
        return _KINSHIP.decode(self._memory.recall(key, lambda: _ENCODER.encode(compare_wording(left, right))))

    def _digest(self, wording: Wording) -> bytes:
        if wording.report not in self._digests:
            w = wording  # stems follow from the words
            content = _ENCODER.encode((w.words, w.starts, w.ends, w.weights, w.quoted, w.sentences))
            self._digests[w.report] = blake2b(content, digest_size=16).digest()
        return self._digests[wording.report]


_ENCODER = msgspec.msgpack.Encoder()
_KINSHIP: msgspec.msgpack.Decoder[Kinship | None] = msgspec.msgpack.Decoder(Kinship | None)


def _row(left: Report, right: Report, kinship: Kinship) -> Derivation:
    """The row, written from the side of the report that took from the other, where that is known."""
    direction = _direction(left, right)
    if direction is Direction.TO_OTHER:
        flipped = tuple(
            AlignedSpan(start=s.other_start, end=s.other_end, other_start=s.start, other_end=s.end)
            for s in kinship.spans
        )
        return _derivation(right, left, kinship, (kinship.share_right, flipped, Direction.FROM_OTHER))
    return _derivation(left, right, kinship, (kinship.share_left, kinship.spans, direction))


def _derivation(
    report: Report,
    other: Report,
    kinship: Kinship,
    side: tuple[float, tuple[AlignedSpan, ...], Direction],
) -> Derivation:
    share, spans, direction = side
    dated: tuple[str, ...] = ()
    if direction is not Direction.UNKNOWN:
        dated = (f"the other was published first ({other.published}, this one {report.published})",)
    return Derivation(
        id=content_id("derivation", report.id, other.id),
        report=report.id,
        other=other.id,
        direction=direction,
        kind=_kind(report, other, kinship),
        share=share,
        spans=spans,
        reasons=kinship.reasons + dated,
    )


def _kind(report: Report, other: Report, kinship: Kinship) -> DerivationKind:
    """A retelling in one language is a rewrite; across languages, a translation."""
    if kinship.kind is DerivationKind.TRANSLATION and report.language == other.language:
        return DerivationKind.REWRITE
    return kinship.kind


def _direction(left: Report, right: Report) -> Direction:
    """From the day of publication alone: the earlier report gave; unknown on one day or without days."""
    if not left.published or not right.published or left.published[:10] == right.published[:10]:
        return Direction.UNKNOWN
    return Direction.TO_OTHER if left.published < right.published else Direction.FROM_OTHER


def _host(url: str | None) -> str | None:
    return urlsplit(url).hostname if url else None
