"""Mentions over the reports of a case made one or kept apart, whatever the order of the reports."""

from collections.abc import Sequence
from itertools import permutations

import pytest
from msgspec.structs import replace

from variorum.model.base import Span
from variorum.model.ids import finding_id
from variorum.model.tables import Mention, PlaceMention, Report, Tables
from variorum.model.terms import EntityType
from variorum.resolve.entities import resolve_entities

Spec = tuple[str, dict[str, object]]


def case(*reports: Sequence[Spec], countries: Sequence[str] = ()) -> Tables:
    """One report for each list of (words, fields) of its mentions; a place row says each report's country."""
    tables = Tables()
    for number, specs in enumerate(reports):
        name = f"report-{number}"
        text = " . ".join(words for words, _ in specs)
        code = countries[number] if number < len(countries) else "TD"
        place = PlaceMention(
            id=f"place-{number}",
            report=name,
            start=900,
            end=904,
            text=code,
            name=code,
            geonames_id=number,
            country=code,
            latitude=0.0,
            longitude=0.0,
            feature="country",
        )
        tables = replace(
            tables,
            reports=(*tables.reports, Report(id=name, sha256=name, text=text + " " * 1000)),
            places=(*tables.places, place),
            mentions=(*tables.mentions, *_mentions(name, specs)),
        )
    return tables


def _mentions(report: str, specs: Sequence[Spec]) -> list[Mention]:
    rows, at = [], 0
    for words, fields in specs:
        span = Span(start=at, end=at + len(words))
        values: dict[str, object] = {"type": EntityType.PERSON, **fields}
        rows.append(
            Mention(
                id=finding_id("mentions", report, span),
                report=report,
                start=span.start,
                end=span.end,
                text=words,
                **values,
            )
        )  # type: ignore[arg-type]
        at = span.end + 3
    return rows


def president(**more: object) -> dict[str, object]:
    return {"kind": "president", "title": None, "form": "description", **more}


ORG = {"type": EntityType.ORGANIZATION}
BODY = {"type": EntityType.ORGANIZATION, "form": "description"}


def entity_of(tables: Tables, words: str, report: int = 0) -> str | None:
    return next(m.entity for m in tables.mentions if m.text == words and m.report == f"report-{report}")


SAME = [
    # words in report 0, fields, words in report 1, fields, why
    ("Amadou Keita", {}, "Amadu Keïta", {}, "spelling and accents"),
    ("Takfiri ISIL", ORG, "Daesh", ORG, "a word before an acronym that all know"),
    ("Chad Centre for Rights", ORG, "Chadian Centre for Rights", ORG, "the people for the country"),
    ("Zhomart Bekov", {}, "Jomart Bekov", {}, "transliteration"),
    ("Amadou Keita", {}, "Keita", {}, "the one full name that ends in the surname"),
    (
        "Interior Ministry",
        {**ORG, "kind": "interior ministry"},
        "Ministry of Internal Affairs",
        {**ORG, "kind": "interior ministry"},
        "one country's ministry",
    ),
    ("Northern League", {**ORG, "acronym": "NL"}, "NL", {**ORG, "acronym": "NL"}, "the acronym told elsewhere"),
    ("Labour Organisation", ORG, "Labor Organization", ORG, "British spelling"),
    (
        "Omar Haddad",
        {"kind": "president", "title": "President", "country": "TD"},
        "president",
        president(country="TD"),
        "the one called president",
    ),
]


@pytest.mark.parametrize(("left", "left_fields", "right", "right_fields", "why"), SAME)
def test_one_entity(
    left: str, left_fields: dict[str, object], right: str, right_fields: dict[str, object], why: str
) -> None:
    resolved = resolve_entities(case([(left, left_fields)], [(right, right_fields)]))
    assert entity_of(resolved, left) == entity_of(resolved, right, 1), why


APART = [
    ("Kasim Tokanev", {}, "Kasim Tokarev", {}, "a consonant makes another name"),
    ("Omar Haddad", {}, "Samir Haddad", {}, "another given name"),
    (
        "Omar Haddad",
        {"kind": "president", "title": "President", "country": "TD"},
        "former president",
        president(former=True, country="TD"),
        "the former is not the present",
    ),
    (
        "Omar Haddad",
        {"kind": "president", "title": "President", "country": "TD"},
        "president",
        president(country="ML"),
        "another country's",
    ),
    ("Amadou Keita", {}, "Amadou Keita Foundation", ORG, "a person is no organisation"),
]


