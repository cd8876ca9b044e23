"""Which points a case gets, from findings put together by hand: one small case a phenomenon."""

import msgspec
import pytest
from told import Told

from variorum.compare.independence import compare_independence
from variorum.compare.points import compare_points
from variorum.model.base import Span
from variorum.model.tables import Derivation, Event, Point, Tables
from variorum.model.terms import (
    ArgumentBasis,
    DerivationKind,
    EventType,
    Measure,
    PointKind,
    Polarity,
    Realis,
    RoleKind,
    RoleStatus,
    Verdict,
)

KILLED = Measure.KILLED


def points(told: Told, kind: PointKind | None = None) -> list[Point]:
    return [point for point in compare_points(told.tables).points if kind in (None, point.kind)]


def toll(first: str, second: str, days: tuple[str, str] = ("2021-08-14", "2021-08-17")) -> Told:
    told = Told()
    for name, day, number, low, high in (("a", days[0], first, 8, None), ("b", days[1], second, 18, 18)):
        report = told.report(name, f"The ministry in Peru said {number} people had died.", day)
        told.place(report, "Peru", "PE", "country")
        told.figure(
            report, f"{number} people had died", KILLED, subject="people", low=low, high=high, voice="The ministry"
        )
    return told


def test_a_growing_count_of_a_later_day_is_an_update():
    (point,) = points(toll("at least eight", "18"))
    assert (point.verdict, point.measure, point.population) == (Verdict.UPDATE, KILLED, "people")
    assert [reading.says for reading in point.readings] == ["≥8", "18"]


def test_counts_of_different_populations_are_no_point():
    told = Told()
    for name, who in (("a", "police officers"), ("b", "children")):
        report = told.report(name, f"In Lima 12 {who} were killed.", "2021-08-14")
        told.figure(report, f"12 {who} were killed", KILLED, subject=who, low=12, high=12)
    assert points(told) == []


def test_counts_of_two_cities_are_no_point():
    told = Told()
    for name, city, number in (("a", "Lima", 12), ("b", "Cusco", 30)):
        report = told.report(name, f"In {city} {number} people were killed.", "2021-08-14")
        place = told.place(report, city, "PE")
        words = f"{number} people were killed"
        told.figure(
            report, words, KILLED, subject="people", low=number, high=number, place_entity=place, date="2021-08-14"
        )
    assert points(told) == []


def test_counts_of_one_event_by_two_voices_contradict():
    told = Told()
    for name, voice, number, who in (("a", "Police", 2, "strikers"), ("b", "The union", 7, "dockers")):
        report = told.report(name, f"{voice} said {number} {who} were killed at the gate.", "2021-08-14")
        told.figure(
            report,
            f"{number} {who} were killed",
            KILLED,
            subject=who,
            low=number,
            high=number,
            voice=voice,
            event="event-1",
        )
    (point,) = points(told)
    assert (point.verdict, point.event) == (Verdict.CONTRADICT, "event-1")


def test_a_part_of_a_count_is_not_held_against_the_whole():
    told = Told()
    report = told.report("a", "The fire killed 20 people, among them 6 from one house.", "2021-08-14")
    other = told.report("b", "The fire killed 20 people.", "2021-08-14")
    whole = told.figure(report, "killed 20 people", KILLED, subject="people", low=20, high=20, event="event-1")
    told.figure(report, "6", KILLED, subject="people", low=6, high=6, event="event-1", subset_of=whole)
    told.figure(other, "killed 20 people", KILLED, subject="people", low=20, high=20, event="event-1")
    (point,) = points(told)
    assert point.verdict is Verdict.AGREE
    assert len(point.readings) == 2


def test_a_government_that_resigned_and_was_dismissed_contradicts():
    told = Told()
    cabinet = told.body("Government of Peru")
    first = told.report("a", "The cabinet resigned on Sunday.", "2021-08-16")
    second = told.report("b", "The president dismissed the cabinet.", "2021-08-16")
    told.event(
        first,
        "resigned",
        EventType.CONCEDE,
        "resign",
        actor="The cabinet",
        actor_entity=cabinet,
        actor_name="Government of Peru",
    )
    told.event(
        second,
        "dismissed the cabinet",
        EventType.CONCEDE,
        "dismiss",
        recipient="the cabinet",
        recipient_entity=cabinet,
        recipient_name="Government of Peru",
    )
    (point,) = points(told, PointKind.MANNER)
    assert point.verdict is Verdict.CONTRADICT
    assert {reading.says for reading in point.readings} == {"resigned", "dismissed"}


