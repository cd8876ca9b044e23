"""The pages of lineage."""

import pytest
from fastapi.testclient import TestClient


def test_pictures_say_in_words_what_they_show(small_room: TestClient) -> None:
    text = small_room.get("/lineage").text
    assert '<g class="bow excerpt"' in text
    assert "excerpt 25%" in text
    assert "The same as a list: 1 link" in text
    assert "1 to 2 independent origins" in text


@pytest.mark.parametrize(
    ("asked", "links"),
    [
        ("", 1),
        ("?kind=", 1),
        ("?kind=excerpt&q=GAZETTE", 1),
        ("?kind=copy", 0),
        ("?report=report-aa", 1),
        ("?report=nobody", 0),
        ("?origin=agency", 0),
        ("?page=99", 1),
    ],
)
def test_links_by_choice(small_room: TestClient, asked: str, links: int) -> None:
    answer = small_room.get(f"/lineage{asked}")
    assert answer.status_code == 200
    assert answer.text.count('<section class="cluster"') == links
    assert len(small_room.get(f"/lineage.json{asked}").json()) == links
    assert small_room.get(f"/lineage.csv{asked}").text.count("\n") == links + 1


def test_the_evidence_of_one_link(small_room: TestClient) -> None:
    text = small_room.get("/lineage/derivation-1").text
    assert "Port Sele" in text
    assert "/reports/report-bb#text-derivation-1-1a" in text
    assert "/reports/report-bb/beside/report-aa" in text
    assert small_room.get("/lineage/derivation-1.json").json()[0]["share"] == 0.25


def test_what_is_not_there(small_room: TestClient) -> None:
    assert small_room.get("/lineage/derivation-9").status_code == 404
    assert small_room.get("/lineage?kind=theft").status_code == 422
