"""Which voices speak for a state, by their words and by what the case calls them."""

import msgspec
import pytest
from told import Told

from variorum.compare.officials import Officials, is_official
from variorum.model.tables import Mention
from variorum.model.terms import EntityType, RoleKind, RoleStatus


@pytest.mark.parametrize(
    "words",
    [
        "the Interior Ministry",
        "Ministry of Health",
        "officials",
        "two US officials",
        "local authorities",
        "the police",
        "a spokesman for the police",
        "the army's commander",
        "Foreign Ministry spokeswoman",
        "security sources",
        "a military source",
        "the governor of the province",
        "the prosecutor's office",
        "the White House",
        "the trade ministry",
        "President Amara Keita",
        "the head of the Security Council",
    ],
)
def test_voices_of_a_state(words: str) -> None:
    assert is_official(words)


@pytest.mark.parametrize(
    "words",
    [
        None,
        "",
        "witnesses",
        "the opposition",
        "opposition leader",
        "a party official",
        "trade union officials",
        "the former president",
        "the president's niece",
        "relatives of the officers' victims",
        "lawyers of the ministry's staff",
        "the United Nations",
        "UN officials",
        "a human rights group",
        "rebel commander",
        "state television",
        "the news agency",
        "hospital officials",
        "the president of the football club",
        "a press secretary",
        "Amara Keita",
    ],
)
def test_voices_of_others(words: str | None) -> None:
    assert not is_official(words)


def test_a_person_is_official_by_an_office_that_is_not_left() -> None:
    told = Told()
    text = "Keita, the interior minister, and Diallo, the former interior minister, spoke. Traore heads the police."
    report = told.report("a", text)
    rows = []
    for name, kind, former in (("Keita", "interior minister", False), ("Diallo", "interior minister", True)):
        person, start = told.person(name), text.index(name)
        rows.append(
            Mention(
                id=f"mention-{name}",
                report=report,
                start=start,
                end=start + len(name),
                text=name,
                type=EntityType.PERSON,
                entity=person,
                kind=kind,
                former=former,
            )
        )
    police = told.person("Traore")
    told.role(
        report,
        "Traore heads the police",
        RoleKind.OFFICE,
        RoleStatus.HOLDS,
        holder="Traore",
        holder_entity=police,
        value="head",
        organization="the police",
    )
    officials = Officials(msgspec.structs.replace(told.tables, mentions=tuple(rows)))
    assert officials.includes("Keita", "entity-keita")
    assert officials.includes("Traore", police)
    assert not officials.includes("Diallo", "entity-diallo")
    assert not officials.includes(None, None)


def test_a_country_that_speaks_is_its_government() -> None:
    told = Told()
    report = told.report("a", "Peru denied it.")
    place = told.place(report, "Peru", "PE", "country")
    assert Officials(told.tables).includes("Peru", place)
