"""Names, descriptions and their types, in sentences of our own."""

from collections.abc import Callable

import pytest

from variorum.annotate.mentions import mention_annotator
from variorum.annotate.page import Page
from variorum.annotate.places import place_annotator
from variorum.model.tables import Mention, Tables

Parse = Callable[[str], Page]

MENTIONS = mention_annotator()
PLACES = place_annotator()


def find(page: Page) -> tuple[Mention, ...]:
    places = PLACES.run(page, Tables(reports=(page.report,), sections=page.sections))
    return MENTIONS.run(page, Tables(reports=(page.report,), sections=page.sections, places=places))


def one(page: Page, text: str) -> Mention:
    """The first mention whose words are these."""
    rows = find(page)
    return next(row for row in rows if row.text == text)


NAMES = [
    # sentence, the mention's words, type, title, office, former
    ("President Okello arrived late.", "Okello", "person", "President", "president", False),
    (
        "Prime Minister Lena Varga resigned on Monday.",
        "Lena Varga",
        "person",
        "Prime Minister",
        "prime minister",
        False,
    ),
    (
        "Former interior minister Tomas Brandt denied it.",
        "Tomas Brandt",
        "person",
        "Former interior minister",
        "interior minister",
        True,
    ),
    ("Ex-president Amadou Keita left the country.", "Amadou Keita", "person", "Ex-president", "president", True),
    ("General Petrov's troops withdrew.", "Petrov", "person", "General", "general", False),
    (
        "Police spokeswoman Marta Ruiz said two men were held.",
        "Marta Ruiz",
        "person",
        "Police spokeswoman",
        "spokesperson",
        False,
    ),
    (
        "Prime Minister of Georgia Irakli Beridze spoke.",
        "Irakli Beridze",
        "person",
        "Prime Minister of Georgia",
        "prime minister",
        False,
    ),
    (
        "Defence Minister General Ivo Petrov spoke.",
        "Ivo Petrov",
        "person",
        "Defence Minister General",
        "defence minister",
        False,
    ),
    ("The Petrov family owns the port.", "Petrov family", "group", None, None, False),
    ("Ivo Lind-Okarve, owner of the port, told reporters he was ill.", "Ivo Lind-Okarve", "person", None, None, False),
    ("The African Union (AU) sent observers.", "African Union", "organization", None, None, False),
    ("Sputnik Armenia reports new clashes.", "Sputnik Armenia", "organization", None, None, False),
    ("Human Rights Watch called for an inquiry.", "Human Rights Watch", "organization", None, None, False),
    ("The Union of Free Miners called a strike.", "Union of Free Miners", "organization", None, None, False),
]


@pytest.mark.parametrize(("sentence", "words", "kind", "title", "office", "former"), NAMES)
def test_names_carry_their_title_and_type(
    parse: Parse, sentence: str, words: str, kind: str, title: str | None, office: str | None, former: bool
) -> None:
    mention = one(parse(sentence), words)
    assert (mention.type, mention.title, mention.kind, mention.former) == (kind, title, office, former)
    assert mention.form == "name"


BODIES = [
    # sentence, the mention's words, what it is filed under, country by its own words
    ("The Interior Ministry counted nine dead.", "Interior Ministry", "interior ministry", None),
    ("The Ministry of Internal Affairs counted nine dead.", "Ministry of Internal Affairs", "interior ministry", None),
    ("The Peruvian government gave in.", "Peruvian government", "government", "PE"),
    ("The government of Chad gave in.", "government of Chad", "government", "TD"),
    ("The Kremlin would not comment.", "Kremlin", "presidency", "RU"),
    ("The prosecutor's office opened a case.", "prosecutor's office", "prosecutor's office", None),
    ("Police fired tear gas.", "Police", "police", None),
    ("The army was called out.", "army", "military", None),
]


@pytest.mark.parametrize(("sentence", "words", "body", "country"), BODIES)
def test_state_bodies_are_filed_with_their_country(
    parse: Parse, sentence: str, words: str, body: str, country: str | None
) -> None:
    mention = one(parse(sentence), words)
    assert (mention.type, mention.kind, mention.country) == ("organization", body, country)


