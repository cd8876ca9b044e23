"""Which origins do reports name, and which reports repeat one voice's same statement?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from variorum.lexicon.lineage import OriginPattern
from variorum.model.ids import content_id
from variorum.model.tables import Claim, Derivation, Figure, Report, Tables
from variorum.model.terms import DerivationKind, Manner

_WORD = re.compile(r"\w{4,}|\d[\d,.]*")
_STEM = 6
_SAME_STATEMENT = 0.4


def stated_origins(
    reports: Sequence[Report], patterns: Sequence[tuple[OriginPattern, re.Pattern[str]]]
) -> tuple[Derivation, ...]:
    """Origins outside the case that reports name themselves ("translated from", an agency's tag), by report and origin."""
    rows = [
        _outside(report, match["origin"].rstrip(".’'"), entry, match.group().strip())
        for report in reports
        for entry, pattern in patterns
        for match in pattern.finditer(report.text)
    ]
    return tuple({row.id: row for row in rows}.values())


def _outside(report: Report, origin: str, entry: OriginPattern, words: str) -> Derivation:
    return Derivation(
        id=content_id("derivation", report.id, None, origin),
        report=report.id,
        origin=origin,
        kind=DerivationKind(entry.kind),
        reasons=(f"{entry.name}: “{words}”",),
    )


def common_sources(tables: Tables) -> tuple[Derivation, ...]:
    """Reports that repeat the same statement or figure of one named voice: one origin, however many reports.

    Each later report is tied to the earliest that carries the statement, so a voice quoted by a thousand reports gives a
    thousand rows, not half a million.
    """
    published = {report.id: report.published or "9999" for report in tables.reports}
    by_voice: dict[str, list[Claim]] = defaultdict(list)
    for claim in tables.claims:
        if claim.voice_entity and claim.manner is not Manner.NARRATOR:
            by_voice[claim.voice_entity].append(claim)
    figures: dict[str, list[Figure]] = defaultdict(list)
    for figure in tables.figures:
        if figure.claim:
            figures[figure.claim].append(figure)
    rows: dict[str, Derivation] = {}
    for voice in sorted(by_voice):
        claims = sorted(by_voice[voice], key=lambda claim: (published[claim.report], claim.report, claim.start))
        for row in _repeats(claims, figures):
            rows.setdefault(row.id, row)
    return tuple(rows.values())


def _repeats(claims: Sequence[Claim], figures: dict[str, list[Figure]]) -> Iterable[Derivation]:
    holders: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        keys = _statement_keys(claim, figures.get(claim.id, []))
        first = _first_alike(claim, keys, holders)
        if first is not None:
            yield _shared_voice(claim, first)
        for key in keys:
            holders[key].append(claim)


def _first_alike(claim: Claim, keys: Sequence[str], holders: dict[str, list[Claim]]) -> Claim | None:
    """The earliest claim of another report that states the same figure, or shares enough telling words."""
    seen: dict[str, tuple[Claim, int]] = {}
    for key in keys:
        for other in holders[key][:8]:
            if other.report != claim.report:
                if key.startswith("#"):
                    return other
                seen[other.id] = (other, seen.get(other.id, (other, 0))[1] + 1)
    for other, shared in seen.values():
        union = len(set(keys)) + len(set(_words(other))) - shared
        if shared >= 3 and shared / union >= _SAME_STATEMENT:
            return other
    return None


def _statement_keys(claim: Claim, figures: Sequence[Figure]) -> list[str]:
    counted = [f"#{f.measure}:{f.low}:{f.high}" for f in figures if (f.low or f.high or 0) > 2]
    return counted + _words(claim)


def _words(claim: Claim) -> list[str]:
    return sorted({word.casefold()[:_STEM] for word in _WORD.findall(claim.text)})


def _shared_voice(claim: Claim, first: Claim) -> Derivation:
    voice = claim.voice_name or claim.voice or ""
    return Derivation(
        id=content_id("derivation", claim.report, first.report, voice),
        report=claim.report,
        other=first.report,
        origin=voice,
        kind=DerivationKind.COMMON_SOURCE,
        reasons=(f"both give {voice} as the voice of “{_short(claim.text)}” / “{_short(first.text)}”",),
    )


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else words[:77] + "…"
