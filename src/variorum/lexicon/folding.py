"""When are two spellings of a place's name the same to a reader? Folds them to one key."""

import re
import unicodedata

from anyascii import anyascii

_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "point"}
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"[`'´ʹʻʼʾʿˈ‘’′]")

_SOUNDS = (
    ("shch", "sh"),
    ("tsch", "ch"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("dzh", "j"),
    ("dj", "j"),
    ("zh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ck", "k"),
    ("ts", "c"),
    ("tz", "c"),
    ("oe", "o"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ii", "i"),
    ("yy", "i"),
    ("ij", "i"),
    ("iy", "i"),
    ("yi", "i"),
    ("y", "i"),
    ("q", "k"),
    ("w", "v"),
    ("x", "h"),
)


def fold_name(name: str) -> str:
    """The key under which a name is looked up: lower-case ASCII letters and digits, no spaces, hyphens or apostrophes.

    Other scripts are written in Latin letters, diacritics are dropped, a leading "the" and the shortenings of
    Saint, Mount, Fort and Point are undone. Empty where the name holds no letter or digit.
    """
    plain = name if name.isascii() else anyascii(unicodedata.normalize("NFKC", name))
    words = _WORD.findall(_APOSTROPHES.sub("", plain).casefold())
    if len(words) > 1:
        words = [_SHORT.get(word, word) for word in words]
        if words[0] == "the":
            words = words[1:]
    return "".join(words)


def fold_sound(key: str) -> str:
    """A folded name with the letters that systems of transliteration write differently made one (zh, dzh, j; kh, h; y, i)."""
    for spelling, sound in _SOUNDS:
        key = key.replace(spelling, sound)
    return re.sub(r"(.)\1", r"\1", key)
