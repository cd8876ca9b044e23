"""Which figures does a report hold, and whose, where and when are they?"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from spacy.tokens import Span as TokenSpan

from variorum.annotate.figure_answers import with_answers
from variorum.annotate.figure_candidates import Candidate, CandidateFinder, candidate_finder
from variorum.annotate.figure_context import ContextReader
from variorum.annotate.figure_cues import Predicate, Rule
from variorum.annotate.figure_extras import ExtraFinder, extra_finder
from variorum.annotate.figure_measures import measure_reader
from variorum.annotate.figure_rows import RowMaker, Scene
from variorum.annotate.figure_settle import Settled, Settler
from variorum.annotate.figure_subjects import SubjectReader
from variorum.annotate.figure_sums import add_sums
from variorum.annotate.figure_units import PERSON
from variorum.annotate.figure_victims import ONES
from variorum.annotate.page import Annotator, Page
from variorum.lexicon.quantities import Quantities, read_quantities
from variorum.model.base import Span
from variorum.model.tables import EventMention, Figure, Tables
from variorum.model.terms import EventType, Measure, Polarity, SectionKind

_NEEDS = ("sections", "dates", "places", "claims", "event_mentions")
_CUED = frozenset(
    {
        Rule.NOUN, Rule.STATE, Rule.DOER, Rule.OBJECT, Rule.ACT, Rule.SHOT, Rule.LIVES, Rule.TOLL, Rule.AMONG, Rule.LIST,
    }
)  # fmt: skip

_SUFFERED = frozenset({Rule.STATE, Rule.DOER, Rule.OBJECT, Rule.SHOT, Rule.LIVES, Rule.AMONG, Rule.LIST})
_ATTACKS = frozenset({"attack", "storm", "loot", "burn", "raid"})
_HARMED = frozenset({Measure.KILLED, Measure.INJURED})


def figure_annotator() -> Annotator:
    """The annotator that fills `figures`."""
    lexicon = read_quantities()
    finder = FigureFinder(
        lexicon=lexicon,
        candidates=candidate_finder(lexicon),
        extras=extra_finder(lexicon),
        settler=Settler(lexicon, measure_reader(lexicon), ContextReader(lexicon)),
        rows=RowMaker(lexicon, SubjectReader(lexicon)),
    )
    return Annotator(name="figures", version=5, needs=_NEEDS, sets="figures", run=finder.run)


def _run_into(item: Candidate, counts: Sequence[Candidate]) -> bool:
    """Whether a count of persons begins right behind a person, with nothing between them: the person ends a line that lost
    its stop ("… with President Haddad At least nine people were killed"), and is told nothing of.
    """
    text, base = item.sentence.text, item.sentence.start_char
    return any(
        count.counted.kind == PERSON
        and item.span.end < count.span.start
        and not text[item.span.end - base : count.span.start - base].strip()
        for count in counts
    )


def _by_deed(event: EventMention) -> Measure | None:
    """What a count of those who do it measures: of who protests participants, of who attacks attackers; else None."""
    if event.polarity is not Polarity.POSITIVE:
        return None
    if event.type is EventType.PROTEST:
        return Measure.PARTICIPANTS
    return Measure.ATTACKERS if event.concept in _ATTACKS else None


def _in_protest(item: Candidate, row: Settled, found: Tables) -> Settled:
    """A count of persons that no word of its own tells of, and who protest, strike or attack, as a count of such."""
    if (
        row.predicate.measure is not Measure.OTHER
        or row.predicate.rule is not Rule.QUANTITY
        or item.counted.kind != PERSON
    ):
        return row
    first = bisect_left(found.event_mentions, item.sentence.start_char, key=lambda event: event.start)
    for event in found.event_mentions[first:]:
        if event.start >= item.sentence.end_char:
            break
        measure = _by_deed(event)
        doers = event.actor_span if measure is not None else None
        if measure is None or doers is None:
            continue
        if doers.start - 12 <= item.number.start and item.root.idx + len(item.root) <= doers.end:
            verb = item.sentence.doc.char_span(event.trigger_start, event.trigger_end, alignment_mode="expand")
            rule = Rule.CROWD if measure is Measure.PARTICIPANTS else Rule.ATTACKERS
            predicate = Predicate(measure=measure, token=verb[0].i if verb else None, rule=rule)
            return msgspec.structs.replace(row, predicate=predicate)
    return row


@dataclass(frozen=True)
class FigureFinder:
    """Finds quantities sentence by sentence, settles what they measure, and ties them to voice, date, place and event."""

    lexicon: Quantities
    candidates: CandidateFinder
    extras: ExtraFinder
    settler: Settler
    rows: RowMaker

    def run(self, page: Page, found: Tables) -> tuple[Figure, ...]:
        """The figures of the page, in order of the text."""
        dates = [Span(start=row.start, end=row.end) for row in found.dates]
        rows: list[Figure] = []
        earlier: list[Figure] = []
        for sentence in page.sentences():
            here = self._sentence(page, found, sentence, dates, earlier)
            rows += here
            earlier = here or earlier
        ordered = sorted({row.id: row for row in rows}.values(), key=lambda row: (row.start, row.end, row.id))
        return with_answers(page, found, ordered)

    def _sentence(
        self, page: Page, found: Tables, sentence: TokenSpan, dates: Sequence[Span], earlier: Sequence[Figure]
    ) -> list[Figure]:
        items = self._items(page, sentence, dates)
        if not items:
            return []
        settled = self.settler.settle(items, [row.measure for row in earlier])
        settled = [_in_protest(item, row, found) for item, row in zip(items, settled, strict=True)]
        scene = Scene(page=page, found=found, items=items, settled=settled, earlier=earlier)
        figures: dict[int, Figure] = {}
        for place, (item, row) in enumerate(zip(items, settled, strict=True)):
            if self._kept(item, row) and not scene.is_previous(place):
                figures[place] = self.rows.make(scene, place, figures)
        return add_sums(page, items, settled, figures)

    def _items(self, page: Page, sentence: TokenSpan, dates: Sequence[Span]) -> list[Candidate]:
        plain = self.candidates.find(sentence, dates)
        taken = {item.counted.head for item in plain} | {item.counted.first for item in plain}
        extra = [
            item
            for item in self.extras.find(sentence, self._is_headline(page, sentence))
            if not {item.counted.head, item.counted.first} & taken - {None} and not _run_into(item, plain)
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
        if form in ONES:
            told = _SUFFERED if form == "definite" else _CUED
            harmed = measure in _HARMED or (measure is Measure.MISSING and row.predicate.rule is Rule.AMONG)
            return harmed and row.predicate.rule in told and row.subset is None
        if form == "zero":
            return measure is not Measure.OTHER and row.predicate.rule in _CUED
        if form in ("loose", "pair"):
            return measure is not Measure.OTHER
        return True
