"""Clusters of reports that hang together, and how they are drawn."""

from itertools import permutations

from variorum.model.tables import Derivation, Report, Tables
from variorum.model.terms import DerivationKind, Direction
from variorum.present.views.index import Index
from variorum.present.views.lineage_clusters import NodeKind, read_clusters
from variorum.present.views.lineage_drawing import draw_cluster

COPY, REWRITE, COMMON = DerivationKind.COPY, DerivationKind.REWRITE, DerivationKind.COMMON_SOURCE


def derivation(one: str, other: str | None, kind: DerivationKind, origin: str | None = None) -> Derivation:
    return Derivation(
        id=f"derivation-{one}-{other}-{kind}-{origin}",
        report=one,
        other=other,
        origin=origin,
        kind=kind,
        share=0.5 if kind is not COMMON else None,
        direction=Direction.FROM_OTHER if other else Direction.UNKNOWN,
    )


def index(rows: tuple[Derivation, ...], count: int) -> Index:
    reports = tuple(
        Report(id=f"r{n:03}", sha256="0", text="words", outlet=f"Paper {n}", published=f"2023-01-{n % 28 + 1:02}")
        for n in range(count)
    )
    return Index(Tables(reports=reports, derivations=rows))


def test_texts_agencies_and_voices_make_one_small_picture() -> None:
    rows = (
        derivation("r001", "r000", COPY),
        derivation("r002", None, COPY, "Coast Agency"),
        derivation("r002", "r001", COMMON, "Harbour Master"),
        derivation("r004", "r003", REWRITE),
    )
    first, second = read_clusters(rows, index(rows, 6))
    assert [(node.kind, node.label) for node in first.nodes] == [
        (NodeKind.VOICE, "Harbour Master"),
        (NodeKind.REPORT, "Paper 0"),
        (NodeKind.REPORT, "Paper 1"),
        (NodeKind.OUTSIDE, "Coast Agency"),
        (NodeKind.REPORT, "Paper 2"),
    ]
    assert (first.reports, first.origins, second.origins) == (3, "2 independent origins", "1 to 2 independent origins")
    assert {(edge.one, edge.other, edge.words, edge.into) for edge in first.edges} == {
        ("r001", "r000", "copy 50%", "r001"),
        ("r002", "outside:coast agency", "copy 50%", "r002"),
        ("voice:harbour master", "r001", "shared voice", ""),
        ("voice:harbour master", "r002", "shared voice", ""),
    }


def test_the_order_of_rows_makes_no_difference() -> None:
    rows = (derivation("r001", "r000", COPY), derivation("r002", "r001", COMMON, "A"), derivation("r003", "r002", COPY))
    expected = read_clusters(rows, index(rows, 4))
    for order in permutations(rows):
        assert read_clusters(order, index(order, 4)) == expected


def test_a_voice_that_many_share_stands_apart_from_what_hangs_together_by_its_text() -> None:
    many = tuple(derivation(f"r{n:03}", "r000", COMMON, "Harbour Master") for n in range(1, 80))
    rows = (*many, derivation("r001", "r000", COPY))
    family, voice = read_clusters(rows, index(rows, 80))
    assert (family.voice, family.reports) == ("", 2)
    assert (voice.voice, voice.reports, len(voice.rows)) == ("Harbour Master", 80, 79)
    drawing = draw_cluster(voice)
    assert len(drawing.nodes) + drawing.left_out == 81
    assert len(drawing.nodes) < 20


def test_reports_of_one_origin_stand_in_a_band_and_the_arrow_points_at_the_later() -> None:
    rows = (derivation("r001", "r000", COPY), derivation("r003", "r001", REWRITE))
    drawing = draw_cluster(read_clusters(rows, index(rows, 4))[0])
    assert [(band.y, band.height) for band in drawing.bands] == [(8.0, 62.0)]
    assert all(bow.arrow and bow.y is not None for bow in drawing.edges)


def test_nothing_hangs_together() -> None:
    assert read_clusters((), index((), 2)) == ()
