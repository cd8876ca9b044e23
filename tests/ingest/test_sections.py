"""Which stretch of a report is what; each case in our own sentences."""

import textwrap

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.ingest.headlines import fill_from_text
from variorum.ingest.sections import find_sections
from variorum.lexicon.load import read_lexicon
from variorum.lexicon.sections import SectionLexicon
from variorum.model.tables import Report
from variorum.model.terms import PublishedBasis, SectionKind

NEWS = "Miners in the town of Orlik walked out on Tuesday and blocked the road to the pit for six hours."
MORE = (
    "The company said that talks with the union would begin in the morning, and that wages were to be paid by Friday."
)
NEWS_KINDS = {SectionKind.BODY, SectionKind.TITLE, SectionKind.QUESTION}


def report(text: str, title: str | None = None) -> Report:
    return Report(id="report-x", sha256="", text=text, title=title)


def kind_of(text: str, words: str) -> str:
    """The kind of the section in which the words stand."""
    at = text.index(words)
    return next(str(s.kind) for s in find_sections(report(text)) if s.start <= at < s.end)


FURNITURE = [
    "Source link",
    "Source: https://example.org/story/1",
    "Our journalism cannot be free, someone has to pay for it.",
    "Our portal is financed by its readers.",
    "Please turn off your ad blocker to read on.",
    "Kind regards, the editors",
    "Read the full story on the site of the newspaper here.",
    "This article was first published by Example Weekly.",
    "The following report was translated from Spanish by a volunteer.",
    "Subscribe to our newsletter and never miss a story.",
    "Sign up for our daily email digest.",
    "Follow us on Telegram and Instagram.",
    "Share this article with your friends",
    "Share | Tweet | Email | Print",
    "Copyright 2020 Example Press. All rights reserved.",
    "© 2021 Example Press",
    "This site uses cookies to improve your visit.",
    "Click here to make a monthly donation.",
    "If you want to help us, please consider making a donation today.",
    "For more information, click here",
    "Tags: strike, mine, wages",
    "Advertisement",
    "Did you like this article?",
    "Leave a comment",
    "Thank you for reading Example Press.",
    "The post Strike closes the pit appeared first on Example Press.",
    "We need your support.",
    "Found an error? Select it and press Ctrl+Enter.",
    "Read this article in French.",
    "You are using an ad blocker.",
    "Comments are closed.",
    "Print version",
    "2019 © Example Press. All rights reserved",
    "Reproduction of the materials is permitted only with a link to the source.",
]


@pytest.mark.parametrize("line", FURNITURE)
@pytest.mark.parametrize("separator", ["\n", "\n\n", "\r\n\r\n"])
def test_furniture_below_the_news_is_boilerplate(line: str, separator: str) -> None:
    text = separator.join((NEWS, MORE, line))
    assert kind_of(text, line) == "boilerplate"
    assert kind_of(text, NEWS) == "body"
    assert kind_of(text, MORE) == "body"


NOT_FURNITURE = [
    "The union asked its members to donate blood for the wounded.",
    "“Please donate what you can to the families,” the priest told the crowd.",
    "The minister promised to read the full report on Monday.",
    "“Subscribe to no lies,” read a banner over the gate.",
    "The hackers told users to click on a link that led to a false page.",
    "Police asked witnesses to share photos of the attack.",
    "The court ruled that the material may be used as evidence.",
    "Any use of materials that burn is banned in the pit.",
    "Dear friends, on Tuesday the guards shot at our brothers at the gate of the pit, and two of them died.",
    "The use of personal information without consent is a crime, the court said.",
    "He became a member of the party in 1998.",
    "The newspaper said its website was blocked after the report.",
    "According to the source, 40 people were hurt.",
    "About 200 people gathered near the station.",
    "More than 30 were arrested, the office of the prosecutor said.",
    "The army denied that it had opened fire.",
    "The group, which promotes democracy, counted 12 dead.",
]


@pytest.mark.parametrize("sentence", NOT_FURNITURE)
def test_news_that_looks_like_furniture_is_kept(sentence: str) -> None:
    text = f"{NEWS}\n{MORE}\n{sentence}"
    assert kind_of(text, sentence) == "body"
    assert kind_of(f"{NEWS} {sentence} {MORE}", sentence) == "body"


def test_a_sentence_of_furniture_inside_a_paragraph_is_lifted_out() -> None:
    text = f"{NEWS} Read the original article here. {MORE}"
    assert kind_of(text, "Read the original") == "boilerplate"
    assert kind_of(text, NEWS) == kind_of(text, MORE) == "body"


def test_a_contact_block_and_the_line_above_it_are_boilerplate() -> None:
    text = f"{NEWS}\n\n{MORE}\n\nMiners' Aid Press Team\nPhone: +1 (555) 555-0199 | Fax: +1 (555) 555-0198\npress@example.org"
    assert [str(s.kind) for s in find_sections(report(text))] == ["body", "boilerplate"]


