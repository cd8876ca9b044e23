"""Claims as an expert reader would mark them: content, voice, cue, polarity, certainty; our own sentences."""

from collections.abc import Callable

import pytest

from variorum.annotate.claims import claim_annotator
from variorum.annotate.page import Page
from variorum.model.tables import Claim, Section, Tables
from variorum.model.terms import Certainty, Manner, Polarity, SectionKind

Parse = Callable[[str], Page]


@pytest.fixture(scope="module")
def claims_of(parse: Parse) -> Callable[[str], tuple[Claim, ...]]:
    annotator = claim_annotator()
    return lambda text: annotator.run(page := parse(text), Tables(sections=page.sections))


def read(text: str, claim: Claim) -> str:
    """The content without what interrupts it."""
    return " … ".join(text[p.start : p.end] for p in claim.pieces) if claim.pieces else claim.text


CONTENTS = [
    # report, voice, content, reason
    ("The mayor said that the bridge had collapsed.", "The mayor", "the bridge had collapsed", "that-clause"),
    ("The mayor said the bridge had collapsed.", "The mayor", "the bridge had collapsed", "bare clause"),
    ("The bridge had collapsed, the mayor said.", "the mayor", "The bridge had collapsed", "trailing cue"),
    ("The rebels, police say, withdrew at dawn.", "police", "The rebels … withdrew at dawn", "parenthesis"),
    ("“We will not leave,” the miners said.", "the miners", "We will not leave", "quotation, cue behind"),
    ("The admiral declared: “The port is ours.”", "The admiral", "The port is ours", "quotation, cue before"),
    ('"The roof fell in," said Mara Lind, a nurse.', "Mara Lind, a nurse", "The roof fell in", "inverted cue"),
    ("«The dam held,» the engineer said.", "the engineer", "The dam held", "guillemets"),
    ("''The dam held,'' the engineer said.", "the engineer", "The dam held", "doubled apostrophes"),
    ("The envoy promised to free the crew.", "The envoy", "free the crew", "infinitive"),
    ("The bishop urged soldiers to lay down their arms.", "The bishop", "soldiers to lay down their arms", "addressee"),
    ("The union called for a general strike.", "The union", "a general strike", "behind a preposition"),
    ("The junta announced harsh penalties for deserters.", "The junta", "harsh penalties for deserters", "object"),
    (
        "The health ministry reports the deaths of six nurses.",
        "The health ministry",
        "the deaths of six nurses",
        "object",
    ),
    ("The governor called the strike an act of treason.", "The governor", "an act of treason", "label"),
    ("The minister described the marchers as hooligans.", "The minister", "hooligans", "label behind as"),
    (
        "The envoy accused the rebels of shelling the clinic.",
        "The envoy",
        "the rebels of shelling the clinic",
        "charge",
    ),
    (
        "Guards killed nine people in Ostrow, the union said on Monday.",
        "the union",
        "Guards killed nine people in Ostrow",
        "speaker that looks like an apposition",
    ),
    (
        "According to a new toll from the fire service, nine people died.",
        "the fire service",
        "nine people died",
        "keeper of a count",
    ),
    (
        "According to the ministry's latest toll, nine people died.",
        "the ministry's",
        "nine people died",
        "owner of a count",
    ),
    ("According to the fire service, nine houses burned.", "the fire service", "nine houses burned", "source"),
    ("Nine houses burned, according to the fire service.", "the fire service", "Nine houses burned", "source behind"),
    ("The poll shows that most voters want peace.", "The poll", "most voters want peace", "data as voice"),
    ("The general was quoted as saying that the war was lost.", "The general", "the war was lost", "quoted as saying"),
    (
        "The minister's claim that the river was clean made fishermen angry.",
        "The minister's",
        "the river was clean",
        "noun",
    ),
    ("Officials say the fire was set on purpose.", "Officials", "the fire was set on purpose", "unnamed voice"),
    ("Troops fled the fort, Radio Maru reports.", "Radio Maru", "Troops fled the fort", "outlet as voice"),
    ("Protesters chanted, “Bread and peace”, near the gate.", "Protesters", "Bread and peace", "chant"),
    ("The priest asked if the boats had arrived.", "The priest", "if the boats had arrived", "indirect question"),
    ("As the coast guard explained, two boats sank off Maru.", "the coast guard", "two boats sank off Maru", "aside"),
    ("The road was shut on Monday, as reported by the police.", "the police", "The road was shut on Monday", "aside"),
    ("We are not smugglers, as the governor claims.", "the governor", "smugglers", "aside of what is denied"),
    ("Maru crisis live: Dockers vow to stay in the port", "Dockers", "stay in the port", "label of a headline"),
    (
        "The boat sank, according to the radio; the owner says it is safe.",
        "the owner",
        "it is safe",
        "two sentences at a semicolon",
    ),
    ("The clinic has recorded 26 deaths.", "The clinic", "26 deaths", "count"),
    ("According to her words, the bridge held.", "her", "the bridge held", "possessor of the words"),
    (
        "The union called for the army to leave the city.",
        "The union",
        "the army to leave the city",
        "for and infinitive",
    ),
    ("The plan, criticised by fishermen, was dropped.", "fishermen", "The plan", "participle with agent"),
    ("The port appears to have been hit twice.", None, "The port … have been hit twice", "seeming"),
    (
        "She said there was an opportunity to end the crisis and urged crews to stay calm.",
        "She",
        "there was an opportunity to end the crisis and urged crews to stay calm",
        "no voice of a thing",
    ),
]

