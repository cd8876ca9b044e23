"""Which title stands before a name, and what office, time and country does it tell?"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from variorum.annotate.mention_draft import is_break, is_possessive, plain
from variorum.annotate.mention_phrases import Match
from variorum.annotate.mention_scope import demonym
from variorum.lexicon.names import Modifiers, read_names

_FARTHEST = 8
_BRACKETS = frozenset("[]()\"'“”‘’«»")


class Title(NamedTuple):
    """A title at the tokens first..last, half-open, before a name; `office` is None for a mere form of address."""

    first: int
    last: int
    office: str | None
    former: bool


def find_title(doc: Doc, matches: Mapping[int, Match], first: int) -> Title | None:
    """The title of the name that starts at the token; None where there is none. `matches` are keyed by their last token."""
    end = _skip_brackets(doc, first)
    match = matches.get(end) or _abbreviated(doc, matches, end) or office_before(doc, matches, end)
    if match is None or match.sort not in {"office", "honorific"} or is_break(doc[max(end - 1, 0)]):
        return None
    if match.sort == "honorific" and not doc[match.first].text[:1].isupper():
        return None
    start = _left_of(doc, match.first)
    words = [plain(token.text) for token in doc[start : match.last]]
    office = match if match.sort == "office" else None
    if office is None or office.name in read_names().offices.military | read_names().offices.bench:
        outer = matches.get(match.first)
        if outer is not None and outer.sort == "office" and outer.first >= doc[match.first].sent.start:
            start = _left_of(doc, outer.first)
            words = [plain(token.text) for token in doc[start : match.last]]
        office = _office_within(matches, start, match.first) or office
    return Title(start, end, office.name if office else None, is_former(words, read_names().modifiers))


def _abbreviated(doc: Doc, matches: Mapping[int, Match], end: int) -> Match | None:
    """The rank whose full stop the tokeniser cut off ("Col | . Berg")."""
    if end < 2 or doc[end - 1].text != "." or doc[end - 2].whitespace_:
        return None
    match = matches.get(end - 1)
    return match if match and match.sort == "honorific" and len(doc[end - 2].text) <= _SHORT else None


_SHORT = 5


def _office_within(matches: Mapping[int, Match], start: int, end: int) -> Match | None:
    """The office before a rank: "Defence Ministry spokesman Major General Ivan Petrov"."""
    inside = (matches[at] for at in range(end, start, -1) if at in matches)
    return next((match for match in inside if match.sort == "office" and match.first >= start), None)


def is_former(words: Sequence[str], modifiers: Modifiers) -> bool:
    """Whether the words before an office say that it is over."""
    return any(word in modifiers.former for word in words)


def _skip_brackets(doc: Doc, first: int) -> int:
    while first > 0 and doc[first - 1].text in _BRACKETS:
        first -= 1
    return first


def office_before(doc: Doc, matches: Mapping[int, Match], end: int) -> Match | None:
    """The office in "Prime Minister of Armenia Nikol Pashinyan": proper words alone between it and the token `end`."""
    at = end
    while at > max(0, end - _FARTHEST):
        at -= 1
        token = doc[at]
        if plain(token.text) in {"of", "for"}:
            if not any(doc[n].text[:1].isupper() for n in range(at + 1, end)):
                return None
            match = matches.get(at)
            return match if match and match.sort == "office" else None
        if not (token.text[:1].isupper() or plain(token.text) in {"the", "and"}):
            return None
    return None


def _left_of(doc: Doc, first: int) -> int:
    """Where the words that modify an office begin: adjectives, nouns and possessives, no further than its phrase."""
    start, sentence = first, doc[first].sent.start
    capital = doc[first].text[:1].isupper()
    while start > max(sentence, first - _FARTHEST) and _modifies(doc[start - 1]):
        token = doc[start - 1]
        if (capital and token.pos_ == "NOUN" and token.is_lower) or (demonym(doc[start]) and not _moves(token)):
            break
        start -= 1
    while start < first and (is_possessive(doc[start]) or doc[start].is_punct):
        start += 1
    return start


def _moves(token: Token) -> bool:
    """Whether the word may stand before a people's name in a title: "former French", "then-Soviet"."""
    modifiers = read_names().modifiers
    word = plain(token.text)
    return token.is_punct or word in modifiers.former or word in modifiers.acting or word in modifiers.current


def _modifies(token: Token) -> bool:
    if is_break(token) or token.pos_ in {"VERB", "AUX", "ADP", "DET", "PRON", "CCONJ", "SCONJ", "NUM"}:
        return False
    if token.is_punct:
        return token.text in {"-", "‑"}
    return token.pos_ in {"ADJ", "NOUN", "PROPN", "PART"} or is_possessive(token) or plain(token.text) in {"ex", "then"}
