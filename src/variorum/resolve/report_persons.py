"""Which mentions of persons in one report are one person?

A bare surname is the person whose full name the report gives, a description the person it renames or who holds that office
in the report, a pronoun its antecedent.
"""

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from variorum.lexicon.names import read_demonyms, read_names
from variorum.model.tables import Mention
from variorum.model.terms import EntityType
from variorum.resolve.entity_links import ReportMentions
from variorum.resolve.name_folds import fold_word, near_words
from variorum.resolve.person_names import person_words, same_person_name

HEAD_OF_STATE = "head of state"
_NOT_YET = 2**60
_LONG_SURNAME = 7


@dataclass
class Person:
    """The mentions of one person in one report. `offices` are (office, country, former) read off titles and descriptions;
    `first` is where the report first gives the full name.
    """

    key: str
    report: str
    country: str | None
    words: tuple[str, ...] = ()
    names: Counter[tuple[str, ...]] = field(default_factory=Counter)
    offices: Counter[tuple[str, str | None, bool]] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    mentions: dict[str, str] = field(default_factory=dict)
    named: bool = False
    of_body: str = ""
    first: int = _NOT_YET
    bodies: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)

    def take(self, mention: Mention, reason: str) -> None:
        """Count a mention as this person's."""
        self.mentions[mention.id] = reason
        if mention.gender and mention.form != "pronoun":
            self.genders[mention.gender] += 1
        if mention.kind:
            self.offices[(office_class(mention.kind, mention.country), mention.country, mention.former)] += 1
        self.bodies |= body_words(mention)
        if mention.locality:
            self.places.add(mention.locality)
        if mention.form == "name":
            words = person_words(mention.text)
            self.names[words] += 1
            self.named = True
            self.first = min(self.first, mention.start) if len(words) > 1 else self.first
            if len(words) > len(self.words):
                self.words = words


def office_class(kind: str, country: str | None) -> str:
    """The office, heads of state taken together: "the head of state", "the Kazakh leader" may be the president."""
    offices = read_names().offices
    return HEAD_OF_STATE if kind in offices.heads_of_state or (kind == "leader" and country) else kind


def persons_of(report: ReportMentions) -> list[Person]:
    """The persons of one report, named ones by the longest name first; all but stray pronouns belong to one."""
    mentions = [mention for mention in report.mentions if mention.type is EntityType.PERSON]
    persons: list[Person] = []
    owner: dict[str, Person] = {}
    named = [mention for mention in mentions if mention.form == "name"]
    for mention in sorted(named, key=lambda m: (-len(person_words(m.text)), m.start)):
        owner[mention.id] = _place_name(mention, persons, report)
    for mention in mentions:
        if mention.form == "description":
            _place_description(mention, persons, owner, report)
    for mention in mentions:
        if mention.form == "pronoun" and (person := owner.get(mention.antecedent or "")):
            person.take(mention, "pronoun")
            owner[mention.id] = person
    return persons


def _place_name(mention: Mention, persons: list[Person], report: ReportMentions) -> Person:
    words = person_words(mention.text)
    fitting = [person for person in persons if _fits(words, person, mention)]
    slip = _misspelt(words, persons, mention) if all(p.first > mention.start for p in fitting) else None
    if slip is not None:
        slip.take(mention, f"a slip for {' '.join(slip.words)}, named before")
        return slip
    if fitting:
        best = min(fitting, key=lambda p: (-_ties(p, mention), -sum(p.names.values()), p.key))
        best.take(
            mention, "the same name" if words == best.words else f"short for {' '.join(best.words)} in the report"
        )
        return best
    person = Person(key=mention.id, report=report.report, country=report.country)
    person.take(mention, "a name")
    persons.append(person)
    return person


def _misspelt(words: tuple[str, ...], persons: Sequence[Person], mention: Mention) -> Person | None:
    """The one person fully named before the bare surname that it is a near spelling of; None where there are several."""
    if len(words) != 1 or len(words[0]) < _LONG_SURNAME:
        return None
    before = [p for p in persons if p.first < mention.start and near_words(words[0], p.words[-1])]
    return before[0] if len(before) == 1 and _same_gender(mention, before[0]) else None


def _same_gender(mention: Mention, person: Person) -> bool:
    return not (mention.gender and person.genders and mention.gender not in person.genders)


def _fits(words: tuple[str, ...], person: Person, mention: Mention) -> bool:
    """Whether the name can be the person's: the same words, or a part of the full name the report gives."""
    if not _same_gender(mention, person):
        return False
    if len(words) == 1:
        return any(fold_word(words[0]) == fold_word(word) for word in (person.words[-1], person.words[0]))
    if len(person.words) == 1:
        return fold_word(person.words[0]) == fold_word(words[-1])
    return same_person_name(words, person.words) is not None


