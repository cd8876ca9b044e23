"""Of what does a figure speak: one measure and population, of one incident, one spot, or the crisis as a whole?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import msgspec

from variorum.compare.figure_accounts import size_of
from variorum.compare.figure_sides import figure_sides
from variorum.compare.figure_states import figure_states
from variorum.compare.populations import PEOPLE, population_of
from variorum.compare.questions import CaseView
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.model.edtf import read_edtf
from variorum.model.tables import Figure
from variorum.model.terms import Measure, Realis

HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING, Measure.DISPLACED})
_LISTED = re.compile(r",? (?:and |as well as )?(?:in )?(?:the (?:town|city|village)s? of )?")
_SPOTS = frozenset({Measure.PARTICIPANTS, Measure.ATTACKERS})
_COUNTED_PEOPLE = HARM | {Measure.PARTICIPANTS}


@dataclass(frozen=True)
class Scope:
    """What two figures must share to be compared, their time apart. `tie` is what holds them together: an event, a spot
    on a day, or empty for a place as a whole. `side` is the country whose people are counted, by name, where a case
    counts those of several; `state` theirs where no measure names it ("trapped").
    """

    measure: Measure
    population: str
    place: str
    unit: str
    change: bool
    tie: str = ""
    side: str = ""
    state: str = ""

    @property
    def harms(self) -> bool:
        """It counts people to whom something happened."""
        return self.measure in HARM or self.state != ""

    @property
    def counted(self) -> str:
        """Who is counted, in words: "security forces of Peru"."""
        return f"{self.population} of {self.side}" if self.side else self.population


class Scoper:
    """Finds the scopes of figures, with what they look up in the case."""

    def __init__(self, view: CaseView, lexicon: ComparisonLexicon) -> None:
        self._view, self._lexicon = view, lexicon
        self._homes = view.homes
        self._mentions = {mention.id: mention for mention in view.tables.event_mentions}
        self._sides = figure_sides(view, lexicon, self._homes)
        self._states = figure_states(view)
        self._most: dict[tuple[str, Measure, str], float] = {}
        for figure in view.tables.figures:
            counted = self._counted(figure)
            self._most[counted] = max(size_of(figure), self._most.get(counted, 0))

    def told(self, figure: Figure) -> bool:
        """The figure counts something that can be asked for."""
        return figure.measure is not Measure.OTHER or figure.id in self._states

    def denied(self, figure: Figure) -> bool:
        """The deed counted is denied ("he denied that nine people had been shot"), so that the count is nobody's."""
        mention = self._mentions.get(figure.event_mention or "")
        return mention is not None and mention.realis is Realis.DENIED and figure.high != 0

    def of_nobody(self, figure: Figure) -> bool:
        """That none of certain people were harmed ("no member of the board was arrested") or by certain others ("no
        one was shot by police") counts nobody else.
        """
        mention = self._mentions.get(figure.event_mention or "")
        if figure.high == 0 and mention is not None and mention.actor and figure.measure in HARM:
            return True
        apart = (*self._lexicon.counted_apart, *self._lexicon.dead_apart, PEOPLE)
        return figure.high == 0 and figure.measure in HARM and population_of(figure.subject, self._lexicon) not in apart

    def of(self, figure: Figure) -> Iterator[Scope]:
        """The scopes a figure may speak of: the place as a whole, the events it is tied to, its city and day; at least one."""
        whole, incidents = self._whole(figure), self._view.incidents
        if not whole.harms:
            yield whole
            return
        spans = incidents.crowded and figure.id in incidents.spanning
        ties = [] if spans or whole.state else [*incidents.events_of(figure)]
        in_city = (
            figure.place_entity is not None
            and not self._in_several(figure)
            and figure.place_entity not in self._view.whole_countries
            and not (whole.state and not incidents.crowded)
        )
        day = read_edtf(figure.date)
        loose = not incidents.crowded and figure.id not in incidents.pointed
        if in_city and day is not None and day.first == day.last and loose:
            ties.append(f"{figure.place_entity}|{day.first}")
        at_large = not in_city or (not incidents.crowded and not self._own_place(figure))
        if at_large and not self._done_by_someone(figure) and incidents.at_large(figure, self._largest(figure)):
            country = self._place(figure, wide=True) if in_city or self._in_several(figure) else whole.place
            at_large_of = replace(whole, place="" if whole.side else country)
            yield whole if incidents.crowded else replace(at_large_of, population=_at_large(whole, self._lexicon))
        elif not ties:
            ties = [f"alone|{figure.id}"]
        for tie in ties:
            yield _tied(whole, tie, self._lexicon)

    def _own_place(self, figure: Figure) -> bool:
        """The place is named in the figure's own sentence, and not carried over from one before."""
        place, sentence = self._view.place_rows.get(figure.place_ref or ""), figure.sentence
        return place is None or sentence is None or sentence.contains(place.span)

    def _in_several(self, figure: Figure) -> bool:
        """The place is the first of a list: "in Lima, Cusco and Ica" people of the country are counted."""
        place = self._view.place_rows.get(figure.place_ref or "")
        if place is None or self._view.incidents.crowded:
            return False
        text = self._view.texts[figure.report]
        others = self._view.places.get(figure.report, ())
        return any(
            other.start > place.end
            and _LISTED.fullmatch(text[place.end : other.start])
            and other.entity != place.entity
            for other in others
        )

    def _done_by_someone(self, figure: Figure) -> bool:
        """The deed has a doer other than those counted ("8,000 people fled" has none); arrests and
        hostage-takings always have.
        """
        if figure.measure in (Measure.ARRESTED, Measure.OTHER):
            return False
        if self._largest(figure) and not self._view.incidents.crowded:
            return False  # of few killings, the one whose count is the largest of its kind in the report
        mention = self._mentions.get(figure.event_mention or "")
        if mention is None or not (mention.actor_entity or mention.actor):
            return False
        doer = mention.actor_span
        return doer is None or not (doer.start < figure.end and figure.start < doer.end)

    def _largest(self, figure: Figure) -> bool:
        return self._most.get(self._counted(figure), 0) <= size_of(figure)

    def _counted(self, figure: Figure) -> tuple[str, Measure, str]:
        return figure.report, figure.measure, population_of(figure.subject, self._lexicon)

    def _whole(self, figure: Figure) -> Scope:
        population = population_of(figure.subject, self._lexicon)
        if figure.measure in _COUNTED_PEOPLE and figure.unit in (None, "person") and not figure.subject:
            population = PEOPLE
        change = figure.previous is not None or figure.unit == "ratio"
        unplaced = figure.measure in self._lexicon.local and figure.place_entity is None and figure.place_name is None
        side, state = self._sides.get(figure.id, ""), self._states.get(figure.id, "")
        return Scope(
            measure=figure.measure,
            population=population,
            place="" if side else figure.report if unplaced else self._place(figure, change or bool(state)),
            unit="" if change or figure.unit in (None, "person") else str(figure.unit),
            change=change,
            side=side,
            state=state,
        )

    def _place(self, figure: Figure, wide: bool) -> str:
        """The figure's city or region; its country where it names a country or no place, or is asked for `wide`ly."""
        entity, home = figure.place_entity, self._homes.get(figure.report, "")
        if figure.measure is Measure.DISPLACED and home and self._view.countries.get(entity or "") not in (None, home):
            return home  # where they fled to
        if entity is None and figure.place_name and figure.measure in _SPOTS:
            return figure.place_name
        if entity and not wide and entity not in self._view.whole_countries:
            return entity
        return self._view.countries.get(entity or "") or self._homes.get(figure.report, "")


