"""Which stretches of a sentence state a quantity?"""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from variorum.annotate.figure_bounds import BoundReader, Quantity, bound_reader
from variorum.annotate.figure_exclusions import Exclusions, exclusions
from variorum.annotate.figure_numerals import NumeralFinder, numeral_finder
from variorum.annotate.figure_units import Counted, UnitReader, unit_reader
from variorum.lexicon.quantities import Quantities
from variorum.model.base import Span


@dataclass(frozen=True)
class Candidate:
    """A quantity in its sentence, with what it counts. Offsets of `quantity` are into the sentence's text.

    `root` is the token that stands for number and noun in the parse: what governs it governs the figure.
    """

    sentence: TokenSpan
    quantity: Quantity
    counted: Counted
    root: Token

    @property
    def span(self) -> Span:
        """Bounds, number and noun, as offsets into the report."""
        base, last = self.sentence.start_char, self.sentence.doc[self.counted.last]
        return Span(start=base + self.quantity.start, end=max(base + self.quantity.end, last.idx + len(last)))

    @property
    def number(self) -> Span:
        """The number words, as offsets into the report."""
        base = self.sentence.start_char
        return Span(start=base + self.quantity.number_start, end=base + self.quantity.number_end)

    @property
    def before(self) -> Token | None:
        """The token before the quantity's bounding words; None at the sentence's start."""
        start = self.sentence.start_char + self.quantity.start
        earlier = [token for token in self.sentence if token.idx + len(token) <= start and not token.is_space]
        return earlier[-1] if earlier else None

    @property
    def noun(self) -> Token | None:
        """The counted noun; None for bare numbers and signs."""
        return None if self.counted.head is None else self.sentence.doc[self.counted.head]


@dataclass(frozen=True)
class CandidateFinder:
    """Finds the quantities of a sentence, leaving out numbers that are none."""

    numerals: NumeralFinder
    bounds: BoundReader
    exclusions: Exclusions
    units: UnitReader

    def find(self, sentence: TokenSpan, dates: Sequence[Span]) -> list[Candidate]:
        """The quantities in order of the sentence; `dates` are spans of date expressions, as offsets into the report."""
        text, base = sentence.text, sentence.start_char
        masked = [
            Span(start=max(0, span.start - base), end=span.end - base)
            for span in dates
            if span.start < sentence.end_char
            and base < span.end
            and not self._duration(text[max(0, span.start - base) : span.end - base])
        ]
        masked += self.exclusions.spans(text)
        numerals = [item for item in self.numerals.find(text) if not self.exclusions.excludes(item, sentence, masked)]
        found = [self._candidate(sentence, quantity) for quantity in self.bounds.read(text, numerals)]
        return [item for item in found if item is not None]

    def _duration(self, text: str) -> bool:
        """Whether a date expression is only a length of time ("five days"), which is a figure."""
        words = text.lower().split()
        units = self.units.lexicon.units.durations
        return (
            len(words) > 1
            and words[-1].rstrip("s") in units
            and words[0] not in ("last", "past", "next", "this", "the")
            and not text.lower().endswith("ago")
        )

    def _candidate(self, sentence: TokenSpan, quantity: Quantity) -> Candidate | None:
        tokens = _covered(sentence, quantity.number_start, quantity.number_end)
        if not tokens:
            return None
        quantity = self._unbound(quantity, tokens[0])
        counted = self.units.read(quantity, tokens)
        root = sentence.doc[counted.first : counted.last + 1].root
        return Candidate(sentence=sentence, quantity=quantity, counted=counted, root=root)

    def _unbound(self, quantity: Quantity, number: Token) -> Quantity:
        """The quantity without a bound that is none: "living *below* two dams" says where they live."""
        if quantity.bound not in ("above", "below") or number.i == number.sent.start or len(quantity.ends) != 1:
            return quantity
        word = number.nbor(-1)
        verb = word.nbor(-1) if word.i > word.sent.start else word
        if word.pos_ not in ("ADP", "SCONJ", "ADV") or verb.lemma_ not in self.units.lexicon.exclusions.located:
            return quantity
        plain = quantity.ends[0]
        return msgspec.structs.replace(quantity, start=quantity.number_start, low=plain.low, high=plain.high, bound="")


def _covered(sentence: TokenSpan, start: int, end: int) -> list[Token]:
    low, high = sentence.start_char + start, sentence.start_char + end
    return [token for token in sentence if token.idx < high and low < token.idx + len(token)]


def candidate_finder(lexicon: Quantities) -> CandidateFinder:
    """The finder for the lexicon."""
    return CandidateFinder(numeral_finder(lexicon), bound_reader(lexicon), exclusions(lexicon), unit_reader(lexicon))
