"""Singular personal pronouns, in texts of our own; where two persons fit alike, none is said."""

from collections.abc import Callable

import pytest

from variorum.annotate.mentions import mention_annotator
from variorum.annotate.page import Page
from variorum.model.tables import Tables

ANNOTATOR = mention_annotator()

CASES = [
    # text, pronoun, the name it stands for (None: not said), why
    ("President Omar Haddad spoke on Monday. He promised reforms.", "He", "Omar Haddad", "the only person"),
    ("Anna Berg met Omar Haddad in Oran. She refused to sign.", "She", "Anna Berg", "gender by given name"),
    ("Mrs Lindqvist accused Mr Osei. He denied it.", "He", "Osei", "gender by form of address"),
    ("Omar Haddad said his house was searched.", "his", "Omar Haddad", "possessive in the clause"),
    ("Omar Haddad resigned. Crowds cheered. Later he left.", "he", "Omar Haddad", "two sentences on"),
    ("Ivo Petrov spoke. Omar Haddad's party said he had fled.", "he", "Omar Haddad", "what an owner's party says"),
    ("Omar Haddad was held. His lawyer says he is ill.", "he", "His", "what a pronoun's lawyer says"),
    ("Omar Haddad fled. Our correspondent says he is ill.", "he", "Omar Haddad", "who reports is not reported on"),
    ("Ivo Petrov left. The mayor himself denied it.", "himself", "mayor", "a pronoun that stresses a noun"),
    ("Crowds gathered. He was gone.", "He", None, "nobody named"),
    (
        "Ivo Petrov is the lawyer of Omar Haddad. According to him, Haddad never fled.",
        "him",
        "Ivo Petrov",
        "nobody named in what he says",
    ),
    ("Omar Haddad met Ivo Petrov. Later he said that Haddad was ill.", "he", "Ivo Petrov", "nor below his verb"),
]


@pytest.mark.parametrize(("text", "pronoun", "name", "why"), CASES)
def test_pronouns(parse: Callable[[str], Page], text: str, pronoun: str, name: str | None, why: str) -> None:
    page = parse(text)
    rows = ANNOTATOR.run(page, Tables(reports=(page.report,)))
    by_id = {row.id: row for row in rows}
    found = [row for row in rows if row.form == "pronoun" and row.text == pronoun]
    if name is None:
        assert not found, why
    else:
        assert by_id[found[0].antecedent or ""].text == name, why


def test_an_object_is_not_its_own_subject(parse: Callable[[str], Page]) -> None:
    page = parse("Omar Haddad arrived. Tomas Brandt greeted him.")
    rows = ANNOTATOR.run(page, Tables(reports=(page.report,)))
    by_id = {row.id: row for row in rows}
    him = next(row for row in rows if row.text == "him")
    assert by_id[him.antecedent or ""].text == "Omar Haddad"
