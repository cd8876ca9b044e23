"""Which lines are headings: the title, subheads, bylines and a signature at the end?"""

import re
from collections.abc import Sequence

from variorum.ingest.cues import Label
from variorum.ingest.lines import Line
from variorum.lexicon.sections import SectionLexicon
from variorum.model.terms import SectionKind

TITLE = Label(SectionKind.TITLE, "title")
SUBHEAD = Label(SectionKind.TITLE, "subhead")
BYLINE = Label(SectionKind.BYLINE, "byline")
SIGNATURE = Label(SectionKind.BYLINE, "signature")

_NAMES = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}\s*[|/ـ–—]\s*[^\W\d_].*")
_WORD = re.compile(r"[^\W\d_ـ][\w'’-]*")
_LIST_ITEM = re.compile(r"[-–—•*·▪►]|\d+[.)]|\(?[a-z\d][.)]")
_TITLE_WORDS = 26
_SUBHEAD_WORDS = 12
_SENTENCE_WORDS = 10


class Headings:
    """Recognises headings by their shape and place."""

    def __init__(self, lexicon: SectionLexicon) -> None:
        self._small = lexicon.small_words
        openings = "|".join(lexicon.byline_openings)
        self._byline = re.compile(rf"\W*(?i:{openings})(?:\s*:\s*|\s+)(?P<names>[^\W\d_].*)")

    def is_title(self, line: Line, following: Sequence[Line]) -> bool:
        """Whether the first line is the report's title; `following` are the lines after it, none of them furniture."""
        if not following or len(line.words) > _TITLE_WORDS or line.bare_end in ",;:" or line.text[0] in "([":
            return False
        if line.bare_end in ".…":
            return self._in_title_case(line) and following[0].after_blank and len(line.words) <= 20
        if line.asks:
            return self._in_title_case(line) or any(len(other.words) <= 8 for other in following[:1])
        return True

    def is_byline(self, line: Line, following: Line | None) -> bool:
        """Whether the line names who wrote what follows, and says no more."""
        if line.closed or len(line.words) > 12:
            return False
        opened = self._byline.fullmatch(line.text)
        if opened is not None:
            return self._capitalised(opened["names"]) >= 0.99
        named = _NAMES.fullmatch(line.text) is not None and self._capitalised(line.text) >= 0.99
        return named and following is not None and _is_sentence(following)

    def is_subhead(self, line: Line, before: Line | None, following: Line | None) -> bool:
        """Whether a short line stands between sentences as the heading of what follows."""
        if before is None or following is None or len(line.words) > _SUBHEAD_WORDS:
            return False
        if line.closed and not line.asks or line.bare_end in ",;:-–—" or _LIST_ITEM.match(line.text):
            return False
        return before.closed and _is_sentence(following)

    def is_signature(self, line: Line, before: Line | None) -> bool:
        """Whether the last line is the name of those who make the statement above it."""
        if before is None or not before.closed or line.closed or len(line.words) > 10 or re.search(r"\d{3}", line.text):
            return False
        return self._capitalised(line.text) >= 0.6 and line.bare_end not in ",;:"

    def _in_title_case(self, line: Line) -> bool:
        return len(line.words) > 2 and self._capitalised(line.text) >= 0.8

    def _capitalised(self, text: str) -> float:
        words = [word for word in _WORD.findall(text) if word.lower() not in self._small]
        return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def _is_sentence(line: Line) -> bool:
    return len(line.words) >= _SENTENCE_WORDS and (line.closed or line.bare_end == ":")
