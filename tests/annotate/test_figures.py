"""Truth tables of figures: what a quantity says, what it measures, and of whom."""

from collections.abc import Callable

import pytest

from variorum.annotate.figures import figure_annotator
from variorum.annotate.page import Page
from variorum.model.base import Span
from variorum.model.tables import Claim, DateMention, EventMention, Figure, PlaceMention, Tables
from variorum.model.terms import DateBasis, EventType, Manner

Parse = Callable[..., Page]
ANNOTATOR = figure_annotator()


def read(parse: Parse, text: str, **tables: object) -> tuple[Figure, ...]:
    page = parse(text)
    return ANNOTATOR.run(page, Tables(reports=(page.report,), sections=page.sections, **tables))  # type: ignore[arg-type]


def values(figures: tuple[Figure, ...]) -> set[tuple[str, float | None, float | None]]:
    return {(figure.measure.value, figure.low, figure.high) for figure in figures}


MEASURES = [
    # killed and injured, by verb, participle, noun and toll
    ("Three people, including two children, were shot dead outside a grocery.", {("killed", 3, 3), ("killed", 2, 2)}),
    (
        "A gunman opened fire at a birthday party, leaving 5 wounded and one dead.",
        {("injured", 5, 5), ("killed", 1, 1)},
    ),
    ("The blast killed 12 and wounded 30 others.", {("killed", 12, 12), ("injured", 30, 30)}),
    ("At least 18 law enforcement officers died and 748 were hurt.", {("killed", 18, None), ("injured", 748, 748)}),
    ("The ministry confirmed the deaths of 16 border guards.", {("killed", 16, 16)}),
    ("The bodies of 12 men were found in a mass grave.", {("killed", 12, 12)}),
    ("The flood claimed the lives of seven villagers.", {("killed", 7, 7)}),
    ("Nine miners lost their lives underground.", {("killed", 9, 9)}),
    ("Not a single miner was killed.", {("killed", 0, 0)}),
    ("At least 21 folks were killed and 340 folks were injured.", {("killed", 21, None), ("injured", 340, 340)}),
    ("Clerks counted 26 deaths, among them six minors.", {("killed", 26, 26), ("killed", 6, 6)}),
    ("The raid left 49 guards and four clerks dead.", {("killed", 49, 49), ("killed", 4, 4)}),
    ("Ten miners died. Among them were at least four foreigners.", {("killed", 10, 10), ("killed", 4, None)}),
    ("The couple were killed at home.", {("killed", 2, 2)}),
    ("Both were wounded.", {("injured", 2, 2)}),
    ("Police fired shots to disperse some 300 people.", {("participants", 300, 300)}),
    ("A total of 84 human beings were injured.", {("injured", 84, 84)}),
    ("Ann Lee, whose brother Ivo died there, spoke.", {("killed", 1, 1)}),
    ("Of those killed, 12 were children.", {("killed", 12, 12)}),
    ("Four nurses were among the dead.", {("killed", 4, 4)}),
    ("A suicide bomber killed himself and six others.", {("killed", 6, 6)}),
    ("The death toll has risen to 225, officials said.", {("killed", 225, 225)}),
    ("A death toll of 61 was reported.", {("killed", 61, 61)}),
    (
        "The union put the number of marchers at 9,000; police put the figure at 400.",
        {("participants", 9000, 9000), ("participants", 400, 400)},
    ),
    (
        "Six hundred people had marched to the pier, the union said. Police put the number at 90.",
        {("participants", 600, 600), ("participants", 90, 90)},
    ),
    ("The firm put the number of pumps at 40.", {("other", 40, 40)}),
    ("A quarter of a million people fled.", {("displaced", 250000, 250000)}),
    ("The king met Omar Haddad At least 60 fighters were killed in the battle.", {("killed", 60, None)}),
    ("The number of injured reached 1,300.", {("injured", 1300, 1300)}),
    ("Two teens were shot, one fatally, in a park.", {("injured", 2, 2), ("killed", 1, 1)}),
    ("Police shot and killed two suspects.", {("killed", 2, 2)}),
    ("Officers found two men suffering from gunshot wounds.", {("injured", 2, 2)}),
    ("The clashes killed and wounded 60 people.", {("other", 60, 60)}),
    # single persons where the harm is stated
    ("A young man was fatally shot on the west side early Sunday.", {("killed", 1, 1)}),
    ("Police said a woman was killed and three other people were wounded.", {("killed", 1, 1), ("injured", 3, 3)}),
    ("A woman walked home.", set()),
    ("Two men are dead and a third is hospitalized.", {("killed", 2, 2), ("injured", 1, 1)}),
    ("Three victims were taken to hospital.", {("injured", 3, 3)}),
    ("No casualties were reported.", {("killed", 0, 0)}),
    # persons without a number: definite, with an owner, named
    ("The driver was killed and his passenger was hurt.", {("killed", 1, 1), ("injured", 1, 1)}),
    ("Victor Hale, 41, was shot and killed near the harbour.", {("killed", 1, 1)}),
    ("Her husband, Carl Weaver, 40, was stabbed to death.", {("killed", 1, 1), ("other", 40, 40)}),
    ("Both victims died at the scene.", {("killed", 2, 2)}),
    ("The driver went home after two men were killed.", {("killed", 2, 2)}),
    ("One sailor lost his life.", {("killed", 1, 1)}),
    # persons side by side are one count, a number among them stays as its part
    ("A man and a woman were killed.", {("killed", 2, 2)}),
    ("The blast killed a nurse and her two daughters.", {("killed", 3, 3), ("killed", 2, 2)}),
    ("A guard, his brother and their uncle were killed.", {("killed", 3, 3)}),
    ("At least nine soldiers and two civilians were killed.", {("killed", 9, None), ("killed", 2, 2)}),
    ("Police say the victim, a student, died of his wounds.", {("killed", 1, 1)}),
    # how people are hurt without a word of wounding
    ("A girl was hit by a stray bullet.", {("injured", 1, 1)}),
    ("One man was struck in the leg and another was grazed.", {("injured", 1, 1)}),
    ("A nurse was hit by a stray bullet and died.", {("killed", 1, 1)}),
    ("Nine clerks were shot, five of them fatally.", {("injured", 9, 9), ("killed", 5, 5)}),
    ("Six victims were treated, two in serious condition.", {("injured", 6, 6), ("injured", 2, 2)}),
    ("The body of a man was found.", {("killed", 1, 1)}),
    ("120+ wounded in the shelling.", {("injured", 120, None)}),
    # wholes and their parts
    ("Nineteen of the dead were in the village.", {("killed", 19, 19)}),
    ("Fourteen people died: nine men and five women.", {("killed", 14, 14), ("killed", 9, 9), ("killed", 5, 5)}),
    ("Thirty were rescued, of whom 12 were hurt.", {("other", 30, 30), ("injured", 12, 12)}),
    ("Five people, among them three children, lost their lives.", {("killed", 5, 5), ("killed", 3, 3)}),
    ("Three people were taken into custody.", {("arrested", 3, 3)}),
    ("Two suspects are in custody.", {("arrested", 2, 2)}),
    ("The landslide killed a family of five.", {("killed", 5, 5)}),
    ("Nine of the 40 hostages were killed.", {("killed", 9, 9), ("other", 40, 40)}),
    ("Three of the 30 people killed were clerks.", {("killed", 3, 3), ("killed", 30, 30)}),
    ("Police detained 31 clerks, of whom 26 were released.", {("arrested", 31, 31), ("other", 26, 26)}),
    (
        "There were 19 dead, of which 12 rebels, and 62 wounded.",
        {("killed", 19, 19), ("killed", 12, 12), ("injured", 62, 62)},
    ),
    ("Fourteen of the bodies have gunshot wounds.", {("killed", 14, 14)}),
    # what stands before the counted noun, by own hand, homes lost, taken again
    ("Guards counted 18 dead inmates.", {("killed", 18, 18)}),
    ("Boats carried 40 wounded soldiers away.", {("injured", 40, 40)}),
    ("One inmate hanged himself.", {("killed", 1, 1)}),
    ("Two monks committed suicide.", {("killed", 2, 2)}),
    ("Some 600 people were driven from their homes.", {("displaced", 600, 600)}),
    ("Forty families lost their homes.", {("displaced", 40, 40)}),
    ("Twenty inmates fled; nine were recaptured.", {("displaced", 20, 20), ("arrested", 9, 9)}),
    ("Six servicemen were taken prisoner.", {("arrested", 6, 6)}),
    ("A guard, Ivo Lund, 29, died.", {("killed", 1, 1), ("other", 29, 29)}),
    # a number that somebody names for what was counted
    ("Ferrum put the number of captured clerks at nine.", {("arrested", 9, 9)}),
    (
        "About 5,000 people marched; police estimated the crowd at 1,500.",
        {("participants", 5000, 5000), ("participants", 1500, 1500)},
    ),
    ("Nineteen people died. Later the union raised its figure to 21.", {("killed", 19, 19), ("killed", 21, 21)}),
    (
        "Some 9,000 clerks marched, the union says. The firm speaks of 600.",
        {("participants", 9000, 9000), ("participants", 600, 600)},
    ),
    ("The union staged a rally at which 800 people demanded bread.", {("participants", 800, 800)}),
    ("Guards arrested him along with nine of his friends.", {("arrested", 9, 9)}),
    ("On the hill three soldiers fell.", {("killed", 3, 3)}),
    ("He put the losses of the rebels at 160.", {("killed", 160, 160)}),
    ("Some 1,500 families had to leave their homes.", {("displaced", 1500, 1500)}),
    ("The number of prisoners has risen to 63, among them nine clerks.", {("arrested", 63, 63), ("arrested", 9, 9)}),
    ("A cameraman was hit on the head.", {("injured", 1, 1)}),
    ("Kuro's men shot down three helicopters.", {("other", 3, 3)}),
    ("The army admitted the loss of 23 soldiers.", {("killed", 23, 23)}),
    ("Nobody shot at the guards.", set()),
    ("Nine died in violence over the two polls.", {("killed", 9, 9), ("other", 2, 2)}),
    # denied, wished, imagined
    ("Aid workers fear the death toll could rise to 40.", {("other", 40, 40)}),
    ("The bomb could kill thousands of people, experts warned.", {("other", 2000, 9999)}),
    ("He threatened to kill 20 hostages.", {("other", 20, 20)}),
    # nobody
    ("No one was injured in the shooting.", {("injured", 0, 0)}),
    ("There were no deaths in the village.", {("killed", 0, 0)}),
    ("None of the marchers was arrested.", {("arrested", 0, 0)}),
    # other measures
    ("Police detained 206 people overnight.", {("arrested", 206, 206)}),
    (
        "Around 5,000 residents were evacuated, and 12 people are still missing.",
        {("displaced", 5000, 5000), ("missing", 12, 12)},
    ),
    ("Gunmen attacked three villages and burned 40 houses.", {("attacked", 3, 3), ("damaged", 40, 40)}),
    ("About two dozen shops were looted and 15 cars set on fire.", {("looted", 24, 24), ("damaged", 15, 15)}),
    ("Five gunmen stormed the building.", {("attackers", 5, 5)}),
    ("More than 10,000 people took to the streets of the capital.", {("participants", 10001, None)}),
    ("Hundreds of demonstrators blocked the bridge.", {("participants", 200, 999)}),
    ("The court sentenced him to 12 years in prison.", {("sentence", 12, 12)}),
    ("They face from five years in prison to life.", {("sentence", 5, None)}),
    ("The ruling party won 54.3 percent of the vote.", {("vote", 54.3, 54.3)}),
    ("The price of bread doubled in a week.", {("price", 2, 2)}),
    ("The price of petrol rose from 80 to 95 rubles.", {("price", 80, 95)}),
    # states, losses, lists, order of words
    ("Seven gunmen were neutralised near the bridge.", {("killed", 7, 7)}),
    ("Two boys were reported drowned.", {("killed", 2, 2)}),
    ("She lost two sons when the wall fell.", {("killed", 2, 2)}),
    ("In the fire have perished 6 persons.", {("killed", 6, 6)}),
    ("The dead include 12 in Oran and eight in Dakar.", {("killed", 12, 12), ("killed", 8, 8)}),
    ("They believe the number of the missing to be above 200.", {("missing", 201, None)}),
    ("The guard said 94 families had reported missing relatives.", set()),
    ("Dead: 12, wounded: 40, missing: 3.", {("killed", 12, 12), ("injured", 40, 40), ("missing", 3, 3)}),
    ("From the shore are evacuated 130 thousand inhabitants.", {("displaced", 130000, 130000)}),
    ("He counted 60 or 70 bodies.", {("killed", 60, 70)}),
    ("The number of martyrs of the fire rose to 130.", {("killed", 130, 130)}),
]


