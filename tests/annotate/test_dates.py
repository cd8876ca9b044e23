"""Which words say a date, and what they mean before anyone knows when they were written."""

from collections.abc import Callable

import pytest

from variorum.annotate.dates import date_annotator
from variorum.annotate.page import Page
from variorum.model.tables import DateMention, Tables
from variorum.model.terms import DateBasis

Parse = Callable[[str], Page]


@pytest.fixture(scope="module")
def find() -> Callable[[Page], tuple[DateMention, ...]]:
    annotator = date_annotator()
    return lambda page: annotator.run(page, Tables())


FOUND = [
    # said in full
    ("The bridge fell on 3 March 2019.", "3 March 2019", "2019-03-03<"),
    ("The bridge fell on March 3rd, 2019.", "March 3rd, 2019", "2019-03-03<"),
    ("The order is dated 2020-11-04.", "2020-11-04", "2020-11-04"),
    ("The order of 04.11.2020 was lifted.", "04.11.2020", "2020-11-04"),
    ("The order of 25/12/2020 was lifted.", "25/12/2020", "2020-12-25"),
    ("The order of 12/25/2020 was lifted.", "12/25/2020", "2020-12-25"),
    ("The ferry sank in June 2018.", "June 2018", "2018-06"),
    ("The ferry sank in 2018.", "2018", "2018"),
    ("Poverty grew in the 1990s.", "the 1990s", "199X"),
    ("The town dates from the 16th century.", "the 16th century", "15XX"),
    ("The treaty was signed in the spring of 1998.", "the spring of 1998", "1998-SP"),
    ("Output fell in the third quarter of 2021.", "the third quarter of 2021", "2021-Q3"),
    # parts of a day and clock times
    ("Shots rang out early in the morning of 6 May 2020.", "early in the morning of 6 May 2020", "2020-05-06<TMO"),
    ("Troops came at 10:30 GMT on 6 May 2020.", "at 10:30 GMT on 6 May 2020", "2020-05-06<T10"),
    ("They met on 6 May 2020 at 7 p.m. in Vilnius.", "6 May 2020 at 7 p.m.", "2020-05-06<T19"),
    ("A fire broke out late Wednesday night.", "late Wednesday night", "XXXX-WXX-3<TNI"),
    ("The shelling stopped in the early hours of Thursday.", "in the early hours of Thursday", "XXXX-WXX-4<TMO"),
    # the year or week not said
    ("Rebels took the port on May 6.", "May 6", "XXXX-05-06<"),
    ("Rebels will hold a vote on May 6.", "May 6", "XXXX-05-06>"),
    ("Schools stay closed until May 6.", "May 6", "XXXX-05-06="),
    ("Police detained the mayor on Friday.", "Friday", "XXXX-WXX-5<"),
    ("The court will rule on Friday.", "Friday", "XXXX-WXX-5>"),
    ("Talks are scheduled for Friday.", "Friday", "XXXX-WXX-5>"),
    ("Protests have gone on since Tuesday.", "Tuesday", "XXXX-WXX-2<"),
    ("By Friday twelve were dead.", "Friday", "XXXX-WXX-5<"),
    ("They agreed to leave by Friday.", "Friday", "XXXX-WXX-5>"),
    ("Elections are due on Friday.", "Friday", "XXXX-WXX-5>"),
    ("Police detained the mayor last Friday.", "last Friday", "XXXX-WXX-5<<"),
    ("The bakery burned down a week ago Monday.", "a week ago Monday", "XXXX-WXX-1<<<"),
    ("Vandals came on the Tuesday before last.", "the Tuesday before last", "XXXX-WXX-2<<<"),
    ("The court will rule next Friday.", "next Friday", "XXXX-WXX-5>>"),
    ("The mayor fled on Saturday, May 7.", "Saturday, May 7", "XXXX-05-07w6<"),
    ("The strike lasted from May 2 to 8.", "from May 2 to 8", "XXXX-05-02=/XXXX-05-08="),
    ("The strike of 2–8 May ended.", "2–8 May", "XXXX-05-02=/XXXX-05-08="),
    ("He ruled from 1999 to 2004.", "from 1999 to 2004", "1999/2004"),
    ("Floods came in mid-January.", "mid-January", "XXXX-01<~"),
    ("Floods came in early 2019.", "early 2019", "2019~"),
    # counted from the day of writing
    ("The minister resigned yesterday.", "yesterday", "P-1D"),
    ("The minister resigned today.", "today", "P0D"),
    ("The cabinet meets the day after tomorrow.", "the day after tomorrow", "P+2D"),
    ("Shops were looted last night.", "last night", "P-1DTNI"),
    ("Prices doubled last week.", "last week", "P-1W"),
    ("Prices doubled earlier this month.", "earlier this month", "P0M~"),
    ("The quake struck two years ago.", "two years ago", "P-2Y"),
    ("He was jailed in July last year.", "July last year", "XXXX-07<&P-1Y"),
    ("Unrest began in the first days of the new year.", "the first days of the new year", "XXXX-01=~"),
    ("On March 14 riot police stormed the port.", "March 14", "XXXX-03-14<"),
    ("Families await word of the killings in February.", "February", "XXXX-02<"),
    # counted from the date told before
    ("Two days later the general fled.", "Two days later", "PA+2D@text"),
    ("The next day the general fled.", "The next day", "P+1D@text"),
    ("The port fell on the same day.", "on the same day", "P0D@text"),
    ("Exports were lower than a year earlier.", "a year earlier", "PA-1Y@text"),
]


