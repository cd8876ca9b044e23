"""The conventions that docs/record-format.md gives are those the annotators keep."""

import re
from collections.abc import Callable

import pytest
from pages import section, tables, terms, text

from variorum.annotate.page import Page
from variorum.model.edtf import read_edtf
from variorum.model.tables import Figure
from variorum.pipeline.annotation import annotate_report
from variorum.pipeline.steps import annotators

CONVENTIONS = section(text("record-format.md"), "Conventions")
NUMBERS = next(rows for rows in tables(CONVENTIONS) if rows[0][0] == "words")[1:]
DATES = [
    value for row in next(rows for rows in tables(CONVENTIONS) if rows[0][0] == "value")[1:] for value in terms(row[0])
]
CHANGES = {"doubled, twofold": "Prices doubled.", "from 60 to 120": "The price of bread rose from 60 to 120 euros."}

Find = Callable[[str], tuple[Figure, ...]]


@pytest.fixture(scope="module")
def find(parse: Callable[[str], Page]) -> Find:
    steps = annotators()

    def figures(sentence: str) -> tuple[Figure, ...]:
        page = parse(sentence)
        return annotate_report(page.report, page.sections, page.doc, steps).figures

    return figures


@pytest.mark.parametrize(("words", "low", "high", "also"), NUMBERS)
def test_numbers(find: Find, words: str, low: str, high: str, also: str) -> None:
    plain = words.split(" (")[0]
    counted = "of people" if re.search(r"(?:dozen|hundred|thousand)s$", plain) else "people"
    sentence = CHANGES.get(plain, f"{plain.capitalize()} {counted} were killed in the capital.")
    found = find(sentence.replace("None people", "No one"))
    assert len(found) == 1, sentence
    assert (_shown(found[0].low), _shown(found[0].high)) == (low, high), sentence
    assert found[0].approximate is ("approximate" in also)
    assert (found[0].unit == "ratio") is ("ratio" in also)
    assert found[0].previous == (60 if "previous" in also else None)


def _shown(number: float | None) -> str:
    return "null" if number is None else f"{number:g}" if number < 1e5 else str(int(number))


@pytest.mark.parametrize("value", sorted(DATES))
def test_dates(value: str) -> None:
    assert read_edtf(value) is not None