@pytest.mark.parametrize(("text", "expected"), MEASURES)
def test_measure(parse: Parse, text: str, expected: set[tuple[str, float, float]]) -> None:
    found = values(read(parse, text))
    assert found & expected == expected
    assert {row for row in found if row[0] != "other"} <= expected


VALUES = [
    ("more than 30 lorries", 31, None, False),
    ("more than 30 percent", 30, None, False),
    ("at least 30 lorries", 30, None, False),
    ("fewer than 30 lorries", None, 29, False),
    ("up to 30 lorries", None, 30, False),
    ("about 30 lorries", 30, 30, True),
    ("30 or more lorries", 30, None, False),
    ("30 to 40 lorries", 30, 40, False),
    ("30-40 lorries", 30, 40, False),
    ("between 30 and 40 lorries", 30, 40, False),
    ("four to five thousand lorries", 4000, 5000, False),
    ("dozens of lorries", 24, 99, False),
    ("hundreds of lorries", 200, 999, False),
    ("thousands of lorries", 2000, 9999, False),
    ("tens of thousands of lorries", 20000, 99999, False),
    ("hundreds of thousands of lorries", 200000, 999999, False),
    ("several hundred lorries", 300, 999, False),
    ("a dozen lorries", 12, 12, False),
    ("two hundred and fifty lorries", 250, 250, False),
    ("twenty-eight lorries", 28, 28, False),
    ("3,400 lorries", 3400, 3400, False),
    ("1.2 million lorries", 1200000, 1200000, False),
    ("a third of the lorries", 1 / 3, 1 / 3, False),
    ("one in four lorries", 0.25, 0.25, False),
]


