"""What decisions make of entities, events and derivations once these are resolved."""

import msgspec
from deciding import decided
from msgspec.structs import replace

from variorum.ingest.sections import find_sections
from variorum.model.base import Span
from variorum.model.ids import finding_id
from variorum.model.tables import Derivation, Entity, EventMention, Mention, Report, Tables
from variorum.model.terms import ArgumentBasis, DecisionStatus, DerivationKind, EntityType, EventType
from variorum.resolve.derivations import resolve_derivations
from variorum.resolve.entities import resolve_entities
from variorum.resolve.events import resolve_events
from variorum.resolve.rejected import resolve_rejections


def case(**reports: str) -> Tables:
    """Reports of names, comma between them, each a mention of a person; resolved."""
    mentions = []
    for name, text in reports.items():
        at = 0
        for words in text.split(", "):
            span = Span(start=at, end=at + len(words))
            mentions.append(
                Mention(
                    id=finding_id("mentions", name, span),
                    report=name,
                    start=span.start,
                    end=span.end,
                    text=words,
                    type=EntityType.PERSON,
                )
            )
            at += len(words) + 2
    rows = tuple(Report(id=name, sha256=name, text=text) for name, text in sorted(reports.items()))
    return resolved(Tables(reports=rows, mentions=tuple(mentions)))


def resolved(tables: Tables) -> Tables:
    bare = replace(tables, mentions=tuple(replace(row, entity=None) for row in tables.mentions), entities=())
    return resolve_entities(resolve_rejections(bare))


def entity(tables: Tables, name: str) -> Entity:
    (found,) = [row for row in tables.entities if row.name == name]
    return found


def grouped(tables: Tables) -> list[list[str]]:
    rows = {row.id: f"{row.report} {row.text}" for row in tables.mentions}
    of = {row.id: row.entity for row in tables.mentions}
    groups: dict[str | None, list[str]] = {}
    for name, owner in of.items():
        groups.setdefault(owner, []).append(rows[name])
    return sorted(sorted(group) for group in groups.values())


def mention(tables: Tables, report: str, text: str) -> str:
    return next(row.id for row in tables.mentions if (row.report, row.text) == (report, text))


def test_two_names_become_one_entity_and_say_why() -> None:
    before = case(a="Ilya Morozan, Petra Vask", b="Petra Vask")
    pair = entity(before, "Ilya Morozan").id, entity(before, "Petra Vask").id
    after = resolved(decided(before, "same", *pair, reason="a pen name"))
    assert grouped(after) == [["a Ilya Morozan", "a Petra Vask", "b Petra Vask"]]
    (one,) = after.entities
    assert one.aliases == ("Ilya Morozan", "Petra Vask")
    assert one.reasons[0] == "one, as Ana Teles decided on 2031-05-01: a pen name"


def test_a_mention_taken_out_takes_along_the_same_words_of_its_report() -> None:
    before = case(a="Petra Vask, Petra Vask", b="Petra Vask")
    after = resolved(decided(before, "different", mention(before, "a", "Petra Vask"), before.entities[0].id))
    assert grouped(after) == [["a Petra Vask", "a Petra Vask"], ["b Petra Vask"]]
    assert "not one with others" in after.entities[0].reasons[0]


def test_two_mentions_part_an_entity_by_their_words() -> None:
    before = case(a="Kassim Torayev, Torayev", b="Kassim Torayev", c="Kassym Torayev", d="Kassym Torayev")
    assert len(before.entities) == 1
    pair = mention(before, "a", "Kassim Torayev"), mention(before, "c", "Kassym Torayev")
    after = resolved(decided(before, "different", *pair))
    assert [row for row in grouped(after) if "c Kassym Torayev" in row] == [["c Kassym Torayev", "d Kassym Torayev"]]


def test_what_was_kept_apart_stays_apart_when_it_grows_alike() -> None:
    before = case(a="Petra Vask", b="Petra Wask")
    pair = mention(before, "a", "Petra Vask"), mention(before, "b", "Petra Wask")
    held = decided(before, "different", *pair) if len(before.entities) > 1 else decided(before, "different", *pair)
    joined = replace(held, mentions=tuple(replace(row, text="Petra Vask") for row in held.mentions))
    assert len(resolved(joined).entities) == 2


def test_a_confirmed_entity_is_held_together() -> None:
    before = case(a="Petra Vask", b="Petra Vask")
    held = decided(before, "confirm", before.entities[0].id)
    renamed = tuple(replace(row, text="Orlo Dinh") if row.report == "b" else row for row in held.mentions)
    assert len(resolved(replace(held, mentions=renamed)).entities) == 1


def test_a_withdrawn_decision_leaves_the_entities_as_they_were() -> None:
    before = case(a="Ilya Morozan", b="Petra Vask")
    joined = resolved(decided(before, "same", *(row.id for row in before.entities)))
    after = resolved(decided(joined, "withdraw", joined.decisions[0].id))
    assert replace(after, decisions=()) == before


def test_an_entity_of_two_types_has_that_of_most_names() -> None:
    before = case(a="Vostok", b="Vostok, Ostrov Line")
    bodies = tuple(
        replace(row, type=EntityType.ORGANIZATION) if row.text == "Ostrov Line" else row for row in before.mentions
    )
    typed = resolved(replace(before, mentions=bodies))
    after = resolved(decided(typed, "same", *(row.id for row in typed.entities)))
    assert [row.type for row in after.entities] == [EntityType.PERSON]


