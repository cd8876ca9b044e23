"""How rows get their ids: from content, so that the same words give the same id in every build."""

import hashlib
from collections.abc import Iterable

from variorum.model.base import Span

_DIGITS = 16


def content_id(prefix: str, *values: object) -> str:
    """`prefix` and 16 hexadecimal digits of a SHA-256 over the values' texts in the order given."""
    joined = "\x1f".join("" if value is None else str(value) for value in values)
    return f"{prefix}-{hashlib.sha256(joined.encode()).hexdigest()[:_DIGITS]}"


def finding_id(table: str, report: str, span: Span, *values: object) -> str:
    """The id of a finding: its report, table, span and the values that tell it from others on the same span.

    Values that a later step may refine (a completed date, an entity) must stay out: the id is to survive them.
    """
    return content_id(_PREFIX[table], report, span.start, span.end, *values)


def group_id(table: str, members: Iterable[tuple[str, str]], *values: object) -> str:
    """The id of an entity, event or point from its members, whatever their order.

    Each member is (the date its report was published, "" where unknown; the finding's id). The earliest member is the
    seed, unknown dates last, so the id persists while later reports join; `values` tell groups of one seed apart.
    Raises ValueError where there is no member.
    """
    _, seed = min((published or "9999", finding) for published, finding in members)
    return content_id(_PREFIX[table], seed, *values)


_PREFIX = {
    "reports": "report",
    "issues": "issue",
    "sections": "section",
    "dates": "date",
    "places": "place",
    "mentions": "mention",
    "entities": "entity",
    "claims": "claim",
    "figures": "figure",
    "event_mentions": "told",
    "roles": "role",
    "events": "event",
    "derivations": "derivation",
    "points": "point",
    "ledgers": "ledger",
    "states": "state",
    "labels": "label",
}
