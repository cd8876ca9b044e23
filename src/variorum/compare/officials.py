"""Which voices of a case speak for a state?"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from variorum.lexicon.officials import official_bodies, read_officials
from variorum.model.tables import Mention, Role, Tables
from variorum.model.terms import EntityType, RoleKind, RoleStatus

_WORD = re.compile(r"[^\W_]+(?:[-.’'][^\W_]+)*\.?")
_HELD = frozenset({RoleStatus.HOLDS, RoleStatus.GAINS})
_LONGEST = 6


@lru_cache(maxsize=65_536)
def is_official(words: str | None) -> bool:
    """Whether the words name a voice that speaks for a state, one of its regions or cities: a body or an office of it
    ("the Interior Ministry", "officials"), or one who speaks for such ("a spokesman for the police").

    Whose the voice is, its head says: “relatives of a minister” and “the president's niece” are none.
    """
    own, bodies = read_officials(), official_bodies()
    told = _words(words)
    if not told or _names(told, own.apart):
        return False
    link = next((place for place, word in enumerate(told) if place and word in own.links), len(told))
    head, rest = told[:link], told[link:]
    titles = [head[: len(head) - names] for names in range(_names_after(words or "", len(told)) + 1)]
    if _ends_with(head, bodies) or any(_ends_with(title, own.offices) for title in titles):
        return True
    if not _ends_with(head, own.speakers):
        return False
    return _names(head[:-1], bodies | own.offices | own.adjectives) or _names(rest, bodies | own.offices)


class Officials:
    """The voices of a case that speak for a state, told from what all reports call them."""

    def __init__(self, tables: Tables) -> None:
        mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in tables.mentions:
            if mention.entity and mention.form != "pronoun":
                mentions[mention.entity].append(mention)
        roles: dict[str, list[Role]] = defaultdict(list)
        for role in tables.roles:
            if role.kind is RoleKind.OFFICE and role.status in _HELD and role.holder_entity:
                roles[role.holder_entity].append(role)
        self._entities = frozenset(
            entity.id
            for entity in tables.entities
            if is_official(entity.name)
            or entity.type is EntityType.PLACE  # what cannot speak stands for those who govern it: “Moscow said”
            or (entity.type is EntityType.PERSON and _holds_office(mentions[entity.id], roles[entity.id]))
        )

    def includes(self, voice: str | None, entity: str | None) -> bool:
        """Whether the voice speaks for a state, by its own words or by what the case calls its entity."""
        return voice is not None and (entity in self._entities or is_official(voice))


def _holds_office(mentions: Sequence[Mention], roles: Sequence[Role]) -> bool:
    """Some report calls the person by an office of a state that the person has not left."""
    called = [text for m in mentions if not m.former for text in (m.kind, m.title) if text]
    held = [f"{role.value} of {role.organization_name or role.organization or ''}" for role in roles]
    return any(is_official(text) for text in (*called, *held))


def _names_after(text: str, words: int) -> int:
    """How many words at the end are written with a capital letter: the name behind a title, if there is one."""
    capital = [word[0].isupper() for word in _WORD.findall(text)]
    return min(words - 1, next((count for count, upper in enumerate(reversed(capital)) if not upper), len(capital)))


def _words(text: str | None) -> list[str]:
    plain = (text or "").casefold().replace("’", "'")
    return [word.removesuffix("'s").removesuffix("'") for word in _WORD.findall(plain)]


def _ends_with(words: Sequence[str], phrases: frozenset[str]) -> bool:
    return any(_same(words[start:], phrases) for start in range(max(0, len(words) - _LONGEST), len(words)))


def _names(words: Sequence[str], phrases: frozenset[str]) -> bool:
    return any(_ends_with(words[:end], phrases) for end in range(1, len(words) + 1))


def _same(words: Sequence[str], phrases: frozenset[str]) -> bool:
    """The words are one of the phrases, or the plural of one."""
    phrase = " ".join(words)
    return phrase in phrases or (phrase.endswith("s") and phrase[:-1] in phrases)
