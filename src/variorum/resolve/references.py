"""Whom and what do the spans of claims, figures, events and roles name? Fills their entities, names, dates and places."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from variorum.lexicon.names import read_names
from variorum.model.base import Span
from variorum.model.tables import (
    Claim,
    DateMention,
    Entity,
    EventMention,
    Figure,
    Link,
    Mention,
    PlaceMention,
    Role,
    Tables,
)
from variorum.model.terms import EntityType, RoleKind


@dataclass(frozen=True)
class Named:
    """An entity's id and canonical name; both None where a span names none."""

    entity: str | None = None
    name: str | None = None


@dataclass(frozen=True)
class Extent:
    """A mention with the range it takes up, its title included."""

    start: int
    end: int
    mention: Mention


class References:
    """Answers what a span or a reference of a report stands for."""

    def __init__(self, tables: Tables) -> None:
        self._entities: Mapping[str, Entity] = {row.id: row for row in tables.entities}
        self._dates: Mapping[str, DateMention] = {row.id: row for row in tables.dates}
        self._places: Mapping[str, PlaceMention] = {row.id: row for row in tables.places}
        texts = {report.id: report.text for report in tables.reports}
        self._texts: Mapping[str, str] = texts
        self._extents: dict[str, list[Extent]] = {}
        for mention in tables.mentions:
            extent = _extent(mention, texts.get(mention.report, ""))
            self._extents.setdefault(mention.report, []).append(extent)
        for extents in self._extents.values():
            extents.sort(key=lambda e: (e.start, -e.end, e.mention.id))
        self._starts = {report: [e.start for e in extents] for report, extents in self._extents.items()}
        self._held: dict[str, list[Role]] = {}
        for role in tables.roles:
            if role.kind is RoleKind.OFFICE and role.value_span and role.holder_span:
                self._held.setdefault(role.report, []).append(role)

    def named(self, report: str, span: Span | None) -> Named:
        """The entity the phrase at the span names: of coordinated names the first, of nested ones the outermost."""
        return self._of(self._meant(report, span)) if span is not None else Named()

    def voice(self, report: str, span: Span | None) -> Named:
        """The entity that speaks where the phrase at the span names the speaker: a country only by its own name, as "Russian
        bloggers" speak for themselves.
        """
        mention = self._meant(report, span) if span is not None else None
        if mention is None or span is None or (mention.type is EntityType.PLACE and mention.end < span.end):
            return Named()
        return self._of(mention)

    def _meant(self, report: str, span: Span) -> Mention | None:
        mention = _pick(self._within(report, span), span, self._texts.get(report, ""))
        if mention is None or mention.type is not EntityType.PERSON:
            return self._titled(report, span) or mention
        return mention

    def _of(self, mention: Mention | None) -> Named:
        entity = self._entities.get(mention.entity or "") if mention else None
        return Named(entity.id, entity.name) if entity else Named()

    def _titled(self, report: str, span: Span) -> Mention | None:
        """The person whose name stands right behind the phrase, where that is an office they hold ("the minister of defence,
        | Ana Roca,") or runs into the name ("the dictator | Roca").
        """
        text = self._texts.get(report, "")
        offices = [(role.value_span, role.holder_span) for role in self._held.get(report, ())]
        holder = next(
            (who for office, who in offices if office and who and _is_office(office, span) and who.start >= span.end),
            None,
        )
        reach = Span(start=span.end, end=min(len(text), holder.end if holder else span.end + 3))
        for extent in self._within(report, reach):
            mention = extent.mention
            named = mention.type is EntityType.PERSON and mention.form == "name" and mention.start >= span.end
            between = text[span.end : extent.start if extent.start >= span.end else mention.start]
            beside = between == ", " and text[mention.end : mention.end + 1] == "," and _is_one_person(text, span)
            if named and (holder == mention.span or between == " " or beside):
                return mention
        return None

    def date(self, reference: str | None, value: str | None) -> str | None:
        """The value of the date referred to as the case completed it; the row's own where there is none."""
        row = self._dates.get(reference or "")
        return row.edtf if row and row.edtf else value

    def place(self, reference: str | None) -> tuple[PlaceMention, Named] | None:
        """The place referred to, and its entity."""
        row = self._places.get(reference or "")
        if row is None:
            return None
        entity = self._entities.get(row.entity or "")
        return row, Named(entity.id, entity.name) if entity else Named(None, row.name)

    def _within(self, report: str, span: Span) -> list[Extent]:
        extents, starts = self._extents.get(report, []), self._starts.get(report, [])
        at = bisect_left(starts, span.start - _WIDEST)
        found = []
        while at < len(extents) and extents[at].start < span.end:
            if extents[at].end > span.start:
                found.append(extents[at])
            at += 1
        return found


