"""The dossier of a small case: every row is there, everything leads to its words and back, nothing comes from outside."""

import base64
import hashlib
import re
from collections import Counter
from time import process_time

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import html
from made_up_records import tables_of_a_case
from small_case import small_tables

from variorum.model.tables import Event, Report, Tables
from variorum.present.dossier import case_name, render_dossier

SECTIONS = (
    "case",
    "sharpest",
    "timeline",
    "points",
    "figures",
    "voices",
    "entities",
    "offices",
    "words",
    "map",
    "lineage",
    "reports",
)


def page_of(tables: Tables, name: str = "Port Sele") -> html.HtmlElement:
    return html.document_fromstring(render_dossier(tables, name=name))


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return page_of(small_tables())


def ids(page: html.HtmlElement) -> list[str]:
    return page.xpath("//@id")


def test_the_sections_stand_in_order_and_in_the_contents(page: html.HtmlElement) -> None:
    assert tuple(page.xpath("//main/section/@id")) == SECTIONS
    assert tuple(way.removeprefix("#") for way in page.xpath("//nav//li/a/@href")) == SECTIONS


@pytest.mark.parametrize(
    "table", ["claims", "figures", "event_mentions", "roles", "events", "derivations", "points", "entities"]
)
def test_every_row_has_its_anchor(page: html.HtmlElement, table: str) -> None:
    rows = {row.id for row in getattr(small_tables(), table)}
    assert rows
    assert rows <= set(ids(page))


def test_every_reading_stands_in_its_point_and_leads_to_its_words(page: html.HtmlElement) -> None:
    point = small_tables().points[0]
    for number, reading in enumerate(point.readings, start=1):
        shown = page.get_element_by_id(f"{point.id}-{number}")
        assert reading.text in shown.text_content()
        assert f"#text-{point.id}-{number}" in shown.xpath(".//q/a/@href")


@pytest.mark.parametrize("table", ["claims", "figures", "event_mentions", "roles", "places", "dates"])
def test_every_finding_is_marked_where_its_words_stand(page: html.HtmlElement, table: str) -> None:
    for row in getattr(small_tables(), table):
        anchor = page.get_element_by_id(f"text-{row.id}")
        after = "".join(anchor.getparent().itertext())
        assert row.text.split()[0] in after


def test_findings_lead_back_to_the_readings_that_rest_on_them(page: html.HtmlElement) -> None:
    point = small_tables().points[0]
    for number, reading in enumerate(point.readings, start=1):
        assert f"#{point.id}-{number}" in page.get_element_by_id(reading.row).xpath(".//@href")
    assert f"#{point.id}-2" in page.get_element_by_id("claim-1").xpath(".//@href")


def test_anchors_are_unique(page: html.HtmlElement) -> None:
    assert [name for name, count in Counter(ids(page)).items() if count > 1] == []


def test_every_link_within_the_page_resolves(page: html.HtmlElement) -> None:
    assert unresolved(page) == set()


def unresolved(page: html.HtmlElement) -> set[str]:
    ways = {way.removeprefix("#") for way in page.xpath("//@href") if way.startswith("#")}
    return ways - set(ids(page))


def test_the_text_of_every_report_is_whole(page: html.HtmlElement) -> None:
    for report in small_tables().reports:
        if report.status == "read":
            article = page.get_element_by_id(report.id)
            shown = "".join("".join(text.itertext()) for text in article.xpath(".//p[@class='text']"))
            assert shown == report.text


def test_nothing_is_loaded_from_outside(page: html.HtmlElement) -> None:
    assert page.xpath("//script | //iframe | //object | //embed | //img | //base | //form") == []
    assert page.xpath("//@src") == []
    assert page.xpath("//link/@href") == ["data:,"]
    assert "url(" not in page.findtext(".//style")
    assert "@import" not in page.findtext(".//style")


