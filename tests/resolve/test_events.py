"""Which accounts are of one event, and which are not."""

from itertools import permutations

from msgspec.structs import replace

from variorum.model.base import Span
from variorum.model.memory import Memory
from variorum.model.tables import Event, EventMention, Figure, PlaceMention, Report, Tables
from variorum.model.terms import ArgumentBasis, EventType, Measure
from variorum.resolve.events import resolve_events

TEXT = "Crowds stormed the prefecture at {} in the port quarter while Colonel Arvid Tamsin watched from barracks number {}."


def report(name: str, published: str = "2031-03-05") -> Report:
    return Report(id=name, sha256=name, text=TEXT.format("noon", "17"), published=published)


def told(report: str, concept: str = "storm", **values: object) -> EventMention:
    """A mention with only what it is compared by."""
    kinds = {
        "storm": EventType.ASSAULT,
        "protest": EventType.PROTEST,
        "resign": EventType.CONCEDE,
        "dismiss": EventType.CONCEDE,
    }
    start = int(str(values.pop("start", 0)))
    base = EventMention(
        id=f"told-{report}-{concept}-{start}",
        report=report,
        start=start,
        end=start + 5,
        text="",
        trigger=concept,
        trigger_start=start,
        trigger_end=start + 5,
        type=kinds.get(concept, EventType.ASSAULT),
        concept=concept,
        lemma=concept,
        date_basis=ArgumentBasis.CLAUSE if values.get("date") else None,
        place_basis=ArgumentBasis.CLAUSE if values.get("place_name") else None,
    )
    return replace(base, **values)


def events(*mentions: EventMention, **tables: object) -> tuple[Event, ...]:
    reports = tuple(report(name) for name in sorted({row.report for row in mentions}))
    return resolve_events(Tables(reports=reports, event_mentions=mentions, **tables)).events  # type: ignore[arg-type]


def test_one_storming_told_three_ways_is_one_event() -> None:
    found = events(
        told("a", date="2031-03-04", place_name="Harlun", recipient="prefecture", actor="crowd"),
        told("b", date="2031-03-04", place_name="Harlun", recipient="the old prefecture"),
        told("c", "capture", place_name="Harlun", recipient="prefecture building", date="2031-03-04"),
    )
    assert len(found) == 1
    assert found[0].reports == ("a", "b", "c")
    assert (found[0].date, found[0].place_name) == ("2031-03-04", "Harlun")
    assert found[0].reasons


def test_two_cities_are_two_events() -> None:
    found = events(
        told("a", "protest", date="2031-03-04", place_name="Harlun"),
        told("b", "protest", date="2031-03-04", place_name="Valmora"),
    )
    assert len(found) == 2


def test_far_days_are_two_events() -> None:
    found = events(
        told("a", "protest", date="2031-03-04", place_name="Harlun"),
        told("b", "protest", date="2031-02-20", place_name="Harlun"),
    )
    assert len(found) == 2


def test_other_acts_are_other_events() -> None:
    assert (
        len(
            events(
                told("a", "storm", date="2031-03-04", place_name="Harlun"),
                told("a", "protest", date="2031-03-04", place_name="Harlun", start=9),
            )
        )
        == 2
    )


def test_resigning_and_being_dismissed_are_accounts_of_one_loss_of_office() -> None:
    found = events(
        told("a", "resign", actor="premier", actor_entity="e1", date="2031-03-04"),
        told(
            "b",
            "dismiss",
            actor="king",
            actor_entity="e2",
            recipient="premier",
            recipient_entity="e1",
            date="2031-03-04",
        ),
    )
    assert len(found) == 1


def test_background_stays_apart_from_the_present() -> None:
    found = events(
        told("a", "protest", date="2019", place_name="Harlun"),
        told("a", "protest", date="2031-03-04", place_name="Harlun", start=9),
        told("b", "protest", date="2019", place_name="Harlun"),
    )
    assert sorted(event.background for event in found) == [False, True]


def test_every_account_keeps_its_value_and_most_win() -> None:
    found = events(
        told("a", "resign", actor="premier", actor_entity="e1", date="2031-03-04"),
        told("b", "resign", actor="premier", actor_entity="e1", date="2031-03-04"),
        told("c", "resign", actor="premier", actor_entity="e1", date="2031-03"),
    )
    assert len(found) == 1
    assert found[0].dates == ("2031-03", "2031-03-04")
    assert found[0].date == "2031-03-04"


def test_a_city_lies_in_its_country_for_what_happens_once() -> None:
    places = (
        PlaceMention(id="p1", report="a", start=0, end=1, text="Harlun", name="Harlun", country="VA", feature="city"),
        PlaceMention(
            id="p2", report="b", start=0, end=1, text="Valmora", name="Valmora", country="VA", feature="country"
        ),
    )
    mentions = (
        told(
            "a",
            "emergency",
            date="2031-03-04",
            place_name="Harlun",
            place_ref="p1",
            actor="president",
            actor_entity="e1",
        ),
        told(
            "b",
            "emergency",
            date="2031-03-04",
            place_name="Valmora",
            place_ref="p2",
            actor="president",
            actor_entity="e1",
        ),
    )
    assert len(events(*mentions, places=places)) == 1