def _ties(person: Person, mention: Mention) -> int:
    """What speaks for this person rather than a namesake: the same office, the surname rather than the given name."""
    office = (office_class(mention.kind, mention.country), mention.country, mention.former) if mention.kind else None
    surname = fold_word(person_words(mention.text)[-1]) == fold_word(person.words[-1])
    gender = bool(mention.gender) and mention.gender in person.genders
    return 2 * int(surname) + int(gender) + int(office in person.offices if office else 0)


def _place_description(
    mention: Mention, persons: list[Person], owner: dict[str, Person], report: ReportMentions
) -> None:
    renamed = owner.get(mention.antecedent or "")
    if renamed:
        renamed.take(mention, "named beside it")
        owner[mention.id] = renamed
        return
    person = _holder(mention, persons) or _same_description(mention, persons)
    if person is None:
        person = Person(key=mention.id, report=report.report, country=report.country)
        person.of_body = _of_body(mention)
        persons.append(person)
    person.take(mention, f"called {mention.kind} in the report" if person.named else "a description")
    owner[mention.id] = person


def _holder(mention: Mention, persons: Sequence[Person]) -> Person | None:
    """The one person named in the report who holds, or held, the office the description tells."""
    if not mention.kind or not _is_office(mention.kind):
        return None
    office = office_class(mention.kind, mention.country)
    holders = [p for p in persons if p.named and any(_answers(told, office, mention) for told in p.offices)]
    own = body_words(mention)
    if own and mention.kind not in read_names().offices.state:
        holders = [p for p in holders if own & p.bodies]
    if not holders and mention.kind == "minister":
        holders = _ministers(mention, persons)
    if not mention.former and len(holders) > 1:
        holders = [p for p in holders if not any(told[0] == office and told[2] for told in p.offices)] or holders
    return holders[0] if len(holders) == 1 else None


def _ministers(mention: Mention, persons: Sequence[Person]) -> list[Person]:
    """The persons of the report whom "the minister" may mean: holders of an office of that name but the first among them."""
    heads = read_names().offices.heads_of_government
    return [
        person
        for person in persons
        if person.named
        and any(
            kind.endswith(" minister")
            and kind not in heads
            and former == mention.former
            and (not country or not mention.country or country == mention.country)
            for kind, country, former in person.offices
        )
    ]


def _of_body(mention: Mention) -> str:
    """What the words behind an office say it is the office of ("leader [of the junta]"); empty where they say nothing."""
    head = mention.head or mention.span
    tail = mention.text[max(0, head.end - mention.start) :].strip().lower()
    return tail if tail.startswith(("of ", "for ")) and mention.form == "description" else ""


def body_words(mention: Mention) -> set[str]:
    """The words that say which body an office is of: "NCR" of "NCR leader", "port" of "head of the port"; none are common."""
    if mention.form == "pronoun":
        return set()
    head = mention.head or mention.span
    lead = mention.text[: max(0, head.start - mention.start)] if mention.form == "description" else mention.title or ""
    named = {word.lower() for word in lead.replace("’s", "").replace("'s", "").split() if word[:1].isupper()}
    tail = {word for word in _of_body(mention).split()[1:] if word not in {"the", "a", "an", "of", "for", "and", "its"}}
    kind, demonyms = (mention.kind or "").split(), read_demonyms()
    return {word for word in named if word not in kind and word not in demonyms} | tail


def _answers(told: tuple[str, str | None, bool], office: str, mention: Mention) -> bool:
    kind, country, former = told
    if kind != office or former != mention.former:
        return False
    return country == mention.country or country is None or mention.country is None


def _is_office(kind: str) -> bool:
    offices = read_names().offices
    return kind in offices.state or kind in offices.body or kind in offices.open


def _same_description(mention: Mention, persons: Sequence[Person]) -> Person | None:
    """An unnamed person told of by the same noun earlier in the report."""
    told = (office_class(mention.kind or "", mention.country), mention.country, mention.former)
    same = [
        person
        for person in persons
        if not person.named
        and told in person.offices
        and person.of_body == _of_body(mention)
        and _may_be_of(body_words(mention), person.bodies)
        and _may_be_of({mention.locality} - {None}, person.places)
    ]
    return same[-1] if same else None


def _may_be_of(told: Set[str | None], known: Set[str]) -> bool:
    """Whether what two descriptions say of a body or place allows them to be of one person ("AFP reporter", "the reporter")."""
    return not told or not known or bool(told & known)
