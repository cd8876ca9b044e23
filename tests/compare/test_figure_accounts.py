"""Which counts of a report answer for it, and which are parts of them."""

import pytest
from told import Told

from variorum.compare.figure_accounts import is_part, read_accounts
from variorum.compare.questions import view_case
from variorum.lexicon.comparison import load_comparison
from variorum.model.tables import Figure
from variorum.model.terms import Measure

LEXICON = load_comparison()


def figure(text: str, **rest: object) -> Figure:
    return Figure(id="f", report="r", start=0, end=len(text), text=text, measure=Measure.KILLED, **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("12 people died", False),
        ("another five died", True),
        ("six more people were found dead", True),
        ("more than six people died", False),
        ("two nurses were among the dead", True),
        ("nine people, among them two nurses, died", False),
        ("five of the wounded are children", True),
        ("at least five of those wounded are children", True),
        ("five of its members died", False),
        ("18 members of the coast guard died", False),
    ],
)
def test_parts_and_wholes(text: str, part: bool) -> None:
    assert is_part(figure(text), LEXICON) is part


def told_counts(*counts: tuple[str, int, str | None]) -> list[int]:
    """The numbers that answer for one report that gives these counts, each of words, number and voice."""
    told = Told()
    report = told.report("a", " ".join(words for words, _, _ in counts), "2021-08-14")
    for words, number, voice in counts:
        if not number:
            continue
        entity = told.body(voice) if voice and voice[0].isupper() else None
        told.figure(report, words, Measure.KILLED, low=number, high=number, voice=voice, voice_entity=entity)
    return [row.low for row in read_accounts(told.tables.figures, view_case(told.tables), LEXICON).answers]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("counts", "answers", "why"),
    [
        ([("Twenty dead.", 20, None), ("Six in one house.", 6, None)], [20], "the smaller is a part"),
        ([("Twenty dead, police said.", 20, "Police"), ("The Union says fifty.", 50, "Union")], [20, 50], "two voices"),
        ([("Twenty dead, they said.", 20, "they"), ("It says six.", 6, "it")], [20], "nobody named"),
        (
            [("Twenty dead, they said.", 20, "they"), ("Others put the toll at six.", 6, "some")],
            [20, 6],
            "tolls at odds",
        ),
    ],
)
def test_answers_of_one_report(counts: list[tuple[str, int, str | None]], answers: list[int], why: str) -> None:
    assert told_counts(*counts) == answers, why


def test_voices_far_apart_in_the_text_speak_of_other_things() -> None:
    filler = ("The road was closed for hours and traffic stood still. " * 10, 0, None)
    assert told_counts(("Twenty dead, police said.", 20, "Police"), filler, ("The Army lost two.", 2, "Army")) == [20]
