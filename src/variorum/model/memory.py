"""Which comparisons were made in an earlier build, so that a case that grows makes only those that are new?"""

from collections.abc import Callable, Mapping


class Memory:
    """Results of pure functions, each under a digest of all it follows from; what is recalled never changes a record.

    `known` are those of the last build. `used` are those asked for in this one, which the next may know; the others are
    forgotten.
    """

    def __init__(self) -> None:
        self.known: Mapping[bytes, bytes] = {}
        self.used: dict[bytes, bytes] = {}

    def recall(self, key: bytes, make: Callable[[], bytes]) -> bytes:
        """The result under the key, made now where it is not known."""
        if key not in self.used:
            self.used[key] = self.known[key] if key in self.known else make()
        return self.used[key]
