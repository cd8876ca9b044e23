"""How is text of reports, which no one can trust, put on a page so that nothing in it stays hidden?

Markup is escaped, and so are characters that a browser would obey or not show. Templates print nothing but through
`finalize`; their autoescape stands behind it.
"""

import re
from functools import lru_cache

from markupsafe import Markup, escape

# controls but tab and newline; marks, embeddings, overrides and isolates of the direction of writing; tags; noncharacters;
# halves of surrogate pairs, which no encoder takes
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufdd0-\ufdef\ufff9-\uffff"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"\s+")


def visible(text: str) -> str:
    """The text with newlines of every kind as one line feed and every hidden character spelled out as [U+202E]."""
    if text.isascii() and text.isprintable():
        return text
    return _HIDDEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", _NEWLINES.sub("\n", text))


def finalize(value: object) -> object:
    """What a template may print of a value: nothing for None, text visible and escaped; markup the templates made stays."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _printed_again(value) if len(value) <= _SHORT else printed(value)
    return value


def printed(text: str) -> Markup:
    """The text as markup: visible and escaped, fit for content and for quoted attributes."""
    return escape(visible(text))


# names, dates and the like stand on a page again and again
_SHORT = 80
_printed_again = lru_cache(maxsize=1 << 15)(printed)


def on_line(text: str | None) -> str:
    """The text on one line; "" for None."""
    return _SPACES.sub(" ", text).strip() if text else ""


def shortened(text: str | None, most: int) -> str:
    """The text on one line, cut at a space after `most` characters at the latest, with an ellipsis where it was cut."""
    line = on_line(text)
    if len(line) <= most:
        return line
    cut = line[:most]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut).rstrip(" ,;:") + "…"
