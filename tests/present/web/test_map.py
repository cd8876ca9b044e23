"""The map and the pages of places: what happened where on which days, how surely, and what files say."""

from pathlib import Path

import pytest
from dated_case import dated_tables
from fastapi.testclient import TestClient
from lxml import html
from reading_room import room_client
from small_case import write_case

PORT_SELE, SQUARE, NOVA = "place-geonames-1", "place-geonames-1-the-square", "place-geonames-2"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return room_client(write_case(Path(tmp_path_factory.mktemp("dated")) / "dated.case", dated_tables()))


def shown(room: TestClient, address: str) -> html.HtmlElement:
    answer = room.get(address)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def spots(page: html.HtmlElement) -> dict[str, str]:
    return {spot.get("href"): spot.get("class") for spot in page.xpath("//*[@class='spots']/a")}


def test_events_stand_where_each_account_puts_them(room: TestClient) -> None:
    rows = {row["anchor"]: [event["id"] for event in row["events"]] for row in room.get("/map.json").json()}
    assert rows == {PORT_SELE: ["event-2", "event-1"], SQUARE: ["event-3"], NOVA: ["event-2"]}
    disputed = {event["id"]: event["place_disputed"] for event in room.get("/map.json").json()[0]["events"]}
    assert disputed == {"event-2": True, "event-1": False}


def test_uncertain_places_look_uncertain(room: TestClient) -> None:
    found = spots(shown(room, "/map?named=true"))
    assert found[f"/places/{PORT_SELE}"] == "spot spot"
    assert found[f"/places/{SQUARE}"] == "spot site inferred"
    assert found["/places/place-geonames-3"] == "spot country named"
    assert "/places/place-old-quay" not in found, "no gazetteer knows it"
    listed = shown(room, "/map?named=true").xpath("//ol[@class='place-lines']/li")
    assert any("Old Quay" in place.text_content() and "not settled" in place.text_content() for place in listed)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("from=2023-03-04&to=2023-03-04", [PORT_SELE, SQUARE, NOVA]),
        ("from=2023-03-07", [SQUARE]),
        ("to=2023-03-03", [SQUARE]),
        ("from=&to=&family=protest", [PORT_SELE]),
        ("from=2023-04-01", []),
        ("from=2023-03-08&to=2023-03-01", []),
        ("from=0001-01-01&to=9999-12-31", [PORT_SELE, SQUARE, NOVA]),
    ],
)
def test_what_an_address_chooses(room: TestClient, query: str, expected: list[str]) -> None:
    assert set(spots(shown(room, f"/map?{query}"))) == {f"/places/{anchor}" for anchor in expected}
    assert [row["anchor"] for row in room.get(f"/map.json?{query}").json()] == expected
    places = [line.split(",")[0] for line in room.get(f"/map.csv?{query}").text.lstrip("\ufeff").splitlines()[1:]]
    assert list(dict.fromkeys(places)) == expected


def test_geojson_has_a_point_for_each_place_that_has_one(room: TestClient) -> None:
    found = room.get("/map.geojson?named=true").json()
    assert found["type"] == "FeatureCollection"
    points = {feature["id"]: feature["geometry"] for feature in found["features"]}
    assert points[NOVA] == {"type": "Point", "coordinates": [-2.0, 1.9]}
    assert points["place-old-quay"] is None
    assert room.get("/map/divisions.geojson").json()["type"] == "MultiLineString"


def test_the_list_says_what_the_map_shows(room: TestClient) -> None:
    page = shown(room, "/map?from=2023-03-04&to=2023-03-04")
    lines = [" ".join(line.text_content().split()) for line in page.xpath("//ol[@class='place-lines']/li")]
    assert len(lines) == 3
    assert "Shoot violence · 4 March 2023, 12:00, date inferred" in lines[0]
    assert "other accounts: elsewhere" in lines[0]
    assert "1 event without a date left out" in " ".join(page.xpath("string(//*[@id='told'])").split())


@pytest.mark.parametrize("query", ["from=yesterday", "to=2023-02-30", "named=perhaps", "type=NONE", "page=0"])
def test_what_cannot_be_read_is_refused(room: TestClient, query: str) -> None:
    assert room.get(f"/map?{query}").status_code == 422


def test_a_place_has_its_names_its_events_and_its_mentions_in_their_words(room: TestClient) -> None:
    page = shown(room, f"/places/{PORT_SELE}")
    assert page.xpath("//article/@id") == ["event-2", "event-1"]
    mentions = page.xpath("//*[@id='mentions']/following-sibling::ul[1]/li")
    assert [" ".join(mention.text_content().split()) for mention in mentions] == [
        "A Port Sele.",
        "B The march in Port Sele was on 5 March, in Nova Sele shots were heard, and rain fell in Sela and Old Quay.",
    ]
    assert "1 that other accounts put elsewhere" in page.text_content()
    assert room.get(f"/places/{PORT_SELE}.json").json()[0]["name"] == "Port Sele"
    assert room.get(f"/places/{PORT_SELE}.csv").text.count("\n") == 3
    assert "not settled" in shown(room, "/places/place-old-quay").text_content()
