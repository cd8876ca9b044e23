"""By which words is a voice one of a state? The words of en/officials.toml, typed."""

from functools import cache

from variorum.lexicon.load import read_lexicon
from variorum.lexicon.names import Words, filed_under, ministries, read_names
from variorum.model.base import Record


class OfficialWords(Record, frozen=True, kw_only=True):
    """Words for the voices of states.

    `bodies` are bodies of a state beside those of the lexicon of names, `not_bodies` those listed there that do not speak for
    a state; `offices` speak for a state whoever holds them; `speakers` only where the words around them name a body or an
    office, or are one of the `adjectives`. With words of `apart` the voice is somebody else's. `links` open the words behind
    a noun that say whose it is.
    """

    bodies: Words
    not_bodies: Words
    offices: Words
    speakers: Words
    adjectives: Words
    apart: Words
    links: Words


@cache
def read_officials() -> OfficialWords:
    """The lexicon, read once a process."""
    return read_lexicon("officials", OfficialWords)


@cache
def official_bodies() -> Words:
    """Every way to name a body of a state, in lower case."""
    own, bodies = read_officials(), read_names().bodies
    listed = bodies.plain | own.bodies | frozenset(ministries(bodies)) | frozenset(bodies.metonyms)
    same = {other for other, name in filed_under(bodies.same).items() if name not in own.not_bodies}
    return (listed | frozenset(same)) - own.not_bodies
