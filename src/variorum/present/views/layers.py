"""How is a text cut so that findings which nest and overlap can all be seen in it?

The text is cut at every edge of a finding into pieces; a piece knows all findings that cover it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum

from variorum.model.base import Record


class Layer(StrEnum):
    """The kinds of marks, the outermost first; the value is the mark's class on the page. FOUND is what a reader came for."""

    FOUND = "found"
    PASSAGE = "passage"
    READING = "reading"
    CLAIM = "claim"
    EVENT = "event"
    ROLE = "role"
    FIGURE = "figure"
    NAME = "name"
    PLACE = "place"
    DATE = "date"


class Mark(Record, frozen=True, kw_only=True, gc=False):
    """A finding in a text; `href` leads to its row, `words` say what it is, `anchor` is what rows lead to ("" for none).

    `listed`: whether it is named under its paragraph, too.
    """

    start: int
    end: int
    layer: Layer
    href: str
    words: str
    anchor: str = ""
    listed: bool = True


class Piece(Record, frozen=True, kw_only=True, gc=False):
    """A stretch of text between two edges: the layers that cover it, outermost first, and the innermost finding's row."""

    text: str
    layers: tuple[Layer, ...] = ()
    href: str = ""
    words: str = ""
    anchors: tuple[str, ...] = ()


class Note(Record, frozen=True, kw_only=True, gc=False):
    """A finding named under its paragraph."""

    href: str
    text_href: str
    quote: str
    words: str


DEPTH = {layer: place for place, layer in enumerate(Layer)}


def cut_text(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The text from start to end in pieces; `marks` are those that touch it, in order; an anchor stands where its mark begins."""
    edges = {start, end}
    anchors: dict[int, list[str]] = defaultdict(list)
    opening: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        first = max(mark.start, start)
        edges |= {first, min(mark.end, end)}
        opening[first].append(mark)
        if mark.anchor and start <= mark.start:
            anchors[first].append(mark.anchor)
    pieces: list[Piece] = []
    open_marks: list[Mark] = []
    cuts = sorted(edges)
    for left, right in zip(cuts, [*cuts[1:], end], strict=True):
        open_marks = [mark for mark in (*open_marks, *opening[left]) if mark.end > left]
        if right > left or anchors[left]:
            pieces.append(_piece(text[left:right], open_marks, anchors[left]))
    return tuple(pieces)


def _piece(text: str, marks: Sequence[Mark], anchors: Sequence[str]) -> Piece:
    if not marks:
        return Piece(text=text, anchors=tuple(anchors))
    if len(marks) == 1:
        only = marks[0]
        return Piece(text=text, layers=(only.layer,), href=only.href, words=only.words, anchors=tuple(anchors))
    inner_first = sorted(marks, key=_innermost)
    return Piece(
        text=text,
        layers=tuple(sorted({mark.layer for mark in marks}, key=DEPTH.__getitem__)),
        href=next((mark.href for mark in inner_first if mark.href), ""),
        words=" · ".join(dict.fromkeys(mark.words for mark in inner_first)),
        anchors=tuple(anchors),
    )


def _innermost(mark: Mark) -> tuple[int, int]:
    return mark.end - mark.start, -DEPTH[mark.layer]
