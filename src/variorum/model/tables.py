"""The rows of the record, one class per table, and `Tables`, which holds them for one report or a whole case.

The fields, their order and their meaning are those of docs/record-format.md. Fields after the comment
"beyond the contract" are ours: they carry what later steps and `variorum explain` need, and are exported too.
Every finding names in `rule` the phenomenon by which it was found. References to other rows are ids.
"""

from variorum.model.base import Record, Span
from variorum.model.decisions import Decision
from variorum.model.terms import (
    ArgumentBasis,
    Certainty,
    DateBasis,
    DerivationKind,
    Direction,
    EntityType,
    EventType,
    Manner,
    Measure,
    PointKind,
    Polarity,
    PublishedBasis,
    Realis,
    ReportStatus,
    RoleKind,
    RoleStatus,
    SectionKind,
    Severity,
    Verdict,
)


class Report(Record, frozen=True, kw_only=True):
    """A document as received; the same bytes received twice are one report."""

    id: str
    file: str | None = None
    files: tuple[str, ...] = ()
    url: str | None = None
    sha256: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    language: str | None = None
    text: str
    status: ReportStatus = ReportStatus.READ


class Issue(Record, frozen=True, kw_only=True):
    """A thing set aside or doubted; `detail` is a sentence for the user."""

    id: str
    severity: Severity
    stage: str
    file: str | None = None
    report: str | None = None
    start: int | None = None
    end: int | None = None
    code: str
    detail: str


class Finding(Record, frozen=True, kw_only=True):
    """Something found in a report, at `text == reports.text[start:end]`."""

    id: str
    report: str
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """The finding's range in its report."""
        return Span(start=self.start, end=self.end)


class Section(Finding, frozen=True, kw_only=True):
    """A stretch of a report; a report's sections cover its text without overlap, in order."""

    kind: SectionKind
    # beyond the contract
    rule: str = ""


class DateMention(Finding, frozen=True, kw_only=True):
    """A date expression. `edtf` is None until it can be anchored; `timex` says what the words mean without an anchor."""

    edtf: str | None = None
    basis: DateBasis
    # beyond the contract
    timex: str | None = None
    rule: str = ""


class PlaceMention(Finding, frozen=True, kw_only=True):
    """A place named. `name`, `geonames_id` and coordinates are None where the gazetteer does not settle it."""

    name: str | None = None
    geonames_id: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    entity: str | None = None
    # beyond the contract: feature is city, admin1, country, site (a square or building placed in its city) …
    feature: str | None = None
    rule: str = ""


class Mention(Finding, frozen=True, kw_only=True):
    """A name, description or sure pronoun of an entity; `antecedent` is the mention a pronoun or description stands for."""

    type: EntityType
    entity: str | None = None
    # beyond the contract: head is the span of the name itself without title or modifiers; form is name, description or pronoun;
    # kind is the office, body or crowd in the lexicon's words ("prime minister", "interior ministry"), of a name that of its
    # title; locality is the city or region it belongs to, in the report's words; former: held once, no longer; gender is male,
    # female or None where nothing tells
    head: Span | None = None
    form: str = "name"
    kind: str | None = None
    former: bool = False
    locality: str | None = None
    gender: str | None = None
    title: str | None = None
    country: str | None = None
    acronym: str | None = None
    antecedent: str | None = None
    rule: str = ""


