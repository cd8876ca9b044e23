"""Which date and place govern a word, and how far away they were found."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from variorum.annotate.page import Page
from variorum.annotate.scope import claim_for, date_for, place_for
from variorum.model.base import Span
from variorum.model.tables import Claim, DateMention, PlaceMention, Tables
from variorum.model.terms import ArgumentBasis, DateBasis, Manner, Polarity

CLAUSE, SENTENCE, DISCOURSE = ArgumentBasis.CLAUSE, ArgumentBasis.SENTENCE, ArgumentBasis.DISCOURSE


def dated(page: Page, *texts: str) -> Tables:
    rows = [_spot(page, text) for text in texts]
    return Tables(
        dates=tuple(
            DateMention(id=f"date-{text}", report="r", start=s, end=e, text=text, edtf=None, basis=DateBasis.EXPLICIT)
            for (s, e), text in sorted(zip(rows, texts, strict=True))
        )
    )


def placed(page: Page, *texts: str) -> Tables:
    rows = [_spot(page, text) for text in texts]
    return Tables(
        places=tuple(
            PlaceMention(id=f"place-{text}", report="r", start=s, end=e, text=text, name=text)
            for (s, e), text in sorted(zip(rows, texts, strict=True))
        )
    )


def _spot(page: Page, text: str) -> tuple[int, int]:
    start = page.report.text.index(text)
    return start, start + len(text)


def word(page: Page, text: str) -> "object":
    return next(token for token in page.doc if token.text == text)


DATES = [
    ("Men held in the raid were freed on 4 May.", ("4 May",), "freed", "4 May", CLAUSE),
    ("Men held in the raid were freed on 4 May.", ("4 May",), "held", None, None),
    ("An inquiry into the massacre opened on 4 May.", ("4 May",), "massacre", None, None),
    ("The massacre of nine miners began on 4 May.", ("4 May",), "massacre", "4 May", CLAUSE),
    ("4 May 2031 Two men were shot.", ("4 May 2031",), "shot", "4 May 2031", DISCOURSE),
    ("On 4 May 2031 two men were shot.", ("4 May 2031",), "shot", "4 May 2031", CLAUSE),
    ("On 4 May the union condemned the raid that killed nine.", ("4 May",), "raid", None, None),
    ("On 4 May the union condemned the raid that killed nine.", ("4 May",), "killed", None, None),
    ("On 4 May the union condemned the raid.", ("4 May",), "condemned", "4 May", CLAUSE),
    ("A clerk was jailed on 4 May for the killing of a monk.", ("4 May",), "killing", None, None),
    ("The mayor met on 4 May the kin of those killed.", ("4 May",), "killed", None, None),
    ("The army staged a raid on 4 May in which nine were killed.", ("4 May",), "killed", "4 May", SENTENCE),
    ("Four men died in the worst raid since the truce of 4 May.", ("4 May",), "raid", None, None),
    ("Protests have shaken Lyon since 4 May.", ("4 May",), "Protests", None, None),
    ("Nine died when guards opened fire on 4 May.", ("4 May",), "died", "4 May", SENTENCE),
    ("Guards shot a man on 4 May.", ("4 May",), "shot", "4 May", CLAUSE),
    ("On 4 May the army moved in and nine men were killed.", ("4 May",), "killed", "4 May", SENTENCE),
    ("The army moved in on 4 May. Nine men were killed.", ("4 May",), "killed", "4 May", DISCOURSE),
    ("The army moved in on 4 May.\nNine men were killed.", ("4 May",), "killed", None, None),
    ("The premier, who left office in 2011, died on Friday.", ("2011", "Friday"), "died", "Friday", CLAUSE),
    ("The premier, who left office in 2011, was shot.", ("2011",), "shot", None, None),
    ("They demanded the return of the 1993 constitution.", ("1993",), "demanded", None, None),
    ("A curfew was imposed until 9 May.", ("9 May",), "imposed", None, None),
    ("The 2011 massacre still divides the town.", ("2011",), "massacre", "2011", CLAUSE),
    ("On May 4 mounted police cleared the pier.", ("May 4",), "cleared", "May 4", CLAUSE),
    ("The vote is planned for 9 May.", ("9 May",), "planned", "9 May", CLAUSE),
    ("The vote is planned for 9 May. Banners were seized.", ("9 May",), "seized", None, None),
    ("The walkout began on 4 May. The mayor declared a curfew.", ("4 May",), "declared", None, None),
    ("The army moved in on 4 May. We demand an apology.", ("4 May",), "demand", None, None),
    ("The mayor fled on 4 May. He had ordered the raid.", ("4 May",), "ordered", None, None),
    ("Guards killed six miners, the union said on 4 May.", ("4 May",), "killed", None, None),
    ("On 4 May the union said guards killed six miners.", ("4 May",), "killed", None, None),
    ("Guards killed six miners on 2 May, the union said on 4 May.", ("2 May", "4 May"), "killed", "2 May", CLAUSE),
    ("The union announced on 4 May that the pit had closed.", ("4 May",), "announced", "4 May", CLAUSE),
    ("The mayor fled on 4 May. Radio says that he was sacked.", ("4 May",), "sacked", "4 May", DISCOURSE),
    ("A bomb killed nine people and wounded 20 on 4 May.", ("4 May",), "killed", "4 May", SENTENCE),
    ("Three men were killed and 20 wounded on 4 May.", ("4 May",), "killed", "4 May", SENTENCE),
    ("The mayor fled, and guards shot a man on 4 May.", ("4 May",), "fled", None, None),
    ("Nine miners died, six of them on 4 May.", ("4 May",), "died", None, None),
]


@pytest.mark.parametrize(("text", "dates", "trigger", "expected", "basis"), DATES)
def test_date(
    parse: Callable[[str], Page],
    text: str,
    dates: tuple[str, ...],
    trigger: str,
    expected: str | None,
    basis: ArgumentBasis | None,
) -> None:
    page = parse(text)
    scope = date_for(page, dated(page, *dates), word(page, trigger))  # type: ignore[arg-type]
    assert (scope and scope.date.text) == expected
    assert (scope and scope.basis) == basis


PLACES = [
    ("Crowds gathered in Paris.", ("Paris",), "gathered", "Paris", CLAUSE),
    ("France sent soldiers to Chad.", ("France", "Chad"), "sent", "Chad", CLAUSE),
    ("Residents of Lyon marched.", ("Lyon",), "marched", "Lyon", CLAUSE),
    ("The president of France resigned.", ("France",), "resigned", None, None),
    ("Crowds gathered in Paris. Police fired tear gas.", ("Paris",), "fired", "Paris", DISCOURSE),
    ("The Paris-based group protested.", ("Paris",), "protested", None, None),
    ("Nine people died when guards opened fire in Lyon.", ("Lyon",), "died", "Lyon", SENTENCE),
    ("They agreed through Moscow's mediation.", ("Moscow",), "mediation", None, None),
    ("Rebels shelled Aleppo.", ("Aleppo",), "shelled", "Aleppo", CLAUSE),
    ("He returned to the talks in Geneva. The rebels laid mines.", ("Geneva",), "laid", None, None),
    ("Nine people were shot, four of them in Lyon.", ("Lyon",), "shot", None, None),
    ("Nine people were shot, including two girls in Lyon.", ("Lyon",), "shot", None, None),
    ("Nine people were shot, a spokesman said in Geneva.", ("Geneva",), "shot", None, None),
    ("Nine people were shot, the embassy in Lyon said.", ("Lyon",), "shot", None, None),
    ("Nine people were shot in Lyon, the embassy in Paris said.", ("Lyon", "Paris"), "shot", "Lyon", CLAUSE),
    ("Nine people were shot, a spokesman said in a statement in Geneva.", ("Geneva",), "shot", None, None),
    ("A bomb killed nine people and wounded 20 in Lyon.", ("Lyon",), "killed", "Lyon", SENTENCE),
    ("Soldiers arrested the mayor and fled to Lyon.", ("Lyon",), "arrested", None, None),
    ("The council asked Chad to send tents.", ("Chad",), "asked", None, None),
    ("He cancelled a trip to Lyon. The rebels laid mines.", ("Lyon",), "laid", None, None),
    ("Crowds gathered in Lyon. Since 2019, forty miners have died.", ("Lyon",), "died", None, None),
]


@pytest.mark.parametrize(("text", "places", "trigger", "expected", "basis"), PLACES)
def test_place(
    parse: Callable[[str], Page],
    text: str,
    places: tuple[str, ...],
    trigger: str,
    expected: str | None,
    basis: ArgumentBasis | None,
) -> None:
    page = parse(text)
    scope = place_for(page, placed(page, *places), word(page, trigger))  # type: ignore[arg-type]
    assert (scope and scope.place.text) == expected
    assert (scope and scope.basis) == basis


def test_what_is_condemned_lends_the_condemning_no_date(parse: Callable[[str], Page]) -> None:
    text = "The union condemned the killing of nine miners in the pit between 2 and 4 March."
    page = parse(text)
    start = text.index("the killing")
    claim = Claim(
        id="c1", report="r", start=start, end=len(text) - 1, text=text[start:-1], manner=Manner.INDIRECT,
        cue_start=text.index("condemned"),
    )  # fmt: skip
    found = Tables(dates=dated(page, "between 2 and 4 March").dates, claims=(claim,))
    assert date_for(page, found, word(page, "condemned")) is None  # type: ignore[arg-type]
    told = date_for(page, found, word(page, "killing"))  # type: ignore[arg-type]
    assert told is not None
    assert told.date.text == "between 2 and 4 March"


def test_the_country_is_the_one_named_most(parse: Callable[[str], Page]) -> None:
    page = parse("France is tense.\n\nSoldiers arrived in the country.")
    scope = place_for(page, placed(page, "France"), word(page, "arrived"))  # type: ignore[arg-type]
    assert scope is not None
    assert (scope.place.text, scope.basis) == ("France", DISCOURSE)


def test_innermost_claim_and_its_pieces() -> None:
    outer = Claim(id="c1", report="r", start=0, end=50, text="", manner=Manner.INDIRECT)
    inner = Claim(id="c2", report="r", start=10, end=30, text="", manner=Manner.QUOTE)
    broken = Claim(
        id="c3",
        report="r",
        start=60,
        end=90,
        text="",
        manner=Manner.QUOTE,
        pieces=(Span(start=60, end=70), Span(start=80, end=90)),
    )
    claims = (outer, inner, broken)
    assert claim_for(claims, Span(start=12, end=15)) == inner
    assert claim_for(claims, Span(start=32, end=35)) == outer
    assert claim_for(claims, Span(start=72, end=75)) is None
    assert claim_for(claims, Span(start=82, end=85)) == broken


def test_who_denies_what_the_report_tells_has_not_told_it() -> None:
    told = Claim(id="c1", report="r", start=0, end=50, text="", manner=Manner.INDIRECT, rule="reference")
    denied = replace(told, polarity=Polarity.NEGATIVE)
    assert claim_for((told,), Span(start=12, end=15)) == told
    assert claim_for((denied,), Span(start=12, end=15)) is None
