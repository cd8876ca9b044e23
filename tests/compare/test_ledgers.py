"""Which figures stand in which ledger, how each reads, and which of them rules leave out."""

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
from told import Told

from variorum.compare.ledger import read_ledgers
from variorum.compare.ledger_values import Ledger
from variorum.compare.points import compare_points
from variorum.model.tables import Event, Tables
from variorum.model.terms import Aside, Certainty, EventType, LedgerRule, Measure, Polarity

KILLED = Measure.KILLED


def ledgers(told: Told, rules: Sequence[LedgerRule] = tuple(LedgerRule)) -> list[Ledger]:
    return list(read_ledgers(compare_points(told.tables), rules))


def accounts(*rows: tuple[str, str, int, int | None], **rest: Any) -> Told:
    """One report each: the day, who speaks ("" the report itself), from and to how many."""
    told = Told()
    for number, (day, voice, low, high) in enumerate(rows):
        words = f"{low} people had died"
        report = told.report(f"{number:02d}", f"In Peru {voice} said {words}.", day)
        told.place(report, "Peru", "PE", "country")
        told.figure(
            report,
            words,
            KILLED,
            subject="people",
            low=low,
            high=high,
            voice=voice or None,
            voice_entity=voice or None,
            **rest,
        )
    return told


def asides(ledger: Ledger) -> list[Aside | None]:
    return [reading.aside for reading in ledger.readings]


def test_a_case_without_figures_has_no_ledgers() -> None:
    assert read_ledgers(Tables()) == ()


def test_one_ledger_holds_every_account_in_order_of_time() -> None:
    told = accounts(("2021-08-17", "the ministry", 18, 18), ("2021-08-14", "the police", 8, None))
    (ledger,) = ledgers(told)
    assert (ledger.title, ledger.measure, ledger.population, ledger.place) == (
        "people killed, Peru",
        KILLED,
        "people",
        "Peru",
    )
    assert [(r.as_of, r.as_of_basis, r.says) for r in ledger.readings] == [
        ("2021-08-14", "published", "≥8"),
        ("2021-08-17", "published", "18"),
    ]
    assert (ledger.independent_low, ledger.independent_high) == (2, 2)
    assert len(ledger.points) == 1
    assert [estimate.rule for estimate in ledger.estimates] == list(LedgerRule)


def test_the_order_of_findings_is_irrelevant() -> None:
    told = accounts(
        ("2021-08-17", "the ministry", 18, 18),
        ("2021-08-14", "", 8, None),
        ("2021-08-14", "b", 9, 9),
        ("2021-08-15", "", 4, 4),
    )
    turned = msgspec.structs.replace(
        told.tables, **{name: tuple(reversed(getattr(told.tables, name))) for name in ("reports", "figures", "places")}
    )
    assert read_ledgers(told.tables) == read_ledgers(turned)


def test_every_figure_stands_in_exactly_one_ledger() -> None:
    told = accounts(("2021-08-14", "", 8, 8), ("2021-08-14", "b", 9000, 9000), ("2021-08-15", "c", 9, 9))
    report = told.report("z", "In Lima 3 children were killed and 70 huts burnt.", "2021-08-14")
    told.figure(report, "3 children", KILLED, subject="children", low=3, high=3)
    told.figure(report, "70 huts", Measure.OTHER, subject="huts", low=70, high=70)
    rows = [reading.row for ledger in ledgers(told) for reading in ledger.readings]
    assert sorted(rows) == sorted(figure.id for figure in told.tables.figures)


def test_one_rule_alone() -> None:
    (ledger,) = ledgers(accounts(("2021-08-14", "the police", 8, 8)), (LedgerRule.OFFICIAL_ONLY,))
    assert [estimate.rule for estimate in ledger.estimates] == [LedgerRule.OFFICIAL_ONLY]
    assert ledger.estimate(LedgerRule.OFFICIAL_ONLY) == ledger.estimates[0]
    assert ledger.estimate(LedgerRule.HIGHEST) is None


def test_a_voice_that_changes_its_count_is_weighed_with_the_later() -> None:
    (ledger,) = ledgers(accounts(("2021-08-14", "the police", 8, 8), ("2021-08-17", "the police", 18, 18)))
    assert asides(ledger) == [Aside.EARLIER, None]
    assert {estimate.low for estimate in ledger.estimates if estimate.best is not None} == {18}


def test_a_voice_that_repeats_its_count_has_not_changed_it() -> None:
    (ledger,) = ledgers(accounts(("2021-08-14", "the police", 8, 8), ("2021-08-17", "the police", 8, 8)))
    assert asides(ledger) == [None, None]
    assert ledger.independent_high == 1


def test_of_one_account_of_one_day_the_smaller_count_is_a_part() -> None:
    told = Told()
    report = told.report("a", "In Peru 18 people died. Then 5 people died.", "2021-08-14")
    told.place(report, "Peru", "PE", "country")
    for number in (18, 5):
        told.figure(report, f"{number} people died", KILLED, subject="people", low=number, high=number)
    (ledger,) = ledgers(told)
    assert [(reading.says, reading.aside) for reading in ledger.readings] == [("18", None), ("5", Aside.PART)]


