"""Which mentions of persons are one person, first within each report, then over the case?

Within a report a bare surname is the person whose full name the report gives, a description the person it renames or who
holds that office there. Over the case full names are joined by their words, surnames to the one full name that fits.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.lexicon.names import Offices, read_names
from variorum.model.tables import Mention
from variorum.model.terms import EntityType
from variorum.resolve.entity_links import Link, ReportMentions
from variorum.resolve.name_folds import consonants, fold_word
from variorum.resolve.person_names import person_words, same_person_name, short_form
from variorum.resolve.unions import Unions

_HEADS = "head of state"


@dataclass
class Person:
    """The mentions of one person in one report. `offices` are (office, country, former) read off titles and descriptions."""

    key: str
    report: str
    country: str | None
    words: tuple[str, ...] = ()
    names: Counter[tuple[str, ...]] = field(default_factory=Counter)
    offices: Counter[tuple[str, str | None, bool]] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    mentions: dict[str, str] = field(default_factory=dict)
    named: bool = False

    def take(self, mention: Mention, reason: str) -> None:
        """Count a mention as this person's."""
        self.mentions[mention.id] = reason
        if mention.gender:
            self.genders[mention.gender] += 1
        if mention.kind:
            self.offices[(office_class(mention.kind, mention.country), mention.country, mention.former)] += 1
        if mention.form == "name":
            words = person_words(_name_text(mention))
            self.names[words] += 1
            self.named = True
            if len(words) > len(self.words):
                self.words = words


def _name_text(mention: Mention) -> str:
    return mention.text


def office_class(kind: str, country: str | None) -> str:
    """The office, heads of state taken together: "the head of state", "the Kazakh leader" may be the president."""
    offices: Offices = read_names().offices
    return _HEADS if kind in offices.heads_of_state or (kind == "leader" and country) else kind


def link_persons(reports: Sequence[ReportMentions]) -> dict[str, Link]:
    """Mention id → link, for all mentions of type person."""
    persons = [person for report in reports for person in _persons_of(report)]
    unions, reasons = Unions(), {}
    _join_full_names(persons, unions, reasons)
    _join_surnames(persons, unions, reasons)
    _join_unnamed(persons, unions, reasons)
    links = {}
    for person in persons:
        root = unions.find(person.key)
        joined = reasons.get(person.key)
        for mention, reason in person.mentions.items():
            links[mention] = Link(key=root, reason=f"{reason}; {joined}" if joined else reason)
    return links


# -- within a report


def _persons_of(report: ReportMentions) -> list[Person]:
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
        if mention.form == "pronoun" and (person := _follow(mention, owner)):
            person.take(mention, "pronoun")
            owner[mention.id] = person
    return persons


def _place_name(mention: Mention, persons: list[Person], report: ReportMentions) -> Person:
    words = person_words(mention.text)
    fitting = [person for person in persons if _fits(words, person, mention)]
    if fitting:
        best = min(fitting, key=lambda p: (-_ties(p, mention), -sum(p.names.values()), p.key))
        best.take(mention, "the same name" if words == best.words else f"short for {' '.join(best.words)} in the report")
        return best
    person = Person(key=mention.id, report=report.report, country=report.country)
    person.take(mention, "a name")
    persons.append(person)
    return person


def _fits(words: tuple[str, ...], person: Person, mention: Mention) -> bool:
    """Whether the name can be the person's: the same words, or a part of the full name the report gives."""
    if mention.gender and person.genders and mention.gender not in person.genders:
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
    return 2 * int(surname) + int(office in person.offices if office else 0)


def _place_description(mention: Mention, persons: list[Person], owner: dict[str, Person], report: ReportMentions) -> None:
    renamed = owner.get(mention.antecedent or "")
    if renamed:
        renamed.take(mention, "named beside it")
        owner[mention.id] = renamed
        return
    person = _holder(mention, persons) or _same_description(mention, persons)
    if person is None:
        person = Person(key=mention.id, report=report.report, country=report.country)
        persons.append(person)
    person.take(mention, f"called {mention.kind} in the report" if person.named else "a description")
    owner[mention.id] = person


