"""What does a manifest, a table's row or a page say about a report: url, outlet, author, title, date, language?"""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from variorum.model.base import Record

COLUMNS = ("url", "outlet", "author", "title", "published", "language")
"""Columns that are read; others are ignored."""

_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ]\d{2}:\d{2}.*)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


class Details(Record, frozen=True, kw_only=True):
    """What is known about a report from outside its text; None where nothing is said. `published` is an EDTF day or month."""

    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None


class Checked(NamedTuple):
    """Details that can be used, and a sentence about each that cannot."""

    details: Details
    faults: tuple[str, ...]


def read_details(cells: Mapping[str, object]) -> Checked:
    """The details in a row's cells; names of columns in any case, blank cells (and lists) as if they were not there."""
    given = {name.strip().lower(): value for name, value in cells.items()}
    said = {name: " ".join(str(given[name]).split()) for name in COLUMNS if isinstance(given.get(name), str | int)}
    said = {name: value for name, value in said.items() if value}
    faults = []
    if "published" in said:
        published = read_day(said.pop("published"))
        if published is None:
            faults.append(f"published is no ISO date: {str(given['published']).strip()[:40]!r}")
        else:
            said["published"] = published
    if "language" in said and not _LANGUAGE.fullmatch(said["language"]):
        faults.append(f"language is no language code: {said.pop('language')[:40]!r}")
    elif "language" in said:
        said["language"] = said["language"].replace("_", "-").lower()
    return Checked(Details(**said), tuple(faults))


def read_day(text: str) -> str | None:
    """The day or month of an ISO date or date and time, as it stands there; None where it is none."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2]), int(match[3] or 1)
    try:
        date(year, month, day)
    except ValueError:
        return None
    return "-".join(part for part in match.groups() if part)
