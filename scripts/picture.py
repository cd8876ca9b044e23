"""Takes the pictures of docs/pictures/ of the example case, in Debian's Chromium: a dossier's, and the reading room's.

    python scripts/picture.py                    # apt-get install chromium, where it is missing
    python scripts/picture.py room-map room-point    # some of them

Each picture shows a page from its top, or from one of its parts on; the window's size is the picture's.
"""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import urljoin

import uvicorn
from playwright.sync_api import Browser, BrowserContext, sync_playwright

import variorum
from variorum.model.terms import EntityType, Verdict
from variorum.present.dossier import render_dossier
from variorum.present.web.access import new_key
from variorum.present.web.app import reading_room
from variorum.present.web.room import Room
from variorum.present.web.serving import listening

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples/kazakhstan-2022"
PICTURES = ROOT / "docs/pictures"
CHROMIUM = "/usr/bin/chromium"
MOST_KILOBYTES = 250


class Picture(NamedTuple):
    """What a picture shows: the page, the window, whether the window is dark, and the id of the part at its top."""

    name: str
    page: str
    width: int = 1280
    height: int = 800
    dark: bool = False
    part: str = ""


def of_dossier(report: str) -> tuple[Picture, ...]:
    return (
        Picture("dossier", "#sharpest", 1440, 1180),
        Picture("dossier-points", "#points", 1440, 900),
        Picture("dossier-figures", "#figures", 1440, 900),
        Picture("dossier-map", "#map", 1440, 760),
        Picture("dossier-report", f"#{report}", 1440, 900),
        Picture("dossier-dark", "#timeline", 1440, 760, dark=True),
    )


def of_room(case: variorum.Case, report: str) -> tuple[Picture, ...]:
    sharpest = next(point.id for point in case.points if point.verdict is Verdict.CONTRADICT)
    persons = [row.id for row in case.entities if row.type is EntityType.PERSON]
    words = next(figure.id for figure in case.figures if figure.report == report)
    person = max(persons, key=lambda entity: sum(mention.entity == entity for mention in case.mentions))
    return (
        Picture("room-overview", "/"),
        Picture("room-variorum", "/points"),
        Picture("room-variorum-narrow", "/points", 390, 800, part="chosen"),
        Picture("room-point", f"/points/{sharpest}"),
        Picture("room-timeline", "/timeline"),
        Picture("room-timeline-dark", "/timeline", dark=True),
        Picture("room-map", "/map", part="told"),
        Picture("room-figures", "/figures"),
        Picture("room-reports", "/reports"),
        Picture("room-report", f"/reports/{report}#text-{words}"),
        Picture("room-entity", f"/entities/{person}"),
        Picture("room-offices", "/states"),
        Picture("room-words", "/labels"),
        Picture("room-lineage", "/lineage"),
        Picture("room-search", "/search?q=government"),
        Picture("room-decide", f"/decide/{sharpest}"),
    )


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        case = variorum.build(Path(folder) / f"{EXAMPLE.name}.case", EXAMPLE)
        dossier = Path(folder) / "dossier.html"
        dossier.write_text(render_dossier(case.tables(), name=EXAMPLE.name), encoding="utf-8")
        most_told = max(case.reports, key=lambda report: sum(f.report == report.id for f in case.figures)).id
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for picture in filter(wanted, of_dossier(most_told)):
            with window(browser, picture) as opened:
                take(opened, dossier.as_uri(), picture)
        with served(case.location) as address:
            for picture in filter(wanted, of_room(case, most_told)):
                with window(browser, picture) as opened:
                    opened.new_page().goto(address)
                    take(opened, address, picture)
        browser.close()


def wanted(picture: Picture) -> bool:
    return len(sys.argv) == 1 or picture.name in sys.argv[1:]


@contextmanager
def served(case: str) -> Iterator[str]:
    """The address, with its token, of a reading room over the case."""
    with listening(None) as listener:
        key = new_key(listener.getsockname()[1])
        server = uvicorn.Server(uvicorn.Config(reading_room(Room(case, EXAMPLE.name), key), log_level="critical"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while thread.is_alive() and not server.started:
            time.sleep(0.01)
        yield key.address
        server.should_exit = True
        thread.join(10)


@contextmanager
def window(browser: Browser, picture: Picture) -> Iterator[BrowserContext]:
    """A window of the picture's size and colours."""
    size = {"width": picture.width, "height": picture.height}
    opened = browser.new_context(viewport=size, color_scheme="dark" if picture.dark else "light")  # type: ignore[arg-type]
    yield opened
    opened.close()


def take(opened: BrowserContext, base: str, picture: Picture) -> None:
    shown = opened.new_page()
    shown.goto(urljoin(base, picture.page), wait_until="networkidle")
    if picture.part:
        # below the head of the page, which stays
        shown.locator(f"#{picture.part}").evaluate("e => scrollTo(0, e.getBoundingClientRect().top - 90)")
    target = PICTURES / f"{picture.name}.png"
    shown.screenshot(path=target)
    kilobytes = target.stat().st_size // 1000
    print(f"{target.relative_to(ROOT)}: {kilobytes} kB{' - too large' if kilobytes > MOST_KILOBYTES else ''}")


if __name__ == "__main__":
    main()