def _holder(mention: Mention, persons: Sequence[Person]) -> Person | None:
    """The one person named in the report who holds, or held, the office the description tells."""
    if not mention.kind or not _is_office(mention.kind) or _is_indefinite(mention):
        return None
    office = office_class(mention.kind, mention.country)
    holders = [p for p in persons if p.named and any(_answers(told, office, mention) for told in p.offices)]
    if not mention.former and len(holders) > 1:
        holders = [p for p in holders if not any(told[0] == office and told[2] for told in p.offices)] or holders
    return holders[0] if len(holders) == 1 else None


def _answers(told: tuple[str, str | None, bool], office: str, mention: Mention) -> bool:
    kind, country, former = told
    if kind != office or former != mention.former:
        return False
    return country == mention.country or country is None or mention.country is None


def _is_office(kind: str) -> bool:
    offices = read_names().offices
    return kind in offices.state or kind in offices.body or kind in offices.open


def _is_indefinite(mention: Mention) -> bool:
    return mention.rule.startswith("indefinite")


def _same_description(mention: Mention, persons: Sequence[Person]) -> Person | None:
    """An unnamed person told of by the same noun earlier in the report."""
    told = (office_class(mention.kind or "", mention.country), mention.country, mention.former)
    same = [p for p in persons if not p.named and told in p.offices]
    return same[-1] if same else None


def _follow(mention: Mention, owner: Mapping[str, Person]) -> Person | None:
    return owner.get(mention.antecedent or "")


# -- over the case


def _join_full_names(persons: Sequence[Person], unions: Unions, reasons: dict[str, str]) -> None:
    """Join reports' persons whose full names agree; forms are compared within blocks of like family names only."""
    forms: dict[tuple[str, ...], list[Person]] = {}
    for person in persons:
        if person.named and len(person.words) > 1:
            forms.setdefault(person.words, []).append(person)
    for same in forms.values():
        for person in same[1:]:
            _join(same[0], person, unions, reasons, "the same full name")
    blocks: dict[str, list[tuple[str, ...]]] = {}
    for form in sorted(forms):
        for key in _block_keys(form):
            blocks.setdefault(key, []).append(form)
    for block in blocks.values():
        for at, left in enumerate(block):
            for right in block[at + 1 :]:
                if unions.find(forms[left][0].key) == unions.find(forms[right][0].key):
                    continue
                likeness = same_person_name(left, right)
                if likeness and _compatible(forms[left], forms[right]):
                    reason = f"{' '.join(left)} = {' '.join(right)}: {likeness.reason}"
                    _join(forms[left][0], forms[right][0], unions, reasons, reason)


def _block_keys(words: tuple[str, ...]) -> Iterable[str]:
    """Keys under which names that may be one person's meet: the family name's consonants with the given name's start."""
    family, given = words[-1], short_form(words[0])
    yield f"{consonants(family)} {given[:1]}"
    yield "words " + " ".join(sorted(fold_word(word) for word in words))
    yield "joined " + "".join(fold_word(word) for word in words)


def _compatible(left: Sequence[Person], right: Sequence[Person]) -> bool:
    """Whether nothing forbids two forms to be one person: no clash of gender."""
    genders = [{g for person in side for g in person.genders} for side in (left, right)]
    return not genders[0] or not genders[1] or bool(genders[0] & genders[1])


def _join(left: Person, right: Person, unions: Unions, reasons: dict[str, str], reason: str) -> None:
    unions.join(left.key, right.key)
    reasons.setdefault(right.key, reason)
    reasons.setdefault(left.key, reason)


