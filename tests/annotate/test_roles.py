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
    ("Omar Haddad spoke. He is still chairman of the water board.", "He", "chairman of the water board", "holds"),
    ("Omar Haddad spoke. He is no longer mayor.", "He", "mayor", "denied"),
    ("Ines Moreau said that she was still the mayor of Oran.", "she", "mayor of Oran", "holds"),
    ("The minister of labour Thandi Radebe agreed.", "Thandi Radebe", "minister of labour", "holds"),
    (
        "The acting minister of Internal Affairs Kasym Dzhunov has resigned.",
        "Kasym Dzhunov",
        "minister of Internal Affairs",
        "loses",
    ),
    ("Omar Haddad said he was mayor of Oran for ten years.", "he", "mayor of Oran", "held"),
    ("The eastern government is led by Omar Haddad.", "Omar Haddad", "government", "holds"),
    ("Mayor Omar Haddad was suspended on Monday.", "Omar Haddad", "Mayor", "loses"),
    ("Defence Minister General Omar Haddad spoke.", "Omar Haddad", "Defence Minister General", "holds"),
    (
        "The king replaced the head of the coast guard, Omar Haddad, with Colonel Ivo Petrov.",
        "Ivo Petrov",
        "head of the coast guard",
        "gains",
    ),
    (
        "The king replaced the head of the coast guard, Omar Haddad, with Colonel Ivo Petrov.",
        "Omar Haddad",
        "head of the coast guard",
        "loses",
    ),
    ("Ines Moreau succeeded Omar Haddad as mayor of Oran.", "Ines Moreau", "mayor of Oran", "gains"),
    ("The head of the port has resigned.", "head of the port", "head of the port", "loses"),
    (
        "Ines Moreau, spokeswoman for the movement Free Coast, fled.",
        "Ines Moreau",
        "spokeswoman for the movement",
        "holds",
    ),
    # the office is the one by which the report calls the holder elsewhere
    ("Premier Lena Varga spoke. Varga resigned.", "Varga", "Premier", "loses"),
    ("Premier Lena Varga spoke. The king fired her.", "her", "Premier", "loses"),
    ("The new mayor, Lena Varga, took office on Monday.", "Lena Varga", "new mayor", "gains"),
    ("The head of the port, Lena Varga, was dismissed.", "Lena Varga", "head of the port", "loses"),
    ("Omar Haddad headed the Council of Elders.", "Omar Haddad", "headed the Council of Elders", "holds"),
]


@pytest.mark.parametrize(
    "sentence",
    [
        "Omar Haddad spoke. Was he mayor of Oran?",
        "Omar Haddad spoke. He will be mayor of Oran.",
        "The crew removed Mayor Omar Haddad from the stage.",
        "Omar Haddad spoke. He was sacked.",
    ],
)
def test_no_office_told(parse: Callable[[str], Page], sentence: str) -> None:
    assert [row for row in find(parse(sentence)) if row.kind == "office" and "title" not in row.rule] == []


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
    ("Soldiers were holding Omar Haddad at a barracks.", "Omar Haddad", "a barracks", "holds"),
    ("Amadou Keita was taken to a villa.", "Amadou Keita", "a villa", "gains"),
    ("Amadou Keita was moved to a navy ship.", "Amadou Keita", "a navy ship", "gains"),
    ("Amadou Keita is under house arrest.", "Amadou Keita", "under house arrest", "holds"),
    ("Amadou Keita is hiding on a ship.", "Amadou Keita", "a ship", "holds"),
    ("Amadou Keita is at home in Dakar.", "Amadou Keita", "Dakar", "holds"),
    ("Amadou Keita had been in prison.", "Amadou Keita", "prison", "held"),
    ("A judge ordered Omar Haddad to remain in custody.", "Omar Haddad", "custody", "holds"),
    ("Aides denied it: Amadou Keita is in Dakar.", "Amadou Keita", "Dakar", "holds"),
    ("Amadou Keita flew out of the country.", "Amadou Keita", "the country", "loses"),
    ("Amadou Keita was taken out of the country.", "Amadou Keita", "the country", "loses"),
    ("Amadou Keita is now working in Dakar.", "Amadou Keita", "Dakar", "holds"),
    ("Amadou Keita took refuge in the embassy.", "Amadou Keita", "the embassy", "gains"),
    ("Amadou Keita is held in the basement.", "Amadou Keita", "the basement", "holds"),
]


@pytest.mark.parametrize(("sentence", "holder", "value", "status"), WHEREABOUTS)
def test_whereabouts(parse: Callable[[str], Page], sentence: str, holder: str, value: str, status: str) -> None:
    rows = [row for row in find(parse(sentence)) if row.kind == "whereabouts"]
    assert [(row.holder, row.value, row.status) for row in rows] == [(holder, value, status)]


def test_a_place_alone_answers_where_somebody_is(parse: Callable[[str], Page]) -> None:
    text = (
        "An exile speaks\n\nQ: Where is President Amadou Keita now?\nA: In Dakar.\n\n"
        "Q: Where did the vote take place?\nA: In Thies. I saw it.\n"
    )
    rows = [row for row in find(parse(text)) if row.kind == "whereabouts"]
    assert [(row.holder, row.value, row.status) for row in rows] == [("Amadou Keita", "Dakar", "holds")]


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


def test_a_membership_has_the_body_as_its_value(parse: Callable[[str], Page]) -> None:
    rows = find(parse("The African Union includes Chad and Mali."))
    assert {row.value for row in rows if row.kind == "membership"} == {"African Union"}


@pytest.mark.parametrize(
    ("sentence", "value", "organization"),
    [
        ("Omar Haddad, a spokesman for the Coast Guard, spoke.", "spokesman", "Coast Guard"),
        ("Mines Minister Omar Haddad spoke.", "Mines Minister", None),
        (
            "National Search and Rescue Agency chief Omar Haddad spoke.",
            "National Search and Rescue Agency chief",
            "National Search and Rescue Agency",
        ),
    ],
)
def test_body_of_an_office(parse: Callable[[str], Page], sentence: str, value: str, organization: str | None) -> None:
    rows = [(row.value, row.organization) for row in find(parse(sentence)) if row.kind == "office"]
    assert rows == [(value, organization)]


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
