"""How many independent origins do the accounts of a point have, and why are some of them one voice?"""

from collections.abc import Iterable, Iterator, Sequence

from variorum.compare.lineage import Account
from variorum.model.base import Record
from variorum.model.tables import Derivation, Point, Reading
from variorum.model.terms import DerivationKind, Direction
from variorum.present.views.index import Index, Witness
from variorum.present.views.phrases import between, counted
from variorum.present.views.visible import on_line
from variorum.present.views.words import DERIVATIONS

_LINKS = 6


class LinkNote(Record, frozen=True, kw_only=True):
    """What links two accounts, or one and an origin outside the case (`other` is None), with the way to the evidence."""

    one: Witness
    other: Witness | None
    words: str
    href: str


class OriginView(Record, frozen=True, kw_only=True):
    """Accounts that count as one origin; `voice` names the voice that all of them quote, "" where it is not a voice."""

    witnesses: tuple[Witness, ...]
    voice: str
    voice_href: str
    links: tuple[LinkNote, ...]
    more: int
    by_way: bool


class OriginsView(Record, frozen=True, kw_only=True):
    """The origins behind a point: a sentence, the origins in the order of their first account, and what may be one more.

    `folded` are the origins of more than one account; `perhaps` are groups of accounts that count as several origins at
    most and as one at least.
    """

    words: str
    folded: tuple[OriginView, ...]
    single: int
    perhaps: tuple[OriginView, ...]


def read_origins(point: Point, index: Index) -> OriginsView:
    """The origins of the point's readings, as the comparison counted them."""
    groups: dict[str, list[Reading]] = {}
    families: dict[str, dict[str, None]] = {}
    for reading in point.readings:
        origin = reading.origin or index.lineage.origin(Account(reading.report, reading.voice_entity))
        groups.setdefault(origin, []).append(reading)
        family = index.lineage.family(Account(reading.report, reading.voice_entity))
        families.setdefault(family, {})[origin] = None
    shared = [readings for readings in groups.values() if len({reading.report for reading in readings}) > 1]
    folded = tuple(_origin(readings, index) for readings in shared)
    perhaps = [
        _origin([reading for origin in family for reading in groups[origin]], index)
        for family in families.values()
        if len(family) > 1
    ]
    return OriginsView(words=_sentence(point), folded=folded, single=len(groups) - len(folded), perhaps=tuple(perhaps))


def _sentence(point: Point) -> str:
    accounts = len({reading.report for reading in point.readings})
    low, high = point.independent_low, point.independent_high
    told = f"{counted(accounts, 'account')}, {between(low, high, 'independent origin')}"
    if low == high:
        return f"{told}: copies, and statements of one voice that several quote, count once."
    return (
        f"{told}: {high:,} at most, where only sure copies and statements of one voice count once; {low:,} at least, "
        "where rewrites and small excerpts are taken to be copies, too."
    )


def _origin(readings: Sequence[Reading], index: Index) -> OriginView:
    voices = {reading.voice_entity for reading in readings}
    voice = readings[0].voice_entity if len(voices) == 1 else None
    entity = index.entities.get(voice or "")
    links = [] if entity else list(_links(dict.fromkeys(reading.report for reading in readings), index))
    witnesses = index.witnesses(reading.report for reading in readings)
    return OriginView(
        witnesses=witnesses,
        voice=on_line(entity.name) if entity else "",
        voice_href=index.entity_href(voice),
        links=tuple(links[:_LINKS]),
        more=max(0, len(links) - _LINKS),
        by_way=not entity and not links and len(witnesses) > 1,
    )


def _links(reports: Iterable[str], index: Index) -> Iterator[LinkNote]:
    """What links the reports to each other, each pair seen from its first report, and to origins outside the case."""
    group = dict.fromkeys(reports)
    seen: set[str] = set()
    for report in group:
        for row in index.derivations_of.get(report, ()):
            within = row.report in group and (row.other in group or (row.other is None and bool(row.origin)))
            if row.id not in seen and within and _folds(row):
                seen.add(row.id)
                yield _link(row, index)


def _folds(row: Derivation) -> bool:
    """Whether the row makes one of two accounts: that both speak of one source does not, what else they tell differs."""
    return row.kind is not DerivationKind.COMMON_SOURCE or row.other is None or row.decision is not None


def _link(row: Derivation, index: Index) -> LinkNote:
    if row.other is None:
        words = f"names as its source “{on_line(row.origin)}”, which is not in the case"
        return LinkNote(one=index.witness(row.report), other=None, words=words, href=index.way(row.id))
    share = f", {row.share:.0%} of its words" if row.share is not None else ""
    words = f"{DERIVATIONS[row.kind].lower()}{share}{_DIRECTIONS[row.direction]}"
    if row.decision is not None:
        words += ", by a reviewer’s decision"
    return LinkNote(one=index.witness(row.report), other=index.witness(row.other), words=words, href=index.way(row.id))


_DIRECTIONS = {
    Direction.FROM_OTHER: "; the first took it from the second",
    Direction.TO_OTHER: "; the second took it from the first",
    Direction.UNKNOWN: "",
}
