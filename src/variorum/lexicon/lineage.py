"""The words by which a report names the text or agency it was made from."""

import re

from variorum.lexicon.load import read_lexicon
from variorum.model.base import Record


class OriginPattern(Record, frozen=True, kw_only=True):
    """A regular expression with a group `origin`, and the kind of derivation it states."""

    name: str
    kind: str
    pattern: str


class LineageLexicon(Record, frozen=True, kw_only=True):
    """Patterns that name an origin, in the order in which they are tried."""

    origins: tuple[OriginPattern, ...]

    def compiled(self) -> tuple[tuple[OriginPattern, re.Pattern[str]], ...]:
        """Each pattern with its regular expression."""
        return tuple((entry, re.compile(entry.pattern)) for entry in self.origins)


def load_lineage() -> LineageLexicon:
    """The English patterns."""
    return read_lexicon("lineage", LineageLexicon)
