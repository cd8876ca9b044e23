"""When, where, by whom and how did it happen, or did it happen at all: which accounts answer these of one event?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from variorum.compare.event_denials import Stated
from variorum.compare.event_groups import (
    country_of,
    happened,
    over,
    same_acts,
    told_date,
    told_place,
)
from variorum.compare.event_values import (
    Fact,
    Manner,
    When,
    Where,
    Who,
    compare_doers,
    compare_facts,
    compare_manners,
    compare_places,
    compare_times,
)
from variorum.compare.figure_scopes import report_countries
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, reading_of
from variorum.lexicon.comparison import ComparisonLexicon, Outcome
from variorum.model.base import Span
from variorum.model.edtf import read_edtf
from variorum.model.tables import EventMention, Figure, Mention
from variorum.model.terms import EntityType, Measure, PointKind

_ROOM = 150
_BARE = 25
_MONTHS = timedelta(days=60)
_MARKS = frozenset(',;:.!?()[]—–“”"\n')


def event_questions(view: CaseView, lexicon: ComparisonLexicon) -> Iterator[AnyQuestion]:
    """The questions on events that two accounts or more answer."""
    homes = report_countries(view)
    doers = _Doers(view)
    for mentions in same_acts(view, lexicon, homes):
        if all(over(mention) for mention in mentions):
            yield _ended(mentions, view)
            continue
        yield from _where(mentions, view, lexicon)
        for concept in sorted({mention.concept or "" for mention in mentions}):
            same = [mention for mention in mentions if (mention.concept or "") == concept]
            yield from _when(same, view, lexicon)
            yield from _who(same, view, lexicon, doers)
    yield from _outcomes(view, lexicon, homes)
    yield from _facts(view, lexicon, homes)


def _when(mentions: Sequence[EventMention], view: CaseView, lexicon: ComparisonLexicon) -> Iterator[AnyQuestion]:
    answers = []
    for mention in filter(happened, mentions):
        date = view.dates.get(mention.date_ref or "")
        edtf = told_date(mention, date)
        if edtf is not None and date is not None:
            once = mention.concept in lexicon.once or mention.aspect is not None
            span = _joined(mention, date.span, view)
            answers.append(Answer(reading_of(view, mention, span, edtf), When(edtf, once)))
    if len({(a.reading.report, a.reading.voice) for a in answers}) > 1:
        yield Question(
            kind=PointKind.WHEN,
            topic=f"when: {act_name(mentions)}",
            answers=tuple(answers),
            compare=lambda left, right: compare_times(left.value, right.value),
            key="when",
            gravity=_gravity(mentions, lexicon) * 0.7,
            event=_event(mentions),
        )


def _ended(mentions: Sequence[EventMention], view: CaseView) -> AnyQuestion:
    """That a protest ended is an answer even where the day is not told."""
    return Question(
        kind=PointKind.WHEN,
        topic=", ".join(["end of the protest", *sorted({m.place_name for m in mentions if m.place_name})[:1]]),
        answers=tuple(
            Answer(reading_of(view, m, _short(m, view), m.date or "ended", m.date), When(m.date or "", once=True))
            for m in mentions
        ),
        compare=lambda left, right: compare_times(left.value, right.value),
        key="end",
        gravity=0.45,
        event=_event(mentions),
    )


def _where(mentions: Sequence[EventMention], view: CaseView, lexicon: ComparisonLexicon) -> Iterator[AnyQuestion]:
    """Only where accounts give different places: that they give the same is what made the mentions one event."""
    answers = []
    for mention in filter(happened, mentions):
        told, place = told_place(mention), view.place_rows.get(mention.place_ref or "")
        if told is not None and place is not None:
            name = mention.place_name or place.text
            whole = place.feature == "country"
            value = Where(place=told, country=place.country, whole=whole, name=name)
            answers.append(Answer(reading_of(view, mention, _joined(mention, place.span, view), name), value))
    if len({a.reading.report for a in answers}) > 1 and len({a.value.place for a in answers}) > 1:
        yield Question(
            kind=PointKind.WHERE,
            topic=f"where: {act_name(mentions)}",
            answers=tuple(answers),
            compare=lambda left, right: compare_places(left.value, right.value),
            key="where",
            gravity=_gravity(mentions, lexicon) * 0.5,
            event=_event(mentions),
        )


class _Doers:
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


def _who(
    mentions: Sequence[EventMention], view: CaseView, lexicon: ComparisonLexicon, doers: _Doers
) -> Iterator[AnyQuestion]:
    """Only where accounts name different people, bodies or countries; unnamed crowds differ in words alone."""
    answers = []
    for mention in mentions:
        names, span = doers.of(mention)
        named = {
            entity: name
            for entity, name in names.items()
            if view.kinds.get(entity, EntityType.GROUP) is not EntityType.GROUP
        }
        if named:
            says = ", ".join(sorted(view.names.get(entity, name) for entity, name in named.items()))
            answers.append(Answer(reading_of(view, mention, span, says), Who(frozenset(named))))
    if len({a.reading.report for a in answers}) > 1 and len({a.value.doers for a in answers}) > 1:
        yield Question(
            kind=PointKind.WHO,
            topic=f"who: {act_name(mentions)}",
            answers=tuple(answers),
            compare=lambda left, right: compare_doers(left.value, right.value),
            key="who",
            gravity=_gravity(mentions, lexicon) * 0.6,
            event=_event(mentions),
        )


def _outcomes(view: CaseView, lexicon: ComparisonLexicon, homes: dict[str, str]) -> Iterator[AnyQuestion]:
    """The manner in which one came to an outcome: resigned or dismissed, arrested or abducted."""
    for outcome in lexicon.outcomes:
        told: dict[tuple[str, str], list[Answer[Manner]]] = defaultdict(list)
        names: dict[tuple[str, str], str] = {}
        for mention in view.tables.event_mentions:
            if not happened(mention):
                continue
            for manner in outcome.manners:
                who = _undergoer(mention, manner.undergoer) if mention.concept in manner.concepts else None
                if who is None:
                    continue
                key = (who[0], country_of(mention, view, homes))
                names.setdefault(key, who[1])
                value = Manner(says=manner.says, exclusive=outcome.exclusive, date=mention.date, event=mention.event)
                told[key].append(
                    Answer(reading_of(view, mention, _short(mention, view), manner.says, mention.date), value)
                )
        for key in sorted(told):
            yield from _outcome_question(outcome, names[key], key, told[key], view)


def _outcome_question(
    outcome: Outcome, name: str, key: tuple[str, str], answers: Sequence[Answer[Manner]], view: CaseView
) -> Iterator[AnyQuestion]:
    """A person may leave several offices: of a person, dated accounts are compared, and those that different reports give
    of one event; a government leaves once.
    """
    for told in _of_one_leaving(answers) if key[0] in view.persons else [list(answers)]:
        if len({(a.reading.report, a.reading.voice) for a in told}) > 1:
            yield Question(
                kind=PointKind.MANNER,
                topic=f"{outcome.name}: {name}",
                answers=tuple(told),
                compare=lambda left, right: compare_manners(left.value, right.value),
                key=f"{outcome.name}|{key[0]}|{key[1]}",
                gravity=outcome.gravity,
            )


def _of_one_leaving(answers: Sequence[Answer[Manner]]) -> list[list[Answer[Manner]]]:
    """The dated answers; where fewer than two reports date theirs, those of each event that two reports or more tell of,
    unless the person is known to have left another office before.
    """
    told = [answer for answer in answers if answer.value.date]
    dated = _latest(told)
    if len({answer.reading.report for answer in dated}) > 1 or len(dated) < len(told):
        return [dated]
    by_event: dict[str, list[Answer[Manner]]] = defaultdict(list)
    for answer in answers:
        if answer.value.event:
            by_event[answer.value.event].append(answer)
    of_events = [shared for shared in by_event.values() if len({answer.reading.report for answer in shared}) > 1]
    return [dated, *of_events] if len(dated) > 1 else of_events


def _latest(answers: Sequence[Answer[Manner]]) -> list[Answer[Manner]]:
    """Those of the last leaving they date: what lies months before was another office."""
    days = [period.first for answer in answers if (period := read_edtf(answer.value.date)) is not None]
    last = max(days, default=None)
    return [
        answer
        for answer in answers
        if last and (period := read_edtf(answer.value.date)) is not None and last - period.first <= _MONTHS
    ]


def _undergoer(mention: EventMention, role: str) -> tuple[str, str] | None:
    if role == "actor":
        who, name = mention.actor_entity, mention.actor_name
    else:
        who, name = mention.recipient_entity, mention.recipient_name
    return (who, name) if who and name else None


def _facts(view: CaseView, lexicon: ComparisonLexicon, homes: dict[str, str]) -> Iterator[AnyQuestion]:
    """Whether it happened: mentions that deny an act against those that state it, of the same doer or object if any is named."""
    told: dict[tuple[str, str], list[EventMention]] = defaultdict(list)
    for mention in view.tables.event_mentions:
        if mention.concept:
            told[(mention.concept, country_of(mention, view, homes))].append(mention)
    for key in sorted(told):
        denials = [m for m in told[key] if Fact(m.polarity, m.realis).denied and not _moves(m, view, lexicon)]
        stated = Stated((m for m in told[key] if Fact(m.polarity, m.realis).stated), view)
        for denial in denials:
            common = denial.concept not in lexicon.by_country
            against = [m for m in stated.beside(denial, common) if _at_place(denial, m, view)]
            if any((m.report, m.voice) != (denial.report, denial.voice) for m in against):
                yield _fact_question(denial, against, view, lexicon)


def _moves(mention: EventMention, view: CaseView, lexicon: ComparisonLexicon) -> bool:
    """A person's coming or going, which is a question of whereabouts."""
    return mention.concept in lexicon.moves and mention.actor_entity in view.persons


