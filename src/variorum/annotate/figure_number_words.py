"""How do number words make one number: "two hundred and fifty", "tens of thousands"?"""

from collections.abc import Iterator

from variorum.lexicon.quantities import NumeralWords
from variorum.model.base import Record

Number = int | float

_JOINTS = frozenset({"and", "of", "a", "an"})


class Numeral(Record, frozen=True, kw_only=True):
    """Number words at `start`..`end` (offsets into the text searched), scale words and currency signs included.

    `low == high` unless the words are vague ("dozens"). `sign` is the unit written onto the digits ("$", "km"), None where
    none is; `coefficient` is the value before its scale word and `scale` that word's factor (1 where there is none).
    """

    start: int
    end: int
    low: Number
    high: Number
    coefficient: Number
    scale: Number = 1
    currency: str | None = None
    sign: str | None = None
    form: str = "digits"


class WordReader:
    """Puts number words together as long as they make one number ("two hundred and fifty", "tens of thousands")."""

    def __init__(self, words: NumeralWords) -> None:
        self.words = words
        self.reset()

    def reset(self) -> None:
        """Begins a new number."""
        self.total: Number = 0
        self.group: Number | None = None
        self.last: Number | None = None
        self.scale: Number = 1
        self.vague: tuple[Number, Number] | None = None
        self.start = self.end = -1
        self.lead = False

    def take(self, word: str, start: int, end: int) -> bool:
        """Whether the word continues the number; it is added then."""
        taken = self._add(word)
        if taken:
            self.start = start if self.start < 0 else self.start
            if word not in _JOINTS:
                self.end = end
        return taken

    def _add(self, word: str) -> bool:
        small = self.words.teens_and_units.get(word, self.words.tens.get(word))
        if word in _JOINTS:
            return self._connect(word)
        if word in self.words.vague:
            return self._add_vague(word)
        if self.vague:
            return False
        if word == "half":
            return self._start(0.5)
        if small is not None:
            return self._add_small(small)
        return self._add_scale(self.words.scales[word])

    def _connect(self, word: str) -> bool:
        if word in ("a", "an") and self.group is None and self.total == 0 and not self.vague:
            self.lead = True
            return True
        if word in ("a", "an"):
            return self.group == 0.5
        return bool(self.vague) if word == "of" else self.scale >= 100 and not self.vague

    def _add_vague(self, word: str) -> bool:
        low, high = self.words.vague[word]
        if self.vague is None:
            if self.group is not None or self.total:
                return False
            self.vague = (low, high)
            return True
        factor = low // 2
        self.vague = (self.vague[0] * factor, (self.vague[1] + 1) * factor - 1)
        return True

    def _start(self, value: Number) -> bool:
        if self.group is not None or self.total:
            return False
        self.group = self.last = value
        return True

    def _add_small(self, small: int) -> bool:
        if self.lead and self.group is None:
            return False
        if self.group is None:
            self.group = small
        elif (
            self.last is not None
            and self.last in self.words.tens.values()
            and 0 < small < 10
            or self.last == 100
            and small < 100
        ):
            self.group += small
        else:
            return False
        self.last = small
        return True

    def _add_scale(self, scale: int) -> bool:
        if scale == 20 and self.group is None and not self.lead:
            return False
        value = self.group if self.group is not None else 1
        if self.group is None and not self.lead and not self.total and scale == 20:
            return False
        if scale == 100 or scale in (12, 20):
            self.group, self.last = value * scale, 100
        else:
            self.total, self.group, self.last = self.total + value * scale, None, None
        self.scale = max(self.scale, scale)
        return True

    def flush(self) -> Iterator[Numeral]:
        """The number put together so far, if the words make one."""
        if self.vague and self.end >= 0:
            low, high = self.vague
            yield Numeral(start=self.start, end=self.end, low=low, high=high, coefficient=low, form="vague")
        elif self.end >= 0 and (self.group is not None or self.total) and self.group != 0.5:
            value = whole(self.total + (self.group or 0))
            yield Numeral(
                start=self.start, end=self.end, low=value, high=value,
                coefficient=whole(value / self.scale), scale=self.scale, form="words",
            )  # fmt: skip
        self.reset()


def whole(value: Number) -> Number:
    """The value without rounding errors, as an int where it is one."""
    rounded = round(value, 6)
    return int(rounded) if float(rounded).is_integer() else rounded