def told(report: str, place: str, day: str) -> EventMention:
    return EventMention(
        id=f"told-{report}",
        report=report,
        start=0,
        end=5,
        text="storm",
        trigger="storm",
        trigger_start=0,
        trigger_end=5,
        type=EventType.ASSAULT,
        concept="storm",
        lemma="storm",
        place_name=place,
        date=day,
        place_basis=ArgumentBasis.CLAUSE,
        date_basis=ArgumentBasis.CLAUSE,
    )


def happened(*mentions: EventMention) -> Tables:
    rows = tuple(Report(id=row.report, sha256=row.report, text="storm", published="2031-03-05") for row in mentions)
    return resolve_events(Tables(reports=rows, event_mentions=mentions))


def events(tables: Tables) -> list[tuple[str, ...]]:
    return sorted(row.mentions for row in resolve_events(resolve_rejections(tables)).events)


def test_tellings_become_one_event_or_two() -> None:
    day = "2031-03-04"
    before = happened(told("a", "Harlun", day), told("b", "Harlun", day), told("c", "Osk", day))
    assert sorted(row.mentions for row in before.events) == [("told-a", "told-b"), ("told-c",)]
    assert events(decided(before, "same", *(row.id for row in before.events))) == [("told-a", "told-b", "told-c")]
    assert events(decided(before, "different", "told-a", "told-b")) == [("told-a",), ("told-b",), ("told-c",)]
    assert events(decided(before, "different", "told-a", before.event_mentions[0].event or "")) == [
        ("told-a",),
        ("told-b",),
        ("told-c",),
    ]


def test_rejecting_an_event_leaves_its_tellings_out() -> None:
    before = happened(told("a", "Harlun", "2031-03-04"), told("c", "Osk", "2031-03-04"))
    assert events(decided(before, "reject", "told-a")) == [("told-c",)]
    assert events(decided(before, "reject", before.event_mentions[1].event or "")) == [("told-a",)]


WORDS = " ".join(
    f"{count} dockers of pier {at} waited for the {ship} that sailed late from {port} with {load} and no pilot on board."
    for at, (count, ship, port, load) in enumerate(
        (
            ("Forty", "ferry", "Osk", "timber"),
            ("Sixteen", "tanker", "Harlun", "naphtha"),
            ("Ninety", "trawler", "Port Sele", "herring"),
            ("Seven", "tug", "Bexley", "coal"),
            ("Eleven", "barge", "Corby", "gravel"),
        )
    )
)


def reports(*names: str) -> Tables:
    """Reports that share their words, but for one called z."""
    rows = tuple(Report(id=name, sha256=name, text=f"{name} {WORDS}" if name != "z" else name) for name in names)
    return Tables(reports=rows, sections=tuple(section for row in rows for section in find_sections(row)))


def derivations(tables: Tables) -> list[tuple[str, str | None, DerivationKind, bool]]:
    found = resolve_derivations(resolve_rejections(tables)).derivations
    return [(row.report, row.other, row.kind, row.decision is not None) for row in found]


def test_reports_are_decided_to_be_independent_or_of_one_origin() -> None:
    before = resolve_derivations(reports("a", "b", "z"))
    assert derivations(before) == [("a", "b", DerivationKind.COPY, False)]
    assert derivations(decided(before, "different", "a", "b")) == []
    assert derivations(decided(before, "same", "a", "b")) == [("a", "b", DerivationKind.COPY, True)]
    assert derivations(decided(before, "same", "z", "b"))[1:] == [("b", "z", DerivationKind.COMMON_SOURCE, True)]


def test_a_derivation_is_rejected_whichever_way_it_is_written() -> None:
    before = resolve_derivations(reports("a", "b"))
    after = decided(before, "reject", before.derivations[0].id)
    assert derivations(after) == []
    dated = tuple(replace(row, published=f"2031-03-0{5 - at}") for at, row in enumerate(after.reports))
    assert derivations(replace(after, reports=dated)) == []


def test_decisions_on_reports_that_contradict_each_other() -> None:
    tables = reports("a", "b", "z")
    for kind, *pair in (("same", "a", "b"), ("same", "b", "z"), ("different", "a", "z")):
        tables = decided(tables, kind, *pair)
    after = resolve_derivations(resolve_rejections(tables)).decisions
    assert [row.status for row in after] == [DecisionStatus.OVERRULED, DecisionStatus.IN_FORCE, DecisionStatus.IN_FORCE]
    assert after[0].by == after[2].id


def test_a_rejected_derivation_that_is_no_more() -> None:
    row = Derivation(id="derivation-1", report="a", other="z", kind=DerivationKind.COPY)
    tables = decided(replace(reports("a", "z"), derivations=(row,)), "reject", "derivation-1")
    after = resolve_derivations(resolve_rejections(replace(tables, derivations=())))
    assert after.decisions[0].status is DecisionStatus.WITHOUT_ROWS
    assert msgspec.json.decode(after.decisions[0].rows[0].was, type=Derivation) == row
