"""Does a name that may be a person's stand as a body's ("the head of Brenner", "Brenner fighters")?"""

import re
from functools import cache

from variorum.lexicon.names import read_names

SEVERAL = 2
"""So many such places tell that a name is a body's."""
_ROOM = 40
"""Code points looked at on either side of a name."""


def stands_as_body(text: str, start: int, end: int) -> bool:
    """Whether the name stands behind a word for who leads a body or belongs to it, or before one for its people."""
    before, after = text[max(0, start - _ROOM) : start], text[end : end + _ROOM]
    return _behind().search(before) is not None or _people().match(after) is not None


@cache
def _behind() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(read_names().organizations.led)))
    return re.compile(rf"\b(?:{words}) of (?:the )?$", re.IGNORECASE)


@cache
def _people() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(read_names().organizations.manned)))
    return re.compile(rf" (?:{words})\b")
