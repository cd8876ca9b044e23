"""What every record of Variorum is: frozen, keyword-only, comparable by value."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """An immutable value; absent fields are None with the meaning stated where the field stands."""


class Span(Record, frozen=True, kw_only=True, order=True):
    """A half-open range of Unicode code points into the text of one report (`reports.text`)."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other range lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end
