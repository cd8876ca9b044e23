"""Which stretch of a report is title, dateline, byline, body, question, caption or boilerplate?

Where it is unsure a stretch stays body: boilerplate read as news costs a doubtful row, news read as boilerplate is lost.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from variorum.ingest.cues import Cues, Label, Piece
from variorum.ingest.datelines import Datelines
from variorum.ingest.headings import BYLINE, SIGNATURE, SUBHEAD, TITLE, Headings
from variorum.ingest.interviews import Interviews
from variorum.ingest.lines import Line, is_wrapped, read_lines
from variorum.ingest.tails import Tails
from variorum.lexicon.load import read_lexicon
from variorum.lexicon.sections import SectionLexicon
from variorum.model.base import Span
from variorum.model.ids import finding_id
from variorum.model.tables import Report, Section
from variorum.model.terms import SectionKind

BODY = Label(SectionKind.BODY, "")
DATELINE = Label(SectionKind.DATELINE, "dateline")
CAPTION = Label(SectionKind.CAPTION, "caption above its credit")
_MARK = Label(SectionKind.BOILERPLATE, "byte-order mark")

_CAPTION_WORDS = 16
_HEAD_LINES = 6
"""How many lines from the top a dateline may open."""


class Readers(NamedTuple):
    """What tells the sections apart, built once from a lexicon."""

    cues: Cues
    datelines: Datelines
    headings: Headings
    interviews: Interviews
    tails: Tails


@lru_cache(maxsize=1)
def read_readers() -> Readers:
    """The readers over the English lexicon."""
    lexicon = read_lexicon("sections", SectionLexicon)
    cues = Cues(lexicon)
    return Readers(cues, Datelines(lexicon), Headings(lexicon), Interviews(lexicon), Tails(cues, lexicon))


def find_sections(report: Report) -> tuple[Section, ...]:
    """The sections of the report, in order, covering its text without overlap; none where the text is empty.

    Space and line breaks belong to the section before them. Neighbours of one kind and rule are one section.
    """
    if not report.text:
        return ()
    pieces = _find_pieces(report, read_readers())
    return tuple(_sections(report, _join(pieces, len(report.text))))


def _find_pieces(report: Report, readers: Readers) -> Iterator[Piece]:
    lines = read_lines(report.text)
    labels = _label_lines(lines, readers)
    if report.text.startswith("\ufeff"):
        yield Piece(Span(start=0, end=1), _MARK)
    for index, line in enumerate(lines):
        label = labels.get(index, BODY)
        if label.kind in (SectionKind.BODY, SectionKind.QUESTION):
            yield from _split(line, label, readers, index < _HEAD_LINES, report.title if index == 0 else None)
        else:
            yield Piece(Span(start=line.start, end=line.end), label)


def _label_lines(lines: Sequence[Line], readers: Readers) -> dict[int, Label]:
    """Labels of whole lines, by index; a line without one is body."""
    labels = {i: label for i, line in enumerate(lines) if (label := _lone_label(i, line, readers)) is not None}
    labels |= readers.tails.label_tail(lines)
    labels |= readers.tails.label_links(lines)
    labels |= {i: DATELINE for i, line in enumerate(lines) if readers.datelines.is_date(line)}
    labels |= _captions(lines, labels)
    labels |= _headings(lines, labels, readers)
    rest = [index for index in range(len(lines)) if index not in labels or labels[index] is SUBHEAD]
    turns = readers.interviews.label_turns([lines[index] for index in rest])
    return labels | {rest[turn]: label for turn, label in turns.items() if _keeps(labels.get(rest[turn]), label)}


def _keeps(heading: Label | None, turn: Label) -> bool:
    """Whether an interview's turn stands against what was read as a subhead: only a question does."""
    return heading is None or turn.kind is SectionKind.QUESTION


def _lone_label(index: int, line: Line, readers: Readers) -> Label | None:
    label = readers.cues.line_label(line)
    if label is not None and not (index == 0 and label.kind is SectionKind.BOILERPLATE and line.closed):
        return label
    return DATELINE if readers.datelines.is_dateline(line) else None


