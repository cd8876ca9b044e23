"""Which best, low and high number does each rule take from a ledger, why, and from which readings?"""

import re
from collections.abc import Mapping, Sequence

from variorum.compare.ledger_rules import same_numbers
from variorum.compare.ledger_values import Estimate, Ledger
from variorum.model.base import Record
from variorum.model.terms import LedgerRule
from variorum.present.views.index import Way
from variorum.present.views.phrases import date_words, number
from variorum.present.views.visible import on_line
from variorum.present.views.words import LEDGER_RULES

_DAY = re.compile(r"(?<![\w/-])\d{4}-\d{2}-\d{2}(?![\w/-])")


class EstimateView(Record, frozen=True, kw_only=True):
    """What rules take from a ledger that take the same: their names, best, low to high, why, and the rows it rests on."""

    rules: str
    best: str
    low: str
    high: str
    span: str
    reason: str
    rows: tuple[Way, ...]


def read_estimates(ledger: Ledger, rule: LedgerRule | None, leads: Mapping[str, str]) -> tuple[EstimateView, ...]:
    """What the rule takes, or each of them where none is named, those together that take the same; nothing where no reading
    is weighed. `leads` are the ways to the rows of the readings.
    """
    asked = [one for one in ledger.estimates if rule in (None, one.rule)]
    return tuple(_estimate(same, leads) for same in same_numbers(asked)) if ledger.weighed else ()


def _estimate(rules: Sequence[Estimate], leads: Mapping[str, str]) -> EstimateView:
    first = rules[0]
    return EstimateView(
        rules=", ".join(LEDGER_RULES[one.rule] for one in rules),
        best="none" if first.best is None else number(first.best),
        low=number(first.low),
        high=number(first.high) + (" or more" if first.open_above else ""),
        span=_span(first),
        reason=_DAY.sub(lambda day: date_words(day[0]), on_line(first.reason)),
        rows=tuple(Way(anchor=row, href=leads[row], topic="") for row in dict.fromkeys(first.rests_on)),
    )


def _span(estimate: Estimate) -> str:
    """Low to high in words: "8 to 18", "1,001 or more", "up to 20"; "" where there is neither."""
    if estimate.high is None:
        return ""
    more = " or more" if estimate.open_above else ""
    if estimate.low is None:
        return f"up to {number(estimate.high)}"
    if estimate.low == estimate.high:
        return number(estimate.high) + more
    return f"{number(estimate.low)} to {number(estimate.high)}{more}"
