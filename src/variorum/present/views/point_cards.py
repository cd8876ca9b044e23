"""What do pages show of one point: the question, the verdict and its reasons, and every account's answer?"""

from collections.abc import Iterable, Mapping

from variorum.model.base import Record
from variorum.model.tables import Point, Reading
from variorum.model.terms import Certainty, Verdict
from variorum.present.views.index import Index, Quote, Witness, reading_anchor
from variorum.present.views.phrases import answer_words, between, date_words
from variorum.present.views.point_origins import OriginsView, read_origins
from variorum.present.views.visible import on_line
from variorum.present.views.words import CERTAINTIES, KINDS, VERDICT_MARKS, VERDICTS


class ReadingView(Record, frozen=True, kw_only=True, gc=False):
    """One answer: what it says in short, its words, whose they are, how sure and as of when."""

    anchor: str
    href: str
    says: str
    quote: Quote
    voice: str
    voice_href: str
    certainty: str
    unsure: bool
    as_of: str
    row_href: str
    row_words: str


class Column(Record, frozen=True, kw_only=True):
    """All answers of one account; `with_others` are accounts earlier in the row that go back to the same origin."""

    witness: Witness
    readings: tuple[ReadingView, ...]
    with_others: tuple[Witness, ...]


class Camp(Record, frozen=True, kw_only=True):
    """One answer, the accounts that give it, and the words of the first of them."""

    says: str
    quote: Quote
    witnesses: tuple[Witness, ...]


class ReasonView(Record, frozen=True, kw_only=True):
    """Why two answers stand to each other as they do; `verdict` is None where the reason speaks of the whole point."""

    verdict: Verdict | None
    mark: str
    words: str


class PointView(Record, frozen=True, kw_only=True):
    """A point as a card; `anchor` is its id."""

    anchor: str
    href: str
    topic: str
    kind: str
    verdict: Verdict
    verdict_words: str
    mark: str
    origins: str
    scope: str
    event_href: str
    camps: tuple[Camp, ...]
    columns: tuple[Column, ...]
    reasons: tuple[ReasonView, ...]
    behind: OriginsView


def read_point(point: Point, index: Index) -> PointView:
    """The point with its accounts in the order of their sigla, and its answers, that of most accounts first."""
    readings = tuple(read_reading(point, place, index) for place in range(len(point.readings)))
    pairs = tuple(zip(point.readings, readings, strict=True))
    scope = (point.population, point.place, date_words(point.period))
    return PointView(
        anchor=point.id,
        href=index.way(point.id),
        topic=topic_words(point),
        kind=KINDS[point.kind],
        verdict=point.verdict,
        verdict_words=VERDICTS[point.verdict],
        mark=VERDICT_MARKS[point.verdict],
        origins=between(point.independent_low, point.independent_high, "independent origin"),
        scope=", ".join(on_line(part) for part in scope if part and part not in point.topic),
        event_href=index.event_href(point.event),
        camps=_camps(pairs),
        columns=_columns(pairs, index),
        reasons=tuple(_reason(reason) for reason in point.reasons),
        behind=read_origins(point, index),
    )


def topic_words(point: Point) -> str:
    """The question of a point, as a heading."""
    words = on_line(point.topic)
    return words[:1].upper() + words[1:]


def read_reading(point: Point, place: int, index: Index) -> ReadingView:
    """The n-th reading of the point, counted from 0."""
    reading = point.readings[place]
    anchor = reading_anchor(point, place)
    row_href, row_words = _row(reading, index)
    return ReadingView(
        anchor=anchor,
        href=index.way(anchor),
        says=on_line(answer_words(point.kind, reading.says)),
        quote=index.quoted(reading.report, on_line(reading.text), anchor),
        voice=on_line(reading.voice_name or reading.voice) or "the report itself",
        voice_href=index.entity_href(reading.voice_entity),
        certainty=CERTAINTIES[reading.certainty],
        unsure=reading.certainty is not Certainty.CERTAIN,
        as_of=date_words(reading.as_of),
        row_href=row_href,
        row_words=row_words,
    )


_ROWS = {"figure": "in the ledger", "told": "in the timeline", "claim": "the statement", "role": "the role"}


def _row(reading: Reading, index: Index) -> tuple[str, str]:
    """The way to the finding a reading rests on; empty where the page shows no such row."""
    for row in (reading.row, reading.claim):
        words = _ROWS.get((row or "").partition("-")[0])
        if row and words and row in index.shown:
            return index.way(row), words
    return "", ""


def _reason(reason: str) -> ReasonView:
    words = on_line(reason)
    named, colon, rest = words.partition(": ")
    verdict = next((verdict for verdict in Verdict if colon and verdict.value == named), None)
    return ReasonView(
        verdict=verdict, mark=VERDICT_MARKS[verdict] if verdict else "", words=rest if verdict is not None else words
    )


def _camps(pairs: Iterable[tuple[Reading, ReadingView]]) -> tuple[Camp, ...]:
    """The different answers, that of most accounts first."""
    camps: dict[str, dict[Witness, Quote]] = {}
    for _, view in pairs:
        camps.setdefault(view.says, {}).setdefault(view.quote.witness, view.quote)
    ordered = sorted(camps.items(), key=lambda camp: -len(camp[1]))
    return tuple(_camp(says, quotes) for says, quotes in ordered)


def _camp(says: str, quotes: Mapping[Witness, Quote]) -> Camp:
    witnesses = _sorted(quotes)
    return Camp(says=says, quote=quotes[witnesses[0]], witnesses=witnesses)


def _columns(pairs: Iterable[tuple[Reading, ReadingView]], index: Index) -> tuple[Column, ...]:
    by_report: dict[str, list[ReadingView]] = {}
    origins: dict[str, list[str]] = {}
    for reading, view in pairs:
        by_report.setdefault(reading.report, []).append(view)
        if reading.origin and reading.report not in origins.setdefault(reading.origin, []):
            origins[reading.origin].append(reading.report)
    shared = {report: group for group in origins.values() if len(group) > 1 for report in group}
    columns = (
        Column(
            witness=index.witness(report),
            readings=tuple(views),
            with_others=index.witnesses(other for other in shared.get(report, ()) if other != report),
        )
        for report, views in by_report.items()
    )
    return tuple(sorted(columns, key=lambda column: column.witness.place))


def _sorted(witnesses: Iterable[Witness]) -> tuple[Witness, ...]:
    return tuple(sorted(witnesses, key=lambda witness: witness.place))