NO_CLAIMS = [
    ("Maru protests: what we know so far", "plural noun before a colon"),
    ("Her son was found dead.", "what became of somebody"),
    ("Most of them had not been convicted of anything.", "a verdict is nobody's view"),
    ("The commission must approve the plan.", "an attitude only wished for"),
    ("Mine fire: families told to wait", "a headline's passive"),
    ("The bishop congratulated the miners.", "somebody dealt with, nothing said"),
]


@pytest.mark.parametrize(("text", "reason"), NO_CLAIMS)
def test_nothing_is_attributed(claims_of, text: str, reason: str) -> None:
    assert claims_of(text) == (), reason


@pytest.mark.parametrize(("text", "voice", "content", "reason"), CONTENTS)
def test_content_and_voice(claims_of, text: str, voice: str, content: str, reason: str) -> None:
    found = [(claim.voice, read(text, claim)) for claim in claims_of(text)]
    assert (voice, content) in found, reason


JUDGED = [
    ("The colonel rejected as false the reports of nine dead.", "nine dead", Polarity.NEGATIVE),
    ("The colonel rejected the reports of nine dead as false.", "nine dead", Polarity.NEGATIVE),
    ("The colonel refuted messages that the fort had fallen.", "the fort had fallen", Polarity.NEGATIVE),
    ("The colonel confirmed reports of an ambush.", "an ambush", Polarity.POSITIVE),
    ("The colonel dismissed claims by the union that nine had died.", "nine had died", Polarity.NEGATIVE),
    ("The colonel denied ever having been fined.", "ever having been fined", Polarity.NEGATIVE),
]


@pytest.mark.parametrize(("text", "content", "polarity"), JUDGED)
def test_what_reports_tell_is_denied_or_confirmed(claims_of, text: str, content: str, polarity: Polarity) -> None:
    assert [(claim.text, claim.polarity) for claim in claims_of(text)] == [(content, polarity)]


def test_a_denial_of_the_sentence_before_says_that_it_is_not_so(claims_of) -> None:
    told = {
        claim.voice: claim.polarity for claim in claims_of("“The fort fell,” said Mara Lind. The army denied this.")
    }
    assert told == {"Mara Lind": Polarity.POSITIVE, "The army": Polarity.NEGATIVE}


