"""Is a number in its sentence a year, a name's number or a pronoun ("one"), and so no quantity?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from variorum.annotate.figure_number_words import Numeral
from variorum.lexicon.quantities import Quantities

_NAMES = frozenset({"ORG", "PRODUCT", "FAC", "WORK_OF_ART", "LAW", "EVENT"})
_WHO = frozenset({"NORP", "GPE", "LOC", "PERSON"})
_DECIMALS = re.compile(r"(\d[\d,.]*)\s?(?:[-–]|to)\s?$")


@dataclass(frozen=True)
class LabelReader:
    """Tells numbers that count from those that only name."""

    lexicon: Quantities

    def is_year(self, numeral: Numeral, tokens: Sequence[Token]) -> bool:
        """Whether four bare digits are a year: nothing bounds them, they have no partner in a range, and count no noun."""
        text = tokens[0].sent.text
        if not self._year_like(text[numeral.start : numeral.end]):
            return False
        if self._bounding.search(text[: numeral.start]):
            return False
        partner = re.match(r"\s?(?:[-–]|to)\s?(\d[\d,.]*)", text[numeral.end :]) or _DECIMALS.search(
            text[: numeral.start]
        )
        if partner is not None and len(partner[1]) > 2 and not self._year_like(partner[1].rstrip(".,")):
            return False
        return not self._counts(numeral, tokens)

    def _year_like(self, digits: str) -> bool:
        words = self.lexicon.exclusions
        return bool(re.fullmatch(r"\d{4}", digits)) and words.year_low <= int(digits) <= words.year_high

    @cached_property
    def _bounding(self) -> re.Pattern[str]:
        bounds = self.lexicon.bounds
        phrases = {*bounds.above, *bounds.from_, *bounds.below, *bounds.up_to, *bounds.about}
        longer = sorted(
            (re.escape(phrase) for phrase in phrases if phrase not in self.lexicon.exclusions.time_words), key=len
        )
        return re.compile(rf"(?:^|\s)(?:{'|'.join(reversed(longer))})\s*$", re.IGNORECASE)

    def _counts(self, numeral: Numeral, tokens: Sequence[Token]) -> bool:
        """Whether a noun for people or a unit follows, or a plain plural after a number too low for a recent year."""
        following, units = following_token(tokens[-1]), self.lexicon.units
        if following is None:
            return False
        lemma = following.lemma_.lower()
        if lemma in self.lexicon.people.nouns | units.currencies | units.measures or following.lower_ in units.signs:
            return True
        if following.lower_ in units.percent:
            return True
        before, head = token_before(tokens[0]), tokens[-1].head
        plural = counts_after(tokens[-1]) and head.tag_ == "NNS" and numeral.low < self.lexicon.exclusions.recent
        return plural and (before is None or before.pos_ not in ("DET", "ADP", "PART"))

    def is_label(self, numeral: Numeral, tokens: Sequence[Token]) -> bool:
        """Whether the number belongs to the name or label before it: "Article 5", "Group of 24", "Nasdaq 100"."""
        before, after = token_before(tokens[0]), following_token(tokens[-1])
        if before is None or numeral.form == "vague" or before.is_punct or before.is_space:
            return False
        if tokens[0].ent_iob_ == "I" and before.ent_type_ in _NAMES and before.pos_ == "PROPN" and not before.like_num:
            return True
        follows = after is not None and (
            after.pos_ in ("NOUN", "ADJ") or after.lemma_.lower() in self.lexicon.people.nouns
        )
        capital = before.text[0].isupper()
        if before.lower_ in self.lexicon.exclusions.labels and before.pos_ not in ("VERB", "AUX", "ADP", "NUM"):
            tied = capital or before.dep_ not in ("nsubj", "nsubjpass")
            return tied and (capital or not follows or self._grades(after))
        group = before.nbor(-1) if before.lower_ == "of" and before.i > 0 else None
        if group is not None and group.lower_ == "group" and group.text[0].isupper():
            return True
        if numeral.form != "words" and self._within_name(before, after):
            return True
        if numeral.form == "words" or counts_after(tokens[-1]):
            return False
        return self._named(before, after, follows)

    def _grades(self, after: Token | None) -> bool:
        """Whether a thing in the singular follows label and number, so that they grade it ("a category 4 storm")."""
        if after is None or after.tag_ != "NN":
            return False
        units, words = self.lexicon.units, {after.lower_, after.lemma_.lower()}
        counted = self.lexicon.people.nouns | units.measures | units.percent | units.currencies
        return not words & counted and not any(word in units.signs or word in units.durations for word in words)

    @staticmethod
    def _within_name(before: Token, after: Token | None) -> bool:
        """Whether the number stands inside the name of a product or model, a capitalised word on each side."""
        if after is None or after.tag_ != "NNP" or not after.text[0].isupper() or after.ent_type_ in _WHO:
            return False
        capital = before.tag_ == "NNP" and any(letter.isupper() for letter in before.text)
        return capital and before.ent_type_ not in (*_WHO, "DATE", "TIME")

    @staticmethod
    def _named(before: Token, after: Token | None, follows: bool) -> bool:
        if before.ent_type_ == "GPE" and (after is None or after.is_punct):
            return False
        named = before.pos_ == "PROPN" and any(letter.isupper() for letter in before.text)
        titled = after is not None and after.pos_ == "PROPN" and after.text[0].isupper() and after.ent_type_ != "NORP"
        return named and (before.ent_type_ != "PERSON" or titled) and (not follows or titled)

    def is_part(self, numeral: Numeral, tokens: Sequence[Token]) -> bool:
        """Whether number words are only part of a compound or rate: "three-bed", "parts per million"."""
        before, after = token_before(tokens[0]), following_token(tokens[-1])
        if tokens[0].lower_ in self.lexicon.numerals.scales and before is not None and before.lower_ == "per":
            return True
        if numeral.form != "words" or after is None or after.text != "-":
            return False
        part = following_token(after)
        units = self.lexicon.units
        return (
            part is not None
            and part.lemma_.lower() not in units.measures
            and part.lemma_.lower() not in units.durations
        )

    def is_pronoun(self, numeral: Numeral, tokens: Sequence[Token]) -> bool:
        """Whether "one" stands for a thing already named, or in an idiom, and counts nothing."""
        one = tokens[0]
        if numeral.low != 1 or one.lower_ != "one" or len(tokens) > 1:
            return False
        before, after, words = token_before(one), following_token(one), self.lexicon.exclusions
        if before is not None and (
            before.lower_ in words.never_one or one.text[0].isupper() and before.pos_ == "PROPN"
        ):
            return True
        if after is not None and after.lower_ in words.one_idioms_after:
            return True
        if counts_after(one):
            return False
        if before is not None and (before.lower_ in words.one_idioms_before or before.pos_ in ("ADJ", "DET")):
            return True
        if after is None:
            return one.dep_ != "nsubjpass"
        if after.pos_ in ("ADP", "SCONJ"):
            return after.lower_ != "of" and one.dep_ in ("dobj", "pobj")
        return after.pos_ in ("AUX", "VERB") and after.tag_ != "VBN" and not self._suffers(one)

    def _suffers(self, one: Token) -> bool:
        """Whether "one" is the subject of dying, fleeing, being hurt: then it counts a person."""
        verb = one.head
        if one.dep_ == "nsubjpass":
            return True
        return one.dep_ == "nsubj" and any(verb.lemma_ in cues.subject_verbs for cues in self.lexicon.measures)


def token_before(token: Token) -> Token | None:
    """The token before in the sentence."""
    return token.nbor(-1) if token.i > token.sent.start else None


def following_token(token: Token) -> Token | None:
    """The token after in the sentence."""
    return token.nbor(1) if token.i + 1 < token.sent.end else None


def counts_after(token: Token) -> bool:
    """Whether the parse makes the number count a word after it."""
    return token.dep_ == "nummod" and token.head.i > token.i
