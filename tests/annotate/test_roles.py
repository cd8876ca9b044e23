"""Offices, memberships and whereabouts, in sentences of our own."""

from collections.abc import Callable

import pytest

from variorum.annotate.mentions import mention_annotator
from variorum.annotate.page import Page
from variorum.annotate.places import place_annotator
from variorum.annotate.roles import role_annotator
from variorum.model.tables import Role, Tables

STEPS = (place_annotator(), mention_annotator(), role_annotator())


def find(page: Page) -> tuple[Role, ...]:
    found = Tables(reports=(page.report,), sections=page.sections)
    places = STEPS[0].run(page, found)
    found = Tables(reports=(page.report,), sections=page.sections, places=places)
    mentions = STEPS[1].run(page, found)
    return STEPS[2].run(page, Tables(reports=(page.report,), sections=page.sections, places=places, mentions=mentions))


OFFICES = [
    # sentence, holder, value, status
    ("President Okello spoke.", "Okello", "President", "holds"),
    ("Former president Amadou Keita spoke.", "Amadou Keita", "Former president", "held"),
    ("Ines Moreau, mayor of Oran, fled.", "Ines Moreau", "mayor of Oran", "holds"),
    ("Amadou Keita was elected president in 2016.", "Amadou Keita", "president", "gains"),
    ("Amadou Keita was sworn in as president.", "Amadou Keita", "president", "gains"),
    ("Lena Varga stepped down as prime minister.", "Lena Varga", "prime minister", "loses"),
    (
        "Lena Varga was relieved of her duties as head of the Security Council.",
        "Lena Varga",
        "head of the Security Council",
        "loses",
    ),
    ("The king dismissed Prime Minister Lena Varga.", "Lena Varga", "Prime Minister", "loses"),
    (
        "Omar Haddad remains chairman of the Security Council for life.",
        "Omar Haddad",
        "chairman of the Security Council",
        "holds",
    ),
    ("Omar Haddad left the presidency in 2019.", "Omar Haddad", "presidency", "loses"),
    ("Omar Haddad did not step down as president.", "Omar Haddad", "president", "denied"),
]


@pytest.mark.parametrize(("sentence", "holder", "value", "status"), OFFICES)
def test_offices(parse: Callable[[str], Page], sentence: str, holder: str, value: str, status: str) -> None:
    rows = [row for row in find(parse(sentence)) if row.kind == "office"]
    assert (holder, value, status) in [(row.holder, row.value, row.status) for row in rows]


WHEREABOUTS = [
    ("Amadou Keita is now in Dakar.", "Amadou Keita", "Dakar", "holds"),
    ("Amadou Keita flew to Dakar.", "Amadou Keita", "Dakar", "gains"),
    ("Amadou Keita left the country.", "Amadou Keita", "the country", "loses"),
    ("Amadou Keita took his sons and fled to Dakar.", "Amadou Keita", "Dakar", "gains"),
    ("Amadou Keita remains in Dakar.", "Amadou Keita", "Dakar", "holds"),
]


@pytest.mark.parametrize(("sentence", "holder", "value", "status"), WHEREABOUTS)
def test_whereabouts(parse: Callable[[str], Page], sentence: str, holder: str, value: str, status: str) -> None:
    rows = [row for row in find(parse(sentence)) if row.kind == "whereabouts"]
    assert [(row.holder, row.value, row.status) for row in rows] == [(holder, value, status)]


MEMBERS = [
    ("Chad and Mali, members of the African Union, agreed.", {"Chad", "Mali"}, "holds"),
    ("The African Union includes Chad, Mali and Niger.", {"Chad", "Mali", "Niger"}, "holds"),
    ("Omar Haddad joined the Liberty Party.", {"Omar Haddad"}, "gains"),
]


@pytest.mark.parametrize(("sentence", "holders", "status"), MEMBERS)
def test_memberships(parse: Callable[[str], Page], sentence: str, holders: set[str], status: str) -> None:
    rows = [row for row in find(parse(sentence)) if row.kind == "membership"]
    assert {row.holder for row in rows} == holders
    assert {row.status for row in rows} == {status}
    assert all(row.organization for row in rows)


@pytest.mark.parametrize(
    "sentence",
    [
        "Protesters demand that President Okello resign.",
        "Omar Haddad will resign if the court rules against him.",
        "Omar Haddad is a hero in Dakar.",
        "Guards fired Haddad's rifle.",
    ],
)
def test_demands_plans_and_other_senses_tell_no_loss_or_place(parse: Callable[[str], Page], sentence: str) -> None:
    rows = find(parse(sentence))
    assert not [row for row in rows if row.status in {"loses", "gains"} or row.kind == "whereabouts"]


def test_hearsay_is_possible(parse: Callable[[str], Page]) -> None:
    rows = find(parse("Omar Haddad is said to be a member of the Liberty Party."))
    assert [(row.holder, row.certainty) for row in rows if row.kind == "membership"] == [("Omar Haddad", "possible")]


def test_spans_quote_the_text(parse: Callable[[str], Page]) -> None:
    text = "President Okello was elected in 2016. He fled to Dakar, said Ines Moreau, the mayor."
    for row in find(parse(text)):
        assert row.text == text[row.start : row.end]
        for span, words in ((row.holder_span, row.holder), (row.value_span, row.value)):
            assert span is not None
            assert text[span.start : span.end] == words