@pytest.mark.parametrize(("words", "low", "high", "approximate"), VALUES)
def test_value(parse: Parse, words: str, low: float | None, high: float | None, approximate: bool) -> None:
    figure, *others = read(parse, f"The company bought {words} there.")
    assert (figure.low, figure.high, figure.approximate) == (low, high, approximate)
    assert not others


UNITS = [
    ("It cost $13.6M to build.", 13600000, "dollar"),
    ("It cost 8.1 billion euros to build.", 8100000000, "euro"),
    ("The tax brought in 500 Danish crowns.", 500, "Danish crown"),
    ("Prices fell 3.5% in May.", 3.5, "percent"),
    ("A 48-hour curfew began.", 48, "hour"),
    ("They had waited for five days.", 5, "day"),
    ("The village is 12 km away.", 12, "kilometre"),
    ("Rosa Diaz, 34, teaches there.", 34, "year"),
    ("The boy is 11 years old.", 11, "year"),
    ("Nine teachers came.", 9, "person"),
    ("Some 40 Latvians came.", 40, "person"),
    ("They pitched two tents.", 2, "tent"),
    ("Output grew twofold.", 2, "ratio"),
    ("About fifty of us went home.", 50, "person"),
    ("Girls under five were not counted.", None, "year"),
]


@pytest.mark.parametrize(("text", "low", "unit"), UNITS)
def test_unit(parse: Parse, text: str, low: float | None, unit: str) -> None:
    assert (low, unit) in {(figure.low, figure.unit) for figure in read(parse, text)}