class Entity(Record, frozen=True, kw_only=True):
    """A person, organization, group or place over all reports; `aliases` are all spellings read, sorted."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    # beyond the contract
    country: str | None = None
    reasons: tuple[str, ...] = ()


class Link(Record, frozen=True, kw_only=True):
    """One voice of an attribution chain."""

    text: str
    entity: str | None = None
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    span: Span | None = None


class Claim(Finding, frozen=True, kw_only=True):
    """An attributed statement; the span is its content. `voice` is None where the report itself speaks."""

    voice: str | None = None
    voice_name: str | None = None
    voice_entity: str | None = None
    chain: tuple[Link, ...] = ()
    manner: Manner
    cue: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    independent_low: int | None = None
    independent_high: int | None = None
    # beyond the contract: pieces are the parts of a content that its cue interrupts (empty: one piece)
    pieces: tuple[Span, ...] = ()
    voice_span: Span | None = None
    sentence: Span | None = None
    rule: str = ""


class Figure(Finding, frozen=True, kw_only=True):
    """A quantity stated; `low`..`high` bound what the words say, None is open."""

    measure: Measure = Measure.OTHER
    subject: str | None = None
    low: int | float | None = None
    high: int | float | None = None
    previous: int | float | None = None
    approximate: bool = False
    unit: str | None = None
    voice: str | None = None
    voice_name: str | None = None
    voice_entity: str | None = None
    claim: str | None = None
    date: str | None = None
    as_of: str | None = None
    place: str | None = None
    place_name: str | None = None
    place_entity: str | None = None
    event: str | None = None
    # beyond the contract: *_ref are ids of rows in dates, places and event_mentions (as_of_ref: the day up to which is counted,
    # or on which the count is told); number is the span of the number words; cumulative: a running total ("so far", "the toll
    # rose to"), None where the words do not say
    subject_span: Span | None = None
    number: Span | None = None
    date_ref: str | None = None
    as_of_ref: str | None = None
    place_ref: str | None = None
    event_mention: str | None = None
    cumulative: bool | None = None
    subset_of: str | None = None
    sentence: Span | None = None
    rule: str = ""


class EventMention(Finding, frozen=True, kw_only=True):
    """An event told of once; `trigger` is the word or words that name it, five at most."""

    trigger: str
    trigger_start: int
    trigger_end: int
    type: EventType
    mode: str | None = None
    actor: str | None = None
    actor_name: str | None = None
    actor_entity: str | None = None
    recipient: str | None = None
    recipient_name: str | None = None
    recipient_entity: str | None = None
    date: str | None = None
    place: str | None = None
    place_name: str | None = None
    place_entity: str | None = None
    polarity: Polarity = Polarity.POSITIVE
    realis: Realis = Realis.ACTUAL
    voice: str | None = None
    voice_name: str | None = None
    voice_entity: str | None = None
    claim: str | None = None
    event: str | None = None
    # beyond the contract: lemma of the trigger; concept is the lexicon's name of the act ("resign", "dismiss", "kill");
    # content is what is demanded, promised or alleged; aspect is "begin", "continue" or "end" where the words speak of that
    lemma: str = ""
    concept: str | None = None
    aspect: str | None = None
    actor_span: Span | None = None
    actor_basis: ArgumentBasis | None = None
    recipient_span: Span | None = None
    recipient_basis: ArgumentBasis | None = None
    content: str | None = None
    content_span: Span | None = None
    date_ref: str | None = None
    date_basis: ArgumentBasis | None = None
    place_ref: str | None = None
    place_basis: ArgumentBasis | None = None
    sentence: Span | None = None
    rule: str = ""


class Role(Finding, frozen=True, kw_only=True):
    """A statement of who is what, or where. `value` is the office, the membership or the place, in the report's words."""

    kind: RoleKind
    holder: str
    holder_name: str | None = None
    holder_entity: str | None = None
    value: str
    organization: str | None = None
    organization_name: str | None = None
    organization_entity: str | None = None
    status: RoleStatus
    date: str | None = None
    voice: str | None = None
    # beyond the contract
    voice_name: str | None = None
    voice_entity: str | None = None
    claim: str | None = None
    holder_span: Span | None = None
    value_span: Span | None = None
    organization_span: Span | None = None
    date_ref: str | None = None
    place_ref: str | None = None
    certainty: Certainty = Certainty.CERTAIN
    sentence: Span | None = None
    rule: str = ""


class Event(Record, frozen=True, kw_only=True):
    """An event over all reports; `dates` and `places` keep every account's value."""

    id: str
    type: EventType
    mode: str | None = None
    date: str | None = None
    dates: tuple[str, ...] = ()
    place_name: str | None = None
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    independent_low: int = 1
    independent_high: int = 1
    # beyond the contract
    concept: str | None = None
    background: bool = False
    reasons: tuple[str, ...] = ()


class AlignedSpan(Record, frozen=True, kw_only=True):
    """A passage of one report and the passage of the other it stands beside."""

    start: int
    end: int
    other_start: int
    other_end: int


class Derivation(Record, frozen=True, kw_only=True):
    """A pair of reports that are not independent; `other` is None with `origin` named for an origin outside the case."""

    id: str
    report: str
    other: str | None = None
    origin: str | None = None
    direction: Direction = Direction.UNKNOWN
    kind: DerivationKind
    share: float | None = None
    spans: tuple[AlignedSpan, ...] = ()
    # beyond the contract: decision is the one by which a reviewer holds both reports to be of one origin
    reasons: tuple[str, ...] = ()
    decision: str | None = None


class Reading(Record, frozen=True, kw_only=True):
    """One account's answer to a point; `says` is the answer in normal form, the span holds its own words."""

    report: str
    start: int
    end: int
    text: str
    says: str
    low: int | float | None = None
    high: int | float | None = None
    voice: str | None = None
    voice_name: str | None = None
    voice_entity: str | None = None
    claim: str | None = None
    as_of: str | None = None
    # beyond the contract: row is the finding the reading rests on; origin numbers the independent account it belongs to
    row: str | None = None
    origin: str | None = None
    certainty: Certainty = Certainty.CERTAIN


class Point(Record, frozen=True, kw_only=True):
    """A question on which accounts can be compared, with every account's reading."""

    id: str
    kind: PointKind
    topic: str
    measure: Measure | None = None
    population: str | None = None
    place: str | None = None
    period: str | None = None
    event: str | None = None
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    independent_low: int = 1
    independent_high: int = 1
    # beyond the contract: weight orders points by what an analyst should see first, the heaviest first
    weight: float = 0.0


class Tables(Record, frozen=True, kw_only=True):
    """All tables of one report's findings, or of a whole case. Rows are ordered by report, span and id."""

    reports: tuple[Report, ...] = ()
    issues: tuple[Issue, ...] = ()
    sections: tuple[Section, ...] = ()
    dates: tuple[DateMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    event_mentions: tuple[EventMention, ...] = ()
    roles: tuple[Role, ...] = ()
    events: tuple[Event, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    points: tuple[Point, ...] = ()
    # beyond the contract
    decisions: tuple[Decision, ...] = ()
