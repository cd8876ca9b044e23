"""Which figures speak of the same: one scope and one time, and counts of one order of size?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from variorum.compare.figure_accounts import is_part, most_told, read_accounts
from variorum.compare.figure_merges import ScopedFigures, merge_groups
from variorum.compare.figure_scopes import Scope, Scoper, with_spots, with_subjects
from variorum.compare.figure_times import by_magnitude, by_time, of_one_time, several_incidents
from variorum.compare.questions import CaseView
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.model.tables import Figure
from variorum.model.terms import Measure

_NAMED = frozenset({"the", "his", "her", "its", "their"})
_ARTICLES = frozenset({"a", "an"})


def scoped_figures(view: CaseView, lexicon: ComparisonLexicon) -> Iterator[ScopedFigures]:
    """Groups of two figures or more that can be compared, in order of their scope and time.

    Counts of harm are compared where the incident is the same event, or, where they name no deed, the same city and day;
    those tied to none speak of the crisis in the country, up to the day they are told of. Counts ten times apart are taken
    to be of different things. Parts of a count ("including three children") stand beside their whole and are left out.
    """
    scoper, counted = Scoper(view, lexicon), most_told(view)
    scoped: dict[Scope, list[Figure]] = defaultdict(list)
    for figure in with_spots(with_subjects(view.tables.figures, lexicon), lexicon):
        bounded = figure.low is not None or figure.high is not None
        counts = scoper.told(figure) and not scoper.of_nobody(figure) and not scoper.denied(figure)
        if bounded and counts and not is_part(figure, lexicon) and not _only_one(figure, view, counted):
            for scope in scoper.of(figure):
                scoped[scope].append(figure)
    order = sorted(scoped, key=lambda scope: (scope.measure, scope.population, scope.place, scope.tie, str(scope)))
    groups = [
        group for scope in order for group in _clusters(scope, scoped[scope], view, lexicon) if len(group.figures) > 1
    ]
    yield from _without_inner(merge_groups(groups, view, lexicon))


def _without_inner(groups: Sequence[ScopedFigures]) -> list[ScopedFigures]:
    """The groups whose figures are not all in another: of two of the same figures, the first."""
    holders: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for figure in group.figures:
            holders[figure.id].add(number)
    kept = []
    for number, group in enumerate(groups):
        around = set.intersection(*(holders[figure.id] for figure in group.figures)) - {number}
        sizes = [(len(groups[other].figures), -other) for other in around]
        if all(size == len(group.figures) and -other > number for size, other in sizes):
            kept.append(group)
    return kept


def _clusters(
    scope: Scope, figures: Sequence[Figure], view: CaseView, lexicon: ComparisonLexicon
) -> Iterator[ScopedFigures]:
    of_event = scope.tie.startswith("event")
    for cluster in of_one_time(figures, view) if of_event else by_time(figures, view, scope.measure in lexicon.local):
        if not scope.harms:
            yield ScopedFigures(scope, tuple(cluster))
            continue
        for alike in by_magnitude(cluster, chained=of_event):
            if not scope.tie or of_event or not several_incidents(alike):
                accounts = read_accounts(alike, view, lexicon)
                yield ScopedFigures(scope, accounts.answers, accounts.beside)


def _only_one(figure: Figure, view: CaseView, most: Mapping[tuple[str, Measure], float]) -> bool:
    """One person told of by name or office ("the minister was shot dead"), or as one ("a guard was stabbed") by a report that
    counts more of them elsewhere: no toll.
    """
    if figure.number is None or not figure.low == figure.high == 1:
        return False
    word = view.texts.get(figure.report, "")[figure.number.start : figure.number.end].casefold()
    return word in _NAMED or (word in _ARTICLES and most[(figure.report, figure.measure)] > 1)