_OWNED = re.compile(r"['’]s?\s+(?P<words>[^\W\d_][\w-]*(?: (?!(?:of|in|at|for|from|on|who|which)\b)[\w-]+)*)")
"""What a possessor is followed by, up to the preposition or mark that ends the noun phrase."""
_POST = re.compile(r" (?:(?!(?:and|or|of|for|with|by|from|to|who|that|as|said|says)\b)[a-z][a-z-]+ ){1,3}")
"""The words for a post or trade between a body and the name of one of its people."""
_SPEAKS_FOR = frozenset({"office", "service", "administration"})
"""What speaks for its owner: "the mayor's office"."""
_WIDEST = 120
"""Code points a title and name may take up before the phrase that cuts into them starts."""


def _is_office(office: Span, phrase: Span) -> bool:
    """The phrase is the office, or ends with it behind an article."""
    return office.end == phrase.end and office.start <= phrase.end and abs(office.start - phrase.start) <= len("the ")


def _is_one_person(text: str, phrase: Span) -> bool:
    """The phrase is an office, or is definite and no plural: "the ringleader"."""
    words = text[max(0, phrase.start - len("the ")) : phrase.end].casefold()
    definite = words.startswith("the ") or words[len("the ") :].startswith("the ")
    last = (words.split(" of ")[0].split() or [""])[-1]
    one = last not in read_names().groups.plural and not last.endswith("s")
    return _names_office(text, phrase) or (definite and one)


def _names_office(text: str, phrase: Span) -> bool:
    """The phrase is an office, its field or body included: "the minister of defence", "police chief of the region"."""
    offices = read_names().offices
    words = text[phrase.start : phrase.end].casefold().removeprefix("the ")
    return any(name in kind for kind in (offices.state, offices.body) for name in (words, words.split(" of ")[0]))


def _extent(mention: Mention, text: str) -> Extent:
    """The mention with its title where the title stands right before it."""
    start = mention.start
    if mention.title:
        at = text.rfind(mention.title, max(0, start - len(mention.title) - 3), start)
        start = at if at >= 0 else start
    return Extent(start, mention.end, mention)


def _pick(extents: Sequence[Extent], span: Span, text: str) -> Mention | None:
    """The mention a phrase is about. Nested mentions give way to those around them, places to persons, bodies and crowds.

    A pronoun or a place is only what the phrase is about where it is the phrase's head, or the first of a list.
    """
    exact = next((e.mention for e in extents if (e.mention.start, e.mention.end) == (span.start, span.end)), None)
    if exact is not None:
        return exact
    inside = [e for e in extents if _head_inside(e.mention, span) and _may_head(e, span, text)]
    around = [e for e in inside if not any(_holds(other, e, span) for other in inside if other is not e)]
    first = min(around, key=lambda e: (e.start, e.mention.id), default=None)
    if first and first.mention.type is EntityType.PLACE and _lists(text[first.end : span.end]):
        return first.mention
    telling = [e for e in around if e.mention.type is not EntityType.PLACE] or around
    ranked = sorted(telling, key=lambda e: (max(e.start, span.start), -e.end, e.mention.id))
    return _described(ranked, text).mention if ranked else None


def _described(ranked: Sequence[Extent], text: str) -> Extent:
    """The first of the mentions, or the person whose post or trade it only says ("Rovers keeper | Jean Agbo")."""
    first = ranked[0]
    for other in ranked[1:]:
        between = text[first.end : other.start]
        if not _POST.fullmatch(between) or not read_names().cues.placing.isdisjoint(between.split()):
            break
        if other.mention.type is EntityType.PERSON and other.mention.form == "name":
            return other
    return first


def _may_head(extent: Extent, span: Span, text: str) -> bool:
    """Whether a pronoun or place can be what the phrase is about: a pronoun alone, a place behind no preposition."""
    if extent.mention.form == "pronoun":
        return len(text[span.start : span.end].split()) == 1
    if extent.mention.type is not EntityType.PLACE:
        return not _owns_others(extent, span, text)
    before = set(text[span.start : extent.start].lower().split())
    return before.isdisjoint(read_names().cues.placing | {"of", "for", "with", "on", "by"})


