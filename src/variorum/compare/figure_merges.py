"""Which groups of figures are one, since they share a count?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from variorum.compare.figure_accounts import read_accounts, size_of
from variorum.compare.figure_scopes import Scope
from variorum.compare.figure_times import by_magnitude, of_one_time
from variorum.compare.questions import CaseView
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.model.groups import Groups
from variorum.model.tables import Figure


@dataclass(frozen=True)
class ScopedFigures:
    """Figures of one scope that speak of one time; `beside` are by figure the counts its account gives, its own included."""

    scope: Scope
    figures: tuple[Figure, ...]
    beside: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)


def merge_groups(groups: Sequence[ScopedFigures], view: CaseView, lexicon: ComparisonLexicon) -> list[ScopedFigures]:
    """The groups, those of harm joined that share a figure and name no two towns: a toll of the event and a toll of the crisis
    are one where a count is both. A case that tells of many killings keeps its groups as they are.
    """
    if view.incidents.crowded:
        return list(groups)
    together, holder = Groups(), dict[str, int]()
    towns = [_towns(group.figures, view) for group in groups]
    for place, group in enumerate(groups):
        for figure in group.figures if group.scope.harms else ():
            other = holder.setdefault(f"{_kind(group.scope)}|{figure.id}", place)
            if other != place and len(towns[other] | towns[place]) <= 1:
                together.join(str(other), str(place))
    joined = together.groups([str(place) for place in range(len(groups))])
    merged = (sorted(int(name) for name in names) for names in joined.values())
    return [_union([groups[place] for place in places], view, lexicon) for places in sorted(merged)]


def _kind(scope: Scope) -> str:
    return f"{scope.measure}|{scope.population}|{scope.unit}|{scope.change}|{scope.side}|{scope.state}"


def _towns(figures: Sequence[Figure], view: CaseView) -> frozenset[str]:
    named = frozenset(figure.place_entity for figure in figures if figure.place_entity)
    return named - view.whole_countries


def _union(groups: Sequence[ScopedFigures], view: CaseView, lexicon: ComparisonLexicon) -> ScopedFigures:
    """One group of them all, without what is of another day or size, in the scope of the one that holds most of it."""
    if len(groups) == 1:
        return groups[0]
    told = {figure.id: figure for group in groups for figure in group.figures}
    of_day = next(of_one_time(list(told.values()), view))
    alike = max(by_magnitude(of_day, chained=True), key=lambda part: (len(part), -size_of(part[0])))
    accounts = read_accounts(alike, view, lexicon)
    beside = {name: figures for group in groups for name, figures in group.beside.items()}
    most = min(groups, key=lambda group: (-len(group.figures), group.scope.tie == "", group.scope.tie))
    return ScopedFigures(most.scope, accounts.answers, {**beside, **accounts.beside})
