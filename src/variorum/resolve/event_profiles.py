"""What of an event mention can be compared with another's?"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from variorum.lexicon.events import EventKinds
from variorum.model.base import Record
from variorum.model.edtf import Period, Precision, read_edtf
from variorum.model.tables import Entity, EventMention, Figure, PlaceMention, Tables
from variorum.model.terms import ArgumentBasis, EntityType

_PAST = timedelta(days=45)
"""What ended so long before its report tells background."""
_FINE = frozenset({"city", "site", "town", "village", "admin2", "admin3"})


class Where(Record, frozen=True, kw_only=True):
    """A place: its key (entity, else name), country, whether it is fine (a city or a site) or only a region or country."""

    key: str
    name: str | None
    country: str | None
    level: int


class Party(Record, frozen=True, kw_only=True):
    """A participant: the entity or None, whether it is a named person or body, the words of the report, stemmed, and its
    capitalised words in order, by which a name is known where no entity is.
    """

    entity: str | None
    named: bool
    words: frozenset[str]
    names: tuple[str, ...] = ()


class Profile(Record, frozen=True, kw_only=True):
    """A mention with what it is compared by; `bearer` is the one it happens to, `doer` the other party."""

    mention: EventMention
    family: str
    when: Period | None
    firm_date: bool
    where: Where | None
    firm_place: bool
    bearer: Party | None
    doer: Party | None
    background: bool
    told: date | None
    counts: frozenset[str]
    rank: tuple[str, str, int, str]


class Profiles:
    """Makes profiles from the tables of a case."""

    def __init__(self, tables: Tables, kinds: EventKinds) -> None:
        self._kinds = kinds
        self._family = {concept: name for name, concepts in kinds.families.items() for concept in concepts}
        self._entities: Mapping[str, Entity] = {row.id: row for row in tables.entities}
        self._places: Mapping[str, PlaceMention] = {row.id: row for row in tables.places}
        self._published = {row.id: row.published for row in tables.reports}
        self._latest = _present(tables)
        self._counts = _counts(tables.figures)

    def of(self, mention: EventMention) -> Profile:
        """The mention's profile."""
        actor = self._party(mention.actor_entity, mention.actor_name, mention.actor)
        recipient = self._party(mention.recipient_entity, mention.recipient_name, mention.recipient)
        borne = mention.concept in self._kinds.bearer
        when = read_edtf(mention.date)
        published = self._published.get(mention.report)
        return Profile(
            mention=mention,
            family=self._family.get(mention.concept or "", mention.concept or mention.type),
            when=when,
            firm_date=mention.date_basis in {ArgumentBasis.CLAUSE, ArgumentBasis.SENTENCE},
            where=self._where(mention),
            firm_place=mention.place_basis in {ArgumentBasis.CLAUSE, ArgumentBasis.SENTENCE},
            bearer=actor if borne else recipient,
            doer=recipient if borne else actor,
            background=self._past(when, published),
            told=_day(published),
            counts=self._counts.get(mention.id, frozenset()),
            rank=(published or "9999", mention.report, mention.trigger_start, mention.id),
        )

    def _party(self, entity: str | None, name: str | None, text: str | None) -> Party | None:
        if text is None and entity is None:
            return None
        known = self._entities.get(entity or "")
        named = known is not None and known.type is not EntityType.GROUP and bool(_names(known.name))
        return Party(entity=entity, named=named, words=_stems(f"{name or ''} {text or ''}"), names=_names(text or ""))

    def _where(self, mention: EventMention) -> Where | None:
        row = self._places.get(mention.place_ref or "")
        key = mention.place_entity or mention.place_name or (row.name if row else None) or mention.place
        if key is None:
            return None
        feature = row.feature if row else None
        level = 2 if feature in _FINE else 0 if feature == "country" else 1
        name = mention.place_name or mention.place
        return Where(key=key, name=name, country=row.country if row else None, level=level)

    def _past(self, when: Period | None, published: str | None) -> bool:
        if when is None:
            return False
        present = _day(published) or self._latest
        return present is not None and when.last < present - _PAST


def _day(published: str | None) -> date | None:
    period = read_edtf(published)
    return period.first if period else None


def _present(tables: Tables) -> date | None:
    """The day the case is about where a report has no date of its own: the median of the days its reports name."""
    days = sorted(
        period.first
        for row in tables.dates
        if (period := read_edtf(row.edtf)) is not None and period.precision <= Precision.DAY
    )
    return days[len(days) // 2] if days else None


def _counts(figures: Iterable[Figure]) -> dict[str, frozenset[str]]:
    """Per mention the exact counts told with it, as "measure number"."""
    found: dict[str, set[str]] = {}
    for row in figures:
        if row.event_mention and row.low is not None and row.low == row.high:
            found.setdefault(row.event_mention, set()).add(f"{row.measure} {row.low}")
    return {mention: frozenset(values) for mention, values in found.items()}


def _names(text: str) -> tuple[str, ...]:
    return tuple(
        word.removesuffix("'s").removesuffix("’s") for word in text.split() if word[:1].isupper() and len(word) > 2
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in text.lower().split() if len(word) > 3 and word.isalpha())
