"""The timeline and the pages of events: what stands under which day, what can be left out, and what files say."""

from pathlib import Path

import pytest
from dated_case import dated_tables
from fastapi.testclient import TestClient
from lxml import html
from reading_room import room_client
from small_case import write_case

from variorum.model.tables import Tables


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return room_client(write_case(Path(tmp_path_factory.mktemp("dated")) / "dated.case", dated_tables()))


def shown(room: TestClient, address: str) -> html.HtmlElement:
    answer = room.get(address)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def events_on(page: html.HtmlElement) -> list[str]:
    return [str(row) for row in page.xpath("//div[@id='events']//article/@id")]


def test_events_stand_in_order_of_time_with_background_and_undated_apart(room: TestClient) -> None:
    page = shown(room, "/timeline")
    assert events_on(page) == ["event-3", "event-2", "event-1"]
    folded = page.xpath("//details[@class='apart']")
    assert [(part.get("id"), part.xpath(".//article/@id")) for part in folded] == [
        ("background", ["event-5"]),
        ("undated", ["event-4"]),
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("day=2023-03-04", ["event-3", "event-2", "event-1"]),
        ("day=2023-03-04T12", ["event-3", "event-2", "event-1"]),
        ("day=2023-03-04T15", ["event-3", "event-1"]),
        ("day=2023-03-08", ["event-3"]),
        ("day=2023-03-02_2023-03-03", ["event-3"]),
        ("day=2023-04", []),
        ("family=violence", ["event-2"]),
        ("type=PROTEST&family=", ["event-1"]),
        ("place=Nova+Sele", ["event-2"]),
        ("outlet=Herald", ["event-2", "event-1"]),
        ("realis=planned", []),
        ("realis=planned&show=undated", ["event-4"]),
        ("show=background", ["event-5"]),
    ],
)
def test_what_an_address_chooses(room: TestClient, query: str, expected: list[str]) -> None:
    assert events_on(shown(room, f"/timeline?{query}")) == expected
    assert [row["id"] for row in room.get(f"/timeline.json?{query}").json()] == expected
    lines = room.get(f"/timeline.csv?{query}").text.lstrip("\ufeff").splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == expected


@pytest.mark.parametrize("day", ["2023-02-30", "yesterday", "2023-03-04_..", "0001", "9999", "_", "<script>"])
def test_what_is_no_stretch_of_time_is_refused_in_words(room: TestClient, day: str) -> None:
    answer = room.get("/timeline", params={"day": day})
    assert answer.status_code == 422
    assert "no stretch of time" in answer.text
    assert "<script>" not in answer.text


def test_an_inferred_date_looks_so_and_says_so(room: TestClient) -> None:
    (event,) = shown(room, "/timeline").xpath("//article[@id='event-2']")
    assert "unsure" in event.get("class")
    assert "date inferred" in event.text_content()
    assert "carried over from what the report tells before" in event.text_content()
    assert shown(room, "/timeline").xpath("//*[local-name()='rect'][contains(@class, 'inferred')]")


def test_a_disputed_date_shows_the_date_of_every_account(room: TestClient) -> None:
    (event,) = shown(room, "/timeline").xpath("//article[@id='event-1']")
    words = " ".join(event.text_content().split())
    assert "dates differ" in words
    assert "4 March 2023 A; 5 March 2023 B" in words


def test_columns_and_levels_lead_closer(room: TestClient) -> None:
    page = shown(room, "/timeline?outlet=Herald&day=2023-03-02_2023-03-08")
    (column,) = page.xpath("//*[contains(@class, 'column')]")
    assert column.get("href") == "/timeline?outlet=Herald&day=2023-03-04"
    assert (
        column.get("aria-label") == "Sat 4 March 2023: 2 events (1 violence, 1 protest; 1 of them dated by inference)"
    )
    levels = [link.text for link in shown(room, "/timeline?day=2023-03-04").xpath("//*[@class='zoom-levels']/*")]
    assert levels == ["all", "day", "hour"]


def test_a_case_without_dates_says_what_to_do(tmp_path: Path) -> None:
    empty = room_client(write_case(tmp_path / "empty.case", Tables()))
    assert "variorum build" in empty.get("/timeline").text
    assert "variorum build" in empty.get("/map").text


def test_an_event_has_all_its_accounts_and_why_they_are_of_one(room: TestClient) -> None:
    page = shown(room, "/events/event-2")
    accounts = page.xpath("//ul[@class='accounts-in-place']/li")
    assert [account.get("id") for account in accounts] == ["told-3", "told-4"]
    assert "Shots fell at noon." in " ".join(accounts[0].text_content().split())
    assert accounts[0].xpath(".//a[@class='told']/@href") == ["/reports/report-a#text-told-3"]
    assert "places differ" in page.text_content()
    assert "the same kind of act" in page.text_content()
    assert room.get("/events/event-2.json").json()[0]["accounts"][1]["text"] == "shots were heard"
    assert room.get("/events/event-2.csv").text.count("\n") == 3


def test_an_event_has_the_figures_and_points_that_hang_on_it(small_room: TestClient) -> None:
    page = shown(small_room, "/events/event-1")
    assert page.xpath("//*[@id='figures']/following-sibling::ul[1]//a[@href='/rows/figure-abc1']")
    assert page.xpath("//ul[contains(@class, 'points-about')]//a[@href='/points/point-1234567890abcdef']")


@pytest.mark.parametrize("address", ["/events/no-such", "/events/no-such.json", "/places/place-no-such"])
def test_what_is_not_there_is_said_to_be_missing(room: TestClient, address: str) -> None:
    assert room.get(address).status_code == 404
