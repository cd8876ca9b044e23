"""Takes the pictures of docs/pictures/ from a dossier of the example case, in Debian's Chromium.

    python scripts/picture.py            # apt-get install chromium, where it is missing

Each picture shows the page from one of its anchors on; the window's size is the picture's.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

import variorum
from variorum.present.dossier import render_dossier

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples/kazakhstan-2022"
PICTURES = ROOT / "docs/pictures"
CHROMIUM = "/usr/bin/chromium"


class Picture(NamedTuple):
    """What a picture shows: the part of the page, the window, and whether the window is dark."""

    name: str
    anchor: str
    width: int
    height: int
    dark: bool = False


def pictures(report: str) -> tuple[Picture, ...]:
    return (
        Picture("dossier", "sharpest", 1440, 1180),
        Picture("dossier-points", "points", 1440, 900),
        Picture("dossier-figures", "figures", 1440, 900),
        Picture("dossier-map", "map", 1440, 760),
        Picture("dossier-report", report, 1440, 900),
        Picture("dossier-dark", "timeline", 1440, 760, dark=True),
    )


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        case = variorum.build(Path(folder) / "example.case", EXAMPLE)
        page = Path(folder) / "dossier.html"
        page.write_text(render_dossier(case.tables(), name=EXAMPLE.name), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        most_told = max(case.reports, key=lambda report: sum(f.report == report.id for f in case.figures))
        for picture in pictures(most_told.id):
            take(browser, page, picture)
        browser.close()


def take(browser: Browser, page: Path, picture: Picture) -> None:
    window = browser.new_page(
        viewport={"width": picture.width, "height": picture.height}, color_scheme="dark" if picture.dark else "light"
    )
    window.goto(f"{page.as_uri()}#{picture.anchor}")
    target = PICTURES / f"{picture.name}.png"
    window.screenshot(path=target)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1000} kB")
    window.close()


if __name__ == "__main__":
    main()
