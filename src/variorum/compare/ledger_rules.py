"""Which number does each named rule take from the readings of a ledger, and why?

The shape is that of the UCDP Georeferenced Event Dataset (Sundberg and Melander 2013): a best estimate between a low and a
high one, and in doubt the lower. Unlike there, no best estimate stands without the rule that chose it. For every rule

- a reading counts with the lower bound of its words: "dozens" with 24, "at least eight" with 8, "about 1,000" with 1,000; one
  that only sets an upper bound ("at most 20") is never the best number, but bounds `high`;
- `low` and `high` are the least and the greatest number of the readings that the rule admits, so that a rule that picks one
  number still shows how far the accounts lie apart;
- readings that go back to one origin count once.

Each function below takes the readings that rules weigh, in any order, none or more; its docstring is shown to readers.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from variorum.compare.figure_values import Count, compare_counts, phrase
from variorum.compare.ledger_values import Estimate, LedgerReading, Number
from variorum.model.edtf import read_edtf
from variorum.model.terms import LedgerRule, Verdict


class Pick(NamedTuple):
    """The readings that carry the best number, the number's own first; none where the rule cannot decide. And why."""

    readings: Sequence[LedgerReading]
    reason: str


def most_conservative(readings: Sequence[LedgerReading]) -> Pick:
    """The lowest number that any account gives."""
    least = min(map(_number, readings))
    found = [reading for reading in readings if _number(reading) == least]
    return Pick(found, f"The lowest count is {_count(found)}{_lower_end(found)}.")


def highest(readings: Sequence[LedgerReading]) -> Pick:
    """The highest number that any account gives; vague words count with their upper bound."""
    most = max(map(_top, readings))
    found = [reading for reading in readings if _top(reading) == most]
    return Pick(found, f"The highest count is {_count(found)}{_upper_end(found)}.")


def most_recent(readings: Sequence[LedgerReading]) -> Pick:
    """The number that holds for the latest day. Of several for that day, the one of most origins, and in doubt the lowest."""
    days = [(day, reading) for reading in readings if (day := as_of_day(reading)) is not None]
    if not days:
        return Pick((), "No account can be dated.")
    last = max(day for day, _ in days)
    of_day = [reading for day, reading in days if day == last]
    backed = _backed(of_day)
    found = min(backed, key=lambda group: (-_origins(group), _number(group[0])))
    reason = f"The latest count, as of {last}, is {_count(found, dated=False)}."
    if len({_number(reading) for reading in of_day}) > 1:
        most = sum(_origins(group) == _origins(found) for group in backed) == 1
        rest = "it has the most origins" if most else "in doubt the lowest is taken"
        reason = (
            f"Accounts as of the latest day, {last}, give {_several(of_day)}; {rest}: {_count(found, dated=False)}."
        )
    return Pick(found, reason)


def most_sources(readings: Sequence[LedgerReading]) -> Pick:
    """The number that most independent origins give, where one has more than any other. Vague words back an exact number
    inside their range: "hundreds" backs 748.
    """
    backed = _backed(readings)
    most = max(map(_origins, backed))
    first = [group for group in backed if _origins(group) == most]
    found = min(first, key=lambda group: (_width(group[0]), group[0].approximate, _place(group[0])))
    rivals = [group[0] for group in first if group is not found and not _agree(group[0], found[0])]
    if rivals:
        each = "one origin each" if most == 1 else f"{most} origins each"
        return Pick((), f"No number has more origins than all others: {_several([found[0], *rivals])} have {each}.")
    others = [group for group in backed if not _agree(group[0], found[0])]
    return Pick(found, f"{_plural(most, 'origin')} {'gives' if most == 1 else 'give'} {_count(found)}{_next(others)}.")


def official_only(readings: Sequence[LedgerReading]) -> Pick:
    """The most recent number of voices that speak for a state. Undated ones are taken where none is dated."""
    return _latest_of(readings, "No official voice gives a number.")


def unofficial_only(readings: Sequence[LedgerReading]) -> Pick:
    """The most recent number of all voices that do not speak for a state, the reports themselves included."""
    return _latest_of(readings, "Only official voices give a number.")


_PICKS: Mapping[LedgerRule, Callable[[Sequence[LedgerReading]], Pick]] = {
    LedgerRule.MOST_CONSERVATIVE: most_conservative,
    LedgerRule.MOST_RECENT: most_recent,
    LedgerRule.MOST_SOURCES: most_sources,
    LedgerRule.OFFICIAL_ONLY: official_only,
    LedgerRule.UNOFFICIAL_ONLY: unofficial_only,
    LedgerRule.HIGHEST: highest,
}


def rule_words(rule: LedgerRule) -> str:
    """What the rule does, for readers."""
    return " ".join((_PICKS[rule].__doc__ or "").split())


def estimate(readings: Iterable[LedgerReading], rule: LedgerRule) -> Estimate:
    """What the rule takes from the readings of a ledger; those set aside are left out."""
    weighed = sorted((reading for reading in readings if reading.aside is None), key=_place)
    admitted = [reading for reading in weighed if _admits(rule, reading)]
    numbered = [reading for reading in admitted if reading.low is not None or rule is LedgerRule.HIGHEST]
    if numbered or not weighed:
        picked = _PICKS[rule](numbered) if numbered else Pick((), "No account gives a number that can be weighed.")
    elif admitted:
        picked = Pick((), f"The accounts only set an upper bound: {phrase(_as_count(admitted[0]))}.")
    else:
        picked = _PICKS[rule](())
    return _bounded(rule, picked, admitted)


