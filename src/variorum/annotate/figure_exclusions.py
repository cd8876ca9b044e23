"""Which numbers are no quantities: dates, clock times, phones, addresses, ordinals, numbers of names and lists?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from variorum.annotate.figure_number_words import Numeral
from variorum.lexicon.quantities import Quantities
from variorum.model.base import Span

_NAMES = frozenset({"ORG", "PRODUCT", "FAC", "WORK_OF_ART", "LAW", "EVENT"})


@dataclass(frozen=True)
class Exclusions:
    """Patterns of text that hold no quantity, and the words that make a number a label."""

    lexicon: Quantities
    patterns: re.Pattern[str]
    bounding: str

    def spans(self, text: str) -> list[Span]:
        """Stretches of the text (a sentence) whose numbers are no quantities."""
        found = [Span(start=match.start(), end=match.end()) for match in self.patterns.finditer(text)]
        scores = re.finditer(r"(?<![\w.,-])(\d{1,3})[-–](\d{1,3})(?![\w,%-]|\.\d)", text)
        return found + [
            Span(start=match.start(), end=match.end()) for match in scores if int(match[1]) >= int(match[2])
        ]

    def excludes(self, numeral: Numeral, sentence: TokenSpan, known: Sequence[Span]) -> bool:
        """Whether the numeral (offsets into the sentence) is no quantity; `known` are spans of dates and patterns."""
        span = Span(start=numeral.start, end=numeral.end)
        if numeral.currency is None and any(other.overlaps(span) for other in known):
            return True
        tokens = _tokens(sentence, numeral)
        if not tokens:
            return True
        if numeral.currency or numeral.sign:
            return False
        return self._is_year(numeral, tokens) or self._is_label(numeral, tokens) or self._is_idiom(numeral, tokens)

    def _is_year(self, numeral: Numeral, tokens: Sequence[Token]) -> bool:
        low, high = self.lexicon.exclusions.year_low, self.lexicon.exclusions.year_high
        raw = tokens[0].sent.text[numeral.start : numeral.end]
        if not re.fullmatch(r"\d{4}", raw) or not low <= numeral.low <= high:
            return False
        text = tokens[0].sent.text
        if re.search(rf"\b(?:{self.bounding})\s*$", text[: numeral.start], re.IGNORECASE):
            return False
        partner = re.match(r"\s?(?:[-–]|to)\s?(\d[\d,.]*)", text[numeral.end :]) or re.search(
            r"(\d[\d,.]*)\s?(?:[-–]|to)\s?$", text[: numeral.start]
        )
        if (
            partner is not None
            and not (re.fullmatch(r"\d{4}\W?", partner[1]) and low <= int(partner[1][:4]) <= high)
            and len(partner[1]) > 2
        ):
            return False
        following = _following(tokens[-1])
        counted = following is not None and (
            following.lemma_.lower() in self.lexicon.people.nouns
            or following.lower_ in self.lexicon.units.percent
            or following.lemma_.lower() in self.lexicon.units.currencies | self.lexicon.units.measures
            or following.lower_ in self.lexicon.units.signs
        )
        head = tokens[-1].head
        if head.i > tokens[-1].i and tokens[-1].dep_ == "nummod" and head.tag_ == "NNS":
            before = _before(tokens[0])
            counted = (
                counted
                or (before is None or before.lower_ not in ("the", "in", "since", "of", "'s"))
                and numeral.low < 1900
            )
        before = _before(tokens[0])
        if (
            before is not None
            and before.lower_ in ("of", "about", "approximately", "some", "nearly")
            and not counted
            and numeral.low < 1900
        ):
            return False
        return not counted

    def _is_label(self, numeral: Numeral, tokens: Sequence[Token]) -> bool:
        before = _before(tokens[0])
        if before is None or numeral.form == "vague" or before.is_punct or before.is_space:
            return False
        if tokens[0].ent_iob_ == "I" and before.ent_type_ in _NAMES and before.pos_ == "PROPN" and not before.like_num:
            return True
        label = before.lower_ in self.lexicon.exclusions.labels
        after = _following(tokens[-1])
        follows = after is not None and (
            after.pos_ in ("NOUN", "ADJ") or after.lemma_.lower() in self.lexicon.people.nouns
        )
        own = _counted_after(tokens[-1])
        if (
            label
            and before.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "INTJ", "ADV")
            and before.dep_ not in ("nsubj", "nsubjpass")
        ):
            return not follows or before.text[0].isupper()
        if (
            before.lower_ == "of"
            and before.i > 0
            and before.nbor(-1).lower_ == "group"
            and before.nbor(-1).text[0].isupper()
        ):
            return True
        if numeral.form == "words" or own:
            return False
        named = before.pos_ == "PROPN" and any(letter.isupper() for letter in before.text)
        titled = after is not None and after.pos_ == "PROPN" and after.text[0].isupper() and after.ent_type_ != "NORP"
        if before.ent_type_ == "GPE" and (after is None or after.is_punct):
            return False
        return named and (before.ent_type_ != "PERSON" or titled) and (not follows or titled)

    def _is_idiom(self, numeral: Numeral, tokens: Sequence[Token]) -> bool:
        before, after = _before(tokens[0]), _following(tokens[-1])
        if (
            numeral.form == "words"
            and after is not None
            and after.text == "-"
            and tokens[-1].dep_ in ("nummod", "compound", "amod", "punct")
        ):
            part = _following(after)
            return (
                part is not None
                and part.lemma_.lower() not in self.lexicon.units.durations
                and part.lemma_.lower() not in self.lexicon.units.measures
            )
        if tokens[0].lower_ in self.lexicon.numerals.scales and before is not None and before.lower_ == "per":
            return True
        if numeral.low != 1 or tokens[0].lower_ != "one" or len(tokens) > 1:
            return False
        words = self.lexicon.exclusions
        if tokens[0].text[0].isupper() and before is not None and before.pos_ == "PROPN":
            return True
        if (
            after is not None
            and after.pos_ in ("ADP", "SCONJ")
            and after.lower_ != "of"
            and tokens[0].dep_ in ("dobj", "pobj")
        ):
            return True
        counted = after is not None and tokens[0].dep_ == "nummod" and tokens[0].head.i > tokens[0].i
        if (
            before is not None
            and not counted
            and (before.lower_ in words.one_idioms_before or before.pos_ in ("ADJ", "DET"))
        ):
            return True
        if before is not None and before.lower_ in ("no", "any", "not"):
            return True
        if after is None:
            return tokens[0].dep_ not in ("nsubjpass",)
        if after.lower_ in words.one_idioms_after or after.pos_ in ("AUX", "VERB") and after.tag_ not in ("VBN",):
            return not (after.lemma_ == "be" and tokens[0].dep_ == "nsubjpass")
        return False


def _tokens(sentence: TokenSpan, numeral: Numeral) -> list[Token]:
    start, end = sentence.start_char + numeral.start, sentence.start_char + numeral.end
    return [token for token in sentence if token.idx < end and start < token.idx + len(token)]


def _before(token: Token) -> Token | None:
    return token.nbor(-1) if token.i > token.sent.start else None


def _following(token: Token) -> Token | None:
    return token.nbor(1) if token.i + 1 < token.sent.end else None


def _counted_after(token: Token) -> bool:
    return token.dep_ == "nummod" and token.head.i > token.i


def exclusions(lexicon: Quantities) -> Exclusions:
    """The exclusions of the lexicon."""
    months = "|".join(lexicon.exclusions.months)
    streets = "|".join(re.escape(word) for word in sorted(lexicon.exclusions.streets, key=len, reverse=True))
    zone = r"(?:GMT|UTC|EST|EDT|PST|PDT|CST|CET|MSK|BST|local time|hours|hrs)"
    parts = (
        rf"\b(?:{months})\b\.?,?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:[-–—/]|to|and)\s?\d{{1,2}}\b)?(?:,?\s+\d{{4}}\b)?",
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{{1,2}})?\s+(?:of\s+)?(?:{months})\b\.?(?:,?\s+\d{{4}}\b)?",
        rf"\b(?:{months})\b\.?,?\s+\d{{4,6}}\b",
        r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\b",
        r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\b\.?)",
        r"\b\d{1,2}:\d{2}(?::\d{2})?\b",
        r"\b\d{1,2}\s?[ap]\.?\s?m\b\.?",
        rf"\b\d{{1,2}}[.:]?\d{{2}}\s?{zone}\b",
        r"\b(?:\d{1,2}|\w+) o['’]?clock\b",
        r"\+\s?\d[\d\s().-]{6,}\d",
        r"\(\d{3}\)\s?\d{3}[-.\s]\d{4}",
        r"\b\d{3}[-.]\d{3}[-.]\d{4}\b",
        r"\b\d{3}-\d{4}\b",
        rf"\b\d{{1,5}}\s+(?:(?-i:[NSEW])\.?\s+)?(?:(?-i:[A-Z])\w+\s+|\d+(?:st|nd|rd|th)\s+){{1,3}}(?i:{streets})(?!\w)",
        r"\b\d{1,5}\s+(?:block|blk)\b",
        r"\b\d+(?:st|nd|rd|th)\b",
        r"\b\d{2,4}['’]?s\b",
        r"^\s*(?:\(?\d{1,2}[.)]|\d{1,2}\s?[-–])\s",
        r"(?:#|№|\bno\.?\s|\bnos\.\s|\bnumber\s)\s?\d+",
        r"\bhttps?://\S+|\bwww\.\S+|\S+@\S+",
        r"\b\d{4}-\d{2}-\d{2}T\S+",
        r"\b(?:19|20)\d\d[-–/]\d\d\b",
        r"\b\d{1,5}\s+(?:Ave|Avenue|Rue|Calle|Via)\s+(?-i:[A-Z])",
        r"\b\d+-\d+\s+(?:win|victory|defeat|loss|draw|lead)\b",
        r"\b24/7\b|\b9/11\b",
    )
    bounds = lexicon.bounds
    phrases = {
        *bounds.above,
        *bounds.from_,
        *bounds.below,
        *bounds.up_to,
        "about",
        "approximately",
        "roughly",
        "nearly",
        "almost",
    }
    bounding = "|".join(re.escape(phrase) for phrase in sorted(phrases - {"over", "under", "above", "below"}))
    return Exclusions(lexicon, re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE), bounding)
