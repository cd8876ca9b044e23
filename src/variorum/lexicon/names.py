"""How does English news name people, bodies and crowds? The words of en/names.toml, typed."""

from collections.abc import Iterable, Mapping
from functools import cache

from variorum.lexicon.load import read_lexicon
from variorum.lexicon.places import PlaceLexicon
from variorum.model.base import Record

Words = frozenset[str]


class Honorifics(Record, frozen=True, kw_only=True):
    """Forms of address and ranks by the gender they tell; `suffixes` stand behind a name."""

    male: Words
    female: Words
    neutral: Words
    suffixes: Words


class Modifiers(Record, frozen=True, kw_only=True):
    """Words before an office that move it in time (`former`, `incoming`, `acting`, `current`) or in rank."""

    former: Words
    incoming: Words
    acting: Words
    rank: Words
    current: Words


class Offices(Record, frozen=True, kw_only=True):
    """Offices by how many hold one at a time: one per state, one per body, any number. `same`: filed under → other names.

    `military` are ranks, which tell less than an office told before them; `reporters` are those who report.
    """

    state: Words
    body: Words
    open: Words
    military: Words
    bench: Words
    reporters: Words
    heads_of_state: Words
    heads_of_government: Words
    same: Mapping[str, tuple[str, ...]]


class Metonym(Record, frozen=True, kw_only=True):
    """The body a building stands for, and the ISO code of its country."""

    body: str
    country: str


class Bodies(Record, frozen=True, kw_only=True):
    """Bodies of a state; `topics` are what ministries are for, filed under → other names."""

    plain: Words
    topics: Mapping[str, tuple[str, ...]]
    same: Mapping[str, tuple[str, ...]]
    metonyms: Mapping[str, Metonym]


class Groups(Record, frozen=True, kw_only=True):
    """Crowds and forces in the plural; `forces` are those of the report's country where nothing else is said.

    `idle` are words before a crowd that make no other crowd of it; `families` make a group of the surname before them.
    """

    plural: Words
    families: Words
    forces: Words
    idle: Words
    same: Mapping[str, tuple[str, ...]]


class Persons(Record, frozen=True, kw_only=True):
    """Nouns for one person of no stated office, by the gender they tell; `kin` relate one person to another."""

    male: Words
    female: Words
    neutral: Words
    kin: Words


class Organizations(Record, frozen=True, kw_only=True):
    """Words by which a name is an organisation's; outlets; acronyms of bodies of the world; legal forms of companies.

    `led`: who leads a body or belongs to it, before "of" and its name; `manned`: its people, right behind its name.
    `legal_phrases`: a legal form written out → its shortening; `numbers`: a number in words → in digits.
    """

    heads: Words
    called: Words
    inner: Words
    media: Words
    legal: Words
    legal_phrases: Mapping[str, str]
    numbers: Mapping[str, str]
    led: Words
    manned: Words
    acronyms: Mapping[str, str]


class GivenNames(Record, frozen=True, kw_only=True):
    """Given names by the gender they tell; `particles` stand in lower case inside a person's name.

    `short`: given name → its short forms and its spellings in other languages.
    """

    male: Words
    female: Words
    particles: Words
    short: Mapping[str, tuple[str, ...]]


class Cues(Record, frozen=True, kw_only=True):
    """Words whose neighbours are persons (`saying`, of which `speech` are verbs of saying) or places (`placing`).

    `counting`: words that pick some of a crowd; `country`: nouns for the state itself.
    """

    saying: Words
    speech: Words
    placing: Words
    sites: Words
    counting: Words
    country: Words


class Names(Record, frozen=True, kw_only=True):
    """The whole lexicon of names."""

    honorifics: Honorifics
    modifiers: Modifiers
    offices: Offices
    bodies: Bodies
    groups: Groups
    persons: Persons
    organizations: Organizations
    people: GivenNames
    cues: Cues


@cache
def read_names() -> Names:
    """The lexicon of names, read once a process."""
    return read_lexicon("names", Names)


@cache
def read_demonyms() -> Mapping[str, str]:
    """Demonym, lower case → ISO country code; each also in the plural,."""
    listed = read_lexicon("places", PlaceLexicon).peoples
    singular = {word.lower(): code for code, words in listed.items() for word in words}
    return {**{f"{word}s": code for word, code in singular.items()}, **singular}


@cache
def topic_words() -> Words:
    """What ministries and ministers are for ("defence", "internal affairs"): no bodies in themselves."""
    return frozenset(word for words in read_names().bodies.topics.values() for word in words)


def filed_under(same: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Other name → the name a thing is filed under."""
    return {other: name for name, others in same.items() for other in others}


def ministries(bodies: Bodies) -> dict[str, str]:
    """Every way to name a ministry → the name it is filed under ("ministry of internal affairs" → "interior ministry")."""
    found: dict[str, str] = {}
    for topic, words in bodies.topics.items():
        for word in words:
            bare = word.removeprefix("the ")
            for noun in ("ministry", "department"):
                found[f"{bare} {noun}"] = f"{topic} {noun}" if noun == "department" else f"{topic} ministry"
                for link in ("of", "of the", "for", "for the"):
                    found[f"{noun} {link} {bare}"] = found[f"{bare} {noun}"]
    return found


def gender_of(words: Iterable[str]) -> str | None:
    """`male` or `female` where a title, noun or given name among the lower-case words tells; None where none or both do."""
    names = read_names()
    told = {
        gender
        for word in words
        for gender, listed in (
            ("male", names.honorifics.male | names.persons.male),
            ("female", names.honorifics.female | names.persons.female),
        )
        if word in listed
    }
    return told.pop() if len(told) == 1 else None
