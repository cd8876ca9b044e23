"""How many events of what kind fall on each hour, day, month or year of a window? Drawn as columns, each of them a link."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

from variorum.model.base import Record
from variorum.model.edtf import Period
from variorum.present.views.accounts import Inferred
from variorum.present.views.phrases import counted
from variorum.present.views.time_labels import label_of, words_of
from variorum.present.views.time_windows import Step, Window, read_window, step_of, steps
from variorum.present.views.words import FAMILY_WORDS, Family

_WIDTH = 900.0
_LEFT, _RIGHT, _TOP, _BASE = 34.0, 8.0, 10.0, 130.0
_AXIS, _ROW, _MOST_ROWS = 40.0, 20.0, 6
_LABEL = 58.0

HrefOf = Callable[[Window], str]


class Happening(Record, frozen=True, kw_only=True, gc=False):
    """Something to count: when, as EDTF and as a period, of what kind, and what of its date is inferred."""

    period: Period
    edtf: str
    family: Family
    inferred: Inferred


class Block(Record, frozen=True, kw_only=True, gc=False):
    """A part of a column: the events of one kind, those of inferred date apart."""

    family: Family
    inferred: bool
    y: float
    height: float


class TimeColumn(Record, frozen=True, kw_only=True, gc=False):
    """An hour, day, month … and its events; `label` and `under` stand below it, "" where there is no room for them."""

    href: str
    x: float
    width: float
    words: str
    label: str
    under: str
    count: int
    blocks: tuple[Block, ...]


class TimeSpan(Record, frozen=True, kw_only=True, gc=False):
    """Events dated to a stretch that no column holds, drawn as a line below the axis; `label` stands at its middle."""

    href: str
    x: float
    width: float
    y: float
    middle: float
    words: str
    label: str


class TimeStrip(Record, frozen=True, kw_only=True):
    """The picture; `left_out` counts stretches there was no row for, `families` are the kinds in it with their words."""

    width: float
    height: float
    top: float
    base: float
    left: float
    right: float
    ticks: tuple[tuple[float, int], ...]
    columns: tuple[TimeColumn, ...]
    spans: tuple[TimeSpan, ...]
    left_out: int
    families: tuple[tuple[Family, str], ...]
    inferred: bool
    step: str


def draw_strip(happenings: Sequence[Happening], window: Window, href: HrefOf) -> TimeStrip:
    """The window cut into steps; `href` gives the address that looks at one of them."""
    step = step_of(window)
    parts = steps(window, step)
    counts: list[Counter[tuple[Family, bool]]] = [Counter() for _ in parts]
    stretches: Counter[str] = Counter()
    starts = [part.start for part in parts]
    for happening in happenings:
        place = bisect_right(starts, happening.period.start) - 1
        if place >= 0 and happening.period.end <= parts[place].end:
            counts[place][happening.family, _unsure(happening.inferred, step)] += 1
        else:
            stretches[happening.edtf] += 1
    spans, left_out = _spans(stretches, parts, href)
    shown = {key for count in counts for key in count}
    most = _round_up(max((sum(count.values()) for count in counts), default=0))
    return TimeStrip(
        width=_WIDTH,
        height=_BASE + _AXIS + _ROW * (1 + max((round((span.y - _BASE - _AXIS) / _ROW) for span in spans), default=-1)),
        top=_TOP,
        base=_BASE,
        left=_LEFT,
        right=_WIDTH - _RIGHT,
        ticks=tuple((_BASE - (_BASE - _TOP) * part / most, part) for part in sorted({0, most // 2, most}) if most),
        columns=_columns(parts, step, counts, most, href),
        spans=spans,
        left_out=left_out,
        families=tuple(
            (family, FAMILY_WORDS[family]) for family in Family if {(family, True), (family, False)} & shown
        ),
        inferred=any(inferred for _, inferred in shown),
        step=step.name.lower(),
    )


def _unsure(inferred: Inferred, step: Step) -> bool:
    """Whether it is by inference that something stands in its column: where days are counted, hours do not matter."""
    return inferred is Inferred.DATE or (inferred is Inferred.HOUR and step is Step.HOUR)


def _columns(
    parts: Sequence[Window], step: Step, counts: Sequence[Counter[tuple[Family, bool]]], most: int, href: HrefOf
) -> tuple[TimeColumn, ...]:
    wide = (_WIDTH - _LEFT - _RIGHT) / len(parts)
    every = max(1, round(_LABEL / wide + 0.49))
    columns = []
    for place, (part, count) in enumerate(zip(parts, counts, strict=True)):
        label = label_of(part.start, step, first=place == 0)
        columns.append(
            TimeColumn(
                href=href(part),
                x=round(_LEFT + place * wide, 1),
                width=round(wide, 1),
                words=f"{words_of(part)}: {_told(count)}",
                label=label.upper if place % every == 0 else "",
                under=label.under if place % every == 0 else "",
                count=sum(count.values()),
                blocks=_blocks(count, most),
            )
        )
    return tuple(columns)


def _told(count: Counter[tuple[Family, bool]]) -> str:
    kinds = Counter[Family]()
    for (family, _), number in count.items():
        kinds[family] += number
    if not kinds:
        return "no event"
    inferred = sum(number for (_, unsure), number in count.items() if unsure)
    parts = ", ".join(f"{kinds[family]} {FAMILY_WORDS[family]}" for family in Family if kinds[family])
    unsure = f"; {inferred} of them dated by inference" if inferred else ""
    return f"{counted(count.total(), 'event')} ({parts}{unsure})"


def _blocks(count: Counter[tuple[Family, bool]], most: int) -> tuple[Block, ...]:
    blocks, y = [], _BASE
    for family in Family:
        for inferred in (False, True):
            if count[family, inferred]:
                height = count[family, inferred] * (_BASE - _TOP) / most
                y -= height
                blocks.append(Block(family=family, inferred=inferred, y=round(y, 1), height=round(height, 1)))
    return tuple(blocks)


def _spans(stretches: Counter[str], parts: Sequence[Window], href: HrefOf) -> tuple[tuple[TimeSpan, ...], int]:
    """Each stretch in the first row with room, the earliest and longest first."""
    start, end = parts[0].start, parts[-1].end
    windows = sorted(
        ((window, count) for edtf, count in stretches.items() if (window := read_window(edtf)) is not None),
        key=lambda pair: (pair[0].start, -(pair[0].end - pair[0].start), pair[0].edtf),
    )
    rows: list[float] = []
    spans = []
    for window, count in windows:
        x, right = _across(window.start, start, end), _across(window.end, start, end)
        label = f"{window.words}: {count}"
        half = len(label) * 3.6
        middle = min(max((x + right) / 2, _LEFT + half), _WIDTH - _RIGHT - half)
        row = next((place for place, taken in enumerate(rows) if taken <= min(x, middle - half)), len(rows))
        if row >= _MOST_ROWS:
            continue
        rows[row : row + 1] = [max(right, middle + half) + 6]
        spans.append(
            TimeSpan(
                href=href(window),
                x=round(x, 1),
                width=round(max(right - x, 2.0), 1),
                y=_BASE + _AXIS + _ROW * row,
                middle=round(middle, 1),
                words=f"{window.words}: {counted(count, 'event')} dated no more finely",
                label=label,
            )
        )
    return tuple(spans), len(stretches) - len(spans)


def _across(moment: datetime, start: datetime, end: datetime) -> float:
    part = (moment - start) / (end - start)
    return _LEFT + min(max(part, 0.0), 1.0) * (_WIDTH - _LEFT - _RIGHT)


def _round_up(most: int) -> int:
    """The least even-looking number at the top of the scale."""
    if most <= 4:
        return most
    size = int("1" + "0" * (len(str(most)) - 1))
    return next(size * part // 10 for part in (10, 12, 16, 20, 30, 40, 50, 60, 80, 100) if size * part // 10 >= most)
