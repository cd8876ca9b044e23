"""When and where did an event happen: which accounts answer this, beside who, how and whether it did at all?"""

from collections.abc import Iterator, Sequence

from variorum.compare.event_doers import Doers, who_questions
from variorum.compare.event_facts import fact_questions
from variorum.compare.event_groups import happened, over, same_acts, told_date, told_place
from variorum.compare.event_outcomes import outcome_questions
from variorum.compare.event_values import When, Where, compare_places, compare_times
from variorum.compare.event_words import act_name, event_of, happened_words, joined, short
from variorum.compare.event_words import gravity as gravity_of
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, reading_of
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.lexicon.points import load_points
from variorum.model.tables import EventMention
from variorum.model.terms import PointKind


def event_questions(view: CaseView, lexicon: ComparisonLexicon) -> Iterator[AnyQuestion]:
    """The questions on events that two accounts or more answer."""
    homes = view.homes
    doers = Doers(view)
    for mentions in same_acts(view, lexicon, homes):
        if all(over(mention) for mention in mentions):
            yield _ended(mentions, view)
            continue
        yield from _where(mentions, view, lexicon)
        for concept in sorted({mention.concept or "" for mention in mentions}):
            same = [mention for mention in mentions if (mention.concept or "") == concept]
            for part in _by_phase(same):
                yield from _when(part, view, lexicon)
            yield from who_questions(same, view, lexicon, doers)
    yield from outcome_questions(view, lexicon, homes)
    yield from fact_questions(view, lexicon, homes)


def _by_phase(mentions: Sequence[EventMention]) -> Iterator[list[EventMention]]:
    """Of an act that lasts its beginnings, its ends and the rest each by themselves: a protest that began on one day may
    well have filled a square on another. Any other act undivided.
    """
    if mentions[0].concept not in load_points().lasting:
        yield list(mentions)
        return
    for phase in ("begin", "end", None):
        part = [m for m in mentions if (m.aspect if m.aspect in ("begin", "end") else None) == phase]
        if part:
            yield part


def _when_topic(mentions: Sequence[EventMention]) -> str:
    phases = {mention.aspect for mention in mentions}
    verb = {frozenset({"begin"}): "began", frozenset({"end"}): "ended"}.get(
        frozenset(phase or "" for phase in phases), happened_words(mentions)
    )
    return f"when {act_name(mentions)} {verb}"


def _when(mentions: Sequence[EventMention], view: CaseView, lexicon: ComparisonLexicon) -> Iterator[AnyQuestion]:
    answers = []
    for mention in filter(happened, mentions):
        date = view.dates.get(mention.date_ref or "")
        edtf = told_date(mention, date, view.texts[mention.report])
        if edtf is not None and date is not None:
            once = mention.concept in lexicon.once or mention.aspect is not None
            span = joined(mention, date.span, view)
            answers.append(Answer(reading_of(view, mention, span, edtf), When(edtf, once)))
    if len({(a.reading.report, a.reading.voice) for a in answers}) > 1:
        yield Question(
            kind=PointKind.WHEN,
            topic=_when_topic(mentions),
            answers=tuple(answers),
            compare=lambda left, right: compare_times(left.value, right.value),
            key="when",
            gravity=gravity_of(mentions, lexicon) * 0.7,
            event=event_of(mentions),
        )


def _ended(mentions: Sequence[EventMention], view: CaseView) -> AnyQuestion:
    """That a protest ended is an answer even where the day is not told."""
    return Question(
        kind=PointKind.WHEN,
        topic=", ".join(["when the protest ended", *sorted({m.place_name for m in mentions if m.place_name})[:1]]),
        answers=tuple(
            Answer(reading_of(view, m, short(m, view), m.date or "ended", m.date), When(m.date or "", once=True))
            for m in mentions
        ),
        compare=lambda left, right: compare_times(left.value, right.value),
        key="end",
        gravity=0.45,
        event=event_of(mentions),
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
            answers.append(Answer(reading_of(view, mention, joined(mention, place.span, view), name), value))
    if len({a.reading.report for a in answers}) > 1 and len({a.value.place for a in answers}) > 1:
        yield Question(
            kind=PointKind.WHERE,
            topic=f"where {act_name(mentions)} {happened_words(mentions)}",
            answers=tuple(answers),
            compare=lambda left, right: compare_places(left.value, right.value),
            key="where",
            gravity=gravity_of(mentions, lexicon) * 0.5,
            event=event_of(mentions),
        )
