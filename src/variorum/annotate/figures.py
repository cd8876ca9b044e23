"""Which figures does a report hold, and whose, where and when are they?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as TokenSpan

from variorum.annotate.figure_bounds import close_bounds
from variorum.annotate.figure_candidates import Candidate, CandidateFinder, candidate_finder
from variorum.annotate.figure_context import ContextReader
from variorum.annotate.figure_cues import Rule
from variorum.annotate.figure_extras import ExtraFinder, extra_finder
from variorum.annotate.figure_measures import measure_reader
from variorum.annotate.figure_scope import FigureScope, scope_of
from variorum.annotate.figure_settle import Settled, Settler
from variorum.annotate.figure_subjects import SubjectReader
from variorum.annotate.figure_units import BARE, PERSON, RATIO, SCALAR, THING
from variorum.annotate.page import Annotator, Page
from variorum.lexicon.quantities import Quantities, read_quantities
from variorum.model.base import Span
from variorum.model.ids import finding_id
from variorum.model.tables import Figure, Tables
from variorum.model.terms import Measure, SectionKind

_NEEDS = ("sections", "dates", "places", "claims", "event_mentions")
_PREVIOUS = re.compile(
    r"\s*,?\s*(?:up|down)?\s*(?:from|compared (?:to|with))\s+(?:(?:an|a|the|its) )?"
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
_CUED = frozenset(
    {
        Rule.NOUN, Rule.STATE, Rule.DOER, Rule.OBJECT, Rule.ACT, Rule.SHOT, Rule.LIVES, Rule.TOLL, Rule.AMONG, Rule.LIST,
    }
)  # fmt: skip


def figure_annotator() -> Annotator:
    """The annotator that fills `figures`."""
    lexicon = read_quantities()
    finder = FigureFinder(
        lexicon=lexicon,
        candidates=candidate_finder(lexicon),
        extras=extra_finder(lexicon),
        settler=Settler(lexicon, measure_reader(lexicon), ContextReader(lexicon)),
        subjects=SubjectReader(lexicon),
    )
    return Annotator(name="figures", version=1, needs=_NEEDS, sets="figures", run=finder.run)


@dataclass(frozen=True)
class FigureFinder:
    """Finds quantities sentence by sentence, settles what they measure, and ties them to voice, date, place and event."""

    lexicon: Quantities
    candidates: CandidateFinder
    extras: ExtraFinder
    settler: Settler
    subjects: SubjectReader

    def run(self, page: Page, found: Tables) -> tuple[Figure, ...]:
        """The figures of the page, in order of the text."""
        dates = [Span(start=row.start, end=row.end) for row in found.dates]
        rows: list[Figure] = []
        earlier: list[Figure] = []
        for sentence in page.sentences():
            here = self._sentence(page, found, sentence, dates, earlier)
            rows += here
            earlier = here or earlier
        return tuple(sorted({row.id: row for row in rows}.values(), key=lambda row: (row.start, row.end, row.id)))

    def _sentence(
        self, page: Page, found: Tables, sentence: TokenSpan, dates: Sequence[Span], earlier: Sequence[Figure]
    ) -> list[Figure]:
        items = self._items(page, sentence, dates)
        if not items:
            return []
        settled = self.settler.settle(items, [row.measure for row in earlier])
        figures: dict[int, Figure] = {}
        for place, (item, row) in enumerate(zip(items, settled, strict=True)):
            if self._kept(item, row) and not self._is_previous(items, settled, place):
                figures[place] = self._figure(page, found, items, settled, place, figures, earlier)
        return list(figures.values())

    def _items(self, page: Page, sentence: TokenSpan, dates: Sequence[Span]) -> list[Candidate]:
        plain = self.candidates.find(sentence, dates)
        taken = {item.counted.head for item in plain} | {item.counted.first for item in plain}
        extra = [
            item
            for item in self.extras.find(sentence, self._is_headline(page, sentence))
            if not {item.counted.head, item.counted.first} & taken - {None}
        ]
        return sorted([*plain, *extra], key=lambda item: (item.quantity.start, item.quantity.end))

    @staticmethod
    def _is_headline(page: Page, sentence: TokenSpan) -> bool:
        section = page.section_at(sentence.start_char)
        return section is not None and (
            section.kind is SectionKind.TITLE or not page.report.text[: sentence.start_char].strip()
        )

    @staticmethod
    def _kept(item: Candidate, row: Settled) -> bool:
        """Loose words, single persons and zeros are figures only where a word says what they count."""
        form, measure = item.quantity.form, row.predicate.measure
        if form == "single":
            return measure in (Measure.KILLED, Measure.INJURED) and row.predicate.rule in _CUED and row.subset is None
        if form == "zero":
            return measure is not Measure.OTHER and row.predicate.rule in _CUED
        if form == "loose":
            return measure is not Measure.OTHER
        return True

    def _gap(self, items: Sequence[Candidate], place: int) -> str:
        base = items[place].sentence.start_char
        return items[place].sentence.text[items[place - 1].span.end - base : items[place].quantity.start]

    def _is_previous(self, items: Sequence[Candidate], settled: Sequence[Settled], place: int) -> bool:
        """Whether the number is the old value of the count before it ("rose to 21 from 18")."""
        if (
            not place
            or settled[place - 1].predicate.measure not in _PEOPLE
            or items[place].counted.kind not in (BARE, PERSON)
        ):
            return False
        return bool(_PREVIOUS.fullmatch(self._gap(items, place)))

    def _figure(
        self, page: Page, found: Tables, items: Sequence[Candidate], settled: Sequence[Settled], place: int,
        done: dict[int, Figure], earlier: Sequence[Figure],
    ) -> Figure:  # fmt: skip
        item, row = items[place], settled[place]
        measure, borrowed = row.predicate.measure, done.get(row.like) if row.like is not None else None
        low, high = close_bounds(item.quantity, item.counted.kind in (PERSON, THING, BARE))
        if measure is Measure.SENTENCE and self._to_life(item):
            high = None
        span = self._span(item, row)
        subject = self._subject(item, row, borrowed, earlier)
        text = page.quote(subject) if subject else None
        unit = self._unit(item, measure, borrowed)
        if text is None and unit == "person" and measure is not Measure.TROOPS:
            text = "people"
        scope = scope_of(page, found, item, row, borrowed)
        previous = item.quantity.previous
        if place + 1 < len(items) and self._is_previous(items, settled, place + 1):
            previous = items[place + 1].quantity.low
        return Figure(
            id=finding_id("figures", page.report.id, span, item.number.start, measure, low, high),
            report=page.report.id, start=span.start, end=span.end, text=page.quote(span), measure=measure, subject=text,
            low=low, high=high, previous=previous, approximate=item.quantity.approximate, unit=unit,
            subject_span=subject, number=item.number, cumulative=self._cumulative(item, row, previous),
            subset_of=done[row.subset].id if row.subset in done else None,
            sentence=Span(start=item.sentence.start_char, end=item.sentence.end_char), rule=row.predicate.rule.value,
            **_scope_fields(scope),
        )  # fmt: skip

    @staticmethod
    def _to_life(item: Candidate) -> bool:
        """As in "From eight years to life": the term is open above."""
        rest = item.sentence.text[item.quantity.end :]
        return bool(re.match(r"\s+\w+(?:\s+in\s+\w+)?\s+to\s+(?:an?\s+)?life\b", rest))

    def _unit(self, item: Candidate, measure: Measure, borrowed: Figure | None) -> str | None:
        if item.counted.kind == RATIO and item.counted.unit != "times":
            return "ratio"
        if measure in _PEOPLE and item.counted.kind in (PERSON, BARE, THING):
            return (
                "person"
                if item.counted.kind != THING
                or item.quantity.form == "zero"
                or measure in (Measure.KILLED, Measure.INJURED, Measure.ARRESTED)
                else item.counted.unit
            )
        if item.counted.kind == BARE and borrowed is not None:
            return borrowed.unit
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
        phrases = ("so far", "to date", "a total of", "in total")
        return True if row.predicate.measure in _PEOPLE and any(phrase in near for phrase in phrases) else None


def _scope_fields(scope: FigureScope) -> dict[str, str | None]:
    return {name: getattr(scope, name) for name in FigureScope.__struct_fields__}


__all__ = ["SCALAR", "FigureFinder", "figure_annotator"]
