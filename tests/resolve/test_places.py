"""Which place a name means, by the names beside it, its report, its outlet and its case."""

import pytest

from variorum.lexicon.gazetteer import Candidate
from variorum.model.base import Span
from variorum.model.ids import finding_id
from variorum.model.tables import PlaceMention, Report, Tables
from variorum.resolve.place_context import Weighed
from variorum.resolve.places import case_places, resolve_places


def report_of(
    text: str, names: list[str], outlet: str | None = None, rules: dict[str, str] | None = None
) -> tuple[Report, list[PlaceMention]]:
    """A report with the first mention of each name as a row."""
    report = Report(id=f"report-{text[:20]}", sha256="", text=text, outlet=outlet)
    rows, past = [], 0
    for name in names:
        start = text.index(name, past)
        past = start + len(name)
        rule = (rules or {}).get(name, "model GPE")
        rows.append(
            PlaceMention(
                id=finding_id("places", report.id, Span(start=start, end=past)),
                report=report.id,
                start=start,
                end=past,
                text=name,
                feature="site" if rule == "site" else None,
                rule=rule,
            )
        )
    return report, rows


def resolved(*parts: tuple[Report, list[PlaceMention]]) -> dict[tuple[str, str], PlaceMention]:
    """The settled rows by the start of their report's text and their own words."""
    tables = Tables(
        reports=tuple(report for report, _ in parts), places=tuple(row for _, rows in parts for row in rows)
    )
    texts = {report.id: report.text for report in tables.reports}
    return {(texts[row.report][:8], row.text): row for row in resolve_places(tables).places}


@pytest.mark.parametrize(
    ("text", "names", "name", "country", "latitude"),
    [
        ("Trains to Paris were late.", ["Paris"], "Paris", "FR", 48.85),
        ("Trains to Paris, Texas were late.", ["Paris", "Texas"], "Paris", "US", 33.66),
        ("A fire in Midland, TX, spread.", ["Midland", "TX"], "Midland", "US", 32.0),
        ("He left London, Ont., by bus.", ["London", "Ont."], "London", "CA", 42.98),
        ("Tbilisi and Batumi, Georgia, were calm.", ["Tbilisi", "Batumi", "Georgia"], "Georgia", "GE", 42.0),
        (
            "Athens, Macon and Atlanta, Georgia, saw hail.",
            ["Athens", "Macon", "Atlanta", "Georgia"],
            "Athens",
            "US",
            33.96,
        ),
        ("Shelling hit Aleppo province.", ["Aleppo"], "Aleppo", "SY", 36.44),
        ("Shelling hit Aleppo.", ["Aleppo"], "Aleppo", "SY", 36.2),
        ("Voters in Washington state chose.", ["Washington"], "Washington", "US", 47.5),
        ("Voters in Washington chose.", ["Washington"], "Washington", "US", 38.9),
    ],
)
def test_one_report(text: str, names: list[str], name: str, country: str, latitude: float) -> None:
    row = next(row for (_, words), row in resolved(report_of(text, names)).items() if words == name)
    assert (row.country, row.latitude) == (country, pytest.approx(latitude, abs=0.1))


def test_the_outlet_speaks_for_its_own_country() -> None:
    rows = resolved(report_of("Crowds filled Tripoli.", ["Tripoli"], outlet="dailystar.com.lb"))
    assert rows["Crowds f", "Tripoli"].country == "LB"
    rows = resolved(report_of("Crowds filled Tripoli.", ["Tripoli"]))
    assert rows["Crowds f", "Tripoli"].country == "LY"


def test_a_misspelt_name_is_read_in_the_countries_of_the_report_only() -> None:
    rows = resolved(report_of("Zhanuzin, Aktau and Almaty rose up.", ["Zhanuzin", "Aktau", "Almaty"]))
    assert rows["Zhanuzin", "Zhanuzin"].name == "Zhanaozen"
    rows = resolved(report_of("Zhanuzin, Lyon and Lille rose up.", ["Zhanuzin", "Lyon", "Lille"]))
    assert rows["Zhanuzin", "Zhanuzin"].latitude is None


def test_a_case_form_is_read_as_its_town() -> None:
    text = "Kazakhstan. Troops entered Alma-Atu."
    rows = resolved(report_of(text, ["Kazakhstan", "Alma-Atu"], rules={"Alma-Atu": "inflected name"}))
    assert rows["Kazakhst", "Alma-Atu"].geonames_id == 1526384


@pytest.mark.parametrize(
    ("text", "names", "site", "latitude"),
    [
        (
            "Almaty’s Republic Square was full; Semey was calm.",
            ["Almaty", "Republic Square", "Semey"],
            "Republic Square",
            43.25,
        ),
        (
            "Semey was calm. On Republic Square in Almaty fires burned.",
            ["Semey", "Republic Square", "Almaty"],
            "Republic Square",
            43.25,
        ),
        (
            "Taraz was calm, Semey too. Semey High School shut.",
            ["Taraz", "Semey", "Semey High School"],
            "Semey High School",
            50.42,
        ),
        ("In Semey crowds met. Later Lenin Street was shut.", ["Semey", "Lenin Street"], "Lenin Street", 50.42),
    ],
)
def test_sites_stand_in_their_town(text: str, names: list[str], site: str, latitude: float) -> None:
    rows = resolved(report_of(text, names, rules={site: "site"}))
    row = next(row for (_, words), row in rows.items() if words == site)
    assert (row.feature, row.name, row.geonames_id) == ("site", site, None)
    assert row.latitude == pytest.approx(latitude, abs=0.1)


def test_a_site_in_a_report_without_towns_stays_unplaced() -> None:
    rows = resolved(report_of("Police shut Republic Square.", ["Republic Square"], rules={"Republic Square": "site"}))
    assert rows["Police s", "Republic Square"].latitude is None


def test_unknown_names_are_never_guessed() -> None:
    rows = resolved(report_of("Nothing moved in Xyzzyqua.", ["Xyzzyqua"]))
    assert rows["Nothing ", "Xyzzyqua"].name is None


def test_the_case_decides_where_a_report_is_silent() -> None:
    silent = report_of("Tripoli woke to gunfire.", ["Tripoli"])
    speaking = [
        report_of(f"Day {day}: Beirut, Sidon and Tyre in Lebanon stayed calm.", ["Beirut", "Sidon", "Tyre", "Lebanon"])
        for day in range(1, 5)
    ]
    assert resolved(silent)["Tripoli ", "Tripoli"].country == "LY"
    assert resolved(silent, *speaking)["Tripoli ", "Tripoli"].country == "LB"


@pytest.mark.parametrize(("others", "names"), [(30, ["Aba", "Ubu"]), (40, ["Aba"])])
def test_what_hardly_a_report_of_a_large_case_names_is_no_place_of_the_case(others: int, names: list[str]) -> None:
    told = [{name: (Weighed(city(name), 1.0),)} for name in ("Ubu", *["Aba"] * others)]
    assert [place.name for place, _ in case_places(told)] == names


def city(name: str) -> Candidate:
    return Candidate(
        geonames_id=len(name),
        name=name,
        latitude=0.0,
        longitude=0.0,
        country="NG",
        feature="city",
        population=600_000,
    )


def test_the_order_of_reports_does_not_matter() -> None:
    parts = [
        report_of("Paris and Dallas in Texas.", ["Paris", "Dallas", "Texas"]),
        report_of("Lyon and Paris met.", ["Lyon", "Paris"]),
    ]
    assert resolved(*parts) == resolved(*reversed(parts))


def test_nothing_to_resolve() -> None:
    assert resolve_places(Tables()) == Tables()
