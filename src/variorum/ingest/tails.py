"""Where does the news end and the page's furniture below it begin?"""

import re
from collections.abc import Sequence

from variorum.ingest.cues import Cues, Label
from variorum.ingest.lines import Line
from variorum.lexicon.sections import SectionLexicon
from variorum.model.terms import SectionKind

_REACH = 4
"""How many lines that no cue knows may stand between two that one does."""

_NEWSY = re.compile(r"[\"“”«»]|\d|(?<=[^.!?…:]\s)[A-Z][a-z]")
"""A quote, a number or a name: a line that holds one may be news and is kept."""

LINKS = Label(SectionKind.BOILERPLATE, "links to other reports")
NEIGHBOUR = Label(SectionKind.BOILERPLATE, "among page furniture")


class Tails:
    """Reads a report from its end upward for as long as the lines belong to the page."""

    def __init__(self, cues: Cues, lexicon: SectionLexicon) -> None:
        self._cues = cues
        headings = "|".join(lexicon.list_headings)
        self._heading = re.compile(rf"\W*(?:{headings})\W*", re.IGNORECASE)
        self._inline = re.compile(rf"\W*(?:{headings})\s*[:—–|]\s*\S.{{0,160}}", re.IGNORECASE)

    def label_tail(self, lines: Sequence[Line]) -> dict[int, Label]:
        """Labels of the lines at the end that are not news, by index; empty where the news runs to the end.

        A line that no cue knows is taken with them only between two that are known, and only where it holds no name,
        number or quote.
        """
        labels: dict[int, Label] = {}
        last = len(lines)
        for index in range(len(lines) - 1, 0, -1):
            label = self._label(lines, index, labels)
            if label is None and (last - index > _REACH or _NEWSY.search(lines[index].text)):
                break
            if label is not None:
                labels |= dict.fromkeys(range(index + 1, last), NEIGHBOUR) if last < len(lines) else {}
                labels[index] = label
                last = index
        return labels

    def _label(self, lines: Sequence[Line], index: int, labels: dict[int, Label]) -> Label | None:
        alone = self._cues.line_label(lines[index])
        beside = labels or self._cues.pieces(lines[index]) or self._cues.line_label(lines[index - 1])
        if alone is not None or not beside:
            return alone
        return self._cues.tail_label(lines[index]) or self._name_above_contact(lines, index, labels)

    @staticmethod
    def _name_above_contact(lines: Sequence[Line], index: int, labels: dict[int, Label]) -> Label | None:
        below = labels.get(index + 1)
        short = len(lines[index].words) <= 6 and not lines[index].closed
        return below if short and below is not None and below.rule == "contact block" else None

    def label_links(self, lines: Sequence[Line]) -> dict[int, Label]:
        """Labels of headings such as "Read also" and of the unfinished lines below them, wherever they stand."""
        labels: dict[int, Label] = {}
        listed = False
        for index, line in enumerate(lines):
            if index and (self._heading.fullmatch(line.text) or self._is_link(line)):
                labels[index] = LINKS
                listed = self._heading.fullmatch(line.text) is not None
            elif listed and not line.closed and len(line.words) <= 20:
                labels[index] = LINKS
            else:
                listed = False
        return labels

    def _is_link(self, line: Line) -> bool:
        return not line.text.rstrip('"”’').endswith(".") and self._inline.fullmatch(line.text) is not None
