"""Whom "it" and "they" mean in what somebody says, in sentences of our own."""

from collections.abc import Callable

import pytest

from variorum.annotate.page import Page
from variorum.annotate.speakers_meant import speaker_meant

CASES = [
    ("The junta announced that it had closed the border.", "it", "junta"),
    ("The miners said they would stay.", "they", "miners"),
    ("Peru and Chile said in a statement that they would leave.", "they", "Peru"),
    ("The junta said that they would leave.", "they", None),
    ("The junta said it was clear that the border was shut.", "it", None),
    ("The junta fell. It had closed the border.", "It", None),
]


@pytest.mark.parametrize(("text", "pronoun", "speaker"), CASES)
def test_speaker(parse: Callable[[str], Page], text: str, pronoun: str, speaker: str | None) -> None:
    token = next(token for token in parse(text).doc if token.text == pronoun)
    meant = speaker_meant(token)
    assert (meant.text if meant else None) == speaker
