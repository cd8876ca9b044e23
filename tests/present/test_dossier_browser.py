"""The dossier in a browser: it asks for nothing, complains of nothing, and its marks and filters work without script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_case import hostile_tables
from playwright.sync_api import Browser, Page
from reading_room import chromium, needs_chromium
from small_case import small_tables

from variorum.present.dossier import render_dossier

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


def opened(browser: Browser, path: Path, text: str, width: int = 1280) -> tuple[Page, list[str]]:
    """The page in a window without script, and what went wrong or was asked for."""
    path.write_text(text, encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 900})
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.on(
        "request", lambda request: None if request.url.startswith(("file:", "data:")) else heard.append(request.url)
    )
    page.goto(path.as_uri())
    return page, heard


def test_the_page_asks_for_nothing(browser: Browser, tmp_path: Path) -> None:
    page, heard = opened(browser, tmp_path / "dossier.html", render_dossier(small_tables(), name="Port Sele"))
    assert page.title().startswith("Port Sele")
    assert page.evaluate("getComputedStyle(document.body).overflowWrap") == "anywhere", "the policy lets our style in"
    page.goto(page.url + "#claim-1")
    page.wait_for_timeout(200)
    assert heard == []


def test_hostile_words_do_nothing(browser: Browser, tmp_path: Path) -> None:
    words = "</style><script>alert(1)</script><img src='https://gazette.example/x' onerror=alert(1)>"
    page, heard = opened(browser, tmp_path / "dossier.html", render_dossier(hostile_tables(words)))
    page.wait_for_timeout(200)
    assert heard == []


@pytest.mark.parametrize("width", [320, 768, 1280, 1700])
def test_the_page_fits_its_window(browser: Browser, tmp_path: Path, width: int) -> None:
    page, _ = opened(browser, tmp_path / "dossier.html", render_dossier(hostile_tables("x" * 3000)), width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_points_can_be_left_out_by_verdict(browser: Browser, tmp_path: Path) -> None:
    page, _ = opened(browser, tmp_path / "dossier.html", render_dossier(small_tables()))
    point = page.locator(f"#{small_tables().points[0].id}")
    assert point.is_visible()
    page.locator("#show-contradict").uncheck()
    assert not point.is_visible()


def test_a_way_into_something_folded_opens_it(browser: Browser, tmp_path: Path) -> None:
    page, _ = opened(browser, tmp_path / "dossier.html", render_dossier(hostile_tables("folded")))
    page.locator("#points q a").first.click()
    page.wait_for_timeout(200)
    assert "#text-" in page.url
    assert page.evaluate("document.querySelector(':target') !== null")