@pytest.mark.parametrize(("left", "left_fields", "right", "right_fields", "why"), APART)
def test_two_entities(
    left: str, left_fields: dict[str, object], right: str, right_fields: dict[str, object], why: str
) -> None:
    resolved = resolve_entities(case([(left, left_fields)], [(right, right_fields)]))
    assert entity_of(resolved, left) != entity_of(resolved, right, 1), why


def test_a_body_belongs_to_the_country_its_report_tells_of() -> None:
    ministry = {**ORG, "kind": "interior ministry"}
    resolved = resolve_entities(
        case([("Interior Ministry", ministry)], [("Interior Ministry", ministry)], countries=("TD", "ML"))
    )
    assert entity_of(resolved, "Interior Ministry") != entity_of(resolved, "Interior Ministry", 1)
    assert {row.name for row in resolved.entities if row.type == "organization"} == {
        "Interior Ministry of Chad",
        "Interior Ministry of Mali",
    }


def test_a_surname_of_two_persons_of_the_case_joins_neither_without_reason() -> None:
    resolved = resolve_entities(
        case([("Omar Haddad", {})], [("Samir Haddad", {})], [("Haddad", {})], countries=("TD", "TD", "TD"))
    )
    assert entity_of(resolved, "Haddad", 2) not in {
        entity_of(resolved, "Omar Haddad"),
        entity_of(resolved, "Samir Haddad", 1),
    }


def test_names_and_aliases() -> None:
    resolved = resolve_entities(
        case([("Amadou Keita", {}), ("Keita", {})], [("Amadou Keita", {})], [("Amadu Keita", {})])
    )
    person = next(row for row in resolved.entities if row.type == "person")
    assert (person.name, person.aliases) == ("Amadou Keita", ("Amadou Keita", "Amadu Keita", "Keita"))
    assert person.reasons


def test_the_order_of_reports_does_not_matter() -> None:
    tables = case(
        [("Amadou Keita", {}), ("president", president())],
        [("Amadu Keita", {"kind": "president", "title": "President", "country": "TD"}), ("Keita", {})],
        [("Keita", {}), ("NL", {**ORG, "acronym": "NL"})],
    )
    expected = resolve_entities(tables).entities
    for order in permutations(tables.reports):
        ids = [report.id for report in order]
        shuffled = replace(
            tables, reports=order, mentions=tuple(sorted(tables.mentions, key=lambda m: ids.index(m.report)))
        )
        assert resolve_entities(shuffled).entities == expected


def test_an_entity_keeps_its_id_when_reports_join() -> None:
    first = case([("Amadou Keita", {})])
    both = case([("Amadou Keita", {})], [("Amadou Keita", {})])
    early = replace(both, reports=(replace(both.reports[0], published="2020-01-01"), both.reports[1]))
    assert entity_of(resolve_entities(first), "Amadou Keita") == entity_of(resolve_entities(early), "Amadou Keita", 1)


def test_no_mentions_no_entities() -> None:
    assert resolve_entities(Tables()).entities == ()


@pytest.mark.parametrize(
    ("left", "right", "fields", "why"),
    [
        ("Ilie Marcu", "Marcu", {}, "a bare surname of the one bearer"),
        ("Kofi Adzoma", "Adzomah", {}, "a surname with a silent h"),
        ("Luis Salas", "Luis Salas Ortega", {}, "a second family name"),
        ("Yaovi Mensah", "Yawovi Mensah", {}, "a letter left out of the given name"),
        ("Anwar Karim", "Anwarul Karim", {}, "a given name shortened"),
        ("Coastal Relief Agency", "Estuary's Coastal Relief Agency", ORG, "told with its owner"),
        ("Coastal Relief Agency", "CRA", ORG, "its initials"),
    ],
)
def test_spellings_of_one_name_over_the_case(left: str, right: str, fields: dict[str, object], why: str) -> None:
    tables = resolve_entities(case([(left, fields)], [(right, fields)]))
    assert entity_of(tables, left) == entity_of(tables, right, 1), why


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Julia Brandt", "Julian Brandt", "another ending is another name"),
        ("Omar Tokaren", "Tokaret", "a changed consonant is another name"),
        ("Karen Berg", "Karel Berg", "another ending is another name"),
    ],
)
def test_near_names_of_two_persons(left: str, right: str, why: str) -> None:
    tables = resolve_entities(case([(left, {})], [(right, {})]))
    assert entity_of(tables, left) != entity_of(tables, right, 1), why