def _at_large(scope: Scope, lexicon: ComparisonLexicon) -> str:
    """Whom a count of a crisis at large counts: "29 miners" and "29 people" are the same dead of one disaster, but not the
    protesters or civilians among the dead.
    """
    if scope.state:
        return PEOPLE  # "eight guards" and "eleven hostages"
    apart = lexicon.dead_apart if scope.measure is Measure.KILLED else ()
    return scope.population if scope.side or scope.population in (*lexicon.counted_apart, *apart) else PEOPLE


def _tied(scope: Scope, tie: str, lexicon: ComparisonLexicon) -> Scope:
    """The scope bound to one event or to one city and day. There "two strikers", "two workers" and "two people" are the
    same dead, told of with other words; only populations that reports count apart as a rule stay apart.
    """
    apart = scope.population in lexicon.counted_apart or not (scope.harms or scope.measure in _COUNTED_PEOPLE)
    return replace(
        scope,
        population=scope.population if apart else PEOPLE,
        place="" if tie.startswith("event") else scope.place,
        tie=tie,
    )


def with_subjects(figures: Iterable[Figure], lexicon: ComparisonLexicon) -> Iterator[Figure]:
    """The figures, in order of report and text, those of harm that name nobody with the subject of the only other count of
    their sentence before them: "eleven soldiers fell and 34 were wounded".
    """
    known = {population.name for population in lexicon.populations} - {PEOPLE}
    before: dict[tuple[str, int], list[Figure]] = {}
    for figure in sorted(figures, key=lambda figure: (figure.report, figure.start, figure.id)):
        first = figure.sentence.start if figure.sentence else figure.start
        told = before.setdefault((figure.report, first), [])
        named = figure.subject is None or figure.subject.casefold() not in figure.text.casefold()
        alone = len(told) == 1 and population_of(told[0].subject, lexicon) in known
        if alone and figure.measure in HARM and named and figure.subset_of is None:
            yield msgspec.structs.replace(figure, subject=told[0].subject)
        else:
            yield figure
        told.append(figure)


def with_spots(figures: Iterable[Figure], lexicon: ComparisonLexicon) -> Iterator[Figure]:
    """The figures, those of a local measure without a place given that of the report's last one of the measure."""
    last: dict[tuple[str, Measure], Figure] = {}
    for figure in sorted(figures, key=lambda figure: (figure.report, figure.start, figure.id)):
        key = (figure.report, figure.measure)
        if figure.measure not in lexicon.local:
            yield figure
        elif figure.place_entity is not None or figure.place_name is not None:
            last[key] = figure
            yield figure
        elif key in last:
            place = last[key]
            yield msgspec.structs.replace(figure, place_entity=place.place_entity, place_name=place.place_name)
        else:
            yield figure
