"""Can two full names be one person's? By their words: same, initial, short form, near spelling; different given names never."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from variorum.lexicon.names import read_names
from variorum.resolve.name_folds import fold_word, name_words, near_words

_LONG_ENOUGH = 4


class Likeness(NamedTuple):
    """Why two names can be one person's: `score` in 0..1 and the reason in words."""

    score: float
    reason: str


def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without forms of address and ranks before and suffixes behind it."""
    words = name_words(name)
    first, last = 0, len(words)
    while first < last - 1 and words[first] in _titles():
        first += 1
    while last > first + 1 and words[last - 1] in _suffixes():
        last -= 1
    return words[first:last]


def same_person_name(left: Sequence[str], right: Sequence[str]) -> Likeness | None:
    """How two names of at least two words each agree; None where they cannot be one person's.

    The family name is the last word, or the first where the order is turned. Each word of the shorter name must answer
    to a word of the longer.
    """
    if not left or not right:
        return None
    folded_left, folded_right = [fold_word(w) for w in left], [fold_word(w) for w in right]
    if folded_left == folded_right:
        return Likeness(1.0, "the same name, spelling aside")
    if "".join(folded_left) == "".join(folded_right):
        return Likeness(0.98, "the same name, spaces aside")
    if sorted(folded_left) == sorted(folded_right):
        return Likeness(0.95, "the same words in another order")
    short, long = sorted((tuple(left), tuple(right)), key=lambda words: (len(words), words))
    if (
        len(short) > 1
        and len(long) == len(short) + 1
        and [fold_word(w) for w in long[:-1]] == [fold_word(w) for w in short]
    ):
        return Likeness(0.85, "one name has a second family name")
    if not _same_family(short[-1], long[-1]):
        return None
    return _given(short[:-1], long[:-1], exact_family=fold_word(short[-1]) == fold_word(long[-1]))


def _same_family(left: str, right: str) -> bool:
    return near_words(left, right)


def _given(short: Sequence[str], long: Sequence[str], *, exact_family: bool) -> Likeness | None:
    """Whether the given names agree word by word, the first with the first."""
    if not short or not long:
        return None
    scores, at = [], 0
    for word in short:
        best = 0.0
        for place in range(at, len(long)):
            best = _word_likeness(word, long[place], exact_family=exact_family)
            if best:
                at = place + 1
                break
        if not best:
            return None
        scores.append(best)
    score = min(scores)
    if not exact_family:
        score = min(score, 0.85)
    return Likeness(score, "given and family name agree" if score > 0.9 else "names agree but for spelling or initials")


def _word_likeness(left: str, right: str, *, exact_family: bool) -> float:
    if fold_word(left) == fold_word(right):
        return 1.0
    if len(left) == 1 or len(right) == 1:
        return 0.8 if left[0] == right[0] else 0.0
    if short_form(left) == short_form(right):
        return 0.9
    if near_words(left, right):
        return 0.9
    if exact_family and min(len(left), len(right)) > _LONG_ENOUGH and left[0] == right[0] and _one_off(left, right):
        return 0.85
    return 0.0


def _one_off(left: str, right: str) -> bool:
    """Whether a typing slip at the end of a long given name tells two names apart ("Nursultae")."""
    shared = sum(1 for a, b in zip(left, right, strict=False) if a == b)
    return abs(len(left) - len(right)) <= 1 and shared >= max(len(left), len(right)) - 1 and shared >= 6


@cache
def _short_forms() -> dict[str, str]:
    return {short: full for full, shorts in read_names().people.short.items() for short in (full, *shorts)}


def short_form(word: str) -> str:
    """The given name that a short form or a variant stands for, folded; the word itself folded where none is known."""
    return fold_word(_short_forms().get(word, word))


@cache
def _titles() -> frozenset[str]:
    listed = read_names().honorifics
    return frozenset(word.rstrip(".") for word in listed.male | listed.female | listed.neutral if " " not in word)


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(word.replace(".", "") for word in read_names().honorifics.suffixes)