def same_numbers(estimates: Iterable[Estimate]) -> tuple[tuple[Estimate, ...], ...]:
    """The estimates, those with the same best, low and high together, in the order of the first of each."""
    groups: dict[tuple[object, ...], list[Estimate]] = {}
    for one in estimates:
        groups.setdefault((one.best, one.low, one.high, one.open_above), []).append(one)
    return tuple(tuple(group) for group in groups.values())


def _bounded(rule: LedgerRule, picked: Pick, admitted: Sequence[LedgerReading]) -> Estimate:
    lows = [reading for reading in admitted if reading.low is not None]
    low = min(lows, key=lambda reading: (_number(reading), _place(reading)), default=None)
    high = max(admitted, key=lambda reading: (_top(reading), reading.high is None), default=None)
    found = picked.readings[0] if picked.readings else None
    return Estimate(
        rule=rule,
        best=None if found is None else _top(found) if rule is LedgerRule.HIGHEST else _number(found),
        says=found.says if found else None,
        low=low.low if low else None,
        high=_top(high) if high else None,
        open_above=high is not None and high.high is None,
        rests_on=tuple(reading.row for reading in picked.readings),
        low_row=low.row if low else None,
        high_row=high.row if high else None,
        reason=picked.reason,
    )


def _admits(rule: LedgerRule, reading: LedgerReading) -> bool:
    if rule is LedgerRule.OFFICIAL_ONLY:
        return reading.official
    return rule is not LedgerRule.UNOFFICIAL_ONLY or not reading.official


def _latest_of(readings: Sequence[LedgerReading], none: str) -> Pick:
    if not readings:
        return Pick((), none)
    if any(as_of_day(reading) for reading in readings):
        return most_recent(readings)
    found = most_conservative(readings)
    return Pick(
        found.readings, f"None of them can be dated, and in doubt the lowest is taken: {_count(found.readings)}."
    )


def as_of_day(reading: LedgerReading) -> date | None:
    """The last day the reading holds for; None where it cannot be dated."""
    period = read_edtf(reading.as_of)
    return period.last if period else None


def _backed(readings: Sequence[LedgerReading]) -> list[list[LedgerReading]]:
    """For every different number the readings that give it or agree with it, its own first, the narrowest before vaguer ones."""
    different: dict[tuple[Number | None, Number | None, bool], LedgerReading] = {}
    for reading in sorted(readings, key=_place):
        different.setdefault((reading.low, reading.high, reading.approximate), reading)
    groups = []
    for mine in different.values():
        agreeing = [other for other in readings if other is not mine and _agree(mine, other)]
        own = [other for other in agreeing if (other.low, other.high) == (mine.low, mine.high)]
        groups.append([mine, *sorted(own, key=_place), *sorted((o for o in agreeing if o not in own), key=_place)])
    return groups


def _agree(left: LedgerReading, right: LedgerReading) -> bool:
    """The same, an exact number within vague words, or one that is about the other; a mere bound agrees with nothing else."""
    return compare_counts(_as_count(left), _as_count(right)).verdict is Verdict.AGREE


def _as_count(reading: LedgerReading) -> Count:
    return Count(low=reading.low, high=reading.high, approximate=reading.approximate)


def _origins(group: Iterable[LedgerReading]) -> int:
    """How many origins there are at least, whatever may hang together counted once."""
    return len({reading.family for reading in group})


def _number(reading: LedgerReading) -> Number:
    assert reading.low is not None
    return reading.low


def _top(reading: LedgerReading) -> Number:
    top = reading.high if reading.high is not None else reading.low
    assert top is not None
    return top


def _width(reading: LedgerReading) -> float:
    return float("inf") if reading.high is None or reading.low is None else float(reading.high - reading.low)


def _place(reading: LedgerReading) -> tuple[date, str, int, str]:
    """Orders readings: by day, undated ones last, then by report and text."""
    return as_of_day(reading) or date.max, reading.report, reading.start, reading.row


def _count(found: Sequence[LedgerReading], *, dated: bool = True) -> str:
    """The number as its first reading has it, who gives it, and as of when."""
    first = found[0]
    day = f", as of {first.as_of}" if first.as_of and dated else ""
    others = _origins(found) - 1
    more = f" and {_plural(others, 'other origin')}" if others else ""
    return f"{phrase(_as_count(first))} ({_who(first)}{more}{day})"


def _lower_end(found: Sequence[LedgerReading]) -> str:
    return ", taken at its lower end" if found[0].high not in (None, found[0].low) else ""


def _upper_end(found: Sequence[LedgerReading]) -> str:
    return ", taken at its upper end" if found[0].low not in (None, found[0].high) and found[0].high is not None else ""


def _several(readings: Sequence[LedgerReading]) -> str:
    told = {
        phrase(_as_count(reading)): None
        for reading in sorted(readings, key=lambda reading: (_number(reading), _place(reading)))
    }
    return " and ".join(told) if len(told) < 3 else ", ".join(told)


def _who(reading: LedgerReading) -> str:
    return " ".join((reading.voice_name or reading.voice or reading.outlet or "the report itself").split())


def _next(others: Sequence[Sequence[LedgerReading]]) -> str:
    """How many origins the number has that comes next."""
    if not others:
        return ", and none gives another number"
    return f", the next number has {_plural(max(map(_origins, others)), 'origin')}"


def _plural(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
