"""Which counts of one report are its answers, and which are only parts of them or of something else?"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.compare.questions import CaseView
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.model.tables import Figure
from variorum.model.terms import Measure

_BESIDE = 450
"""How many characters apart the counts of two voices that a report lays side by side may stand."""
_AMONG = re.compile(r"\bamong (?!them\b|whom\b)")
_OF_THE = re.compile(r"^(?:(?:at least|more than|about|some) )?[\w-]+ of (?:the|them|those|whom)\b")
_BESIDES = re.compile(r"\balong(?:side| with)\b")
_MORE = re.compile(r"^\S+ (?:\S+ )?more\b(?! than)")


@dataclass(frozen=True)
class Accounts:
    """The figures that answer, in order of report and text, and by figure the counts it speaks for, its own included."""

    answers: tuple[Figure, ...]
    beside: Mapping[str, tuple[Figure, ...]]


def is_part(figure: Figure, lexicon: ComparisonLexicon) -> bool:
    """A part of a count ("two were among the dead", "five of the wounded"), or one on top of a count told before ("another
    five", "six more people", "along with six teachers").
    """
    text = figure.text.casefold()
    if figure.subset_of is not None or any(word in lexicon.additive for word in text.split()):
        return True
    # "eight dead and hundreds more injured" puts nothing on top of a count of the injured
    patterns = [_AMONG, _OF_THE, _BESIDES, *([] if figure.measure is Measure.INJURED else [_MORE])]
    return any(pattern.search(text) for pattern in patterns)


def read_accounts(figures: Sequence[Figure], view: CaseView, lexicon: ComparisonLexicon) -> Accounts:
    """Of each report the largest count, and the largest of every other voice that it lays beside that; smaller ones are of
    parts, or of other incidents.
    """
    kept: dict[str, list[Figure]] = defaultdict(list)
    beside: dict[str, list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda figure: (-size_of(figure), figure.start, figure.id)):
        told = kept[figure.report]
        same = next((other for other in told if _voice(other) == _voice(figure)), None)
        if told and (same or not _rival(figure, told, view, lexicon)):
            beside[(same or told[0]).id].append(figure)
        else:
            told.append(figure)
            beside[figure.id].append(figure)
    answers = (figure for told in kept.values() for figure in told)
    return Accounts(
        answers=tuple(sorted(answers, key=lambda figure: (figure.report, figure.start, figure.id))),
        beside={total: tuple(rest) for total, rest in beside.items() if len(rest) > 1},
    )


def size_of(figure: Figure) -> float:
    """The number a figure is ordered by: the least it says, else the most."""
    return float(figure.low if figure.low is not None else figure.high or 0)


def most_told(view: CaseView) -> dict[tuple[str, Measure], float]:
    """The largest count of each measure in a report."""
    most: dict[tuple[str, Measure], float] = {}
    for figure in view.tables.figures:
        key = (figure.report, figure.measure)
        most[key] = max(size_of(figure), most.get(key, 0))
    return most


def _rival(figure: Figure, told: Sequence[Figure], view: CaseView, lexicon: ComparisonLexicon) -> bool:
    """Whether the report lays the count beside one of the others as another voice's: they stand near each other, and both
    have voices, one a named one or one of the two a running toll, or one has and the words around say that tolls are at odds.
    """
    for other in told:
        if abs(other.start - figure.start) > _BESIDE:
            continue
        named = figure.voice_entity or other.voice_entity or figure.cumulative or other.cumulative
        if figure.voice and other.voice and named:
            return True
        first, last = sorted((figure, other), key=lambda row: row.start)
        words = view.texts[figure.report][first.start : (last.sentence or last.span).end].casefold()
        if (figure.voice or other.voice) and any(sign in words for sign in lexicon.at_odds):
            return True
    return False


def sums_of(figure: Figure, told: Sequence[Figure]) -> frozenset[float]:
    """What the figure makes with each other count of the measure in its report: a report may give the parts of what another
    gives as a whole.
    """
    if not figure.low:
        return frozenset()
    return frozenset(figure.low + other.low for other in told if other.low and other.low != figure.low)


def _voice(figure: Figure) -> str:
    return figure.voice_entity or figure.voice or ""
