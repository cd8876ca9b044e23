"""On which day the date words of a case fall, and when reports without a date were written."""

import pytest

from variorum.model.ids import content_id
from variorum.model.tables import DateMention, Report, Section, Tables
from variorum.model.terms import DateBasis, PublishedBasis, SectionKind
from variorum.resolve.dates import resolve_dates

WEDNESDAY = "2021-08-18"


def basis_of(timex: str) -> DateBasis:
    if timex[:2].isdigit():
        return DateBasis.EXPLICIT
    return DateBasis.COMPLETED if timex.startswith("XXXX-") and "W" not in timex else DateBasis.RELATIVE


def dated(report: str, *timexes: str) -> tuple[DateMention, ...]:
    """Date rows of a report with the meanings given, a hundred characters apart, the first well inside the text."""
    return tuple(
        DateMention(
            id=content_id("date", report, place),
            report=report,
            start=1000 + 100 * place,
            end=1004 + 100 * place,
            text="date",
            basis=basis_of(timex),
            timex=timex,
        )
        for place, timex in enumerate(timexes)
    )


def report(name: str, published: str | None = None, text: str = "X" * 5000) -> Report:
    return Report(id=name, sha256="", text=text, published=published)


def edtf(published: str | None, *timexes: str) -> list[str | None]:
    tables = resolve_dates(Tables(reports=(report("a", published),), dates=dated("a", *timexes)))
    return [row.edtf for row in tables.dates]


COUNTED = [
    ("2019-03-03<", "2019-03-03", "said in full"),
    ("2019-03~", "2019-03~", "some part of a month"),
    ("P0D", "2021-08-18", "today"),
    ("P-1D", "2021-08-17", "yesterday"),
    ("P-1DTNI", "2021-08-17", "last night"),
    ("P+2D", "2021-08-20", "the day after tomorrow"),
    ("P-1W", "2021-08-09/2021-08-15", "last week"),
    ("P0M", "2021-08", "this month"),
    ("P-1M", "2021-07", "last month"),
    ("P-1Y", "2020", "last year"),
    ("P-1E", "201X", "last decade"),
    ("XXXX-WXX-3<", "2021-08-18", "on the weekday of writing, the day itself"),
    ("XXXX-WXX-3<<", "2021-08-11", "last Wednesday"),
    ("XXXX-WXX-3<<<", "2021-08-11", "a week ago Wednesday, on a Wednesday"),
    ("XXXX-WXX-7<<<", "2021-08-08", "the Sunday before last"),
    ("XXXX-WXX-5<", "2021-08-13", "a weekday told as past"),
    ("XXXX-WXX-5>", "2021-08-20", "a weekday told as ahead"),
    ("XXXX-WXX-5=", "2021-08-20", "the weekday nearest"),
    ("XXXX-WXX-1&P-1W", "2021-08-09", "Monday last week"),
    ("XXXX-WXX-WE<", "2021-08-14/2021-08-15", "the weekend"),
    ("XXXX-08-15<", "2021-08-15", "a day told as past"),
    ("XXXX-12-30<", "2020-12-30", "a day told as past lies in the year before"),
    ("XXXX-01-10>", "2022-01-10", "a day told as ahead lies in the year after"),
    ("XXXX-09-01=", "2021-09-01", "the day nearest"),
    ("XXXX-08-02=/XXXX-08-08=", "2021-08-02/2021-08-08", "a range"),
    ("XXXX-12-30</XXXX-01-02<", "2020-12-30/2021-01-02", "a range over New Year"),
    ("XXXX-07&P-1Y", "2020-07", "July last year"),
    ("XXXX-Q2<", "2021-04/2021-06", "a quarter"),
    ("2021-SU", "2021-22", "a season"),
    ("XX9X", "199X", "the nineties"),
    ("2021-08-17<T22", "2021-08-17T22", "an hour"),
    ("XXXX-02-30<", None, "no such day"),
]


@pytest.mark.parametrize(("timex", "expected", "why"), COUNTED)
def test_days_count_from_the_day_of_writing(timex: str, expected: str | None, why: str) -> None:
    assert edtf(WEDNESDAY, timex) == [expected], why


TOLD = [
    (("XXXX-08-10<", "PA+2D@text"), "2021-08-12", "two days later"),
    (("XXXX-08-10<", "P+1D@text"), "2021-08-11", "the next day"),
    (("XXXX-08-10<", "P0D@text"), "2021-08-10", "the same day"),
    (("XXXX-08-10<", "PXT22"), "2021-08-10T22", "a clock time of the day told"),
    (("XXXX-08-10<", "XXXX-WXX-5>>@text"), "2021-08-13", "the following Friday"),
    (("XXXX-08-10<", "PA-1W@text"), "2021-08-03~", "a week earlier"),
    (("2015-04", "XXXX-08>>@text"), "2015-08", "the following August"),
    (("2011-12", "P+1M@text"), "2012-01", "the following month"),
    (("2011", "PA+2Y@text"), "2013", "two years later"),
    (("2021-Q2", "PA-1Y@text"), "2020-04/2020-06", "a year earlier, from a quarter"),
    (("2021-Q2", "PA-1Y"), "2020-04/2020-06", "a year ago, where quarters are told of"),
    (("P+1D@text",), None, "the next day after nothing told"),
]