def test_another_bodys_council_is_not_the_states(parse: Parse) -> None:
    mention = one(parse("Envoys left the UN Security Council in anger."), "UN Security Council")
    assert mention.kind is None


CROWDS = [
    ("Protesters blocked the road.", "Protesters", "protesters"),
    ("Demonstrators blocked the road.", "Demonstrators", "protesters"),
    ("Residents of Arequipa blocked the road.", "Residents of Arequipa", "residents"),
    ("Chilean soldiers guarded the road.", "Chilean soldiers", "soldiers"),
    ("The mutineers took the fort.", "mutineers", "mutineers"),
    ("On Thursday guards blocked the road.", "guards", "guards"),
]


@pytest.mark.parametrize(("sentence", "words", "crowd"), CROWDS)
def test_crowds_are_groups(parse: Parse, sentence: str, words: str, crowd: str) -> None:
    mention = one(parse(sentence), words)
    assert (mention.type, mention.kind) == ("group", crowd)


@pytest.mark.parametrize(
    "sentence", ["Three protesters were shot.", "Dozens of protesters were shot.", "No protesters came."]
)
def test_counted_parts_of_a_crowd_are_no_entity(parse: Parse, sentence: str) -> None:
    assert not [row for row in find(parse(sentence)) if row.type == "group"]


RENAMED = [
    # sentence, the description, the name it stands for
    ("Ines Moreau, the city's mayor, fled.", "city's mayor", "Ines Moreau"),
    ("The country's president, Omar Haddad, spoke.", "country's president", "Omar Haddad"),
    ("Omar Haddad is the president of Chad.", "president of Chad", "Omar Haddad"),
    ("The head of the harbour, Vera Lukoš, stepped down.", "head of the harbour", "Vera Lukoš"),
    ("The chief of the miners' union, Tano Brehl, objected.", "chief of the miners' union", "Tano Brehl"),
    ("A senator from Bergen, Tuva Nyhus, objected.", "senator", "Tuva Nyhus"),
    (
        "A spokeswoman for the Chadian foreign ministry, Ines Moreau, said so.",
        "spokeswoman for the Chadian foreign ministry",
        "Ines Moreau",
    ),
    ("The minister of labour Thandi Radebe agreed.", "minister of labour", "Thandi Radebe"),
    ("The head of the African Union, Kenyan diplomat Amos Otieno, agreed.", "head of the African Union", "Amos Otieno"),
]


@pytest.mark.parametrize(("sentence", "description", "name"), RENAMED)
def test_appositions_point_at_their_name(parse: Parse, sentence: str, description: str, name: str) -> None:
    page = parse(sentence)
    mention = one(page, description)
    assert mention.antecedent == one(page, name).id


def test_an_acronym_belongs_to_the_name_before_its_brackets(parse: Parse) -> None:
    page = parse("The Northern Workers League (NWL) met. The NWL will strike.")
    assert one(page, "Northern Workers League").acronym == "NWL"
    assert len([row for row in find(page) if row.text == "NWL" and row.type == "organization"]) == 2


def test_a_surname_known_in_the_report_is_a_person_everywhere(parse: Parse) -> None:
    page = parse("President Okello spoke. Nothing has changed since Okello came. Many fear Okello.")
    assert [row.type for row in find(page) if row.text == "Okello"] == ["person"] * 3


FUSED = [
    ("Haddad(The President of Chad since 1999) sent troops.", "Haddad", "person"),
    ("Officials told TRK Newsthat the road was open.", "TRK News", "organization"),
]


@pytest.mark.parametrize(("sentence", "words", "kind"), FUSED)
def test_words_run_together_are_cut_at_the_name(parse: Parse, sentence: str, words: str, kind: str) -> None:
    assert one(parse(sentence), words).type == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "President Okello’s guards shot at protesters in Gulu, the Interior Ministry said.",
        "\n\nOkello\n\nThe president (and “his” guards) fled to Mali [see above].",
    ],
)
def test_spans_quote_the_text_and_are_unique(parse: Parse, sentence: str) -> None:
    page = parse(sentence)
    rows = find(page)
    assert all(row.text == sentence[row.start : row.end] for row in rows)
    assert len({(row.start, row.end) for row in rows}) == len(rows)
    assert all(row.antecedent in {other.id for other in rows} for row in rows if row.antecedent)
    assert not any(row.text.endswith(("'s", "’s")) for row in rows)


