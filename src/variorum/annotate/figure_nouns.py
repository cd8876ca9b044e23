"""Which noun does a number count?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from variorum.lexicon.quantities import Quantities

_QUOTES = frozenset({'"', "“", "”"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "RB", "RBS", "AFX"})
_DETERMINERS = frozenset({"DT", "PRP$", "CD", "PDT", "JJS", "RBS"})


@dataclass(frozen=True)
class Noun:
    """A counted noun: the first word of its phrase after the number and its head; `partitive`: it follows "of"."""

    first: Token
    head: Token
    partitive: bool


@dataclass(frozen=True)
class NounReader:
    """Finds the noun after a number by tags, as the parse is often wrong about numbers."""

    lexicon: Quantities

    def is_person(self, token: Token) -> bool:
        """Whether the noun is one for people: by the lexicon, or a people's name ("Syrians")."""
        if lemma_of(token) in self.lexicon.people.nouns or token.lower_ in self.lexicon.people.nouns:
            return True
        if token.lower_.endswith(("men", "women", "man", "woman")) and token.pos_ == "NOUN" and len(token.text) > 5:
            return True
        return token.ent_type_ in ("NORP", "GPE") and token.tag_ in ("NNS", "NNPS") and token.lower_.endswith("s")

    def read(self, token: Token) -> Noun | None:
        """The noun that follows the number, past adjectives and other nouns of its phrase, or "of" and its phrase."""
        words = _past_age(list(words_ahead(token, 14)))
        partitive = False
        while words and (words[0].lower_ in self.lexicon.bounds.between or words[0].text == "-"):
            words = words[1:]
        if words and words[0].lower_ == "of":
            partitive, words = True, words[1:]
            while words and words[0].tag_ in _DETERMINERS:
                words = words[1:]
        if words and not partitive and self._is_unit(words):
            return Noun(words[0], words[0], partitive)
        phrase = self._phrase(words, partitive)
        if phrase is not None and not partitive and self.is_state(phrase.first) and phrase.first.i != phrase.head.i:
            return phrase if self.is_person(phrase.head) else None
        return phrase

    def _is_unit(self, words: list[Token]) -> bool:
        """Whether the word right after the number is a unit that measures the next noun ("80 yard run", "30 year rate")."""
        units = self.lexicon.units
        after = words[1] if len(words) > 1 else None
        named = lemma_of(words[0]) in units.currencies | units.measures or lemma_of(words[0]) in units.durations
        return named and words[0].pos_ in ("NOUN", "PROPN") and not (after is not None and after.tag_ == "POS")

    def is_state(self, token: Token) -> bool:
        """Whether the word tells what became of people or things ("dead", "shot", "destroyed")."""
        return token.lower_ in self._states

    @cached_property
    def _states(self) -> frozenset[str]:
        return frozenset(state for cues in self.lexicon.measures for state in cues.states)

    def _phrase(self, words: list[Token], partitive: bool) -> Noun | None:
        """The noun phrase at the start of the words: premodifiers, then nouns; None where no noun comes."""
        head: Token | None = None
        for place, word in enumerate(words):
            before = words[place - 1] if place else None
            rest = words[place + 1 : place + 4]
            if before is not None and before.text == "-" and not before.whitespace_:
                head = word if word.tag_ in _NOUNS else None
            elif self._is_noun(word, head):
                if head is not None and self._begins_anew(word, head):
                    break
                head = None if rest and rest[0].tag_ == "POS" else word
            elif head is not None and head.tag_ == "NN" and word.lower_ in ("and", "or") and _shared_head(rest):
                head = None
            elif not self._modifies(word, head, rest):
                break
        return Noun(words[0], head, partitive) if head is not None else None

    def _is_noun(self, word: Token, head: Token | None) -> bool:
        if word.lower_ in self.lexicon.exclusions.deictics:
            return False
        acronym = (
            len(word.text) > 1
            and word.text.isupper()
            and word.is_alpha
            and not (head is not None and head.tag_ == "NNS")
        )
        return acronym or word.pos_ in ("NOUN", "PROPN") or word.tag_ in _NOUNS

    def _begins_anew(self, word: Token, head: Token) -> bool:
        """Whether a noun after a noun starts another phrase, as happens where punctuation is lost."""
        if word.is_upper and len(word) > 1 and head.tag_ not in ("NNS", "NNPS"):
            return False
        if head.tag_ == "NNS" and self.is_person(head) and not (self.is_person(word) and word.tag_ == "NNS"):
            return True
        if head.tag_ == "NNS" and word.pos_ == "PROPN":
            return True
        return word.dep_ in ("nsubj", "npadvmod", "dobj") and head.head != word and word.tag_ not in ("NNS", "NNPS")

    def _modifies(self, word: Token, head: Token | None, rest: list[Token]) -> bool:
        """Whether the word only stands before the noun to come."""
        if word.tag_ == "POS":
            return True
        if word.tag_ == "CC" and head is None:
            return bool(rest) and rest[0].tag_ in ("JJ", "NN", "NNP", "NNS")
        upcoming = rest[0] if rest else None
        if upcoming is not None and upcoming.text == "-" and not word.whitespace_:
            return True
        if head is not None and head.pos_ == "PROPN" and word.tag_ == "JJ" and upcoming is not None:
            return upcoming.pos_ == "NOUN"
        if head is not None:
            return word.text == "-" or word.tag_ == "HYPH"
        if word.lower_ in self.lexicon.context.including_words:
            return False
        if upcoming is None or not (word.tag_ in _MODIFIERS or word.text == "-" or word.text in _QUOTES):
            return False
        if word.tag_ == "VBN" and word.dep_ not in ("amod", "compound") and upcoming.tag_ in ("IN", "DT"):
            return False
        return word.tag_ != "RB" or upcoming.tag_ in ("JJ", "VBN", "JJS", "VBG", "HYPH")


def _past_age(words: list[Token]) -> list[Token]:
    """The words after an age that stands before a noun ("two 15-year-old boys", "a 23 year old man")."""
    for place, word in enumerate(words[:6]):
        if word.lower_ in ("old", "olds") and any(
            "year" in other.lower_ or "month" in other.lower_ for other in words[:place]
        ):
            return words[place + 1 :]
    return words


def _shared_head(words: list[Token]) -> bool:
    """Whether a plural noun with only its modifiers before it follows ("rebel and regime forces")."""
    for word in words:
        if word.tag_ == "NNS":
            return True
        if word.tag_ not in ("NN", "JJ", "NNP"):
            return False
    return False


def lemma_of(token: Token) -> str:
    """The lemma in lower case, with the plural cut off where the tagger left it on."""
    lower = token.lemma_.lower()
    return (
        lower[:-1]
        if lower == token.lower_ and token.tag_ in ("NNS", "NNPS") and lower.endswith("s") and not lower.endswith("ss")
        else lower
    )


def words_ahead(token: Token, limit: int) -> Iterator[Token]:
    """The tokens after the token, to the sentence's end or the limit."""
    for index in range(token.i + 1, min(token.i + 1 + limit, token.sent.end)):
        yield token.doc[index]
