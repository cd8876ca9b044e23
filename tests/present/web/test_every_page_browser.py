"""Every page in a real browser: accessible, quiet, fit for any window, and usable by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from reading_room import needs_chromium

from variorum.present.web.answers import PAGES

AXE = Path(__file__).parents[2] / "support/vendor/axe.min.js"
ADDRESSES = [address for address, _ in PAGES] + ["/search?q=dockers", "/points/point-1234567890abcdef", "/rows/claim-1"]
SCHEMES = ["light", "dark"]

pytestmark = needs_chromium


@pytest.fixture(scope="module", params=SCHEMES)
def context(browser: Browser, small_address: str, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A browser that was let in; axe is a script of ours, so the policy is set aside for it."""
    opened = browser.new_context(bypass_csp=True, color_scheme=request.param, viewport={"width": 1280, "height": 900})
    opened.new_page().goto(small_address)
    yield opened
    opened.close()


def at(small_address: str, path: str) -> str:
    return small_address.partition("/?")[0] + path


@pytest.mark.parametrize("path", ADDRESSES)
def test_axe_finds_nothing_serious(context: BrowserContext, small_address: str, path: str) -> None:
    page = context.new_page()
    page.goto(at(small_address, path))
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("axe.run()")["violations"]
    page.close()
    serious = [
        f"{wrong['id']}: {wrong['nodes'][0]['html'][:160]}"
        for wrong in found
        if wrong["impact"] in ("serious", "critical")
    ]
    assert serious == []


@pytest.fixture(scope="module")
def visitor(browser: Browser, small_address: str) -> Iterator[tuple[Page, list[str]]]:
    """A window under the room's own policy, and what went wrong or was asked for elsewhere."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    heard: list[str] = []
    own = small_address.partition("/?")[0]
    page.on("console", lambda message: heard.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.on("request", lambda asked: None if asked.url.startswith((own, "data:")) else heard.append(asked.url))
    page.goto(small_address)
    yield page, heard
    page.context.close()


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_page_complains_of_nothing_and_asks_for_nothing_elsewhere(
    visitor: tuple[Page, list[str]], small_address: str, path: str
) -> None:
    page, heard = visitor
    heard.clear()
    page.goto(at(small_address, path), wait_until="networkidle")
    assert heard == []


@pytest.mark.parametrize("width", [320, 768, 1700])
@pytest.mark.parametrize("path", ADDRESSES)
def test_a_page_fits_its_window(visitor: tuple[Page, list[str]], small_address: str, path: str, width: int) -> None:
    page, _ = visitor
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(at(small_address, path))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_reader_without_a_mouse_gets_to_the_words(visitor: tuple[Page, list[str]], small_address: str) -> None:
    page, _ = visitor
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(at(small_address, "/"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(60):
        page.keyboard.press("Tab")
        if "/points/point-" in (page.evaluate("document.activeElement.getAttribute('href')") or ""):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/points/point-*")
    words = page.locator("main a[href*='#text-']").first
    words.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/**")
    assert page.locator(":target").count() == 1
