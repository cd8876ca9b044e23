"""What is an entity called, by which id does it go, and why are its mentions one?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from babel import Locale

from variorum.model.ids import group_id
from variorum.model.tables import Entity, Mention, PlaceMention, Report
from variorum.model.terms import EntityType
from variorum.resolve.decided import DecidedLinks

_MOST_REASONS = 8
_SMALL = frozenset({"of", "the", "and", "for", "in", "on"})


@dataclass
class Members:
    """The findings of one entity."""

    mentions: list[Mention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Entities:
    """The entities of a case, ordered by id, and the id of each finding's entity."""

    rows: tuple[Entity, ...]
    of: Mapping[str, str]


def name_entities(
    reports: Sequence[Report], mentions: Sequence[Mention], places: Sequence[PlaceMention], decided: DecidedLinks
) -> Entities:
    """The entities that the links make of the findings."""
    links = decided.links
    published = {report.id: report.published or "" for report in reports}
    members: dict[str, Members] = {}
    for mention in mentions:
        link = links.get(mention.id)
        if link is None:  # a pronoun whose antecedent proved to be no person
            continue
        group = members.setdefault(link.key, Members())
        group.mentions.append(mention)
        group.reasons[link.reason] += 1
    for place in places:
        link = links[place.id]
        group = members.setdefault(link.key, Members())
        group.places.append(place)
        group.reasons[link.reason] += 1
    rows, of = [], {}
    for key in sorted(members):
        row = _entity(members[key], published, decided.reasons.get(key, ()))
        rows.append(row)
        of.update({finding.id: row.id for finding in (*members[key].mentions, *members[key].places)})
    return Entities(rows=tuple(sorted(rows, key=lambda row: row.id)), of=of)


def _entity(members: Members, published: Mapping[str, str], decided: Sequence[str]) -> Entity:
    findings: list[Mention | PlaceMention] = [*members.mentions, *members.places]
    seeds = [(published.get(row.report, ""), row.id) for row in findings]
    kind = _type(members.mentions) if decided else members.mentions[0].type if members.mentions else EntityType.PLACE
    spelled = [m for m in members.mentions if m.form == "name"] or [
        m for m in members.mentions if m.form == "description"
    ]
    texts = {_clean(m.text) for m in members.mentions if m.form != "pronoun"} | {_clean(p.text) for p in members.places}
    country = _most(m.country for m in findings)
    return Entity(
        id=group_id("entities", seeds),
        type=kind,
        name=_name(kind, spelled, members.places, country) or findings[0].text,
        aliases=tuple(sorted(texts)),
        country=country,
        reasons=(*decided, *sorted(members.reasons, key=lambda r: (-members.reasons[r], r)))[:_MOST_REASONS],
    )


def _type(mentions: Sequence[Mention]) -> EntityType:
    """The type of most mentions, names before descriptions; a reviewer may hold to be one what was taken for two kinds."""
    named = [mention for mention in mentions if mention.form == "name"] or mentions
    counts = Counter(mention.type for mention in named)
    return min(counts, key=lambda kind: (-counts[kind], kind), default=EntityType.PLACE)


def _name(
    kind: EntityType, spelled: Sequence[Mention], places: Sequence[PlaceMention], country: str | None
) -> str | None:
    """The fullest form that most reports use; a state's body and an office with its country, a place as the gazetteer has it."""
    official = _most(place.name for place in places)
    if official:
        return official
    texts = [(_clean(mention.text), mention.report) for mention in spelled]
    if not texts:
        return _most(_clean(place.text) for place in places)
    best = _fullest(kind, texts)
    owned = next((m for m in spelled if m.kind), None)
    local = any(m.form == "description" or m.kind for m in spelled)
    if (
        kind is EntityType.ORGANIZATION
        and owned
        or (kind is not EntityType.ORGANIZATION and local and owned and kind is EntityType.PERSON)
    ):
        return (
            _with_country(best, spelled, country)
            if not (kind is EntityType.PERSON and spelled[0].form == "name")
            else best
        )
    return best


def _fullest(kind: EntityType, texts: Sequence[tuple[str, str]]) -> str:
    """The form found in most reports, of persons among those with a given name, of bodies among the spelt-out ones."""
    reports: dict[str, set[str]] = {}
    for text, report in texts:
        reports.setdefault(text, set()).add(report)
    full = [text for text in reports if len(text.split()) > 1 or "-" in text] if kind is EntityType.PERSON else []
    spelt = (
        [t for t in reports if t.upper() not in reports and not t.isupper()] if kind is EntityType.ORGANIZATION else []
    )
    pool = full or spelt or list(reports)
    return min(pool, key=lambda text: (text.isupper(), -len(reports[text]), -len(text), text))


def _with_country(name: str, spelled: Sequence[Mention], country: str | None) -> str:
    place = next((m.locality for m in spelled if m.locality), None)
    told = place or (country_name(country) if country else None)
    if told is None:
        return name
    bare = name.removesuffix(" of the republic").removesuffix(" of the country")
    for lead in ("country's ", "country’s ", "city's ", "city’s "):
        bare = bare.removeprefix(lead)
    if told.lower() in bare.lower() or any(m.text == name and _says_country(m) for m in spelled):
        return bare
    return f"{bare} of {told}"


def _says_country(mention: Mention) -> bool:
    """Whether the words themselves tell the country ("the Kazakh government")."""
    head = mention.head or mention.span
    lead = mention.text[: max(0, head.start - mention.start)]
    tail = mention.text[max(0, head.end - mention.start) :]
    own = [word for word in (lead + " " + tail).replace("’s", "").replace("'s", "").split() if word[:1].isupper()]
    return bool(own)


def country_name(code: str) -> str:
    """The English name of a country by its ISO code; the code itself where unknown."""
    return str(Locale("en").territories.get(code, code))


def _clean(text: str) -> str:
    """One line, single spaces, no article before."""
    words = text.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() == "the" else words)


def _most(values: object) -> str | None:
    counts: Counter[str] = Counter(value for value in values if value)  # type: ignore[attr-defined]
    return min(counts, key=lambda value: (-counts[value], value), default=None)
