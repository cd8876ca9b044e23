"""In what state are the people whom a figure counts, where no measure says it: held hostage, trapped, on the run?"""

import re
from collections.abc import Iterable

from variorum.compare.questions import CaseView
from variorum.lexicon.points import PeopleState, load_points
from variorum.model.tables import Figure
from variorum.model.terms import Measure

_NEAR = 30
_LEAD = 8
_STOPS = re.compile(r"[.,;:!?\n]")


def figure_states(view: CaseView) -> dict[str, str]:
    """By id the state of those counted, as the lexicon names it; no entry where the words around tell none."""
    states = load_points().states
    found: dict[str, str] = {}
    for figure in view.tables.figures:
        if figure.measure is Measure.OTHER and figure.unit == "person":
            text = view.texts.get(figure.report, "")
            state = _of_all(figure, text, states) or _state(figure, text, states)
            if state is not None:
                found[figure.id] = state
    return found


def _of_all(figure: Figure, text: str, states: Iterable[PeopleState]) -> str | None:
    """The state that the counted noun itself tells, where the count is of all of them: "all eleven hostages were freed"."""
    words = f" {' '.join(text[max(0, figure.start - _LEAD) : figure.end].casefold().split())} "
    if " all " not in words:
        return None
    return next((state.name for state in states for noun in state.nouns if f" {noun}" in words), None)


def _state(figure: Figure, text: str, states: Iterable[PeopleState]) -> str | None:
    """The state whose word stands nearest to the count in its sentence, without a mark between them."""
    sentence = figure.sentence or figure.span
    before = _STOPS.split(text[max(sentence.start, figure.start - _NEAR) : figure.start].casefold())[-1]
    after = _STOPS.split(text[figure.end : min(sentence.end, figure.end + _NEAR)].casefold())[0]
    ahead = [
        (len(before) - before.rfind(word) - len(word), state.name)
        for state in states
        for word in state.before
        if word in before
    ]
    behind = [(after.find(word), state.name) for state in states for word in state.after if word in after]
    told = [*ahead, *behind]
    return min(told)[1] if told else None
