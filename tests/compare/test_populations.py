"""Whom a figure's subject counts."""

import pytest

from variorum.compare.populations import population_of
from variorum.lexicon.comparison import load_comparison


@pytest.mark.parametrize(
    ("subject", "population"),
    [
        (None, "people"),
        ("people", "people"),
        ("dozens of people", "people"),
        ("members of the security forces", "security forces"),
        ("police officers", "security forces"),
        ("18 law enforcement officers", "security forces"),
        ("residents of the old town", "civilians"),
        ("the protesters who stayed on the bridge", "protesters"),
        ("three children", "children"),
        ("masked gunmen", "militants"),
        ("dock workers", "workers"),
        ("bakeries", "bakery"),
    ],
)
def test_population(subject, population):
    assert population_of(subject, load_comparison()) == population
