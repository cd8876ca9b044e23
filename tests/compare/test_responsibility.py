"""Who is blamed for a deed and denies it, who claims it; talks that one side denies; matters of fact."""

import pytest
from told import Told

from variorum.compare.points import compare_points
from variorum.model.tables import Point
from variorum.model.terms import EventType, PointKind, Polarity, Realis, Verdict


def points(told: Told, kind: PointKind) -> list[Point]:
    return [point for point in compare_points(told.tables).points if point.kind is kind]


def blamed(told: Told, name: str, day: str = "2021-08-14") -> str:
    league = told.body("Red League")
    report = told.report(name, "Police blamed the Red League for the bombing.", day)
    told.event(
        report,
        "blamed the Red League for the bombing",
        EventType.ACCUSE,
        "accuse",
        actor="Police",
        recipient="the Red League",
        recipient_entity=league,
        recipient_name="Red League",
    )
    return league


@pytest.mark.parametrize(
    ("words", "polarity", "verdict"),
    [
        ("any involvement", Polarity.NEGATIVE, Verdict.CONTRADICT),
        ("it had planned the bombing", Polarity.NEGATIVE, Verdict.CONTRADICT),
        ("that it was behind the bombing", Polarity.NEGATIVE, Verdict.CONTRADICT),
        ("responsibility for the bombing", Polarity.POSITIVE, Verdict.AGREE),
    ],
)
def test_a_party_that_is_blamed_and_denies_or_claims_it(words: str, polarity: Polarity, verdict: Verdict):
    told = Told()
    league = blamed(told, "a")
    report = told.report("b", f"The Red League spoke of {words}.", "2021-08-15")
    cue = "claimed" if polarity is Polarity.POSITIVE else "denied"
    told.claim(
        report, words, "The Red League", voice_entity=league, voice_name="Red League", polarity=polarity, cue=cue
    )
    (point,) = points(told, PointKind.WHO)
    assert (point.topic, point.verdict) == ("whether Red League did what it is blamed for", verdict)


@pytest.mark.parametrize("words", ["the borders were closed", "any talks", "the vote was rigged"])
def test_a_denial_of_something_else_is_no_answer(words: str):
    told = Told()
    league = blamed(told, "a")
    report = told.report("b", f"The Red League denied {words}.", "2021-08-15")
    told.claim(report, words, "The Red League", voice_entity=league, polarity=Polarity.NEGATIVE, cue="denied")
    assert points(told, PointKind.WHO) == []


def test_a_denial_a_month_later_is_of_another_deed():
    told = Told()
    league = blamed(told, "a")
    report = told.report("b", "The Red League denied any involvement.", "2021-10-15")
    told.claim(
        report, "any involvement", "The Red League", voice_entity=league, polarity=Polarity.NEGATIVE, cue="denied"
    )
    assert points(told, PointKind.WHO) == []


def talks(told: Told, name: str, text: str, words: str, **rest: object) -> None:
    report = told.report(name, text, "2021-08-14")
    told.event(report, words, EventType.CONSULT, "meet", **rest)


NOT = {"polarity": Polarity.NEGATIVE, "realis": Realis.DENIED}


def test_talks_of_which_each_account_names_the_other_side():
    told = Told()
    talks(told, "a", "Talks with the ministry began.", "Talks", recipient="the ministry")
    talks(told, "b", "There had been no talks with inmates.", "talks", recipient="inmates", **NOT)
    (point,) = points(told, PointKind.STATEMENT)
    assert (point.topic, point.verdict) == ("whether there were talks with inmates", Verdict.CONTRADICT)


@pytest.mark.parametrize(
    ("words", "text"), [("meeting", "A meeting of the council was held."), ("talks", "Talks were held.")]
)
def test_other_meetings_and_talks_of_nobody_do_not_stand_against_a_denial(words: str, text: str):
    told = Told()
    sides = {"actor": "the council"} if words == "meeting" else {}
    talks(told, "a", text, words if words in text else "Talks", **sides)
    talks(told, "b", "There had been no talks with inmates.", "talks", recipient="inmates", **NOT)
    assert points(told, PointKind.STATEMENT) == []


@pytest.mark.parametrize(("words", "found"), [("did not strike", 1), ("will not strike", 0)])
def test_what_one_will_not_do_denies_nothing(words: str, found: int):
    told = Told()
    union = told.body("Union")
    for name, text, rest in (("a", "went on strike", {}), ("b", words, NOT)):
        report = told.report(name, f"The union {text}.", "2021-08-14")
        told.event(report, text, EventType.PROTEST, "strike", actor="The union", actor_entity=union, **rest)
    assert len(points(told, PointKind.STATEMENT)) == found