@pytest.mark.parametrize(("text", "words", "timex"), FOUND)
def test_words_of_a_date_and_their_meaning(
    parse: Parse, find: Callable[[Page], tuple[DateMention, ...]], text: str, words: str, timex: str
) -> None:
    rows = find(parse(text))
    assert [(row.text, (row.timex or "").rstrip("<>=") if timex[-1] not in "<>=" else row.timex) for row in rows] == [
        (words, timex)
    ]


NONE = [
    ("He waited five days for help.", "a duration"),
    ("The siege went on for two weeks.", "a duration"),
    ("A man aged 45 and a 12-year-old boy were hurt.", "ages"),
    ("Some 2000 protesters filled the square.", "a count that looks like a year"),
    ("He may march with them.", "verbs spelled like months"),
    ("Call +1 432 555 2019 for tickets.", "a phone number"),
    ("The village lies 1500 metres up.", "a measure"),
    ("They pray every Friday.", "what recurs is no date"),
    ("They won 21-18.", "a score"),
]


@pytest.mark.parametrize(("text", "why"), NONE)
def test_what_is_no_date(parse: Parse, find: Callable[[Page], tuple[DateMention, ...]], text: str, why: str) -> None:
    assert find(parse(text)) == (), why


def test_a_month_named_once_dates_every_day_of_a_list(
    parse: Parse, find: Callable[[Page], tuple[DateMention, ...]]
) -> None:
    rows = find(parse("Shells fell on April 3, 4 and 6 in the old town."))
    assert [(row.text, row.timex) for row in rows] == [
        ("April 3", "XXXX-04-03<"),
        ("4", "XXXX-04-04<"),
        ("6", "XXXX-04-06<"),
    ]


def test_a_count_after_a_date_is_no_day(parse: Parse, find: Callable[[Page], tuple[DateMention, ...]]) -> None:
    rows = find(parse("On April 3, 18 people were killed."))
    assert [row.text for row in rows] == ["April 3"]


def test_every_row_quotes_the_text_and_says_its_basis(
    parse: Parse, find: Callable[[Page], tuple[DateMention, ...]]
) -> None:
    page = parse("On Monday, shells fell. The war began on 24 February 2022. It had been planned since May.")
    rows = find(page)
    assert [page.report.text[row.start : row.end] for row in rows] == [row.text for row in rows]
    assert [row.basis for row in rows] == [DateBasis.RELATIVE, DateBasis.EXPLICIT, DateBasis.COMPLETED]
    assert all(row.edtf is None and row.rule for row in rows)