def test_a_resignation_that_is_only_demanded_is_none():
    told = Told()
    cabinet = told.body("Government of Peru")
    for name, words, realis in (("a", "resigned", Realis.ACTUAL), ("b", "to resign", Realis.PLANNED)):
        report = told.report(name, f"The cabinet {words}.", "2021-08-16")
        told.event(
            report,
            words,
            EventType.CONCEDE,
            "resign",
            actor="The cabinet",
            actor_entity=cabinet,
            actor_name="G",
            realis=realis,
        )
    assert points(told, PointKind.MANNER) == []


def resignations(days: tuple[str, str]) -> Told:
    told = Told()
    president = told.person("Ana Rey")
    for name, day in zip("ab", days, strict=True):
        report = told.report(name, f"On {day} Ana Rey resigned.", "2021-08-16")
        date = told.date(report, day, day)
        told.event(
            report,
            "Ana Rey resigned",
            EventType.CONCEDE,
            "resign",
            actor="Ana Rey",
            actor_entity=president,
            actor_name="Ana Rey",
            date=day,
            date_basis=ArgumentBasis.CLAUSE,
            date_ref=date,
        )
    return told


def test_one_act_on_two_far_days_contradicts():
    (point,) = points(resignations(("2021-08-10", "2021-08-15")), PointKind.WHEN)
    assert point.verdict is Verdict.CONTRADICT
    assert point.readings[0].text == "2021-08-10 Ana Rey resigned"


def test_one_act_on_a_day_and_in_its_month_agrees():
    (point,) = points(resignations(("2021-08-10", "2021-08")), PointKind.WHEN)
    assert point.verdict is Verdict.AGREE


def test_a_denied_act_contradicts_a_stated_one():
    told = Told()
    army = told.body("Army")
    for name, words, polarity, realis in (
        ("a", "the army shelled the town", Polarity.POSITIVE, Realis.ACTUAL),
        ("b", "the army did not shell the town", Polarity.NEGATIVE, Realis.DENIED),
    ):
        report = told.report(name, f"It is said that {words} at night.", "2021-08-16")
        told.event(
            report,
            words,
            EventType.ASSAULT,
            "shell",
            actor="the army",
            actor_entity=army,
            actor_name="Army",
            polarity=polarity,
            realis=realis,
        )
    (point,) = points(told, PointKind.STATEMENT)
    assert point.verdict is Verdict.CONTRADICT


def test_a_person_in_two_places_contradicts_and_abroad_agrees_with_a_foreign_city():
    told = Told()
    ruler = told.person("Ana Rey")
    for name, city, country in (("a", "Lima", "PE"), ("b", "Madrid", "ES")):
        report = told.report(name, f"In Peru they say Rey is in {city}. Peru waits for Peru.", "2021-08-16")
        told.place(report, "Peru", "PE", "country")
        told.place(report, city, country)
        place = next(p.id for p in told.tables.places if p.report == report and p.text == city)
        told.role(
            report,
            f"Rey is in {city}",
            RoleKind.WHEREABOUTS,
            RoleStatus.HOLDS,
            holder="Rey",
            holder_entity=ruler,
            holder_name="Ana Rey",
            value=city,
            place_ref=place,
        )
    (point,) = points(told, PointKind.WHEREABOUTS)
    assert (point.topic, point.verdict) == ("where Ana Rey is", Verdict.CONTRADICT)


def test_an_office_kept_and_lost_contradicts_across_voices_of_one_report():
    told = Told()
    ruler, council = told.person("Ana Rey"), told.body("Harbour Council")
    report = told.report(
        "a", "Rey lost the chair of the council. No, Rey remains chairwoman of the council.", "2021-08-16"
    )
    answer = told.claim(report, "Rey remains chairwoman of the council", "interviewee")
    for words, status, rest in (
        ("Rey lost the chair of the council", RoleStatus.LOSES, {}),
        ("Rey remains chairwoman of the council", RoleStatus.HOLDS, {"claim": answer, "voice": "interviewee"}),
    ):
        told.role(
            report,
            words,
            RoleKind.OFFICE,
            status,
            holder="Rey",
            holder_entity=ruler,
            holder_name="Ana Rey",
            value="chairwoman of the council" if rest else "chair of the council",
            organization="council",
            organization_entity=council,
            **rest,
        )
    (point,) = points(told, PointKind.ROLE)
    assert point.verdict is Verdict.CONTRADICT


def test_labels_of_two_stances_differ_and_never_contradict():
    told = Told()
    for name, words in (("a", "armed terrorists"), ("b", "peaceful protesters")):
        report = told.report(name, f"The square was full of {words}.", "2021-08-16")
        told.group(report, words)
    (point,) = points(told, PointKind.LABEL)
    assert point.verdict is Verdict.DIFFER


