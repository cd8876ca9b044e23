"""The Variorum page, the page of one point, the page of any row, and the overview: what they show and how they are asked."""

import csv
import io
from pathlib import Path

import msgspec
import pytest
from fastapi.testclient import TestClient
from reading_room import room_client
from small_case import small_tables, write_case

from variorum.model.tables import Tables

POINT = "/points/point-1234567890abcdef"
TOPIC = "Dockers killed, Port Sele"
replace = msgspec.structs.replace


def many_accounts(count: int) -> Tables:
    """The small case with so many more reports, each of which gives the first answer anew."""
    tables = small_tables()
    first, point = tables.reports[0], tables.points[0]
    reports = [
        replace(first, id=f"report-x{n:04}", file=f"x{n}.txt", files=(), outlet=f"Paper {n}") for n in range(count)
    ]
    readings = [replace(point.readings[0], report=report.id, row=None) for report in reports]
    return replace(
        tables,
        reports=(*tables.reports, *reports),
        points=(replace(point, readings=(*point.readings, *readings), independent_high=count + 2),),
    )


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A room over a case of a hundred reports that speak to one point."""
    return room_client(write_case(tmp_path_factory.mktemp("crowded") / "many.case", many_accounts(100)))


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", True),
        ("?verdict=contradict&verdict=update", True),
        ("?verdict=agree", False),
        ("?kind=figure&place=sele&outlet=gazette&from=2023-01-01&to=2023-12-31&q=nine+dockers&sort=time", True),
        ("?kind=&place=&from=&to=&layout=&q=&entity=&outlet=", True),
        ("?kind=role", False),
        ("?to=1999-12-31", False),
        ("?page=99", True),
    ],
)
def test_points_are_asked_for_in_the_address(small_room: TestClient, asked: str, shown: bool) -> None:
    answer = small_room.get(f"/points{asked}")
    assert answer.status_code == 200
    assert (TOPIC in answer.text) is shown
    assert ("No point fits all of this" in answer.text) is not shown
    assert bool(small_room.get(f"/points.json{asked}").json()) is shown


@pytest.mark.parametrize("asked", ["kind=none", "verdict=maybe", "from=yesterday", "page=0", "sort=size", "layout=x"])
def test_what_cannot_be_asked_is_told(small_room: TestClient, asked: str) -> None:
    assert small_room.get(f"/points?{asked}").status_code == 422


def test_each_reading_stands_in_its_own_words_with_voice_and_certainty(small_room: TestClient) -> None:
    text = small_room.get("/points").text
    assert "nine dockers were killed" in text
    assert "the union" in text
    assert "as hearsay or possible" in text


def test_a_part_is_a_part_and_has_a_short_address(small_room: TestClient) -> None:
    answer = small_room.get("/points?kind=&q=nine&place=", headers={"hx-request": "true"})
    assert "<html" not in answer.text
    assert answer.headers["hx-push-url"] == "/points?q=nine"


def test_readings_are_a_table_too(small_room: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(small_room.get("/points.csv").text.lstrip("\ufeff"))))
    assert [(row["siglum"], row["says"], row["words"]) for row in rows] == [
        ("A", "9", "nine dockers were killed"),
        ("B", "at least 20", "at least 20 dockers"),
    ]
    assert small_room.get(f"{POINT}.csv").text.count("\n") == 3
    assert small_room.get(f"{POINT}.json").json()[0]["topic"] == "dockers killed, Port Sele"


def test_a_table_takes_accounts_as_columns_until_they_are_too_many(small_room: TestClient, crowded: TestClient) -> None:
    assert "<table" in small_room.get("/points").text
    assert "<table" not in crowded.get("/points").text
    table = crowded.get("/points?layout=table").text
    assert table.count('<th scope="col">') == 9
    assert "The next eight" in table
    chosen = crowded.get("/points?layout=table&account=report-x0007&account=report-x0009").text
    assert chosen.count('<th scope="col">') == 3
    assert "Paper 7" in chosen


def test_a_point_shows_its_sentences_its_reasons_and_its_origins(small_room: TestClient) -> None:
    text = small_room.get(POINT).text
    assert "Police said <mark>" in text
    assert "two accounts cannot both be true" in text
    assert "9 and at least 20 cannot both be true" in text
    assert "2 accounts, 2 independent origins" in text
    assert 'href="/rows/figure-abc1"' in text


def test_a_point_of_many_accounts_is_shown_page_by_page(crowded: TestClient) -> None:
    first = crowded.get(POINT).text
    assert first.count('class="told"') == 40
    there = crowded.get(f"{POINT}?reading=100").text
    assert 'id="point-1234567890abcdef-100"' in there
    assert 'id="point-1234567890abcdef-1"' not in there


def test_a_point_opens_in_place_to_the_same(small_room: TestClient) -> None:
    opened = small_room.get(f"{POINT}/opened", headers={"hx-request": "true"}).text
    assert "<html" not in opened
    assert "Police said <mark>" in opened


@pytest.mark.parametrize("path", ["/points/point-none", "/points/point-none.json", "/points/point-none/opened"])
def test_a_point_that_is_not_there_is_told(small_room: TestClient, path: str) -> None:
    assert small_room.get(path).status_code == 404


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("figure-abc1", "passive of a killing verb"),
        ("abd2", "at least 20"),
        ("claim-1", "as hearsay or possible"),
        ("told-1", "asserted by a voice"),
        ("role-1", "no longer"),
        ("entity-1", "Mayor Ana Teles"),
        ("event-1", "violence"),
        ("date-1", "4 March 2023"),
        ("derivation-1", "25%"),
        ("report-aa", "Harbour Gazette"),
        ("issue-0000000000000001", "it holds no text"),
        ("point-1234567890abcdef", "dockers killed"),
    ],
)
def test_any_row_is_told_in_plain_words(small_room: TestClient, row: str, words: str) -> None:
    answer = small_room.get(f"/rows/{row}")
    assert answer.status_code == 200
    assert words in answer.text


def test_a_row_leads_to_its_words_and_the_points_it_is_compared_in(small_room: TestClient) -> None:
    text = small_room.get("/rows/figure-abc1").text
    assert 'href="/reports/report-aa#text-figure-abc1"' in text
    assert f'href="{POINT}?reading=1#point-1234567890abcdef-1"' in text
    assert small_room.get("/rows/figure-abc1.json").json()[0]["low"] == 9


@pytest.mark.parametrize("row", ["figure-none", "fig", "%00"])
def test_a_row_that_is_not_there_or_not_one_is_told(small_room: TestClient, row: str) -> None:
    assert small_room.get(f"/rows/{row}").status_code == 404


def test_the_overview_leads_from_the_sharpest_contradiction_to_its_words(small_room: TestClient) -> None:
    text = small_room.get("/").text
    assert "2 reports of 1 outlet, published on 5 March 2023" in text
    assert f'href="{POINT}"' in text
    assert "nine dockers were killed" in text
    assert "it holds no text" in text
    assert "first build of the case" in text
    assert small_room.get("/overview.json").json()[0]["figures"] == 2
    assert "Harbour Gazette" in small_room.get("/overview.csv").text


def test_an_empty_case_says_what_to_do(tmp_path: Path) -> None:
    room = room_client(write_case(tmp_path / "empty.case", Tables()))
    assert "variorum build CASE REPORTS" in room.get("/").text
    assert "variorum build CASE REPORTS" in room.get("/points").text
