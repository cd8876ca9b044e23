"""Which stretches may be names, and where does a name end in a headline that capitalises every word?"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span

from variorum.annotate.mention_draft import plain

_CAPITAL_SHARE = 0.7
_ENOUGH = 4


class Candidate(NamedTuple):
    """A stretch of tokens, half-open, that may be a name; `label` is the model's, None where a rule found it."""

    first: int
    last: int
    label: str | None


def cut_in_headlines(doc: Doc, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, those in headlines cut to a name that the report's running text knows ("Berg Resigns Over Strike")."""
    shouting = {sentence.start for sentence in doc.sents if _is_headline(sentence)}
    if not shouting:
        return list(candidates)
    inside = [doc[c.first].sent.start in shouting for c in candidates]
    known = Counter(_words(doc, c.first, c.last) for c, hot in zip(candidates, inside, strict=True) if not hot)
    sure = {words for words, count in known.items() if len(words) > 1 or count > 1}
    return [_cut(doc, c, sure) if hot else c for c, hot in zip(candidates, inside, strict=True)]


def _is_headline(sentence: Span) -> bool:
    """Whether nearly all words of a sentence are capitalised, so that capitals tell no names."""
    words = [token for token in sentence if token.is_alpha and len(token.text) > 3]
    return len(words) >= _ENOUGH and sum(token.text[0].isupper() for token in words) >= _CAPITAL_SHARE * len(words)


def _words(doc: Doc, first: int, last: int) -> tuple[str, ...]:
    return tuple(plain(token.text) for token in doc[first:last])


def _cut(doc: Doc, candidate: Candidate, sure: set[tuple[str, ...]]) -> Candidate:
    """The longest known name inside the candidate; the candidate itself where it holds none."""
    words = _words(doc, candidate.first, candidate.last)
    for size in range(len(words), 0, -1):
        for at in range(len(words) - size + 1):
            if words[at : at + size] in sure:
                return Candidate(candidate.first + at, candidate.first + at + size, candidate.label)
    return candidate
