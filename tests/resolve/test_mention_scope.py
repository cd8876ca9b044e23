"""Whose is "the government"? The country the report tells of, not the one it was written in."""

import pytest

from variorum.model.tables import Mention, PlaceMention, Report, Section, Tables
from variorum.model.terms import EntityType, SectionKind
from variorum.resolve.mention_scope import scope_mentions

LINE = "LIMA, 9 March. "


def country(text: str, *places: tuple[str, str], beside: tuple[tuple[str, str], ...] = ()) -> str | None:
    """The country that "The government" of the report belongs to; places beside are those of another report."""
    start = text.index("The government")
    mention = Mention(
        id="m",
        report="a",
        start=start,
        end=start + len("The government"),
        text="The government",
        type=EntityType.ORGANIZATION,
        form="description",
        kind="government",
    )
    tables = Tables(
        reports=(Report(id="a", sha256="", text=text), Report(id="b", sha256="", text=" ".join(n for n, _ in beside))),
        sections=(
            Section(id="s", report="a", start=0, end=len(LINE), text=LINE, kind=SectionKind.DATELINE),
            Section(id="t", report="a", start=len(LINE), end=len(text), text="", kind=SectionKind.BODY),
        ),
        places=(
            *(place("a", text, name, code) for name, code in places),
            *(place("b", " ".join(n for n, _ in beside), name, code) for name, code in beside),
        ),
        mentions=(mention,),
    )
    return scope_mentions(tables, tables.mentions)[0].country


def place(report: str, text: str, name: str, code: str) -> PlaceMention:
    start = text.upper().index(name.upper())
    return PlaceMention(
        id=f"{report}-{name}",
        report=report,
        start=start,
        end=start + len(name),
        text=name,
        name=name,
        country=code,
        feature="city",
        latitude=0.0,
        longitude=0.0,
    )


@pytest.mark.parametrize(
    ("text", "places", "beside", "code", "why"),
    [
        ("The government left Oruro.", (("Lima", "PE"), ("Oruro", "BO")), (), "BO", "what the report tells of"),
        ("The government left.", (("Lima", "PE"),), (), "PE", "where nothing else is told"),
        (
            "The government left.",
            (("Lima", "PE"),),
            (("Oruro", "BO"), ("Tarija", "BO")),
            "BO",
            "what the case tells of",
        ),
    ],
)
def test_a_body_is_that_of_the_country_told_of(
    text: str, places: tuple[tuple[str, str], ...], beside: tuple[tuple[str, str], ...], code: str, why: str
) -> None:
    assert country(LINE + text, *places, beside=beside) == code, why
