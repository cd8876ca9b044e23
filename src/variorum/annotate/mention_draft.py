"""What is a mention before it is a row? The annotator's working record, and spans over tokens."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.model.terms import EntityType


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A mention under way. `first`..`last` are token numbers, half-open; `start`, `end` offsets into the report.

    A draft may start or end inside a token where words have run together. `title_first` is the token its title starts at.
    `antecedent` is the draft an apposition renames.
    """

    first: int
    last: int
    start: int
    end: int
    type: EntityType
    form: str
    rule: str
    kind: str | None = None
    former: bool = False
    country: str | None = None
    locality: str | None = None
    title: str | None = None
    title_first: int | None = None
    acronym: str | None = None
    gender: str | None = None
    head: tuple[int, int] | None = None
    antecedent: tuple[int, int] | None = None

    @property
    def span(self) -> tuple[int, int]:
        """The draft's offsets, which no two drafts of a report share."""
        return (self.start, self.end)


_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "ʼ": "'"})
_PARTS = re.compile(r"'s|[^\W_]+(?:\.(?=\w)[^\W_]+)*\.?|[^\w\s]")


def plain(text: str) -> str:
    """Lower case, with straight apostrophes."""
    return text.lower().translate(_QUOTES)


def phrase_words(phrase: str) -> tuple[str, ...]:
    """A lexicon phrase cut into words as the tokeniser cuts text."""
    return tuple(_PARTS.findall(plain(phrase)))


def is_possessive(token: Token) -> bool:
    """Whether the token is the clitic of a possessive."""
    return token.tag_ == "POS" or plain(token.text) in {"'s", "'"}


def is_break(token: Token) -> bool:
    """Whether no name can go across the token."""
    return token.is_space and "\n" in token.text


def is_capital(token: Token) -> bool:
    """Whether the token is written as a name is."""
    return token.text[:1].isupper()


def offsets(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """The text range of the tokens first..last (half-open, not empty)."""
    return doc[first].idx, doc[last - 1].idx + len(doc[last - 1].text)
