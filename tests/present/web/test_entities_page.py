"""The pages of names."""

import pytest
from fastapi.testclient import TestClient

PERSON, PLACE = "entity-1", "entity-2"


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("", {"Ana Teles", "Port Sele"}),
        ("?type=&q=&sort=name", {"Ana Teles", "Port Sele"}),
        ("?type=person", {"Ana Teles"}),
        ("?q=mayor+ana", {"Ana Teles"}),
        ("?q=sele&passing=true&sort=said&page=3", {"Port Sele"}),
        ("?q=nobody", set()),
    ],
)
def test_the_list(small_room: TestClient, asked: str, named: set[str]) -> None:
    answer = small_room.get(f"/entities{asked}")
    assert answer.status_code == 200
    rows = answer.text.partition('id="list"')[2]
    assert {name for name in ("Ana Teles", "Port Sele") if f"<bdi>{name}</bdi></a>" in rows} == named
    assert {row["name"] for row in small_room.get(f"/entities.json{asked}").json()} == named
    assert small_room.get(f"/entities.csv{asked}").text.count("\n") == len(named) + 1


@pytest.mark.parametrize("asked", ["?type=planet", "?page=0", "?sort=colour"])
def test_an_address_nobody_can_read_is_said_to_be_one(small_room: TestClient, asked: str) -> None:
    assert small_room.get(f"/entities{asked}").status_code == 422


def test_all_that_is_told_of_a_person(small_room: TestClient) -> None:
    text = small_room.get(f"/entities/{PERSON}").text
    assert "<h1><bdi>Ana Teles</bdi>" in text
    assert "/reports/report-aa#text-mention-1" in text
    assert 'id="roles"' in text
    assert "no longer" in text
    assert 'id="said"' not in text, "nothing is said, so there is no such part"


@pytest.mark.parametrize("part", ["names", "roles", "did", "met", "said", "told", "called", "points"])
def test_each_part_has_an_address(small_room: TestClient, part: str) -> None:
    for entity in (PERSON, PLACE):
        answer = small_room.get(f"/entities/{entity}?part={part}")
        assert answer.status_code == 200
        assert f'id="{part}"' in answer.text
        rows = small_room.get(f"/entities/{entity}.json?part={part}").json()
        assert ("Nothing of the kind is told" in answer.text) is (not rows)
        assert small_room.get(f"/entities/{entity}.csv?part={part}").status_code == 200


def test_points_about_a_place(small_room: TestClient) -> None:
    assert [row["id"] for row in small_room.get(f"/entities/{PLACE}.json?part=points").json()] == [
        "point-1234567890abcdef"
    ]


def test_what_is_not_there(small_room: TestClient) -> None:
    assert small_room.get("/entities/entity-9").status_code == 404
    assert small_room.get("/entities/entity-9.csv").status_code == 404
