"""What do figures of one sentence tell about each other: lists, ellipsis, subsets, and counts of what came before?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from spacy.tokens import Token

from variorum.annotate.figure_candidates import Candidate
from variorum.annotate.figure_context import ContextReader
from variorum.annotate.figure_cues import PEOPLE_MEASURES, Predicate, Rule
from variorum.annotate.figure_measures import MeasureReader
from variorum.annotate.figure_units import BARE, PERSON, THING
from variorum.annotate.figure_values import put_at
from variorum.lexicon.quantities import Quantities
from variorum.model.base import Record
from variorum.model.terms import Measure

_LIST = re.compile(
    r"\s*(?:,|;|and|or|,\s*and|as well as|plus|along with|\+|/|versus|together with)\s*(?:also\s+)?", re.IGNORECASE
)
_SUBSET = re.compile(
    r"(?:.{0,160}?[\s,(-])?"
    r"(?:including|included|includes|include|among them|among whom|of whom|of which|of them|amongst them)"
    r"(?:\s+(?:were|was|are|is|at least|the|a|an))*\s*",
    re.IGNORECASE,
)
_AMONG_THEM = re.compile(r"\s*(?:among|of)\s+(?:them|these|those)\b[^.;]{0,40}$", re.IGNORECASE)
_BREAKDOWN = re.compile(r"[^.;:]{0,60}(?::|\s[–—])\s*")
_NAMED = re.compile(
    r"[\s,;]*(?:and\s+)?(?P<name>(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3})"
    r"\s*(?:[–—:-]|\(|with|sent|sends|another)?\s*",
    re.DOTALL,
)


class Settled(Record, frozen=True, kw_only=True):
    """A candidate with what it measures. `like` is the index of the figure of the sentence whose words it borrows.

    `subset` is the index of the figure it is part of; `name` the token range of a name that stands for its subject in a
    list ("Armenia – 70"); None where there is none.
    """

    predicate: Predicate
    like: int | None = None
    subset: int | None = None
    name: tuple[int, int] | None = None


def _last_of(rows: Sequence[Settled], predicate: Predicate) -> int | None:
    """The place of the last count of the predicate's measure; None where there is none."""
    places = (place for place in range(len(rows) - 1, -1, -1) if rows[place].predicate.measure is predicate.measure)
    return next(places, None)


