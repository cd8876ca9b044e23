"""The timeline and the map in a real browser: moved about and zoomed into by hand and by keys, and read without script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from dated_case import dated_tables
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, expect
from reading_room import needs_chromium, served
from small_case import write_case

AXE = Path(__file__).parents[2] / "support/vendor/axe.min.js"
PAGES = ("/timeline?day=2023-03-02_2023-03-08", "/map?named=true", "/events/event-1", "/places/place-geonames-1")

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    tables = dated_tables()
    march, shots, *others = tables.events
    tables = replace(tables, events=(march, replace(shots, date="2023-03-06T12"), *others))
    with served(write_case(Path(tmp_path_factory.mktemp("dated")) / "dated.case", tables)) as address:
        yield address


def opened(
    browser: Browser, address: str, path: str, *, script: bool = True, width: int = 1280
) -> tuple[Page, list[str]]:
    """The page, and what the browser complained of or asked for elsewhere."""
    page = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 900}).new_page()
    own = address.split("/?")[0]
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((own, "data:")) else heard.append(request.url))
    page.goto(address)
    page.goto(own + path)
    return page, heard


def test_the_strip_of_time_zooms_by_keys_and_the_list_follows(browser: Browser, address: str) -> None:
    page, heard = opened(browser, address, "/timeline")
    expect(page.locator("#strip.live")).to_be_visible()
    assert page.locator("#events article").count() == 3
    page.locator("#strip svg[tabindex]").focus()
    for _ in range(6):
        page.keyboard.press("+")
    page.wait_for_url("**day=2023-03-0*")
    page.keyboard.press("0")
    page.wait_for_url(lambda url: "day=" not in url)
    expect(page.locator("#told")).to_contain_text("3 events")
    assert heard == []


def test_the_strip_of_time_is_dragged(browser: Browser, address: str) -> None:
    page, _ = opened(browser, address, "/timeline?day=2023-03-04")
    expect(page.locator("#strip.live")).to_be_visible()
    box = page.locator("#strip svg[tabindex]").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 200, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 200 + box["width"], box["y"] + 60, steps=8)
    page.mouse.up()
    page.wait_for_url(lambda url: "day=2023-03-02" in url or "day=2023-03-03" in url)
    expect(page.locator("#told")).to_contain_text("1 event")


def test_the_map_draws_the_world_and_zooms(browser: Browser, address: str) -> None:
    page, heard = opened(browser, address, "/map")
    expect(page.locator(".map-tools")).to_be_visible()
    expect(page.locator("svg.world .ground path.land")).to_have_count(1)
    town = page.locator("a.spot[href$='place-geonames-1']")
    before = town.get_attribute("transform")
    page.locator("[data-zoom=in]").click()
    expect(town).not_to_have_attribute("transform", before or "")
    page.locator("svg.world").focus()
    page.keyboard.press("0")
    expect(town).to_have_attribute("transform", before or "")
    town.click()
    page.wait_for_url("**/places/place-geonames-1")
    assert heard == []


def test_the_slider_goes_from_day_to_day(browser: Browser, address: str) -> None:
    page, heard = opened(browser, address, "/map?from=&outlet=")
    page.locator("#day-slider").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**from=2023-03-04&to=2023-03-04")
    expect(page.locator("ol.place-lines > li")).to_have_count(2)
    expect(page.locator("#day-slider")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**from=2023-03-06&to=2023-03-06")
    expect(page.locator("ol.place-lines > li")).to_have_count(3)
    expect(page.locator("#day-slider")).to_be_focused()  # the new page is set up
    page.locator("#by-family").select_option("protest")
    page.wait_for_url("**family=protest*")
    expect(page.locator(".place-list")).to_contain_text("No event fits all of this")
    assert "outlet=" not in page.url, "fields left empty stay out of the address"
    assert heard == []


@pytest.mark.parametrize("path", PAGES)
def test_pages_can_be_read_without_script(browser: Browser, address: str, path: str) -> None:
    page, heard = opened(browser, address, path, script=False)
    assert page.locator("h1").is_visible()
    if path.startswith("/map"):
        assert page.locator("svg.world a.spot:not(.beyond)").count() >= 3
        page.locator("#from").fill("2023-03-07")
        page.get_by_role("button", name="Show").click()
        expect(page.locator("ol.place-lines > li")).to_have_count(5)
        assert "from=2023-03-07" in page.url
    assert heard == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, address: str, path: str, scheme: str) -> None:
    page = browser.new_context(bypass_csp=True, color_scheme="dark" if scheme == "dark" else "light").new_page()
    page.goto(address)
    page.goto(address.split("/?")[0] + path)
    page.wait_for_load_state("networkidle")
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("axe.run()")["violations"]
    assert [
        (row["id"], row["nodes"][0]["html"][:200]) for row in found if row["impact"] in ("serious", "critical")
    ] == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 1700])
def test_pages_fit_their_window(browser: Browser, address: str, path: str, width: int) -> None:
    page, _ = opened(browser, address, path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