def test_a_leader_of_one_body_is_not_the_leader_of_another() -> None:
    named = {"kind": "leader", "title": "Reform leader", "rule": "title"}
    other = {"kind": "leader", "form": "description", "head": Span(start=20, end=26)}
    own = {"kind": "leader", "form": "description", "head": Span(start=36, end=42)}
    tables = resolve_entities(case([("Jean Agbo", named), ("Harvest leader", other), ("Reform leader", own)]))
    assert entity_of(tables, "Jean Agbo") == entity_of(tables, "Reform leader")
    assert entity_of(tables, "Jean Agbo") != entity_of(tables, "Harvest leader")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Reuters reporter", "BBC reporter", False),
        ("Reuters reporter", "reporter", True),
        ("local reporter", "young reporter", True),
    ],
)
def test_unnamed_people_of_two_bodies_are_two(left: str, right: str, same: bool) -> None:
    told = {"kind": "reporter", "form": "description"}
    head = {
        words: Span(start=at, end=at + 8)
        for words, at in ((left, len(left) - 8), (right, len(left) + 3 + len(right) - 8))
    }
    tables = resolve_entities(case([(left, {**told, "head": head[left]}), (right, {**told, "head": head[right]})]))
    assert (entity_of(tables, left) == entity_of(tables, right)) is same


def test_unnamed_people_of_two_towns_are_two() -> None:
    told = {"kind": "reporter", "form": "description"}
    tables = resolve_entities(
        case([("reporter in Sarh", told | {"locality": "Sarh"}), ("reporter in Bol", told | {"locality": "Bol"})])
    )
    assert entity_of(tables, "reporter in Sarh") != entity_of(tables, "reporter in Bol")


def test_a_bare_surname_misspelt_is_the_person_named_before() -> None:
    tables = resolve_entities(case([("Arun Wickremage", {}), ("Wickremega", {}), ("Sunil Wickremega", {})]))
    of = {m.text: m.entity for m in tables.mentions}
    assert of["Wickremega"] == of["Arun Wickremage"]
    assert of["Sunil Wickremega"] != of["Arun Wickremage"]


def test_the_minister_is_the_one_minister_named() -> None:
    named = {"kind": "interior minister", "title": "Interior Minister", "rule": "title"}
    tables = resolve_entities(case([("Radu Colt", named), ("minister", {"form": "description", "kind": "minister"})]))
    assert entity_of(tables, "Radu Colt") == entity_of(tables, "minister")


def test_a_pronoun_of_the_wrong_gender_names_nobody() -> None:
    tables = case(
        [("Ilie Marcu", {"gender": "male"})], [("Marcu", {}), ("she", {"form": "pronoun", "gender": "female"})]
    )
    pronoun = next(m for m in tables.mentions if m.text == "she")
    name = next(m for m in tables.mentions if m.text == "Marcu")
    linked = replace(
        tables, mentions=tuple(replace(m, antecedent=name.id) if m is pronoun else m for m in tables.mentions)
    )
    rows = resolve_entities(linked).mentions
    assert next(m.entity for m in rows if m.text == "she") is None


def test_an_unsettled_place_row_of_a_person_goes() -> None:
    tables = case([("Vera Lukos", {})])
    row = PlaceMention(id="odd", report="report-0", start=0, end=10, text="Vera Lukos")
    assert "odd" not in {p.id for p in resolve_entities(replace(tables, places=(*tables.places, row))).places}


def test_a_body_that_goes_by_its_building_is_one_entity() -> None:
    tables = case([("Kremlin", {**ORG, "kind": "presidency", "country": "RU"})])
    row = PlaceMention(
        id="house",
        report="report-0",
        start=0,
        end=7,
        text="Kremlin",
        name="Kremlin",
        feature="site",
        latitude=1.0,
        longitude=1.0,
    )
    done = resolve_entities(replace(tables, places=(*tables.places, row)))
    assert next(p.entity for p in done.places if p.id == "house") == done.mentions[0].entity
