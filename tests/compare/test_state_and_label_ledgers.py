"""Offices, memberships, whereabouts and words laid out over time."""

from typing import Any

import msgspec
from told import Told

from variorum.compare.labels import LabelLedger, read_labels
from variorum.compare.points import compare_points
from variorum.compare.states import StateLedger, read_states
from variorum.model.tables import Event, Tables
from variorum.model.terms import EventType, LabelKind, RoleKind, RoleStatus, Verdict

OFFICE, HOLDS, LOSES = RoleKind.OFFICE, RoleStatus.HOLDS, RoleStatus.LOSES


def office(told: Told, name: str, day: str, text: str, **rest: Any) -> None:
    report = told.report(name, text, day)
    told.place(report, "Peru", "PE", "country")
    told.role(report, text.removesuffix(" in Peru."), OFFICE, **rest)


def states(told: Told) -> list[StateLedger]:
    return list(read_states(compare_points(told.tables)))


def test_an_empty_case_has_no_states_and_no_labels() -> None:
    assert read_states(Tables()) == ()
    assert read_labels(Tables()) == ()


def test_all_holders_of_one_office_stand_in_one_ledger_by_day() -> None:
    told = Told()
    ana, rosa = told.person("Ana Teles"), told.person("Rosa Quispe")
    common = {"value": "President", "organization": None}
    office(
        told, "a", "2021-08-14", "Ana is President in Peru.", status=HOLDS, holder="Ana", holder_entity=ana, **common
    )
    office(
        told,
        "b",
        "2021-08-16",
        "Ana lost power as President in Peru.",
        status=LOSES,
        holder="Ana",
        holder_entity=ana,
        **common,
    )
    office(
        told,
        "c",
        "2021-08-16",
        "Rosa became President in Peru.",
        status=RoleStatus.GAINS,
        holder="Rosa",
        holder_entity=rosa,
        date="2021-08-15",
        **common,
    )
    (ledger,) = states(told)
    assert (ledger.kind, ledger.title) == (OFFICE, "President, Peru")
    assert [(s.as_of, s.as_of_basis, s.holder, s.says) for s in ledger.statements] == [
        ("2021-08-14", "published", "Ana", "holds"),
        ("2021-08-15", "told", "Rosa", "gains"),
        ("2021-08-16", "published", "Ana", "loses"),
    ]
    assert ledger.verdict is Verdict.CONTRADICT
    assert ledger.points
    assert set(ledger.points) == {point for statement in ledger.statements for point in statement.points}


def test_ministers_and_mayors_are_many() -> None:
    told = Told()
    for name, value in (("Ana", "health minister"), ("Rosa", "defence minister"), ("Eva", "mayor"), ("Ida", "mayor")):
        person = told.person(name)
        office(
            told,
            name,
            "2021-08-14",
            f"{name} is {value} in Peru.",
            status=HOLDS,
            holder=name,
            holder_entity=person,
            value=value,
        )
    assert len(states(told)) == 4


def test_one_who_heads_a_body_stands_with_its_chair() -> None:
    told = Told()
    council = told.body("Security Council")
    common = {"organization": "Security Council", "organization_entity": council}
    office(
        told,
        "a",
        "2021-08-14",
        "Ana heads the Security Council in Peru.",
        status=HOLDS,
        holder="Ana",
        value="Security Council",
        **common,
    )
    office(
        told,
        "b",
        "2021-08-15",
        "Rosa is chairman of the Security Council in Peru.",
        status=HOLDS,
        holder="Rosa",
        value="chairman of the Security Council",
        **common,
    )
    (ledger,) = states(told)
    assert {statement.holder for statement in ledger.statements} == {"Ana", "Rosa"}


def test_where_a_person_is_over_time() -> None:
    told = Told()
    ana = told.person("Ana")
    for name, day, text, place, country in (
        ("a", "2021-08-14", "Ana is in Lima.", "Lima", "PE"),
        ("b", "2021-08-15", "Ana is in Oslo.", "Oslo", "NO"),
    ):
        report = told.report(name, text, day)
        told.place(report, place, country)
        told.role(
            report,
            text.removesuffix("."),
            RoleKind.WHEREABOUTS,
            HOLDS,
            holder="Ana",
            holder_entity=ana,
            value=place,
            place_ref=told.tables.places[-1].id,
        )
    (ledger,) = states(told)
    assert ledger.title == "where Ana is"
    assert [statement.says for statement in ledger.statements] == ["in Lima", "in Oslo"]


def labels(told: Told, kind: LabelKind) -> list[LabelLedger]:
    return [ledger for ledger in read_labels(compare_points(told.tables)) if ledger.kind is kind]


def test_words_of_every_voice_for_those_on_the_streets() -> None:
    told = Told()
    report = told.report("a", "The protesters left, said Mia. The President spoke of terrorists.", "2021-08-14")
    told.place(told.report("b", "Peru is quiet.", "2021-08-14"), "Peru", "PE", "country")
    told.claim(report, "terrorists", "The President")
    told.group(report, "The protesters")
    told.group(report, "terrorists")
    (ledger,) = labels(told, LabelKind.CROWD)
    assert [(n.words, n.stance, n.voice, n.official) for n in ledger.namings] == [
        ("protesters", None, None, False),
        ("terrorists", "hostile", "The President", True),
    ]


def test_one_word_for_all_is_no_ledger() -> None:
    told = Told()
    for name in ("a", "b"):
        report = told.report(name, "The protesters left.", "2021-08-14")
        told.group(report, "The protesters")
    assert labels(told, LabelKind.CROWD) == []


def test_words_for_one_act() -> None:
    told = Told()
    for name, words, concept in (
        ("a", "resigned", "resign"),
        ("b", "dismissed", "dismiss"),
        ("c", "resignation", "resign"),
    ):
        report = told.report(name, f"The cabinet: {words}.", "2021-08-14")
        told.event(report, words, EventType.CONCEDE, concept, lemma=concept, event="event-1")
    event = Event(id="event-1", type=EventType.CONCEDE, mentions=tuple(m.id for m in told.tables.event_mentions))
    told.tables = msgspec.structs.replace(told.tables, events=(event,))
    (ledger,) = labels(told, LabelKind.ACT)
    assert ledger.about == "event-1"
    assert sorted(naming.words for naming in ledger.namings) == ["dismiss", "resign", "resign"]