def test_links_to_outside_are_plain_and_tell_no_one_where_they_come_from() -> None:
    first, *others = small_tables().reports
    told = msgspec.structs.replace(first, url="https://gazette.example/harbour?a=1&b=2")
    page = page_of(msgspec.structs.replace(small_tables(), reports=(told, *others)))
    outside = [way for way in page.xpath("//a") if not way.get("href").startswith("#")]
    assert "https://gazette.example/harbour?a=1&b=2" in [way.get("href") for way in outside]
    assert all("noreferrer" in way.get("rel") for way in outside)


def test_the_policy_allows_our_style_and_nothing_else(page: html.HtmlElement) -> None:
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    digest = base64.b64encode(hashlib.sha256(page.findtext(".//style").encode()).digest()).decode()
    assert policy.startswith("default-src 'none'")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert page.xpath("//@style") == []


def test_headings_go_down_one_step_at_a_time(page: html.HtmlElement) -> None:
    levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_tables_have_headers_and_pictures_have_names(page: html.HtmlElement) -> None:
    assert all(table.xpath(".//th[@scope]") for table in page.xpath("//table"))
    assert all(picture.get("aria-label") or picture.get("aria-hidden") for picture in page.xpath("//svg"))
    assert page.get("lang") == "en"
    assert page.xpath("//a[@class='skip']/@href") == ["#case"]


def test_verdicts_are_told_in_words_and_by_shape(page: html.HtmlElement) -> None:
    point = page.get_element_by_id(small_tables().points[0].id)
    assert "Contradict" in point.xpath("string(.//*[contains(@class, 'verdict')])")
    assert point.xpath("string(.//*[@class='mark'])") == "✕"
    assert "two accounts cannot both be true" in page.get_element_by_id("case").text_content()


def test_what_was_set_aside_is_named_with_its_reason(page: html.HtmlElement) -> None:
    words = page.get_element_by_id("case").text_content()
    assert "empty.txt: it holds no text" in words
    assert "bad.txt" in words
    assert "does not say which is true" in words
    assert "CC BY 4.0" in page.text_content()


def test_certainty_and_manner_are_told_in_words(page: html.HtmlElement) -> None:
    assert "as hearsay or possible" in page.get_element_by_id("claim-1").text_content()
    assert "asserted by a voice" in page.get_element_by_id("told-1").text_content()
    assert "date inferred" in page.get_element_by_id("event-1").text_content()


def test_an_empty_case_says_so_everywhere() -> None:
    page = page_of(Tables())
    empty = page.xpath("//p[@class='empty']")
    assert len(empty) == len(SECTIONS)
    assert unresolved(page) == set()


def test_background_and_undated_events_stand_apart() -> None:
    first = small_tables().events[0]
    events = (
        first,
        msgspec.structs.replace(first, id="event-2", mentions=(), date="2011", background=True),
        msgspec.structs.replace(first, id="event-3", mentions=(), date=None),
        msgspec.structs.replace(first, id="event-4", mentions=(), date="2023-03-04T05"),
        msgspec.structs.replace(first, id="event-5", mentions=(), date="2023~"),
    )
    page = page_of(msgspec.structs.replace(small_tables(), events=events))
    assert page.get_element_by_id("background").xpath(".//article/@id") == ["event-2"]
    assert page.get_element_by_id("undated").xpath(".//article/@id") == ["event-3"]
    assert page.get_element_by_id("day-2023-03-04").xpath(".//article/@id") == ["event-4", "event-1"]
    assert page.get_element_by_id("rough").xpath(".//article/@id") == ["event-5"]
    assert "05:00" in page.get_element_by_id("event-4").text_content()


def test_a_wide_case_has_cards_and_no_grid() -> None:
    assert page_of(small_tables()).xpath("//table[contains(@class, 'grid')]")
    tables = copies(small_tables(), 7)
    one, *others = tables.points
    wide = msgspec.structs.replace(
        one, readings=tuple(reading for point in tables.points for reading in point.readings)
    )
    page = page_of(msgspec.structs.replace(tables, points=(wide, *others)))
    assert not page.xpath("//table[contains(@class, 'grid')]")
    assert len(page.get_element_by_id(one.id).xpath(".//*[@class='account']")) == 14


