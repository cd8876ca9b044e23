"""In which points are readings compared, and with which verdict?"""

from collections.abc import Iterable

from variorum.compare.verdicts import STRENGTH
from variorum.model.base import Record
from variorum.model.terms import Verdict
from variorum.present.views.index import Index, Way
from variorum.present.views.visible import on_line
from variorum.present.views.words import VERDICT_MARKS, VERDICTS


class Comparison(Record, frozen=True, kw_only=True, gc=False):
    """A point in which readings of a ledger are compared, with its verdict."""

    way: Way
    verdict: Verdict
    verdict_words: str
    mark: str


def read_comparisons(points: Iterable[str], index: Index) -> tuple[Comparison, ...]:
    """The points, the sharpest verdict first; ids that are no point's are left out."""
    rows = [index.points[point] for point in points if point in index.points]
    return tuple(
        Comparison(
            way=Way(anchor=point.id, href=index.way(point.id), topic=on_line(point.topic)),
            verdict=point.verdict,
            verdict_words=VERDICTS[point.verdict],
            mark=VERDICT_MARKS[point.verdict],
        )
        for point in sorted(rows, key=lambda point: (STRENGTH.index(point.verdict), index.point_order[point.id]))
    )
