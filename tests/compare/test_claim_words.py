"""Which statements are made in the same words."""

import pytest

from variorum.compare.claim_words import alike, claim_stems


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("We will not negotiate with saboteurs", "We would not negotiate with these saboteurs", True),
        ("We will not negotiate with saboteurs", "We will not negotiate with murderers", False),
        ("Who would it have been?", "It would not have been possible", False),
    ],
)
def test_statements_in_the_same_words(left: str, right: str, same: bool):
    assert alike(claim_stems(left), claim_stems(right)) is same
