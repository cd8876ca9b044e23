"""How does a settled count become a row of the figures table?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.annotate.figure_bounds import close_bounds
from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_cues import Rule
from variorum.annotate.figure_scope import FigureScope, scope_of
from variorum.annotate.figure_settle import Settled
from variorum.annotate.figure_subjects import SubjectReader
from variorum.annotate.figure_units import BARE, PERSON, RATIO, THING
from variorum.annotate.page import Page
from variorum.lexicon.quantities import Quantities
from variorum.model.base import Span
from variorum.model.ids import finding_id
from variorum.model.tables import Figure, Tables
from variorum.model.terms import Measure

_PREVIOUS = re.compile(
    r"(?:[^.;\d]{0,90},\s*(?:up|down)|\s*,?\s*(?:up|down)?)\s*(?:from|compared (?:to|with))\s+(?:(?:an|a|the|its) )?"
    r"(?:(?:earlier|previous|initial|first) )?(?:(?:toll|count|figure|total)(?: of)? )?",
    re.IGNORECASE,
)
_PEOPLE = frozenset(
    {
        Measure.KILLED,
        Measure.INJURED,
        Measure.ARRESTED,
        Measure.MISSING,
        Measure.DISPLACED,
        Measure.TROOPS,
        Measure.PARTICIPANTS,
        Measure.ATTACKERS,
    }
)
_ONLY_PEOPLE = frozenset({Measure.KILLED, Measure.INJURED, Measure.ARRESTED})


@dataclass(frozen=True)
class Scene:
    """A sentence's counts with what they measure, the page they stand on, and the figures of the sentence before."""

    page: Page
    found: Tables
    items: Sequence[Candidate]
    settled: Sequence[Settled]
    earlier: Sequence[Figure]

    def is_previous(self, place: int) -> bool:
        """Whether the number is the old value of the count before it ("rose to 21 from 18")."""
        if not 0 < place < len(self.items) or self.settled[place - 1].predicate.measure not in _PEOPLE:
            return False
        if self.items[place].counted.kind not in (BARE, PERSON):
            return False
        return bool(_PREVIOUS.fullmatch(self._gap(place)))

    def _gap(self, place: int) -> str:
        base = self.items[place].sentence.start_char
        return self.items[place].sentence.text[self.items[place - 1].span.end - base : self.items[place].quantity.start]