@pytest.mark.parametrize(("timexes", "expected", "why"), TOLD)
def test_narrative_dates_count_from_the_date_told_before(
    timexes: tuple[str, ...], expected: str | None, why: str
) -> None:
    assert edtf(WEDNESDAY, *timexes)[-1] == expected, why


def test_a_timestamp_is_a_day_of_writing_too() -> None:
    assert edtf("2021-08-18T10:30:00Z", "P-1D") == ["2021-08-17"]


def test_without_any_anchor_nothing_is_made_up() -> None:
    assert edtf(None, "XXXX-08-10<", "XXXX-WXX-5<", "P-1D", "P0M") == [None] * 4


def test_years_come_from_days_the_report_says_in_full() -> None:
    assert edtf(None, "2016-02-03=", "XXXX-01-30=")[1] == "2016-01-30"


def test_full_days_of_old_beside_a_later_year_complete_nothing() -> None:
    assert edtf(None, "1923-04-22<", "2003", "XXXX-12-11<")[2] is None


def test_years_come_from_the_other_reports_of_the_case() -> None:
    reports = (report("a"), report("b", "2016-01-05"), report("c", "2016-01-07"))
    tables = resolve_dates(Tables(reports=reports, dates=dated("a", "XXXX-01-04<", "XXXX-12-30<")))
    assert [row.edtf for row in tables.dates] == ["2016-01-04", "2015-12-30"]


def test_the_weekday_said_beside_a_date_finds_its_year() -> None:
    reports = (report("a"), report("b", "2019-06-20"))
    tables = resolve_dates(Tables(reports=reports, dates=dated("a", "XXXX-01-07w5<")))
    assert tables.dates[0].edtf == "2022-01-07"


def test_days_without_a_year_need_not_lie_in_that_of_the_background() -> None:
    assert edtf(None, "2011-10-03<", "XXXX-06-06<")[1] is None


def test_a_weekday_beside_a_date_moves_the_year_beyond_the_background() -> None:
    reports = (report("a"), report("b"))
    told = dated("a", "2011-10-03<") + dated("b", "XXXX-06-07w5<", "XXXX-06-09<")
    tables = resolve_dates(Tables(reports=reports, dates=told))
    assert [row.edtf for row in tables.dates] == ["2011-10-03", "2013-06-07", "2013-06-09"]


def test_a_date_line_takes_its_year_from_one_report_and_gives_it_to_another() -> None:
    text = "June 13 Weekend news"
    line = Section(id="s", report="b", start=0, end=7, text="June 13", kind=SectionKind.DATELINE)
    head = DateMention(
        id="date-h", report="b", start=0, end=7, text="June 13", basis=DateBasis.COMPLETED, timex="XXXX-06-13<"
    )
    rows = dated("a", "2011-10-03<", "XXXX-06-06<") + (head, *dated("b", "XXXX-06-07w5<"))
    tables = resolve_dates(Tables(reports=(report("a"), report("b", None, text)), sections=(line,), dates=rows))
    assert [row.edtf for row in tables.dates] == ["2011-10-03", "2013-06-06", "2013-06-13", "2013-06-07"]
    assert tables.reports[1].published == "2013-06-13"


def test_a_clock_time_before_any_day_is_told_is_of_the_day_of_writing() -> None:
    assert edtf(WEDNESDAY, "PXT22") == ["2021-08-18T22"]


def infer(*timexes: str) -> Report:
    reports = (report("a"), report("b", "2016-01-05"))
    return resolve_dates(Tables(reports=reports, dates=dated("a", *timexes))).reports[0]


INFERRED = [
    (("XXXX-01-04<", "XXXX-01-06<"), "2016-01-06", "the latest day told as past"),
    (("XXXX-01-06<", "XXXX-01-19>"), "2016-01-06", "days ahead do not count"),
    (("XXXX-01-06<", "P0D"), "2016-01-07", "who says today does not date it"),
    (("2011-12-16<",), None, "background of another year is no news"),
    (("XXXX-01-06<", "XXXX-WXX-4<", "XXXX-WXX-6<"), "2016-01-09", "a weekday soon after the latest date is the next"),
    (("XXXX-01-06<", "XXXX-WXX-3<", "XXXX-WXX-1<"), "2016-01-06", "one long after it is the last"),
    (("XXXX-01-06w3<", "XXXX-WXX-5<"), "2016-01-08", "weekdays that follow a day told with its own"),
    (("XXXX-01-06<", "XXXX-WXX-4<", "XXXX-WXX-5<"), "2016-01-08", "weekdays that go on without a gap"),
    (("XXXX-01-06<", "XXXX-WXX-6<"), None, "a weekday days later may be weeks later"),
    (("XXXX-01-06w3<", "XXXX-WXX-2<"), None, "a weekday that would be nearly a week later"),
    (("P0D",), None, "today alone says nothing"),
]