def test_an_organisation_that_describes_itself_at_the_end_is_boilerplate_only_there() -> None:
    about = "Miners' Aid is an independent organisation that defends human rights in the coalfields."
    plea = "If you wish to help us, please make a donation."
    assert kind_of(f"{NEWS}\n{MORE}\n{about} {plea}", about) == "boilerplate"
    assert kind_of(f"{NEWS}\n{about}\n{MORE}", about) == "body"


def test_links_to_other_reports_go_with_their_heading() -> None:
    text = f"{NEWS}\nRelated articles:\nMine closed after blast\nWage talks collapse in Orlik\n{MORE}"
    assert kind_of(text, "Wage talks collapse") == "boilerplate"
    assert kind_of(text, MORE) == "body"


DATELINES = [
    ("ORLIK, March 3 (Reuters) - ", ""),
    ("ORLIK (AP) — ", ""),
    ("Orlik, 3 March 2019 (Example Agency) – ", "2019-03-03"),
    ("ORLIK. March 3. EXAMPLE AGENCY – ", ""),
    ("(Miners' Aid, Orlik, TX—March 3, 2019) ", "2019-03-03"),
    ("NEW ORLIK, N.M. -- ", ""),
    ("(AFP) - ", ""),
    ("03-04-2019 ", ""),
    ("Sun Mar 17 2019 ", "2019-03-17"),
    ("03.04.2019. ", "2019-04-03"),
    ("17.03.2019, 09:40. ", "2019-03-17"),
]


@pytest.mark.parametrize(("opening", "day"), DATELINES)
def test_a_dateline_is_told_from_the_sentence_it_opens(opening: str, day: str) -> None:
    text = f"{opening}{NEWS}\n{MORE}"
    first, second = find_sections(report(text))[:2]
    assert (str(first.kind), first.text) == ("dateline", opening)
    assert second.text.startswith(NEWS)
    assert (fill_from_text(report(text)).published or "") == day


@pytest.mark.parametrize(
    "opening",
    [
        "Russia – the largest – sent 300 men. ",
        "March 3, 2019, was a quiet day. ",
        "UN - backed talks failed. ",
        "(The mayor was away.) ",
    ],
)
def test_a_sentence_that_looks_like_a_dateline_is_body(opening: str) -> None:
    assert str(find_sections(report(f"{opening}{NEWS}\n{MORE}"))[0].kind) == "body"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Sunday, March 3, 2019", "dateline"),
        ("Published: 3 March 2019, 14:05 GMT", "dateline"),
        ("Orlik, 2019-03-03", "dateline"),
        ("By Our Correspondent in Orlik", "byline"),
        ("By Example Staff | Updated: March 3, 2019, 10:15 | 3 min read", "byline"),
        ("Example Legal Centre, Orlik - Press release, 3 March 2019", "byline"),
        ("Posted by Newsroom on Sun, 3 Mar 2019 14:05", "byline"),
        ("Statement of the Example Legal Centre, Orlik, 3 March 2019", "byline"),
        ("Ann Example | Example Press", "byline"),
        ("(Photo: Example Press)", "caption"),
        ("Photo: Ann Example / Example Press", "caption"),
        ("Miners back at work", "title"),
    ],
)
def test_a_line_between_title_and_body(line: str, kind: str) -> None:
    text = f"Strike closes the pit of Orlik\n\n{line}\n\n{NEWS}\n\n{MORE}"
    assert kind_of(text, "Strike closes") == "title"
    if line != "Miners back at work":
        assert kind_of(text, line) == kind
    assert kind_of(text, NEWS) == "body"
    assert kind_of(f"{NEWS}\n{line}\n{MORE}", line) == kind


def test_the_caption_above_a_photo_credit() -> None:
    text = f"Strike closes the pit\n\nThe gate of the pit, in 2015\n(Photo: Example Press)\n\n{NEWS}"
    assert kind_of(text, "The gate of") == "caption"


def test_lines_broken_for_width_are_no_headings() -> None:
    wrapped = "\n".join(textwrap.wrap(f"{NEWS} {MORE} {NEWS} {MORE} {NEWS} {MORE}", 60))
    assert [str(s.kind) for s in find_sections(report(wrapped))] == ["body"]
    titled = f"Strike closes the pit\n\n{wrapped}"
    assert [str(s.kind) for s in find_sections(report(titled))] == ["title", "body"]


def test_a_report_of_one_line_is_body() -> None:
    assert [str(s.kind) for s in find_sections(report(NEWS))] == ["body"]


def test_a_given_title_at_the_start_of_the_line_is_told_from_the_news() -> None:
    text = f"Strike closes the pit. {NEWS}"
    first, second = find_sections(report(text, title="Strike closes the pit"))
    assert (str(first.kind), first.text) == ("title", "Strike closes the pit. ")
    assert second.text == NEWS


