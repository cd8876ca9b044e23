"""By what means were people killed or hurt in one event: shot or crushed, bombed from the air or by a bomb in a car?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from variorum.compare.cause_words import means_of_harm
from variorum.compare.event_groups import happened
from variorum.compare.event_words import act_name
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, reading_of
from variorum.compare.verdicts import Comparison, agree, contradict, differ
from variorum.lexicon.means import is_pointed
from variorum.lexicon.points import load_points
from variorum.model.base import Span
from variorum.model.tables import EventMention, Figure
from variorum.model.terms import Measure, PointKind, Verdict

_HARM = frozenset({"kill", "injure"})
_COUNTED = frozenset({Measure.KILLED, Measure.INJURED})
_ROOM = 200


class Means(NamedTuple):
    """The means an account names, and the `marks` by which it tells who was harmed: counts, and persons by name."""

    means: frozenset[str]
    marks: frozenset[str]


def means_questions(view: CaseView) -> Iterator[AnyQuestion]:
    """The questions on the means of one killing that accounts answer in ways of which one alone can be true. Not asked in a
    case that tells of many killings, since there the accounts of one may well be of two.
    """
    if view.incidents.crowded:
        return
    marks = _marks(view)
    told: dict[str, list[Answer[Means]]] = defaultdict(list)
    mentions: dict[str, list[EventMention]] = defaultdict(list)
    for mention in view.tables.event_mentions:
        if mention.event and mention.concept in _HARM and happened(mention):
            mentions[mention.event].append(mention)
            told[mention.event] += _answers(mention, marks, view)
    for figure in view.tables.figures:
        if figure.event in mentions and figure.measure in _COUNTED:
            told[figure.event] += _answers(figure, marks, view)
    for event in sorted(told):
        answers = list({(a.reading.report, a.reading.start, a.reading.says): a for a in told[event]}.values())
        values = {answer.value for answer in answers}
        if any(_may_conflict(left, right) for left in values for right in values):
            yield Question(
                kind=PointKind.MANNER,
                topic=f"by what means {act_name(mentions[event])} came about",
                answers=tuple(answers),
                compare=lambda left, right: compare_told(left.value, right.value),
                key="means",
                gravity=0.8,
                event=event,
            )


def compare_told(left: Means, right: Means) -> Comparison:
    """Accounts that do not tell of the same people, by their count or by name, differ in the means at most."""
    told = compare_means(left.means, right.means)
    if told.verdict is Verdict.CONTRADICT and not left.marks & right.marks:
        return differ(f"“{_listed(left.means)}” and “{_listed(right.means)}”: they may be of other people")
    return told


def _may_conflict(left: Means, right: Means) -> bool:
    return _rival(left.means, right.means) and bool(left.marks & right.marks)


def _marks(view: CaseView) -> Mapping[str, frozenset[str]]:
    """Event mention or figure → the exact counts of the harmed told with it, and the person harmed."""
    found: dict[str, set[str]] = defaultdict(set)
    for figure in view.tables.figures:
        if figure.measure in _COUNTED and figure.low is not None and figure.low == figure.high:
            for row in (figure.id, figure.event_mention or ""):
                found[row].add(f"{figure.measure} {figure.low}")
    for mention in view.tables.event_mentions:
        if mention.recipient_entity in view.persons:
            found[mention.id].add(mention.recipient_entity or "")
    return {row: frozenset(marks) for row, marks in found.items()}


def compare_means(left: frozenset[str], right: frozenset[str]) -> Comparison:
    """Two sets of means agree where they share one, contradict where each rules the other out, else differ."""
    both = f"“{_listed(left)}” and “{_listed(right)}”"
    if left & right:
        return agree(f"both say {_listed(left & right)}")
    if _rival(left, right):
        return contradict(f"{both}: the same people died in one way only")
    return differ(f"{both}: both can be true")


def _rival(left: frozenset[str], right: frozenset[str]) -> bool:
    if left & right:
        return False
    pairs = load_points().rival_means
    return any((a in left and b in right) or (b in left and a in right) for a, b in pairs)


def _answers(row: EventMention | Figure, marks: Mapping[str, frozenset[str]], view: CaseView) -> list[Answer[Means]]:
    """The means its own sentence names, none where it names none or the sentence is long and may tell of more."""
    sentence = row.sentence or row.span
    if sentence.end - sentence.start > _ROOM:
        return []
    means = means_of_harm().of(view.texts[row.report][sentence.start : sentence.end])
    if not is_pointed(means):
        return []
    value = Means(means, marks.get(row.id, frozenset()))
    claim = view.claims.get(row.claim or "")
    span = claim.span if claim and sentence.contains(claim.span) else sentence
    return [Answer(reading_of(view, row, Span(start=span.start, end=span.end), _listed(means)), value)]


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))
