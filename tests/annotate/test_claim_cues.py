"""By which constructions does a report hand the word to somebody, and which of its acts are none? Our own sentences."""

from collections.abc import Callable

import pytest

from variorum.annotate.claims import claim_annotator
from variorum.annotate.page import Page
from variorum.model.tables import Claim, Tables
from variorum.model.terms import Certainty, Manner, Polarity

Parse = Callable[[str], Page]
Claims = Callable[[str], tuple[Claim, ...]]


@pytest.fixture(scope="module")
def claims_of(parse: Parse) -> Claims:
    annotator = claim_annotator()
    return lambda text: annotator.run(page := parse(text), Tables(sections=page.sections))


def read(text: str, claim: Claim) -> str:
    """The content without what interrupts it."""
    return " … ".join(text[p.start : p.end] for p in claim.pieces) if claim.pieces else claim.text


FOUND = [
    # report, voice, cue, content, the phenomenon
    ("“The pier held,” said Ana Orlo, a diver.", "Ana Orlo, a diver", "said", "The pier held", "name in two subjects"),
    ("About 4 in 10 say they heard no siren.", "About 4 in 10", "say", "they heard no siren", "share as subject"),
    (
        "Miners hoping to save the pit say they have a plan.",
        "Miners",
        "say",
        "they have a plan",
        "participle between subject and verb",
    ),
    ("Voss was quick to add that the dam had held.", "Voss", "add", "the dam had held", "adjective of readiness"),
    ("The envoy hopes for a truce.", "The envoy", "hopes for", "a truce", "base form mended"),
    ("The mayor took issue with the survey.", "The mayor", "took issue with", "the survey", "idiom with a noun"),
    ("The bishop came out against the levy.", "The bishop", "came out against", "the levy", "idiom with a particle"),
    ("The agency cast doubt on the toll.", "The agency", "cast doubt on", "the toll", "idiom with a noun"),
    (
        "The minister took aim at the new law.",
        "The minister",
        "took aim at",
        "the new law",
        "idiom that is no literal one",
    ),
    ("The premier defended his decision to stay.", "The premier", "defended", "his decision to stay", "stance"),
    ("Rusu likened the pickets to bandits.", "Rusu", "likened", "the pickets to bandits", "comparison"),
    ("The union castigated him for the delay.", "The union", "castigated", "him for the delay", "reproach"),
    ("The envoy accused the army of arson.", "The envoy", "accused", "the army of arson", "reproach in a noun"),
    ("The union denounced the mayor's remarks.", "The union", "denounced", "the mayor's remarks", "words told apart"),
    (
        "The channel tweeted reports of two blasts.",
        "The channel",
        "tweeted",
        "two blasts",
        "what a statement is about",
    ),
    (
        "The crew demanded the release of the pilot.",
        "The crew",
        "demanded",
        "the release of the pilot",
        "release that is no statement",
    ),
    ("A review found cracks in the wall.", "A review", "found", "cracks in the wall", "finding"),
    ("The judge determined that the guards had lied.", "The judge", "determined", "the guards had lied", "finding"),
    (
        "The minister made it clear that troops would stay.",
        "The minister",
        "made",
        "troops would stay",
        "made it clear",
    ),
    ("Residents angered by the delay blocked the road.", "Residents", "angered", "the delay", "participle of mind"),
    ("Many were unwilling to return.", "Many", "unwilling", "return", "adjective of mind"),
    ("Olt is a critic of the plan.", "Olt", "critic", "the plan", "side taken"),
    ("The march was led by Pons, an opponent of the mine.", "Pons", "opponent", "the mine", "side taken in apposition"),
    (
        "The arrests drew criticism from lawyers.",
        "lawyers",
        "criticism",
        "The arrests",
        "reaction, its voice behind from",
    ),
    (
        "In the opinion of lawyers, the arrests are void.",
        "lawyers",
        "In the opinion",
        "the arrests are void",
        "opinion",
    ),
    (
        "By the ministry's count, nine people died.",
        "the ministry's",
        "By the ministry's count",
        "nine people died",
        "account",
    ),
    ("To survivors, the promises are hollow.", "survivors", "To", "the promises are hollow", "viewpoint"),
    (
        "Nine men were hurt, it is noted in the message.",
        "the message",
        "noted",
        "Nine men were hurt",
        "paper behind its content",
    ),
    (
        "He urged calm. Interior ministry: nine men were hurt.",
        "Interior ministry",
        ":",
        "nine men were hurt",
        "label inside",
    ),
    (
        "He also called on citizens not to flee.",
        "He",
        "called on",
        "citizens not to flee",
        "addressee behind a particle",
    ),
    ("“We lost it all.”\u00a0―\u00a0Ana Orlo.", "Ana Orlo", "―", "We lost it all", "signature behind hard blanks"),
    (
        "Planes hit the pier, killing at least nine divers, medics and local officials said.",
        "medics and local officials",
        "said",
        "Planes hit the pier, killing at least nine divers",
        "victims are no speakers",
    ),
    (
        "Hahn said the crew takes care but added that it was late.",
        "Hahn",
        "added",
        "it was late",
        "saying that goes on",
    ),
    ("She's called for an inquiry.", "She", "called for", "an inquiry", "perfect that looks like a passive"),
]
FOUND += [
    (
        "Guards seized the fort on Monday and took several sailors hostage, three security sources told the Agency.",
        "three security sources",
        "told",
        "Guards seized the fort on Monday and took several sailors hostage",
        "speaker that looks like a further clause",
    ),
    (
        "The ministry, in turn, reported 1,200 injured.",
        "The ministry",
        "reported",
        "1,200 injured",
        "counted by a state",
    ),
    (
        "As stated in the message of the union, 900 tents were sent.",
        "the message of the union",
        "stated",
        "900 tents were sent",
        "aside with a paper",
    ),
]

