"""Points as pages show them: chosen, beside each other, in their sentences, with their origins."""

from datetime import date

import msgspec
import pytest
from small_case import HARBOUR, small_tables

from variorum.model.base import Span
from variorum.model.tables import Derivation, Point, Report, Tables
from variorum.model.terms import DerivationKind, Direction, PointKind, Verdict
from variorum.present.views.in_place import read_in_place
from variorum.present.views.index import Index
from variorum.present.views.point_cards import read_point
from variorum.present.views.point_choice import PointChoice, PointOrder, choose_points, read_offers
from variorum.present.views.point_in_full import read_point_in_full
from variorum.present.views.point_keys import read_point_keys
from variorum.present.views.point_origins import read_origins
from variorum.present.views.points import read_beside, speaking

replace = msgspec.structs.replace
REPORT = Report(
    id="report-1", sha256="0", text="First line.\nThe quay is shut. Two cranes fell at dawn. Nobody knows why."
)


def chosen(**asked: object) -> list[str]:
    """The topics of the points that are chosen, of a case of two."""
    first = small_tables().points[0]
    second = replace(
        first,
        id="point-2",
        kind=PointKind.WHEN,
        topic="when: strike (dockers)",
        place=None,
        verdict=Verdict.AGREE,
        period="2023-02",
        independent_low=3,
        independent_high=3,
        weight=1.0,
    )
    keys = read_point_keys(Index(replace(small_tables(), points=(first, second))))
    return [key.point.topic for key in choose_points(keys, PointChoice(**asked)).keys]  # type: ignore[arg-type]


KILLED, STRIKE = "dockers killed, Port Sele", "when: strike (dockers)"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, [KILLED, STRIKE]),
        ({"kind": PointKind.WHEN}, [STRIKE]),
        ({"verdicts": (Verdict.CONTRADICT,)}, [KILLED]),
        ({"verdicts": (Verdict.CONTRADICT, Verdict.AGREE)}, [KILLED, STRIKE]),
        ({"place": "port"}, [KILLED]),
        ({"place": "elsewhere"}, []),
        ({"outlet": "gazette"}, [KILLED, STRIKE]),
        ({"outlet": "bugle"}, []),
        ({"words": "STRIKE dockers"}, [STRIKE]),
        ({"words": "strike cranes"}, []),
        ({"first": date(2023, 2, 20), "last": date(2023, 2, 21)}, [STRIKE]),
        ({"last": date(2022, 12, 31)}, []),
        ({"order": PointOrder.ORIGINS}, [STRIKE, KILLED]),
        ({"order": PointOrder.TIME}, [STRIKE, KILLED]),
    ],
)
def test_points_are_chosen_by_what_is_asked(asked: dict[str, object], found: list[str]) -> None:
    assert chosen(**asked) == found


def test_verdicts_are_counted_as_if_none_were_asked_for() -> None:
    keys = read_point_keys(Index(small_tables()))
    counts = dict(choose_points(keys, PointChoice(verdicts=(Verdict.AGREE,))).counts)
    assert counts[Verdict.CONTRADICT] == 1
    assert counts[Verdict.AGREE] == 0


def test_an_entity_is_chosen_by_id_or_by_any_of_its_names() -> None:
    tables = small_tables()
    figure = replace(tables.figures[0], place_entity="entity-2")
    keys = read_point_keys(Index(replace(tables, figures=(figure, tables.figures[1]))))
    for entity in ("entity-2", "port sele"):
        assert len(choose_points(keys, PointChoice(entity=entity)).keys) == 1
    assert choose_points(keys, PointChoice(entity="entity-1")).keys == ()
    assert read_offers(keys).names == ("Port Sele",)