def test_what_is_said_keeps_its_clause_where_the_parse_loses_it(claims_of) -> None:
    said = "A blaze caused by a gas leak explosion left at least nine miners dead and burned 40 at a pit in Ostrow"
    (claim,) = claims_of(f"Deaths at a pit\n\n{said}, the union said on Monday.")
    assert (claim.voice, claim.text) == ("the union", said)


def test_a_session_discusses_nothing_itself(claims_of) -> None:
    assert "session" not in " ".join(c.voice or "" for c in claims_of("He called for a session to discuss the fire."))


def test_a_count_of_victims_accuses_nobody(claims_of) -> None:
    found = claims_of(
        "The guards said three men had been killed and 17 injured, and accused the rebels of shelling a post."
    )
    assert {claim.voice for claim in found} == {"The guards"}


def test_it_stands_for_its_own_sentence(claims_of) -> None:
    found = claims_of("The mayor fled to Oran. Nine men died, it is reported by the union.")
    assert "The mayor" not in " ".join(claim.text for claim in found)


def test_who_is_quoted_as_saying_says(claims_of) -> None:
    (claim,) = claims_of("“The fort fell on Friday,” Captain Mara Lind was quoted as saying by the newspaper.")
    assert claim.voice == "Captain Mara Lind"


def test_what_is_told_in_an_address(claims_of) -> None:
    (claim,) = claims_of("Mara Lind told the miners in an address that the pit would stay closed.")
    assert (claim.voice, claim.text) == ("Mara Lind", "the pit would stay closed")


def test_an_answer_under_a_name_is_told_once(claims_of) -> None:
    text = (
        "Interview\n\nOur reporter spoke to Mara Lind.\n\nReporter: How many miners were hurt?\n"
        "Mara Lind: Nine miners were hurt in the north shaft.\nReporter: Who came?\nMara Lind: Two doctors came from Oran."
    )
    assert {claim.voice for claim in claims_of(text)} == {"Mara Lind"}


def test_a_source_behind_a_joined_sentence(claims_of) -> None:
    (claim,) = claims_of("And nine miners died in the pit, according to the union.")
    assert claim.voice == "the union"


FACTUALITY = [
    ("The colonel denied that his men had fired.", Polarity.NEGATIVE, Certainty.CERTAIN),
    ("The colonel said that nobody had fired.", Polarity.NEGATIVE, Certainty.CERTAIN),
    ("The colonel said that his men had fired.", Polarity.POSITIVE, Certainty.CERTAIN),
    ("The colonel said that his men may have fired.", Polarity.POSITIVE, Certainty.POSSIBLE),
    ("The colonel promised that none of the captives would be harmed.", Polarity.NEGATIVE, Certainty.CERTAIN),
    ("The colonel believes that the fort has fallen.", Polarity.POSITIVE, Certainty.PROBABLE),
    ("The colonel did not confirm that the fort had fallen.", Polarity.POSITIVE, Certainty.POSSIBLE),
]


@pytest.mark.parametrize(("text", "polarity", "certainty"), FACTUALITY)
def test_polarity_and_certainty(claims_of, text: str, polarity: Polarity, certainty: Certainty) -> None:
    (claim,) = claims_of(text)
    assert (claim.polarity, claim.certainty) == (polarity, certainty)


HEARSAY = [
    ("The warehouse was reportedly looted on Sunday.", "The warehouse was … looted on Sunday"),
    ("The general is said to have fled to the coast.", "The general … have fled to the coast"),
    ("It was alleged earlier that he had sold the grain.", "he had sold the grain"),
    ("There are reports that the garrison changed sides.", "the garrison changed sides"),
]


VOICELESS = [
    ("The crisis could threaten a deal with the miners.", "a thing brings about, it does not say"),
    ("This threatens the truce.", "what was told before brings about"),
    ("Her election was a surprise, showing how deep the split was.", "an act shows, it does not say"),
    ("No one promised to open the gates.", "nobody has no voice"),
    ("Her cook, who asked not to be named, waved.", "a source that stays unnamed"),
]


