"""Where sentences begin, beyond what the model says."""

import pytest
from spacy.language import Language

from variorum.annotate.language import read_language

SENTENCES = [
    # text, its sentences, why
    ("20:15 Curfew lifted", ["20:15", "Curfew lifted"], "the time of an entry stands apart"),
    ("18.02 – Guards left.", ["18.02", "–", "Guards left."], "and the sign behind it"),
    ("They met at 20:15 in Oran.", ["They met at 20:15 in Oran."], "a time inside a sentence does not"),
    ("Nine people died in the fire yesterday.", ["Nine people died in the fire yesterday."], "no sentence of one word"),
    ("Title\nNine people died in the fire.", ["Title", "Nine people died in the fire."], "a line is a sentence"),
]


@pytest.mark.parametrize(("text", "sentences", "why"), SENTENCES)
def test_sentences(language: Language, text: str, sentences: list[str], why: str) -> None:
    assert [sentence.text.strip() for sentence in read_language(language, text).sents] == sentences, why