def _owns_others(extent: Extent, span: Span, text: str) -> bool:
    """Whether the phrase is about people or a body of the person it names first: "Berg's party", "the mayor's brother"."""
    owned = _OWNED.match(text, extent.end, span.end)
    if owned is None or extent.mention.type is not EntityType.PERSON:
        return False
    names, word = read_names(), owned["words"].split()[-1].casefold()
    people = names.persons.kin | names.persons.male | names.persons.female | names.persons.neutral
    bodies = names.organizations.heads - _SPEAKS_FOR
    return word in people | names.groups.plural | names.groups.families | bodies


def _lists(rest: str) -> bool:
    """Whether a list goes on behind its first item."""
    return rest.startswith((", ", " and ")) and rest.strip(", ")[:1].isupper() or rest.startswith(" and ")


def _head_inside(mention: Mention, span: Span) -> bool:
    head = mention.head or mention.span
    return (
        span.start <= head.start and head.end <= span.end or (mention.start <= span.start and span.end <= mention.end)
    )


def _holds(outer: Extent, inner: Extent, span: Span) -> bool:
    if (outer.start, outer.end) == (inner.start, inner.end):
        return outer.mention.id < inner.mention.id
    fits = outer.start >= span.start and outer.end <= span.end
    return fits and outer.start <= inner.start and inner.end <= outer.end


def resolve_references(tables: Tables) -> Tables:
    """The tables with every reference to an entity, date and place filled in where the words settle it."""
    known = References(tables)
    claims = tuple(_claim(row, known) for row in tables.claims)
    voices = {row.id: Named(row.voice_entity, row.voice_name) for row in claims}
    return replace(
        tables,
        claims=claims,
        figures=tuple(_figure(row, known, voices) for row in tables.figures),
        event_mentions=tuple(_event(row, known, voices) for row in tables.event_mentions),
        roles=tuple(_role(row, known, voices) for row in tables.roles),
    )


def _claim(row: Claim, known: References) -> Claim:
    voice = known.voice(row.report, row.voice_span)
    chain = tuple(_link(link, row.report, known) for link in row.chain)
    if voice.entity is None and chain and row.voice and chain[0].text == row.voice:
        voice = known.voice(row.report, chain[0].span)
    return replace(row, voice_name=voice.name or row.voice, voice_entity=voice.entity, chain=chain)


def _link(link: Link, report: str, known: References) -> Link:
    return replace(link, entity=known.voice(report, link.span).entity)


def _figure(row: Figure, known: References, voices: Mapping[str, Named]) -> Figure:
    voice = voices.get(row.claim or "", Named())
    placed = known.place(row.place_ref)
    row = replace(
        row,
        voice_name=voice.name or row.voice_name,
        voice_entity=voice.entity,
        date=known.date(row.date_ref, row.date),
        as_of=known.date(row.as_of_ref, row.as_of),
    )
    if placed is None:
        return replace(row, place=None, place_ref=None) if row.place_ref else row
    return replace(row, place=row.place or placed[0].text, place_name=placed[1].name, place_entity=placed[1].entity)


def _event(row: EventMention, known: References, voices: Mapping[str, Named]) -> EventMention:
    voice = voices.get(row.claim or "", Named())
    actor, recipient = known.named(row.report, row.actor_span), known.named(row.report, row.recipient_span)
    placed = known.place(row.place_ref)
    row = replace(
        row,
        actor_name=actor.name,
        actor_entity=actor.entity,
        recipient_name=recipient.name,
        recipient_entity=recipient.entity,
        voice_name=voice.name or row.voice_name,
        voice_entity=voice.entity,
        date=known.date(row.date_ref, row.date),
    )
    if placed is None:
        return replace(row, place=None, place_ref=None, place_basis=None) if row.place_ref else row
    return replace(row, place=row.place or placed[0].text, place_name=placed[1].name, place_entity=placed[1].entity)


def _role(row: Role, known: References, voices: Mapping[str, Named]) -> Role:
    voice = voices.get(row.claim or "", Named())
    holder, organization = known.named(row.report, row.holder_span), known.named(row.report, row.organization_span)
    return replace(
        row,
        holder_name=holder.name or row.holder,
        holder_entity=holder.entity,
        organization_name=organization.name,
        organization_entity=organization.entity,
        place_ref=row.place_ref if known.place(row.place_ref) else None,
        voice_name=voice.name or row.voice_name,
        voice_entity=voice.entity,
        date=known.date(row.date_ref, row.date),
    )
