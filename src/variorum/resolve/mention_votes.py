"""Which type has a name over the whole case, where reports' models label it differently? One vote per name."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from variorum.lexicon.led_bodies import SEVERAL, stands_as_body
from variorum.lexicon.names import read_names
from variorum.model.tables import Mention, PlaceMention
from variorum.model.terms import EntityType
from variorum.resolve.name_folds import fold_word, name_words

_CALLED = frozenset({"generic word", "town of its people"})
"""Reasons of places that the text itself calls a town or an area ("the village of …")."""
_CALLED_WEIGHT = 6
_SURE = frozenset({"title", "name run into a bracket"})


def settle_types(
    mentions: Sequence[Mention], places: Sequence[PlaceMention], texts: Mapping[str, str]
) -> tuple[Mention, ...]:
    """The mentions with names of one spelling made one type, and bare names of the case's persons made persons.

    What the gazetteer settled is a place, but for what a title makes a person; what is led and manned is a body, but for a
    surname of the case. `texts` are those of the reports by id.
    """
    known = {(row.report, row.start, row.end) for row in places if row.latitude is not None}
    votes: dict[str, Counter[EntityType]] = {}
    surnames: Counter[str] = Counter()
    bodies: set[str] = set()
    called = {" ".join(_fold(row.text)) for row in places if row.rule in _CALLED}
    placed = {" ".join(_fold(row.text)) for row in places if row.rule != "people"}
    for mention in mentions:
        if mention.form != "name" or mention.kind and mention.type is EntityType.ORGANIZATION:
            continue
        words = _fold(mention.text)
        name = " ".join(words)
        if name in called and name not in votes:
            votes[name] = Counter({EntityType.PLACE: _CALLED_WEIGHT})
        votes.setdefault(name, Counter())[mention.type] += 3 if mention.rule in _SURE else 1
        if (mention.report, mention.start, mention.end) in known and mention.rule not in _SURE:
            continue
        if (
            mention.type is EntityType.PERSON
            and words
            and not _is_outlet(mention)
            and (len(words) > 1 or mention.rule in _SURE)
        ):
            surnames[words[-1]] += 1
        elif mention.type is EntityType.ORGANIZATION and len(words) == 1 and mention.acronym:
            bodies.add(words[0])
    led = {name for name in _led(mentions, texts) if surnames.keys().isdisjoint(_fold(name)[-1:])}
    return tuple(
        _placed(mention)
        if (mention.report, mention.start, mention.end) in known
        else _body(mention)
        if mention.text.lower() in led
        else _settled(mention, votes, surnames, bodies, placed)
        for mention in mentions
    )


def _placed(mention: Mention) -> Mention:
    if mention.form != "name" or mention.rule in _SURE or mention.kind or mention.type is EntityType.PLACE:
        return mention
    return replace(mention, type=EntityType.PLACE) if mention.type is EntityType.PERSON else mention


def _led(mentions: Sequence[Mention], texts: Mapping[str, str]) -> set[str]:
    """Names, in lower case, that pass for persons' and that the case treats as a body's."""
    told = Counter(
        mention.text.lower()
        for mention in mentions
        if mention.type is EntityType.PERSON
        and mention.form == "name"
        and stands_as_body(texts.get(mention.report, ""), mention.start, mention.end)
    )
    return {name for name, count in told.items() if count >= SEVERAL}


def _body(mention: Mention) -> Mention:
    if mention.form != "name" or mention.rule in _SURE or mention.kind or mention.type is not EntityType.PERSON:
        return mention
    return replace(mention, type=EntityType.ORGANIZATION)


def _settled(
    mention: Mention, votes: dict[str, Counter[EntityType]], surnames: Counter[str], bodies: set[str], placed: set[str]
) -> Mention:
    if mention.form != "name" or mention.rule in _SURE or mention.kind or mention.acronym:
        return mention
    words = _fold(mention.text)
    if _is_outlet(mention):
        return replace(mention, type=EntityType.ORGANIZATION)
    if (
        words
        and words[-1] in surnames
        and not (len(words) == 1 and words[0] in bodies)
        and _may_be_person(mention, words)
    ):
        return replace(mention, type=EntityType.PERSON) if mention.type is not EntityType.PERSON else mention
    vote = votes[" ".join(words)]
    if (
        len(words) == 1
        and mention.type is EntityType.PERSON
        and (words[0] in placed or vote[EntityType.PLACE] >= vote[EntityType.PERSON])
        and vote[EntityType.PERSON] < 3
    ):
        return replace(mention, type=EntityType.PLACE)
    if mention.type is EntityType.PLACE and vote[EntityType.ORGANIZATION] >= vote[EntityType.PLACE]:
        return replace(mention, type=EntityType.ORGANIZATION)
    if len(words) > 1 and mention.type is EntityType.ORGANIZATION and vote[EntityType.PERSON] >= vote[mention.type]:
        return replace(mention, type=EntityType.PERSON)
    winner = min(vote, key=lambda kind: (-vote[kind], kind))
    return replace(mention, type=winner) if vote[winner] > vote[mention.type] else mention


def _is_outlet(mention: Mention) -> bool:
    return mention.text.lower() in read_names().organizations.media


def _may_be_person(mention: Mention, words: Sequence[str]) -> bool:
    """Whether a name that ends in a known surname can be a person's: bare, or two words the model took for a place."""
    return len(words) == 1 or (len(words) == 2 and mention.type is EntityType.PLACE)


def _fold(name: str) -> list[str]:
    return [fold_word(word) for word in name_words(name)]
