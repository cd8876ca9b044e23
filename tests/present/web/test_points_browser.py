"""The Variorum page under a reader's hands: filters without reload, a point opened in place, and all of it by keyboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from reading_room import needs_chromium

TOPIC = "Dockers killed, Port Sele"

pytestmark = needs_chromium


@pytest.fixture
def visitor(browser: Browser, small_address: str) -> Iterator[Page]:
    """A window on the overview, which was let in."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.set_default_timeout(10_000)
    page.goto(small_address)
    yield page
    page.context.close()


@pytest.fixture
def without_script(browser: Browser, small_address: str) -> Iterator[Page]:
    """The same in a window that runs no script."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.set_default_timeout(10_000)
    page.goto(small_address)
    yield page
    page.context.close()


def test_two_clicks_lead_to_the_contradiction_in_its_own_words(visitor: Page) -> None:
    visitor.get_by_role("link", name=TOPIC).click()
    assert visitor.locator("mark", has_text="nine dockers were killed").first.is_visible()
    visitor.locator("mark a").first.click()
    assert "/reports/report-aa" in visitor.url


def test_filters_work_without_a_reload_and_stand_in_the_address(visitor: Page) -> None:
    visitor.goto(visitor.url + "points")
    visitor.evaluate("window.unloaded = false")
    visitor.locator("#verdict-agree").check()
    visitor.get_by_text("No point fits all of this").wait_for()
    assert visitor.url.endswith("/points?verdict=agree&sort=weight")
    visitor.locator("#verdict-contradict").check()
    visitor.locator("table.variorum").wait_for()
    assert "1 point" in visitor.locator("#told").inner_text()
    assert visitor.evaluate("window.unloaded") is False
    visitor.go_back()
    visitor.get_by_text("No point fits all of this").wait_for()
    assert visitor.locator("#verdict-agree").is_checked()


def test_filters_work_without_script(without_script: Page) -> None:
    without_script.goto(without_script.url + "points")
    without_script.locator("#verdict-agree").check()
    without_script.get_by_role("button", name="Show").click()
    assert without_script.get_by_text("No point fits all of this").is_visible()
    assert without_script.locator(".opener").count() == 0


def test_a_point_opens_and_closes_in_place_by_keyboard(visitor: Page) -> None:
    visitor.goto(visitor.url + "points")
    opener = visitor.get_by_role("button", name=f"Open here {TOPIC}")
    opener.focus()
    visitor.keyboard.press("Enter")
    opened = visitor.locator(".opened")
    opened.wait_for()
    assert opened.get_by_text("two accounts cannot both be true").is_visible()
    closer = visitor.get_by_role("button", name=f"Close {TOPIC}")
    assert closer.get_attribute("aria-expanded") == "true"
    visitor.keyboard.press("Enter")
    opened.wait_for(state="hidden")


def test_everything_is_reached_by_tab_in_the_order_of_the_page(visitor: Page) -> None:
    visitor.goto(visitor.url + "points")
    seen = []
    for _ in range(60):
        visitor.keyboard.press("Tab")
        seen.append(
            visitor.evaluate("document.activeElement.id || document.activeElement.textContent.trim().slice(0, 40)")
        )
    order = ["Skip to the page", "Overview", "verdict-contradict", "kind", "q", TOPIC]
    places = [seen.index(name) for name in order]
    assert places == sorted(places)


def test_a_narrow_window_shows_a_point_with_its_accounts_below_it(visitor: Page) -> None:
    visitor.set_viewport_size({"width": 360, "height": 800})
    visitor.goto(visitor.url + "points")
    assert visitor.locator("td .account-name").first.is_visible()
    first, second = (visitor.locator("td .says").nth(place).bounding_box() for place in (0, 1))
    assert first is not None
    assert second is not None
    assert second["y"] > first["y"]