@pytest.mark.parametrize(("timexes", "expected", "why"), INFERRED)
def test_a_report_without_a_date_is_dated_by_what_it_tells(
    timexes: tuple[str, ...], expected: str | None, why: str
) -> None:
    found = infer(*timexes)
    assert found.published == expected, why
    assert found.published_basis == (PublishedBasis.INFERRED if expected else None)


def test_relative_words_count_from_the_inferred_day() -> None:
    reports = (report("a"), report("b", "2016-01-05"))
    tables = resolve_dates(Tables(reports=reports, dates=dated("a", "XXXX-01-06<", "P0D", "P-1D")))
    assert [row.edtf for row in tables.dates] == ["2016-01-06", "2016-01-07", "2016-01-06"]


def test_a_report_of_weekdays_alone_falls_in_the_week_of_the_case() -> None:
    reports = (report("a"), report("b", "2016-01-15"))
    told = dated("b", *(f"XXXX-01-{day}<" for day in ("10", "12", "12", "13", "14")))
    tables = resolve_dates(
        Tables(reports=reports, dates=dated("a", "XXXX-WXX-4<", "XXXX-WXX-7<", "XXXX-WXX-3<") + told)
    )
    assert [row.edtf for row in tables.dates[:3]] == ["2016-01-14", "2016-01-10", "2016-01-13"]
    assert tables.reports[0].published == "2016-01-14"
    assert tables.reports[0].published_basis is PublishedBasis.INFERRED


def test_weekdays_that_no_other_report_tells_of_stay_unknown() -> None:
    reports = (report("a"), report("b", "2016-01-15"))
    tables = resolve_dates(Tables(reports=reports, dates=dated("a", "XXXX-WXX-4<") + dated("b", "XXXX-01-12<")))
    assert tables.dates[0].edtf is None


def test_a_date_line_outranks_the_day_given() -> None:
    row = DateMention(
        id="date-x", report="a", start=0, end=11, text="date", basis=DateBasis.EXPLICIT, timex="2016-01-09"
    )
    tables = resolve_dates(
        Tables(reports=(report("a", "2016-02-01"),), dates=(row, *dated("a", "P-1D", "XXXX-WXX-5<")))
    )
    assert [found.edtf for found in tables.dates] == ["2016-01-09", "2016-01-08", "2016-01-08"]
    assert tables.reports[0].published == "2016-02-01"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Statement of the Front. Lima, May 4, 2016.\n\nIt began on Wednesday.", "2016-05-04"),
        ("A truce\n\nCerro Alto, May 4, 2016 (The Gazette). It began on Wednesday.", "2016-05-04"),
        ("A truce\n\nCERRO ALTO, May 4, 2016 (The Gazette). It began on Wednesday.", "2016-05-04"),
        ("A truce\n\nA march in Lima, May 4, 2016 (a Wednesday) was calm.", None),
        ("A talk\n\nPublished on May 4, 2016 in the Gazette\n\nIt began on Wednesday.", "2016-05-04"),
        ("A talk\n\nIt ended in Lima on May 4, 2016 in the evening.\n\nIt began on Wednesday.", None),
    ],
)
def test_a_line_of_the_head_that_is_a_date_line(text: str, written: str | None) -> None:
    at = text.index("May 4, 2016")
    row = DateMention(
        id="date-x",
        report="a",
        start=at,
        end=at + 11,
        text="May 4, 2016",
        basis=DateBasis.EXPLICIT,
        timex="2016-05-04<",
    )
    tables = resolve_dates(Tables(reports=(report("a", None, text),), dates=(row, *dated("a", "XXXX-WXX-3<"))))
    found = tables.reports[0]
    assert (found.published if found.published_basis is not PublishedBasis.INFERRED else None) == written


def test_the_order_of_reports_and_rows_is_kept_and_ids_survive() -> None:
    rows = dated("b", "P0D", "P-1D") + dated("a", "P0D")
    tables = resolve_dates(Tables(reports=(report("b", WEDNESDAY), report("a")), dates=rows))
    assert [row.id for row in tables.dates] == [row.id for row in rows]
    assert [found.id for found in tables.reports] == ["b", "a"]


def test_a_story_that_opens_with_a_day_of_old_keeps_its_own_date() -> None:
    text = "January 9, 2016, was a cold day."
    row = DateMention(
        id="date-x", report="a", start=0, end=15, text=text[:15], basis=DateBasis.EXPLICIT, timex="2016-01-09"
    )
    own = report("a", WEDNESDAY, text)
    tables = resolve_dates(Tables(reports=(own,), dates=(row, *dated("a", "P-1D"))))
    assert tables.dates[1].edtf == "2021-08-17"
