"""How is a list of ranges drawn, one line a reading, on one scale?"""

import math
from collections.abc import Sequence

from variorum.model.base import Record
from variorum.present.views.phrases import number

_LABEL, _PLOT, _VALUE = 200.0, 340.0, 180.0
_ROW, _TOP = 24.0, 26.0
_MOST = 40
_LOG_FROM = 60.0
_ARROW = 26.0


class Bar(Record, frozen=True, kw_only=True, gc=False):
    """A reading to draw; None is an open end."""

    label: str
    value: str
    href: str
    low: float | None
    high: float | None
    approximate: bool
    title: str


class DrawnBar(Record, frozen=True, kw_only=True, gc=False):
    """A reading in the picture's own units; `left` and `right` where an arrow says that the range goes on."""

    bar: Bar
    y: float
    x1: float
    x2: float
    left: bool
    right: bool

    @property
    def exact(self) -> bool:
        """Whether the range is a single number."""
        return self.bar.low is not None and self.bar.low == self.bar.high


class Tick(Record, frozen=True, kw_only=True):
    """A mark of the scale."""

    x: float
    label: str


class RangeChart(Record, frozen=True, kw_only=True):
    """The picture: its size, lines and scale; `left_out` counts the readings that had no room."""

    width: float
    height: float
    plot_left: float
    plot_right: float
    value_x: float
    bars: tuple[DrawnBar, ...]
    ticks: tuple[Tick, ...]
    logarithmic: bool
    left_out: int


def draw_ranges(bars: Sequence[Bar]) -> RangeChart | None:
    """The picture of the readings that have a bound; None where fewer than two have."""
    known = [bar for bar in bars if bar.low is not None or bar.high is not None]
    if len(known) < 2:
        return None
    shown = known[:_MOST]
    scale = _Scale([float(value) for bar in shown for value in (bar.low, bar.high) if value is not None])
    drawn = tuple(_draw(bar, _TOP + _ROW * (place + 0.5), scale) for place, bar in enumerate(shown))
    return RangeChart(
        width=_LABEL + _PLOT + _VALUE,
        height=_TOP + _ROW * len(shown) + 6,
        plot_left=_LABEL,
        plot_right=_LABEL + _PLOT,
        value_x=_LABEL + _PLOT + 34,
        bars=drawn,
        ticks=tuple(Tick(x=round(scale.x(value), 1), label=number(value)) for value in scale.ticks()),
        logarithmic=scale.logarithmic,
        left_out=len(known) - len(shown),
    )


class _Scale:
    """From numbers to the picture's x: from zero where the numbers are near each other, else by powers of ten."""

    def __init__(self, values: list[float]) -> None:
        self.least, self.most = min(values), max(values)
        positive = [value for value in values if value > 0]
        self.logarithmic = bool(positive) and self.least > 0 and self.most / self.least > _LOG_FROM
        if self.logarithmic:
            self.first, self.last = math.floor(math.log10(self.least)), math.ceil(math.log10(self.most) + 1e-9)
        else:
            self.first_value = min(0.0, self.least)
            self.step = _round_step((self.most - self.first_value) or 1.0)
            self.last_value = self.first_value + self.step * math.ceil(
                ((self.most - self.first_value) or 1.0) / self.step
            )

    def x(self, value: float) -> float:
        if self.logarithmic:
            part = (math.log10(value) - self.first) / max(self.last - self.first, 1)
        else:
            part = (value - self.first_value) / (self.last_value - self.first_value)
        return _LABEL + _PLOT * part

    def ticks(self) -> list[float]:
        if self.logarithmic:
            every = max(1, math.ceil((self.last - self.first) / 6))
            return [float(10**power) for power in range(self.first, self.last + 1, every)]
        count = round((self.last_value - self.first_value) / self.step)
        return [self.first_value + self.step * place for place in range(count + 1)]


def _round_step(span: float) -> float:
    """The largest of 1, 2, 5 times a power of ten that gives three marks or more."""
    power = 10.0 ** math.floor(math.log10(span))
    return next((factor * power for factor in (5.0, 2.0, 1.0) if span / (factor * power) >= 2), 0.5 * power)


def _draw(bar: Bar, y: float, scale: _Scale) -> DrawnBar:
    x1 = scale.x(bar.low) if bar.low is not None else max(_LABEL, scale.x(bar.high or 0.0) - _ARROW)
    x2 = scale.x(bar.high) if bar.high is not None else scale.x(bar.low or 0.0) + _ARROW
    return DrawnBar(bar=bar, y=y, x1=round(x1, 1), x2=round(x2, 1), left=bar.low is None, right=bar.high is None)
