"""Where does a report say when and where it was written? Lines that say no more, and openings such as "CITY (Agency) -"."""

import re
from datetime import date
from itertools import islice

from variorum.ingest.lines import Line
from variorum.lexicon.sections import SectionLexicon

_DASH = re.compile(r"(?:\s*(?:—|–|ـ|--+)\s*|\s+[-:]\s+|(?<=\))\s*[-_:]\s*|_\s+)(?=[\"“”‘’'(\[`]*\w)")
_DASHES = "-–—_ـ"
_REACH = 100
"""Within how many characters from the start of a line the dash after a dateline is looked for."""
_BRACKET = re.compile(r"[(\[](?P<head>[^()\[\]]{3,90})[)\]]\s*[-–—:.]?\s*(?=[\"“‘'\w])")
_AGENCY = re.compile(r"[(\[/][A-Z][\w.&/ -]{1,40}[)\]/]\.?$")
_NUMERIC = r"(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2} ?[-./] ?\d{1,2} ?[-./] ?\d{4})"
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?![\w])|\b\d{1,2}\s*[ap]\.?m\b\.?", re.IGNORECASE
)
_TOKEN = re.compile(r"[^\W\d_][\w'’.-]*", re.UNICODE)


class Datelines:
    """Recognises datelines with the month and weekday names of a lexicon."""

    def __init__(self, lexicon: SectionLexicon) -> None:
        self._months = {name: number for number, names in enumerate(lexicon.months, 1) for name in names}
        self._days = frozenset(lexicon.weekdays)
        self._plain = lexicon.dateline_words
        self._small = lexicon.small_words
        month = "|".join(sorted(self._months, key=len, reverse=True))
        day = r"\d{1,2}(?:st|nd|rd|th)?"
        self._date = re.compile(
            rf"\b(?:(?P<m1>{month})\b\.?\s*(?P<d1>{day})\b(?:,?\s+(?P<y1>\d{{4}})\b)?"
            rf"|(?P<d2>{day})\s+(?:of\s+)?(?P<m2>{month})\b\.?,?(?:\s+(?P<y2>\d{{4}})\b)?"
            rf"|(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})|(?P<number>{_NUMERIC}))",
            re.IGNORECASE,
        )
        weekday = "|".join(sorted(self._days, key=len, reverse=True))
        self._leading = re.compile(rf"(?:(?:{weekday})\.?,?\s+)?{self._unnamed_date()}\s+(?=[\"“A-Z])", re.IGNORECASE)
        self._numbered = re.compile(rf"(?:{_NUMERIC}),?(?:\s+{_CLOCK.pattern})?\.?\s+(?=[\"“A-Z])", re.IGNORECASE)

    def _unnamed_date(self) -> str:
        return "(?:" + re.sub(r"\(\?P<\w+>", "(?:", self._date.pattern) + ")"

    def is_dateline(self, line: Line) -> bool:
        """Whether the line says when, perhaps where and by whom, and nothing else."""
        if line.text[-1] in _DASHES and len(line.words) <= 14:
            return self._is_head(line.text.rstrip(_DASHES + " "))
        if len(line.words) > 14 or not self._date.search(line.text):
            return False
        rest = _CLOCK.sub(" ", self._date.sub(" ", line.text))
        words = [word for word in _TOKEN.findall(rest) if not self._is_plain(word)]
        return len(words) <= 4 and all(word[0].isupper() for word in words) and not line.asks

    def is_date(self, line: Line) -> bool:
        """Whether the line is a date, or a date and a time, with no word more."""
        rest = _CLOCK.sub(" ", self._date.sub(" ", line.text, count=1))
        return self._date.search(line.text) is not None and re.search(r"\w", rest) is None

    def opening(self, line: Line) -> int:
        """How many characters at the start of the line are a dateline or an agency's tag; 0 where there is none."""
        bracket = _BRACKET.match(line.text)
        if bracket and (self._date.search(bracket["head"]) or self._is_wire_tag(line, bracket)):
            return bracket.end()
        end = self._marked_end(line.text)
        if end:
            return end
        dated = self._leading.match(line.text) or self._numbered.match(line.text)
        return dated.end() if dated and line.text[dated.end()].isupper() and self._has_year(dated.group()) else 0

    @staticmethod
    def _is_wire_tag(line: Line, bracket: re.Match[str]) -> bool:
        head = bracket["head"]
        return (
            head.isupper()
            and len(head.split()) <= 2
            and line.text[bracket.start() : bracket.end()].rstrip()[-1] in "-–—:"
        )

    def _marked_end(self, text: str) -> int:
        """Where the dash after a dateline ends; a second dash counts only where a date or an agency stands before it."""
        end = 0
        for mark in islice(_DASH.finditer(text, 2, _REACH), 3):
            head = text[end : mark.start()].strip()
            if end and not (self._date.search(head) or _AGENCY.search(head)):
                break
            if self._is_head(text[: mark.start()].strip()):
                end = mark.end()
        return end

    def _is_head(self, head: str) -> bool:
        words = [word for word in _TOKEN.findall(self._date.sub(" ", head)) if not self._is_plain(word)]
        if len(words) > 9 or not all(word[0].isupper() or word.lower() in self._small for word in words):
            return False
        if self._date.search(head) or (_AGENCY.search(head) and words):
            return True
        place = re.match(r"[A-Z][A-Z'’. -]{2,}[A-Z](?=$|[\s,.(])", head)
        letters = sum(char.isalpha() for char in place.group()) if place else 0
        return letters > 3 and len(words) <= 6 and head == head.rstrip("?!")

    def _is_plain(self, word: str) -> bool:
        bare = word.lower().rstrip(".")
        return bare in self._plain or bare in self._days or bare in self._months

    @staticmethod
    def _has_year(text: str) -> bool:
        return re.search(r"\d{4}", text) is not None

    def date_in(self, text: str) -> str | None:
        """The one full date (ISO) that the words of a dateline give; None where there is none, several, or no year."""
        found = {day for match in self._date.finditer(text) if (day := self._iso(match)) is not None}
        return found.pop() if len(found) == 1 else None

    def _iso(self, match: re.Match[str]) -> str | None:
        parts = match.groupdict()
        if parts["iso"]:
            return _valid(*map(int, parts["iso"].split("-")))
        if parts["number"]:
            return _read_numeric(parts["number"])
        month, day, year = (parts[key + "1"] or parts[key + "2"] for key in "mdy")
        if month is None or day is None or year is None:
            return None
        return _valid(int(year), self._months[month.lower()], int(re.sub(r"\D", "", day)))


def _read_numeric(text: str) -> str | None:
    first, second, third = map(int, re.split(r" ?[-./] ?", text))
    if first > 31:
        return _valid(first, second, third)
    if first > 12 or first == second or "." in text:  # with points, the day comes first wherever dates are written so
        return _valid(third, second, first)
    return _valid(third, first, second) if second > 12 else None


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
