"""What do the accounts tell of one entity: its roles, what it did and met, said, and what is said of it?"""

from collections.abc import Sequence
from enum import StrEnum

from variorum.model.base import Record
from variorum.model.tables import Claim, EventMention, Point
from variorum.model.terms import ArgumentBasis, Polarity, Realis, Verdict
from variorum.present.views.entities import RoleView, read_role
from variorum.present.views.entity_rows import EntityRows
from variorum.present.views.index import Index, Quote
from variorum.present.views.phrases import between, date_words
from variorum.present.views.visible import on_line, shortened
from variorum.present.views.voices import ClaimView, read_claim
from variorum.present.views.words import ARGUMENT_BASES, REALIS, VERDICT_MARKS, VERDICTS


class EntityPart(StrEnum):
    """The parts of what is told of an entity; the value is the part's anchor."""

    NAMES = "names"
    ROLES = "roles"
    DID = "did"
    MET = "met"
    SAID = "said"
    TOLD = "told"
    CALLED = "called"
    POINTS = "points"


class Deed(Record, frozen=True, kw_only=True, gc=False):
    """Something told of an entity as the one who acts or is acted on; `other` is who else has part in it.

    `basis` says where the entity's part is taken from where the words beside the act do not name it.
    """

    anchor: str
    href: str
    what: str
    other: str
    other_href: str
    date: str
    place: str
    how: str
    voice: str
    voice_href: str
    basis: str
    quote: Quote


class Statement(Record, frozen=True, kw_only=True, gc=False):
    """A statement with the voice it is of; "" for the report itself."""

    voice: str
    voice_href: str
    claim: ClaimView


class PointLine(Record, frozen=True, kw_only=True, gc=False):
    """A point about an entity, in a line."""

    id: str
    href: str
    topic: str
    verdict: Verdict
    verdict_words: str
    mark: str
    origins: str


def read_roles(found: EntityRows, index: Index) -> tuple[RoleView, ...]:
    """The roles over time, those without a date last."""
    rows = sorted(
        found.roles,
        key=lambda row: (row.date is None, row.date or "", index.witness(row.report).place, row.start, row.id),
    )
    return tuple(read_role(row, index) for row in rows)


def read_deeds(rows: Sequence[EventMention], index: Index, *, did: bool) -> tuple[Deed, ...]:
    """What an entity did, or else met, in order of time, what has no date last."""
    ordered = sorted(
        rows, key=lambda row: (row.date is None, row.date or "", index.witness(row.report).place, row.start, row.id)
    )
    return tuple(_deed(row, index, did=did) for row in ordered)


def _deed(row: EventMention, index: Index, *, did: bool) -> Deed:
    what = (row.concept or row.lemma or row.trigger).replace("-", " ")
    other, other_entity = (
        (row.recipient_name or row.recipient, row.recipient_entity)
        if did
        else (row.actor_name or row.actor, row.actor_entity)
    )
    basis = row.actor_basis if did else row.recipient_basis
    how = REALIS[row.realis] if row.realis is not Realis.ACTUAL else ""
    undone = "not to" if row.realis is Realis.PLANNED else "did not"
    return Deed(
        anchor=row.id,
        href=index.event_href(row.event) or index.way(row.id),
        what=f"{undone} {on_line(what)}" if row.polarity is Polarity.NEGATIVE and did else on_line(what),
        other=shortened(other, 80),
        other_href=index.entity_href(other_entity),
        date=date_words(row.date),
        place=on_line(row.place_name or row.place),
        how=how,
        voice=on_line(row.voice_name or row.voice),
        voice_href=index.entity_href(row.voice_entity),
        basis=ARGUMENT_BASES[basis] if basis is not None and basis is not ArgumentBasis.CLAUSE else "",
        quote=index.quote(row),
    )


def read_statements(claims: Sequence[Claim], index: Index) -> tuple[Statement, ...]:
    """The statements in the order of the reports."""
    ordered = sorted(claims, key=lambda row: (index.witness(row.report).place, row.start, row.id))
    return tuple(_statement(claim, index) for claim in ordered)


def _statement(claim: Claim, index: Index) -> Statement:
    entity = index.entities.get(claim.voice_entity or "")
    voice = on_line(entity.name if entity else claim.voice_name or claim.voice)
    return Statement(
        voice=voice, voice_href=index.entity_href(claim.voice_entity), claim=read_claim(claim, voice, index)
    )


def read_points_about(points: Sequence[Point], index: Index) -> tuple[PointLine, ...]:
    """The points, the weightiest first."""
    return tuple(
        PointLine(
            id=point.id,
            href=index.way(point.id),
            topic=on_line(point.topic),
            verdict=point.verdict,
            verdict_words=VERDICTS[point.verdict],
            mark=VERDICT_MARKS[point.verdict],
            origins=between(point.independent_low, point.independent_high, "independent origin"),
        )
        for point in points
    )
