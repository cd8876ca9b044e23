"""A reading room to test: asked in this process, or served to a real browser."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, sync_playwright

from variorum.present.web.access import Key
from variorum.present.web.app import reading_room
from variorum.present.web.room import Room
from variorum.present.web.serving import listening

CHROMIUM = Path("/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
]
PORT = 8750
TOKEN = "a-token-for-tests"  # noqa: S105 (opens nothing but rooms of tests)

needs_chromium = pytest.mark.skipif(
    not CHROMIUM.exists() and "CI" not in os.environ,
    reason="no /usr/bin/chromium: browser tests left out (apt-get install chromium)",
)


def room_client(case: str, *, inside: bool = True) -> TestClient:
    """A client of a room over the case; let in already, unless told otherwise."""
    key = Key(token=TOKEN, port=PORT)
    client = TestClient(
        reading_room(Room(case, "a case"), key), base_url=f"http://127.0.0.1:{PORT}", raise_server_exceptions=False
    )
    if inside:
        client.get(f"/?token={TOKEN}")
    return client


@contextmanager
def served(case: str) -> Iterator[str]:
    """The address of a room over the case, token and all, for as long as the block lasts."""
    with listening(None) as listener:
        port = listener.getsockname()[1]
        key = Key(token=TOKEN, port=port)
        config = uvicorn.Config(reading_room(Room(case, "a case"), key), log_level="critical", access_log=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        deadline = time.monotonic() + 20
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.01)
        try:
            yield key.address
        finally:
            server.should_exit = True
            thread.join(10)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a screen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield browser
        browser.close()
