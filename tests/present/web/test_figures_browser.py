"""The figures page in a real browser: rules switch in place, marks lead to their rows, and it fits a narrow window."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from reading_room import needs_chromium

pytestmark = needs_chromium


@pytest.fixture
def page(browser: Browser, small_address: str) -> Iterator[Page]:
    """A window on the figures page, let in."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.goto(small_address)
    opened.goto(small_address.partition("/?")[0] + "/figures")
    yield opened
    opened.close()


def test_a_rule_is_chosen_without_losing_the_page(page: Page) -> None:
    page.evaluate("document.querySelector('header').dataset.kept = 'yes'")
    page.get_by_label("Best number by").select_option("highest")
    expect(page.get_by_text("9 · highest")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/figures\?rule=highest$"))
    assert page.evaluate("document.querySelector('header').dataset.kept") == "yes"
    page.go_back()
    expect(page.get_by_text("9 · highest")).to_have_count(0)


def test_a_mark_leads_to_its_row_by_keyboard_alone(page: Page) -> None:
    mark = page.locator("svg.ledger-chart a[href='#figure-abd2']").first
    mark.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#figure-abd2$"))
    expect(page.locator("tr#figure-abd2")).to_be_in_viewport()


def test_a_narrow_window_needs_no_sideways_scrolling(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    readings = page.get_by_role("region", name=re.compile("^Readings"))
    assert readings.evaluate("box => box.scrollWidth <= box.clientWidth + 1")


def test_it_works_without_script(browser: Browser, small_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(small_address)
    page.goto(small_address.partition("/?")[0] + "/figures")
    page.get_by_label("Best number by").select_option("most-recent")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"rule=most-recent"))
    expect(page.locator(".taken .best")).to_have_text("9")
    context.close()