def _at_place(denial: EventMention, other: EventMention, view: CaseView) -> bool:
    """The denial speaks of the whole country, or both name one place."""
    where = denial.place_entity
    return where is None or where in view.whole_countries or where == other.place_entity


def _fact_question(
    denial: EventMention, against: Sequence[EventMention], view: CaseView, lexicon: ComparisonLexicon
) -> AnyQuestion:
    told = [denial, *against]
    return Question(
        kind=PointKind.STATEMENT,
        topic=f"whether: {act_name(told)}",
        answers=tuple(
            Answer(
                reading_of(
                    view, m, _short(m, view), "denied" if Fact(m.polarity, m.realis).denied else "stated", m.date
                ),
                Fact(m.polarity, m.realis, m.date),
            )
            for m in told
        ),
        compare=lambda left, right: compare_facts(left.value, right.value),
        key=f"whether|{denial.concept}|{denial.id}",
        gravity=_gravity(told, lexicon),
    )


def act_name(mentions: Sequence[EventMention]) -> str:
    """A few words for the act: who, what, to whom, from the mention that names most, the earliest of those."""

    def fullness(mention: EventMention) -> tuple[int, int, str, int]:
        told = (mention.actor_name is not None) + (mention.recipient_name is not None)
        return (-told, len(mention.actor or "") + len(mention.recipient or ""), mention.report, mention.start)

    best = min(mentions, key=fullness)
    act = (best.concept or best.lemma).replace("-", " ")
    parties = " → ".join(name for name in (best.actor_name, best.recipient_name) if name)
    about = parties or best.place_name or best.place
    return f"{act} ({about})" if about else act


