"""How was harm done in a passage: from the air, with a blast, by gunfire, in a crash?"""

import re
from collections.abc import Mapping

_LOOSE = "combat"


class Means:
    """Finds the means of harm that a passage names, from the beginnings of the words that name each kind."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._kinds: dict[str, set[str]] = {}
        for kind, beginnings in words.items():
            for beginning in beginnings:
                self._kinds.setdefault(beginning, set()).add(kind)
        longest = sorted(self._kinds, key=lambda word: (-len(word), word))
        self._pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + ")") if longest else None

    def of(self, text: str) -> frozenset[str]:
        """The kinds of means named in the text; empty where it names none."""
        if self._pattern is None:
            return frozenset()
        found = self._pattern.findall(text.lower())
        return frozenset(kind for word in found for kind in self._kinds[word])


def other_means(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name means and none of the same; fighting goes with all of them."""
    return bool(one) and bool(other) and not one & other and _LOOSE not in one | other


def is_pointed(means: frozenset[str]) -> bool:
    """Whether the means are those of one deed, and not of fighting at large."""
    return bool(means - {_LOOSE})