@pytest.mark.parametrize(
    ("words", "sentence", "expected"),
    [
        ("cranes", None, ("The quay is shut. ", "Two ", "cranes", " fell at dawn. ", "Nobody knows why.")),
        (
            "cranes fell",
            Span(start=30, end=54),
            ("The quay is shut. ", "Two ", "cranes fell", " at dawn.", " Nobody knows why."),
        ),
        ("First line", None, ("", "", "First line", ".", "")),
    ],
)
def test_words_stand_in_their_sentence(words: str, sentence: Span | None, expected: tuple[str, ...]) -> None:
    start = REPORT.text.index(words)
    place = read_in_place(REPORT, Span(start=start, end=start + len(words)), words, sentence)
    assert (place.lead, place.before, place.words, place.after, place.tail) == expected


@pytest.mark.parametrize("span", [Span(start=5, end=999), Span(start=7, end=7)])
def test_words_that_the_report_does_not_hold_stand_alone(span: Span) -> None:
    place = read_in_place(REPORT, span, "gone")
    assert (place.before, place.words, place.after) == ("", "gone", "")
    assert read_in_place(None, span, "gone") == place


def of_reports(*voices: str | None, share: float | None = None) -> tuple[Point, Tables]:
    """A point of as many accounts as voices; with a share, the second took so much of the first."""
    tables = small_tables()
    reports = tuple(replace(tables.reports[0], id=f"report-{n}", outlet=f"Outlet {n}") for n in range(len(voices)))
    readings = tuple(
        replace(tables.points[0].readings[0], report=report.id, voice_entity=voice, origin=None)
        for report, voice in zip(reports, voices, strict=True)
    )
    copies = (
        Derivation(
            id="derivation-x",
            report="report-1",
            other="report-0",
            direction=Direction.FROM_OTHER,
            kind=DerivationKind.EXCERPT,
            share=share,
        ),
    )
    point = replace(tables.points[0], readings=readings, independent_low=1, independent_high=len(voices))
    return point, replace(tables, reports=reports, derivations=copies if share else (), points=(point,))


def test_a_sure_copy_is_one_origin_and_says_why() -> None:
    point, tables = of_reports(None, None, None, share=0.9)
    view = read_origins(point, Index(tables))
    assert [len(group.witnesses) for group in view.folded] == [2]
    assert "90%" in view.folded[0].links[0].words
    assert view.single == 1
    assert view.perhaps == ()


def test_a_small_excerpt_is_perhaps_one_origin() -> None:
    point, tables = of_reports(None, None, share=0.2)
    view = read_origins(point, Index(tables))
    assert view.folded == ()
    assert [len(group.witnesses) for group in view.perhaps] == [2]
    assert "1 to 2 independent origins" in view.words


def test_one_voice_that_two_quote_is_one_origin() -> None:
    point, tables = of_reports("entity-1", "entity-1")
    view = read_origins(point, Index(tables))
    assert view.folded[0].voice == "Ana Teles"
    assert view.folded[0].links == ()


def test_a_point_in_full_shows_each_reading_in_its_report() -> None:
    tables = small_tables()
    full = read_point_in_full(tables.points[0], Index(tables))
    told = full.accounts[0].readings[0]
    assert told.place.before + told.place.words + told.place.after == HARBOUR[: HARBOUR.index("Mayor")]
    assert told.row == "figure-abc1"
    assert full.before is None
    assert full.after is None


def test_as_many_accounts_stand_beside_each_other_as_fit() -> None:
    point, tables = of_reports(*[None] * 20)
    views = [read_point(point, Index(tables))]
    accounts = speaking(views)
    assert len(read_beside(views, accounts[:12], (), 1).witnesses) == 12
    shown = read_beside(views, accounts, (), 99)
    assert (len(shown.witnesses), shown.number, shown.sets) == (4, 3, 3)
    wanted = read_beside(views, accounts, ("report-3", "report-19", "report-none"), 1)
    assert [witness.anchor for witness in wanted.witnesses] == ["report-19", "report-3"]
    assert wanted.chosen
    everyone = read_beside(views, accounts, [witness.anchor for witness in accounts], 1)
    assert len(everyone.witnesses) == 12
