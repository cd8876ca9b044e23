"""Who is told of as one person without any number: "the driver", "his wife", "Ann Lee"?"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from variorum.annotate.figure_bounds import Quantity
from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_number_words import Numeral
from variorum.annotate.figure_units import PERSON, Counted, UnitReader

ONES = frozenset({"single", "definite"})
"""Forms of counts of one person without a number."""
_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "attr"})
"""Where in the clause a person suffers or dies."""


@dataclass(frozen=True)
class VictimFinder:
    """Finds persons known to the reader: with a definite article, an owner, or a name of their own."""

    units: UnitReader

    def find(self, sentence: TokenSpan) -> Iterator[Candidate]:
        """The persons as counts of one, in order; what is told of them is not asked here."""
        for token in sentence:
            if token.dep_ not in _PLACES:
                continue
            if token.ent_type_ == "PERSON" and token.pos_ == "PROPN":
                yield self._candidate(sentence, _name_start(token), token)
            elif (number := self._few(token)) is not None:
                yield self._candidate(sentence, token, token, "pair", number)
            elif token.tag_ == "NN" and self.units.nouns.is_person(token) and not self._of_many(token):
                owner = next((child for child in token.children if _is_definite(child)), None)
                if owner is not None:
                    yield self._candidate(sentence, owner.left_edge, token)

    def _few(self, token: Token) -> int | None:
        """How many "the couple", "both" are; None for other words, and where a noun says of what ("a pair of shoes")."""
        number = self.units.lexicon.people.few.get(token.lower_)
        known = token.pos_ == "PRON" or token.lower_ == "both" or any(_is_definite(child) for child in token.children)
        return number if known and not any(child.lower_ == "of" for child in token.children) else None

    def _of_many(self, token: Token) -> bool:
        people = self.units.lexicon.people
        return token.lemma_.lower() in people.collectives | people.groups | people.counted_for_people

    @staticmethod
    def _candidate(
        sentence: TokenSpan, first: Token, noun: Token, form: str = "definite", number: int = 1
    ) -> Candidate:
        quantity = one_of(first, sentence, form, number)
        return Candidate(sentence=sentence, quantity=quantity, counted=_one(first, noun), root=noun)


def _is_definite(child: Token) -> bool:
    article = child.dep_ == "det" and child.lower_ in ("the", "this", "that")
    return article or child.dep_ == "poss"


def _name_start(token: Token) -> Token:
    """The first word of the name, titles included ("Mayor Ann Lee")."""
    first = token
    while first.i > token.sent.start and first.nbor(-1).dep_ == "compound" and first.nbor(-1).head == token:
        first = first.nbor(-1)
    return first


def _one(first: Token, noun: Token) -> Counted:
    start = noun
    while start.i > first.i and start.nbor(-1).dep_ == "compound" and start.nbor(-1).head == noun:
        start = start.nbor(-1)
    return Counted(kind=PERSON, unit="person", head=noun.i, noun_first=start.i, first=first.i, last=noun.i)


def one_of(token: Token, sentence: TokenSpan, form: str, value: int = 1) -> Quantity:
    """The quantity, not said as a number, that stands at the token."""
    start = token.idx - sentence.start_char
    end = start + len(token)
    numeral = Numeral(start=start, end=end, low=value, high=value, coefficient=value, form=form)
    return Quantity(
        start=start, end=end, number_start=start, number_end=end, low=value, high=value, ends=(numeral,), form=form
    )  # fmt: skip
