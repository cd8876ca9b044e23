"""A small reading room for every test of its pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hostile_case import hostile_tables
from playwright.sync_api import Browser
from reading_room import chromium, room_client, served
from small_case import small_tables, write_case


@pytest.fixture(scope="session")
def small_room(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A client of a room over the small case."""
    return room_client(write_case(tmp_path_factory.mktemp("small") / "small.case", small_tables()))


@pytest.fixture(scope="session")
def hostile_room(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A client of a room over a case whose every word is out to do harm."""
    words = "</style><script>alert(1)</script><img src=x onerror=alert(1)> \u202egnp.exe {{ 7 * 7 }} '\"=" + "x" * 2000
    return room_client(write_case(tmp_path_factory.mktemp("hostile") / "hostile.case", hostile_tables(words)))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def small_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address, with its token, of a room over the small case, served for real."""
    case = write_case(Path(tmp_path_factory.mktemp("served")) / "small.case", small_tables())
    with served(case) as address:
        yield address
