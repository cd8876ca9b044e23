"""What holds on every page that a reader can come to: links lead somewhere, hostile words do nothing, no 5xx, and it is quick."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from fastapi.testclient import TestClient
from reading_room import PORT

OWN = f"http://127.0.0.1:{PORT}"
MOST_PAGES = 400


class Anatomy(HTMLParser):
    """What a page links to, which anchors it has, and what a strict policy would forbid."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.forbidden: list[str] = []
        self._script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.anchors.append(value or "")
            if name == "href" and tag in ("a", "link") or name == "src" or name == "action":
                self.links.append(value or "")
            if name.startswith("on") or name == "style":
                self.forbidden.append(f"{tag} {name}")
        if tag == "style" or (tag == "script" and "src" not in dict(attrs) and dict(attrs).get("type") is None):
            self.forbidden.append(tag)


def crawled(room: TestClient) -> Iterator[tuple[str, str, Anatomy]]:
    """Every address that can be reached from the overview, with the links on it that have been followed."""
    waiting, seen = ["/"], {"/"}
    while waiting and len(seen) < MOST_PAGES:
        address = waiting.pop(0)
        answer = room.get(address)
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        if "text/html" not in answer.headers["content-type"]:
            continue
        anatomy = Anatomy(answer.text)
        yield address, answer.text, anatomy
        for link in anatomy.links:
            target = urldefrag(urljoin(f"{OWN}{address}", link)).url
            if not target.startswith(OWN):
                continue
            path = target.removeprefix(OWN)
            if path not in seen and not path.startswith("/static/"):
                seen.add(path)
                waiting.append(path)


@pytest.fixture(scope="module", params=["small_room", "hostile_room"])
def pages(request: pytest.FixtureRequest) -> dict[str, tuple[str, Anatomy]]:
    """Every page of a room by its address."""
    return {address: (text, anatomy) for address, text, anatomy in crawled(request.getfixturevalue(request.param))}


def test_links_lead_to_what_they_name(pages: dict[str, tuple[str, Anatomy]]) -> None:
    lost = []
    for address, (_, anatomy) in pages.items():
        for link in anatomy.links:
            target, fragment = urldefrag(urljoin(f"{OWN}{address}", link))
            path = target.removeprefix(OWN)
            if fragment and path in pages and unquote(fragment) not in pages[path][1].anchors:
                lost.append(f"{address} → {path}#{fragment}")
    assert lost == []


def test_no_anchor_stands_twice_on_a_page(pages: dict[str, tuple[str, Anatomy]]) -> None:
    for address, (_, anatomy) in pages.items():
        twice = {anchor for anchor in anatomy.anchors if anatomy.anchors.count(anchor) > 1}
        assert twice == set(), address


def test_no_page_needs_what_the_policy_forbids(pages: dict[str, tuple[str, Anatomy]]) -> None:
    for address, (_, anatomy) in pages.items():
        assert anatomy.forbidden == [], address


def test_hostile_words_stay_words(pages: dict[str, tuple[str, Anatomy]]) -> None:
    for address, (text, _) in pages.items():
        assert "<script>alert" not in text, address
        assert "<img src=x" not in text, address
        assert "\u202e" not in text, address
        assert " 49 " not in text, f"{address}: a template took words of a report for its own"


def test_every_page_has_a_title_and_one_heading_of_the_first_rank(pages: dict[str, tuple[str, Anatomy]]) -> None:
    for address, (text, _) in pages.items():
        assert len(re.findall(r"<h1[ >]", text)) == 1, address
        assert re.search(r"<title>\s*\S", text), address
        ranks = [int(rank) for rank in re.findall(r"<h([1-6])[ >]", text)]
        jumps = [pair for pair in zip(ranks, ranks[1:], strict=False) if pair[1] > pair[0] + 1]
        assert jumps == [], f"{address}: ranks of headings left out"
