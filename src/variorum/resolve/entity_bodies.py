"""Which mentions of organisations and crowds are one, over spellings, acronyms and the countries they belong to?

A body of a state is told by what it is and whose it is: the Ministry of Internal Affairs and the Interior Ministry of one
country are one, the interior ministries of two countries never. Other organisations are told by their names; an acronym
stands for the name the report, the case or the world gives it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from variorum.lexicon.names import filed_under, read_names
from variorum.model.groups import Groups
from variorum.model.tables import Mention
from variorum.model.terms import EntityType
from variorum.resolve.body_names import body_words, same_body_name
from variorum.resolve.entity_links import Link, ReportMentions
from variorum.resolve.name_folds import fold_word, name_words


def link_bodies(reports: Sequence[ReportMentions]) -> dict[str, Link]:
    """Mention id → link, for all mentions of type organization or group."""
    meanings = Acronyms(reports)
    links: dict[str, Link] = {}
    for report in reports:
        shorter = _short_forms(report, meanings)
        for mention in report.mentions:
            if mention.type is EntityType.ORGANIZATION:
                links[mention.id] = _organization(mention, report, meanings, shorter)
            elif mention.type is EntityType.GROUP:
                links[mention.id] = _group(mention, report)
    return _joined(links)


class Acronyms:
    """What acronyms stand for: in a report, in the case, in the world; the nearest meaning first."""

    def __init__(self, reports: Sequence[ReportMentions]) -> None:
        self._world = read_names().organizations.acronyms
        self._report: dict[tuple[str, str], str] = {}
        counts: dict[str, Counter[str]] = {}
        for report in reports:
            for mention in report.mentions:
                if mention.acronym and mention.text != mention.acronym and mention.type is EntityType.ORGANIZATION:
                    meaning = name_key(mention.text)
                    self._report.setdefault((report.report, mention.acronym), meaning)
                    counts.setdefault(mention.acronym, Counter())[meaning] += 1
        self._spelt = _initials(reports)
        self._case = {acronym: min(told, key=lambda m: (-told[m], m)) for acronym, told in counts.items()}

    def worldwide(self, acronym: str) -> str | None:
        """The key of the name that the acronym stands for everywhere, whatever word leads it in ("the so-called ISIL")."""
        known = len(acronym) >= _TOLD_ALONE and acronym in self._world
        return name_key(self._world[acronym]) if known else None

    def meaning(self, acronym: str, report: str) -> str | None:
        """The key of the name the acronym stands for in the report; None where nothing tells."""
        if len(acronym) > _INITIALS - 1 and acronym.istitle() and acronym not in self._world:
            acronym = acronym.upper()  # some outlets write acronyms that are spoken as words as names ("Nato")
        told = self._report.get((report, acronym))
        if told:
            return told
        if acronym in self._world:
            return name_key(self._world[acronym])
        return self._case.get(acronym) or self._spelt.get(acronym)


def _initials(reports: Sequence[ReportMentions]) -> dict[str, str]:
    """Initials of three letters or more → the key of the one organisation of the case that they spell."""
    keys: dict[str, set[str]] = {}
    for report in reports:
        for mention in report.mentions:
            words = mention.text.replace("’s ", "'s ").split("'s ")[-1].split()
            if mention.type is EntityType.ORGANIZATION and mention.form == "name" and not mention.kind:
                spelt = "".join(word[0] for word in words if word[:1].isupper())
                if len(words) > 2 and len(spelt) > 2:
                    keys.setdefault(spelt, set()).add(name_key(mention.text))
    return {spelt: min(found) for spelt, found in keys.items() if len(found) == 1}


def name_key(name: str) -> str:
    """The key of an organisation's name: its telling words, folded."""
    return "organization: " + " ".join(fold_word(word) for word in body_words(without_owner(name)))


def without_owner(name: str) -> str:
    """The name without the country or place it is said to be of ("India's Border Security Force")."""
    owner, _, rest = name.replace("’", "'").partition("'s ")
    return rest if owner and len(rest.split()) > 1 and owner[:1].isupper() and " " not in owner else name


def _organization(mention: Mention, report: ReportMentions, meanings: Acronyms, shorter: Mapping[str, str]) -> Link:
    if mention.kind:
        return _state_body(mention, report)
    meaning = meanings.meaning(mention.text.replace(".", ""), report.report)
    if meaning:
        return Link(key=meaning, reason=f"{mention.text} is the acronym of the name")
    *lead, last = mention.text.split()
    led_in = mention.form == "name" and lead and not lead[-1].isupper()  # "PYD YPG" is two
    if led_in and (meaning := meanings.worldwide(last)):
        return Link(key=meaning, reason=f"{last} is the acronym of the name")
    key = name_key(mention.text)
    if key in shorter:
        return Link(key=shorter[key], reason=f"short for the longer name in the report: {mention.text}")
    if mention.form == "description":
        return Link(key=f"{key} {mention.country or ''}", reason="the same words, told of one country")
    return Link(key=key, reason="the same name, spelling and legal form aside")


