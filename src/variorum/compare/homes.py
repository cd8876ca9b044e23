"""Which country is a report about?"""

from collections import Counter, defaultdict

from variorum.compare.questions import CaseView

_SURELY = 3
"""So many places of a country named tell that a report is about it, without the country's own name."""


def report_countries(view: CaseView) -> dict[str, str]:
    """The country a report is about, by report id: the one most of the case's reports name most, where the report names it
    half as often as any other, else the one it names most itself; reports that name none take the case's, as do those that
    only name a place or two elsewhere, which may well be a namesake of one at home.
    """
    by_report: dict[str, Counter[str]] = defaultdict(Counter)
    sure: set[tuple[str, str]] = set()
    for place in view.tables.places:
        if place.country:
            by_report[place.report][place.country] += 1
            if place.feature == "country" or by_report[place.report][place.country] >= _SURELY:
                sure.add((place.report, place.country))
    overall = Counter(_most(counts) for counts in by_report.values())
    case = _most(overall)
    homes = {}
    for report in view.tables.reports:
        counts = by_report[report.id]
        own = _most(counts)
        of_case = 2 * counts[case] >= counts[own] or (report.id, own) not in sure
        homes[report.id] = case if of_case else own
    return homes


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda name: (-counts[name], name), default="")
