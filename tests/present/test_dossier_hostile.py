"""Text of reports is hostile: nothing in it may become markup, a link that runs, or an order to the browser."""

import pytest
from hostile_case import hostile_tables
from lxml import html

from variorum.present.dossier import render_dossier
from variorum.present.views.heading import safe_link
from variorum.present.views.visible import finalize, printed, visible

INJECTIONS = (
    "<script>alert(1)</script>",
    "</title></style></textarea><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<svg/onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "</style><style>body { display: none }</style>",
    "-->]]><!--",
    "&lt;script&gt;",
)
WORDS = "Port Sele"


@pytest.mark.parametrize("words", INJECTIONS)
def test_no_words_become_markup(words: str) -> None:
    plain = html.document_fromstring(render_dossier(hostile_tables(WORDS), name=WORDS))
    page = html.document_fromstring(render_dossier(hostile_tables(words), name=words))
    assert tags(page) == tags(plain)
    assert page.xpath("//script | //img | //svg/@onload") == []
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]
    assert words in page.get_element_by_id("report-hostile").text_content()


def tags(page: html.HtmlElement) -> list[str]:
    """The elements in order of the page."""
    return [str(element.tag) for element in page.iter()]


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://gazette.example/a", "https://gazette.example/a"),
        ("HTTP://gazette.example/", "HTTP://gazette.example/"),
        ("  https://gazette.example/a  ", "https://gazette.example/a"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        (" java\tscript:alert(1)", ""),
        ("\x01javascript:alert(1)", ""),
        ("data:text/html,<script>alert(1)</script>", ""),
        ("vbscript:x", ""),
        ("file:///etc/passwd", ""),
        ("//gazette.example/a", ""),
        ("https:javascript", ""),
        ('https://gazette.example/"onclick=', ""),
        ("https://gazette.example/\u202emoc", ""),
        ("https://[", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_only_web_addresses_become_links(url: str | None, link: str) -> None:
    assert safe_link(url) == link


def test_no_address_that_runs_is_linked() -> None:
    page = html.document_fromstring(render_dossier(hostile_tables("javascript:alert(1)")))
    ways = page.xpath("//@href")
    assert all(way.startswith(("#", "https://", "data:,")) for way in ways)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("Жаңаөзен, café, 日本", "Жаңаөзен, café, 日本"),
        ("moc\u202egpj", "moc[U+202E]gpj"),
        ("a\u2066b\u2069c", "a[U+2066]b[U+2069]c"),
        ("null\x00 bell\x07 escape\x1b", "null[U+0000] bell[U+0007] escape[U+001B]"),
        ("line\r\nline\rline\u2028line", "line\nline\nline\nline"),
        ("tab\tstays", "tab\tstays"),
        ("half \ud800 a pair", "half [U+D800] a pair"),
        ("tag \U000e0041", "tag [U+E0041]"),
        ("joined \u200d stays", "joined \u200d stays"),
    ],
)
def test_hidden_characters_are_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible(visible(text)) == shown


def test_values_are_escaped_once() -> None:
    assert printed("a < b & 'c'") == "a &lt; b &amp; &#39;c&#39;"
    assert finalize(printed("<")) == "&lt;"
    assert finalize(None) == ""
    assert finalize(3) == 3


def test_overrides_of_direction_cannot_leave_their_report() -> None:
    page = render_dossier(hostile_tables("\u202eabc\ud800\x00"))
    assert not set(page) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00")
    assert page.encode()


def test_a_huge_word_is_shown_whole_and_may_break_anywhere() -> None:
    word = "x" * 100_000
    page = render_dossier(hostile_tables(word))
    shown = html.document_fromstring(page).get_element_by_id("report-hostile")
    assert word in shown.xpath("string(.//p[@class='text'])")
    assert "overflow-wrap: anywhere" in page
