"""Which stretches of a report's text carry which findings?

Findings nest and overlap. The text is cut at every edge of a finding into pieces; a piece knows all findings that cover it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum

from variorum.model.base import Record
from variorum.model.terms import Certainty, Polarity
from variorum.present.dossier.entities import first_mentions
from variorum.present.dossier.index import Index
from variorum.present.dossier.lineage import passage_anchor, shown_passages
from variorum.present.dossier.places import place_anchor
from variorum.present.dossier.points import reading_anchor
from variorum.present.dossier.timeline import day_anchor, day_of
from variorum.present.dossier.visible import on_line, shortened
from variorum.present.dossier.words import EVENT_TYPES, MEASURES, ROLE_KINDS, VERDICTS, amount, date_words


class Layer(StrEnum):
    """The kinds of marks, the outermost first; the value is the mark's class on the page."""

    PASSAGE = "passage"
    READING = "reading"
    CLAIM = "claim"
    EVENT = "event"
    ROLE = "role"
    FIGURE = "figure"
    NAME = "name"
    PLACE = "place"
    DATE = "date"


class Mark(Record, frozen=True, kw_only=True):
    """A finding in a text; `href` leads to its row, `words` say what it is, `anchor` is what rows lead to ("" for none)."""

    start: int
    end: int
    layer: Layer
    href: str
    words: str
    anchor: str = ""
    listed: bool = True


class Piece(Record, frozen=True, kw_only=True):
    """A stretch of text between two edges: the layers that cover it, outermost first, and the innermost finding's row."""

    text: str
    layers: tuple[Layer, ...] = ()
    href: str = ""
    words: str = ""
    anchors: tuple[str, ...] = ()


def read_marks(index: Index) -> Mapping[str, tuple[Mark, ...]]:
    """The marks of every report, by its id, in order of the text, the longer first."""
    marks: dict[str, list[Mark]] = defaultdict(list)
    sizes = {report.id: len(report.text) for report in index.read}
    for find in (_passages, _readings, _claims, _events, _roles, _figures, _names, _places, _dates):
        for report, mark in find(index):
            if report in sizes:
                marks[report].append(_within(mark, sizes[report]))
    return {
        report: tuple(sorted(rows, key=lambda m: (m.start, -m.end, _ORDER[m.layer], m.anchor)))
        for report, rows in marks.items()
    }


