"""What does a number count, and in which unit?"""

import re
from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotate.figure_bounds import Quantity
from variorum.annotate.figure_nouns import Noun, NounReader, lemma_of, words_ahead
from variorum.lexicon.quantities import Quantities
from variorum.model.base import Record

MONEY, PERCENT, DURATION, AGE, PERSON, THING, RATIO, SCALAR, BARE, FRACTION = (
    "money", "percent", "duration", "age", "person", "thing", "ratio", "scalar", "bare", "fraction",
)  # fmt: skip
"""Kinds of what is counted: scalars are physical measures; bare is a number with no noun of its own."""


class Counted(Record, frozen=True, kw_only=True):
    """What a quantity counts: its kind, its unit in the singular, and where its noun stands (token index; None: no noun).

    `first`..`last` are the token indexes of number and noun together, `noun_first` the first word of the noun phrase
    after the number; `partitive` says that the noun follows "of" ("three of the men", "dozens of people").
    """

    kind: str
    unit: str | None
    head: int | None
    noun_first: int | None = None
    first: int
    last: int
    partitive: bool = False


@dataclass(frozen=True)
class UnitReader:
    """Finds the noun or sign that a quantity counts."""

    lexicon: Quantities
    nouns: NounReader

    def read(self, quantity: Quantity, number: list[Token]) -> Counted:
        """What the quantity counts; `number` are the tokens of its number words, at least one."""
        ends = quantity.ends
        first, last = number[0].i, number[-1].i
        if quantity.form == "fraction":
            noun = self.nouns.read(number[-1])
            return Counted(
                kind=FRACTION, unit="ratio", head=noun.head.i if noun else None, noun_first=noun.first.i if noun else None,
                first=first, last=noun.head.i if noun else last, partitive=True,
            )  # fmt: skip
        currency = next((end.currency for end in ends if end.currency), None)
        if currency:
            return self._money(currency, number)
        sign = next((end.sign for end in reversed(ends) if end.sign), None)
        if sign:
            return self._sign(sign, first, last)
        noun = self.nouns.read(number[-1])
        after = _next(number[-1])
        glued = self._glued(quantity, number)
        if glued is not None:
            return glued
        if number[0].i > number[0].sent.start and number[0].nbor(-1).lower_ == "magnitude":
            return Counted(kind=SCALAR, unit="magnitude", head=None, first=first, last=last)
        phrase = self._percent_words(number[-1])
        if phrase is not None:
            return Counted(kind=PERCENT, unit="percent", head=phrase.i, first=first, last=phrase.i)
        if age := self._age(number[-1]):
            return Counted(kind=AGE, unit="year", head=age.i, first=first, last=age.i)
        if after is not None and after.text in self.lexicon.units.signs and not after.is_stop and len(after.text) <= 5:
            return Counted(
                kind=SCALAR, unit=self.lexicon.units.signs[after.text], head=after.i, first=first, last=after.i
            )
        if noun is None and (self.stated_age(quantity, number) or self._age_limit(number)):
            return Counted(kind=AGE, unit="year", head=None, first=first, last=last)
        if noun is None:
            return Counted(kind=BARE, unit=None, head=None, first=first, last=last)
        alone = noun.head == noun.first and not noun.partitive and quantity.low != 1
        if alone and self.nouns.is_state(noun.head) and not self.nouns.is_person(noun.head):
            return Counted(kind=BARE, unit=None, head=None, first=first, last=last)
        return self._named(noun, number)

    def _money(self, currency: str, number: list[Token]) -> Counted:
        units = self.lexicon.units
        unit = units.symbols.get(currency) or units.symbols.get(currency.replace(" ", ""), currency)
        return Counted(kind=MONEY, unit=unit, head=None, first=number[0].i, last=number[-1].i)

    def _sign(self, sign: str, first: int, last: int) -> Counted:
        units = self.lexicon.units
        if sign in units.percent:
            return Counted(kind=PERCENT, unit="percent", head=None, first=first, last=last)
        if sign in units.durations:
            return Counted(kind=DURATION, unit=units.durations[sign], head=None, first=first, last=last)
        return Counted(kind=SCALAR, unit=units.signs[sign], head=None, first=first, last=last)

    def _percent_words(self, token: Token) -> Token | None:
        after = _next(token)
        if after is None:
            return None
        if after.lower_ in self.lexicon.units.percent:
            return after
        second = _next(after)
        if second is not None and f"{after.lower_} {second.lower_}" in self.lexicon.units.percent:
            return second
        return None

    def _glued(self, quantity: Quantity, number: list[Token]) -> Counted | None:
        """A unit or age tied on by hyphens, which the tokens may split in other places ("48-hour", "23-year-old")."""
        sentence, first = number[0].sent, number[0].i
        rest = sentence.text[quantity.number_end : quantity.number_end + 30]
        if age := re.match(r"[-\s](?:year|month)s?[-\s]olds?\b", rest, re.IGNORECASE):
            return Counted(
                kind=AGE, unit="year", head=None, first=first, last=_token_at(number, quantity.number_end + age.end())
            )
        match = re.match(r"-([a-z]+)\b", rest)
        if match is None:
            return None
        units, word = self.lexicon.units, match[1]
        last = _token_at(number, quantity.number_end + match.end())
        if word in units.durations:
            return Counted(kind=DURATION, unit=units.durations[word], head=None, first=first, last=last)
        if word in units.measures:
            return Counted(kind=SCALAR, unit=word, head=None, first=first, last=last)
        return None

    def _age(self, token: Token) -> Token | None:
        """The last word of "23-year-old", "50 year old", "30 years old", "5 years of age"."""
        words = [word for word in words_ahead(token, 6) if word.lower_ not in ("-", "–")]
        joined = " ".join(word.lower_ for word in words[:3])
        for pattern in self.lexicon.units.ages:
            if joined.startswith(pattern):  # "year old" also begins "year olds"
                return words[len(pattern.split()) - 1]
        return None

    def stated_age(self, quantity: Quantity, number: list[Token]) -> bool:
        """Whether a bare number is an age: "Maria Lopez, 34, said", "aged 18 to 34"."""
        first, last = number[0], number[-1]
        before = first.nbor(-1) if first.i > first.sent.start else None
        after = _next(last)
        if (
            before is None
            or quantity.high is None
            or not 0 < quantity.high < 110
            or quantity.form not in ("digits", "range")
        ):
            return False
        if before.lower_ == "of" and before.i > first.sent.start:
            before = before.nbor(-1)
        if before.lemma_.lower() in ("age", "aged") or quantity.form == "range" and before.nbor(-1).lower_ == "aged":
            return True
        subject = (
            next((child for child in before.children if child.dep_ == "nsubj"), None) if before.lemma_ == "be" else None
        )
        if subject is not None and (after is None or after.is_punct):
            return (
                subject.tag_ == "PRP" and subject.lower_ in self.lexicon.units.persons or subject.ent_type_ == "PERSON"
            )
        if self._listed_age(quantity, first):
            return True
        name = before.nbor(-1) if before.text in (",", "(") and before.i > first.sent.start else None
        if name is None or after is None or after.text not in (",", ")", ".", ";") or quantity.form != "digits":
            return False
        person = name.pos_ == "PROPN" and name.ent_type_ in ("PERSON", "", "ORG", "GPE") and name.dep_ != "pobj"
        stands = name.tag_ == "NN" and name.dep_ in ("nsubj", "nsubjpass", "appos", "dobj", "conj")
        return quantity.high >= 2 and (person or stands)

    def _age_limit(self, number: list[Token]) -> bool:
        """Whether a bare number bounds the age of those before it: "children *under five*", "men over 60"."""
        first = number[0]
        if first.i - 2 < first.sent.start or first.nbor(-1).lower_ not in self.lexicon.exclusions.age_limits:
            return False
        people, after = first.nbor(-2), _next(number[-1])
        counted = people.tag_ == "NNS" and people.lemma_.lower() in self.lexicon.people.nouns
        return counted and (after is None or after.is_punct or after.pos_ in ("VERB", "AUX", "ADP", "CCONJ", "ADV"))

    @staticmethod
    def _listed_age(quantity: Quantity, first: Token) -> bool:
        """Whether the number is one of the ages of several people: "his sons, 17 and 22, were", "both 51,"."""
        text = first.sent.text
        before, after = text[: quantity.start], text[quantity.end :]
        if re.search(r"\bboth\s+$", before):
            return after.startswith(",")
        if re.search(r"\b(?:ages|aged)\s+\d{1,2}(?:, \d{1,2})*,? and\s+$", before):
            return True
        leads = re.search(r",\s+$", before) and re.match(r"(?:, \d{1,2})*,? and \d{1,2}[,.]", after)
        ends = re.search(r", \d{1,2}(?:, \d{1,2})*,? and\s+$", before) and re.match(r"[,.]", after)
        return bool(leads or ends)

    def _named(self, noun: Noun, number: list[Token]) -> Counted:
        lemma = lemma_of(noun.head)
        units, first = self.lexicon.units, number[0].i
        kind, unit = THING, lemma
        if lemma in units.currencies:
            kind, unit = MONEY, self._currency_name(noun, lemma)
        elif lemma in units.durations:
            kind, unit = DURATION, units.durations[lemma]
        elif lemma in units.measures:
            kind, unit = SCALAR, lemma
        elif self.nouns.is_person(noun.head):
            kind, unit = PERSON, "person"
        elif lemma in ("time", "fold"):
            kind, unit = RATIO, "times"
        return Counted(
            kind=kind, unit=unit, head=noun.head.i, noun_first=noun.first.i, first=first, last=noun.head.i,
            partitive=noun.partitive,
        )  # fmt: skip

    def _currency_name(self, noun: Noun, lemma: str) -> str:
        words = [token.text for token in noun.first.doc[noun.first.i : noun.head.i] if token.text[0].isupper()]
        return " ".join([*words, lemma])


def _token_at(number: list[Token], end: int) -> int:
    """The index of the sentence's last token that starts before the offset."""
    base, last = number[0].sent.start_char, number[-1].i
    while last + 1 < number[0].sent.end and number[0].doc[last + 1].idx < base + end:
        last += 1
    return last


def _next(token: Token) -> Token | None:
    return token.nbor(1) if token.i + 1 < token.sent.end else None


def unit_reader(lexicon: Quantities) -> UnitReader:
    """The reader for the lexicon."""
    return UnitReader(lexicon, NounReader(lexicon))