def _joined(mention: EventMention, other: Span, view: CaseView) -> Span:
    """From the trigger to the other span, where that is short; else the mention's own words."""
    start, end = min(mention.trigger_start, other.start), max(mention.trigger_end, other.end)
    if end - start <= _ROOM:
        return Span(start=start, end=end)
    return _short(mention, view)


def _short(mention: EventMention, view: CaseView) -> Span:
    """The mention's words; where they are a bare noun the clause around it, where long the trigger and nearest argument."""
    length = mention.end - mention.start
    if length < _BARE and mention.sentence is not None:
        return _clause(mention, view.texts[mention.report])
    if length <= _ROOM:
        return mention.span
    trigger = Span(start=mention.trigger_start, end=mention.trigger_end)
    near = [span for span in (mention.recipient_span, mention.actor_span) if span is not None]
    for span in near:
        start, end = min(trigger.start, span.start), max(trigger.end, span.end)
        if end - start <= _ROOM:
            return Span(start=start, end=end)
    return trigger


def _clause(mention: EventMention, text: str) -> Span:
    """The words around the mention up to the next mark of punctuation on either side, within its sentence."""
    sentence = mention.sentence or mention.span
    start, end = mention.start, mention.end
    while start > sentence.start and text[start - 1] not in _MARKS and mention.start - start < _ROOM // 2:
        start -= 1
    while end < sentence.end and text[end] not in _MARKS and end - mention.end < _ROOM // 2:
        end += 1
    while start < mention.start and not (text[start].isalnum() and (start == 0 or not text[start - 1].isalnum())):
        start += 1
    while end > mention.end and not (text[end - 1].isalnum() and (end == len(text) or not text[end].isalnum())):
        end -= 1
    return Span(start=start, end=end)


def _gravity(mentions: Sequence[EventMention], lexicon: ComparisonLexicon) -> float:
    return lexicon.act_gravity.get(mentions[0].type.value, 0.3)


def _event(mentions: Sequence[EventMention]) -> str | None:
    events = {mention.event for mention in mentions}
    return events.pop() if len(events) == 1 else None