def _captions(lines: Sequence[Line], labels: dict[int, Label]) -> dict[int, Label]:
    """A short unfinished line right above a photo credit is the photo's caption."""
    found = {}
    for index, label in labels.items():
        above = index - 1
        if label.rule != "photo credit" or above < 1 or above in labels or lines[index].after_blank:
            continue
        if not lines[above].closed and len(lines[above].words) <= _CAPTION_WORDS:
            found[above] = CAPTION
    return found


def _headings(lines: Sequence[Line], labels: dict[int, Label], readers: Readers) -> dict[int, Label]:
    headings = readers.headings
    rest = [index for index in range(len(lines)) if index not in labels]
    if is_wrapped(lines):
        rest = [index for index in rest if _stands_alone(lines, index)]
    found: dict[int, Label] = {}
    first = lines[rest[0]] if rest else None
    below = [line for index, line in enumerate(lines) if rest and index > rest[0] and index not in labels]
    if first and not readers.datelines.opening(first) and headings.is_title(first, below):
        found[rest.pop(0)] = TITLE
    bylines = {i for i, after in zip_longest(rest, rest[1:]) if headings.is_byline(*_pair(lines, i, after))}
    found |= dict.fromkeys(sorted(bylines), BYLINE)
    rest = [index for index in rest if index not in bylines]
    for place, index in enumerate(rest[1:], 1):
        before, after = lines[rest[place - 1]], lines[rest[place + 1]] if place + 1 < len(rest) else None
        if headings.is_subhead(lines[index], before, after):
            found[index] = SUBHEAD
        elif after is None and headings.is_signature(lines[index], before):
            found[index] = SIGNATURE
    return found


def _stands_alone(lines: Sequence[Line], index: int) -> bool:
    """Whether a line has blank lines around it; in a text broken for width only such a line can be a heading."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    return (index == 0 or lines[index].after_blank) and (after is None or after.after_blank)


def _pair(lines: Sequence[Line], index: int, after: int | None) -> tuple[Line, Line | None]:
    return lines[index], None if after is None else lines[after]


def _split(line: Line, label: Label, readers: Readers, near_top: bool, title: str | None) -> Iterator[Piece]:
    """A line of news, its dateline, title, and the page's own sentences taken out."""
    start = line.start
    opening = readers.datelines.opening(line) if near_top else 0
    if opening:
        yield Piece(Span(start=start, end=start + opening), DATELINE)
        start += opening
    headed = _title_length(line.text[start - line.start :], title)
    if headed:
        yield Piece(Span(start=start, end=start + headed), TITLE)
        start += headed
    for piece in readers.cues.pieces(line):
        if piece.span.start < start:
            continue
        if piece.span.start > start:
            yield Piece(Span(start=start, end=piece.span.start), label)
        yield piece
        start = piece.span.end
    if start < line.end:
        yield Piece(Span(start=start, end=line.end), label)


def _title_length(text: str, title: str | None) -> int:
    """How many characters of the text its given title takes, where it opens with it and more follows; else 0."""
    words = re.findall(r"\w+", title or "")
    if len(words) < 3:
        return 0
    match = re.match(r"\W*" + r"\W+".join(map(re.escape, words)) + r"[^\w\s]*\s+(?=\W*\w)", text)
    return match.end() if match else 0


def _join(pieces: Iterable[Piece], length: int) -> Iterator[Piece]:
    """The pieces stretched to cover the text, neighbours with one label made one."""
    current: Piece | None = None
    for piece in pieces:
        if current is None:
            current = Piece(Span(start=0, end=piece.span.end), piece.label)
        elif piece.label == current.label:
            current = Piece(Span(start=current.span.start, end=piece.span.end), current.label)
        else:
            yield Piece(Span(start=current.span.start, end=piece.span.start), current.label)
            current = piece
    if current is None:
        yield Piece(Span(start=0, end=length), BODY)
    else:
        yield Piece(Span(start=current.span.start, end=length), current.label)


def _sections(report: Report, pieces: Iterable[Piece]) -> Iterator[Section]:
    for piece in pieces:
        span, label = piece
        yield Section(
            id=finding_id("sections", report.id, span),
            report=report.id,
            start=span.start,
            end=span.end,
            text=report.text[span.start : span.end],
            kind=label.kind,
            rule=label.rule,
        )
