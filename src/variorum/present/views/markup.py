"""Which bits of markup stand on a page so often that building them in templates would take most of the time?

Every value goes through `printed`, as it does in the templates, or holds nothing that `printed` would change.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from markupsafe import Markup

from variorum.present.views.index import Witness
from variorum.present.views.layers import Layer, Note, Piece
from variorum.present.views.phrases import counted
from variorum.present.views.visible import printed

# most of what is put on a page holds nothing that would have to be escaped or spelled out
_PLAIN = re.compile(r"[A-Za-z0-9 _./#:,;()?=-]*")


@lru_cache(maxsize=4096)
def siglum(witness: Witness) -> Markup:
    """The letter of a report, leading to it."""
    letter, name = printed(witness.siglum), printed(witness.name)
    if not witness.href:
        return Markup(f'<span class="siglum" title="{name}">{letter}</span>')
    return Markup(f'<a class="siglum" href="{printed(witness.href)}" title="{name}">{letter}</a>')


def text(pieces: Iterable[Piece]) -> Markup:
    """A paragraph of a report: each piece within the marks that cover it, the innermost of which leads to its row."""
    return Markup("".join(_piece(piece) for piece in pieces))


def apparatus(notes: Sequence[Note]) -> Markup:
    """The findings of a paragraph, folded: each leads to its words and to its row. Nothing where there are none."""
    if not notes:
        return Markup("")
    listed = "".join(
        f'<li><a href="{_put(note.text_href)}">“{_put(note.quote)}”</a> '
        f'<a href="{_put(note.href)}">{_put(note.words)}</a></li>\n'
        for note in notes
    )
    summary = _put(counted(len(notes), "finding"))
    return Markup(f'<details class="apparatus"><summary>{summary}</summary>\n<ul>\n{listed}</ul>\n</details>\n')


def _put(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else printed(text)


def _piece(piece: Piece) -> str:
    anchors = "".join(f'<span id="{_put(anchor)}"></span>' for anchor in piece.anchors)
    if not piece.layers:
        return anchors + _put(piece.text)
    around, inner = _around(piece.layers[:-1]), piece.layers[-1].value
    tag, way = ("a", f' href="{_put(piece.href)}"') if piece.href else ("span", "")
    title = _put(piece.words)
    return f'{anchors}{around}<{tag} class="{inner}"{way} title="{title}">{_put(piece.text)}</{tag}>' + "</span>" * (
        len(piece.layers) - 1
    )


@lru_cache(maxsize=1024)
def _around(layers: tuple[Layer, ...]) -> str:
    return "".join(f'<span class="{layer.value}">' for layer in layers)
