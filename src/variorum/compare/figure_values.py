"""How do two figures of one scope stand to each other?"""

from dataclasses import dataclass

from variorum.compare.populations import PEOPLE
from variorum.compare.verdicts import Comparison, agree, contradict, differ, update
from variorum.model.edtf import read_edtf
from variorum.model.tables import Figure

Number = int | float

_NEAR = 0.1
_FAR = 1.5
_VAGUELY_FAR = 2
_FEW = 3


@dataclass(frozen=True)
class Count:
    """A figure's value for comparison.

    `ratio` is the size of a change in times, None for a level; `speaker` tells voices apart; `as_of` is an EDTF day or
    None; `grows` says whether the quantity only rises while the crisis goes on; `firm` that
    the count is tied to one incident or vouched for by a voice, so that another count can contradict it; `order` is -1 for
    a toll told as an earlier one, 1 for one told as having risen, else 0; `at_odds`: its sentence says that tolls are.
    """

    low: Number | None
    high: Number | None
    previous: Number | None = None
    ratio: float | None = None
    approximate: bool = False
    as_of: str | None = None
    speaker: str = ""
    grows: bool = False
    firm: bool = True
    beside: frozenset[Number] = frozenset()
    of: str = ""
    sums: frozenset[Number] = frozenset()
    order: int = 0
    at_odds: bool = False

    @property
    def exact(self) -> bool:
        """One number, stated without reserve."""
        return self.low is not None and self.low == self.high and not self.approximate

    @property
    def vague(self) -> bool:
        """A range wide by its words ("dozens", "40 to 50")."""
        return self.low is not None and self.high is not None and self.low != self.high


def says(figure: Figure) -> str:
    """The figure in normal form: `18`, `~1000`, `≥8`, `≤20`, `40..50`, `60→120`, `×2`."""
    low, high = figure.low, figure.high
    mark = "~" if figure.approximate else ""
    times = "×" if figure.unit == "ratio" else ""
    if figure.previous is not None and high is not None:
        return f"{_plain(figure.previous)}→{_plain(high)}"
    if low is None and high is None:
        return "?"
    if low == high and low is not None:
        return f"{mark}{times}{_plain(low)}"
    if high is None and low is not None:
        return f"≥{times}{_plain(low)}"
    if low is None and high is not None:
        return f"≤{times}{_plain(high)}"
    assert low is not None
    assert high is not None
    return f"{mark}{times}{_plain(low)}..{_plain(high)}"


def _plain(number: Number) -> str:
    return str(int(number)) if float(number).is_integer() else format(number, "g")


def compare_counts(left: Count, right: Count) -> Comparison:
    """Two counts of the same measure, population, place and period.

    The same number, ranges of vague words that meet, and an approximate number within a tenth agree. Of a quantity that
    grows, a larger count as of a later day is an update, and on one day one that is told as risen from a smaller, or
    beside an earlier one. Where an open bound or an approximation leaves room for both,
    they differ. Exact counts of one day by two voices that lie far apart contradict; near ones differ, since counts
    of one day are taken at different hours; so do vague words and a number that is not far outside them. Without both
    as-of days, counts that are not the same differ. A number that the other account gives too, as one part of its own, is
    no other count.
    """
    if (left.low, left.high, left.previous) == (right.low, right.high, right.previous):
        return agree(f"both say {phrase(left)}")
    if left.ratio is not None and right.ratio is not None:
        return _compare_changes(left, right)
    if left.low in right.beside or right.low in left.beside:
        return agree(f"{phrase(left)} and {phrase(right)}: one account gives the number of the other as well")
    if _may_be_part(left, right) and not _meet(left, right):
        small = min(left, right, key=_size).of
        return differ(f"{phrase(left)} and {phrase(right)}: the smaller may count only the {small} among them")
    if left.exact and right.exact:
        return _different_numbers(left, right)
    if _nearly(left, right):
        return agree(f"{phrase(left)} and {phrase(right)} are the same within the vagueness of the words")
    if _meet(left, right):
        if (left.vague and right.high is not None) or (right.vague and left.high is not None):
            return agree(f"{phrase(left)} and {phrase(right)}: the ranges meet")
        later = _later_and_larger(left, right)
        return later or differ(f"{phrase(left)} and {phrase(right)}: not the same, yet both can be true")
    return _different_numbers(left, right)


def _compare_changes(left: Count, right: Count) -> Comparison:
    both = f"{phrase(left)} and {phrase(right)}"
    assert left.ratio is not None
    assert right.ratio is not None
    if abs(left.ratio - right.ratio) <= _NEAR * max(left.ratio, right.ratio):
        return agree(f"{both} are the same change, {_plain(round(left.ratio, 2))} times")
    return differ(f"{both} are changes of different size")


