"""Which names end in the s of a possessive whose apostrophe was lost ("Haddads troops")?

Texts that went through careless converters lose their apostrophes. A name ending in s is taken for a possessive where the
case knows the name without it, and knows it better.
"""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from variorum.model.tables import Mention
from variorum.resolve.name_folds import name_words

_SHORTEST = 4


def with_lost_apostrophes(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions for linking, the lost possessive endings taken off their words; spans and ids stay as they are."""
    known = Counter(words for row in mentions if row.form == "name" and (words := name_words(row.text)))
    last = Counter(word for words, count in known.items() for word in (words[-1],) * count)
    return tuple(_restored(row, known, last) for row in mentions)


def _restored(row: Mention, known: Counter[tuple[str, ...]], last: Counter[str]) -> Mention:
    if row.form != "name" or not row.text.endswith("s") or len(row.text) <= _SHORTEST:
        return row
    words = name_words(row.text)
    if not words:
        return row
    bare = (*words[:-1], words[-1][:-1])
    if known[bare] > known[words] or (len(words) == 1 and last[bare[0]] > last[words[0]]):
        return replace(row, text=row.text[:-1])
    return row
