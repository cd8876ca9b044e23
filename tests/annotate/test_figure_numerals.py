"""Numerals: every way of writing a number says the same number."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.annotate.figure_numerals import numeral_finder
from variorum.annotate.figures import figure_annotator
from variorum.annotate.page import Page
from variorum.lexicon.quantities import read_quantities
from variorum.model.tables import Tables

LEXICON = read_quantities()
FINDER = numeral_finder(LEXICON)
ANNOTATOR = figure_annotator()


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_and_without_commas(number: int) -> None:
    for written in (str(number), f"{number:,}"):
        (numeral,) = FINDER.find(f"some {written} sheep")
        assert numeral.low == numeral.high == number


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=99), st.integers(min_value=1, max_value=999))
def test_words_of_thousands(thousands: int, rest: int) -> None:
    (numeral,) = FINDER.find(f"{_words(thousands)} thousand {_words(rest)} sheep")
    assert numeral.low == thousands * 1000 + rest


@pytest.mark.parametrize(
    ("text", "value", "currency", "sign"),
    [
        ("$13.6M", 13600000, "$", None),
        ("US $58.24", 58.24, "US $", None),
        ("8.1bn", 8100000000, None, None),
        ("4 hundred million", 400000000, None, None),
        ("half a million", 500000, None, None),
        ("a quarter of a million", 250000, None, None),
        ("three quarters of a million", 750000, None, None),
        ("a third of the crew", 1 / 3, None, None),
        ("minus 12", -12, None, None),
        ("30km", 30, None, "km"),
        ("19%", 19, None, "%"),
        ("3 000", 3000, None, None),
    ],
)
def test_signs_and_scales(text: str, value: float, currency: str | None, sign: str | None) -> None:
    (numeral,) = FINDER.find(f"about {text} there")
    assert (numeral.low, numeral.currency, numeral.sign) == (value, currency, sign)


@pytest.mark.parametrize("text", ["COVID-19", "F-16", "G20", "22nd", "10:30", "MH17"])
def test_names_and_times_are_no_numerals(text: str) -> None:
    assert FINDER.find(f"the {text} there") == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([*"ab k0159.,-–%$ \n“'", "killed ", "people ", "from ", "two "]), max_size=40))
def test_any_text_gives_rows_inside_it(parse: Callable[[str], Page], pieces: list[str]) -> None:
    text = "".join(pieces)
    page = parse(text)
    for figure in ANNOTATOR.run(page, Tables(reports=(page.report,), sections=page.sections)):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.text == text[figure.start : figure.end]


def _words(number: int) -> str:
    numerals = LEXICON.numerals
    names = {value: word for word, value in {**numerals.teens_and_units, **numerals.tens}.items()}
    if number >= 100:
        tail = f" and {_words(number % 100)}" if number % 100 else ""
        return f"{names[number // 100]} hundred{tail}"
    if number in names:
        return names[number]
    return f"{names[number // 10 * 10]}-{names[number % 10]}"
