"""How do words of a report look where they stand: in their sentence, and in their paragraph?"""

import re

from variorum.model.base import Record, Span
from variorum.model.tables import Finding, Report
from variorum.present.views.index import Index

_SPACES = re.compile(r"\s+")
_END = re.compile(r"[.!?…][\"'”’»)\]]*\s")
_MOST = 600


class InPlace(Record, frozen=True, kw_only=True, gc=False):
    """Words as they stand in their report, in five pieces of one text.

    `before` and `after` are the rest of their sentence; `lead` and `tail` the rest of their paragraph, cut where it is long.
    """

    lead: str
    before: str
    words: str
    after: str
    tail: str


def read_in_place(report: Report | None, span: Span, words: str, sentence: Span | None = None) -> InPlace:
    """The words at the span in their surroundings; alone where the report does not hold them.

    `sentence` is where their sentence is known to stand; else it is taken to end at a full stop.
    """
    if report is None or not 0 <= span.start < span.end <= len(report.text):
        return InPlace(lead="", before="", words=_spaced(words), after="", tail="")
    text = report.text
    left, right = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    right = len(text) if right < 0 else right
    start, end = _around(text, span, left, right, sentence)
    return InPlace(
        lead=_cut(text[left:start], from_end=True),
        before=_cut(text[start : span.start], from_end=True),
        words=_spaced(text[span.start : span.end]),
        after=_cut(text[span.end : end], from_end=False),
        tail=_cut(text[end:right], from_end=False),
    )


def finding_in_place(finding: Finding, index: Index) -> InPlace:
    """The finding's words in their surroundings."""
    return read_in_place(index.reports.get(finding.report), finding.span, finding.text, sentence_of(finding))


def sentence_of(row: Record | None) -> Span | None:
    """Where the sentence of a row stands; None where the row does not say."""
    sentence = getattr(row, "sentence", None)
    return sentence if isinstance(sentence, Span) else None


def _around(text: str, span: Span, left: int, right: int, sentence: Span | None) -> tuple[int, int]:
    """From where to where to show the words' sentence, within their paragraph."""
    if sentence is not None and sentence.start <= span.start and span.end <= sentence.end:
        return max(sentence.start, left), min(sentence.end, right)
    ends = [match.end() for match in _END.finditer(text, left, span.start)]
    following = _END.search(text, span.end, right)
    return (ends[-1] if ends else left), (following.end() if following else right)


def _spaced(words: str) -> str:
    return _SPACES.sub(" ", words)


def _cut(words: str, *, from_end: bool) -> str:
    line = _spaced(words)
    if len(line) <= _MOST:
        return line
    return "…" + line[-_MOST:] if from_end else line[:_MOST] + "…"