def test_no_words_no_mentions(parse: Parse) -> None:
    assert find(parse("")) == ()


PERSONS_NOT_PLACES = [
    # sentence, the person's name, why
    ("The head of the harbour, Vera Lukoš, stepped down.", "Vera Lukoš", "renames an office"),
    ("The widow of Tibor Halasz wept.", "Tibor Halasz", "is somebody's kin"),
    ("The gang's leader, Wilmer “Lion” Zambrano, fled.", "Wilmer “Lion” Zambrano", "has a nickname inside"),
    ("Police found 29-year-old Lindiwe Zulu in a cellar.", "Lindiwe Zulu", "is told with an age"),
    ("On Monday Lt. Col. Baro Teku spoke.", "Baro Teku", "the rank's full stop stands apart"),
]


@pytest.mark.parametrize(("sentence", "name", "why"), PERSONS_NOT_PLACES)
def test_unfamiliar_names_are_persons_by_what_stands_beside(parse: Parse, sentence: str, name: str, why: str) -> None:
    assert one(parse(sentence), name).type == "person", why


def test_a_body_with_an_acronym_is_not_the_states_body_in_its_name(parse: Parse) -> None:
    page = parse("The National Agency of Civil Defense (NACD) sent tents.")
    name = one(page, "National Agency of Civil Defense")
    assert name.kind is None
    assert name.acronym == "NACD"


@pytest.mark.parametrize(
    ("sentence", "words", "kind"),
    [
        ("The mayor told the Noyan news agency that it rained.", "Noyan", "organization"),
        ("Boats searched the sea off the island of Lampeta.", "Lampeta", "place"),
        ("The Military Committee named a new premier.", "Military Committee", "organization"),
        ("The Islamist group Al-Hijra blew up a bridge.", "Al-Hijra", "organization"),
        ("In Nairobi's Kibera slum, youths burned tyres.", "Kibera", "place"),
        ("A boat sank off Garabulli.", "Garabulli", "place"),
    ],
)
def test_the_noun_beside_a_name_says_of_what_kind_it_is(parse: Parse, sentence: str, words: str, kind: str) -> None:
    mention = one(parse(sentence), words)
    assert (mention.type, mention.kind) == (kind, None)


def test_a_description_ends_behind_the_noun_it_needs(parse: Parse) -> None:
    rows = {
        row.text for row in find(parse("The prime minister of the Tripoli-based government, Mustafa Senussi, spoke."))
    }
    assert "prime minister of the Tripoli-based government" in rows


def test_an_office_before_a_rank_is_the_one_told(parse: Parse) -> None:
    assert one(parse("Army chief General Vincent Mbeya spoke."), "Vincent Mbeya").kind == "army chief"


def test_brackets_may_explain_a_name_by_an_acronym_of_another_language(parse: Parse) -> None:
    page = parse("He left the Social Democratic Party (PSD) in May.")
    assert one(page, "PSD").type == "organization"
    assert one(page, "PSD").antecedent == one(page, "Social Democratic Party").id


def test_the_start_of_an_office_is_no_body(parse: Parse) -> None:
    rows = find(parse("Interior Minister Omar Haddad denied it. Interior Minister Haddad was in Oran."))
    assert not [row for row in rows if row.text == "Interior"]


def test_the_government_of_a_person_is_a_government(parse: Parse) -> None:
    page = parse("Strikers accused the government of President Omar Haddad.")
    assert one(page, "government").kind == "government"


def test_a_country_by_its_long_form_is_a_place(parse: Parse) -> None:
    assert (
        one(parse("The Republic of Kazakhstan and the Russian Federation agreed."), "Republic of Kazakhstan").type
        == "place"
    )


def test_a_body_named_like_a_person_is_one_by_who_leads_and_mans_it(parse: Parse) -> None:
    page = parse(
        "Jan Brand, the head of Wagner, spoke on Monday. Wagner mercenaries left the camps of Wagner. Wagner denied it."
    )
    kinds = {row.type for row in find(page) if row.text == "Wagner"}
    assert kinds == {"organization"}
