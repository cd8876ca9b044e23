"""By what means were people killed or hurt in one event: shot or crushed, bombed from the air or by a bomb in a car?"""

from collections import defaultdict
from collections.abc import Iterator

from variorum.compare.cause_words import means_of_harm
from variorum.compare.event_groups import happened
from variorum.compare.event_words import act_name
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, reading_of
from variorum.compare.verdicts import Comparison, agree, contradict, differ
from variorum.lexicon.means import is_pointed
from variorum.lexicon.points import load_points
from variorum.model.base import Span
from variorum.model.tables import EventMention, Figure
from variorum.model.terms import Measure, PointKind

_HARM = frozenset({"kill", "injure"})
_COUNTED = frozenset({Measure.KILLED, Measure.INJURED})
_ROOM = 200


def means_questions(view: CaseView) -> Iterator[AnyQuestion]:
    """The questions on the means of one killing that accounts answer in ways of which one alone can be true. Not asked in a
    case that tells of many killings, since there the accounts of one may well be of two.
    """
    if view.incidents.crowded:
        return
    told: dict[str, list[Answer[frozenset[str]]]] = defaultdict(list)
    mentions: dict[str, list[EventMention]] = defaultdict(list)
    for mention in view.tables.event_mentions:
        if mention.event and mention.concept in _HARM and happened(mention):
            mentions[mention.event].append(mention)
            told[mention.event] += _answers(mention, view)
    for figure in view.tables.figures:
        if figure.event in mentions and figure.measure in _COUNTED:
            told[figure.event] += _answers(figure, view)
    for event in sorted(told):
        answers = list({(a.reading.report, a.reading.start, a.reading.says): a for a in told[event]}.values())
        told_means = {answer.value for answer in answers}
        if any(_rival(left, right) for left in told_means for right in told_means):
            yield Question(
                kind=PointKind.MANNER,
                topic=f"by what means {act_name(mentions[event])} came about",
                answers=tuple(answers),
                compare=lambda left, right: compare_means(left.value, right.value),
                key="means",
                gravity=0.8,
                event=event,
            )


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


def _answers(row: EventMention | Figure, view: CaseView) -> list[Answer[frozenset[str]]]:
    """The means its own sentence names, none where it names none or the sentence is long and may tell of more."""
    sentence = row.sentence or row.span
    if sentence.end - sentence.start > _ROOM:
        return []
    means = means_of_harm().of(view.texts[row.report][sentence.start : sentence.end])
    if not is_pointed(means):
        return []
    claim = view.claims.get(row.claim or "")
    span = claim.span if claim and sentence.contains(claim.span) else sentence
    return [Answer(reading_of(view, row, Span(start=span.start, end=span.end), _listed(means)), means)]


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))