NO_FIGURES = [
    "The shelling began at about six in the morning.",
    "The rally began on January 5, 2022.",
    "In 2019 he resigned.",
    "They met at 10:30 and left at 9 p.m. sharp.",
    "It was his 22nd visit.",
    "Article 5 was invoked.",
    "Call +1 (432) 555-0180 now.",
    "The G20 met near Highway 61.",
    "A Boeing 737 landed.",
    "The 1993 constitution returned.",
    "He lives at 14 Elm Street.",
    "The team won 3-1 at home.",
    "A category 4 storm came ashore.",
    "He bought a Zephyr 12 Max.",
    "No one else spoke; each one kept quiet.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_no_figure(parse: Parse, text: str) -> None:
    assert read(parse, text) == ()


SUBJECTS = [
    ("The board declared Ines Moreau the winner with 51 percent of the vote.", 51, "Ines Moreau"),
    ("Ferrum, which has had 900 peacekeepers in Ostria, left.", 900, "Ferrum"),
    ("The strike killed 14 oil workers.", 14, "oil workers"),
    ("At least nine members of the border police were killed.", 9, "members of the border police"),
    ("Dozens of passengers died and more than 40 were injured.", 40, "passengers"),
    ("Germany sent 300 soldiers to Mali.", 300, "Germany"),
    ("Russia sent 900 troops; Latvia – 60.", 60, "Latvia"),
    ("The price of natural gas rose from 60 to 120 tenge.", 60, "natural gas"),
    ("There were 40 deaths among pilgrims.", 40, "pilgrims"),
    ("Of the 90 dead, 25 were firefighters.", 25, "firefighters"),
    ("Five people, three of them children, were killed.", 3, "children"),
    ("Looters emptied 30 shops, kiosks and banks.", 30, "shops, kiosks and banks"),
]


@pytest.mark.parametrize(("text", "number", "subject"), SUBJECTS)
def test_subject(parse: Parse, text: str, number: int, subject: str) -> None:
    figures = [figure for figure in read(parse, text) if number in (figure.low, (figure.low or 0) - 1)]
    assert [figure.subject for figure in figures] == [subject]


def test_a_word_of_place_bounds_no_count(parse: Parse) -> None:
    (row,) = read(parse, "The families living below two dams were warned.")
    assert (row.low, row.high) == (2, 2)


def test_a_day_behind_a_count_is_not_counted(parse: Parse) -> None:
    (row,) = read(parse, "Twelve wounded were admitted, up from nine yesterday.")
    assert (row.low, row.previous, row.unit) == (12, 9, "person")


def test_list_with_ellipsis_keeps_measure_and_takes_each_name(parse: Parse) -> None:
    figures = read(parse, "Germany sent 300 soldiers to Mali, France 1,200, Italy – 90.")
    assert [(figure.measure.value, figure.low, figure.subject) for figure in figures] == [
        ("troops", 300, "Germany"),
        ("troops", 1200, "France"),
        ("troops", 90, "Italy"),
    ]


def test_part_names_its_whole(parse: Parse) -> None:
    whole, part = read(parse, "243 people were injured, including 38 officers.")
    assert part.subset_of == whole.id
    assert (part.measure, part.subject) == (whole.measure, "officers")


def test_rising_toll_holds_its_old_value(parse: Parse) -> None:
    (toll,) = read(parse, "The death toll rose to 21 from 18 on Friday.")
    assert (toll.low, toll.high, toll.previous, toll.cumulative) == (21, 21, 18, True)


def test_change_is_a_range_with_its_old_value(parse: Parse) -> None:
    (price,) = read(parse, "The fare rose from 60 to 120 tenge.")
    assert (price.low, price.high, price.previous, price.unit) == (60, 120, 60, "tenge")


def test_of_them_counts_as_the_sentence_before(parse: Parse) -> None:
    figures = read(parse, "About 50 people are still on the square. Only three of them have tents.")
    assert [figure.measure.value for figure in figures] == ["participants", "participants"]
    assert figures[1].subject == "people"


def test_figure_takes_the_voice_of_its_claim_and_the_event_of_its_predicate(parse: Parse) -> None:
    text = "According to the ministry, 16 guards were killed on Friday and, as of Monday, 40 were wounded."
    start = text.index("16")
    claim = Claim(
        id="claim-1",
        report="report-test",
        start=start,
        end=len(text),
        text=text[start:],
        voice="the ministry",
        manner=Manner.INDIRECT,
    )
    killed = text.index("killed")
    told = EventMention(
        id="told-1", report="report-test", start=start, end=len(text), text=text[start:], trigger="killed",
        trigger_start=killed, trigger_end=killed + 6, type=EventType.ASSAULT,
    )  # fmt: skip
    dates = tuple(
        DateMention(
            id=f"date-{day}", report="report-test", start=text.index(day), end=text.index(day) + 6, text=day,
            edtf=edtf, basis=DateBasis.RELATIVE,
        )
        for day, edtf in (("Friday", "2022-01-07"), ("Monday", "2022-01-10"))
    )  # fmt: skip
    dead, hurt = read(parse, text, claims=(claim,), event_mentions=(told,), dates=dates)
    assert (dead.voice, dead.claim, dead.event_mention) == ("the ministry", "claim-1", "told-1")
    assert dead.date == "2022-01-07"
    assert hurt.as_of == "2022-01-10"


def test_day_of_saying_is_the_day_the_count_holds_for(parse: Parse) -> None:
    text = "Guards shot dead 16 miners on Friday, the union said on Monday."
    claim = Claim(
        id="claim-1", report="report-test", start=0, end=36, text=text[:36], voice="the union", manner=Manner.INDIRECT,
        cue_start=text.index("said"),
    )  # fmt: skip
    dates = tuple(
        DateMention(
            id=f"date-{day}", report="report-test", start=text.index(day), end=text.index(day) + 6, text=day,
            basis=DateBasis.RELATIVE,
        )
        for day in ("Friday", "Monday")
    )  # fmt: skip
    (dead,) = read(parse, text, claims=(claim,), dates=dates)
    assert (dead.date_ref, dead.as_of_ref) == ("date-Friday", "date-Monday")


def test_each_count_has_the_place_right_behind_it(parse: Parse) -> None:
    text = "The dead include 12 in Oran and eight in Dakar."
    places = tuple(
        PlaceMention(id=name, report="report-test", start=text.index(name), end=text.index(name) + len(name), text=name)
        for name in ("Oran", "Dakar")
    )
    assert [(row.low, row.place) for row in read(parse, text, places=places)] == [(12, "Oran"), (8, "Dakar")]


def test_spans_quote_the_report(parse: Parse) -> None:
    text = "\n".join(row[0] for row in MEASURES)
    for figure in read(parse, text):
        assert figure.text == text[figure.start : figure.end]
        for span in (figure.number, figure.subject_span, figure.sentence):
            assert span is None or 0 <= span.start < span.end <= len(text)


def test_same_page_gives_same_rows(parse: Parse) -> None:
    text = "The blast killed 12 and wounded 30 others, officials said. Police detained 206 people."
    assert read(parse, text) == read(parse, text)


def test_ages_of_several_people_are_no_counts_of_them(parse: Parse) -> None:
    figures = read(parse, "His two brothers, 17 and 22, were also arrested.")
    assert [(figure.measure.value, figure.low, figure.unit) for figure in figures] == [
        ("arrested", 2, "person"),
        ("other", 17, "year"),
        ("other", 22, "year"),
    ]


def test_an_age_in_the_plural_is_read_as_one(parse: Parse) -> None:
    assert [row.unit for row in read(parse, "A choir of 3 year olds sang for the mayor.") if row.low == 3] == ["year"]


def test_a_number_alone_counts_what_the_question_asks_for(parse: Parse) -> None:
    text = (
        "A docker speaks\n\nQ: How many dockers were killed?\nA: Twelve. I knew two.\n\n"
        "Q: How many ships were there?\nA: Three.\n"
    )
    page, asked = parse(text), "How many dockers"
    start = text.index(asked)
    event = EventMention(
        id="event-1",
        report=page.report.id,
        start=start,
        end=start + len(asked) + 12,
        text="",
        trigger="killed",
        trigger_start=start,
        trigger_end=start + 1,
        type=EventType.ASSAULT,
        concept="kill",
        recipient=asked,
        recipient_span=Span(start=start, end=start + len(asked)),
    )
    rows = read(parse, text, event_mentions=(event,))
    assert {(row.text, row.measure.value, row.subject, row.event_mention) for row in rows} == {
        ("Twelve", "killed", "dockers", "event-1"),
        ("two", "other", None, None),
        ("Three", "other", None, None),
    }
