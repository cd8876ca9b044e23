"""Which things belong together when some pairs are known to? A union-find whose answers do not depend on order."""

from collections.abc import Iterable


class Unions:
    """Groups of keys; a group's root is its least key, so that roots are the same whatever order links came in."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, key: str) -> str:
        """The root of the key's group; the key itself where nothing was joined to it."""
        root = key
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        while key != root:
            self._parent[key], key = root, self._parent.get(key, key)
        return root

    def join(self, left: str, right: str) -> None:
        """Make one group of the groups of two keys."""
        one, other = sorted((self.find(left), self.find(right)))
        self._parent[other] = one

    def groups(self, keys: Iterable[str]) -> dict[str, list[str]]:
        """Root → its keys among those given, in the order given."""
        found: dict[str, list[str]] = {}
        for key in keys:
            found.setdefault(self.find(key), []).append(key)
        return found