UNVOICED = [
    # report, cue, content, certainty, the phenomenon
    ("Residents were told to leave.", "told", "Residents … leave", Certainty.CERTAIN, "order"),
    ("The fund is intended to help divers.", "intended", "The fund … help divers", Certainty.POSSIBLE, "purpose"),
    ("The guard was known for his temper.", "known", "The guard … his temper", Certainty.CERTAIN, "repute"),
    (
        "It was announced that schools would close.",
        "announced",
        "schools would close",
        Certainty.CERTAIN,
        "nobody's words",
    ),
    ("The town appeared calm.", "appeared", "The town … calm", Certainty.CERTAIN, "impression"),
    (
        "Fears are growing that the dam may break.",
        "Fears",
        "the dam may break",
        Certainty.POSSIBLE,
        "clause left behind",
    ),
]

NO_CLAIMS = [
    ("Gunmen took aim at the crowd.", "a literal aim"),
    ("Rescuers were looking for survivors.", "a search"),
    ("Troops defended the airport and embraced the survivors.", "no stance for an object"),
    ("The patrol drew fire from the hills.", "no reaction in words"),
    ("Fighters backed by Narvia seized the port.", "help, no view"),
    ("A man named Oran fled.", "a name"),
    ("The gunman, known as the Falcon, fled.", "a name"),
    ("They stopped in order to rest.", "a purpose that orders nothing"),
    ("Artillery hammered the town.", "an act of war"),
    ("To the north, the road is blocked.", "a place, no viewer"),
    ("Rescuers found cracks in the wall.", "somebody's find, no finding"),
]


@pytest.mark.parametrize(("text", "voice", "cue", "content", "reason"), FOUND, ids=[f"{r[-1]}: {r[2]}" for r in FOUND])
def test_finds_whose_words_they_are(
    claims_of: Claims, text: str, voice: str, cue: str, content: str, reason: str
) -> None:
    rows = [(c.voice, c.cue, read(text, c)) for c in claims_of(text)]
    assert (voice, cue, content) in rows, reason


@pytest.mark.parametrize(("text", "cue", "content", "certainty", "reason"), UNVOICED, ids=[r[-1] for r in UNVOICED])
def test_views_of_nobody_have_no_voice(
    claims_of: Claims, text: str, cue: str, content: str, certainty: Certainty, reason: str
) -> None:
    rows = [(c.voice, c.cue, read(text, c), c.certainty) for c in claims_of(text)]
    assert rows == [(None, cue, content, certainty)], reason


@pytest.mark.parametrize(("text", "reason"), NO_CLAIMS, ids=[reason for _, reason in NO_CLAIMS])
def test_acts_are_no_claims(claims_of: Claims, text: str, reason: str) -> None:
    assert claims_of(text) == (), reason


def test_a_quotation_is_not_the_next_sentences(claims_of: Claims) -> None:
    text = "“Nobody came,” said the diver. “We want answers.” The mayor said the sirens had worked."
    assert [(c.voice, c.text) for c in claims_of(text)] == [
        ("the diver", "Nobody came"),
        ("the diver", "We want answers"),
        ("The mayor", "the sirens had worked"),
    ]


def test_a_speaker_before_the_quotation_keeps_it(claims_of: Claims) -> None:
    text = "Union leader Petra Ilic: “It was a massacre.” The ministry stated that 120 people had been held."
    assert ("Union leader Petra Ilic", "It was a massacre") in [(c.voice, c.text) for c in claims_of(text)]


DENIED = [
    (
        "Pons said the firm had ignored warnings. The firm denied the accusation.",
        "The firm",
        "the firm had ignored warnings",
    ),
    ("The army said it took the hill, but rebels denied it.", "rebels", "it took the hill"),
    (
        "She told reporters the mayor had fled, an allegation that his office rejected.",
        "his office",
        "the mayor had fled",
    ),
]


@pytest.mark.parametrize(("text", "voice", "content"), DENIED)
def test_what_was_told_is_denied_beside_it(claims_of: Claims, text: str, voice: str, content: str) -> None:
    denials = [(c.voice, c.text) for c in claims_of(text) if c.polarity is Polarity.NEGATIVE]
    assert denials == [(voice, content)]


def test_open_questions_are_the_reports_own(claims_of: Claims) -> None:
    (claim,) = claims_of("It remains unclear whether the dam was damaged.")
    assert (claim.manner, claim.text, claim.certainty) == (
        Manner.NARRATOR,
        "whether the dam was damaged",
        Certainty.POSSIBLE,
    )


def test_a_claim_that_is_not_confirmed_is_still_somebodys(claims_of: Claims) -> None:
    rows = claims_of("The commander's claim that snipers fired from a roof has not been confirmed.")
    assert ("The commander's", "snipers fired from a roof") in [(c.voice, c.text) for c in rows]
