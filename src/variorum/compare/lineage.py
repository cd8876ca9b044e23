"""How many independent origins stand behind a set of accounts, once copies, rewrites and common voices are folded?"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from variorum.compare.decided import parted_origins
from variorum.model.decisions import Decision
from variorum.model.groups import Groups
from variorum.model.tables import Derivation, Tables
from variorum.model.terms import DerivationKind

_SURE_SHARE = 0.6


class Account(NamedTuple):
    """Who speaks: a report, and the entity of the named voice it gives (None: the report itself or an unnamed voice)."""

    report: str
    voice_entity: str | None


class Bounds(NamedTuple):
    """The least and the most independent origins there can be."""

    low: int
    high: int


class Lineage:
    """The origins behind the reports of a case.

    Sure folding: copies, excerpts of which most is taken, and reports that name the same origin outside the case. Possible
    folding adds rewrites, retellings and small excerpts. A named voice is one origin wherever it is quoted; that a report
    and another quote one voice does not fold what else they tell. Decisions that reports are independent part what was
    folded.
    """

    def __init__(self, derivations: Iterable[Derivation], decisions: Sequence[Decision] = ()) -> None:
        self._sure, self._possible = Groups(), Groups()
        ends: set[str] = set()
        for row in derivations:
            other = row.other or (f"outside:{(row.origin or '').casefold()}" if row.origin else None)
            if other is None or (row.kind is DerivationKind.COMMON_SOURCE and row.other and not row.decision):
                continue
            ends |= {row.report, other}
            self._possible.join(row.report, other)
            if _is_sure(row):
                self._sure.join(row.report, other)
        self._sure_parted = parted_origins(self._sure, ends, decisions)
        self._possible_parted = parted_origins(self._possible, ends, decisions)

    def origin(self, account: Account) -> str:
        """The origin the account surely goes back to: a voice's entity, or the first report of its copies."""
        return account.voice_entity or self._sure_parted.get(account.report) or self._sure.top(account.report)

    def family(self, account: Account) -> str:
        """The origin the account may go back to, where whatever may hang together counts as one."""
        return account.voice_entity or self._possible_parted.get(account.report) or self._possible.top(account.report)

    def bounds(self, accounts: Iterable[Account]) -> Bounds:
        """The independent origins of the accounts; 0..0 where there are none.

        The lower bound folds whatever may hang together; the upper only what surely does.
        """
        told = list(accounts)
        high = {self.origin(account) for account in told}
        low = {self.family(account) for account in told}
        return Bounds(len(low), len(high))


def _is_sure(row: Derivation) -> bool:
    if row.decision is not None:
        return True
    if row.other is None:
        return row.kind is not DerivationKind.COMMON_SOURCE
    if row.kind is DerivationKind.COPY:
        return True
    return row.kind is DerivationKind.EXCERPT and (row.share or 0.0) >= _SURE_SHARE


def read_lineage(tables: Tables) -> Lineage:
    """The lineage of the case."""
    return Lineage(tables.derivations, tables.decisions)
