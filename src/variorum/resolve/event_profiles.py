"""What of an event mention can be compared with another's?"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from variorum.lexicon.events import EventKinds
from variorum.lexicon.means import Means
from variorum.model.base import Record, Span
from variorum.model.edtf import Period, Precision, read_edtf
from variorum.model.tables import EventMention, Figure, PlaceMention, Tables
from variorum.model.terms import ArgumentBasis, EntityType, EventType, SectionKind
from variorum.resolve.event_harm import Harm, harm_of, harms_by_mention
from variorum.resolve.report_likeness import Likeness

_PAST = timedelta(days=45)
"""What ended so long before its report tells background."""
_FINE = frozenset({"city", "site", "town", "village", "admin2", "admin3"})
_CROWD = EntityType.GROUP
_TOLD = frozenset({ArgumentBasis.CLAUSE, ArgumentBasis.SENTENCE})


class Where(Record, frozen=True, kw_only=True):
    """A place: its key (entity, else name), country, and level: 2 a city or a site, 1 a region, 0 a country. `spot` holds
    latitude and longitude in degrees where the gazetteer has them; `site`: a building or square within a city.
    """

    key: str
    name: str | None
    country: str | None
    level: int
    site: bool = False
    spot: tuple[float, float] | None = None


class Party(Record, frozen=True, kw_only=True):
    """A participant: the entity or None, whether it is a named person or body, a `person`, the words of the report, stemmed,
    and its capitalised words in order, by which a name is known where no entity is.
    """

    entity: str | None
    named: bool
    words: frozenset[str]
    names: tuple[str, ...] = ()
    person: bool = False


class Profile(Record, frozen=True, kw_only=True):
    """A telling with what it is compared by; `bearer` is the one it happens to, `doer` the other party.

    `words` weigh the words of its sentences; `means` say how harm was done; `towns` are the towns and sites the sentence names.
    `turns`: the sentence turns to another event; `adds`: the words tell of one more beside another ("four others were also
    killed"); `headline`: they stand in the report's title; `figure`: they are a bare count of the harmed, standing in for an
    event that no words of the report name there.
    """

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
    harm: tuple[Harm, ...]
    words: tuple[Mapping[str, float], ...]
    means: frozenset[str]
    towns: frozenset[str]
    turns: bool
    adds: bool
    headline: bool
    concepts: frozenset[str]
    lemmas: frozenset[str]
    rank: tuple[str, str, int, str]
    figure: bool = False


class _Sentence(Record, frozen=True, kw_only=True):
    words: Mapping[str, float]
    means: frozenset[str]
    turns: bool


class Profiles:
    """Makes profiles from the tables of a case."""

    def __init__(self, tables: Tables, kinds: EventKinds, likeness: Likeness) -> None:
        self._kinds = kinds
        self._likeness = likeness
        self._means = Means(kinds.means)
        self._family = {concept: name for name, concepts in kinds.families.items() for concept in concepts}
        self._named = {row.id: row.type for row in tables.entities if row.type is not _CROWD and _names(row.name)}
        self._places: Mapping[str, PlaceMention] = {row.id: row for row in tables.places}
        self._towns = _towns(tables.places)
        self._published = {row.id: row.published for row in tables.reports}
        self._texts = {row.id: row.text for row in tables.reports}
        self._titles = {row.report: row.end for row in tables.sections if row.kind is SectionKind.TITLE}
        self._latest = _present(tables)
        self._running = {row.event_mention for row in tables.figures if row.cumulative and row.event_mention}
        self._harm = harms_by_mention(tables.figures)
        self._read: dict[str, _Sentence] = {}

    def of(self, mention: EventMention) -> Profile:
        """The mention's profile."""
        return self._profile(mention, self._harm.get(mention.id, ()))

    def of_figure(self, figure: Figure, concept: str) -> Profile:
        """The profile of a count of the harmed that stands with no event mention, as of an act of the concept."""
        stand_in = EventMention(
            id=figure.id,
            report=figure.report,
            start=figure.start,
            end=figure.end,
            text=figure.text,
            trigger="",
            trigger_start=figure.start,
            trigger_end=figure.start,
            type=EventType.ASSAULT,
            concept=concept,
            date=figure.date,
            date_basis=ArgumentBasis.SENTENCE if figure.date else None,
            place=figure.place,
            place_name=figure.place_name,
            place_entity=figure.place_entity,
            place_ref=figure.place_ref,
            place_basis=ArgumentBasis.SENTENCE if figure.place else None,
            voice=figure.voice,
            voice_entity=figure.voice_entity,
            sentence=figure.sentence,
        )
        profile = self._profile(stand_in, (harm_of(figure),), figure_total=bool(figure.cumulative))
        return Profile(**{**{f: getattr(profile, f) for f in profile.__struct_fields__}, "figure": True})

    def _profile(self, mention: EventMention, harm: tuple[Harm, ...], figure_total: bool = False) -> Profile:
        """The profile; a running total ("the toll rose to 29 on Monday") is dated by its telling, not by the deaths."""
        actor = self._party(mention.actor_entity, mention.actor_name, mention.actor)
        recipient = self._party(mention.recipient_entity, mention.recipient_name, mention.recipient)
        borne = mention.concept in self._kinds.bearer
        running = mention.id in self._running or figure_total
        when = None if running else read_edtf(mention.date)
        published = self._published.get(mention.report)
        sentence = self._read_sentence(self._sentence(mention))
        return Profile(
            mention=mention,
            family=self._family.get(mention.concept or "", mention.concept or mention.type),
            when=when,
            firm_date=mention.date_basis in _TOLD,
            where=self._where(mention),
            firm_place=mention.place_basis in _TOLD,
            bearer=actor if borne else recipient,
            doer=recipient if borne else actor,
            background=self._past(when, published),
            told=_day(published),
            harm=harm,
            words=(sentence.words,),
            means=sentence.means,
            turns=sentence.turns,
            towns=frozenset(self._towns_in(mention)),
            adds=not self._kinds.adds.isdisjoint(mention.text.lower().split()),
            headline=mention.start < self._titles.get(mention.report, 0),
            concepts=frozenset({mention.concept} if mention.concept else ()),
            lemmas=frozenset({mention.lemma} if mention.lemma else ()),
            rank=(published or "9999", mention.report, mention.trigger_start, mention.id),
        )

    def _towns_in(self, mention: EventMention) -> Iterator[str]:
        span = mention.sentence or mention.span
        towns = self._towns.get(mention.report, ())
        for row in towns[bisect_left(towns, span.start, key=lambda row: row.start) :]:
            if row.start >= span.end:
                return
            yield row.entity or row.name or row.text

    def _read_sentence(self, text: str) -> _Sentence:
        """What the sentence says, read once for all its mentions."""
        if text not in self._read:
            self._read[text] = _Sentence(
                words=self._likeness.words(text),
                means=self._means.of(text),
                turns=text.lower().lstrip("\"'“‘ ").startswith(self._kinds.turns),
            )
        return self._read[text]

    def _sentence(self, mention: EventMention) -> str:
        span = mention.sentence or Span(start=mention.start, end=mention.end)
        return self._texts.get(mention.report, "")[span.start : span.end]

    def _party(self, entity: str | None, name: str | None, text: str | None) -> Party | None:
        if text is None and entity is None:
            return None
        kind = self._named.get(entity or "")
        return Party(
            entity=entity,
            named=kind is not None,
            words=_stems(f"{name or ''} {text or ''}"),
            names=_names(text or ""),
            person=kind is EntityType.PERSON,
        )

    def _where(self, mention: EventMention) -> Where | None:
        row = self._places.get(mention.place_ref or "")
        key = mention.place_entity or mention.place_name or (row.name if row else None) or mention.place
        if key is None:
            return None
        feature = row.feature if row else None
        spot = (row.latitude, row.longitude) if row and row.latitude is not None and row.longitude is not None else None
        return Where(
            key=key,
            name=mention.place_name or mention.place,
            country=row.country if row else None,
            level=2 if feature in _FINE else 0 if feature == "country" else 1,
            site=feature == "site",
            spot=spot,
        )

    def _past(self, when: Period | None, published: str | None) -> bool:
        if when is None:
            return False
        present = _day(published) or self._latest
        return present is not None and when.last < present - _PAST


def _towns(places: Iterable[PlaceMention]) -> Mapping[str, tuple[PlaceMention, ...]]:
    """The towns and sites named in each report, in order of the text."""
    found: dict[str, list[PlaceMention]] = defaultdict(list)
    for row in places:
        if row.feature in _FINE:
            found[row.report].append(row)
    return {report: tuple(sorted(rows, key=lambda row: row.start)) for report, rows in found.items()}


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


def _names(text: str) -> tuple[str, ...]:
    return tuple(
        word.removesuffix("'s").removesuffix("’s") for word in text.split() if word[:1].isupper() and len(word) > 2
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in text.lower().split() if len(word) > 3 and word.isalpha())
