"""Spans of claims, events and roles filled with the entity they name."""

from collections.abc import Callable

import pytest

from variorum.annotate.mentions import mention_annotator
from variorum.annotate.page import Page
from variorum.model.base import Span
from variorum.model.tables import Claim, DateMention, EventMention, Link, Tables
from variorum.model.terms import DateBasis, EventType, Manner
from variorum.resolve.entities import resolve_entities
from variorum.resolve.references import resolve_references

ANNOTATOR = mention_annotator()

CASES = [
    # sentence, the phrase that acts, the entity's name, why
    ("President Omar Haddad signed it.", "President Omar Haddad", "Omar Haddad", "a titled name"),
    (
        "Omar Haddad and Ines Moreau signed it.",
        "Omar Haddad and Ines Moreau",
        "Omar Haddad",
        "the first of those joined",
    ),
    (
        "Ines Moreau, the mayor of the city, signed it.",
        "Ines Moreau, the mayor of the city",
        "Ines Moreau",
        "an apposition",
    ),
    ("Omar Haddad spoke. He signed it.", "He", "Omar Haddad", "a pronoun"),
    ("Chadian police signed it.", "Chadian police", "Chadian police", "a body"),
    ("Nobody signed it.", "Nobody", None, "no entity"),
    ("Omar Haddad spoke. His office signed it.", "His office", None, "a possessor is not the one who acts"),
    ("Omar Haddad's party signed it.", "Omar Haddad's party", None, "a person's party is not the person"),
    ("Omar Haddad's office signed it.", "Omar Haddad's office", "Omar Haddad", "an office speaks for its owner"),
    ("Tigers striker Omar Haddad signed it.", "Tigers striker Omar Haddad", "Omar Haddad", "a trade before a name"),
    ("UNICEF and reporter Ines Moreau signed it.", "UNICEF and reporter Ines Moreau", "UNICEF", "two who are joined"),
    ("The chancellor Omar Haddad signed it.", "chancellor", "Omar Haddad", "an office that runs into the name"),
    (
        "The minister of Defence, Omar Haddad, signed it.",
        "minister of Defence",
        "Omar Haddad",
        "a name behind an office",
    ),
    (
        "The ringleader, Sergeant Omar Haddad, signed it.",
        "ringleader",
        "Omar Haddad",
        "a definite person before a name",
    ),
    ("The strikers, Omar Haddad, signed it.", "strikers", "strikers", "people before a name"),
    ("The minister of Defence signed it, Omar Haddad said.", "minister of Defence", "Defence", "a name further off"),
    ("No president signed it.", "No president", None, "nobody in particular"),
]


@pytest.mark.parametrize(("sentence", "phrase", "name", "why"), CASES)
def test_actors(parse: Callable[[str], Page], sentence: str, phrase: str, name: str | None, why: str) -> None:
    page = parse(sentence)
    at = sentence.index(phrase)
    span = Span(start=at, end=at + len(phrase))
    event = EventMention(
        id="told-1",
        report=page.report.id,
        start=0,
        end=len(sentence),
        text=sentence,
        trigger="signed",
        trigger_start=0,
        trigger_end=6,
        type=EventType.AGREE,
        actor=phrase,
        actor_span=span,
        date="2020",
        date_ref="date-1",
    )
    date = DateMention(
        id="date-1", report=page.report.id, start=0, end=1, text="x", edtf="2020-05-01", basis=DateBasis.COMPLETED
    )
    tables = Tables(
        reports=(page.report,),
        mentions=ANNOTATOR.run(page, Tables(reports=(page.report,))),
        event_mentions=(event,),
        dates=(date,),
    )
    told = resolve_references(resolve_entities(tables)).event_mentions[0]
    assert told.actor_name == name, why
    assert (told.actor_entity is None) == (name is None)
    assert told.date == "2020-05-01"


def test_voices_and_chains(parse: Callable[[str], Page]) -> None:
    text = "The road is open, the Chadian police said, Reuters reports."
    page = parse(text)
    police, reuters = Span(start=18, end=36), Span(start=43, end=50)
    assert (page.quote(police), page.quote(reuters)) == ("the Chadian police", "Reuters")
    claim = Claim(
        id="claim-1",
        report=page.report.id,
        start=0,
        end=16,
        text=text[:16],
        voice="the Chadian police",
        voice_span=police,
        manner=Manner.INDIRECT,
        chain=(Link(text="the Chadian police", span=police), Link(text="Reuters", span=reuters)),
    )
    tables = Tables(
        reports=(page.report,), mentions=ANNOTATOR.run(page, Tables(reports=(page.report,))), claims=(claim,)
    )
    row = resolve_references(resolve_entities(tables)).claims[0]
    assert row.voice_name == "Chadian police"
    assert row.voice_entity == row.chain[0].entity
    assert row.chain[1].entity not in {None, row.voice_entity}


@pytest.mark.parametrize(
    ("voice", "name"),
    [
        ("Russia", "Russia"),
        ("neighbouring Russia", "Russia"),
        ("Russian bloggers on the war", None),
        ("British intelligence", None),
    ],
)
def test_a_country_speaks_by_its_own_name_only(parse: Callable[[str], Page], voice: str, name: str | None) -> None:
    text = f"It was lost, according to {voice}. Britain and Russia were silent."
    page = parse(text)
    at = text.index(voice)
    claim = Claim(
        id="claim-1",
        report=page.report.id,
        start=0,
        end=11,
        text="It was lost",
        manner=Manner.INDIRECT,
        voice=voice,
        voice_span=Span(start=at, end=at + len(voice)),
    )
    tables = Tables(
        reports=(page.report,), mentions=ANNOTATOR.run(page, Tables(reports=(page.report,))), claims=(claim,)
    )
    row = resolve_references(resolve_entities(tables)).claims[0]
    assert (row.voice_name, row.voice_entity is None) == (name or voice, name is None)
