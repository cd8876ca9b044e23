"""Which numbers are no quantities: dates, clock times, phones, addresses, ordinals, numbers of names and lists?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from variorum.annotate.figure_labels import LabelReader
from variorum.annotate.figure_number_words import Numeral
from variorum.lexicon.quantities import Quantities
from variorum.model.base import Span


@dataclass(frozen=True)
class Exclusions:
    """Patterns of text that hold no quantity, and the words that make a number a label."""

    lexicon: Quantities
    patterns: re.Pattern[str]
    labels: LabelReader

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
        readers = (self.labels.is_year, self.labels.is_label, self.labels.is_part, self.labels.is_pronoun)
        return any(reader(numeral, tokens) for reader in readers)


def _tokens(sentence: TokenSpan, numeral: Numeral) -> list[Token]:
    start, end = sentence.start_char + numeral.start, sentence.start_char + numeral.end
    return [token for token in sentence if token.idx < end and start < token.idx + len(token)]


def exclusions(lexicon: Quantities) -> Exclusions:
    """The exclusions of the lexicon."""
    months = "|".join(lexicon.exclusions.months)
    streets = "|".join(re.escape(word) for word in sorted(lexicon.exclusions.streets, key=len, reverse=True))
    zone = r"(?:GMT|UTC|EST|EDT|PST|PDT|CST|CET|MSK|BST|local time|hours|hrs)"
    before = r"(?:at|by|until|till|since|from|before|after)(?:\s+(?:about|around))?"
    hours = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
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
        rf"\b{before}\s+(?:\d{{1,2}}|{hours})\s+(?:in the (?:morning|afternoon|evening)|at night)\b",
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
        r"^\s*(?:[01]?\d|2[0-3])\.[0-5]\d\s*$",
    )
    return Exclusions(
        lexicon, re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE), LabelReader(lexicon)
    )
