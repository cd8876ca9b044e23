"""Which persons of the reports are one person over the case?

Full names are joined by their words, bare surnames to the one full name that fits, unnamed holders of a state's office to
the one whom the case calls so.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from variorum.lexicon.names import read_names
from variorum.model.groups import Groups
from variorum.resolve.entity_links import Link, ReportMentions
from variorum.resolve.name_folds import consonants, distance, fold_word, near_words
from variorum.resolve.person_names import Likeness, same_person_name, short_form
from variorum.resolve.report_persons import HEAD_OF_STATE, Person, persons_of

_MINIMUM = 4


class Bearers:
    """Those who bear one name in any report, and what the reports tell of them together."""

    def __init__(self, first: Person) -> None:
        self.first = first
        self.genders: set[str] = set()
        self.offices: set[tuple[str, str | None, bool]] = set()
        self.countries: Counter[str | None] = Counter()

    def add(self, person: Person) -> Person:
        """Counts the person in; returns the first."""
        self.genders.update(person.genders)
        self.offices.update(person.offices)
        self.countries[person.country] += 1
        return self.first


def link_persons(reports: Sequence[ReportMentions]) -> dict[str, Link]:
    """Mention id → link, for all mentions of type person."""
    persons = [person for report in reports for person in persons_of(report)]
    unions = Groups()
    reasons: dict[str, str] = {}
    _join_full_names(persons, unions, reasons)
    _join_surnames(persons, unions, reasons)
    _join_unnamed(persons, unions, reasons)
    links = {}
    clashing = _clashing(reports, persons, unions)
    for person in persons:
        root = unions.top(person.key)
        joined = reasons.get(person.key)
        for mention, reason in person.mentions.items():
            if mention in clashing:
                continue
            links[mention] = Link(key=root, reason=f"{reason}; {joined}" if joined else reason)
    return links


def _clashing(reports: Sequence[ReportMentions], persons: Sequence[Person], unions: Groups) -> frozenset[str]:
    """Ids of the pronouns whose gender the case says is not that of the person they were taken for."""
    told: dict[str, set[str]] = {}
    for person in persons:
        told.setdefault(unions.top(person.key), set()).update(person.genders)
    genders = {m.id: m.gender for report in reports for m in report.mentions if m.form == "pronoun" and m.gender}
    return frozenset(
        mention
        for person in persons
        for mention in person.mentions
        if mention in genders and (known := told[unions.top(person.key)]) and genders[mention] not in known
    )


def _join_full_names(persons: Sequence[Person], unions: Groups, reasons: dict[str, str]) -> None:
    """Join reports' persons whose full names agree; forms are compared within blocks of like family names only."""
    forms: dict[tuple[str, ...], Bearers] = {}
    for person in persons:
        if person.named and len(person.words) > 1:
            first = forms.setdefault(person.words, Bearers(person)).add(person)
            if person is not first:
                _join(first, person, unions, reasons, "the same full name")
    blocks: dict[str, list[tuple[str, ...]]] = {}
    for form in sorted(forms):
        for key in _block_keys(form):
            blocks.setdefault(key, []).append(form)
    for block in blocks.values():
        for at, left in enumerate(block):
            for right in block[at + 1 :]:
                if unions.top(forms[left].first.key) == unions.top(forms[right].first.key):
                    continue
                likeness = same_person_name(left, right) or _slip(left, right, forms)
                if likeness and _compatible(forms[left].genders, forms[right].genders):
                    reason = f"{' '.join(left)} = {' '.join(right)}: {likeness.reason}"
                    _join(forms[left].first, forms[right].first, unions, reasons, reason)


def _slip(left: tuple[str, ...], right: tuple[str, ...], forms: Mapping[tuple[str, ...], Bearers]) -> Likeness | None:
    """Whether a letter or an ending of the given name tells two holders of one office and family name apart."""
    if len(left) != 2 or len(right) != 2 or fold_word(left[1]) != fold_word(right[1]):
        return None
    one, other = sorted((left[0], right[0]), key=len)
    if len(one) > _MINIMUM and len(left[1]) > _MINIMUM and _letter_left_out(one, other):
        return Likeness(0.8, "one family name, a letter left out of the given name")
    if len(one) > _MINIMUM and len(left[1]) > _MINIMUM and other.startswith(one) and len(other) > len(one) + 1:
        return Likeness(0.8, "one family name, the given name shortened")
    if len(one) < _MINIMUM + 1 or not (other.startswith(one) or distance(one, other) == 1):
        return None
    if not forms[left].offices & forms[right].offices:
        return None
    return Likeness(0.8, "one family name and office, given names all but the same")


def _letter_left_out(short: str, long: str) -> bool:
    """Whether the one word is the other without an inner letter ("Yaovi", "Yawovi"); an ending makes another name."""
    return len(long) == len(short) + 1 and distance(short, long) == 1 and short[0] == long[0] and short[-1] == long[-1]


