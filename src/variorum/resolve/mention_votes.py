"""Which type has a name over the whole case, where reports' models label it differently? One vote per name."""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from variorum.model.tables import Mention
from variorum.model.terms import EntityType
from variorum.resolve.name_folds import fold_word, name_words

_SURE = frozenset({"title", "name run into a bracket"})


def settle_types(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with names of one spelling made one type, and bare names of the case's persons made persons.

    A place that the gazetteer settled keeps its type.
    """
    votes: dict[str, Counter[EntityType]] = {}
    surnames: Counter[str] = Counter()
    bodies: set[str] = set()
    for mention in mentions:
        if mention.form != "name" or mention.kind and mention.type is EntityType.ORGANIZATION:
            continue
        words = _fold(mention.text)
        votes.setdefault(" ".join(words), Counter())[mention.type] += 3 if mention.rule in _SURE else 1
        if mention.type is EntityType.PERSON and words and (len(words) > 1 or mention.rule in _SURE):
            surnames[words[-1]] += 1
        elif mention.type is EntityType.ORGANIZATION and len(words) == 1 and mention.acronym:
            bodies.add(words[0])
    return tuple(_settled(mention, votes, surnames, bodies) for mention in mentions)


def _settled(
    mention: Mention, votes: dict[str, Counter[EntityType]], surnames: Counter[str], bodies: set[str]
) -> Mention:
    if mention.form != "name" or mention.rule in {"place", *_SURE} or mention.kind or mention.acronym:
        return mention
    words = _fold(mention.text)
    if len(words) == 1 and words[0] in surnames and words[0] not in bodies:
        return replace(mention, type=EntityType.PERSON) if mention.type is not EntityType.PERSON else mention
    vote = votes[" ".join(words)]
    winner = min(vote, key=lambda kind: (-vote[kind], kind))
    return replace(mention, type=winner) if vote[winner] > vote[mention.type] else mention


def _fold(name: str) -> list[str]:
    return [fold_word(word) for word in name_words(name)]
