"""What do the resolvers of persons, bodies and places share: a mention's key, and why it belongs there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.model.base import Record
from variorum.model.tables import Mention


class Link(Record, frozen=True, kw_only=True):
    """A mention's entity, by a key that means nothing outside the case, and why, in words."""

    key: str
    reason: str


Links = Mapping[str, Link]
"""Mention id → its link."""


@dataclass(frozen=True)
class ReportMentions:
    """One report's mentions, in order of its text, and the country it tells most of."""

    report: str
    mentions: tuple[Mention, ...]
    country: str | None


def by_report(mentions: Sequence[Mention]) -> list[ReportMentions]:
    """The mentions report by report, reports in order of their ids."""
    grouped: dict[str, list[Mention]] = {}
    for mention in mentions:
        grouped.setdefault(mention.report, []).append(mention)
    return [
        ReportMentions(report=report, mentions=_in_order(grouped[report]), country=_country(grouped[report]))
        for report in sorted(grouped)
    ]


def _in_order(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda row: (row.start, row.end, row.id)))


def _country(mentions: Sequence[Mention]) -> str | None:
    counts: dict[str, int] = {}
    for mention in mentions:
        if mention.country:
            counts[mention.country] = counts.get(mention.country, 0) + 1
    return min(counts, key=lambda code: (-counts[code], code), default=None)
