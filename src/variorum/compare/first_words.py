"""Which words of a sentence say who began a fight, and whom do they name?"""

import re
from collections.abc import Iterator
from functools import cache

from variorum.lexicon.names import read_demonyms
from variorum.lexicon.points import load_points
from variorum.model.base import Span

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?:(?!\s|[”\"’])|(?=[ ][a-z]))[^.!?\n]+)*[.!?]?")
"""A sentence of a text, its mark included; none goes on over the end of a line."""
_PHRASE = 70
_OPENS = re.compile(
    r"[,;:.!?()“”\"«»\n]"
    r"|\b(?:that|when|after|because|said|says|and|but|as|while|how|since|although|though|whereas|if|unless)\b"
)
_ENDS = re.compile(r"[,;:.!?()“”\"«»\n]|\b(?:who|which|that|and|but|as|after|before|when|while|on|at|in|near|during)\b")
_WHEN = re.compile(r"(?:at|on|in|by|during|around) (?:[\w:.-]+ ){1,3}?(?=(?:the|a|an|some) )")
"""A time or place before the noun phrase: "at noon | the guards"."""
_ASIDE = re.compile(r"(?:^|[.,;:] ?)(?P<who>[^,;:.]{3,50}), [^,;:.]{3,45}, ?$")
"""A noun phrase with an apposition: "the marchers, “paid thugs”, | attacked first"."""
_CLEFT = re.compile(r"it (?:was|is|were) (?:only |not )?(?=(?:the|a|an) |[\w-]+ \w)")
"""What opens a sentence that picks one out: "it was | the guards who fired first"."""
_WORD = re.compile(r"[\w’'-]+")


def tells(words: str) -> bool:
    """Whether the words, in small letters, may say who began a fight."""
    return any(pattern.search(words) for pattern in _patterns().values())


def told_doers(words: str) -> Iterator[tuple[Span, Span]]:
    """The words of a sentence in small letters that say that someone began a fight, and the noun phrase for whom."""
    for match in _patterns()["did"].finditer(words):
        yield from _with_doer(Span(start=match.start(), end=match.end()), phrase_before(words, match.start()), words)
    for match in _patterns()["by"].finditer(words):
        yield from _with_doer(Span(start=match.start(), end=match.end()), phrase_behind(words, match.end()), words)
    for match in _patterns()["when"].finditer(words):
        doer = Span(start=match.start("doer"), end=match.end("doer"))
        yield from _with_doer(Span(start=match.start(), end=match.end()), doer, words)


def without_denial(words: str) -> str:
    """The noun phrase without the words of a denial and the auxiliaries behind it: "the guards did not" → "the guards"."""
    return _auxiliaries().sub("", words).strip()


def country_in(words: str) -> str | None:
    """The country whose people the words name by a demonym; None where none does."""
    demonyms = read_demonyms()
    return next((demonyms[word] for word in _WORD.findall(words.casefold()) if word in demonyms), None)


def trimmed(phrase: Span, words: str) -> Span:
    """The phrase without marks and spaces around it, a time or place before it ("at noon"), and "it was … who"."""
    start, end = phrase.start, phrase.end
    while start < end and not words[start].isalnum():
        start += 1
    while end > start and not words[end - 1].isalnum():
        end -= 1
    when = _WHEN.match(words, start, end) or _CLEFT.match(words, start, end)
    start = when.end() if when else start
    end -= len(" who") if words[start:end].endswith(" who") else 0
    return Span(start=start, end=max(start, end))


def _with_doer(told: Span, doer: Span, words: str) -> Iterator[tuple[Span, Span]]:
    doer = trimmed(doer, words)
    start, end = doer.start, doer.end
    first = words[start:end].split()[:1]
    open_ = any(sign in f"{words[start:end]} " for sign in load_points().no_fact)
    if first and first[0] not in load_points().vague and not open_:
        yield told, Span(start=start, end=end)


def phrase_before(words: str, at: int) -> Span:
    """The words before the place, back to the mark or word that opens the clause."""
    lead = words[max(0, at - _PHRASE) : at]
    last = _OPENS.split(lead)[-1]
    if not last.strip() and (aside := _ASIDE.search(words, max(0, at - _PHRASE), at)) is not None:
        return Span(start=aside.start("who"), end=aside.end("who"))
    return Span(start=at - len(last), end=at)


def phrase_behind(words: str, at: int) -> Span:
    """The words behind the place, up to the mark or word that ends the noun phrase."""
    return Span(start=at, end=at + len(_ENDS.split(words[at : at + _PHRASE])[0]))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    first = load_points().first
    when, attacked = "|".join(first.when), "|".join(first.attacked)
    return {
        "did": re.compile(rf"\b(?:{'|'.join(first.did)})"),
        "by": re.compile(rf"\b(?:{'|'.join(first.by)})"),
        "when": re.compile(rf"\b(?:{when}) (?P<doer>(?:[\w’'-]+ ){{1,8}}?)(?:{attacked})\b"),
    }


@cache
def _auxiliaries() -> re.Pattern[str]:
    first = load_points().first
    helps, nots = "|".join(first.helps), "|".join(first.not_so)
    return re.compile(rf"(?: (?:{helps}))? ?(?:{nots})$", re.IGNORECASE)