@dataclass(frozen=True)
class Settler:
    """Settles the measures of a sentence's figures, first each by its own words, then by its neighbours'."""

    lexicon: Quantities
    measures: MeasureReader
    context: ContextReader

    def settle(self, items: Sequence[Candidate], earlier: Sequence[Measure]) -> list[Settled]:
        """One row per candidate, in order; `earlier` are the measures of the sentence before, in order."""
        rows: list[Settled] = []
        for place, item in enumerate(items):
            own = self.measures.read(item)
            rows.append(self._one(items, rows, place, own, earlier))
        return self._parents(items, rows)

    def _one(
        self,
        items: Sequence[Candidate],
        rows: list[Settled],
        place: int,
        own: Predicate | None,
        earlier: Sequence[Measure],
    ) -> Settled:
        item = items[place]
        subset = self._subset_of(items, rows, place)
        if subset is not None and self._goes_on(items, rows, place, own):
            subset = None  # "19 dead, of them 12 rebels, and 62 *wounded*"
        if subset is not None:
            measure = rows[subset].predicate
            if own is None or own.rule not in (Rule.SHOT, Rule.NOUN, Rule.OBJECT):
                kept = own or self._part_like(item, measure)
                return Settled(predicate=kept, like=subset, subset=subset)
            return Settled(predicate=own, subset=subset)
        if own is not None:
            return Settled(predicate=own, like=self._fellow(items, rows, place))
        if (
            place
            and re.search(r"\btotal\b[\w\s]{0,30}?\b(?:to|at|is|reached|reaches)\s*$", self._gap(items, place))
            and item.counted.kind in (PERSON, BARE)
        ):
            return Settled(
                predicate=msgspec.structs.replace(rows[place - 1].predicate, rule=Rule.TOLL, token=None), like=place - 1
            )
        shared = self._listed(items, rows, place)
        if shared is not None:
            return shared
        valued = put_at(item, self.lexicon, [*earlier, *(row.predicate.measure for row in rows)])
        if valued is not None:
            return Settled(predicate=valued, like=_last_of(rows, valued) if valued.rule is Rule.PUT else None)
        contextual = self.context.read(item)
        if contextual is not None:
            return Settled(predicate=contextual)
        if not place and earlier and earlier[-1] in PEOPLE_MEASURES and item.counted.kind == PERSON:
            opening = item.sentence.text[: item.quantity.start]
            if _AMONG_THEM.match(opening):
                return Settled(predicate=Predicate(measure=earlier[-1], rule=Rule.PART_BEFORE))
        if self._of_them(item) and earlier and item.counted.kind in (PERSON, BARE):
            measure_before = earlier[-1]
            if measure_before in (Measure.PARTICIPANTS, Measure.TROOPS, Measure.ATTACKERS):
                return Settled(predicate=Predicate(measure=measure_before, rule=Rule.PART_BEFORE))
        return Settled(predicate=Predicate(measure=Measure.OTHER, rule=Rule.QUANTITY))

    def _goes_on(self, items: Sequence[Candidate], rows: Sequence[Settled], place: int, own: Predicate | None) -> bool:
        """Whether a count joined to a part tells of something else, so that it stands beside the whole."""
        last = rows[place - 1]
        joined = last.subset is not None and not _SUBSET.fullmatch(self._gap(items, place))
        return joined and own is not None and own.measure is not rows[last.subset or 0].predicate.measure

    def _part_like(self, item: Candidate, whole: Predicate) -> Predicate:
        """What a part without a word of its own measures: what the whole does, unless that ended for it ("26 were freed")."""
        if item.root.head.lemma_ in self.lexicon.context.undoing_verbs:
            return Predicate(measure=Measure.OTHER, rule=Rule.PART)
        return msgspec.structs.replace(whole, rule=Rule.PART)

    def _of_them(self, item: Candidate) -> bool:
        after = [
            word.lower_
            for word in item.sentence.doc[item.counted.last + 1 : min(item.sentence.end, item.counted.last + 3)]
        ]
        return after[:2] == ["of", "them"]

    def _gap(self, items: Sequence[Candidate], place: int) -> str:
        base = items[place].sentence.start_char
        return (
            items[place].sentence.text[items[place - 1].span.end - base : items[place].quantity.start] if place else ""
        )

    def _subset_of(self, items: Sequence[Candidate], rows: Sequence[Settled], place: int) -> int | None:
        if not place or items[place].counted.kind not in (PERSON, BARE):
            return None
        gap = self._gap(items, place)
        last = rows[place - 1]
        if last.subset is not None and (_LIST.fullmatch(gap) or not gap.strip()):
            return last.subset
        if self._breaks_down(items, rows, place):
            return place - 1
        if not _SUBSET.fullmatch(gap) and not (
            self._of_them(items[place]) and rows[place - 1].predicate.measure in PEOPLE_MEASURES
        ):
            return None
        for index in range(place - 1, -1, -1):
            if items[index].quantity.form == "zero":
                return None
            counts = items[index].counted.kind in (PERSON, BARE) or rows[index].predicate.measure in PEOPLE_MEASURES
            if counts and rows[index].subset is None:
                return index
        return None

    def _breaks_down(self, items: Sequence[Candidate], rows: Sequence[Settled], place: int) -> bool:
        """Whether the count opens a list of whom the one before it is made ("14 people died: nine men and five women")."""
        whole, part = items[place - 1].quantity, items[place].quantity
        fits = part.high is not None and (whole.high is None or part.high < whole.high)
        told = rows[place - 1].predicate.measure in PEOPLE_MEASURES and part.form in ("words", "digits")
        named = items[place].counted.kind == PERSON and items[place].counted.head is not None
        return fits and told and named and bool(_BREAKDOWN.fullmatch(self._gap(items, place)))

    def _fellow(self, items: Sequence[Candidate], rows: Sequence[Settled], place: int) -> int | None:
        """The figure before whose population a bare count shares ("dozens of people were killed and 40 wounded")."""
        for index in range(place - 1, -1, -1):
            row = rows[index]
            if row.subset is not None or row.predicate.rule is Rule.AMONG:
                continue
            if items[index].counted.kind == PERSON and row.predicate.measure in PEOPLE_MEASURES:
                return index
        return None

    def _listed(self, items: Sequence[Candidate], rows: Sequence[Settled], place: int) -> Settled | None:
        """A member of a list takes the measure of the member before it."""
        if not place:
            return None
        last, item, gap = rows[place - 1], items[place], self._gap(items, place)
        if last.predicate.measure is Measure.OTHER or item.counted.kind not in (PERSON, BARE, THING):
            return None
        same_kind = item.counted.kind == BARE or (item.counted.kind == THING) == (
            items[place - 1].counted.kind == THING
        )
        if not same_kind:
            return None
        if _LIST.fullmatch(gap) and last.predicate.measure is not Measure.PRICE:
            return Settled(predicate=msgspec.structs.replace(last.predicate, rule=Rule.LIST), like=place - 1)
        if last.predicate.measure in PEOPLE_MEASURES and self._elsewhere(items, place):
            return Settled(predicate=msgspec.structs.replace(last.predicate, rule=Rule.LIST), like=place - 1)
        match = _NAMED.search(gap)
        named = re.fullmatch(r"(?:.{0,80}?[,;]|\s*and|\s*)" + _NAMED.pattern, gap, re.DOTALL)
        if match and named and item.counted.kind == BARE and "." not in gap.strip().rstrip("."):
            name = self._tokens(
                item, items[place - 1].span.end + named.start("name"), items[place - 1].span.end + named.end("name")
            )
            if name:
                rule = msgspec.structs.replace(last.predicate, rule=Rule.ELLIPSIS)
                return Settled(predicate=rule, like=place - 1, name=(name[0].i, name[-1].i))
        return None

    def _elsewhere(self, items: Sequence[Candidate], place: int) -> bool:
        """Whether a count goes on for another place: "killed 45 people in the city and 22 in the suburbs"."""
        item, last = items[place], items[place - 1]
        between = item.sentence.doc[last.counted.last + 1 : item.counted.first]
        joined = re.search(r"(?:\band|,|\bas well as|\balong with)\s*$", self._gap(items, place))
        if not joined or len(between) < 2 or item.root.dep_ in ("nsubj", "nsubjpass"):
            return False
        return between[0].pos_ == "ADP" and not any(word.pos_ in ("VERB", "AUX") for word in between)

    @staticmethod
    def _tokens(item: Candidate, start: int, end: int) -> list[Token]:
        return [token for token in item.sentence if token.idx < end and start < token.idx + len(token)]

    def _parents(self, items: Sequence[Candidate], rows: list[Settled]) -> list[Settled]:
        """A count without a measure takes that of its part ("72 civilians including 15 children were killed")."""
        settled = list(rows)
        for place in range(len(rows) - 1, 0, -1):
            row, last = settled[place], settled[place - 1]
            gap = self._gap(items, place)
            joined = bool(_LIST.fullmatch(gap)) and items[place].counted.kind == PERSON
            listed = items[place - 1].counted.kind == PERSON and (joined or not gap.strip())
            idle = last.predicate.measure is Measure.OTHER or (joined and last.predicate.measure is Measure.TROOPS)
            if listed and row.predicate.rule is Rule.STATE and idle:
                predicate = msgspec.structs.replace(row.predicate, rule=Rule.LIST)
                settled[place - 1] = msgspec.structs.replace(last, predicate=predicate)
        for place, row in enumerate(rows):
            if row.subset is None or row.predicate.measure not in PEOPLE_MEASURES:
                continue
            parent = settled[row.subset]
            between = items[row.subset].sentence.doc[items[row.subset].counted.last + 1 : items[place].counted.first]
            if any(word.tag_ in ("VBN", "VBD") and word.pos_ == "VERB" for word in between):
                continue
            if parent.predicate.measure in (
                Measure.OTHER,
                Measure.TROOPS,
                Measure.ATTACKERS,
            ) and row.predicate.rule in (Rule.STATE, Rule.DOER, Rule.LIVES):
                settled[row.subset] = msgspec.structs.replace(parent, predicate=row.predicate)
        return settled