def cut_text(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The text from start to end in pieces; `marks` are those that touch it, in order; an anchor stands where its mark begins."""
    edges = {start, end}
    anchors: dict[int, list[str]] = defaultdict(list)
    opening: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        first, last = max(mark.start, start), min(mark.end, end)
        edges |= {first, last}
        opening[first].append(mark)
        if mark.anchor and start <= mark.start:
            anchors[first].append(mark.anchor)
    pieces: list[Piece] = []
    open_marks: list[Mark] = []
    cuts = sorted(edges)
    for left, right in zip(cuts, [*cuts[1:], end], strict=True):
        open_marks = [mark for mark in open_marks if mark.end > left]
        open_marks += [mark for mark in opening[left] if mark.end > left]
        if right > left or anchors[left]:
            pieces.append(_piece(text[left:right], open_marks, anchors[left]))
    return tuple(pieces)


def _piece(text: str, marks: list[Mark], anchors: list[str]) -> Piece:
    if not marks:
        return Piece(text=text, anchors=tuple(anchors))
    inner = min((mark for mark in marks if mark.href), key=_innermost, default=None)
    words = dict.fromkeys(mark.words for mark in sorted(marks, key=_innermost))
    return Piece(
        text=text,
        layers=tuple(sorted({mark.layer for mark in marks}, key=_ORDER.__getitem__)),
        href=inner.href if inner else "",
        words=" · ".join(words),
        anchors=tuple(anchors),
    )


_ORDER = {layer: place for place, layer in enumerate(Layer)}


def _innermost(mark: Mark) -> tuple[int, int]:
    return mark.end - mark.start, -_ORDER[mark.layer]


def _within(mark: Mark, size: int) -> Mark:
    if 0 <= mark.start <= mark.end <= size:
        return mark
    start = min(max(mark.start, 0), size)
    return Mark(
        start=start,
        end=min(max(mark.end, start), size),
        layer=mark.layer,
        href=mark.href,
        words=mark.words,
        anchor=mark.anchor,
        listed=mark.listed,
    )


Marks = Iterable[tuple[str, Mark]]


def _passages(index: Index) -> Marks:
    for row in index.tables.derivations:
        href = f"#{row.id}"
        for place, span in enumerate(shown_passages(row)):
            words = (
                f"Shared passage with {index.witness(row.other).name}"
                if row.other
                else f"Passage from {on_line(row.origin)}"
            )
            yield row.report, Mark(start=span.start, end=span.end, layer=Layer.PASSAGE, href=href, words=words,
                                   anchor=passage_anchor(row, place, "a"))  # fmt: skip
            if row.other:
                words = f"Shared passage with {index.witness(row.report).name}"
                yield row.other, Mark(start=span.other_start, end=span.other_end, layer=Layer.PASSAGE, href=href, words=words,
                                      anchor=passage_anchor(row, place, "b"))  # fmt: skip


def _readings(index: Index) -> Marks:
    for point in index.tables.points:
        topic, verdict = on_line(point.topic), VERDICTS[point.verdict].lower()
        for place, reading in enumerate(point.readings):
            anchor = reading_anchor(point, place)
            words = f"Reading “{shortened(reading.says, 60)}” of the point “{topic}” ({verdict})"
            yield reading.report, Mark(start=reading.start, end=reading.end, layer=Layer.READING, href=f"#{anchor}",
                                       words=words, anchor=f"text-{anchor}")  # fmt: skip


def _claims(index: Index) -> Marks:
    for row in index.tables.claims:
        voice = on_line(row.voice_name or row.voice) or "the report itself"
        words = f"Statement by {voice}{', denying' if row.polarity is Polarity.NEGATIVE else ''}"
        words += "" if row.certainty is Certainty.CERTAIN else f", {row.certainty.value}"
        yield row.report, _mark(row.id, row.start, row.end, Layer.CLAIM, words)


def _events(index: Index) -> Marks:
    for row in index.tables.event_mentions:
        words = f"Event: {(row.concept or row.trigger).replace('-', ' ')}, {EVENT_TYPES[row.type]}"
        words += f", {row.realis.value}" + (f", {date_words(row.date)}" if row.date else "")
        yield row.report, _mark(row.id, row.start, row.end, Layer.EVENT, words)


def _roles(index: Index) -> Marks:
    for row in index.tables.roles:
        words = f"{ROLE_KINDS[row.kind].capitalize()} ({row.status.value}): {on_line(row.holder_name or row.holder)}, {on_line(row.value)}"
        yield row.report, _mark(row.id, row.start, row.end, Layer.ROLE, words)


def _figures(index: Index) -> Marks:
    for row in index.tables.figures:
        words = f"Figure, {MEASURES[row.measure].lower()}: {amount(row.low, row.high, approximate=row.approximate)}"
        yield row.report, _mark(row.id, row.start, row.end, Layer.FIGURE, words)


def _names(index: Index) -> Marks:
    first = first_mentions(index.tables.mentions)
    for row in index.tables.mentions:
        entity = index.entities.get(row.entity or "")
        start, end = (row.head.start, row.head.end) if row.head else (row.start, row.end)
        words = f"{row.type.value.capitalize()}: {on_line(entity.name)}" if entity else f"{row.type.value.capitalize()}"
        anchor = f"text-{row.id}" if row.id in first else ""
        yield row.report, Mark(start=start, end=end, layer=Layer.NAME, href=f"#{entity.id}" if entity else "",
                               words=words, anchor=anchor, listed=False)  # fmt: skip


def _places(index: Index) -> Marks:
    for row in index.tables.places:
        known = row.latitude is not None and row.longitude is not None
        words = f"Place: {on_line(row.name or row.text)}" + ("" if known else ", not settled")
        yield row.report, Mark(start=row.start, end=row.end, layer=Layer.PLACE, href=f"#{place_anchor(row)}",
                               words=words, anchor=f"text-{row.id}", listed=False)  # fmt: skip


def _dates(index: Index) -> Marks:
    days = {day_of(event.date) for event in index.tables.events if not event.background}
    for row in index.tables.dates:
        day = day_of(row.edtf)
        words = f"Date: {date_words(row.edtf) or 'not settled'} ({row.basis.value})"
        yield row.report, Mark(start=row.start, end=row.end, layer=Layer.DATE, href=f"#{day_anchor(day)}" if day and day in days else "",
                               words=words, anchor=f"text-{row.id}", listed=False)  # fmt: skip


def _mark(row_id: str, start: int, end: int, layer: Layer, words: str) -> Mark:
    return Mark(start=start, end=end, layer=layer, href=f"#{row_id}", words=words, anchor=f"text-{row_id}")