def test_a_statement_is_signed_at_its_end() -> None:
    text = f"{NEWS}\n{MORE}\nMovement “Free Pits”"
    assert kind_of(text, "Movement “Free") == "byline"
    cut_off = f"{NEWS}\n{MORE}\nThe union said that the talks"
    assert kind_of(cut_off, "The union said") == "body"


INTERVIEW = [
    ("question", "Why did you stop work on Tuesday?"),
    (
        "answer",
        "We had not been paid since May. My own family borrows from the neighbours, and nobody in the office would see us.",
    ),
    ("question", "The company says that there is no money."),
    (
        "answer",
        "That is not true. We see the trains leave every day, and we know what a ton of coal costs on the market.",
    ),
    ("question", "Do you fear that you will lose your job?"),
    ("answer", "Yes, but I fear the winter more. The men have nothing left to lose."),
]


def test_questions_and_answers_are_told_apart() -> None:
    text = "\n".join(line for _, line in INTERVIEW)
    assert [s.rule == "answer" for s in find_sections(report(text))] == [role == "answer" for role, _ in INTERVIEW]
    assert [str(s.kind) for s in find_sections(report(text))] == ["question", "body"] * 3


@pytest.mark.parametrize(
    ("asks", "answers"), [("Q:", "A:"), ("Example Press:", "Ann Miner:"), ("Interviewer:", "Miner:")]
)
def test_speakers_named_before_their_words(asks: str, answers: str) -> None:
    turns = [f"{asks if role == 'question' else answers} {line}" for role, line in INTERVIEW]
    assert [str(s.kind) for s in find_sections(report("\n".join(turns)))] == ["question", "body"] * 3


def test_an_interview_may_label_only_who_asks() -> None:
    text = (
        "The port and the plot\n\nQuestion: The minister speaks of a plot. Do you believe her?\n"
        "No. The dockers have no leaders.\n\n"
        "Q: Two of her guards were hurt, the ministry says.\nNot a single guard was hurt at the port.\n"
    )
    kinds = [kind_of(text, words) for words in ("Question:", "No. The", "Q: Two", "Not a single")]
    assert kinds == ["question", "body", "question", "body"]


def test_rhetorical_questions_do_not_make_an_interview() -> None:
    asked = (
        "Who will pay for the repair of the road, which the trucks of the company have broken over many years of use?"
    )
    text = "\n".join([NEWS, asked, MORE, NEWS, MORE, NEWS])
    assert all(s.kind is not SectionKind.QUESTION for s in find_sections(report(text)))


LINES = st.sampled_from(
    [
        NEWS,
        MORE,
        *FURNITURE,
        *NOT_FURNITURE,
        *(line for _, line in INTERVIEW),
        "",
        " ",
        "Title without an end",
        "—",
        "(x)",
    ]
)
BREAKS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", " ", "\u2028"])


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(st.tuples(LINES, BREAKS), max_size=12).map(lambda p: "".join(a + b for a, b in p)),
    )
)
def test_sections_cover_the_text_in_order(text: str) -> None:
    sections = find_sections(report(text))
    assert "".join(section.text for section in sections) == text
    assert all(text[section.start : section.end] == section.text for section in sections)
    assert len({section.id for section in sections}) == len(sections)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(LINES, BREAKS), max_size=10).map(lambda p: "".join(a + b for a, b in p)))
def test_filling_the_title_changes_no_section(text: str) -> None:
    filled = fill_from_text(report(text))
    assert find_sections(filled) == find_sections(msgspec.structs.replace(filled, title=None))


def test_datelines_that_disagree_give_no_date() -> None:
    text = f"Strike closes the pit\n\nMarch 3, 2019\n\nUpdated: March 5, 2019\n\n{NEWS}"
    assert fill_from_text(report(text)).published is None


def test_a_date_in_the_dateline_is_marked_so() -> None:
    filled = fill_from_text(report(f"Strike closes the pit\n\nSunday, March 3, 2019\n\n{NEWS}"))
    assert (filled.title, filled.published) == ("Strike closes the pit", "2019-03-03")
    assert filled.published_basis is PublishedBasis.DATELINE


def test_every_pattern_of_the_lexicon_is_about_one_named_phenomenon() -> None:
    lexicon = read_lexicon("sections", SectionLexicon)
    assert all(cue.rule and cue.patterns for cue in lexicon.cues)
    patterns = [pattern for cue in lexicon.cues for pattern in cue.patterns]
    assert len(patterns) == len(set(patterns))


@pytest.mark.parametrize("line", ["10.08.2020", "10.08.2020 21:40", "10/08/2020", "2020-08-10"])
def test_a_date_alone_in_its_line_is_a_dateline(line: str) -> None:
    sections = find_sections(report(f"The council does not recognise the results\n\n{line}\n\n{NEWS}\n{MORE}"))
    assert [str(section.kind) for section in sections] == ["title", "dateline", "body"]