def test_the_same_tables_give_the_same_page() -> None:
    assert render_dossier(small_tables(), name="x") == render_dossier(small_tables(), name="x")


@pytest.mark.parametrize(
    ("location", "name"),
    [
        ("/home/ana/sele.case", "sele"),
        ("C:\\cases\\sele.case", "sele"),
        ("postgresql://ana:secret@host/sele", "sele"),
        ("sele", "sele"),
    ],
)
def test_the_name_of_a_case_gives_nothing_away(location: str, name: str) -> None:
    assert case_name(location) == name


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(tables_of_a_case())
def test_any_record_can_be_shown(tables: Tables) -> None:
    page = html.document_fromstring(render_dossier(tables).encode())
    # decisions have a section where there are some
    assert tuple(page.xpath("//main/section[@id != 'decisions']/@id")) == SECTIONS


_IDS = re.compile(
    r'"((?:report|section|date|place|mention|entity|claim|figure|told|role|event|derivation|point)-[\w-]+)"'
)


def copies(tables: Tables, count: int) -> Tables:
    """The case so many times over, each time with ids of its own."""
    encoded = msgspec.json.encode(tables).decode()
    cases = [
        msgspec.json.decode(_IDS.sub(lambda match, n=number: f'"{match[1]}x{n}"', encoded), type=Tables)
        for number in range(count)
    ]
    return Tables(
        **{table: tuple(row for case in cases for row in getattr(case, table)) for table in Tables.__struct_fields__}
    )


def long_case(reports: int) -> Tables:
    """A case of reports of some 400 words, each with some 40 findings."""
    tables = small_tables()
    figure, told, event = tables.figures[0], tables.event_mentions[0], tables.events[0]
    text = f"{tables.reports[0].text} " * 24
    rows: dict[str, list[object]] = {"reports": [], "figures": [], "event_mentions": [], "events": []}
    for number in range(reports):
        name = f"report-{number}"
        rows["reports"].append(Report(id=name, file=f"{name}.txt", sha256=str(number), text=text))
        for place in range(20):
            shift = place * (len(tables.reports[0].text) + 1)
            where = {"report": name, "start": figure.start + shift, "end": figure.end + shift}
            rows["figures"].append(msgspec.structs.replace(figure, id=f"figure-{number}-{place}", event=None, **where))
            mention = msgspec.structs.replace(
                told, id=f"told-{number}-{place}", event=f"event-{number}-{place}", **where
            )
            rows["event_mentions"].append(mention)
            rows["events"].append(
                msgspec.structs.replace(event, id=f"event-{number}-{place}", mentions=(mention.id,), reports=(name,))
            )
    return Tables(**{table: tuple(found) for table, found in rows.items()})


def test_time_grows_with_the_case_and_stays_short() -> None:
    render_dossier(small_tables())
    started = process_time()
    page = render_dossier(long_case(200))
    assert process_time() - started < 5
    assert page.count('<article class="report"') == 200
    assert isinstance(small_tables().events[0], Event)


def test_decisions_are_told_with_who_made_them() -> None:
    from variorum.model.decisions import Decision, NamedRow
    from variorum.model.terms import DecisionKind

    decision = Decision(
        id="decision-1",
        number=1,
        kind=DecisionKind.REJECT,
        rows=(NamedRow(table="figures", row="figure-9", words="nine <dockers>"),),
        reviewer="Ana Teles",
        reason="a year, not a count",
        made="2024-03-09T10:00:00+00:00",
    )
    tables = msgspec.structs.replace(small_tables(), decisions=(decision,))
    told = html.fromstring(render_dossier(tables)).get_element_by_id("decisions").text_content()
    for words in ("Wrong", "in force", "nine <dockers>", "a year, not a count", "Ana Teles", "9 March 2024"):
        assert words in told
    assert 'id="decisions"' not in render_dossier(small_tables())
