"""The pages of reports: the list, one in full, two side by side."""

import csv
import io

import pytest
from fastapi.testclient import TestClient

ONE, TWO, ASIDE = "report-aa", "report-bb", "report-cc"


@pytest.mark.parametrize(
    ("asked", "named", "not_named"),
    [
        ("", ["Harbour Gazette", "voice.txt"], []),
        ("?q=gazette", ["Harbour Gazette"], ["voice.txt"]),
        ("?outlet=Harbour+Gazette&links=&sort=words", ["Harbour Gazette"], ["voice.txt"]),
        ("?links=alone", ["No report fits"], ["voice.txt"]),
        ("?links=linked&sort=links&page=7", ["Harbour Gazette", "voice.txt"], []),
        ("?q=GÁZETTE", ["Harbour Gazette"], ["voice.txt"]),
    ],
)
def test_the_list(small_room: TestClient, asked: str, named: list[str], not_named: list[str]) -> None:
    answer = small_room.get(f"/reports{asked}")
    assert answer.status_code == 200
    rows = answer.text.partition('id="list"')[2].partition('id="set-aside"')[0]
    assert all(name in rows for name in named)
    assert not any(f"<bdi>{name}</bdi>" in rows for name in not_named)
    assert "empty.txt: it holds no text" in answer.text


def test_the_rows_behind_the_list(small_room: TestClient) -> None:
    listed = small_room.get("/reports.json?sort=words").json()
    assert [row["id"] for row in listed] == [ONE, TWO]
    assert listed[1]["hangs"][0]["hints"][0]["kind"] == "Excerpt"
    table = list(csv.DictReader(io.StringIO(small_room.get("/reports.csv").text.lstrip("\ufeff"))))
    assert [(row["siglum"], row["hangs_with"]) for row in table] == [("A", "B: excerpt 25%"), ("B", "A: excerpt 25%")]


@pytest.mark.parametrize(
    "address",
    ["/reports/none", "/reports/report-aa/beside/none", "/reports/none.json", "/reports/none/beside/report-aa"],
)
def test_what_is_not_there(small_room: TestClient, address: str) -> None:
    assert small_room.get(address).status_code == 404


@pytest.mark.parametrize("asked", ["?show=everything", "?at=10", "?at=1-2-3", "?at=99999999999-1"])
def test_an_address_nobody_can_read_is_said_to_be_one(small_room: TestClient, asked: str) -> None:
    assert small_room.get(f"/reports/{ONE}{asked}").status_code == 422


def test_a_report_in_full(small_room: TestClient) -> None:
    text = small_room.get(f"/reports/{ONE}").text
    assert 'id="show-claim" name="show" value="claim" checked' in text
    assert 'id="show-passage" name="show" value="passage">' in text
    assert "/lineage/derivation-1" in text
    assert f"/reports/{ONE}/beside/{TWO}" in text
    assert "dockers killed, Port Sele" in text
    assert 'id="text-mention-1"' in text


def test_the_layers_shown_stand_in_the_address(small_room: TestClient) -> None:
    text = small_room.get(f"/reports/{ONE}?show=none&show=figure").text
    assert 'value="figure" checked' in text
    assert text.count(" checked>") == 1
    assert small_room.get(f"/reports/{ONE}?show=none").text.count(" checked>") == 0


@pytest.mark.parametrize(("at", "marked"), [("0-6", True), ("80-99999", True), ("99998-99999", False), ("6-2", False)])
def test_a_stretch_can_be_led_to(small_room: TestClient, at: str, marked: bool) -> None:
    answer = small_room.get(f"/reports/{ONE}?at={at}")
    assert answer.status_code == 200
    assert ('id="found"' in answer.text) is marked


def test_a_report_that_was_set_aside_says_so(small_room: TestClient) -> None:
    text = small_room.get(f"/reports/{ASIDE}").text
    assert "was set aside" in text


def test_what_is_marked_in_a_report(small_room: TestClient) -> None:
    rows = small_room.get(f"/reports/{ONE}.json").json()
    assert {"figure", "event", "role", "name", "place", "date", "reading", "passage"} == {row["layer"] for row in rows}
    assert all(row["text"] for row in rows)
    assert small_room.get(f"/reports/{ONE}.csv").text.count("\n") == len(rows) + 1


def test_two_reports_side_by_side(small_room: TestClient) -> None:
    for one, other in ((ONE, TWO), (TWO, ONE)):
        text = small_room.get(f"/reports/{one}/beside/{other}").text
        assert 'id="passage-1"' in text
        assert "1 shared passage" in text
    assert (
        small_room.get(f"/reports/{ONE}/beside/{ONE}", follow_redirects=False).headers["location"] == f"/reports/{ONE}"
    )


def test_a_filter_gets_its_part_alone(small_room: TestClient) -> None:
    text = small_room.get("/reports?q=voice", headers={"hx-request": "true"}).text
    assert "<html" not in text
    assert 'id="list"' in text