def _state_body(mention: Mention, report: ReportMentions) -> Link:
    country = mention.country or report.country
    if country is None:
        return Link(key=f"body: {mention.kind} {report.report}", reason="the same body in one report")
    locality = " ".join(fold_word(word) for word in name_words(mention.locality or ""))
    former = "former " if mention.former else ""
    key = f"body: {former}{mention.kind} {country} {locality}".strip()
    of = f"{mention.locality}, {country}" if mention.locality else country
    return Link(key=key, reason=f"{former}{mention.kind} of {of}")


def _group(mention: Mention, report: ReportMentions) -> Link:
    """Crowds are one where the words and the country are; those of a city are not those of the country."""
    locality = " ".join(fold_word(word) for word in name_words(mention.locality or ""))
    country = mention.country or report.country or report.report
    if mention.form == "name":
        words = " ".join(fold_word(word.removesuffix("s")) for word in name_words(mention.text))
        return Link(key=f"group: {words}", reason="the same name of a group")
    words = mention.kind or crowd_words(mention)
    return Link(
        key=f"crowd: {words} {country} {locality}".strip(), reason=f"{words}, told of {mention.locality or country}"
    )


def crowd_words(mention: Mention) -> str:
    """What tells a crowd apart: its words without those that only praise, blame or point."""
    groups = read_names().groups
    head = mention.head or mention.span
    noun = mention.text[max(0, head.start - mention.start) : head.end - mention.start].lower()
    idle = groups.idle | {"the", "a", "an", "of", "in", "this", "that", "our"}
    lead = [w for w in name_words(mention.text[: max(0, head.start - mention.start)].lower()) if w not in idle]
    tail = [w for w in name_words(mention.text[max(0, head.end - mention.start) :].lower()) if w not in idle]
    filed = filed_under(groups.same).get(noun, noun)
    return " ".join((*lead, filed, *tail))


def _short_forms(report: ReportMentions, meanings: Acronyms) -> dict[str, str]:
    """Key of a short name → key of the one longer name in the report that starts or ends with it ("the Colts")."""
    names = {
        name_key(m.text): body_words(m.text)
        for m in report.mentions
        if m.type is EntityType.ORGANIZATION
        and m.form == "name"
        and not m.kind
        and not meanings.meaning(m.text, report.report)
    }
    long = [(key, words) for key, words in sorted(names.items()) if len(words) > 1]
    found = {}
    for key, words in sorted(names.items()):
        if len(words[0]) < 3:
            continue
        size, told = len(words), [fold_word(word) for word in words]
        fitting = [k for k, w in long if len(w) > size and told in (_folded(w[:size]), _folded(w[-size:]))]
        if len(fitting) == 1:
            found[key] = fitting[0]
    return found


def _folded(words: Sequence[str]) -> list[str]:
    return [fold_word(word) for word in words]


def _joined(links: Mapping[str, Link]) -> dict[str, Link]:
    """The links with near spellings of organisations' names joined, compared within blocks of like words only."""
    unions = Groups()
    keys = sorted({link.key for link in links.values() if link.key.startswith("organization: ")})
    for short, full in _last_words(keys).items():
        unions.join(short, full)
    blocks: dict[tuple[int, str], list[str]] = {}
    for key in keys:
        for block in _block_keys(key):
            blocks.setdefault(block, []).append(key)
    for together in blocks.values():
        for left, right in _pairs(together):
            if same_body_name(_words(left), _words(right)):
                unions.join(left, right)
    return {mention: Link(key=unions.top(link.key), reason=link.reason) for mention, link in links.items()}


def _last_words(keys: Sequence[str]) -> dict[str, str]:
    """Key of a name of one telling word → key of the one longer name of the case that ends in it."""
    names = read_names()
    heads = {fold_word(word) for word in names.organizations.heads | names.cues.country}
    ending: dict[str, list[str]] = {}
    for key in keys:
        words = _words(key)
        if 1 < len(words) <= _SHORT_NAME:
            ending.setdefault(words[-1], []).append(key)
    found = {}
    for key in keys:
        words = _words(key)
        full = (
            ending.get(words[0], []) if len(words) == 1 and words[0] not in heads and len(words[0]) > _INITIALS else []
        )
        if len(full) == 1:
            found[key] = full[0]
    return found


_SHORT_NAME = 3
_INITIALS = 4
_TOLD_ALONE = 3


def _block_keys(key: str) -> Iterable[tuple[int, str]]:
    """Names meet where all words but one are the same: a block for each word left out."""
    words = _words(key)
    if len(words) < 2:
        return
    for at in range(len(words)):
        yield at, " ".join((*words[:at], "*", *words[at + 1 :]))


def _words(key: str) -> tuple[str, ...]:
    return tuple(key.removeprefix("organization: ").split())


def _pairs(block: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Neighbours in a block of many, all pairs in a block of few: names one word apart sort next to each other."""
    if len(block) <= 30:
        yield from ((left, right) for at, left in enumerate(block) for right in block[at + 1 :])
    else:
        yield from zip(block, block[1:], strict=False)
