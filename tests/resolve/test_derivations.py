"""Which reports hang together: copies, excerpts, spins, retellings, named origins and common voices."""

import pytest

from variorum.ingest.sections import find_sections
from variorum.model.tables import Claim, Report, Tables
from variorum.model.terms import DerivationKind, Direction, Manner
from variorum.resolve.derivations import resolve_derivations

FLOOD = (
    "The river Morava broke its banks near the town of Kovin late on Tuesday and flooded four villages.\n"
    "Firefighters carried 230 people from the roofs of their houses, most of them pensioners.\n"
    "Two farmers are missing since the dam at Dubrava gave way, and divers are searching the reservoir.\n"
    "The mayor, Zoran Petrik, asked the army for boats and for a field kitchen.\n"
    "By Wednesday evening the water stood two metres high in the market hall.\n"
    "A railway bridge was closed, and trains to the coast were sent over Bitov.\n"
)
OWN = (
    "Insurers met in the capital to talk about premiums, which have risen for years.\n"
    "A spokeswoman named no figures and pointed to the annual report in spring.\n"
    "Critics of the trade call the present rules unfair to tenants in old houses.\n"
)
SPUN = (
    FLOOD.replace("broke its banks", "burst its margins")
    .replace("carried", "transported")
    .replace("people", "persons")
    .replace("houses", "homes")
    .replace("missing", "absent")
    .replace("searching", "seeking through")
    .replace("asked", "requested")
    .replace("late on", "tardy on")
    .replace("closed", "shut")
    .replace("stood", "remained")
    .replace("evening", "nightfall")
    .replace("gave way", "yielded")
    .replace("most", "the bulk")
    .replace("field kitchen", "canteen")
)


def report(name: str, text: str, **rest: str) -> Report:
    return Report(id=f"report-{name}", sha256=name, text=text, language="en", **rest)


def derive(*reports: Report, claims: tuple[Claim, ...] = ()) -> Tables:
    sections = tuple(section for one in reports for section in find_sections(one))
    return resolve_derivations(Tables(reports=tuple(reports), sections=sections, claims=claims))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (FLOOD + "More soon on our page about the weather in the whole region.\n", {DerivationKind.COPY}),
        (OWN + "".join(FLOOD.splitlines(keepends=True)[1:4]) + OWN.upper(), {DerivationKind.EXCERPT}),
        (SPUN, {DerivationKind.REWRITE, DerivationKind.EXCERPT}),
    ],
    ids=["copy", "excerpt", "spin"],
)
def test_a_text_made_from_another_is_found(text, kinds):
    (row,) = derive(report("a", FLOOD), report("b", text)).derivations
    assert row.kind in kinds
    assert row.reasons
    assert row.spans


def test_independent_texts_are_left_alone():
    assert derive(report("a", FLOOD), report("b", OWN)).derivations == ()


def test_aligned_passages_point_at_the_words_of_both():
    left, right = report("a", FLOOD), report("b", OWN + FLOOD)
    (row,) = derive(left, right).derivations
    texts = {left.id: left.text, right.id: right.text}
    for span in row.spans:
        assert texts[row.report][span.start : span.end] == texts[row.other or ""][span.other_start : span.other_end]


def test_the_earlier_report_gave():
    first, second = report("a", FLOOD, published="2021-05-04"), report("b", FLOOD + OWN[:60], published="2021-05-06")
    (row,) = derive(first, second).derivations
    assert (row.report, row.other, row.direction) == (second.id, first.id, Direction.FROM_OTHER)


def test_reports_of_one_day_leave_the_direction_open():
    (row,) = derive(report("a", FLOOD), report("b", FLOOD + OWN[:60])).derivations
    assert row.direction is Direction.UNKNOWN


def test_the_order_of_reports_is_irrelevant():
    reports = [report("a", FLOOD), report("b", FLOOD + OWN), report("c", OWN + FLOOD)]
    assert derive(*reports).derivations == derive(*reversed(reports)).derivations


def test_what_a_site_repeats_on_every_page_is_no_copying():
    line = (
        "Sign of the house: the daily paper for the whole valley, with sport, markets and the weather since the war.\n"
    )
    texts = [FLOOD, OWN, "A bakery on the hill won a prize for its rye bread and thanked its oldest customers.\n"]
    reports = [report(str(n), text + line, outlet="Valley Paper") for n, text in enumerate(texts)]
    assert derive(*reports).derivations == ()


def test_an_origin_that_a_report_names_lies_outside_the_case():
    (row,) = derive(report("a", OWN + "Read the original article from Coast Radio here.\n")).derivations
    assert (row.other, row.origin) == (None, "Coast Radio")


def claim(of: Report, words: str) -> Claim:
    start = of.text.index(words)
    return Claim(
        id=f"claim-{of.id}",
        report=of.id,
        start=start,
        end=start + len(words),
        text=words,
        voice="the Water Board",
        voice_name="Water Board",
        voice_entity="entity-board",
        manner=Manner.INDIRECT,
    )


def test_one_voice_in_two_reports_is_a_common_source():
    left = report("a", "The Water Board says the dam at Dubrava was inspected in March.\n" + OWN)
    right = report("b", "The dam at Dubrava was inspected in March, according to the Water Board.\nRoads stay shut.\n")
    claims = (
        claim(left, "the dam at Dubrava was inspected in March"),
        claim(right, "The dam at Dubrava was inspected in March"),
    )
    (row,) = derive(left, right, claims=claims).derivations
    assert (row.kind, row.origin) == (DerivationKind.COMMON_SOURCE, "Water Board")
