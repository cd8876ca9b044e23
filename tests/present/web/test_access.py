"""Who gets into a reading room, and what its answers allow a browser to do."""

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from reading_room import PORT, TOKEN, room_client
from small_case import small_tables, write_case

from variorum.present.web.access import Key, checked_form

OWN = f"http://127.0.0.1:{PORT}"


@pytest.fixture
def stranger(tmp_path) -> TestClient:
    return room_client(write_case(tmp_path / "small.case", small_tables()), inside=False)


def test_nobody_gets_in_without_the_token(stranger: TestClient) -> None:
    for path in ("/", "/points", "/static/style.css", "/openapi.json", "/nothing"):
        answer = stranger.get(path)
        assert answer.status_code == 403, path
        assert "dockers" not in answer.text
    assert stranger.get("/?token=another").status_code == 403
    assert stranger.get("/?token=").status_code == 403
    assert stranger.get("/", headers={"cookie": f"{Key(token=TOKEN, port=PORT).cookie}=another"}).status_code == 403


def test_the_token_becomes_a_cookie_and_leaves_the_address(stranger: TestClient) -> None:
    answer = stranger.get(f"/points?verdict=agree&token={TOKEN}", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/points?verdict=agree"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert stranger.get("/").status_code == 200


@pytest.mark.parametrize("path", ["//elsewhere.example/", "/\\elsewhere.example/", "///elsewhere.example"])
def test_the_welcome_leads_nowhere_else(stranger: TestClient, path: str) -> None:
    answer = stranger.get(f"{OWN}{path}?token={TOKEN}", follow_redirects=False)
    assert not answer.headers.get("location", "/").startswith(("//", "/\\", "http"))


@pytest.mark.parametrize("host", ["elsewhere.example", f"elsewhere.example:{PORT}", "127.0.0.1", "127.0.0.1:1", ""])
def test_the_room_answers_to_its_own_name_only(small_room: TestClient, host: str) -> None:
    assert small_room.get("/", headers={"host": host}).status_code == 421


def test_it_answers_to_localhost_too(small_room: TestClient) -> None:
    assert small_room.get("/", headers={"host": f"localhost:{PORT}"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://elsewhere.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}],
    ids=["origin", "no origin", "cross-site"],
)
def test_other_sites_change_nothing(small_room: TestClient, headers: dict[str, str]) -> None:
    assert small_room.post("/", headers=headers).status_code == 403


def test_every_change_needs_the_token_of_the_form(small_room: TestClient) -> None:
    app = small_room.app
    assert isinstance(app, FastAPI)
    for route in app.routes:
        if isinstance(route, APIRoute) and route.methods - {"GET", "HEAD", "OPTIONS"}:
            checks = [dependency.call for dependency in route.dependant.dependencies]
            assert checked_form in checks, f"{route.path} changes something and checks no form"


def test_answers_allow_nothing_but_the_rooms_own_files(small_room: TestClient) -> None:
    for path in ("/", "/nothing", "/static/room.css"):
        headers = small_room.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
    assert small_room.get("/").headers["cache-control"] == "no-store"


def test_an_address_that_leads_nowhere_says_so(small_room: TestClient) -> None:
    answer = small_room.get("/nothing")
    assert answer.status_code == 404
    assert "There is no page at this address." in answer.text
