"""The event lexicon holds together: its classes exist, its paths can be followed, its words are lemmas in lower case."""

import re

from variorum.lexicon.events import EventKinds, EventLexicon
from variorum.lexicon.load import read_lexicon
from variorum.model.terms import EventType

LEXICON = read_lexicon("events", EventLexicon)
KINDS = read_lexicon("event_kinds", EventKinds)
STEPS = {"subject", "object", "dative", "content", "poss", "amod", "pair", "light", "light-by"}


def test_every_class_has_acts() -> None:
    assert {act.type for act in LEXICON.acts} == set(EventType)


def test_conditions_name_known_classes() -> None:
    for act in LEXICON.acts:
        named = {*act.object, *act.object_not, *act.subject, *act.subject_not, *act.modifier, *act.modifier_not}
        named |= {asked.partition(":")[2] for asked in (*act.pp, *act.noun_pp) if ":" in asked}
        assert named <= set(LEXICON.classes), act.concept


def test_included_classes_exist() -> None:
    for name, known in LEXICON.classes.items():
        assert set(known.includes) <= set(LEXICON.classes), name


def test_paths_are_steps_or_prepositions() -> None:
    for act in LEXICON.acts:
        for path in (*act.actor, *act.recipient, *act.noun_actor, *act.noun_recipient):
            steps, _, kind = path.partition(":")
            assert not kind or kind in LEXICON.classes, path
            assert all(step in STEPS or re.fullmatch(r"[a-z]+", step) for step in steps.split("/")), path


def test_words_are_lower_case() -> None:
    for act in LEXICON.acts:
        for phrase in (*act.verbs, *act.nouns, *act.adjectives):
            assert phrase == phrase.lower().strip(), phrase


def test_families_hold_known_concepts_once() -> None:
    concepts = [concept for family in KINDS.families.values() for concept in family]
    assert len(concepts) == len(set(concepts))
    assert set(concepts) <= {act.concept for act in LEXICON.acts}
