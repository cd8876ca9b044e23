"""What in a case can be searched for, and by which words?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum

from variorum.model.base import Record
from variorum.model.tables import Entity, Event, Finding, PlaceMention, Point, Report
from variorum.present.views.index import Index
from variorum.present.views.phrases import amount, answer_words, date_words
from variorum.present.views.place_events import place_anchor
from variorum.present.views.visible import on_line
from variorum.present.views.words import EVENT_TYPES, KINDS, MEASURES, ROLE_KINDS

_PARAGRAPH = re.compile(r"\n\s*\n|\n")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+")
_LONG = 500


class Kind(StrEnum):
    """The kinds of what is found, in the order in which they are shown."""

    POINT = "point"
    ENTITY = "name"
    EVENT = "event"
    CLAIM = "statement"
    FIGURE = "figure"
    ROLE = "role"
    PLACE = "place"
    TEXT = "text"


class Entry(Record, frozen=True, kw_only=True, gc=False):
    """Something that can be found: the words it is found by, and the row or report it leads to.

    `report` is the report it stands in, "" for what is of the whole case; `start` and `end` bound a stretch of its text.
    """

    kind: Kind
    words: str
    row: str
    report: str = ""
    start: int = 0
    end: int = 0


def read_entries(index: Index) -> Iterator[Entry]:
    """Everything that can be searched for, kind by kind, within a kind in the order of the record."""
    yield from (_point(row) for row in index.tables.points)
    yield from (_entity(row) for row in index.tables.entities)
    yield from _events(index)
    yield from _findings(index)
    yield from _places(index.tables.places)
    for report in index.read:
        yield from _texts(report)


def _joined(*parts: str | None, between: str = " · ") -> str:
    return between.join(dict.fromkeys(filter(None, map(on_line, parts))))


def _point(row: Point) -> Entry:
    answers = (f"{answer_words(row.kind, reading.says)}: {reading.text}" for reading in row.readings)
    return Entry(kind=Kind.POINT, words=_joined(row.topic, KINDS[row.kind], *answers), row=row.id)


def _entity(row: Entity) -> Entry:
    return Entry(kind=Kind.ENTITY, words=_joined(row.name, *row.aliases), row=row.id)


def _events(index: Index) -> Iterator[Entry]:
    told = index.told
    for row in index.tables.events:
        texts = (told[mention].text for mention in row.mentions if mention in told)
        yield Entry(kind=Kind.EVENT, words=_joined(_what(row), date_words(row.date), *texts), row=row.id)


def _what(row: Event) -> str:
    who = ", ".join((*row.actors[:3], *row.recipients[:3]))
    return f"{(row.concept or EVENT_TYPES[row.type]).replace('-', ' ')} ({EVENT_TYPES[row.type]}) {who} {', '.join(row.places)}"


def _findings(index: Index) -> Iterator[Entry]:
    tables = index.tables
    for claim in tables.claims:
        chain = " via ".join(link.text for link in claim.chain[1:])
        voice = _joined(claim.voice, claim.voice_name, chain, between=" / ")
        yield _finding(Kind.CLAIM, claim, f"{voice}: {on_line(claim.text)}" if voice else claim.text)
    for figure in tables.figures:
        value = amount(figure.low, figure.high, approximate=figure.approximate)
        named = _joined(figure.text, MEASURES[figure.measure].lower(), value, figure.place_name, figure.voice)
        yield _finding(Kind.FIGURE, figure, named)
    for role in tables.roles:
        words = _joined(
            role.text, ROLE_KINDS[role.kind], role.holder_name or role.holder, role.value, role.organization_name
        )
        yield _finding(Kind.ROLE, role, words)


def _finding(kind: Kind, row: Finding, words: str) -> Entry:
    return Entry(kind=kind, words=on_line(words), row=row.id, report=row.report, start=row.start, end=row.end)


def _places(rows: Iterable[PlaceMention]) -> Iterator[Entry]:
    """One entry a place: all its spellings; it leads to the page of its first mention."""
    found: dict[str, list[PlaceMention]] = defaultdict(list)
    for row in rows:
        found[place_anchor(row)].append(row)
    for mentions in found.values():
        first = mentions[0]
        yield Entry(
            kind=Kind.PLACE, words=_joined(first.name, first.country, *(row.text for row in mentions)), row=first.id
        )


def _texts(report: Report) -> Iterator[Entry]:
    """The paragraphs of a report, long ones sentence by sentence."""
    for start, end in _cut(report.text, 0, len(report.text), _PARAGRAPH):
        long = end - start > _LONG
        for first, last in _cut(report.text, start, end, _SENTENCE) if long else ((start, end),):
            words = on_line(report.text[first:last])
            yield Entry(kind=Kind.TEXT, words=words, row=report.id, report=report.id, start=first, end=last)


def _cut(text: str, start: int, end: int, at: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stretches between the matches that hold more than space."""
    reached = start
    for match in at.finditer(text, start, end):
        if text[reached : match.start()].strip():
            yield reached, match.start()
        reached = match.end()
    if text[reached:end].strip():
        yield reached, end
