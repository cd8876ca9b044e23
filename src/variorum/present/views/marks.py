"""Which findings are marked in each report's text, and where does each mark lead?"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from functools import partial

import msgspec

from variorum.model.tables import Finding, Report, Tables
from variorum.model.terms import Certainty, Polarity
from variorum.present.views.days import day_anchor, day_of
from variorum.present.views.entities import first_mentions
from variorum.present.views.index import Index, reading_anchor
from variorum.present.views.layers import DEPTH, Layer, Mark
from variorum.present.views.lineage import passage_anchor, shown_passages
from variorum.present.views.phrases import amount, date_words
from variorum.present.views.place_events import place_anchor
from variorum.present.views.visible import on_line, shortened
from variorum.present.views.words import EVENT_TYPES, MEASURES, ROLE_KINDS, VERDICTS

Marks = Iterable[tuple[str, Mark]]


def read_marks(
    index: Index, rows: Tables, reports: Iterable[Report], *, every_name: bool = False
) -> Mapping[str, tuple[Mark, ...]]:
    """The marks of the reports, by report, in order of the text, the longer first; all within the text.

    `rows` are the findings to be marked: all of the case, or those of some reports. Ways lead to every name where
    `every_name` is set, else to the first in each report.
    """
    marks: dict[str, list[Mark]] = defaultdict(list)
    sizes = {report.id: len(report.text) for report in reports}
    names, readings = partial(_names, every=every_name), partial(_readings, of=sizes)
    for find in (_passages, readings, _claims, _events, _roles, _figures, names, _places, _dates):
        for report, mark in find(index, rows):
            if report in sizes:
                marks[report].append(_within(mark, sizes[report]))
    return {report: tuple(sorted(rows, key=_in_order)) for report, rows in marks.items()}


def _in_order(mark: Mark) -> tuple[int, int, int, str]:
    return mark.start, -mark.end, DEPTH[mark.layer], mark.anchor


def _within(mark: Mark, size: int) -> Mark:
    if 0 <= mark.start <= mark.end <= size:
        return mark
    start = min(max(mark.start, 0), size)
    return msgspec.structs.replace(mark, start=start, end=min(max(mark.end, start), size))


def _mark(row: Finding, layer: Layer, words: str, href: str) -> tuple[str, Mark]:
    mark = Mark(start=row.start, end=row.end, layer=layer, href=href, words=words, anchor=f"text-{row.id}")
    return row.report, mark


def _passages(index: Index, rows: Tables) -> Marks:
    for row in rows.derivations:
        href, one = index.way(row.id), index.witness(row.report).name
        other = index.witness(row.other).name if row.other else on_line(row.origin)
        for place, span in enumerate(shown_passages(row)):
            anchor = passage_anchor(row, place, "a")
            words = f"Shared passage with {other}"
            mark = Mark(
                start=span.start, end=span.end, layer=Layer.PASSAGE, href=href, words=words, anchor=anchor, listed=False
            )
            yield row.report, mark
            if row.other:
                anchor = passage_anchor(row, place, "b")
                words = f"Shared passage with {one}"
                start, end = span.other_start, span.other_end
                yield row.other, msgspec.structs.replace(mark, start=start, end=end, words=words, anchor=anchor)


def _readings(index: Index, rows: Tables, *, of: Container[str]) -> Marks:
    for point in rows.points:
        topic, verdict = on_line(point.topic), VERDICTS[point.verdict].lower()
        for place, reading in enumerate(point.readings):
            if reading.report not in of:
                continue
            anchor = reading_anchor(point, place)
            words = f"Reading “{shortened(reading.says, 60)}” of the point “{topic}” ({verdict})"
            mark = Mark(
                start=reading.start,
                end=reading.end,
                layer=Layer.READING,
                href=index.way(anchor),
                words=words,
                anchor=f"text-{anchor}",
            )
            yield reading.report, mark


def _claims(index: Index, rows: Tables) -> Marks:
    for row in rows.claims:
        voice = on_line(row.voice_name or row.voice) or "the report itself"
        words = f"Statement by {voice}{', denying' if row.polarity is Polarity.NEGATIVE else ''}"
        certainty = "" if row.certainty is Certainty.CERTAIN else f", {row.certainty.value}"
        yield _mark(row, Layer.CLAIM, words + certainty, index.way(row.id))


def _events(index: Index, rows: Tables) -> Marks:
    for row in rows.event_mentions:
        what = (row.concept or row.trigger).replace("-", " ")
        date = f", {date_words(row.date)}" if row.date else ""
        words = f"Event: {what} ({EVENT_TYPES[row.type]}), {row.realis.value}{date}"
        yield _mark(row, Layer.EVENT, words, index.way(row.id))


def _roles(index: Index, rows: Tables) -> Marks:
    for row in rows.roles:
        holder, kind = on_line(row.holder_name or row.holder), ROLE_KINDS[row.kind].capitalize()
        words = f"{kind} ({row.status.value}): {holder}, {on_line(row.value)}"
        yield _mark(row, Layer.ROLE, words, index.way(row.id))


def _figures(index: Index, rows: Tables) -> Marks:
    for row in rows.figures:
        value = amount(row.low, row.high, approximate=row.approximate)
        yield _mark(row, Layer.FIGURE, f"Figure, {MEASURES[row.measure].lower()}: {value}", index.way(row.id))


def _names(index: Index, rows: Tables, *, every: bool) -> Marks:
    first = first_mentions(rows.mentions)
    for row in rows.mentions:
        entity = index.entities.get(row.entity or "")
        span, kind = row.head or row.span, row.type.value.capitalize()
        mark = Mark(
            start=span.start,
            end=span.end,
            layer=Layer.NAME,
            href=index.way(entity.id) if entity else "",
            words=f"{kind}: {on_line(entity.name)}" if entity else kind,
            anchor=f"text-{row.id}" if every or row.id in first or row.id in index.labelled else "",
            listed=False,
        )
        yield row.report, mark


def _places(index: Index, rows: Tables) -> Marks:
    for row in rows.places:
        known = row.latitude is not None and row.longitude is not None
        words = f"Place: {on_line(row.name or row.text)}{'' if known else ', not settled'}"
        report, mark = _mark(row, Layer.PLACE, words, index.way(place_anchor(row)))
        yield report, msgspec.structs.replace(mark, listed=False)


def _dates(index: Index, rows: Tables) -> Marks:
    for row in rows.dates:
        day = day_of(row.edtf)
        href = index.way(day_anchor(day)) if day is not None and day in index.event_days else ""
        words = f"Date: {date_words(row.edtf) or 'not settled'} ({row.basis.value})"
        report, mark = _mark(row, Layer.DATE, words, href)
        yield report, msgspec.structs.replace(mark, listed=False)