def fact(affirms: str, denies: str, voice: str = "The army") -> list[Point]:
    told = Told()
    first, second = told.report("a", f"{affirms}.", "2021-08-14"), told.report("b", f"{denies}.", "2021-08-15")
    told.claim(first, affirms, "Villagers")
    told.claim(second, denies, voice, polarity=Polarity.NEGATIVE)
    return points(told, PointKind.STATEMENT)


def test_a_matter_of_fact_affirmed_and_denied_contradicts():
    (point,) = fact("The army fired live ammunition", "it had used live rounds")
    assert (point.topic, point.verdict) == ("whether live ammunition was used", Verdict.CONTRADICT)


def test_a_matter_of_fact_is_asked_of_one_party():
    assert fact("The rebels fired live ammunition", "live rounds had been issued", "The mayor") == []


def test_what_may_be_is_no_matter_of_fact():
    assert fact("The army will use live ammunition", "it had used live rounds") == []


def shots(told: Told, name: str, text: str, words: str, **rest: object) -> None:
    report = told.report(name, text, "2021-08-14")
    told.event(report, words, EventType.ASSAULT, "shoot", **rest)


@pytest.mark.parametrize(
    ("doer", "voice", "found"),
    [
        ("Soldiers", "The army", 1),
        ("Policemen", "The army", 0),
        ("Peruvian soldiers", "The Chilean army", 0),
    ],
)
def test_whoever_denies_for_its_own_men_speaks_of_their_kind_of_force(doer: str, voice: str, found: int):
    told = Told()
    shots(told, "a", f"{doer} shot at people.", "shot at people", actor=doer)
    shots(
        told,
        "b",
        f"{voice} said its men had not fired.",
        "fired",
        actor="its men",
        voice=voice,
        voice_name=voice,
        **NOT,
    )
    assert len(points(told, PointKind.STATEMENT)) == found


def same_words(left: str, right: str) -> list[Point]:
    told = Told()
    first, second = told.report("a", f"{left}.", "2021-08-14"), told.report("b", f"{right}.", "2021-08-14")
    told.claim(first, left, "Villagers")
    told.claim(second, right, "The army", polarity=Polarity.NEGATIVE)
    return points(told, PointKind.STATEMENT)


def test_statements_in_the_same_words_contradict_where_both_say_so():
    both = "the general ordered tanks into the harbour district"
    assert [point.verdict for point in same_words(both, both)] == [Verdict.CONTRADICT]


@pytest.mark.parametrize(
    "denied",
    ["the harbour district general", "it was not clear whether the general ordered tanks into the harbour district"],
)
def test_a_name_or_a_question_denies_nothing(denied: str):
    told = same_words("the general ordered tanks into the harbour district", denied)
    assert all(point.verdict is not Verdict.CONTRADICT for point in told)


def test_a_deed_that_one_claims_and_another_is_blamed_for():
    told = Told()
    blamed(told, "a")
    front = told.body("White Front")
    report = told.report("b", "The White Front said it was behind the bombing.", "2021-08-15")
    told.claim(report, "it was behind the bombing", "The White Front", voice_entity=front, voice_name="White Front")
    (point,) = points(told, PointKind.WHO)
    assert (point.topic, point.verdict) == ("who was behind the bombing", Verdict.CONTRADICT)


def test_a_claim_of_another_deed_is_no_rival():
    told = Told()
    blamed(told, "a")
    front = told.body("White Front")
    report = told.report("b", "The White Front said it was behind the kidnapping.", "2021-08-15")
    told.claim(report, "it was behind the kidnapping", "The White Front", voice_entity=front, voice_name="White Front")
    assert points(told, PointKind.WHO) == []


def test_who_is_named_as_behind_a_deed_and_denies_it():
    told = Told()
    ana = told.person("Ana Roca")
    first = told.report("a", "Behind this revolt is the former mayor Ana Roca.", "2021-08-14")
    told.name(first, "Ana Roca", ana)
    second = told.report("b", "Ana Roca denied any role in the revolt.", "2021-08-15")
    told.claim(
        second,
        "any role in the revolt",
        "Ana Roca",
        voice_entity=ana,
        voice_name="Ana Roca",
        polarity=Polarity.NEGATIVE,
    )
    (point,) = points(told, PointKind.WHO)
    assert point.verdict is Verdict.CONTRADICT
    assert {reading.says for reading in point.readings} == {"denies it", "is named as behind it"}


@pytest.mark.parametrize(
    ("affirms", "verdict"),
    [
        ("Helicopters had fired at villages", Verdict.CONTRADICT),
        ("Chilean helicopters had fired at villages", None),
    ],
)
def test_a_state_that_denies_speaks_of_all_who_name_no_other(affirms: str, verdict: Verdict | None):
    found = fact(affirms, "using helicopters against the population", "The Peruvian Defence Ministry")
    assert [point.verdict for point in found] == ([verdict] if verdict else [])
