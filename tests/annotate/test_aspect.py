"""Whether words say that an event begins, goes on or ends."""

import pytest

from variorum.annotate.aspect import aspect_of
from variorum.lexicon.aspect import load_aspect


@pytest.mark.parametrize(
    ("sentence", "word", "aspect"),
    [
        ("The strikes began in the harbour on Monday.", "strikes", "begin"),
        ("Clashes broke out near the stadium.", "Clashes", "begin"),
        ("The march went on through the night.", "march", "continue"),
        ("The rally in the capital ended at noon.", "rally", "end"),
        ("The shelling has stopped.", "shelling", "end"),
        ("The rally did not end.", "rally", None),
        ("Nobody knows if the rally ended.", "rally", None),
        ("They want to end the strike.", "strike", None),
        ("The blockade will end on Sunday.", "blockade", None),
        ("The march passed the bank.", "march", None),
    ],
)
def test_aspect(parse, sentence, word, aspect):
    token = next(token for token in parse(sentence).doc if token.text == word)
    assert aspect_of(token, load_aspect()) == aspect
