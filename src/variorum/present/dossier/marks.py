"""Which findings are marked in each report's text, and where does each mark lead?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from variorum.model.tables import Finding
from variorum.model.terms import Certainty, Polarity
from variorum.present.dossier.entities import first_mentions
from variorum.present.dossier.index import Index, reading_anchor
from variorum.present.dossier.layers import DEPTH, Layer, Mark
from variorum.present.dossier.lineage import passage_anchor, shown_passages
from variorum.present.dossier.phrases import amount, date_words
from variorum.present.dossier.places import place_anchor
from variorum.present.dossier.timeline import day_anchor, day_of
from variorum.present.dossier.visible import on_line, shortened
from variorum.present.dossier.words import EVENT_TYPES, MEASURES, ROLE_KINDS, VERDICTS

Marks = Iterable[tuple[str, Mark]]


def read_marks(index: Index) -> Mapping[str, tuple[Mark, ...]]:
    """The marks of every report read, by its id, in order of the text, the longer first; all within the text."""
    marks: dict[str, list[Mark]] = defaultdict(list)
    sizes = {report.id: len(report.text) for report in index.read}
    for find in (_passages, _readings, _claims, _events, _roles, _figures, _names, _places, _dates):
        for report, mark in find(index):
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


def _mark(row: Finding, layer: Layer, words: str) -> tuple[str, Mark]:
    mark = Mark(start=row.start, end=row.end, layer=layer, href=f"#{row.id}", words=words, anchor=f"text-{row.id}")
    return row.report, mark


def _passages(index: Index) -> Marks:
    for row in index.tables.derivations:
        href, one = f"#{row.id}", index.witness(row.report).name
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


def _readings(index: Index) -> Marks:
    for point in index.tables.points:
        topic, verdict = on_line(point.topic), VERDICTS[point.verdict].lower()
        for place, reading in enumerate(point.readings):
            anchor = reading_anchor(point, place)
            words = f"Reading “{shortened(reading.says, 60)}” of the point “{topic}” ({verdict})"
            mark = Mark(
                start=reading.start,
                end=reading.end,
                layer=Layer.READING,
                href=f"#{anchor}",
                words=words,
                anchor=f"text-{anchor}",
            )
            yield reading.report, mark


def _claims(index: Index) -> Marks:
    for row in index.tables.claims:
        voice = on_line(row.voice_name or row.voice) or "the report itself"
        words = f"Statement by {voice}{', denying' if row.polarity is Polarity.NEGATIVE else ''}"
        yield _mark(
            row, Layer.CLAIM, words + ("" if row.certainty is Certainty.CERTAIN else f", {row.certainty.value}")
        )


def _events(index: Index) -> Marks:
    for row in index.tables.event_mentions:
        what = (row.concept or row.trigger).replace("-", " ")
        date = f", {date_words(row.date)}" if row.date else ""
        yield _mark(row, Layer.EVENT, f"Event: {what} ({EVENT_TYPES[row.type]}), {row.realis.value}{date}")


def _roles(index: Index) -> Marks:
    for row in index.tables.roles:
        holder, kind = on_line(row.holder_name or row.holder), ROLE_KINDS[row.kind].capitalize()
        yield _mark(row, Layer.ROLE, f"{kind} ({row.status.value}): {holder}, {on_line(row.value)}")


def _figures(index: Index) -> Marks:
    for row in index.tables.figures:
        value = amount(row.low, row.high, approximate=row.approximate)
        yield _mark(row, Layer.FIGURE, f"Figure, {MEASURES[row.measure].lower()}: {value}")


def _names(index: Index) -> Marks:
    first = first_mentions(index.tables.mentions)
    for row in index.tables.mentions:
        entity = index.entities.get(row.entity or "")
        span, kind = row.head or row.span, row.type.value.capitalize()
        mark = Mark(
            start=span.start,
            end=span.end,
            layer=Layer.NAME,
            href=f"#{entity.id}" if entity else "",
            words=f"{kind}: {on_line(entity.name)}" if entity else kind,
            anchor=f"text-{row.id}" if row.id in first else "",
            listed=False,
        )
        yield row.report, mark


def _places(index: Index) -> Marks:
    for row in index.tables.places:
        known = row.latitude is not None and row.longitude is not None
        words = f"Place: {on_line(row.name or row.text)}{'' if known else ', not settled'}"
        report, mark = _mark(row, Layer.PLACE, words)
        yield report, msgspec.structs.replace(mark, href=f"#{place_anchor(row)}", listed=False)


def _dates(index: Index) -> Marks:
    days = {day_of(event.date) for event in index.tables.events if not event.background}
    for row in index.tables.dates:
        day = day_of(row.edtf)
        report, mark = _mark(row, Layer.DATE, f"Date: {date_words(row.edtf) or 'not settled'} ({row.basis.value})")
        href = f"#{day_anchor(day)}" if day is not None and day in days else ""
        yield report, msgspec.structs.replace(mark, href=href, listed=False)