def _different_numbers(left: Count, right: Count) -> Comparison:
    later = _later_and_larger(left, right)
    if later is not None:
        return later
    both = f"{phrase(left)} and {phrase(right)}"
    a, b = read_edtf(left.as_of), read_edtf(right.as_of)
    if a is None or b is None:
        return differ(f"{both}, but not both say as of when")
    if left.speaker == right.speaker:
        return differ(f"{both}: the same voice changed its account")
    if a.start.date() != b.start.date():
        return differ(f"{both}, as of different days ({left.as_of}, {right.as_of})")
    return _apart(left, right)


def _apart(left: Count, right: Count) -> Comparison:
    both = f"{phrase(left)} and {phrase(right)}"
    if not (left.firm and right.firm):
        return differ(f"{both}: far apart, but nothing ties both to one incident")
    far = _VAGUELY_FAR if left.vague or right.vague else _FAR
    if left.low in right.sums or right.low in left.sums:
        return differ(f"{both}: with another count of its report, the smaller makes the larger")
    if _factor(left, right) >= far and _gap(left, right) >= _FEW:
        return contradict(f"{both} by different voices: both cannot be true")
    return differ(f"{both}: close, and may have been counted at different hours or by different rules")


def _may_be_part(left: Count, right: Count) -> bool:
    """The smaller counts people of one kind, the larger people of any."""
    small, large = sorted((left, right), key=_size)
    return large.of == PEOPLE and small.of not in ("", PEOPLE)


def _size(count: Count) -> Number:
    return _floor(count) or 0


def _later_and_larger(left: Count, right: Count) -> Comparison | None:
    if not (left.grows and right.grows):
        return None
    a, b = read_edtf(left.as_of), read_edtf(right.as_of)
    if a is None or b is None:
        return None
    if a.start.date() == b.start.date():
        return _risen(left, right)
    early, late = (left, right) if a.start < b.start else (right, left)
    if (_floor(late) or 0) > (_floor(early) or 0):
        return update(f"{phrase(early)} as of {early.as_of}, {phrase(late)} as of {late.as_of}: a count that grows")
    return None


def _risen(left: Count, right: Count) -> Comparison | None:
    """Of two counts of one day the larger is the later, where one is told as earlier or the other as risen."""
    early, late = sorted((left, right), key=_size)
    if early.order <= 0 <= late.order and early.order != late.order and _size(late) > _size(early):
        return update(f"{phrase(early)}, then {phrase(late)}: told as a count that rose on the day")
    return None


def _floor(count: Count) -> Number | None:
    return count.low if count.low is not None else count.high


def _meet(left: Count, right: Count) -> bool:
    lows = [bound for bound in (left.low, right.low) if bound is not None]
    highs = [bound for bound in (left.high, right.high) if bound is not None]
    return (
        not lows or not highs or max(lows) <= min(highs) * (1 + _NEAR if left.approximate or right.approximate else 1)
    )


def _nearly(left: Count, right: Count) -> bool:
    """An approximate number and another one-number count within a tenth of it; the same number, exact and as a bound."""
    if None in (left.low, right.low):
        return False
    assert left.low is not None
    assert right.low is not None
    if left.low == right.low and left.low == (left.high or left.low) and right.low == (right.high or right.low):
        return not (left.approximate != right.approximate and (left.high is None or right.high is None))
    if None in (left.high, right.high) or not (left.approximate or right.approximate):
        return False
    return abs(left.low - right.low) <= _NEAR * max(left.low, right.low)


def _gap(left: Count, right: Count) -> float:
    """How far the nearest bounds of the two lie apart."""
    a, b = sorted((left, right), key=lambda count: _floor(count) or 0)
    return float((_floor(b) or 0) - ((a.high if a.high is not None else a.low) or 0))


def _factor(left: Count, right: Count) -> float:
    """How many times the larger is the smaller, between their nearest bounds."""
    a, b = sorted((left, right), key=lambda count: _floor(count) or 0)
    top, bottom = b.low if b.low is not None else b.high, a.high if a.high is not None else a.low
    return float(top or 0) / float(bottom or 1) if bottom else float("inf")


def phrase(count: Count) -> str:
    """The count in words for readers: "about 1000", "at least 8", "from 60 to 120"."""
    if count.ratio is not None and count.previous is None:
        return f"{_plain(count.low or 0)} times"
    if count.previous is not None:
        return f"from {_plain(count.previous)} to {_plain(count.high or 0)}"
    if count.low is not None and count.low == count.high:
        return f"{'about ' if count.approximate else ''}{_plain(count.low)}"
    if count.high is None and count.low is not None:
        return f"at least {_plain(count.low)}"
    if count.low is None and count.high is not None:
        return f"at most {_plain(count.high)}"
    return f"{_plain(count.low or 0)} to {_plain(count.high or 0)}"
