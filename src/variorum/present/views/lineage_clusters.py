"""Which reports form a cluster: those that hang together by their texts, and those that share a voice?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum

from variorum.compare.lineage import Account
from variorum.model.base import Record
from variorum.model.groups import Groups
from variorum.model.tables import Derivation
from variorum.model.terms import DerivationKind, Direction
from variorum.present.views.index import Index
from variorum.present.views.lineage import strongest_first
from variorum.present.views.phrases import between, date_words
from variorum.present.views.visible import on_line, shortened
from variorum.present.views.words import DERIVATIONS

_TOGETHER = 30
"""Nodes up to which reports that only share voices are drawn in one picture with the others."""


class NodeKind(StrEnum):
    """What a node stands for: a report, an origin outside the case, or a voice that reports share."""

    REPORT = "report"
    OUTSIDE = "outside"
    VOICE = "voice"


class Node(Record, frozen=True, kw_only=True, gc=False):
    """A report, an outside origin or a shared voice; reports of one `origin` surely go back to one account."""

    key: str
    kind: NodeKind
    label: str
    siglum: str = ""
    date: str = ""
    href: str = ""
    origin: str = ""


class Edge(Record, frozen=True, kw_only=True, gc=False):
    """What links two nodes, by the kind that links them most strongly; `words` say all of it.

    `into` is the node that took it from the other, "" where that is not known.
    """

    one: str
    other: str
    kind: DerivationKind
    words: str
    into: str
    href: str


class Cluster(Record, frozen=True, kw_only=True):
    """Nodes that hang together, in the order in which they are drawn, and the derivations among them, the strongest first.

    `voice` is the voice they share where nothing else holds them together, else "".
    """

    anchor: str
    title: str
    voice: str
    reports: int
    origins: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    rows: tuple[Derivation, ...]


def read_clusters(rows: Iterable[Derivation], index: Index) -> tuple[Cluster, ...]:
    """The clusters that the derivations make: by texts first, the largest first; each derivation stands in one of them.

    Sharing a voice joins small clusters into one picture; it does not join large ones, in which it would hide what hangs
    together by its text.
    """
    parts: list[tuple[str, list[Derivation]]] = []
    for together in _joined(rows, voices=True):
        if len(_ends(together)) <= _TOGETHER:
            parts.append(("", together))
            continue
        parts += [("", part) for part in _joined((row for row in together if not _by_voice(row)), voices=True)]
        voices: dict[str, list[Derivation]] = defaultdict(list)
        for row in together:
            if _by_voice(row):
                voices[(row.origin or "").casefold()].append(row)
        parts += [(on_line(found[0].origin), found) for _, found in sorted(voices.items())]
    clusters = [_cluster(part, voice, index) for voice, part in parts]
    return tuple(sorted(clusters, key=lambda cluster: (bool(cluster.voice), -cluster.reports, cluster.anchor)))


def _by_voice(row: Derivation) -> bool:
    return row.kind is DerivationKind.COMMON_SOURCE and row.other is not None and bool(row.origin)


def _ends(rows: Iterable[Derivation]) -> set[str]:
    return {end for row in rows for end in _keys(row)}


def _keys(row: Derivation) -> tuple[str, ...]:
    """The nodes that a derivation links: two, or three where a voice stands between two reports."""
    if _by_voice(row):
        return row.report, f"voice:{(row.origin or '').casefold()}", row.other or ""
    return row.report, row.other if row.other is not None else f"outside:{(row.origin or '').casefold()}"


def _joined(rows: Iterable[Derivation], *, voices: bool) -> list[list[Derivation]]:
    groups, kept = Groups(), list(rows)
    for row in kept:
        first, *others = _keys(row) if voices else (row.report, row.other or "")
        for other in others:
            groups.join(first, other)
    found: dict[str, list[Derivation]] = defaultdict(list)
    for row in kept:
        found[groups.top(row.report)].append(row)
    return [found[top] for top in sorted(found)]


def _cluster(rows: Sequence[Derivation], voice: str, index: Index) -> Cluster:
    edges = tuple(_edges(rows, index))
    keys = dict.fromkeys(end for edge in edges for end in (edge.one, edge.other))
    names = {key: row.origin for row in rows for key in _keys(row)}
    nodes = _in_order([_node(key, names[key], index) for key in keys], edges, index)
    reports = [node.key for node in nodes if node.kind is NodeKind.REPORT]
    bounds = index.lineage.bounds(Account(report, None) for report in reports)
    first = min(reports, key=lambda report: (index.witness(report).place, report))
    return Cluster(
        anchor=f"of-{first}" if not voice else f"voice-{first}-{rows[0].id}",
        title=_title([node for node in nodes if node.kind is NodeKind.REPORT], voice),
        voice=voice,
        reports=len(reports),
        origins=between(bounds.low, bounds.high, "independent origin"),
        nodes=nodes,
        edges=edges,
        rows=strongest_first(rows),
    )


def _title(nodes: Sequence[Node], voice: str) -> str:
    if voice:
        return shortened(voice, 80)
    named = [name for name, _ in Counter(node.label for node in nodes).most_common()]
    return ", ".join(named[:3]) + (f" and {len(named) - 3} more" if len(named) > 3 else "")


def _node(key: str, name: str | None, index: Index) -> Node:
    if key.startswith("voice:"):
        return Node(key=key, kind=NodeKind.VOICE, label=shortened(name, 60))
    if key.startswith("outside:"):
        return Node(key=key, kind=NodeKind.OUTSIDE, label=shortened(name, 60) or "an origin outside the case")
    witness, report = index.witness(key), index.reports.get(key)
    return Node(
        key=key,
        kind=NodeKind.REPORT,
        label=witness.name,
        siglum=witness.siglum,
        date=date_words(report.published) if report else "",
        href=witness.href,
        origin=index.lineage.origin(Account(key, None)),
    )


def _edges(rows: Sequence[Derivation], index: Index) -> Iterable[Edge]:
    """One edge for each two nodes, in order of the rows."""
    found: dict[tuple[str, str], list[Derivation]] = {}
    for row in strongest_first(rows):
        first, *others = _keys(row)
        pairs = [(first, others[0])] if len(others) == 1 else [(others[0], first), (others[0], others[1])]
        for one, other in pairs:
            found.setdefault((one, other) if (other, one) not in found else (other, one), []).append(row)
    for (one, other), linking in found.items():
        strongest = linking[0]
        voice = one.startswith("voice:")
        yield Edge(
            one=one,
            other=other,
            kind=strongest.kind,
            words="shared voice" if voice else ", ".join(dict.fromkeys(_words(row) for row in linking)),
            into="" if voice else _into(strongest),
            href=index.way(strongest.id),
        )


def _words(row: Derivation) -> str:
    return DERIVATIONS[row.kind].lower() + (f" {row.share:.0%}" if row.share is not None else "")


def _into(row: Derivation) -> str:
    if row.other is None:
        return row.report
    return {Direction.FROM_OTHER: row.report, Direction.TO_OTHER: row.other, Direction.UNKNOWN: ""}[row.direction]


def _in_order(nodes: Sequence[Node], edges: Sequence[Edge], index: Index) -> tuple[Node, ...]:
    """The reports by origin, each origin where its first report stands; what lies outside before the first it is linked with."""
    place = {node.key: index.witness(node.key).place for node in nodes if node.kind is NodeKind.REPORT}
    first: dict[str, int] = {}
    for node in sorted((node for node in nodes if node.key in place), key=lambda node: place[node.key]):
        first.setdefault(node.origin, place[node.key])
    group = {node.key: first[node.origin] for node in nodes if node.key in place}
    for edge in edges:
        for one, other in ((edge.one, edge.other), (edge.other, edge.one)):
            if one not in place and other in place:
                group[one] = min(group.get(one, group[other]), group[other])
    return tuple(sorted(nodes, key=lambda node: (group[node.key], node.key in place, place.get(node.key, 0), node.key)))