@dataclass(frozen=True)
class RowMaker:
    """Makes rows: bounds, unit, subject, span, and what the surroundings give."""

    lexicon: Quantities
    subjects: SubjectReader

    def make(self, scene: Scene, place: int, done: Mapping[int, Figure]) -> Figure:
        """The row of the count at the place; `done` are the rows of counts before it in the sentence, by place."""
        page, item, row = scene.page, scene.items[place], scene.settled[place]
        measure, borrowed = row.predicate.measure, done.get(row.like) if row.like is not None else None
        low, high = close_bounds(item.quantity, item.counted.kind in (PERSON, THING, BARE))
        if measure is Measure.SENTENCE and self._to_life(item):
            high = None
        span = self._span(item, row)
        subject = self._subject(item, row, borrowed, scene.earlier)
        text, unit = page.quote(subject) if subject else None, self._unit(item, measure, borrowed)
        if text is None and unit == "person" and measure is not Measure.TROOPS:
            text = "people"
        old = scene.items[place + 1].quantity.low if scene.is_previous(place + 1) else item.quantity.previous
        return Figure(
            id=finding_id("figures", page.report.id, span, item.number.start, measure, low, high),
            report=page.report.id, start=span.start, end=span.end, text=page.quote(span), measure=measure, subject=text,
            low=low, high=high, previous=old, approximate=item.quantity.approximate, unit=unit,
            subject_span=subject, number=item.number, cumulative=self._cumulative(item, row, old),
            subset_of=self._whole(item, row, done, scene.earlier),
            sentence=Span(start=item.sentence.start_char, end=item.sentence.end_char), rule=row.predicate.rule.value,
            **_scope_fields(scope_of(page, scene.found, item, row, borrowed)),
        )  # fmt: skip

    @staticmethod
    def _whole(item: Candidate, row: Settled, done: Mapping[int, Figure], earlier: Sequence[Figure]) -> str | None:
        """The count that this is a part of, of the sentence or the one before: "Two *of the dead* were officers"."""
        if row.subset is not None and row.subset in done:
            return done[row.subset].id
        if row.predicate.rule is not Rule.AMONG:
            return None
        least = item.quantity.low or 0
        wholes = (f for f in earlier if f.measure is row.predicate.measure and f.subset_of is None)
        return next((f.id for f in wholes if f.high is None or f.high > least), None)

    @staticmethod
    def _to_life(item: Candidate) -> bool:
        """As in "From eight years to life": the term is open above."""
        rest = item.sentence.text[item.quantity.end :]
        return bool(re.match(r"\s+\w+(?:\s+in\s+\w+)?\s+to\s+(?:an?\s+)?life\b", rest))

    def _unit(self, item: Candidate, measure: Measure, borrowed: Figure | None) -> str | None:
        if item.counted.kind == RATIO and item.counted.unit != "times":
            return "ratio"
        if measure in _PEOPLE and item.counted.kind in (PERSON, BARE, THING):
            things = item.counted.kind == THING and item.quantity.form != "zero" and measure not in _ONLY_PEOPLE
            return item.counted.unit if things else "person"
        if item.counted.kind == BARE and borrowed is not None:
            return borrowed.unit
        if item.counted.kind == BARE and _of_us(item, self.lexicon):
            return "person"
        return item.counted.unit

    def _subject(
        self, item: Candidate, row: Settled, borrowed: Figure | None, earlier: Sequence[Figure]
    ) -> Span | None:
        if row.name is not None:
            first, last = item.sentence.doc[row.name[0]], item.sentence.doc[row.name[1]]
            return Span(start=first.idx, end=last.idx + len(last))
        own = self.subjects.read(item, row.predicate)
        if own is not None:
            return own
        if row.predicate.rule is Rule.PART_BEFORE and earlier:
            return earlier[-1].subject_span
        if row.predicate.measure is Measure.PRICE and (
            spans := [figure.subject_span for figure in earlier if figure.measure is Measure.PRICE]
        ):
            return spans[-1]
        if item.counted.kind in (BARE, PERSON) and borrowed is not None and row.predicate.rule is not Rule.NOUN:
            many = item.quantity.form != "single" and item.quantity.high != 1
            return borrowed.subject_span if not (many and borrowed.low == borrowed.high == 1) else None
        return None

    @staticmethod
    def _span(item: Candidate, row: Settled) -> Span:
        """Quantity, noun and predicate, where the predicate is near; the name of an elliptic list stands in front."""
        span, doc = item.span, item.sentence.doc
        if row.name is not None:
            return Span(start=doc[row.name[0]].idx, end=span.end)
        token = row.predicate.token
        if token is None or row.predicate.rule in (Rule.LIST, Rule.PART):
            return span
        if item.counted.first - 8 <= token <= item.counted.last + 8:
            word = doc[token]
            span = Span(start=min(span.start, word.idx), end=max(span.end, word.idx + len(word)))
        return span

    def _cumulative(self, item: Candidate, row: Settled, previous: int | float | None) -> bool | None:
        if row.predicate.rule is Rule.TOLL or (previous is not None and row.predicate.measure in _PEOPLE):
            return True
        text = item.sentence.text.lower()
        near = text[max(0, item.quantity.start - 40) : item.quantity.end + 60]
        phrases = self.lexicon.context.cumulative_words
        return True if row.predicate.measure in _PEOPLE and any(phrase in near for phrase in phrases) else None


def _of_us(item: Candidate, lexicon: Quantities) -> bool:
    """Whether the bare count is of those who speak or are spoken to: "fifty of us"."""
    ahead = item.sentence.doc[item.counted.last + 1 : min(item.sentence.end, item.counted.last + 3)]
    return [word.lower_ for word in ahead][:1] == ["of"] and ahead[-1].lower_ in lexicon.context.own_pronouns


def _scope_fields(scope: FigureScope) -> dict[str, str | None]:
    return {name: getattr(scope, name) for name in FigureScope.__struct_fields__}
