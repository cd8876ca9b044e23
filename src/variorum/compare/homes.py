"""Which country is a report about?"""

from collections import Counter, defaultdict

from variorum.compare.questions import CaseView


def report_countries(view: CaseView) -> dict[str, str]:
    """The country a report is about, by report id: the one most of the case's reports name most, where the report names it
    half as often as any other, else the one it names most itself; reports that name none take the case's.
    """
    by_report: dict[str, Counter[str]] = defaultdict(Counter)
    for place in view.tables.places:
        if place.country:
            by_report[place.report][place.country] += 1
    overall = Counter(_most(counts) for counts in by_report.values())
    case = _most(overall)
    homes = {}
    for report in view.tables.reports:
        counts = by_report[report.id]
        own = _most(counts)
        homes[report.id] = case if 2 * counts[case] >= counts[own] else own
    return homes


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda name: (-counts[name], name), default="")
