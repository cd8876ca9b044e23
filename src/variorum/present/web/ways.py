"""At which address of the reading room does each row, day, place and passage stand?"""

from functools import lru_cache
from urllib.parse import quote as quoted

quote = lru_cache(maxsize=1 << 15)(quoted)
"""A page leads to the same places again and again."""

_PAGES = {
    "report": "reports",
    "entity": "entities",
    "event": "events",
    "derivation": "lineage",
    "point": "points",
    "decision": "decisions",
    "ledger": "figures",
    "state": "states",
    "label": "labels",
}


def way_to(anchor: str, report: str) -> str:
    """The address of an anchor; `report` is the report whose text the anchor stands in, "" for none.
    "at-12-90" is a stretch of that text, from a code point to another, "row-" and an id the page that explains one row.

    Rows with pages of their own lead there, all others to the page that explains one row.
    """
    kind, _, rest = anchor.partition("-")
    if kind == "text" and report:
        return f"/reports/{quote(report)}#{quote(anchor)}"
    if kind == "at" and report:
        return f"/reports/{quote(report)}?at={quote(rest)}#found"
    if kind == "said":
        return f"/entities/{quote(rest)}#said"
    if kind == "row":
        return f"/rows/{quote(rest)}"
    if kind == "day":
        return f"/timeline?day={quote(rest)}"
    if kind == "place":
        return f"/places/{quote(anchor, safe='')}"
    if kind == "point" and rest.count("-"):
        point, _, place = anchor.rpartition("-")
        return f"/points/{quote(point)}?reading={quote(place)}#{quote(anchor)}"
    return f"/{_PAGES.get(kind, 'rows')}/{quote(anchor)}"
