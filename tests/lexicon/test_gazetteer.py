"""The gazetteer knows places by every spelling news uses, and guesses only within a country it is given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.lexicon.folding import fold_name, fold_sound
from variorum.lexicon.gazetteer import open_gazetteer
from variorum.lexicon.places import open_atlas


@pytest.mark.parametrize(
    ("written", "also_written"),
    [
        ("Alma-Ata", "ALMA ATA"),
        ("Zürich", "Zurich"),
        ("St. Louis", "Saint Louis"),
        ("The Hague", "Hague"),
        ("Ryazan’", "Ryazan"),
        ("Шымкент", "Shymkent"),
    ],
)
def test_spellings_that_fold_to_one_key(written: str, also_written: str) -> None:
    assert fold_name(written) == fold_name(also_written)


@given(st.text(max_size=30))
def test_keys_hold_only_small_letters_and_digits_and_fold_no_further(text: str) -> None:
    key = fold_name(text)
    assert key.isascii()
    assert all(char.isalnum() for char in key)
    assert fold_name(fold_sound(key)) == fold_sound(key)


@pytest.mark.parametrize(
    ("name", "geonames_id"),
    [
        ("Alma-Ata", 1526384),
        ("Nur-Sultan", 1526273),
        ("Ust-Kamenogorsk", 1520316),
        ("Жаңаөзен", 607610),
        ("Kazakhstan", 1522867),
        ("Republic of Kazakhstan", 1522867),
        ("Munich", 2867714),
    ],
)
def test_old_foreign_and_official_names(name: str, geonames_id: int) -> None:
    assert geonames_id in [place.geonames_id for place in open_gazetteer().lookup(name)]


def test_candidates_come_likeliest_first() -> None:
    first, second, *_ = open_gazetteer().lookup("Paris")
    assert (first.country, second.admin1) == ("FR", "US.TX")


@pytest.mark.parametrize("name", ["", "?", "x", "Qqzzxy"])
def test_unknown_names_have_no_candidates(name: str) -> None:
    assert open_gazetteer().lookup(name) == ()


@pytest.mark.parametrize(
    ("misspelt", "country", "name"),
    [
        ("Zhanuzin", "KZ", "Zhanaozen"),
        ("Magangstau", "KZ", "Mangystau"),
        ("Shimkent", "KZ", "Shymkent"),
        ("Uralsky", "KZ", "Oral"),
        ("Luhanks", "UA", "Luhansk"),
    ],
)
def test_misspelt_names_are_found_in_the_country_given(misspelt: str, country: str, name: str) -> None:
    assert open_gazetteer().near(misspelt, country)[0].name == name


@pytest.mark.parametrize(("name", "country"), [("Tokayev", "KZ"), ("Zhanuzin", "FR"), ("Oral", "KZ")])
def test_names_far_from_any_or_too_short_are_left_alone(name: str, country: str) -> None:
    assert all(fold_name(place.name) == fold_name(name) for place in open_gazetteer().near(name, country))


def test_areas_by_code() -> None:
    texas, nowhere = open_gazetteer().area("US.TX"), open_gazetteer().area("XX.YY")
    assert texas is not None
    assert (texas.name, texas.feature) == ("Texas", "admin1")
    assert nowhere is None


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Kazakhs", "Kazakhstan"),
        ("Tajik", "Tajikistan"),
        ("British", "United Kingdom"),
        ("Kurdish", "Kurdistan"),
        ("Central Asian", "Central Asia"),
        ("peaceful", None),
    ],
)
def test_words_for_peoples(word: str, name: str | None) -> None:
    place = open_atlas().people(word)
    assert (place.name if place else None) == name


@pytest.mark.parametrize(("form", "code"), [("Calif.", "US.CA"), ("TX", "US.TX"), ("W.Va", "US.WV"), ("Ontario", None)])
def test_shortened_states(form: str, code: str | None) -> None:
    place = open_atlas().state(form)
    assert (place.admin1 if place else None) == code


@pytest.mark.parametrize(
    ("name", "country", "feature"),
    [
        ("US", "US", "country"),
        ("U.K.", "GB", "country"),
        ("Washington", "US", "city"),
        ("Middle East", None, "region"),
        ("Caspian Sea", None, "sea"),
        ("Kremlin", "RU", "site"),
    ],
)
def test_names_of_the_lexicon_come_first(name: str, country: str | None, feature: str) -> None:
    place = open_atlas().lookup(name)[0]
    assert (place.country, place.feature) == (country, feature)


def test_short_forms_are_known_in_capitals_only() -> None:
    atlas = open_atlas()
    assert atlas.lookup("LA")[0].name == "Los Angeles"
    assert all(place.name != "Los Angeles" for place in atlas.lookup("la"))


def test_every_people_and_state_of_the_lexicon_is_in_the_gazetteer() -> None:
    atlas = open_atlas()
    assert [code for code in (*atlas.lexicon.peoples, *atlas.lexicon.countries) if atlas.area(code) is None] == []
    assert [code for code in atlas.lexicon.states if atlas.area(code) is None] == []
    assert [word for word in atlas.lexicon.peoples_of_regions if atlas.people(word) is None] == []
