"""What text do these bytes hold, and in which encoding?

The text is the decoded bytes, unchanged: line breaks stay as they are, and a byte-order mark stays as U+FEFF, its first
code point, so that offsets point into the file.
"""

import codecs
from typing import NamedTuple

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = (
    ["cp1252", "cp1251", "koi8_r", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"]
    + ["iso8859_2", "iso8859_5", "iso8859_6", "iso8859_9", "cp866"]
    + ["utf_16_le", "utf_16_be", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"]
)
"""Encodings that news is met in; a closed list keeps short texts from being read as something exotic."""

_SAMPLE = 64_000
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27})
_HIGH = bytes(range(128, 256))
_MOST_DAMAGE = 0.02
_FEW_ACCENTS = 0.05


class Decoded(NamedTuple):
    """A text, its encoding, and whether bytes had to be replaced; `detected`: the file did not say its encoding itself."""

    text: str
    encoding: str
    detected: bool
    replaced: int


def decode(raw: bytes, declared: str | None = None) -> Decoded | None:
    """The text of the bytes; None where they are no text (a picture, an archive).

    Tried in order: a byte-order mark, UTF-8, the declared encoding, UTF-8 with a few damaged bytes, and detection.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _marked(raw, encoding)
    text = _strict(raw, "utf-8")
    if text is not None:
        return None if _is_binary(raw) else Decoded(text, "utf-8", detected=False, replaced=0)
    if declared is not None and not _is_binary(raw) and (text := _strict(raw, declared)) is not None:
        return Decoded(text, codecs.lookup(declared).name, detected=False, replaced=0)
    return _damaged(raw) or _detected(raw)


def _marked(raw: bytes, encoding: str) -> Decoded:
    text = raw.decode(encoding, "replace")
    return Decoded(text, encoding, detected=False, replaced=text.count("\ufffd"))


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _is_binary(raw: bytes) -> bool:
    sample = raw[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > 0.01 * len(sample)


def _damaged(raw: bytes) -> Decoded | None:
    """UTF-8 with few wrong bytes: more letters of several bytes are whole than broken."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - broken
    if _is_binary(raw) or broken > _MOST_DAMAGE * len(text) or whole < 4 * broken:
        return None
    return Decoded(text, "utf-8", detected=True, replaced=broken)


def _is_western(raw: bytes) -> bool:
    """Whether nearly all bytes are ASCII: few accents and curly quotes say too little to tell cp1252 from its sisters."""
    high = len(raw) - len(raw.translate(None, _HIGH))
    return high < _FEW_ACCENTS * len(raw) + 4


def _detected(raw: bytes) -> Decoded | None:
    if not _is_binary(raw) and _is_western(raw) and (text := _strict(raw, "cp1252")) is not None:
        return Decoded(text, "cp1252", detected=True, replaced=0)
    best = from_bytes(raw, cp_isolation=_CANDIDATES).best()
    if best is None or (_is_binary(raw) and not best.encoding.startswith("utf_16")):
        return None
    text = _strict(raw, best.encoding)
    if text is None or "\x00" in text:
        return None
    return Decoded(text, codecs.lookup(best.encoding).name, detected=True, replaced=0)
