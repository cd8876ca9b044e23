"""What does a row of the record say in plain words, on which words does it rest, and why is it there?"""

from collections.abc import Iterator

from variorum.model.base import Record
from variorum.model.decisions import Decision
from variorum.model.tables import EventMention, Figure, Finding, Link, Role
from variorum.present.explain import Explanation
from variorum.present.views.field_words import FIELDS, TABLES, term_words
from variorum.present.views.in_place import InPlace, finding_in_place
from variorum.present.views.index import Index, Quote, Way
from variorum.present.views.phrases import amount, counted, date_words, number
from variorum.present.views.visible import on_line, shortened

_PASSAGES = 12
_WORDS = 160
_DATED = frozenset({"date", "as_of", "edtf", "period", "published", "dates"})
_OWN_PAGES = ("reports", "entities", "events", "points", "derivations")


class FactPart(Record, frozen=True, kw_only=True):
    """A bit of a value; `href` is the way to the row it names, "" for none."""

    words: str
    href: str = ""


class Fact(Record, frozen=True, kw_only=True):
    """What a row says in one of its fields, in plain words."""

    label: str
    parts: tuple[FactPart, ...]


class RowPassage(Record, frozen=True, kw_only=True):
    """Words that a row rests on, where they stand."""

    quote: Quote
    place: InPlace
    row: str


class RowInFull(Record, frozen=True, kw_only=True):
    """A row; `page` is the way to its own page, "" where it has none, and `present` says whether it is still in its table.

    `passages` are the words it rests on, twelve at most, and `more` how many there are beyond them.
    """

    id: str
    kind: str
    title: str
    page: str
    present: bool
    passages: tuple[RowPassage, ...]
    more: int
    facts: tuple[Fact, ...]
    made_by: str
    rule: str
    refined_by: tuple[str, ...]
    reasons: tuple[str, ...]
    points: tuple[Way, ...]
    decisions: tuple[str, ...]


def read_row(why: Explanation, index: Index) -> RowInFull:
    """The explained row for a reader."""
    row_id = str(getattr(why.row, "id", ""))
    rests_on = [why.row] if isinstance(why.row, Finding) else [reference.row for reference in why.rests_on]
    findings = [row for row in rests_on if isinstance(row, Finding)]
    return RowInFull(
        id=row_id,
        kind=TABLES[why.table],
        title=_title(why.row),
        page=index.way(row_id) if why.table in _OWN_PAGES and why.present else "",
        present=why.present,
        passages=tuple(
            RowPassage(
                quote=index.quote(row),
                place=finding_in_place(row, index),
                row="" if row is why.row else row.id,
            )
            for row in findings[:_PASSAGES]
        ),
        more=max(0, len(findings) - _PASSAGES),
        facts=tuple(_facts(why.row, index)),
        made_by=on_line(why.made_by.question) if why.made_by else "",
        rule=on_line(why.rule),
        refined_by=tuple(on_line(step.question) for step in why.refined_by),
        reasons=tuple(on_line(reason) for reason in why.reasons),
        points=index.readings_of(row_id),
        decisions=tuple(_decision(decision) for decision in why.decisions),
    )


def _decision(decision: Decision) -> str:
    told = f"{decision.number}. {decision.kind.value} ({decision.status.value}), by {on_line(decision.reviewer)}, {decision.made}"
    return ". ".join(part for part in (told, on_line(decision.reason), on_line(decision.outcome)) if part)


def _title(row: Record) -> str:
    """What the row is, in a line."""
    if isinstance(row, Figure):
        value = amount(row.low, row.high, approximate=row.approximate)
        return f"{term_words(row.measure)}: {value}"
    if isinstance(row, EventMention):
        return on_line(row.concept or row.trigger).replace("-", " ")
    if isinstance(row, Role):
        return f"{on_line(row.holder_name or row.holder)}: {shortened(row.value, 80)}"
    for field in ("name", "topic", "title", "text", "detail", "concept", "file"):
        words = getattr(row, field, None)
        if words:
            return shortened(str(words), 90)
    return str(getattr(row, "id", ""))


def _facts(row: Record, index: Index) -> Iterator[Fact]:
    """The fields that hold something, in the order of the record; figures begin with what they state."""
    if isinstance(row, Figure):
        stated = amount(row.low, row.high, approximate=row.approximate)
        yield Fact(label="how many", parts=(FactPart(words=stated),))
    for field in type(row).__struct_fields__:
        label = FIELDS.get(field)
        if label is not None:
            parts = tuple(_parts(field, getattr(row, field), index))
            if parts:
                yield Fact(label=label, parts=parts)


def _parts(field: str, value: object, index: Index) -> Iterator[FactPart]:
    if isinstance(value, tuple):
        for inner in value:
            yield from _parts(field, inner, index)
    elif isinstance(value, Link):
        yield FactPart(words=on_line(value.text), href=index.entity_href(value.entity))
    elif isinstance(value, bool):
        if value:
            yield FactPart(words="yes")
    elif isinstance(value, int | float):
        yield FactPart(words=f"{value:.0%}" if field == "share" else number(value))
    elif term_words(value) is not None:
        yield FactPart(words=term_words(value) or "")
    elif isinstance(value, str) and value:
        yield _text_part(field, value, index)


def _text_part(field: str, value: str, index: Index) -> FactPart:
    if field in _DATED:
        return FactPart(words=date_words(value))
    named = _named(value, index)
    if named:
        return FactPart(words=named, href=index.way(value))
    return FactPart(words=shortened(value, _WORDS))


def _named(row_id: str, index: Index) -> str:
    """A row that a field names, in words; "" where the value is no row's id."""
    if row_id in index.entities:
        return on_line(index.entities[row_id].name)
    if row_id in index.findings:
        return f"“{shortened(index.findings[row_id].text, _WORDS)}”"
    if row_id in index.events:
        event = index.events[row_id]
        return (
            f"{on_line(event.concept or event.type.value).replace('-', ' ')} ({counted(len(event.reports), 'report')})"
        )
    if row_id in index.reports:
        return index.witness(row_id).name
    return on_line(index.points[row_id].topic) if row_id in index.points else ""
