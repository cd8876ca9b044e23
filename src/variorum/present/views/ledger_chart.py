"""How are the readings of a ledger drawn over time: as of when along, how many up?"""

from collections.abc import Sequence
from datetime import date

from variorum.compare.ledger_rules import as_of_day
from variorum.compare.ledger_values import Ledger, LedgerReading
from variorum.model.base import Record
from variorum.model.edtf import read_edtf
from variorum.model.terms import LedgerRule
from variorum.present.views.chart_places import Box, dodge
from variorum.present.views.chart_series import series_of
from variorum.present.views.day_axis import DayAxis
from variorum.present.views.figure_rows import FigureView
from variorum.present.views.number_scale import NumberScale
from variorum.present.views.phrases import number
from variorum.present.views.words import LEDGER_RULES

WIDTH, HEIGHT = 760.0, 284.0
_LEFT, _RIGHT, _TOP, _BASE = 62.0, 16.0, 26.0, 238.0
_PAD, _BAND = 30.0, 84.0
_ARROW, _LETTER, _SLOT = 26.0, 7.6, 11.0
_MOST, _LETTERS = 40, 3

Told = tuple[LedgerReading, FigureView]


class Letter(Record, frozen=True, kw_only=True, gc=False):
    """The siglum of a report with the way to its row; `more` is how many reports besides say the same, 0 for none."""

    siglum: str
    href: str
    words: str
    more: int = 0


class Sign(Record, frozen=True, kw_only=True, gc=False):
    """One reading, or several that say the same of the same day in the same way, in the picture's own units.

    It stands at `x`, from `top` to `base`; where an end is open, an arrow goes on there. `exact` is a single number. `since`
    is where the stretch begins that it holds for, None where it is a day; `beside` where it would stand if others left room.
    `voice` is `report`, `voice` or `official`.
    """

    x: float
    top: float
    base: float
    exact: bool
    open_above: bool
    open_below: bool
    approximate: bool
    voice: str
    assumed: bool
    weighed: bool
    since: float | None
    beside: float | None
    letters: tuple[Letter, ...]


class Best(Record, frozen=True, kw_only=True):
    """What the chosen rule takes: where its best number stands and the band from low to high; `words` name the rule."""

    y: float
    top: float
    height: float
    words: str


class ChartTick(Record, frozen=True, kw_only=True):
    """A mark of a scale; `under` is a second line below it."""

    at: float
    label: str
    under: str = ""


class LedgerChart(Record, frozen=True, kw_only=True):
    """The picture. `series` are lines through the running totals of one voice; `undated` is where readings of no day begin,
    None where there are none; `left_out` counts the readings that had no room.
    """

    width: float
    height: float
    left: float
    right: float
    top: float
    base: float
    signs: tuple[Sign, ...]
    series: tuple[str, ...]
    best: Best | None
    values: tuple[ChartTick, ...]
    days: tuple[ChartTick, ...]
    undated: float | None
    logarithmic: bool
    left_out: int


def draw_ledger(ledger: Ledger, told: Sequence[Told], rule: LedgerRule | None = None) -> LedgerChart | None:
    """The picture of the readings that have a bound, the most telling forty at most; None where fewer than two have one.

    With a rule, what it takes from the ledger is drawn behind them.
    """
    known = [pair for pair in told if pair[0].low is not None or pair[0].high is not None]
    if len(known) < 2:
        return None
    groups: dict[tuple[object, ...], list[Told]] = {}
    for pair in known:
        groups.setdefault(_alike(pair[0]), []).append(pair)
    # those no rule weighs give way first
    kept = sorted(groups, key=lambda key: groups[key][0][0].aside is not None)[:_MOST]
    shown = [group for key, group in groups.items() if key in kept]
    drawing = _Drawing([group[0][0] for group in shown])
    signs = drawing.signs(shown)
    spots = {reading.row: sign for group, sign in zip(shown, signs, strict=True) for reading, _ in group}
    return drawing.chart(
        signs=signs,
        series=tuple(
            "M" + "L".join(f"{spots[row].x} {spots[row].base}" for row in line)
            for line in series_of(ledger, [reading for group in shown for reading, _ in group])
        ),
        best=drawing.best(ledger, rule),
        left_out=len(known) - len(spots),
    )


def voice_kind(reading: LedgerReading) -> str:
    """Whose voice a reading has, as its shape tells: the report's own, a named or unnamed voice's, or one of a state."""
    return "official" if reading.official else "voice" if reading.voice_name or reading.voice else "report"


def _alike(reading: LedgerReading) -> tuple[object, ...]:
    return (
        reading.as_of,
        reading.as_of_basis,
        reading.low,
        reading.high,
        reading.approximate,
        voice_kind(reading),
        reading.aside is None,
    )