def _block_keys(words: tuple[str, ...]) -> Iterable[str]:
    """Keys under which names that may be one person's meet: the family name's consonants with the given name's start."""
    family, given = words[-1], short_form(words[0])
    yield f"{consonants(family)} {given[:1]}"
    yield "words " + " ".join(sorted(fold_word(word) for word in words))
    if len(words) > 2:
        yield f"{consonants(words[-2])} {given[:1]}"
    yield "joined " + "".join(fold_word(word) for word in words)


def _compatible(left: Set[str], right: Set[str]) -> bool:
    """Whether nothing forbids two forms, given the genders told of each, to be one person."""
    return not left or not right or bool(left & right)


def _join(left: Person, right: Person, unions: Groups, reasons: dict[str, str], reason: str) -> None:
    unions.join(left.key, right.key)
    reasons.setdefault(right.key, reason)
    reasons.setdefault(left.key, reason)


def _join_surnames(persons: Sequence[Person], unions: Groups, reasons: dict[str, str]) -> None:
    """Join a bare surname to the one full name of the case that ends in it, or that shares the office; else to its like."""
    full: dict[str, dict[str, Bearers]] = {}
    bare: dict[str, list[Person]] = {}
    for person in persons:
        if person.named and len(person.words) > 1:
            for word in {fold_word(person.words[-1]), *_trimmed(person.words[-1])}:
                full.setdefault(word, {}).setdefault(unions.top(person.key), Bearers(person)).add(person)
        elif person.named:
            bare.setdefault(fold_word(person.words[0]), []).append(person)
    spellings = _by_spelling(full)
    for surname in sorted(bare):
        alone: dict[str | None, Person] = {}
        options = full.get(surname) or _spelt_nearly(surname, full, spellings)
        for person in bare[surname]:
            root = _one_of(person, options)
            if root:
                _join(
                    options[root].first, person, unions, reasons, f"{surname}: the one full name of the case that fits"
                )
                continue
            known = alone.setdefault(person.country, person)
            if known is not person and _compatible(known.genders.keys(), person.genders.keys()):
                _join(known, person, unions, reasons, f"the surname {surname}, told of one country")


def _by_spelling(names: Iterable[str]) -> dict[str, list[str]]:
    """The family names by what those that are spelt nearly alike have in common, so that not every two are compared."""
    found: dict[str, list[str]] = {}
    for name in names:
        for key in _spelling_keys(name):
            found.setdefault(key, []).append(name)
    return found


def _spelling_keys(name: str) -> Iterable[str]:
    return (
        f"end {_silent(name)}",
        f"sound {fold_word(name)}",
        f"frame {consonants(name)}",
        "letters " + "".join(sorted(name)),
    )


def _spelt_nearly(
    surname: str, full: Mapping[str, Mapping[str, Bearers]], spellings: Mapping[str, Sequence[str]]
) -> Mapping[str, Bearers]:
    """The bearers of the one family name of the case that the surname misspells; none where several are as near."""
    alike = {name for key in _spelling_keys(surname) for name in spellings.get(key, ())}
    near = [word for word in sorted(alike) if _silent(word) == _silent(surname) or near_words(word, surname)]
    return full[near[0]] if len(near) == 1 and len(surname) > _MINIMUM else {}


def _silent(surname: str) -> str:
    """The name without a last h, which some spellings add ("Mensa", "Mensah")."""
    return surname.removesuffix("h")


def _trimmed(surname: str) -> list[str]:
    """The family name without the Russian ending that some take off (Rahmonov, Rahmon)."""
    folded = fold_word(surname)
    return [f"{folded}ov", f"{folded}ev"] if not folded.endswith(("ov", "ev")) and len(folded) > _MINIMUM else []


def _one_of(person: Person, options: Mapping[str, Bearers]) -> str | None:
    fitting = {root: people for root, people in options.items() if _compatible(person.genders.keys(), people.genders)}
    if len(fitting) <= 1:
        return next(iter(fitting), None)
    same_office = [root for root in sorted(fitting) if not fitting[root].offices.isdisjoint(person.offices)]
    if len(same_office) == 1:
        return same_office[0]
    near = {root: people.countries[person.country] for root, people in fitting.items()}
    best = sorted(near, key=lambda root: (-near[root], root))
    return best[0] if near[best[0]] >= 4 * max(near[best[1]], 1) and person.country else None


def _join_unnamed(persons: Sequence[Person], unions: Groups, reasons: dict[str, str]) -> None:
    """Join unnamed holders of a state's office to the one person whom the case calls so, and to each other."""
    holders: dict[tuple[str, str | None, bool], Counter[str]] = {}
    former: dict[tuple[str, str | None], set[str]] = {}
    sample: dict[str, Person] = {}
    for person in persons:
        if not person.named:
            continue
        root = unions.top(person.key)
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
        winner = _clear_winner(counts)
        if winner:
            _join(sample[winner], person, unions, reasons, f"the one the case calls {_say(told)}")
        elif told in alone:
            _join(alone[told], person, unions, reasons, f"each called {_say(told)}")
        else:
            alone[told] = person


def _one_per_state(office: str) -> bool:
    offices = read_names().offices
    return office == HEAD_OF_STATE or office in offices.state


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