def test_a_toll_that_nobody_keeps_has_no_voice(claims_of) -> None:
    (claim,) = claims_of("According to the latest death toll, nine people died.")
    assert (claim.voice, claim.text) == (None, "nine people died")


@pytest.mark.parametrize(("text", "reason"), VOICELESS, ids=[row[1] for row in VOICELESS])
def test_things_and_nobody_have_no_voice(claims_of, text: str, reason: str) -> None:
    assert [row.text for row in claims_of(text) if row.voice] == [], reason


@pytest.mark.parametrize(("text", "content"), HEARSAY)
def test_hearsay_has_no_voice_and_is_only_possible(claims_of, text: str, content: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.voice, claim.certainty, read(text, claim)) == (None, Certainty.POSSIBLE, content)


def test_a_quotation_its_cue_interrupts_is_one_claim_in_pieces(claims_of) -> None:
    text = "“The water came fast,” the fisherman said, “and we ran to the church.”"
    (claim,) = claims_of(text)
    assert read(text, claim) == "The water came fast … and we ran to the church"
    assert claim.manner is Manner.QUOTE


def test_a_quotation_goes_on_in_the_next_paragraph(claims_of) -> None:
    text = "“The water came fast,” the fisherman said. “We had no warning.\n\n“Then the wall broke.”"
    assert {claim.voice for claim in claims_of(text)} == {"the fisherman"}
    assert any("Then the wall broke" in claim.text for claim in claims_of(text))


def test_a_quotation_behind_a_colon_in_the_next_paragraph_is_the_outlets(claims_of) -> None:
    text = "The strikers are leaving the mine, Radio Maru reports:\n\n“The strikers took their tents away. The gate is open.”"
    quotes = [claim for claim in claims_of(text) if claim.manner is Manner.QUOTE]
    assert [(c.voice, c.text) for c in quotes] == [
        ("Radio Maru", "The strikers took their tents away. The gate is open")
    ]


def test_a_quotation_inside_a_reported_clause_is_no_claim_of_its_own(claims_of) -> None:
    text = "The consul said he was “deeply worried” about the hostages."
    assert [claim.text for claim in claims_of(text)] == ["he was “deeply worried” about the hostages"]


def test_chain_runs_from_the_voice_outward(claims_of) -> None:
    text = "The agency reports that the ministry denied that the ferry had sunk."
    inner = min(claims_of(text), key=lambda claim: claim.end - claim.start)
    assert inner.text == "the ferry had sunk"
    assert [link.text for link in inner.chain] == ["the ministry", "The agency"]
    assert inner.polarity is Polarity.NEGATIVE


def test_who_publishes_a_statement_passes_it_on(claims_of) -> None:
    text = "The palace website published the queen's statement on the ceasefire."
    (claim,) = claims_of(text)
    assert [link.text for link in claim.chain] == ["the queen's", "The palace website"]


def test_content_is_cut_where_its_polarity_turns(claims_of) -> None:
    text = "The marchers said they had kept to the road and had not broken any windows."
    assert [(c.text, c.polarity) for c in claims_of(text)] == [
        ("they had kept to the road", Polarity.POSITIVE),
        ("had not broken any windows", Polarity.NEGATIVE),
    ]


def test_this_takes_up_the_sentence_before(claims_of) -> None:
    text = "The agency said the minister had left the country. This was confirmed by his lawyer."
    assert ("his lawyer", "the minister had left the country") in [(c.voice, c.text) for c in claims_of(text)]


def test_a_later_retraction_lowers_the_claim_before(claims_of) -> None:
    text = "The newspaper wrote that the king had fled. However, this information has not been confirmed."
    assert {claim.certainty for claim in claims_of(text) if claim.voice} == {Certainty.POSSIBLE}


