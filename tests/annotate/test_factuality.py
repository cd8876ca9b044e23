"""Polarity, certainty and plans on sentences that were labelled before the rules were written."""

import json
from collections import Counter
from pathlib import Path

import pytest
from spacy.language import Language

from variorum.annotate.factuality import FactualityReader
from variorum.annotate.factuality_layers import Factuality
from variorum.annotate.language import read_language
from variorum.model.terms import Certainty, Polarity, Realis

SENTENCES = Path(__file__).with_name("factuality_sentences.jsonl")


@pytest.fixture(scope="module")
def read(language: Language):
    reader = FactualityReader()

    def factuality(sentence: str, start: int) -> Factuality:
        doc = read_language(language, sentence)
        return reader.factuality_of(next(t for t in doc if t.idx <= start < t.idx + len(t)))

    return factuality


@pytest.fixture(scope="module")
def judged(read) -> list[tuple[dict[str, str], Factuality]]:
    rows = [json.loads(line) for line in SENTENCES.read_text("utf-8").splitlines()]
    return [(row, read(row["sentence"], int(row["start"]))) for row in rows]


def shares(pairs: list[tuple[bool, bool]]) -> tuple[float, float]:
    """Recall and precision over (wanted, said)."""
    count = Counter(pairs)
    hits = count[True, True]
    return hits / (hits + count[True, False]), hits / (hits + count[False, True])


def test_there_are_enough_sentences_and_half_are_plain(judged) -> None:
    plain = [row for row, _ in judged if row["realis"] in ("actual", "asserted")]
    assert len(judged) >= 300
    assert 0.4 <= len(plain) / len(judged) <= 0.6


def test_negated_words(judged) -> None:
    negative = [(row["polarity"] == "negative", value.polarity is Polarity.NEGATIVE) for row, value in judged]
    recall, precision = shares(negative)
    assert recall >= 0.95
    assert precision >= 0.95


def test_uncertain_words(judged) -> None:
    uncertain = [(row["certainty"] != "certain", value.certainty is not Certainty.CERTAIN) for row, value in judged]
    recall, precision = shares(uncertain)
    assert recall >= 0.88
    assert precision >= 0.92


def test_planned_words(judged) -> None:
    planned = [
        (row["realis"] == Realis.PLANNED, value.planned) for row, value in judged if row["polarity"] == "positive"
    ]
    assert shares(planned)[0] >= 0.95


EMBEDDED = [
    ("No fewer than nine miners were killed.", "killed", Polarity.POSITIVE, Certainty.CERTAIN),
    ("No more miners were killed.", "killed", Polarity.NEGATIVE, Certainty.CERTAIN),
    ("Nothing but rubble remained.", "remained", Polarity.POSITIVE, Certainty.CERTAIN),
    ("Nothing remained.", "remained", Polarity.NEGATIVE, Certainty.CERTAIN),
    ("The coach was not surprised that the guards shot the boy.", "shot", Polarity.POSITIVE, Certainty.CERTAIN),
    ("Nobody was aware that the guards shot the boy.", "shot", Polarity.POSITIVE, Certainty.CERTAIN),
    ("The guards were not ready to shoot the boy.", "shoot", Polarity.NEGATIVE, Certainty.CERTAIN),
    ("The army did not deny that it had shelled the town.", "shelled", Polarity.POSITIVE, Certainty.POSSIBLE),
    ("The guards could not prevent the fire.", "fire", Polarity.POSITIVE, Certainty.CERTAIN),
    ("The mob did not manage to enter.", "enter", Polarity.NEGATIVE, Certainty.CERTAIN),
    (
        "The envoy denied the charge, saying that rebels had shelled the town.",
        "shelled",
        Polarity.POSITIVE,
        Certainty.CERTAIN,
    ),
    ("There is no doubt that the vote was rigged.", "rigged", Polarity.POSITIVE, Certainty.CERTAIN),
    ("Reports of arrests do not correspond to reality.", "arrests", Polarity.NEGATIVE, Certainty.CERTAIN),
    ("Reports of arrests match the facts.", "arrests", Polarity.POSITIVE, Certainty.CERTAIN),
    ("She accused the minister of ordering the strikes.", "strikes", Polarity.POSITIVE, Certainty.CERTAIN),
    ("The police did not arrest or beat anyone.", "beat", Polarity.NEGATIVE, Certainty.CERTAIN),
    ("The crowd did not leave and burned the gate.", "burned", Polarity.POSITIVE, Certainty.CERTAIN),
]


WANTED = [
    # sentence, word, whether it is yet to be
    ("On Friday the miners added a third to their demands: the arrest of the owner and new lifts.", "arrest", True),
    ("The crowd repeated its demands: the dismissal of the governor.", "dismissal", True),
    ("The miners heard grim news: the arrest of the owner.", "arrest", False),
    ("The resignation of the premier is one of their main demands.", "resignation", True),
    ("The release of the crew is among the conditions of the union.", "release", True),
    ("The capture of the port is the goal.", "capture", True),
    ("The arrest of the mayor was one of the causes.", "arrest", False),
    ("The killing of the mayor was a crime.", "killing", False),
    ("She accused the minister of ordering the strikes.", "strikes", False),
    ("The minister ordered the strikes.", "strikes", True),
]


@pytest.mark.parametrize(("sentence", "word", "planned"), WANTED)
def test_what_is_called_a_demand_is_yet_to_be(read, sentence: str, word: str, planned: bool) -> None:
    assert read(sentence, sentence.index(word)).planned is planned


@pytest.mark.parametrize(("sentence", "word", "polarity", "certainty"), EMBEDDED)
def test_embedding(read, sentence: str, word: str, polarity: Polarity, certainty: Certainty) -> None:
    value = read(sentence, sentence.index(word))
    assert (value.polarity, value.certainty) == (polarity, certainty)
