"""Which words of a report name a place, and by which phenomenon."""

from collections.abc import Callable

import pytest

from variorum.annotate.page import Page
from variorum.annotate.places import place_annotator
from variorum.model.tables import PlaceMention, Tables

ANNOTATOR = place_annotator()


def places(page: Page) -> tuple[PlaceMention, ...]:
    rows: tuple[PlaceMention, ...] = ANNOTATOR.run(page, Tables())
    return rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Protests spread from Semey to Kyzylorda on Monday.", ["Semey", "Kyzylorda"]),
        ("Snow closed the road near Midland, TX.", ["Midland", "TX"]),
        ("The Interior Ministry of Kazakhstan denied it.", ["Kazakhstan"]),
        ("TARAZ — Shops stayed shut on Tuesday.", ["TARAZ"]),
        ("Workers downed tools in the Mangistau region.", ["Mangistau"]),
        ("They fled to the village of Sarkamys at night.", ["Sarkamys"]),
        ("Syrias army shelled Idlib again.", ["Syrias", "Idlib"]),
        ("Shells fell on the al-Rashid neighbourhood of Homs.", ["al-Rashid", "Homs"]),
        ("Saudi Arabia and the Russian Federation agreed.", ["Saudi Arabia", "Russian Federation"]),
        ("A crowd gathered at the Russian Embassy in Minsk.", ["Russian Embassy", "Minsk"]),
        ("A Semey man was freed, Taraz police said.", ["Semey", "Taraz"]),
        ("Doctors at the Texas Department of Health agreed.", ["Texas"]),
        ("The EU and the UAE sent aid.", ["EU", "UAE"]),
        ("Prices rose across Central Asia and the Middle East.", ["Central Asia", "Middle East"]),
        ("Water rose in the city of Belkarim. Belkarim lies low.", ["Belkarim", "Belkarim"]),
        ("They landed in the capital, Male, at dawn.", ["Male"]),
        ("Ann Lee is a director at the Northern Rights Centre.", []),
        ("Ivan Banda won the vote. Banda thanked his team.", []),
        ("The duties are carried out by Kursan Asanov.", []),
        ("Rebels raided the border town of Adrebel. They tried to seize Adrebel again.", ["Adrebel", "Adrebel"]),
    ],
)
def test_places_found(parse: Callable[[str], Page], text: str, expected: list[str]) -> None:
    assert [row.text for row in places(parse(text))] == expected


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Paris Hilton sang to the guests.", "Paris"),
        ("Reading is fun, said Mr. Houston on Friday.", "Reading"),
        ("On Mon the shops opened; SANA reported nothing.", "SANA"),
        ("A car burned. Car owners were angry.", "Car"),
        ("President Lincoln spoke first.", "Lincoln"),
    ],
)
def test_namesakes_that_are_no_places(parse: Callable[[str], Page], text: str, named: str) -> None:
    assert named not in [row.text for row in places(parse(text))]


def test_words_for_a_people_are_settled_at_once(parse: Callable[[str], Page]) -> None:
    (row,) = [row for row in places(parse("Kyrgyz officers watched the crossing.")) if row.rule == "people"]
    assert (row.text, row.name, row.country, row.latitude) == ("Kyrgyz", "Kyrgyzstan", "KG", 41.0)


def test_other_names_wait_for_their_context(parse: Callable[[str], Page]) -> None:
    (row,) = places(parse("Rain fell in Springfield."))
    assert (row.name, row.latitude) == (None, None)


@pytest.mark.parametrize("text", ["", "   \n", "nothing here is named", "THE CREW HAS TAKEN US HOSTAGE!"])
def test_texts_without_places(parse: Callable[[str], Page], text: str) -> None:
    assert places(parse(text)) == ()


def test_spans_are_in_order_quote_the_text_and_do_not_overlap(parse: Callable[[str], Page]) -> None:
    page = parse(
        "From Taraz in Kazakhstan’s south to New York City, Kazakh flags hung at Astana Airport and in St. Louis."
    )
    rows = places(page)
    assert [row.text for row in rows] == [page.report.text[row.start : row.end] for row in rows]
    assert all(left.end <= right.start for left, right in zip(rows, rows[1:], strict=False))


@pytest.mark.parametrize(
    "text",
    [
        "The head of the harbour, Vera Lukoš, stepped down.",
        "The Red Cross sent tents.",
        "Junta leaders met.",
    ],
)
def test_persons_and_words_of_bodies_are_no_places(parse: Callable[[str], Page], text: str) -> None:
    assert not places(parse(text))
