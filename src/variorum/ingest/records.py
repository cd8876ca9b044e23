"""What reading the input gives: reports, the bytes they came from, and what was set aside or doubted."""

from variorum.model.base import Record
from variorum.model.tables import Issue, Report


class Original(Record, frozen=True, kw_only=True):
    """Bytes as received, kept so that every row can be traced to them; `sha256` is their hash in hexadecimal.

    For a row of a table the bytes are the row's text in UTF-8.
    """

    sha256: str
    content: bytes


class Ingested(Record, frozen=True, kw_only=True):
    """Everything read from the inputs; the order of the inputs changes nothing.

    `received` holds one report for every place it was received from (`files` names that one place); a case file that
    grows keeps these and joins them anew with `join_origins`. `reports` are those joined: one report for the same bytes,
    ordered by id. `set_aside` are documents with bytes but no text to read (empty, binary, too large ones have
    none at all and stand only in `issues`), with status set-aside and an empty text. `originals` are ordered by hash.
    `issues` are ordered by file and id; one of severity `error` means that something was set aside.
    """

    reports: tuple[Report, ...] = ()
    received: tuple[Report, ...] = ()
    set_aside: tuple[Report, ...] = ()
    originals: tuple[Original, ...] = ()
    issues: tuple[Issue, ...] = ()
