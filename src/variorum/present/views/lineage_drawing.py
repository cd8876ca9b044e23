"""How is a cluster of reports drawn: a line of nodes from the earliest down, and bows between those that hang together?"""

from collections.abc import Iterable, Sequence

from variorum.model.base import Record
from variorum.model.groups import Groups
from variorum.present.views.index import Index
from variorum.present.views.lineage_clusters import Cluster, Edge, Node, read_clusters

_ROW = 34.0
_TOP = 22.0
_NAMES = 400.0
_WORDS = 104.0
_MOST = 40
_MOST_OF_VOICE = 12
_MOST_BOWS = 48
_MOST_PICTURES = 12
_LETTER = 6.2


class DrawnNode(Record, frozen=True, kw_only=True):
    """A node at its height; `id` names it within its picture."""

    id: str
    node: Node
    y: float


class DrawnEdge(Record, frozen=True, kw_only=True):
    """A bow: its path, the tip of its arrow ("" for none), and where its words stand (None where there is no room)."""

    edge: Edge
    ends: str
    path: str
    arrow: str
    x: float
    y: float | None
    title: str


class Band(Record, frozen=True, kw_only=True):
    """A stretch of nodes that surely go back to one origin."""

    y: float
    height: float


class Drawing(Record, frozen=True, kw_only=True):
    """The picture of a cluster; `left_out` counts the nodes for which there is no room, `bows_left_out` the links."""

    width: float
    height: float
    x: float
    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    bands: tuple[Band, ...]
    left_out: int
    bows_left_out: int


def read_pictures(index: Index) -> tuple[tuple[Drawing, str], ...]:
    """The pictures of the largest clusters with their titles, for a page that shows all of a case at once."""
    clusters = read_clusters(index.tables.derivations, index)[:_MOST_PICTURES]
    return tuple((draw_cluster(cluster), cluster.title) for cluster in clusters)


def draw_cluster(cluster: Cluster) -> Drawing:
    """The cluster from the earliest report down. Of very many nodes those with most links are drawn."""
    shown = _most_linked(cluster)
    rows = {node.key: place for place, node in enumerate(shown)}
    among = [edge for edge in cluster.edges if edge.one in rows and edge.other in rows]
    kept = among if len(among) <= _MOST_BOWS else _strongest(among)
    widest = max((_bulge(rows[edge.one], rows[edge.other]) for edge in kept), default=0.0)
    x = round(_WORDS + 0.75 * widest + 8, 1)
    return Drawing(
        width=x + _NAMES,
        height=_TOP + _ROW * len(shown) - 4,
        x=x,
        nodes=tuple(
            DrawnNode(id=f"{cluster.anchor}-{place}", node=node, y=_y(place)) for place, node in enumerate(shown)
        ),
        edges=tuple(sorted(_bows(kept, rows, x, cluster), key=lambda bow: bow.y is not None)),
        bands=tuple(_bands(shown)),
        left_out=len(cluster.nodes) - len(shown),
        bows_left_out=len(among) - len(kept),
    )


def _most_linked(cluster: Cluster) -> list[Node]:
    most = _MOST_OF_VOICE if cluster.voice else _MOST
    if len(cluster.nodes) <= most:
        return list(cluster.nodes)
    links = dict.fromkeys((node.key for node in cluster.nodes), 0)
    for edge in cluster.edges:
        links[edge.one] += 1
        links[edge.other] += 1
    places = {node.key: place for place, node in enumerate(cluster.nodes)}
    kept = set(sorted(links, key=lambda key: (-links[key], places[key]))[:most])
    return [node for node in cluster.nodes if node.key in kept]


def _strongest(edges: Iterable[Edge]) -> list[Edge]:
    """As few links as hold together what all of them do, the strongest; edges come in that order."""
    groups, kept = Groups(), []
    for edge in edges:
        if groups.top(edge.one) != groups.top(edge.other):
            groups.join(edge.one, edge.other)
            kept.append(edge)
    return kept


def _y(place: int) -> float:
    return _TOP + _ROW * place


def _bulge(one: int, other: int) -> float:
    return min(30.0 + 18.0 * abs(one - other), 300.0)


def _bows(edges: Iterable[Edge], rows: dict[str, int], x: float, cluster: Cluster) -> Iterable[DrawnEdge]:
    labels = {node.key: node.siglum or node.label for node in cluster.nodes}
    taken: list[tuple[float, float, float]] = []
    for edge in sorted(edges, key=lambda edge: (abs(rows[edge.one] - rows[edge.other]), rows[edge.one])):
        top, bottom = sorted((_y(rows[edge.one]), _y(rows[edge.other])))
        reach = x - 10 - _bulge(rows[edge.one], rows[edge.other])
        apex, middle = round(x - 10 - 0.75 * (x - 10 - reach), 1), (top + bottom) / 2
        length = _LETTER * len(edge.words)
        y = None if edge.one.startswith("voice:") else _free(taken, apex - length, apex, middle)
        if y is not None:
            taken.append((apex - length, apex, y))
        yield DrawnEdge(
            edge=edge,
            ends=f"{cluster.anchor}-{rows[edge.one]} {cluster.anchor}-{rows[edge.other]}",
            path=f"M{x - 10} {top}C{reach:.1f} {top} {reach:.1f} {bottom} {x - 10} {bottom}",
            arrow=_tip(x - 9, _y(rows[edge.into])) if edge.into in rows else "",
            x=apex - 5,
            y=y,
            title=f"{labels[edge.one]} and {labels[edge.other]}: {edge.words}",
        )


def _free(taken: Sequence[tuple[float, float, float]], left: float, right: float, middle: float) -> float | None:
    """A height near the middle where words have room; None where there is none, they stand in the list all the same."""
    for move in (0.0, -14.0, 14.0, -28.0, 28.0):
        y = middle + move
        if all(right < other_left or left > other_right or abs(y - at) >= 14 for other_left, other_right, at in taken):
            return y
    return None


def _tip(x: float, y: float) -> str:
    return f"{x},{y} {x - 9},{y - 4.5} {x - 9},{y + 4.5}"


def _bands(nodes: Sequence[Node]) -> Iterable[Band]:
    start = 0
    for place in range(1, len(nodes) + 1):
        if place == len(nodes) or nodes[place].origin != nodes[start].origin or not nodes[start].origin:
            if place - start > 1:
                yield Band(y=_y(start) - _ROW / 2 + 3, height=_ROW * (place - start) - 6)
            start = place
