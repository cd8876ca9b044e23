"""The figures page and the page of one ledger: numbers with their rules and words, asked for in the address."""

import csv
import io
import re
from pathlib import Path

import msgspec
import pytest
from fastapi.testclient import TestClient
from reading_room import room_client
from small_case import small_tables, write_case

from variorum.model.tables import Tables
from variorum.model.terms import LedgerRule, Measure

TITLE = "dockers killed, Port Sele"
replace = msgspec.structs.replace


def ledger_id(room: TestClient) -> str:
    found: str = room.get("/figures.json").json()[0]["id"]
    return found


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A room over a case of sixty ledgers, each of two reports, and one figure that stands alone."""
    tables = small_tables()
    nine, twenty = tables.figures
    figures = []
    for place in range(60):
        trade = f"{'bdfghklmnp'[place // 10]}{'aeiou'[place % 5]}{'rstvw'[place % 10 // 5 * 2]}mongers"
        named = {"subject": trade, "event": None, "measure": Measure.DAMAGED, "unit": None}
        figures += [
            replace(nine, id=f"figure-n{place}", **named),
            replace(twenty, id=f"figure-t{place}", **named),
        ]
    alone = replace(nine, id="figure-alone", measure=Measure.TROOPS, subject="guards", event=None)
    case = replace(tables, figures=(*figures, alone), points=())
    return room_client(write_case(tmp_path_factory.mktemp("many") / "many.case", case))


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A room over a case with one ledger of 130 readings."""
    tables = small_tables()
    nine = tables.figures[0]
    texts = {"start": 0, "end": 4, "event": None, "date_ref": None}
    figures = tuple(replace(nine, id=f"figure-{n:03}", as_of=f"2023-03-{n % 28 + 1:02}", **texts) for n in range(130))
    return room_client(
        write_case(tmp_path_factory.mktemp("long") / "l.case", replace(tables, figures=figures, points=()))
    )


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", True),
        ("?measure=killed&of=docker&place=&outlet=gazette&from=2023-03-01&to=2023-03-31&voice=official", True),
        ("?measure=&of=&place=&outlet=&from=&to=&voice=&rule=", True),
        ("?measure=injured", False),
        ("?of=miners", False),
        ("?place=elsewhere", False),
        ("?outlet=nobody", False),
        ("?to=1999-12-31", False),
        ("?told=alone", False),
        ("?page=99", True),
    ],
)
def test_ledgers_are_asked_for_in_the_address(small_room: TestClient, asked: str, shown: bool) -> None:
    answer = small_room.get(f"/figures{asked}")
    assert answer.status_code == 200
    assert ('<section class="ledger"' in answer.text) is shown
    assert ("No figure fits all of this" in answer.text) is not shown
    assert bool(small_room.get(f"/figures.json{asked}").json()) is shown


@pytest.mark.parametrize("asked", ["measure=none", "rule=mine", "from=yesterday", "voice=loud", "told=twice", "page=0"])
def test_what_cannot_be_asked_is_told(small_room: TestClient, asked: str) -> None:
    assert small_room.get(f"/figures?{asked}").status_code == 422


def test_every_reading_stands_in_its_words_with_its_voice(small_room: TestClient) -> None:
    text = small_room.get("/figures").text
    assert TITLE in text
    assert 'href="/reports/report-aa#text-figure-abc1"' in text
    assert "nine dockers were killed" in text
    assert "at least 20" in text
    assert "the union" in text
    assert 'href="/decide/figure-abc1"' in text
    assert "Contradict" in text


def test_no_best_number_stands_without_its_rule(small_room: TestClient) -> None:
    every = small_room.get("/figures").text
    for rule in ("Most conservative", "Most recent", "Most sources", "Official voices only", "Highest"):
        assert rule in every
    assert "The lowest count is 9" in every
    one = small_room.get("/figures?rule=highest").text
    assert "The highest count is 9" in one
    assert "The lowest count" not in one
    assert "9 · highest" in one
    assert "9 · highest" not in every


@pytest.mark.parametrize("rule", list(LedgerRule))
def test_any_rule_can_be_asked_for(small_room: TestClient, rule: LedgerRule) -> None:
    assert small_room.get(f"/figures?rule={rule}").status_code == 200
    page = small_room.get(f"/figures/{ledger_id(small_room)}?rule={rule}")
    assert page.status_code == 200
    estimates = small_room.get(f"/figures.json?rule={rule}").json()[0]["estimates"]
    assert [estimate["rule"] for estimate in estimates] == [rule.value]


def test_the_picture_leads_to_the_rows_of_its_table(small_room: TestClient) -> None:
    text = small_room.get(f"/figures/{ledger_id(small_room)}").text
    assert 'role="group"' in text
    for row in ("figure-abc1", "figure-abd2"):
        assert f'<a href="#{row}"><title>' in text
        assert f'<tr id="{row}"' in text


def test_ledgers_come_twenty_a_page_and_what_stands_alone_apart(many: TestClient) -> None:
    text = many.get("/figures").text
    assert text.count('<section class="ledger"') == 20
    assert "Page 1 of 3, 60 ledgers" in text
    assert 'id="figure-alone"' not in text
    alone = many.get("/figures?told=alone").text
    assert 'id="figure-alone"' in alone
    assert "figure-n1" not in alone


def test_a_long_ledger_is_shown_in_part_and_every_link_still_leads_to_its_row(long: TestClient) -> None:
    text = long.get("/figures").text
    assert text.count('<tr id="figure-') == 20
    assert "All 130 readings" in text
    pages = [long.get(f"/figures/{ledger_id(long)}?page={number}").text for number in (1, 2)]
    assert [page.count('<tr id="figure-') for page in pages] == [100, 30]
    for page in (text, *pages):
        for place, row in re.findall(r'href="([^"#]*)#(figure-\d+)"', page):
            shown = page if not place else long.get(place).text
            assert f'id="{row}"' in shown or place.startswith("/reports/"), (place, row)


def test_readings_are_a_table_too(small_room: TestClient) -> None:
    rows = rows_of(small_room.get("/figures.csv").text)
    assert [(row["siglum"], row["low"], row["text"]) for row in rows] == [
        ("A", "9", "nine dockers were killed"),
        ("B", "20", "at least 20 dockers"),
    ]
    assert rows[0]["highest best"] == "9"
    assert "highest best" not in rows_of(small_room.get("/figures.csv?rule=most-recent").text)[0]
    ledger = ledger_id(small_room)
    assert len(rows_of(small_room.get(f"/figures/{ledger}.csv").text)) == 2
    assert small_room.get(f"/figures/{ledger}.json").json()[0]["id"] == ledger


def test_a_part_is_a_part_and_has_a_short_address(small_room: TestClient) -> None:
    answer = small_room.get("/figures?measure=&of=dock&place=", headers={"hx-request": "true"})
    assert "<html" not in answer.text
    assert answer.headers["hx-push-url"] == "/figures?of=dock"


@pytest.mark.parametrize("path", ["/figures/ledger-none", "/figures/ledger-none.json", "/figures/ledger-none.csv"])
def test_a_ledger_that_is_not_there_is_told(small_room: TestClient, path: str) -> None:
    assert small_room.get(path).status_code == 404


def test_a_case_without_figures_says_what_to_do(tmp_path: Path) -> None:
    room = room_client(write_case(tmp_path / "empty.case", Tables()))
    assert "variorum build CASE REPORTS" in room.get("/figures").text
    assert room.get("/figures.csv").status_code == 200
