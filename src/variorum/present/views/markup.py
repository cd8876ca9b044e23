"""Which bits of markup stand on a page so often that building them in templates would take most of the time?

Every value goes through `printed`, as it does in the templates.
"""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from variorum.present.views.index import Witness
from variorum.present.views.layers import Layer, Piece
from variorum.present.views.visible import printed


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


def _piece(piece: Piece) -> str:
    anchors = "".join(f'<span id="{printed(anchor)}"></span>' for anchor in piece.anchors)
    if not piece.layers:
        return anchors + printed(piece.text)
    around, inner = _around(piece.layers[:-1]), piece.layers[-1].value
    tag, way = ("a", f' href="{printed(piece.href)}"') if piece.href else ("span", "")
    title = printed(piece.words)
    return f'{anchors}{around}<{tag} class="{inner}"{way} title="{title}">{printed(piece.text)}</{tag}>' + "</span>" * (
        len(piece.layers) - 1
    )


@lru_cache(maxsize=1024)
def _around(layers: tuple[Layer, ...]) -> str:
    return "".join(f'<span class="{layer.value}">' for layer in layers)
