"""Which country is a report about?"""

from collections import Counter, defaultdict

from variorum.model.tables import Tables

_SURELY = 3
"""So many places of a country named tell that a report is about it, without the country's own name."""
_TWICE = 2
"""So often a report names a country it is about, in a case of another."""


def report_countries(tables: Tables) -> dict[str, str]:
    """The country a report is about, by report id: the one most of the case's reports name most, where the report names it
    half as often as any other, else the one it names most itself; reports that name none take the case's, as do those that
    only name a place or two elsewhere, which may well be a namesake of one at home, or, where most reports are about one
    country, name another once ("the president, who is visiting Peru").
    """
    by_report: dict[str, Counter[str]] = defaultdict(Counter)
    whole: Counter[tuple[str, str]] = Counter()
    for place in tables.places:
        if place.country:
            by_report[place.report][place.country] += 1
            whole[(place.report, place.country)] += place.feature == "country"
    overall = Counter(_most(counts) for counts in by_report.values())
    case = _most(overall)
    least = _TWICE if 2 * overall[case] > overall.total() else 1
    sure = {
        (report, country)
        for report, counts in by_report.items()
        for country, count in counts.items()
        if whole[(report, country)] >= least or count >= _SURELY
    }
    homes: dict[str, str] = {}
    for report in tables.reports:
        counts = by_report[report.id]
        own = _most(counts)
        of_case = 2 * counts[case] >= counts[own] or (report.id, own) not in sure
        homes[report.id] = case if of_case else own
    return homes


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda name: (-counts[name], name), default="")
