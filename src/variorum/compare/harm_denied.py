"""Did people come to harm of whom another account says that none did?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.compare.populations import PEOPLE, population_of
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, account, reading_of
from variorum.compare.verdicts import Comparison, agree, contradict, differ
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.lexicon.points import load_points
from variorum.model.edtf import read_edtf
from variorum.model.tables import Figure
from variorum.model.terms import Measure, PointKind

_HARM = frozenset({Measure.KILLED, Measure.INJURED})


@dataclass(frozen=True)
class Harm:
    """What an account says of harm to one kind of people: none, or some; on which day and where if it says so, and as of
    which day.
    """

    none: bool
    measure: Measure
    day: str | None = None
    as_of: str | None = None
    place: str | None = None


def harm_questions(view: CaseView, lexicon: ComparisonLexicon) -> Iterator[AnyQuestion]:
    """For each kind of people of whom an account says that none was killed or hurt, and another that some were. In a case of
    many killings it cannot be told which is meant.
    """
    if view.incidents.crowded:
        return
    homes = view.homes
    known = {population.name for population in lexicon.populations} - {PEOPLE}
    told: dict[tuple[str, str], list[Answer[Harm]]] = defaultdict(list)
    for figure in view.tables.figures:
        kind = population_of(figure.subject, lexicon) if figure.measure in _HARM else ""
        if kind in known and _is_told(figure, view):
            reading = reading_of(view, figure, figure.span, _says(figure), figure.as_of)
            harm = Harm(figure.high == 0, figure.measure, figure.date, reading.as_of, figure.place_entity)
            told[(kind, homes.get(figure.report, ""))].append(Answer(reading, harm))
    for (kind, country), answers in sorted(told.items()):
        nones = [answer for answer in answers if answer.value.none]
        some = [answer for answer in answers if not answer.value.none and any(_meet(answer, none) for none in nones)]
        accounts = {account(answer.reading) for answer in some}
        if some and any(accounts - {account(none.reading)} for none in nones):
            yield Question(
                kind=PointKind.STATEMENT,
                topic=f"whether any {kind} came to harm",
                answers=(*nones, *some),
                compare=_compare,
                key=f"unharmed|{kind}|{country}",
                gravity=0.75,
            )


def _is_told(figure: Figure, view: CaseView) -> bool:
    """A count of none, not of what is not known; or one of some."""
    if figure.high == 0:
        sentence = figure.sentence or figure.span
        words = f" {view.texts[figure.report][sentence.start : sentence.end].casefold()}"
        return not any(sign in words for sign in load_points().unknown)
    return bool(figure.low)


def _says(figure: Figure) -> str:
    return f"none {figure.measure}" if figure.high == 0 else f"some {figure.measure}"


def _meet(some: Answer[Harm], none: Answer[Harm]) -> bool:
    """They may speak of the same: of one place and day where both give one, and who was not hurt was not killed either."""
    a, b = some.value, none.value
    if b.measure is Measure.KILLED and a.measure is not Measure.KILLED:
        return False
    return not (a.place and b.place and a.place != b.place)


def _compare(left: Answer[Harm], right: Answer[Harm]) -> Comparison:
    return compare_harm(left.value, right.value)


def compare_harm(left: Harm, right: Harm) -> Comparison:
    """None and some contradict each other, unless the harm came after the day for which none is told, or the two speak of
    different days.
    """
    if left.none == right.none:
        return agree("both say that none came to harm" if left.none else "both say that some came to harm")
    none, some = (left, right) if left.none else (right, left)
    if none.measure is Measure.KILLED and some.measure is not Measure.KILLED:
        return differ("one says that none was killed, the other that some were hurt")
    then, since, told = read_edtf(none.day), read_edtf(some.day or some.as_of), read_edtf(none.as_of)
    if since is not None and told is not None and since.first > told.last:
        return differ(f"none as of {none.as_of}, some as of {some.day or some.as_of}: the harm may have come after")
    if then is not None and some.day and since is not None and (since.first > then.last or since.last < then.first):
        return differ(f"none on {none.day}, some on {some.day}")
    return contradict("one account says that none came to harm, the other that some did")