def _join_surnames(persons: Sequence[Person], unions: Unions, reasons: dict[str, str]) -> None:
    """Join a bare surname to the one full name of the case that ends in it, or that shares the office; else to its like."""
    full: dict[str, dict[str, list[Person]]] = {}
    bare: dict[str, list[Person]] = {}
    for person in persons:
        if person.named and len(person.words) > 1:
            for word in {fold_word(person.words[-1]), *_trimmed(person.words[-1])}:
                full.setdefault(word, {}).setdefault(unions.find(person.key), []).append(person)
        elif person.named:
            bare.setdefault(fold_word(person.words[0]), []).append(person)
    for surname in sorted(bare):
        alone: dict[str | None, Person] = {}
        for person in bare[surname]:
            options = full.get(surname, {})
            root = _one_of(person, options)
            if root:
                _join(options[root][0], person, unions, reasons, f"{surname}: the one full name of the case that fits")
                continue
            known = alone.setdefault(person.country, person)
            if known is not person and _compatible([known], [person]):
                _join(known, person, unions, reasons, f"the surname {surname}, told of one country")


def _trimmed(surname: str) -> list[str]:
    """The family name without the Russian ending that some take off (Rahmonov, Rahmon)."""
    folded = fold_word(surname)
    return [f"{folded}ov", f"{folded}ev"] if not folded.endswith(("ov", "ev")) and len(folded) > _MINIMUM else []


_MINIMUM = 4


def _one_of(person: Person, options: Mapping[str, Sequence[Person]]) -> str | None:
    fitting = {root: people for root, people in options.items() if _compatible([person], people)}
    if len(fitting) <= 1:
        return next(iter(fitting), None)
    same_office = [r for r in sorted(fitting) if any(_shares_office(person, p) for p in fitting[r])]
    if len(same_office) == 1:
        return same_office[0]
    near = {root: sum(p.country == person.country for p in people) for root, people in fitting.items()}
    best = sorted(near, key=lambda root: (-near[root], root))
    return best[0] if near[best[0]] >= 4 * max(near[best[1]], 1) and person.country else None


def _shares_office(left: Person, right: Person) -> bool:
    return any(told in right.offices for told in left.offices)


def _join_unnamed(persons: Sequence[Person], unions: Unions, reasons: dict[str, str]) -> None:
    """Join unnamed holders of a state's office to the one person whom the case calls so, and to each other."""
    holders: dict[tuple[str, str | None, bool], Counter[str]] = {}
    former: dict[tuple[str, str | None], set[str]] = {}
    sample: dict[str, Person] = {}
    for person in persons:
        if not person.named:
            continue
        root = unions.find(person.key)
        sample.setdefault(root, person)
        for office in person.offices:
            if office[1]:
                holders.setdefault(office, Counter())[root] += 1
                if office[2]:
                    former.setdefault(office[:2], set()).add(root)
    alone: dict[tuple[str, str | None, bool], Person] = {}
    for person in persons:
        if person.named or len(person.offices) != 1:
            continue
        told = next(iter(person.offices))
        if told[1] is None or not _one_per_state(told[0]):
            continue
        counts = Counter(holders.get(told, Counter()))
        if not told[2] and len(counts) > 1:
            counts = Counter({r: n for r, n in counts.items() if r not in former.get(told[:2], set())}) or counts
        root = _clear_winner(counts)
        if root:
            _join(sample[root], person, unions, reasons, f"the one the case calls {_say(told)}")
        elif told in alone:
            _join(alone[told], person, unions, reasons, f"each called {_say(told)}")
        else:
            alone[told] = person


def _one_per_state(office: str) -> bool:
    offices = read_names().offices
    return office == _HEADS or office in offices.state


def _clear_winner(counts: Counter[str]) -> str | None:
    ranked = sorted(counts, key=lambda root: (-counts[root], root))
    if not ranked:
        return None
    if len(ranked) == 1 or counts[ranked[0]] >= 4 * counts[ranked[1]]:
        return ranked[0]
    return None


def _say(told: tuple[str, str | None, bool]) -> str:
    office, country, former = told
    return f"{'former ' if former else ''}{office} of {country}"