def test_demands_of_one_side_are_laid_side_by_side():
    told = Told()
    for name, words in (("a", "the release of the mayor"), ("b", "an end to the blockade")):
        report = told.report(name, f"Protesters demand {words}.", "2021-08-16")
        start = len("Protesters demand ")
        told.event(
            report,
            "demand",
            EventType.REQUEST,
            "demand",
            actor="Protesters",
            content=words,
            content_span=Span(start=start, end=start + len(words)),
        )
    (point,) = points(told, PointKind.STATEMENT)
    assert (point.topic, point.verdict) == ("what protesters demand", Verdict.DIFFER)


def test_copies_count_as_one_origin():
    told = toll("at least eight", "18")
    copy = Derivation(id="d", report="report-b", other="report-a", kind=DerivationKind.COPY)
    told.tables = msgspec.structs.replace(told.tables, derivations=(copy,))
    (point,) = points(told)
    assert (point.independent_low, point.independent_high) == (1, 1)


def test_the_order_of_rows_is_irrelevant():
    told = toll("at least eight", "18")
    turned = Tables(**{name: tuple(reversed(getattr(told.tables, name))) for name in Tables.__struct_fields__})
    assert compare_points(turned).points == compare_points(told.tables).points


def test_every_reading_is_the_reports_own_words():
    told = toll("at least eight", "18")
    texts = {report.id: report.text for report in told.tables.reports}
    for point in points(told):
        for reading in point.readings:
            assert reading.text == texts[reading.report][reading.start : reading.end]


def test_nothing_to_compare_is_no_point():
    assert compare_points(Tables()).points == ()


def test_claims_in_the_same_words_share_their_origins():
    told = Told()
    for name in "abc":
        report = told.report(name, "Doctors said the hospital received forty wounded miners.", "2021-08-16")
        told.claim(report, "the hospital received forty wounded miners", "Doctors")
    counted = compare_independence(told.tables).claims
    assert {(claim.independent_low, claim.independent_high) for claim in counted} == {(3, 3)}


def test_an_event_counts_the_origins_of_its_mentions():
    told = Told()
    for name in "ab":
        report = told.report(name, "The bridge was blown up.", "2021-08-16")
        told.event(report, "blown up", EventType.ASSAULT, "explode", event="event-1")
    told.tables = msgspec.structs.replace(told.tables, events=(Event(id="event-1", type=EventType.ASSAULT),))
    (event,) = compare_independence(told.tables).events
    assert (event.independent_low, event.independent_high) == (2, 2)


def test_words_that_praise_count_as_labels_where_they_name_nobody():
    told = Told()
    told.report("a", "The country salutes the patriots of the square.", "2021-08-14")
    told.report("b", "The bandits were beaten, the minister said. Martyrs Square is open.", "2021-08-14")
    (point,) = points(told, PointKind.LABEL)
    assert (point.verdict, [reading.says for reading in point.readings]) == (Verdict.DIFFER, ["patriots", "bandits"])


def test_what_a_report_tells_itself_denies_a_matter_of_fact():
    told = Told()
    first = told.report("a", "The minister said the rising was financed from abroad.", "2021-08-14")
    told.claim(first, "the rising was financed from abroad", "The minister")
    told.report("b", "Who was paid from abroad? Nobody was financed from abroad.", "2021-08-14")
    (point,) = points(told, PointKind.STATEMENT)
    assert (point.topic, point.verdict) == ("whether foreigners were behind it", Verdict.CONTRADICT)
    assert [reading.text for reading in point.readings][1] == "Nobody was financed from abroad."


def test_all_hostages_are_those_held():
    told = Told()
    for name, words, count in (("a", "Eight guards", 8), ("b", "All eleven hostages", 11)):
        rest = "were taken hostage" if name == "a" else "were released"
        text = f"{words} {rest} in Peru."
        report = told.report(name, text, "2021-08-14")
        told.place(report, "Peru", "PE", "country")
        whole = Span(start=0, end=len(text))
        told.figure(report, words, Measure.OTHER, subject=words.split()[-1], low=count, high=count, sentence=whole)
    (point,) = points(told, PointKind.FIGURE)
    assert {reading.says for reading in point.readings} == {"8", "11"}


@pytest.mark.parametrize(("second", "verdict"), [("Ana Roca", Verdict.DIFFER), ("Luis Paz", Verdict.CONTRADICT)])
def test_one_voice_that_affirms_and_denies_changed_its_account(second: str, verdict: Verdict):
    told, words = Told(), "the northern tunnel of the mine was flooded by the river"
    for name, voice, polarity in (("a", "Ana Roca", Polarity.POSITIVE), ("b", second, Polarity.NEGATIVE)):
        report = told.report(name, f"{voice} said {words}.", "2021-03-09")
        told.claim(report, words, voice, voice_entity=told.person(voice), voice_name=voice, polarity=polarity)
    (point,) = points(told, PointKind.STATEMENT)
    assert point.verdict is verdict
