"""Which persons told of side by side make one count: "a man and a woman were killed" is two dead."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_settle import Settled
from variorum.annotate.figure_units import PERSON
from variorum.annotate.figure_victims import ONES
from variorum.annotate.page import Page
from variorum.model.base import Span
from variorum.model.ids import finding_id
from variorum.model.tables import Figure
from variorum.model.terms import Measure

_EXACT = ONES | {"digits", "words"}
_JOINED = re.compile(
    r"(?:,? (?:aged )?\d{1,2}\b)?\s*(?:[,;]|[,;]?\s*(?:and|as well as|along with|together with))\s*", re.IGNORECASE
)
_SUMMED = frozenset({Measure.KILLED, Measure.INJURED, Measure.MISSING})


def add_sums(
    page: Page, items: Sequence[Candidate], settled: Sequence[Settled], figures: Mapping[int, Figure]
) -> list[Figure]:
    """The rows, by place, with sums in place of the persons summed; numbers said are kept as parts of the sum."""
    rows, sums = dict(figures), []
    for places in find_sums(items, settled).values():
        if not all(place in rows for place in places):
            continue
        parts = [rows.pop(place) for place in places]
        total = _add_up(page, parts)
        sums.append(total)
        for place, part in zip(places, parts, strict=True):
            if items[place].quantity.form not in ONES:
                rows[place] = msgspec.structs.replace(part, subset_of=total.id)
    return [*sums, *(rows[place] for place in sorted(rows))]


def _add_up(page: Page, parts: Sequence[Figure]) -> Figure:
    """One row for all of the parts, which say exact counts in order of the text."""
    first, count = parts[0], sum(part.low or 0 for part in parts)
    span = Span(start=min(part.start for part in parts), end=max(part.end for part in parts))
    numbers = [part.number for part in parts if part.number is not None]
    number = Span(start=numbers[0].start, end=numbers[-1].end)
    named = [part.subject_span for part in parts if part.subject_span is not None]
    subject = Span(start=named[0].start, end=named[-1].end) if named else None
    return msgspec.structs.replace(
        first,
        id=finding_id("figures", page.report.id, span, number.start, first.measure, count, count),
        start=span.start, end=span.end, text=page.quote(span), low=count, high=count, number=number,
        subject=page.quote(subject) if subject else first.subject, subject_span=subject, rule="sum",
    )  # fmt: skip


def find_sums(items: Sequence[Candidate], settled: Sequence[Settled]) -> Mapping[int, tuple[int, ...]]:
    """Places of counts that make one sum, by the place of the first: joined, of one predicate, one person among them.

    Counts with numbers only stay apart ("nine soldiers and two civilians"), as do open and approximate ones.
    """
    sums: dict[int, tuple[int, ...]] = {}
    group: list[int] = []
    people = [place for place, item in enumerate(items) if item.counted.kind == PERSON]
    for place in [*people, None]:
        if place is not None and group and _joins(items, settled, group[-1], place):
            group.append(place)
            continue
        if len(group) > 1 and _is_listed(items, group) and any(items[one].quantity.form in ONES for one in group):
            sums[group[0]] = tuple(group)
        group = [place] if place is not None and _is_plain(items[place], settled[place]) else []
    return sums


def _is_listed(items: Sequence[Candidate], group: Sequence[int]) -> bool:
    """Whether the last is joined by a word, no mere apposition ("the victim, a student, died")."""
    return bool(_gap(items, group[-2], group[-1]).strip(" ,;0123456789"))


def _gap(items: Sequence[Candidate], last: int, place: int) -> str:
    item = items[place]
    return item.sentence.text[items[last].span.end - item.sentence.start_char : item.quantity.start]


def _is_plain(item: Candidate, row: Settled) -> bool:
    quantity = item.quantity
    exact = quantity.form in _EXACT and quantity.low == quantity.high and not quantity.approximate
    return exact and row.subset is None and row.predicate.measure in _SUMMED and row.predicate.token is not None


def _joins(items: Sequence[Candidate], settled: Sequence[Settled], last: int, place: int) -> bool:
    if not _is_plain(items[place], settled[place]):
        return False
    one, other = settled[last].predicate, settled[place].predicate
    joined = bool(_JOINED.fullmatch(_gap(items, last, place)))
    return one.measure is other.measure and one.token == other.token and joined
