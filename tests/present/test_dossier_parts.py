"""The parts of the dossier, each by itself: text in pieces, phrases, the map."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from variorum.model.terms import PointKind
from variorum.present.views.days import day_anchor, day_of
from variorum.present.views.index import siglum
from variorum.present.views.layers import Layer, Mark, cut_text
from variorum.present.views.phrases import amount, answer_words, between, counted, date_words
from variorum.present.views.place_events import Fix
from variorum.present.views.projection import Dot, Frame, clip_ring, fit_frame
from variorum.present.views.visible import shortened
from variorum.present.views.world_map import Spot, WorldMap, draw_base, draw_map

TEXT = "Police said nine dockers were killed in Port Sele."


def mark(words: str, layer: Layer, anchor: str = "") -> Mark:
    start = TEXT.index(words)
    return Mark(start=start, end=start + len(words), layer=layer, href=f"#{layer}", words=layer.value, anchor=anchor)


def test_nested_findings_are_all_seen_and_the_innermost_is_linked() -> None:
    marks = [mark("nine dockers were killed", Layer.CLAIM, "c"), mark("nine dockers", Layer.FIGURE, "f")]
    pieces = cut_text(TEXT, 0, len(TEXT), marks)
    assert [piece.text for piece in pieces] == ["Police said ", "nine dockers", " were killed", " in Port Sele."]
    assert pieces[1].layers == (Layer.CLAIM, Layer.FIGURE)
    assert pieces[1].href == "#figure"
    assert pieces[1].words == "figure · claim"
    assert pieces[1].anchors == ("c", "f")
    assert pieces[2].layers == (Layer.CLAIM,)


def test_overlapping_findings_share_only_what_both_cover() -> None:
    pieces = cut_text(TEXT, 0, len(TEXT), [mark("said nine dockers", Layer.EVENT), mark("dockers were", Layer.READING)])
    assert [(piece.text, piece.layers) for piece in pieces if piece.layers] == [
        ("said nine ", (Layer.EVENT,)),
        ("dockers", (Layer.READING, Layer.EVENT)),
        (" were", (Layer.READING,)),
    ]


spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)


@given(st.lists(st.tuples(spans, st.sampled_from(list(Layer))), max_size=8))
def test_pieces_are_the_text_whatever_covers_it(found: list[tuple[list[int], Layer]]) -> None:
    marks = [
        Mark(start=start, end=end, layer=layer, href="#x", words="x", anchor=str(place))
        for place, ((start, end), layer) in enumerate(found)
    ]
    pieces = cut_text(TEXT, 0, len(TEXT), sorted(marks, key=lambda mark: mark.start))
    assert "".join(piece.text for piece in pieces) == TEXT
    assert sorted(anchor for piece in pieces for anchor in piece.anchors) == sorted(mark.anchor for mark in marks)
    reached = 0
    for piece in pieces:
        covering = {mark.layer for mark in marks if mark.start <= reached and mark.end >= reached + len(piece.text)}
        if piece.text:
            assert set(piece.layers) == covering - {m.layer for m in marks if m.end <= reached} | {
                m.layer for m in marks if m.start <= reached < m.end
            }
        reached += len(piece.text)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, ""),
        ("2022-01-05", "5 January 2022"),
        ("2022-01-05T22", "5 January 2022, 22:00"),
        ("2022-01", "January 2022"),
        ("2019", "2019"),
        ("199X", "1990s"),
        ("2022-22", "summer 2022"),
        ("2022-01~", "about January 2022"),
        ("2022-01-05?", "5 January 2022 (doubtful)"),
        ("2022-01-02/2022-01-08", "2–8 January 2022"),
        ("2022-01-30/2022-02-02", "30 January 2022 – 2 February 2022"),
        ("../2022-01", "up to January 2022"),
        ("2022-01-05/..", "from 5 January 2022"),
        ("soon", "soon"),
        ("2022-02-30", "2022-02-30"),
    ],
)
def test_dates_in_words(edtf: str | None, words: str) -> None:
    assert date_words(edtf) == words


@pytest.mark.parametrize(
    ("low", "high", "about", "words"),
    [
        (18, 18, False, "18"),
        (8, None, False, "at least 8"),
        (None, 3, False, "at most 3"),
        (24, 99, False, "24–99"),
        (1000, 1000, True, "about 1,000"),
        (0.5, 0.5, False, "0.5"),
        (None, None, False, "unknown"),
    ],
)
def test_amounts_in_words(low: float | None, high: float | None, about: bool, words: str) -> None:
    assert amount(low, high, approximate=about) == words


@pytest.mark.parametrize(
    ("kind", "says", "words"),
    [
        (PointKind.FIGURE, "≥8", "at least 8"),
        (PointKind.FIGURE, "~1000", "about 1,000"),
        (PointKind.FIGURE, "200..999", "200–999"),
        (PointKind.FIGURE, "0.25", "0.25"),
        (PointKind.WHEN, "2022-01-05", "5 January 2022"),
        (PointKind.MANNER, "resigned", "resigned"),
    ],
)
def test_answers_in_words(kind: PointKind, says: str, words: str) -> None:
    assert answer_words(kind, says) == words


def test_numbers_of_things() -> None:
    assert counted(1, "origin") == "1 origin"
    assert counted(0, "entity", "entities") == "0 entities"
    assert between(2, 2, "origin") == "2 origins"
    assert between(1, 3, "origin") == "1 to 3 origins"


def test_sigla_go_on_after_z() -> None:
    assert [siglum(place) for place in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


def test_words_are_cut_at_a_space() -> None:
    assert shortened("one two\nthree", 9) == "one two…"
    assert shortened("x" * 20, 9) == "x" * 9 + "…"
    assert shortened(None, 9) == ""


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2022-01-05T22", "2022-01-05"),
        ("2022-01-05", "2022-01-05"),
        ("2022-01", "2022-01"),
        ("2022-01-02/2022-01-08", "2022-01-02/2022-01-08"),
        ("soon", None),
        (None, None),
    ],
)
def test_a_date_is_filed_under_its_day_or_stretch(edtf: str | None, day: str | None) -> None:
    assert day_of(edtf) == day


def test_anchors_of_days_hold_no_signs() -> None:
    assert day_anchor("2022-01-02/2022-01-08") == "day-2022-01-02_2022-01-08"
    assert day_anchor("2022-01~") != day_anchor("2022-01?") != day_anchor("2022-01")


def test_a_ring_is_cut_to_the_frame() -> None:
    frame = Frame(west=0, east=10, south=0, north=10, width=100)
    assert clip_ring([Dot(-5, 5), Dot(5, 5), Dot(5, -5), Dot(-5, -5)], frame)
    assert clip_ring([Dot(20, 20), Dot(30, 20), Dot(30, 30)], frame) == []
    ring = clip_ring([Dot(-5, -5), Dot(15, -5), Dot(15, 15), Dot(-5, 15)], frame)
    assert {(dot.x, dot.y) for dot in ring} == {(0, 0), (10, 0), (10, 10), (0, 10)}


@given(st.lists(st.builds(Dot, st.floats(-180, 180), st.floats(-85, 85)), min_size=1, max_size=6))
def test_a_frame_shows_the_places_it_was_fitted_to(places: list[Dot]) -> None:
    frame = fit_frame(places, 900)
    assert frame.west >= -180.001
    assert frame.east <= 180.001
    assert all(frame.west - 1e-6 <= p.x <= frame.east + 1e-6 for p in places)
    assert all(frame.south - 1e-6 <= p.y <= frame.north + 1e-6 for p in places)
    assert 0 < frame.height < 3000


def spot(name: str, latitude: float, longitude: float, mentions: int = 1, country: str = "KE") -> Spot:
    return Spot(
        anchor=name,
        href=f"#{name}",
        name=name,
        country=country,
        latitude=latitude,
        longitude=longitude,
        mentions=mentions,
        events=0,
        fix=Fix.SPOT,
    )


def drawn_map(spots: list[Spot]) -> WorldMap:
    base = draw_base(spots)
    assert base is not None
    return draw_map(base, spots)


def test_the_map_is_fitted_to_the_country_most_named() -> None:
    drawn = drawn_map(
        [spot("Nairobi", -1.29, 36.82, 9), spot("Mombasa", -4.04, 39.67), spot("London", 51.5, -0.12, 2, "GB")]
    )
    assert {mark.spot.name for mark in drawn.marks if not mark.beyond} == {"Nairobi", "Mombasa"}
    assert drawn.beyond == 1
    assert drawn.paths.coasts.startswith("M")
    assert drawn.paths.land
    assert drawn.paths.divisions


def test_labels_of_places_side_by_side_do_not_overlap() -> None:
    drawn = drawn_map([spot(f"Nairobi {place}", -1.29 + place / 1000, 36.82, 9 - place) for place in range(9)])
    labels = [(mark.x + mark.label_x, mark.y + mark.label_y) for mark in drawn.marks if mark.side]
    assert 1 <= len(labels) < 9
    assert len(set(labels)) == len(labels)


def test_a_place_drawn_where_another_is_stands_beside_it() -> None:
    square = replace(spot("the Square", -1.29, 36.82), fix=Fix.SITE)
    town, site = drawn_map([spot("Nairobi", -1.29, 36.82, 9), square]).marks
    assert town.aside == (0, 0)
    assert (site.x - town.x) ** 2 + (site.y - town.y) ** 2 > town.radius**2


def test_no_places_no_map() -> None:
    assert draw_base([]) is None