def test_what_nobody_reports_is_the_reports_own_negative_statement(claims_of) -> None:
    text = "There have been no reports of fighting near the port."
    (claim,) = claims_of(text)
    assert (claim.manner, claim.voice, claim.polarity) == (Manner.NARRATOR, None, Polarity.NEGATIVE)


def test_what_is_said_of_a_label_is_the_same_voices(claims_of) -> None:
    text = "The emir called them criminals who had sold their country."
    assert {(c.voice, c.text) for c in claims_of(text)} == {
        ("The emir", "criminals"),
        ("The emir", "had sold their country"),
    }


def test_a_line_that_names_its_speaker_and_a_signed_quotation(claims_of) -> None:
    text = (
        "The hearing began at noon.\n\nMARLOWE: The pumps failed on the second day.\n\n"
        "“The pumps were never tested.” — Anna Lind\n"
    )
    found = {(claim.voice, claim.text, claim.cue) for claim in claims_of(text)}
    assert ("MARLOWE", "The pumps failed on the second day", ":") in found
    assert ("Anna Lind", "The pumps were never tested", "—") in found


def test_answers_of_an_interview_are_the_interviewees(parse: Parse) -> None:
    question, answer = "What did the police do in Port Selwyn?\n", "On 3 May they arrested forty dockers.\n"
    page = parse(question + answer)
    kinds = [(0, len(question), SectionKind.QUESTION), (len(question), len(question + answer), SectionKind.BODY)]
    sections = tuple(
        Section(id=str(start), report="report-test", start=start, end=end, text="", kind=kind)
        for start, end, kind in kinds
    )
    page = Page(report=page.report, sections=sections, doc=page.doc)
    found = claim_annotator().run(page, Tables(sections=sections))
    assert [(claim.voice, claim.text) for claim in found] == [("interviewee", "On 3 May they arrested forty dockers")]


INTERVIEW = (
    "{title}\n\nQ: Did they force you out?\nA: I took this decision on my own. It was hard.\n\n"
    "Q: How was it in your cell?\nA: There was no light. We slept on the floor.\n"
)


@pytest.mark.parametrize(
    ("title", "voice"),
    [
        ("“I chose this myself”: Roca on her departure", "Roca"),
        ("Ana Roca: “I chose this myself”", "Ana Roca"),
        ("What the prisoners of Port Selwyn tell", "interviewee"),
    ],
)
def test_answers_tell_what_the_speaker_did_and_found_without_their_label(claims_of, title: str, voice: str) -> None:
    found = [(claim.voice, claim.text) for claim in claims_of(INTERVIEW.format(title=title)) if claim.rule == "answer"]
    assert found == [
        (voice, "I took this decision on my own"),
        (voice, "There was no light"),
        (voice, "We slept on the floor"),
    ]


def test_spans_quote_the_report_and_ids_are_unique(claims_of) -> None:
    text = " ".join(row[0] for row in CONTENTS)
    found = claims_of(text)
    assert found
    assert len({claim.id for claim in found}) == len(found)
    for claim in found:
        assert claim.text == text[claim.start : claim.end]
        assert claim.cue is None or claim.cue == text[claim.cue_start : claim.cue_end]
        assert claim.voice_span is None or claim.voice == text[claim.voice_span.start : claim.voice_span.end]


def test_who_denies_it_in_the_same_sentence_denies_what_was_said_there(claims_of) -> None:
    found = {
        (claim.voice, claim.text, claim.polarity.value)
        for claim in claims_of("It rained. The mayor declared that the army wants to attack; the army denied this.")
    }
    assert ("the army", "the army wants to attack", "negative") in found


def test_a_source_behind_joined_clauses_speaks_for_all(claims_of) -> None:
    (claim,) = claims_of("One man died and two men fled, according to the union.")
    assert (claim.voice, claim.text) == ("the union", "One man died and two men fled")