class _Drawing:
    """The scales of one picture."""

    def __init__(self, readings: Sequence[LedgerReading]) -> None:
        days = [day for day in map(as_of_day, readings) if day is not None]
        self.axis = DayAxis(days) if days else None
        self.right = WIDTH - _RIGHT - (_BAND if len(days) < len(readings) and days else 0)
        self.undated = self.right if days and len(days) < len(readings) else None
        self.scale = NumberScale([float(end) for one in readings for end in (one.low, one.high) if end is not None])

    def x(self, day: date | None) -> float:
        if day is None or self.axis is None:
            return (self.right + WIDTH - _RIGHT) / 2 if self.axis else (_LEFT + self.right) / 2
        return round(_LEFT + _PAD + self.axis.part(day) * (self.right - _LEFT - 2 * _PAD), 1)

    def y(self, value: float) -> float:
        return round(_BASE - self.scale.part(float(value)) * (_BASE - _TOP - 14), 1)

    def signs(self, groups: Sequence[Sequence[Told]]) -> list[Sign]:
        loose = [self._sign(group) for group in groups]
        boxes = [_box(sign) for sign in loose]
        placed = dodge(boxes, _SLOT, _LEFT + 6, WIDTH - _RIGHT)
        return [_moved(sign, by) for sign, by in zip(loose, placed, strict=True)]

    def _sign(self, group: Sequence[Told]) -> Sign:
        first = group[0][0]
        low, high = first.low, first.high
        period = read_edtf(first.as_of)
        base = self.y(low) if low is not None else min(self.y(high or 0) + _ARROW, _BASE)
        top = self.y(high) if high is not None else max(self.y(low or 0) - _ARROW, 4.0)
        return Sign(
            x=self.x(as_of_day(first)),
            top=top,
            base=base,
            exact=low == high,
            open_above=high is None,
            open_below=low is None,
            approximate=first.approximate,
            voice=voice_kind(first),
            assumed=first.as_of_basis == "published",
            weighed=first.aside is None,
            since=self.x(period.first) if period and period.first < period.last else None,
            beside=None,
            letters=_letters(group),
        )

    def best(self, ledger: Ledger, rule: LedgerRule | None) -> Best | None:
        taken = ledger.estimate(rule) if rule else None
        if taken is None or taken.best is None or rule is None:
            return None
        high = self.y(taken.high if taken.high is not None else taken.best)
        low = self.y(taken.low if taken.low is not None else taken.best)
        words = f"{number(taken.best)} · {LEDGER_RULES[rule].lower()}"
        return Best(y=self.y(taken.best), top=high, height=round(low - high, 1), words=words)

    def chart(self, *, signs: Sequence[Sign], series: tuple[str, ...], best: Best | None, left_out: int) -> LedgerChart:
        days = self.axis.ticks() if self.axis else []
        across = self.right - _LEFT - 2 * _PAD
        return LedgerChart(
            width=WIDTH,
            height=HEIGHT,
            left=_LEFT,
            right=WIDTH - _RIGHT,
            top=_TOP,
            base=_BASE,
            signs=tuple(signs),
            series=series,
            best=best,
            values=tuple(ChartTick(at=self.y(value), label=number(value)) for value in self.scale.ticks()),
            days=tuple(
                ChartTick(at=round(_LEFT + _PAD + tick.part * across, 1), label=tick.upper, under=tick.under)
                for tick in days
            ),
            undated=self.undated,
            logarithmic=self.scale.logarithmic,
            left_out=left_out,
        )


def _letters(group: Sequence[Told]) -> tuple[Letter, ...]:
    named = group[: _LETTERS if len(group) > _LETTERS + 1 else _LETTERS + 1]
    letters = [
        Letter(siglum=view.quote.witness.siglum, href=f"#{view.anchor}", words=_words(view)) for _, view in named
    ]
    if len(group) > len(named):
        rest = group[len(named)][1]
        more = len(group) - len(named)
        letters.append(
            Letter(siglum=f"+{more}", href=f"#{rest.anchor}", words=f"{more} more readings say the same", more=more)
        )
    return tuple(letters)


def _words(view: FigureView) -> str:
    when = f", as of {view.when}{' (the day of the report)' if view.assumed else ''}" if view.when else ", no day told"
    voice = f"{view.voice}{' (official)' if view.official else ''}"
    note = f"; {view.note}" if view.note else ""
    return f"{view.quote.witness.siglum}, {view.quote.witness.name}: {view.amount}{when}; {voice}{note}"


def _box(sign: Sign) -> Box:
    half = max(_SLOT, sum(len(letter.siglum) + 0.6 for letter in sign.letters) * _LETTER) / 2
    return Box(sign.x - half, sign.x + half, sign.top - 21, sign.base + 7)


def _moved(sign: Sign, by: float) -> Sign:
    if not by:
        return sign
    values = {field: getattr(sign, field) for field in sign.__struct_fields__}
    return Sign(**{**values, "x": round(sign.x + by, 1), "beside": sign.x})
