"""Reports, names, lineage and search by real clicks and keys: what script adds, and that nothing needs it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from reading_room import needs_chromium

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def page(browser: Browser, small_address: str) -> Iterator[Page]:
    """A window that was let in, under the room's own policy."""
    opened = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    opened.goto(small_address)
    yield opened
    opened.context.close()


def at(small_address: str, path: str) -> str:
    return small_address.partition("/?")[0] + path


def test_layers_are_switched_in_place_and_stand_in_the_address(page: Page, small_address: str) -> None:
    page.goto(at(small_address, "/reports/report-aa"))
    page.evaluate("window.stayed = true")
    figure = page.locator(".text .figure").first
    assert "underline" in figure.evaluate("mark => getComputedStyle(mark).textDecorationLine")
    page.locator("#show-figure").uncheck()
    assert "underline" not in figure.evaluate("mark => getComputedStyle(mark).textDecorationLine")
    assert "show=claim" in page.url
    assert "show=figure" not in page.url
    assert page.evaluate("window.stayed")
    page.reload()
    expect(page.locator("#show-figure")).not_to_be_checked()
    expect(page.locator("#show-claim")).to_be_checked()


def test_a_filter_changes_the_list_and_the_address_and_keeps_what_is_typed(page: Page, small_address: str) -> None:
    page.goto(at(small_address, "/reports"))
    words = page.locator("form.choose input[type=search]")
    words.press_sequentially("gazette")
    expect(page.locator("#list")).to_contain_text("1 report of 2")
    expect(page).to_have_url(re.compile("q=gazette"))
    expect(words).to_be_focused()
    page.go_back()
    expect(page.locator("#list")).to_contain_text("All 2 reports")


def test_search_finds_while_one_types_and_leads_to_the_place(page: Page, small_address: str) -> None:
    page.goto(at(small_address, "/search"))
    page.locator("main input[type=search]").press_sequentially("left off")
    expect(page.locator("#list mark").first).to_be_visible()
    page.locator("section.hits", has_text="Words of reports").locator("a.hit").first.click()
    expect(page.locator("#found")).to_be_in_viewport()
    assert page.locator(".text .found").first.is_visible()


def test_the_search_of_every_page_works_by_keyboard(page: Page, small_address: str) -> None:
    page.goto(at(small_address, "/entities"))
    page.locator("header input[type=search]").press_sequentially("dockers")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Search")
    expect(page.locator("main input[type=search]")).to_have_value("dockers")


def test_pointing_at_a_report_brings_out_what_it_hangs_together_with(page: Page, small_address: str) -> None:
    page.goto(at(small_address, "/lineage"))
    page.locator("svg.bows:not(.sample) .node a").first.focus()
    assert page.locator("svg.bows:not(.sample) .bow[data-ends].lit").count() > 0
    page.locator("svg.bows:not(.sample) .bow a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Excerpt")


def test_a_passage_is_led_to_in_both_columns(page: Page, small_address: str) -> None:
    page.goto(at(small_address, "/reports/report-aa/beside/report-bb"))
    page.locator(".passage-list a").first.click()
    expect(page.locator(".pair.passage:target")).to_be_in_viewport()


@pytest.mark.parametrize(
    "path", ["/reports?q=gazette", "/entities?q=ana", "/search?q=dockers", "/lineage?kind=excerpt"]
)
def test_nothing_needs_script(browser: Browser, small_address: str, path: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    opened = context.new_page()
    opened.goto(small_address)
    opened.goto(at(small_address, path))
    opened.locator("form.choose button").click()
    assert path.partition("?")[2] in opened.url
    assert opened.locator("#list a").count() > 0
    context.close()
