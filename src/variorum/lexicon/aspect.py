"""The verbs by which English says that something begins, goes on or ends."""

from variorum.lexicon.load import read_lexicon
from variorum.model.base import Record


class AspectLexicon(Record, frozen=True, kw_only=True):
    """Verb lemmas by aspect, a particle joined by a blank ("break out"); `conditions` open a
    clause that does not say it came about.
    """

    begin: frozenset[str]
    carry: frozenset[str]
    end: frozenset[str]
    conditions: frozenset[str]


def load_aspect() -> AspectLexicon:
    """The English verbs."""
    return read_lexicon("aspect", AspectLexicon)
