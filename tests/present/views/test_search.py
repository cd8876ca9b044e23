"""What is typed into the search box, and what is found by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_case import small_tables

from variorum.model.tables import Report, Tables
from variorum.present.views.index import Index
from variorum.present.views.search import search, show_hits
from variorum.present.views.search_entries import Kind
from variorum.present.views.search_index import SearchIndex
from variorum.present.views.search_query import read_query


@pytest.mark.parametrize(
    ("typed", "match"),
    [
        ("", ""),
        ("   ", ""),
        ("docker", '("docker"*)'),
        ("in", '("in")'),
        ("in*", '("in"*)'),
        ("dock port", '("dock"*) AND ("port"*)'),
        ('"left office"', '("left office")'),
        ("“left office”", '("left office")'),
        ('"left off', '("left off")'),
        ("port -union", '(("port"*)) NOT ("union"*)'),
        ("port NOT union", '(("port"*)) NOT ("union"*)'),
        ("-union", ""),
        ("police OR army", '("police"* OR "army"*)'),
        ("OR army", '("army"*)'),
        ("police OR", '("police"*)'),
        ("NEAR(a b)", '("NEAR a") AND ("b")'),
        ("words : a^2 + {b}", '("words"*) AND ("a 2") AND ("b")'),
        ("Nur-Sultan", '("Nur Sultan"*)'),
        ("🙂 '\" ()*", ""),
    ],
)
def test_what_is_typed_is_read_kindly(typed: str, match: str) -> None:
    assert read_query(typed).match == match


@pytest.fixture(scope="module")
def index() -> Index:
    more = Report(
        id="report-dd", sha256="d", outlet="Port Press", text="Çağlar fled.\n\nThe émigré\x02 spoke\x00 of 7 boats."
    )
    tables = small_tables()
    return Index(
        Tables(**{**{n: getattr(tables, n) for n in tables.__struct_fields__}, "reports": (*tables.reports, more)})
    )


@pytest.fixture(scope="module")
def made(index: Index) -> SearchIndex:
    return SearchIndex(index)


def found(typed: str, index: Index, made: SearchIndex, outlet: str = "") -> dict[Kind, int]:
    return {kind: len(rows) for kind, rows in search(typed, outlet, index, made).found.by_kind.items()}


def test_every_kind_of_row_is_found(index: Index, made: SearchIndex) -> None:
    assert set(found("dockers OR teles OR sele", index, made)) == set(Kind)


@pytest.mark.parametrize(
    ("typed", "texts"),
    [("caglar", 1), ("ÉMIGRÉ", 1), ("emigre boat", 1), ('"boat"', 0), ("fled spoke", 2), ("boats -emigre", 0)],
)
def test_capitals_accents_and_endings(typed: str, texts: int, index: Index, made: SearchIndex) -> None:
    assert found(typed, index, made).get(Kind.TEXT, 0) == texts


def test_what_was_looked_for_is_marked_and_led_to(index: Index, made: SearchIndex) -> None:
    view = search("emigre", "", index, made)
    (hit,) = show_hits(view, view.found.by_kind[Kind.TEXT], index, made)
    assert [(run.text, run.hit) for run in hit.runs] == [
        ("The ", False),
        ("émigré", True),
        ("  spoke  of 7 boats.", False),
    ]
    assert hit.href == "#at-14-44"
    assert hit.witness is not None
    assert hit.witness.name == "Port Press"


def test_where_nothing_has_all_words_some_are_enough(index: Index, made: SearchIndex) -> None:
    assert search("dockers fled", "", index, made).widened
    assert not search("dockers killed", "", index, made).widened
    assert search("zebra", "", index, made).found.total == 0


def test_names_spelled_nearly_so_are_offered(index: Index, made: SearchIndex) -> None:
    assert [name for name, _ in search("Anna Telles", "", index, made).like] == ["Ana Teles"]


def test_an_outlet_alone(index: Index, made: SearchIndex) -> None:
    assert found("port", index, made, "Port Press") == {}
    assert found("fled", index, made, "Port Press") == {Kind.TEXT: 1}


@given(st.one_of(st.text(max_size=80), st.text(alphabet="\"'*-+^:(){}[]ANDORNTabc \u202e😀", max_size=40)))
def test_nothing_that_is_typed_is_an_error(typed: str) -> None:
    made = SearchIndex(Index(Tables()))
    assert made.find(read_query(typed)).total == 0
