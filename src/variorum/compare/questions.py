"""What is a question on which accounts can be compared, before it has a verdict?"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import msgspec

from variorum.compare.homes import report_countries
from variorum.compare.incidents import Incidents, read_incidents
from variorum.compare.verdicts import Comparison
from variorum.lexicon.comparison import load_comparison
from variorum.lexicon.events import load_event_kinds
from variorum.lexicon.means import Means
from variorum.model.base import Span
from variorum.model.tables import Claim, DateMention, EventMention, Figure, PlaceMention, Reading, Role, Tables
from variorum.model.terms import Certainty, EntityType, Manner, Measure, PointKind

Value = TypeVar("Value")


@dataclass(frozen=True)
class Answer(Generic[Value]):
    """One account's answer: the reading as it will stand in the record, and its value in the form comparisons need."""

    reading: Reading
    value: Value


@dataclass(frozen=True)
class Question(Generic[Value]):
    """A question with its answers. `compare` judges two of them and is symmetric; `gravity` (0 to 1) says how much the
    matter weighs for people; `key` tells questions with the same seed apart.
    """

    kind: PointKind
    topic: str
    answers: tuple[Answer[Value], ...]
    compare: Callable[[Answer[Value], Answer[Value]], Comparison]
    key: str
    gravity: float = 0.3
    measure: Measure | None = None
    population: str | None = None
    place: str | None = None
    period: str | None = None
    event: str | None = None


AnyQuestion = Question[Any]


@dataclass(frozen=True)
class CaseView:
    """What the comparisons look up in a case again and again, computed once."""

    tables: Tables
    published: dict[str, str] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    claims_of: dict[str, list[Claim]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    folded: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    places: dict[str, tuple[PlaceMention, ...]] = field(default_factory=dict)
    place_rows: dict[str, PlaceMention] = field(default_factory=dict)
    dates: dict[str, DateMention] = field(default_factory=dict)
    kinds: dict[str, EntityType] = field(default_factory=dict)
    persons: frozenset[str] = frozenset()
    whole_countries: frozenset[str] = frozenset()
    country_names: dict[str, str] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    incidents: Incidents = field(default_factory=Incidents)


def view_case(tables: Tables) -> CaseView:
    """The look-ups of the case: publication days, claims by id and by report, texts as they are and in small letters, entity
    names and types, places by report and by id, dates, persons, and countries.

    Of the countries: that of each place entity by its id, the entities that are countries themselves, and the name by
    which the case calls a country's code.
    """
    by_report: dict[str, list[PlaceMention]] = defaultdict(list)
    for place in tables.places:
        by_report[place.report].append(place)
    claims_of: dict[str, list[Claim]] = {report.id: [] for report in tables.reports}
    for claim in tables.claims:
        claims_of.setdefault(claim.report, []).append(claim)
    whole = [place for place in tables.places if place.feature == "country" and place.country]
    return CaseView(
        tables=tables,
        published={report.id: report.published for report in tables.reports if report.published},
        claims={claim.id: claim for claim in tables.claims},
        claims_of=claims_of,
        texts={report.id: report.text for report in tables.reports},
        folded={report.id: report.text.casefold() for report in tables.reports},
        names={entity.id: entity.name for entity in tables.entities},
        countries={place.entity: place.country for place in tables.places if place.entity and place.country},
        places={report: tuple(rows) for report, rows in by_report.items()},
        place_rows={place.id: place for place in tables.places},
        dates={date.id: date for date in tables.dates},
        kinds={entity.id: entity.type for entity in tables.entities},
        persons=frozenset(entity.id for entity in tables.entities if entity.type is EntityType.PERSON),
        whole_countries=frozenset(place.entity for place in whole if place.entity),
        incidents=read_incidents(tables, Means(load_event_kinds().means), load_comparison()),
        country_names={place.country: place.name for place in whole if place.country and place.name},
        homes=report_countries(tables),
    )


Told = Figure | EventMention | Role | Claim


def reading_of(view: CaseView, row: Told, span: Span, says: str, as_of: str | None = None) -> Reading:
    """A reading that rests on the row, with the row's voice and certainty; `as_of` falls back to the publication day."""
    claim = row if isinstance(row, Claim) else view.claims.get(row.claim or "")
    return Reading(
        report=row.report,
        start=span.start,
        end=span.end,
        text=view.texts.get(row.report, "")[span.start : span.end],
        says=says,
        voice=row.voice,
        voice_name=row.voice_name,
        voice_entity=row.voice_entity,
        claim=claim.id if claim else None,
        as_of=as_of or view.published.get(row.report),
        row=row.id,
        certainty=claim.certainty if claim and claim.manner is not Manner.NARRATOR else Certainty.CERTAIN,
    )


def speaker(reading: Reading) -> str:
    """The voice of the reading as an identity to compare: its entity, else its words, else the report itself."""
    return reading.voice_entity or (reading.voice or "").casefold() or reading.report


def account(reading: Reading) -> tuple[str, str]:
    """The account a reading belongs to: one voice in one report."""
    return reading.report, speaker(reading)


def narrated(view: CaseView, report: str, span: Span, says: str) -> Reading:
    """A reading of words of the report itself, which rest on no row."""
    row = Claim(id="", report=report, start=span.start, end=span.end, text="", manner=Manner.NARRATOR)
    return msgspec.structs.replace(reading_of(view, row, span, says), claim=None, row=None)
