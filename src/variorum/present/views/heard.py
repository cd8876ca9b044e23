"""Whose account, published where, of which day does a reader want to hear?"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from variorum.model.base import Record
from variorum.model.edtf import Period, read_edtf
from variorum.present.views.folding import folded
from variorum.present.views.visible import on_line

_OFFERED = 200


class Speaker(StrEnum):
    """Whose accounts: those of voices that speak for a state, or all others."""

    OFFICIAL = "official"
    UNOFFICIAL = "unofficial"


class Wanted(Record, frozen=True, kw_only=True):
    """What is asked of an account; what is empty asks nothing. `outlet` is words of a name, `first` and `last` are days
    between which it must hold.
    """

    outlet: str = ""
    first: date | None = None
    last: date | None = None
    voice: Speaker | None = None


class Heard(Record, frozen=True, kw_only=True, gc=False):
    """What an account is found by; `outlet` is folded, `period` the time it holds for."""

    outlet: str
    period: Period | None
    official: bool


def heard(outlet: str | None, when: str | None, *, official: bool) -> Heard:
    """The account of the outlet as of the day."""
    return Heard(outlet=folded(on_line(outlet)), period=read_edtf(when), official=official)


def any_fits(accounts: Iterable[Heard], wanted: Wanted) -> bool:
    """Whether one of the accounts is all that is asked for."""
    if wanted == Wanted():
        return True
    outlet = folded(wanted.outlet)
    official = None if wanted.voice is None else wanted.voice is Speaker.OFFICIAL
    return any(
        outlet in account.outlet
        and (official is None or account.official is official)
        and _within(account.period, wanted.first, wanted.last)
        for account in accounts
    )


def _within(period: Period | None, first: date | None, last: date | None) -> bool:
    if first is None and last is None:
        return True
    return period is not None and period.first <= (last or date.max) and (first or date.min) <= period.last


def offered(names: Iterable[str | None]) -> tuple[str, ...]:
    """The names, each once, those that stand most often first; two hundred at most."""
    counts = Counter(on_line(name) for name in names if name)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name))[:_OFFERED])
