"""How are the readings of a ledger drawn over time: as of when along, how many up?"""

from collections.abc import Sequence
from datetime import date

from variorum.compare.ledger_rules import as_of_day
from variorum.compare.ledger_values import Ledger, LedgerReading
from variorum.model.base import Record
from variorum.model.edtf import read_edtf
from variorum.model.terms import LedgerRule
from variorum.present.views.chart_places import Box, covers, dodge
from variorum.present.views.chart_series import series_of
from variorum.present.views.day_axis import DayAxis
from variorum.present.views.ledger_signs import Sign, Told, alike, letters_of, voice_kind
from variorum.present.views.number_scale import NumberScale
from variorum.present.views.phrases import number
from variorum.present.views.words import LEDGER_RULES

WIDTH, HEIGHT = 760.0, 284.0
_LEFT, _RIGHT, _TOP, _BASE = 62.0, 16.0, 26.0, 238.0
_PAD, _BAND = 30.0, 84.0
_ARROW, _LETTER, _SLOT = 26.0, 7.6, 11.0
_MOST = 40


class Best(Record, frozen=True, kw_only=True):
    """What the chosen rule takes: where its best number stands and the band from low to high; `words` name the rule, and
    begin at `words_x` on the line `words_y`, where they cover no sign if there is room.
    """

    y: float
    words_x: float
    words_y: float
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
        groups.setdefault(alike(pair[0]), []).append(pair)
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
        best=drawing.best(ledger, rule, signs),
        left_out=len(known) - len(spots),
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
        base = self.y(low) if low is not None else round(min(self.y(high or 0) + _ARROW, _BASE), 1)
        top = self.y(high) if high is not None else round(max(self.y(low or 0) - _ARROW, 4.0), 1)
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
            letters=letters_of(group),
        )

    def best(self, ledger: Ledger, rule: LedgerRule | None, signs: Sequence[Sign]) -> Best | None:
        taken = ledger.estimate(rule) if rule else None
        if taken is None or taken.best is None or rule is None:
            return None
        high = self.y(taken.high if taken.high is not None else taken.best)
        low = self.y(taken.low if taken.low is not None else taken.best)
        words, y = f"{number(taken.best)} · {LEDGER_RULES[rule].lower()}", self.y(taken.best)
        box = _free(len(words) * _LETTER, y, [_box(sign) for sign in signs])
        return Best(y=y, words_x=box.left, words_y=box.base, top=high, height=round(low - high, 1), words=words)

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


def _box(sign: Sign) -> Box:
    half = max(_SLOT, sum(len(letter.siglum) + 0.6 for letter in sign.letters) * _LETTER) / 2
    return Box(sign.x - half, sign.x + half, sign.top - 21, sign.base + 7)


def _free(width: float, y: float, taken: Sequence[Box]) -> Box:
    """Room for words above or below a line, at its start, middle or end; at its start where none is free."""
    lefts = (_LEFT + 6, WIDTH - _RIGHT - 6 - width, (_LEFT + WIDTH - _RIGHT - width) / 2)
    boxes = [Box(round(left, 1), left + width, base - 12, base) for base in (y - 5, y + 16) for left in lefts]
    return next((box for box in boxes if box.base < _BASE + 4 and not any(covers(box, one) for one in taken)), boxes[0])


def _moved(sign: Sign, by: float) -> Sign:
    if not by:
        return sign
    values = {field: getattr(sign, field) for field in sign.__struct_fields__}
    return Sign(**{**values, "x": round(sign.x + by, 1), "beside": sign.x})
