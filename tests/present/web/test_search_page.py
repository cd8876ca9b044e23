"""The page of search."""

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient


def test_what_is_found_is_marked_kind_by_kind(small_room: TestClient) -> None:
    text = small_room.get("/search?q=docker").text
    assert "<mark>dockers</mark>" in text
    for kind in ("Points", "Events", "Statements", "Figures", "Words of reports"):
        assert f">{kind}</a> <small>" in text
    assert "/reports/report-bb?at=0-54#found" in text


def test_one_kind_has_an_address(small_room: TestClient) -> None:
    text = small_room.get("/search?q=docker&kind=figure").text
    assert text.count('<section class="hits"') == 1
    assert "/rows/figure-abc1" in text
    assert {row["kind"] for row in small_room.get("/search.json?q=docker&kind=figure").json()} == {"figure"}
    assert small_room.get("/search.csv?q=docker").text.startswith("\ufeffkind,id,siglum,words")
    assert "Nothing found" not in small_room.get("/search?q=docker&kind=&outlet=&page=50").text


@pytest.mark.parametrize(
    "typed",
    [
        *('"', '""', "'", "a'b", "-", "-x", "*", "(", "NEAR(", "a:b", "AND", "x OR", "^", "🙂"),
        *("\x00", "{}", "%", "\u202e", "a" * 10_000, "a " * 5000, "-" * 10_000),
    ],
)
def test_whatever_is_typed_is_answered(small_room: TestClient, hostile_room: TestClient, typed: str) -> None:
    for room in (small_room, hostile_room):
        for ending in ("", ".json", ".csv"):
            assert room.get(f"/search{ending}?q={quote(typed)}").status_code == 200


def test_where_nothing_is_found_the_page_helps(small_room: TestClient) -> None:
    assert "Try fewer words" in small_room.get("/search?q=zebra").text
    assert "Did you mean" in small_room.get("/search?q=Anna+Telles").text
    assert "Ana Teles" in small_room.get("/search").text
    assert "some of these words" in small_room.get("/search?q=dockers+zebra").text
    assert "needs something" in small_room.get("/search?q=-zebra").text


def test_hostile_words_are_found_as_words(hostile_room: TestClient) -> None:
    text = hostile_room.get("/search?q=script").text
    assert "<script>alert" not in text
    assert "<mark>script</mark>" in text
