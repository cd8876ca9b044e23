"""One type for one name over the case: what the texts of its reports make of it."""

import pytest

from variorum.model.tables import Mention
from variorum.model.terms import EntityType
from variorum.resolve.mention_votes import settle_types


def types_of(text: str, *names: str) -> dict[str, EntityType]:
    """The types of all mentions of the names in the text, all of which the model took for persons."""
    rows, past = [], 0
    for name in names:
        past = text.index(name, past)
        row = Mention(
            id=f"{past}", report="r", start=past, end=past + len(name), text=name, type=EntityType.PERSON, form="name"
        )
        rows.append(row)
        past += len(name)
    return {row.text: row.type for row in settle_types(rows, (), {"r": text})}


@pytest.mark.parametrize(
    ("text", "names", "kind"),
    [
        (
            "The head of Brenner spoke. Later Brenner mercenaries came.",
            ["Brenner", "Brenner"],
            EntityType.ORGANIZATION,
        ),
        ("Fighters of the Brenner left. A Brenner convoy burned.", ["Brenner", "Brenner"], EntityType.ORGANIZATION),
        ("An aide of Brenner spoke. Later Brenner came.", ["Brenner", "Brenner"], EntityType.PERSON),
        ("The head of Brenner spoke. Later Brenner came.", ["Brenner", "Brenner"], EntityType.PERSON),
        (
            "Karl Brenner spoke. Troops of Brenner came, and Brenner forces, members of Brenner.",
            ["Karl Brenner", "Brenner", "Brenner"],
            EntityType.PERSON,
        ),
    ],
)
def test_what_is_led_and_manned_more_than_once_is_a_body_but_for_a_surname(
    text: str, names: list[str], kind: EntityType
) -> None:
    assert types_of(text, *names)["Brenner"] is kind
