"""Can two names of organisations be one body's? By words, spelling, legal form and acronym."""

from collections.abc import Sequence
from functools import cache

from variorum.lexicon.names import read_demonyms, read_names
from variorum.resolve.name_folds import fold_word, name_words, near_words

_STEM = 4
_BRITISH = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("our", "or"),
    ("centre", "center"),
    ("defence", "defense"),
    ("programme", "program"),
)


def body_words(name: str) -> tuple[str, ...]:
    """The words that tell a body apart: without articles, prepositions and legal forms, British spelling made American."""
    words = name_words(name.replace("&", " and "))
    idle = _idle()
    kept = tuple(american(word) for word in words if word not in idle)
    return kept or words


def american(word: str) -> str:
    """The word in American spelling."""
    for british, other in _BRITISH:
        if word.endswith(british) or british in {"centre", "defence", "programme"} and word == british:
            return word.removesuffix(british) + other
    return word


def same_body_name(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two bodies' telling words agree one by one, near spellings of long words and peoples for their countries
    included ("Syria Observatory", "Syrian Observatory").
    """
    if len(left) != len(right) or not left:
        return False
    return all(
        fold_word(a) == fold_word(b) or (len(a) > 5 and near_words(a, b)) or _of_one_country(a, b)
        for a, b in zip(left, right, strict=True)
    )


def _of_one_country(one: str, other: str) -> bool:
    """Whether one word is the people and the other, by its first letters, the country."""
    peoples = read_demonyms()
    return (
        (one in peoples) != (other in peoples) and min(len(one), len(other)) >= _STEM and one[:_STEM] == other[:_STEM]
    )


@cache
def _idle() -> frozenset[str]:
    listed = read_names().organizations
    return frozenset({"the", "of", "for", "and", "in", "on", "a", "an", "to", "al", "el"}) | listed.legal
