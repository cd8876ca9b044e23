"""What does a web page report, and what does it say about itself?"""

import re
from typing import NamedTuple

from variorum.ingest.details import Details, read_day

_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
"""A fixed last day, so that what is read does not depend on the day of reading."""


class Article(NamedTuple):
    """The text of a page, its title first, and the details its metadata gives."""

    text: str
    details: Details


def declared_encoding(raw: bytes) -> str | None:
    """The encoding the page names in its first bytes; None where it names none."""
    match = _DECLARED.search(raw[:4096]) or _XML.search(raw[:200])
    return match[1].decode("ascii") if match else None


def read_article(page: str) -> Article | None:
    """The article of a page: its title, a blank line, and its paragraphs; None where there is no text.

    The same page always gives the same text: no clock and no network are asked.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(
        page.removeprefix("\ufeff"),
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        include_images=False,
        date_extraction_params=_DATES,
    )
    if not isinstance(found, Document) or not (body := (found.text or "").strip()):
        return None
    title = _clean(found.title)
    details = Details(
        url=_clean(found.url),
        outlet=_clean(found.sitename),
        author=_clean(found.author),
        title=title,
        published=read_day(found.date) if found.date else None,
        language=_clean(found.language),
    )
    if title is not None and not body.startswith(title):
        body = f"{title}\n\n{body}"
    return Article(body, details)


def _clean(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
