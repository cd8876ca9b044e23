"""Where do the lexicon's phrases stand in a text: offices, bodies, crowds, nouns for persons, forms of address?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc

from variorum.annotate.mention_draft import phrase_words, plain
from variorum.lexicon.names import Names, filed_under, ministries


class Phrase(NamedTuple):
    """A phrase of the lexicon; `sort` is office, body, metonym, group, person, honorific or outlet."""

    words: tuple[str, ...]
    sort: str
    name: str


@dataclass(frozen=True)
class Match:
    """A phrase found at the tokens first..last, half-open; `name` is what it is filed under."""

    first: int
    last: int
    sort: str
    name: str


_HYPHENS = frozenset({"-", "‑", "–"})


class PhraseFinder:
    """Finds phrases token by token; the longest of those that start at a token wins."""

    def __init__(self, names: Names) -> None:
        self._by_first: dict[str, list[Phrase]] = {}
        for phrase in sorted(set(_phrases(names)), key=lambda p: (-len(p.words), p.words, _RANK[p.sort], p.name)):
            self._by_first.setdefault(phrase.words[0], []).append(phrase)

    def find(self, doc: Doc) -> tuple[Match, ...]:
        """All matches in order of the text, none overlapping another."""
        words = [plain(token.text) for token in doc]
        found: list[Match] = []
        at = 0
        while at < len(words):
            match = self._at(words, at)
            if match:
                found.append(match)
                at = match.last
            else:
                at += 1
        return tuple(found)

    def _at(self, words: Sequence[str], at: int) -> Match | None:
        for phrase in self._by_first.get(words[at], ()):
            if tuple(words[at : at + len(phrase.words)]) == phrase.words:
                return Match(first=at, last=at + len(phrase.words), sort=phrase.sort, name=phrase.name)
        return None


_RANK = {"metonym": 0, "body": 1, "office": 2, "person": 3, "group": 4, "outlet": 5, "honorific": 6}


def _phrases(names: Names) -> Iterable[Phrase]:
    offices = names.offices.state | names.offices.body | names.offices.open | frozenset(names.offices.same)
    yield from _sort("office", offices, filed_under(names.offices.same))
    bodies = filed_under(names.bodies.same)
    yield from _sort("body", names.bodies.plain, bodies)
    for phrase, name in ministries(names.bodies).items():
        yield Phrase(phrase_words(phrase), "body", bodies.get(name, name))
    for phrase in names.bodies.metonyms:
        yield Phrase(phrase_words(phrase), "metonym", phrase)
    yield from _sort("group", names.groups.plural, filed_under(names.groups.same))
    yield from _sort("person", names.persons.male | names.persons.female | names.persons.neutral, {})
    yield from _sort("outlet", names.organizations.media, {})
    titles = names.honorifics
    yield from _sort("honorific", titles.male | titles.female | titles.neutral, {})


def _sort(sort: str, phrases: Iterable[str], filed: Mapping[str, str]) -> Iterable[Phrase]:
    for phrase in phrases:
        yield Phrase(phrase_words(phrase), sort, filed.get(phrase, phrase))
