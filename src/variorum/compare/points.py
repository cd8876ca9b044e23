"""Which questions do the accounts of a case answer, and do they agree, differ, contradict or update each other?"""

from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from variorum.compare.causes import cause_questions
from variorum.compare.control import control_questions
from variorum.compare.crowd_deaths import means_questions
from variorum.compare.deaths_doubted import life_questions
from variorum.compare.event_points import event_questions
from variorum.compare.figure_points import figure_questions
from variorum.compare.first_doers import first_doer_questions
from variorum.compare.harm_denied import harm_questions
from variorum.compare.killers import killer_questions
from variorum.compare.lineage import Account, Lineage, read_lineage
from variorum.compare.questions import Answer, AnyQuestion, CaseView, account, view_case
from variorum.compare.responsibility import responsibility_questions
from variorum.compare.state_points import state_questions
from variorum.compare.statement_points import statement_questions
from variorum.compare.things_counted import thing_questions
from variorum.compare.verdicts import STRENGTH, Comparison, strongest
from variorum.compare.victors import victory_questions
from variorum.lexicon.comparison import load_comparison
from variorum.model.ids import group_id
from variorum.model.tables import Point, Reading, Tables
from variorum.model.terms import Certainty, PointKind, Verdict

_MOST_COMPARED = 60
_MOST_REASONS = 4
_VERDICT_WEIGHT = {Verdict.CONTRADICT: 1.0, Verdict.UPDATE: 0.6, Verdict.DIFFER: 0.45, Verdict.AGREE: 0.2}


def compare_points(tables: Tables) -> Tables:
    """The tables with `points`: every question that two readings or more answer, the weightiest first."""
    view, lexicon, lineage = view_case(tables), load_comparison(), read_lineage(tables)
    questions = [
        *figure_questions(view, lexicon),
        *thing_questions(view, lexicon),
        *event_questions(view, lexicon),
        *harm_questions(view, lexicon),
        *first_doer_questions(view, lexicon),
        *control_questions(view, lexicon),
        *killer_questions(view, lexicon),
        *cause_questions(view),
        *means_questions(view),
        *life_questions(view),
        *responsibility_questions(view),
        *victory_questions(view),
        *state_questions(view, lexicon),
        *statement_questions(view, lexicon),
    ]
    points = {point.id: point for question in questions if (point := _point(question, view, lineage)) is not None}
    ordered = sorted(points.values(), key=lambda point: (-point.weight, point.id))
    return msgspec.structs.replace(tables, points=tuple(ordered))


def _point(question: AnyQuestion, view: CaseView, lineage: Lineage) -> Point | None:
    answers = _distinct(question.answers)
    accounts = {account(answer.reading) for answer in answers}
    if len(answers) < 2 or (len(accounts) < 2 and question.kind is not PointKind.FIGURE):
        return None
    judged = _judged(question, answers)
    verdict = strongest(comparison for comparison, _, _ in judged)
    if verdict is None:
        return None
    told = [Account(answer.reading.report, answer.reading.voice_entity) for answer in answers]
    bounds = lineage.bounds(told)
    readings = tuple(_placed(answer.reading, lineage) for answer in answers)
    return Point(
        id=group_id("points", _seeds(readings, view), question.kind, question.key),
        kind=question.kind,
        topic=question.topic,
        measure=question.measure,
        population=question.population,
        place=question.place,
        period=question.period,
        event=question.event,
        verdict=verdict.verdict,
        reasons=_reasons(judged),
        readings=readings,
        independent_low=bounds.low,
        independent_high=bounds.high,
        weight=_weight(verdict.verdict, question, readings, bounds.high),
    )


def _judged(question: AnyQuestion, answers: Sequence[Answer[object]]) -> list[tuple[Comparison, Reading, Reading]]:
    """Every pair with its comparison. One account is not held against itself: where it gives two answers that do not
    agree, it most likely speaks of two things.
    """
    pairs = [
        (question.compare(left, right), left.reading, right.reading)
        for left, right in combinations(_representatives(answers), 2)
    ]
    return [pair for pair in pairs if pair[0].verdict is Verdict.AGREE or account(pair[1]) != account(pair[2])]


def _distinct(answers: Sequence[Answer[object]]) -> list[Answer[object]]:
    """The answers in order of report and span; of one account saying the same twice, the first."""
    kept: dict[tuple[tuple[str, str], str], Answer[object]] = {}
    for answer in sorted(
        answers, key=lambda a: (a.reading.report, a.reading.start, a.reading.end, a.reading.row or "")
    ):
        kept.setdefault((account(answer.reading), answer.reading.says.casefold()), answer)
    return list(kept.values())


def _representatives(answers: Sequence[Answer[object]]) -> Sequence[Answer[object]]:
    """All answers, or where there are very many the first of each distinct one, up to sixty."""
    if len(answers) <= _MOST_COMPARED:
        return answers
    kept: dict[tuple[str, str | None], Answer[object]] = {}
    for answer in answers:
        kept.setdefault((answer.reading.says, answer.reading.as_of), answer)
    return list(kept.values())[:_MOST_COMPARED]


def _placed(reading: Reading, lineage: Lineage) -> Reading:
    return msgspec.structs.replace(reading, origin=lineage.origin(Account(reading.report, reading.voice_entity)))


def _seeds(readings: Iterable[Reading], view: CaseView) -> list[tuple[str, str]]:
    return [(view.published.get(reading.report, ""), reading.row or "") for reading in readings]


def _reasons(judged: Sequence[tuple[Comparison, Reading, Reading]]) -> tuple[str, ...]:
    """The reasons, those of the strongest verdict first, with the words they rest on; four at most."""
    ordered = sorted(judged, key=lambda item: STRENGTH.index(item[0].verdict))
    seen: dict[str, str] = {}
    for comparison, left, right in ordered:
        if comparison.reason not in seen:
            words = f"{comparison.verdict}: {comparison.reason} (“{_brief(left.text)}” / “{_brief(right.text)}”)"
            seen[comparison.reason] = words
    return tuple(seen.values())[:_MOST_REASONS]


def _brief(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 100 else words[:99].rsplit(" ", 1)[0] + " …"


def _weight(verdict: Verdict, question: AnyQuestion, readings: Sequence[Reading], origins: int) -> float:
    """What an analyst should see first: strong verdicts on grave matters, told by independent origins, surely."""
    sure = sum(reading.certainty is Certainty.CERTAIN for reading in readings) / len(readings)
    breadth = 1 + 0.1 * min(5, max(0, origins - 1))
    return round(_VERDICT_WEIGHT[verdict] * (0.4 + 0.6 * question.gravity) * breadth * (0.7 + 0.3 * sure), 4)
