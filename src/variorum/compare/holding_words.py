"""Which words of a sentence say who holds a place?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from variorum.compare.first_words import phrase_before, phrase_behind, trimmed
from variorum.lexicon.names import read_demonyms
from variorum.lexicon.points import load_points
from variorum.model.base import Span


@dataclass(frozen=True)
class Hold:
    """Words from `start` to `end` of a sentence that say that somebody, told of at `holder`, holds a place, which stands
    behind the words or before them; `state`: holds it, and not only took it.
    """

    start: int
    end: int
    holder: Span
    place_behind: bool
    state: bool = True


def tells_of_holding(words: str) -> bool:
    """Whether the words, in small letters, may say who holds a place."""
    return any(pattern.search(words) for name, pattern in _patterns().items() if name != "is")


def told_holders(words: str) -> Iterator[Hold]:
    """The words of a sentence in small letters that say who holds or took a place, in order of the ways to say it."""
    patterns, lexicon = _patterns(), load_points()
    for name in ("holds", "took"):
        for match in patterns[name].finditer(words):
            doer = trimmed(phrase_before(words, match.start()), words)
            first = words[doer.start : doer.end].split()[:1]
            clause = patterns["is"].search(words, doer.start, doer.end)  # "the ship is under remote | control"
            named = (
                first
                and clause is None
                and (first[0] not in lexicon.vague or words[doer.start : doer.end] in lexicon.holding.nobody)
            )
            if named:
                yield Hold(match.start(), match.end(), doer, place_behind=True, state=name == "holds")
    for match in patterns["held_by"].finditer(words):
        holder = trimmed(phrase_behind(words, match.end()), words)
        if words[holder.start : holder.end].split()[:1]:
            yield Hold(match.start(), match.end(), holder, place_behind=False)
    for match in patterns["hands"].finditer(words):
        whose = match["whose"].removesuffix("'s").removesuffix("’s")
        if whose in read_demonyms() or whose in lexicon.holding.whose:
            holder = Span(start=match.start("whose"), end=match.start("whose") + len(whose))
            yield Hold(match.start(), match.end(), holder, place_behind=False)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load_points().holding
    states, adverbs = "|".join(words.states), "|".join(words.adverbs)
    return {
        "is": re.compile(rf"\b(?:{states})\b"),
        "holds": re.compile(rf"\b(?:(?:{adverbs}) )*(?:{'|'.join(words.holds)})\b"),
        "took": re.compile(rf"\b(?:{'|'.join(words.took)})\b"),
        "held_by": re.compile(rf"\b(?:{states}) (?:(?:{adverbs}) )*(?:{'|'.join(words.by)})\b"),
        "hands": re.compile(
            rf"\b(?:{states}) (?:(?:{adverbs}) )*(?:in|under) (?:the |full )*(?P<whose>[\w’'-]+) (?:hands|control)\b"
        ),
    }