@pytest.mark.parametrize(
    ("low", "polarity", "aside"),
    [(20, Polarity.NEGATIVE, Aside.DENIED), (20, Polarity.POSITIVE, None), (0, Polarity.NEGATIVE, None)],
)
def test_a_denied_count_is_no_count_but_none_is(low: int, polarity: Polarity, aside: Aside | None) -> None:
    told = Told()
    report = told.report("a", f"Police spoke of {low} people killed.", "2021-08-14")
    claim = told.claim(report, f"{low} people killed", "Police", polarity=polarity)
    told.figure(report, f"{low} people killed", KILLED, low=low, high=low, voice="Police", claim=claim)
    (ledger,) = ledgers(told)
    assert asides(ledger) == [aside]


def test_hearsay_is_left_out_beside_a_surer_account() -> None:
    told = Told()
    for name, low, certainty in (("a", 40, Certainty.POSSIBLE), ("b", 12, Certainty.CERTAIN)):
        report = told.report(name, f"In Peru {low} people killed, it is said.", "2021-08-14")
        told.place(report, "Peru", "PE", "country")
        claim = told.claim(report, f"{low} people killed", f"voice {name}", certainty=certainty)
        told.figure(report, f"{low} people killed", KILLED, low=low, high=low, voice=f"voice {name}", claim=claim)
    (ledger,) = ledgers(told)
    assert {reading.low: reading.aside for reading in ledger.readings} == {40: Aside.HEARSAY, 12: None}
    alone = msgspec.structs.replace(told.tables, figures=told.tables.figures[:1])
    assert asides(read_ledgers(alone)[0]) == [None]


def test_a_count_on_top_of_another_is_no_count_of_its_own() -> None:
    told = Told()
    report = told.report(
        "a", "In Peru 11 people were killed and another 65 injured. Another 5 people were killed.", "2021-08-14"
    )
    told.place(report, "Peru", "PE", "country")
    told.figure(report, "11 people were killed", KILLED, subject="people", low=11, high=11)
    told.figure(report, "another 65 injured", Measure.INJURED, subject="people", low=65, high=65)
    told.figure(report, "Another 5 people were killed", KILLED, subject="people", low=5, high=5)
    killed, injured = ledgers(told)
    assert [(reading.says, reading.aside) for reading in killed.readings] == [("11", None), ("5", Aside.PART)]
    assert asides(injured) == [None]


def test_a_part_counted_apart_is_a_count_of_its_own_kind() -> None:
    told = Told()
    report = told.report("a", "In Peru 31 people were killed. Two medics were among those killed.", "2021-08-14")
    told.place(report, "Peru", "PE", "country")
    whole = told.figure(report, "31 people were killed", KILLED, subject="people", low=31, high=31)
    told.figure(report, "Two medics were among those killed", KILLED, subject="medics", low=2, high=2, subset_of=whole)
    assert [(ledger.population, asides(ledger)) for ledger in ledgers(told)] == [
        ("medical and aid workers", [None]),
        ("people", [None]),
    ]


def test_a_toll_that_rose_is_weighed_with_its_new_value() -> None:
    told = accounts(("2021-08-14", "a", 8, 18), previous=8)
    (ledger,) = ledgers(told)
    (reading,) = ledger.readings
    assert not ledger.change
    assert (reading.says, reading.low, reading.high, reading.previous) == ("18", 18, 18, 8)


def test_changes_are_weighed_by_how_many_times() -> None:
    told = Told()
    for name, words, values in (
        ("a", "from 60 to 120 tenge", {"low": 60, "high": 120, "previous": 60}),
        ("b", "gas doubled", {"low": 2, "high": 2}),
    ):
        report = told.report(name, f"In Peru the price of gas: {words}.", "2021-08-14")
        told.place(report, "Peru", "PE", "country")
        told.figure(report, words, Measure.PRICE, subject="gas", **values)
    figures = [msgspec.structs.replace(f, unit="ratio" if f.previous is None else "tenge") for f in told.tables.figures]
    (ledger,) = read_ledgers(msgspec.structs.replace(told.tables, figures=tuple(figures)))
    assert ledger.change
    assert {(reading.says, reading.low) for reading in ledger.readings} == {("60→120", 2), ("×2", 2)}
    assert ledger.estimates[0].best == 2


def test_first_counts_of_one_incident_stand_with_much_larger_later_ones() -> None:
    told = accounts(
        ("2021-08-14", "a", 5, 5), ("2021-08-14", "b", 40, 40), ("2021-08-15", "c", 300, 300), event="event-1"
    )
    event = Event(id="event-1", type=EventType.ASSAULT, date="2021-08-14")
    far = accounts(("2021-08-14", "a", 5, 5), ("2021-08-14", "b", 90000, 90000), event="event-1")
    both = [read_ledgers(msgspec.structs.replace(case.tables, events=(event,))) for case in (told, far)]
    assert [[len(ledger.readings) for ledger in found] for found in both] == [[3], [1, 1]]
    assert both[0][0].event == "event-1"
    assert both[0][0].title == "people killed, Peru, 2021-08-14"


def test_a_figure_without_a_number_is_shown_and_not_weighed() -> None:
    told = Told()
    report = told.report("a", "Many people were killed.", "2021-08-14")
    told.figure(report, "Many people were killed", KILLED, subject="people")
    (ledger,) = ledgers(told)
    assert asides(ledger) == [Aside.NO_NUMBER]
    assert {estimate.best for estimate in ledger.estimates} == {None}
