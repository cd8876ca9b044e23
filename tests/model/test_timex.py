"""The little language of date words reads back what it writes and refuses anything else."""

import pytest

from variorum.model.timex import Toward, read_timex, write_timex

SPELLINGS = [
    "2022-01-05",
    "2022-01-05<T22",
    "199X",
    "XXXX-01-05w3>",
    "XXXX-WXX-5<<TMO",
    "XXXX-WXX-WE",
    "XX9X",
    "P-1D",
    "P0DTNI",
    "PA-1Y@text",
    "PXT07",
    "XXXX-07&P-1Y",
    "XXXX-01-02=/XXXX-01-08=",
    "2019~",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_spelling_is_read_back(spelling: str) -> None:
    assert write_timex(read_timex(spelling)) == spelling


@pytest.mark.parametrize("spelling", ["", "Friday", "2022-1-5", "P1", "XXXX-13-", "2022-01-05<>"])
def test_anything_else_is_refused(spelling: str) -> None:
    with pytest.raises(ValueError, match="^"):
        read_timex(spelling)


def test_only_what_recurs_floats() -> None:
    floats = {spelling: read_timex(spelling).first.floats for spelling in ("XXXX-01-05", "XX9X", "199X", "P-1D", "PX")}
    assert floats == {"XXXX-01-05": True, "XX9X": True, "199X": False, "P-1D": False, "PX": False}


def test_a_piece_says_its_parts() -> None:
    piece = read_timex("XXXX-01-05w3>T22~").first
    assert (piece.value, piece.weekday, piece.toward, piece.time, piece.approximate) == (
        "XXXX-01-05",
        3,
        Toward.COMING,
        "22",
        True,
    )
