"""Which names belong together, when pairs of them are found one after another?"""

from collections.abc import Iterable


class Groups:
    """Disjoint sets of names; the smallest name of a set stands for it, so the result does not depend on the order of joins."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def top(self, name: str) -> str:
        """The name that stands for the set of the given one; a name never joined stands for itself."""
        path = []
        while (above := self._above.get(name, name)) != name:
            path.append(name)
            name = above
        for below in path:
            self._above[below] = name
        return name

    def join(self, left: str, right: str) -> None:
        """Puts the sets of both names together."""
        first, second = sorted((self.top(left), self.top(right)))
        if first != second:
            self._above[second] = first

    def groups(self, names: Iterable[str]) -> dict[str, list[str]]:
        """The names by the one that stands for their set, in the order given; names not given are left out."""
        found: dict[str, list[str]] = {}
        for name in names:
            found.setdefault(self.top(name), []).append(name)
        return found