def test_every_mention_has_its_event_and_figures_follow() -> None:
    mention = told("a", "kill")
    figure = Figure(id="f", report="a", start=0, end=1, text="9", event_mention=mention.id)
    tables = resolve_events(Tables(reports=(report("a"),), event_mentions=(mention,), figures=(figure,)))
    assert [row.event for row in tables.event_mentions] == [tables.events[0].id]
    assert tables.figures[0].event == tables.events[0].id


def test_the_order_of_rows_plays_no_part() -> None:
    mentions = (
        told("a", "protest", date="2031-03-04", place_name="Harlun"),
        told("b", "protest", place_name="Harlun"),
        told("c", "protest", date="2031-03-04"),
        told("c", "protest", start=9),
    )
    assert len({events(*order) for order in permutations(mentions)}) == 1


def killed(report: str, number: int, text: str = "", **values: object) -> tuple[EventMention, Figure]:
    """A killing told of and its count; `text` is the sentence it stands in."""
    mention = told(report, "kill", **values)
    if text:
        start = TEXTS[report].index(text)
        mention = replace(mention, sentence=Span(start=start, end=start + len(text)))
    figure = Figure(
        id=f"count-{mention.id}",
        report=report,
        start=mention.start,
        end=mention.end,
        text=str(number),
        measure=Measure.KILLED,
        low=number,
        high=number,
        event_mention=mention.id,
        voice=str(values.get("voice")) if values.get("voice") else None,
    )
    return mention, figure


MARKET = "A rocket struck the fish market of Harlun and killed {} buyers."
SCHOOL = "Gunmen shot {} pupils dead at the Veld school in Harlun."
TEXTS = {name: f"{MARKET.format(9)} {SCHOOL.format(4)}" for name in "abcd"}


def killings(*told_of: tuple[EventMention, Figure]) -> list[list[str]]:
    """The mentions of every event, by report and start."""
    mentions = tuple(mention for mention, _ in told_of)
    reports = tuple(
        Report(id=name, sha256=name, text=TEXTS[name], published="2031-03-05")
        for name in sorted({mention.report for mention in mentions})
    )
    tables = Tables(reports=reports, event_mentions=mentions, figures=tuple(figure for _, figure in told_of))
    return sorted(sorted(event.mentions) for event in resolve_events(tables).events)


def test_a_lone_killing_of_a_case_is_one_event_though_the_counts_differ() -> None:
    found = killings(
        killed("a", 9, MARKET.format(9), date="2031-03-04"),
        killed("b", 14, MARKET.format(9), date="2031-03-04"),
        killed("c", 12, MARKET.format(9)),
    )
    assert len(found) == 1


def test_two_counts_of_one_voice_in_one_report_are_two_events() -> None:
    found = killings(killed("a", 9, MARKET.format(9)), killed("a", 4, SCHOOL.format(4), start=80))
    assert len(found) == 2


def test_on_a_crowded_day_the_words_tell_which_killing_is_meant() -> None:
    day = {"date": "2031-03-04", "place_name": "Harlun"}
    found = killings(
        killed("a", 9, MARKET.format(9), **day),
        killed("a", 4, SCHOOL.format(4), start=80, **day),
        killed("b", 9, MARKET.format(9), **day),
        killed("b", 4, SCHOOL.format(4), start=80, **day),
        killed("c", 7, SCHOOL.format(4), start=80, **day),
    )
    assert [len(event) for event in found] == [2, 3]


def test_a_toll_of_a_war_is_not_that_of_a_day() -> None:
    assert len(killings(killed("a", 9, date="2031-03-04"), killed("b", 90000))) == 2


def test_no_mentions_no_events() -> None:
    assert resolve_events(Tables()).events == ()


def test_what_an_earlier_build_compared_changes_nothing() -> None:
    rows = [
        told(name, date=f"2031-03-0{day}", place_name=place, actor="crowd", recipient="prefecture", id=f"{name}-{day}")
        for day in (4, 5)
        for place, names in (("Harlun", "abcd"), ("Odrin", "efg"))
        for name in names
    ]
    reports = tuple(report(name) for name in "abcdefg")
    small = Tables(reports=reports[:-1], event_mentions=tuple(row for row in rows if row.report != "g"))
    grown = Tables(reports=reports, event_mentions=tuple(rows))
    before, after = Memory(), Memory()
    resolve_events(small, before)
    after.known = before.used
    assert resolve_events(grown, after) == resolve_events(grown)
    assert set(after.used) & set(before.used), "nothing was remembered"


def test_a_telling_that_changed_is_compared_anew() -> None:
    reports = (report("a"), report("b"))
    rows = told("a", date="2031-03-04", place_name="Harlun"), told("b", date="2031-03-04", place_name="Harlun")
    before, after = Memory(), Memory()
    assert len(resolve_events(Tables(reports=reports, event_mentions=rows), before).events) == 1
    after.known = before.used
    moved = (rows[0], replace(rows[1], date="2031-02-01"))
    assert len(resolve_events(Tables(reports=reports, event_mentions=moved), after).events) == 2
