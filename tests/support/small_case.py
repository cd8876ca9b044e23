"""A case of two reports on one made-up crisis, written out by hand: a row or more in every table."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from variorum.model.base import Span
from variorum.model.tables import (
    AlignedSpan,
    Claim,
    DateMention,
    Derivation,
    Entity,
    Event,
    EventMention,
    Figure,
    Issue,
    Link,
    Mention,
    PlaceMention,
    Point,
    Reading,
    Report,
    Role,
    Section,
    Tables,
)
from variorum.model.terms import (
    Certainty,
    DateBasis,
    DerivationKind,
    Direction,
    EntityType,
    EventType,
    Manner,
    Measure,
    PointKind,
    PublishedBasis,
    Realis,
    ReportStatus,
    RoleKind,
    RoleStatus,
    SectionKind,
    Severity,
    Verdict,
)
from variorum.record.builds import StepNote, note_build
from variorum.record.store import changing, prepare
from variorum.record.tables import write_tables

HARBOUR = "Police said nine dockers were killed in Port Sele on 4 March. Mayor Ana Teles left office."
VOICE = "Port Sele: at least 20 dockers died, the union claims."

STEPS = (
    StepNote(name="ingest", version=1, needs=(), sets=("reports", "issues"), question="Which reports are there?"),
    StepNote(name="sections", version=1, needs=("reports",), sets=("sections",), question="Which stretch is what?"),
    StepNote(name="figures", version=4, needs=("sections",), sets=("figures",), question="How many?"),
    StepNote(name="references", version=2, needs=("figures",), sets=("figures",), question="Who is meant?"),
    StepNote(name="points", version=1, needs=("figures",), sets=("points",), question="Where do accounts differ?"),
)


def small_tables() -> Tables:
    return Tables(
        reports=_reports(),
        issues=(
            Issue(
                id="issue-0000000000000001",
                severity=Severity.ERROR,
                stage="ingest",
                file="empty.txt",
                code="empty",
                detail="empty.txt: it holds no text; it is set aside.",
            ),
        ),
        sections=(_section("report-aa", HARBOUR), _section("report-bb", VOICE)),
        dates=(
            DateMention(**_at("date-1", "report-aa", HARBOUR, "4 March"), edtf="2023-03-04", basis=DateBasis.COMPLETED),
        ),
        places=(
            PlaceMention(
                **_at("place-1", "report-aa", HARBOUR, "Port Sele"),
                name="Port Sele",
                geonames_id=1,
                latitude=1.5,
                longitude=-2.25,
                country="XX",
                entity="entity-2",
            ),
        ),
        mentions=(
            Mention(
                **_at("mention-1", "report-aa", HARBOUR, "Mayor Ana Teles"),
                type=EntityType.PERSON,
                entity="entity-1",
                head=Span(start=68, end=77),
                title="Mayor",
                rule="title",
            ),
        ),
        entities=(
            Entity(id="entity-1", type=EntityType.PERSON, name="Ana Teles", aliases=("Ana Teles", "Mayor Ana Teles")),
            Entity(id="entity-2", type=EntityType.PLACE, name="Port Sele", aliases=("Port Sele",)),
        ),
        claims=(_claim(),),
        figures=_figures(),
        event_mentions=(_told(),),
        roles=(
            Role(
                **_at("role-1", "report-aa", HARBOUR, "Mayor Ana Teles left office"),
                kind=RoleKind.OFFICE,
                holder="Ana Teles",
                holder_entity="entity-1",
                value="Mayor",
                status=RoleStatus.LOSES,
            ),
        ),
        events=(
            Event(
                id="event-1",
                type=EventType.ASSAULT,
                date="2023-03-04",
                dates=("2023-03-04",),
                place_name="Port Sele",
                places=("Port Sele",),
                recipients=("dockers",),
                mentions=("told-1",),
                reports=("report-aa",),
            ),
        ),
        derivations=(
            Derivation(
                id="derivation-1",
                report="report-bb",
                other="report-aa",
                direction=Direction.FROM_OTHER,
                kind=DerivationKind.EXCERPT,
                share=0.25,
                spans=(AlignedSpan(start=0, end=9, other_start=40, other_end=49),),
            ),
        ),
        points=(_point(),),
    )


def _at(row_id: str, report: str, text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"id": row_id, "report": report, "start": start, "end": start + len(words), "text": words}


def _reports() -> tuple[Report, ...]:
    return (
        Report(
            id="report-aa",
            file="harbour.txt",
            files=("harbour.txt", "copy.txt"),
            sha256="a" * 64,
            outlet="Harbour Gazette",
            published="2023-03-05",
            published_basis=PublishedBasis.GIVEN,
            language="en",
            text=HARBOUR,
        ),
        Report(id="report-bb", file="voice.txt", files=("voice.txt",), sha256="b" * 64, text=VOICE),
        Report(
            id="report-cc", file="bad.txt", files=("bad.txt",), sha256="c" * 64, text="", status=ReportStatus.SET_ASIDE
        ),
    )


def _section(report: str, text: str) -> Section:
    return Section(id=f"section-{report}", report=report, start=0, end=len(text), text=text, kind=SectionKind.BODY)


def _claim() -> Claim:
    return Claim(
        **_at("claim-1", "report-bb", VOICE, "at least 20 dockers died"),
        voice="the union",
        chain=(Link(text="the union", certainty=Certainty.POSSIBLE),),
        manner=Manner.INDIRECT,
        cue="claims",
        cue_start=VOICE.index("claims"),
        cue_end=VOICE.index("claims") + 6,
        certainty=Certainty.POSSIBLE,
    )


def _figures() -> tuple[Figure, ...]:
    return (
        Figure(
            **_at("figure-abc1", "report-aa", HARBOUR, "nine dockers were killed"),
            measure=Measure.KILLED,
            subject="dockers",
            low=9,
            high=9,
            unit="person",
            voice="Police",
            date_ref="date-1",
            event="event-1",
            rule="passive of a killing verb",
        ),
        Figure(
            **_at("figure-abd2", "report-bb", VOICE, "at least 20 dockers"),
            measure=Measure.KILLED,
            subject="dockers",
            low=20,
            unit="person",
            voice="the union",
            claim="claim-1",
        ),
    )


def _told() -> EventMention:
    return EventMention(
        **_at("told-1", "report-aa", HARBOUR, "nine dockers were killed"),
        trigger="killed",
        trigger_start=HARBOUR.index("killed"),
        trigger_end=HARBOUR.index("killed") + 6,
        type=EventType.ASSAULT,
        recipient="nine dockers",
        date="2023-03-04",
        realis=Realis.ASSERTED,
        event="event-1",
    )


def _point() -> Point:
    figures = _figures()
    answers = (("9", figures[0], Certainty.CERTAIN), ("≥20", figures[1], Certainty.POSSIBLE))
    return Point(
        id="point-1234567890abcdef",
        kind=PointKind.FIGURE,
        topic="dockers killed, Port Sele",
        measure=Measure.KILLED,
        population="dockers",
        place="Port Sele",
        verdict=Verdict.CONTRADICT,
        reasons=("9 and at least 20 cannot both be true",),
        readings=tuple(
            Reading(
                report=figure.report,
                start=figure.start,
                end=figure.end,
                text=figure.text,
                says=says,
                low=figure.low,
                high=figure.high,
                voice=figure.voice,
                claim=figure.claim,
                row=figure.id,
                certainty=certainty,
            )
            for says, figure, certainty in answers
        ),
        independent_low=2,
        independent_high=2,
        weight=3.5,
    )


def write_case(path: Path, tables: Tables) -> str:
    prepare(str(path))
    with changing(str(path)) as connection:
        write_tables(connection, tables)
        note_build(connection, datetime(2023, 3, 9, tzinfo=UTC), "0.0", STEPS)
    return str(path)
