"""Who and what is named, by which names, in what roles, and what do the accounts call them?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from variorum.model.base import Record
from variorum.model.tables import Entity, Mention, Role
from variorum.model.terms import Certainty, EntityType
from variorum.present.views.index import Index, Quote, Way, Witness
from variorum.present.views.phrases import date_words
from variorum.present.views.visible import on_line, shortened
from variorum.present.views.words import CERTAINTIES, ENTITY_TYPES, ROLE_KINDS, ROLE_STATUS

_LABELS = 12


class RoleView(Record, frozen=True, kw_only=True, gc=False):
    """A statement of who is what, or where."""

    anchor: str
    holder: str
    kind: str
    value: str
    status: str
    date: str
    voice: str
    certainty: str
    quote: Quote
    readings: tuple[Way, ...]


class Called(Record, frozen=True, kw_only=True, gc=False):
    """A description and the accounts that use it."""

    words: str
    witnesses: tuple[Witness, ...]


class EntityView(Record, frozen=True, kw_only=True, gc=False):
    """An entity; `anchor` is its id, `first` the way to where each report first names it."""

    anchor: str
    name: str
    country: str
    aliases: tuple[str, ...]
    mentions: int
    first: tuple[tuple[Witness, str], ...]
    called: tuple[Called, ...]
    roles: tuple[RoleView, ...]
    in_passing: bool
    said: int
    href: str
    said_href: str


class EntityGroup(Record, frozen=True, kw_only=True):
    """The entities of one type, the most named first; those without a name of their own or a role apart."""

    kind: EntityType
    title: str
    entities: tuple[EntityView, ...]
    described: tuple[EntityView, ...]


class EntitiesView(Record, frozen=True, kw_only=True):
    """All entities, and the roles of holders that are none of them."""

    groups: tuple[EntityGroup, ...]
    other_roles: tuple[RoleView, ...]


def read_entities(index: Index) -> EntitiesView:
    """The entities by type, persons first; every role stands with its holder."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in index.tables.mentions:
        if mention.entity in index.entities:
            mentions[mention.entity or ""].append(mention)
    placed = Counter(place.entity for place in index.tables.places if place.entity)
    roles: dict[str, list[RoleView]] = defaultdict(list)
    for role in sorted(index.tables.roles, key=lambda role: (index.witness(role.report).place, role.start, role.id)):
        roles[(role.holder_entity or "") if role.holder_entity in index.entities else ""].append(read_role(role, index))
    views = [
        (row, _entity(row, mentions[row.id], tuple(roles[row.id]), placed[row.id], index))
        for row in index.tables.entities
    ]
    ordered = sorted(views, key=lambda pair: (-pair[1].mentions, pair[0].name, pair[0].id))
    groups = (_group(kind, [view for row, view in ordered if row.type is kind]) for kind in EntityType)
    return EntitiesView(
        groups=tuple(group for group in groups if group.entities or group.described), other_roles=tuple(roles[""])
    )


def _group(kind: EntityType, views: Sequence[EntityView]) -> EntityGroup:
    return EntityGroup(
        kind=kind,
        title=ENTITY_TYPES[kind],
        entities=tuple(view for view in views if not view.in_passing),
        described=tuple(view for view in views if view.in_passing),
    )


def first_mentions(mentions: Iterable[Mention]) -> frozenset[str]:
    """Ids of the mentions with which each report first names each entity: those the list of entities leads to."""
    first: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        if mention.entity is not None:
            known = first.setdefault((mention.entity, mention.report), mention)
            if mention.start < known.start:
                first[mention.entity, mention.report] = mention
    return frozenset(mention.id for mention in first.values())


def _entity(row: Entity, mentions: list[Mention], roles: tuple[RoleView, ...], placed: int, index: Index) -> EntityView:
    first: dict[str, Mention] = {}
    called: dict[str, dict[str, None]] = defaultdict(dict)
    for mention in sorted(mentions, key=lambda mention: (mention.start, mention.id)):
        first.setdefault(mention.report, mention)
        if mention.form == "description":
            called[on_line(mention.text)][mention.report] = None
    names = {on_line(row.name), *called}
    labels = sorted(called.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:_LABELS]
    ways = ((index.witness(report), index.quote(mention).href) for report, mention in first.items())
    return EntityView(
        anchor=row.id,
        name=on_line(row.name),
        country=row.country or "",
        aliases=tuple(alias for alias in map(on_line, row.aliases) if alias not in names),
        mentions=max(len(mentions), placed),
        first=tuple(sorted(ways, key=lambda way: way[0].place)),
        called=tuple(
            Called(words=shortened(words, 80), witnesses=index.witnesses(reports))
            for words, reports in labels
            if words != on_line(row.name)
        ),
        roles=roles,
        in_passing=len(mentions) == 1 and not roles and mentions[0].form != "name",
        said=index.said[row.id],
        href=index.way(row.id),
        said_href=index.way(f"said-{row.id}"),
    )


def read_role(row: Role, index: Index) -> RoleView:
    """One statement of who is what, or where."""
    body = on_line(row.organization_name or row.organization)
    value = on_line(row.value)
    return RoleView(
        anchor=row.id,
        holder=on_line(row.holder_name or row.holder),
        kind=ROLE_KINDS[row.kind],
        value=f"{value}, {body}" if body and body not in value and on_line(row.organization) not in value else value,
        status=ROLE_STATUS[row.status],
        date=date_words(row.date),
        voice=on_line(row.voice_name or row.voice),
        certainty="" if row.certainty is Certainty.CERTAIN else CERTAINTIES[row.certainty],
        quote=index.quote(row),
        readings=index.readings_of(row.id),
    )
