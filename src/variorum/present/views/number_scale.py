"""How far up or along a picture does a number stand?"""

import math
from collections.abc import Sequence

_LOG_FROM = 60.0


class NumberScale:
    """From numbers to parts of a length, 0 to 1: from zero where they are near each other, else by powers of ten."""

    def __init__(self, values: Sequence[float]) -> None:
        self._least, self._most = min(values), max(values)
        self.logarithmic = self._least > 0 and self._most / self._least > _LOG_FROM
        if self.logarithmic:
            self._first = math.floor(math.log10(self._least))
            self._last = math.ceil(math.log10(self._most) + 1e-9)
        else:
            self._start = min(0.0, self._least)
            span = (self._most - self._start) or 1.0
            self._step = _round_step(span)
            self._end = self._start + self._step * math.ceil(span / self._step)

    def part(self, value: float) -> float:
        """Where the number stands, 0 at the start of the scale and 1 at its end."""
        if self.logarithmic:
            return (math.log10(value) - self._first) / max(self._last - self._first, 1)
        return (value - self._start) / (self._end - self._start)

    def ticks(self) -> list[float]:
        """The even numbers to write beside the scale."""
        if self.logarithmic:
            every = max(1, math.ceil((self._last - self._first) / 6))
            return [float(10**power) for power in range(self._first, self._last + 1, every)]
        count = round((self._end - self._start) / self._step)
        return [self._start + self._step * place for place in range(count + 1)]


def _round_step(span: float) -> float:
    """The largest of 1, 2, 5 times a power of ten that gives three marks or more."""
    power = 10.0 ** math.floor(math.log10(span))
    return next((factor * power for factor in (5.0, 2.0, 1.0) if span / (factor * power) >= 2), 0.5 * power)
