"""Who does the accounts of one act name for it?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from variorum.compare.event_values import Who, compare_doers
from variorum.compare.event_words import act_name, event_of
from variorum.compare.event_words import gravity as gravity_of
from variorum.compare.populations import PEOPLE, population_of
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, reading_of
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.lexicon.points import load_points
from variorum.model.base import Span
from variorum.model.tables import EventMention, Figure, Mention
from variorum.model.terms import EntityType, Measure, PointKind


class Doers:
    """Who a mention says did it, every coordinated name and every country of a list of contingents included."""

    def __init__(self, view: CaseView) -> None:
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in view.tables.mentions:
            if mention.entity:
                self._mentions[mention.report].append(mention)
        self._persons = view.persons
        self._troops: dict[str, list[Figure]] = defaultdict(list)
        for figure in view.tables.figures:
            if figure.measure is Measure.TROOPS and figure.subject_span:
                self._troops[figure.report].append(figure)
        self._places = defaultdict(list)
        for place in view.tables.places:
            if place.entity:
                self._places[place.report].append((place.span, place.entity, place.name or place.text))

    def of(self, event: EventMention) -> tuple[dict[str, str], Span]:
        """Names by entity (or folded words) of those who did it, and the span of text that holds them and the trigger."""
        if event.actor_span is None:
            return {}, event.span
        spans = [event.actor_span]
        spans += [f.subject_span for f in self._troops[event.report] if f.sentence == event.sentence and f.subject_span]
        names: dict[str, str] = {}
        for span in spans:
            found = self._named(event.report, span)
            names.update(found)
        if not names and event.actor:
            names = {event.actor_entity or event.actor.casefold(): event.actor_name or event.actor}
        spans.append(Span(start=event.trigger_start, end=event.trigger_end))
        return names, Span(start=min(s.start for s in spans), end=max(s.end for s in spans))

    def _named(self, report: str, span: Span) -> dict[str, str]:
        inside = [m for m in self._mentions[report] if span.contains(m.span)]
        outer = [m for m in inside if not any(o.span != m.span and o.span.contains(m.span) for o in inside)]
        names = {m.entity: m.text for m in outer if m.entity}
        places = [(where, entity, name) for where, entity, name in self._places[report] if span.contains(where)]
        if not any(where.start == span.start for where, _, _ in places):
            places = []  # "residents of the capital" are not the capital
        named = {entity: name for _, entity, name in places}
        persons = {entity: name for entity, name in names.items() if entity in self._persons}
        return persons or {**named, **names}


def who_questions(
    mentions: Sequence[EventMention], view: CaseView, lexicon: ComparisonLexicon, doers: Doers
) -> Iterator[AnyQuestion]:
    """Only where accounts name different people, bodies or countries; unnamed crowds differ in words alone."""
    answers = []
    for mention in mentions:
        names, span = doers.of(mention)
        one_side = mention.concept in load_points().one_doer and not view.incidents.crowded
        named = {
            entity: name
            for entity, name in names.items()
            if _can_be_named(entity, view) or (one_side and view.kinds.get(entity) is not EntityType.PLACE)
        }
        if named:
            says = ", ".join(sorted(view.names.get(entity, name) for entity, name in named.items()))
            kinds = _kinds(named.values(), lexicon) if one_side else frozenset()
            answers.append(Answer(reading_of(view, mention, span, says), Who(frozenset(named), kinds)))
    if len({a.reading.report for a in answers}) > 1 and len({a.value.doers for a in answers}) > 1:
        yield Question(
            kind=PointKind.WHO,
            topic=f"whom the accounts name for {act_name(mentions, doer=False)}",
            answers=tuple(answers),
            compare=lambda left, right: compare_doers(left.value, right.value),
            key="who",
            gravity=gravity_of(mentions, lexicon) * 0.6,
            event=event_of(mentions),
        )


def _can_be_named(entity: str, view: CaseView) -> bool:
    """A person, a body or a country; a crowd is told of in words only, and a town where something happened did not do it."""
    kind = view.kinds.get(entity, EntityType.GROUP)
    return kind is not EntityType.GROUP and (kind is not EntityType.PLACE or entity in view.whole_countries)


def _kinds(names: Iterable[str], lexicon: ComparisonLexicon) -> frozenset[str]:
    """The populations of the lexicon that the names belong to, people at large left out."""
    known = {population.name for population in lexicon.populations} - {PEOPLE}
    return frozenset(kind for name in names if (kind := population_of(name, lexicon)) in known)
