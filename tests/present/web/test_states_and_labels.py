"""The pages of offices and of words used: what each account says, side by side, asked for in the address."""

import csv
import io
from pathlib import Path
from typing import Any

import msgspec
import pytest
from fastapi.testclient import TestClient
from reading_room import room_client
from small_case import small_tables, write_case

from variorum.model.tables import Mention, Section, Tables
from variorum.model.terms import EntityType, SectionKind

replace = msgspec.structs.replace

TEXTS = {
    "report-aa": "Terrorists seized the quay of Port Sele.",
    "report-bb": "Protesters and strikers held the quay of Port Sele.",
}


def words(report: str, group: str) -> Mention:
    start = TEXTS[report].index(group)
    return Mention(
        id=f"mention-{group.lower()}",
        report=report,
        start=start,
        end=start + len(group),
        text=group,
        type=EntityType.GROUP,
        form="description",
        rule="a word for a crowd",
    )


def named_crowd() -> Tables:
    """Two reports that call the same crowd by different words."""
    tables = small_tables()
    reports = tuple(replace(report, text=TEXTS.get(report.id, "")) for report in tables.reports)
    sections = tuple(
        Section(id=f"section-{name}", report=name, start=0, end=len(text), text=text, kind=SectionKind.BODY)
        for name, text in TEXTS.items()
    )
    mentions = (words("report-aa", "Terrorists"), words("report-bb", "Protesters"), words("report-bb", "strikers"))
    return Tables(reports=reports, sections=sections, mentions=mentions)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A room over that case."""
    return room_client(write_case(tmp_path_factory.mktemp("crowd") / "crowd.case", named_crowd()))


def table(room: TestClient, path: str) -> list[dict[str, Any]]:
    return list(csv.DictReader(io.StringIO(room.get(path).text.lstrip("\ufeff"))))


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", True),
        ("?kind=office&who=teles&outlet=gazette&from=2023-03-01&to=2023-03-31&voice=unofficial", True),
        ("?kind=&who=&verdict=&outlet=&from=&to=&voice=", True),
        ("?kind=whereabouts", False),
        ("?who=nobody", False),
        ("?verdict=contradict", False),
        ("?voice=official", False),
    ],
)
def test_offices_are_asked_for_in_the_address(small_room: TestClient, asked: str, shown: bool) -> None:
    answer = small_room.get(f"/states{asked}")
    assert answer.status_code == 200
    assert ("no longer" in answer.text) is shown
    assert ("Nothing fits all of this" in answer.text) is not shown
    assert bool(small_room.get(f"/states.json{asked}").json()) is shown
    assert bool(table(small_room, f"/states.csv{asked}")) is shown


def test_an_office_has_a_page_with_every_statement_in_its_words(small_room: TestClient) -> None:
    state = small_room.get("/states.json").json()[0]
    text = small_room.get(f"/states/{state['id']}").text
    assert "Mayor Ana Teles left office" in text
    assert 'href="/reports/report-aa#text-role-1"' in text
    assert 'href="/decide/role-1"' in text
    assert 'href="/entities/entity-1"' in text
    assert table(small_room, f"/states/{state['id']}.csv")[0]["row"] == "role-1"


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", True),
        ("?kind=crowd&about=streets&word=terror&loaded=true&outlet=gazette", True),
        ("?kind=&about=&word=&outlet=&from=&to=&voice=", True),
        ("?kind=act", False),
        ("?about=nobody", False),
        ("?word=pilgrims", False),
        ("?to=1999-12-31", False),
    ],
)
def test_words_are_asked_for_in_the_address(crowd: TestClient, asked: str, shown: bool) -> None:
    answer = crowd.get(f"/labels{asked}")
    assert answer.status_code == 200
    assert ("terrorists" in answer.text) is shown
    assert ("Nothing fits all of this" in answer.text) is not shown
    assert bool(crowd.get(f"/labels.json{asked}").json()) is shown
    assert bool(table(crowd, f"/labels.csv{asked}")) is shown


def test_each_voice_stands_with_its_own_words_and_where_it_uses_them(crowd: TestClient) -> None:
    label = crowd.get("/labels.json").json()[0]
    for text in (crowd.get("/labels").text, crowd.get(f"/labels/{label['id']}").text):
        assert 'href="/reports/report-aa#text-mention-terrorists"' in text
        assert 'href="/reports/report-bb#text-mention-strikers"' in text
        assert "hostile" in text
    assert len(table(crowd, f"/labels/{label['id']}.csv")) == 3


@pytest.mark.parametrize(
    "path", [f"/{kind}/{kind}-none{ending}" for kind in ("states", "labels") for ending in ("", ".json", ".csv")]
)
def test_what_is_not_there_is_told(small_room: TestClient, path: str) -> None:
    assert small_room.get(path).status_code == 404


@pytest.mark.parametrize(
    "asked", ["states?kind=none", "states?verdict=maybe", "labels?kind=none", "labels?loaded=very"]
)
def test_what_cannot_be_asked_is_told(small_room: TestClient, asked: str) -> None:
    assert small_room.get(f"/{asked}").status_code == 422


@pytest.mark.parametrize("path", ["/states", "/labels"])
def test_parts_are_parts_and_empty_cases_say_what_to_do(small_room: TestClient, tmp_path: Path, path: str) -> None:
    answer = small_room.get(f"{path}?outlet=&kind=", headers={"hx-request": "true"})
    assert "<html" not in answer.text
    assert answer.headers["hx-push-url"] == path
    room = room_client(write_case(tmp_path / "empty.case", Tables()))
    assert "variorum build CASE REPORTS" in room.get(path).text
