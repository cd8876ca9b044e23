"""When are two words of names the same word, written by another hand or another system of transliteration?"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"[`'´ʹʻʼʾʿˈ‘’′]")
_POSSESSIVE = re.compile(r"['’]s$")
_VOWELS = re.compile(r"[aeiouy]+")
_SOUNDS = (
    ("shch", "sh"),
    ("tsch", "ch"),
    ("tch", "ch"),
    ("sch", "sh"),
    ("dzh", "j"),
    ("dj", "j"),
    ("zh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ck", "k"),
    ("ts", "c"),
    ("tz", "c"),
    ("cz", "ch"),
    ("sz", "sh"),
    ("ks", "x"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("iye", "e"),
    ("aye", "ae"),
    ("oye", "oe"),
    ("eye", "ee"),
    ("uye", "ue"),
    ("ye", "e"),
    ("ie", "e"),
    ("yo", "o"),
    ("io", "o"),
    ("ya", "ia"),
    ("ja", "ia"),
    ("yu", "iu"),
    ("ju", "iu"),
    ("iy", "i"),
    ("yi", "i"),
    ("ij", "i"),
    ("y", "i"),
    ("q", "k"),
    ("w", "v"),
)


@lru_cache(maxsize=200_000)
def name_words(name: str) -> tuple[str, ...]:
    """The name's words in lower-case Latin letters without accents, apostrophes and possessive endings, in order."""
    bare = _POSSESSIVE.sub("", name)
    plain = bare if bare.isascii() else anyascii(unicodedata.normalize("NFKC", bare))
    return tuple(_WORD.findall(_APOSTROPHES.sub("", plain).casefold()))


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """One key for the spellings of a word that systems of transliteration write differently (Zhomart, Jomart; -yev, -ev)."""
    key = word
    for spelling, sound in _SOUNDS:
        key = key.replace(spelling, sound)
    return re.sub(r"(.)\1", r"\1", key)


def consonants(word: str) -> str:
    """The word's consonants after folding: what is left when vowels are written by ear."""
    return _VOWELS.sub("", fold_word(word))


def distance(left: str, right: str) -> int:
    """Letters to insert, drop, change or swap with a neighbour to make one word of the other."""
    return int(OSA.distance(left, right))


def near_words(left: str, right: str) -> bool:
    """Whether two words of a name are one misspelt: vowels written by ear, a letter dropped or doubled, neighbours swapped.

    A changed consonant makes another name: Tokayev is not Tokarev.
    """
    if fold_word(left) == fold_word(right):
        return True
    if min(len(left), len(right)) < 5 or left[0] != right[0] or distance(left, right) > 2:
        return False
    return consonants(left) == consonants(right) or _swapped(left, right)


def _swapped(left: str, right: str) -> bool:
    return sorted(left) == sorted(right) and distance(left, right) == 1
