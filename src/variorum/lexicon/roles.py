"""How does English tell who holds an office, belongs to a body, or is where? The words of en/roles.toml, typed."""

from collections.abc import Mapping
from functools import cache

from variorum.lexicon.load import read_lexicon
from variorum.lexicon.names import Words, read_names
from variorum.model.base import Record


class Posts(Record, frozen=True, kw_only=True):
    """Which offices are posts: `open` beside those of states and bodies, `never` in spite of being among them.

    `office` are nouns that stand for an unnamed post; `named`: such a noun → the post it means.
    """

    open: Words
    never: Words
    office: Words
    named: Mapping[str, str]


class OfficeVerbs(Record, frozen=True, kw_only=True):
    """Verb lemmas by whom they give or take an office; `needs_office` only with one named beside them.

    Those of `object_suspends` also where the object is called by an office; `succeeding`: who comes after whom.
    """

    subject_gains: Words
    subject_holds: Words
    subject_leads: Words
    subject_loses: Words
    object_gains: Words
    object_loses: Words
    object_suspends: Words
    succeeding: Words
    needs_office: Words
    down: Words
    leaving: Words
    taking: Words
    planned: Words


class OfficeNouns(Record, frozen=True, kw_only=True):
    """Nouns for coming to an office and for losing it."""

    gains: Words
    loses: Words


class MembershipWords(Record, frozen=True, kw_only=True):
    """Nouns for a member; verbs whose subject is a body and object its members, or whose subject joins or leaves one.

    `bodies`: common nouns for what one can be a member of.
    """

    nouns: Words
    includes: Words
    bodies: Words
    joining: Words
    leaving: Words


class WhereaboutsWords(Record, frozen=True, kw_only=True):
    """Verbs of going, staying, being seen, kept, moved and leaving, with the prepositions and nouns of their places.

    `busy`: what one is doing where one is; `refuge`: what one takes somewhere;
    `custody`: what one is kept in or under; `lands`: nouns for a country; `foreign`: words for being out of one's own.
    """

    going: Words
    staying: Words
    busy: Words
    refuge: Words
    seen: Words
    kept: Words
    moved: Words
    custody: Words
    lands: Words
    foreign: Words
    leaving: Words
    to: Words
    at: Words
    places: Words


class RoleWords(Record, frozen=True, kw_only=True):
    """The whole lexicon of roles."""

    posts: Posts
    verbs: OfficeVerbs
    nouns: OfficeNouns
    membership: MembershipWords
    whereabouts: WhereaboutsWords


@cache
def read_roles() -> RoleWords:
    """The lexicon of roles, read once a process."""
    return read_lexicon("roles", RoleWords)


@cache
def posts() -> Words:
    """The offices that are posts, by the names they are filed under and all others."""
    listed, offices = read_roles().posts, read_names().offices
    return (offices.state | offices.body | listed.open | frozenset(offices.same)) - listed.never
