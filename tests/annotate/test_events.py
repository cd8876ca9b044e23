"""Events of sentences: trigger, class, actor and recipient, told as actual or not."""

from collections.abc import Callable

import pytest

from variorum.annotate.events import event_annotator
from variorum.annotate.page import Annotator, Page
from variorum.model.tables import EventMention, Tables
from variorum.model.terms import EventType, Polarity, Realis


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return event_annotator()


def events(annotator: Annotator, parse: Callable[[str], Page], text: str) -> tuple[EventMention, ...]:
    return annotator.run(parse(text), Tables())


# sentence, trigger, class, actor, recipient, phenomenon
FOUND = [
    ("Guards arrested two reporters outside the mint.", "arrested", "COERCE", "Guards", "two reporters", "verb"),
    ("Two reporters were arrested by guards outside the mint.", "arrested", "COERCE", "guards", "Two reporters", "passive"),
    ("Two reporters were arrested on Monday.", "arrested", "COERCE", None, "Two reporters", "agentless passive"),
    ("The premier resigned after the vote.", "resigned", "CONCEDE", "premier", None, "verb without object"),
    ("The resignation of the premier surprised Valmora.", "resignation", "CONCEDE", "premier", None, "noun with of"),
    ("The king dismissed his finance minister.", "dismissed", "CONCEDE", "king", "his finance minister", "verb of office"),
    ("Dockers staged a protest in Harlun.", "staged a protest", "PROTEST", "Dockers", None, "light verb"),
    ("The army launched a military operation against rebels.", "military operation", "ASSAULT", "army", "rebels", "launched"),
    ("Troops opened fire on the marchers.", "opened fire on", "ASSAULT", "Troops", "marchers", "verb and noun"),
    ("The president declared a state of emergency.", "declared a state of emergency", "COERCE", "president", None, "phrase"),
    ("Thousands took to the streets of Harlun.", "took to the streets", "PROTEST", "Thousands", None, "idiom"),
    ("Ferrum asked Ostria for help.", "asked", "REQUEST", "Ferrum", "Ostria", "request"),
    ("Ostria sent 400 soldiers to Ferrum.", "sent", "MOBILIZE", "Ostria", None, "troops"),
    ("Soldiers from Ostria arrived in Ferrum.", "arrived", "MOBILIZE", "Soldiers from Ostria", None, "arrival of troops"),
    ("The militia, which stormed the palace, looted it.", "stormed", "ASSAULT", "militia", "palace", "relative clause"),
    ("The men killed a guard and wounded a driver.", "wounded", "ASSAULT", "men", "driver", "coordination"),
    ("A blast tore through the market, killing nine people.", "killing", "ASSAULT", None, "nine people", "participle"),
    ("Nine people killed in the blast were buried.", "killed", "ASSAULT", None, "Nine people", "reduced passive"),
    ("The general ordered his men to fire at the crowd.", "ordered", "THREATEN", "general", "crowd", "order to use force"),
    ("The opposition condemned the killing of the bishop.", "condemned", "ACCUSE", "opposition", None, "condemnation"),
    ("The governor blamed foreign agents for the fire.", "blamed", "ACCUSE", "governor", "foreign agents", "blame"),
    ("The rebels rejected the proposal.", "rejected", "REJECT", "rebels", "proposal", "rejection"),
    ("The crowd dispersed before dusk.", "dispersed", "RETREAT", "crowd", None, "middle verb"),
    ("Police dispersed the crowd with batons.", "dispersed", "ASSAULT", "Police", "crowd", "the same verb with an object"),
    ("Ferrum withdrew its troops from the border.", "withdrew", "RETREAT", "Ferrum", "border", "withdrawal"),
    ("The mayor praised the rescuers.", "praised", "SUPPORT", "mayor", "rescuers", "praise"),
    ("Ferrum and Ostria signed a treaty in Harlun.", "signed", "SUPPORT", "Ferrum", "Ostria", "two parties joined"),
    ("The minister met the ambassador.", "met", "CONSULT", "minister", "ambassador", "meeting"),
    ("Ostria imposed sanctions on Ferrum.", "imposed sanctions", "SANCTION", "Ostria", "Ferrum", "light verb"),
    ("On May 4 riot police stormed the depot.", "stormed", "ASSAULT", "riot police", "depot", "date glued to the subject"),
    ("No guard arrested the reporter.", "arrested", "COERCE", "guard", "reporter", "negative determiner"),
    ("They demand the release of the poets.", "demand", "REQUEST", "They", None, "those freed are not asked"),
    ("They demand the resignation of the premier.", "demand", "REQUEST", "They", "premier", "who is to act is asked"),
    ("She accused the rebels of killing two farmers.", "killing", "ASSAULT", "rebels", "two farmers", "object does it"),
    ("The minister was dismissed by decree.", "dismissed", "CONCEDE", None, "minister", "means are no actors"),
    ("Ostria gave Ferrum 20 tons of wheat.", "gave", "AID", "Ostria", "Ferrum", "dative"),
    ("The monk hanged himself at dawn.", "hanged himself", "ASSAULT", None, "monk", "death by one's own hand"),
    ("Rebels took nine clerks hostage.", "took nine clerks hostage", "COERCE", "Rebels", "nine clerks", "parted phrase"),
    ("The gang is holding 12 hostages.", "holding 12 hostages", "COERCE", "gang", "12 hostages", "who suffers is in the phrase"),
    ("Nine miners were rescued by boat.", "rescued", "AID", None, "Nine miners", "a bare noun is a means"),
    ("Guards shot dead nine miners.", "shot dead", "ASSAULT", "Guards", "nine miners", "the victim without the verb's word"),
    ("Police held 30 clerks, of whom nine were freed.", "freed", "RETREAT", None, "nine", "part behind of whom"),
    ("The junta threatened to send in the navy.", "threatened", "THREATEN", "junta", None, "what is sent is not threatened"),
    ("The junta threatened to kill the poets.", "threatened", "THREATEN", "junta", "poets", "who is to suffer"),
    ("They demanded the transfer of a doctor from the tower.", "demanded", "REQUEST", "They", "doctor", "no building is asked"),
    ("They demanded an apology from the navy.", "demanded", "REQUEST", "They", "navy", "who is asked"),
    ("Soldiers announced a takeover.", "announced a takeover", "ASSAULT", "Soldiers", None, "coup"),
    ("Rebels crossed the border into Ferrum.", "crossed the border into", "ASSAULT", "Rebels", "Ferrum", "what is invaded"),
    ("Police fired tear gas at poets.", "fired tear gas at", "ASSAULT", "Police", "poets", "force against a crowd"),
    ("Two fugitives were recaptured.", "recaptured", "COERCE", None, "Two fugitives", "taken again"),
    ("The envoy was on a visit to Ferrum.", "was on a visit", "CONSULT", "envoy", "Ferrum", "copula lends the noun its subject"),
    ("The minister of labour Ann Lee resigned.", "resigned", "CONCEDE", "minister of labour Ann Lee", None, "name with no comma"),
    ("The cyclone killed nine miners.", "killed", "ASSAULT", None, "nine miners", "nature does nothing to anybody"),
    ("The union condemned the bombing of the market that killed 30.", "killed", "ASSAULT", None, "30", "a building kills nobody"),
    ("Rebels took dozens of monks hostage.", "took dozens of monks hostage", "COERCE", "Rebels", "dozens of monks", "part of"),
    ("We were shot at like rabbits.", "shot at", "ASSAULT", None, "We", "what it is likened to"),
    ("The king expressed his condolences.", "expressed his condolences", "SUPPORT", "king", None, "the doer's own"),
    ("Opposition leader charged with treason.", "charged with", "ACCUSE", None, "Opposition leader", "lost auxiliary"),
    ("The envoy called all parties to stop the fighting.", "called", "REQUEST", "envoy", "all parties", "call and infinitive"),
    ("A co-pilot hijacked a ferry.", "hijacked", "COERCE", "co-pilot", "ferry", "a word cut at its hyphen"),
    ("Our troops liberated this morning the town of Oran.", "liberated", "ASSAULT", "Our troops", "town of Oran", "late object"),
    ("The premier ordered the army to be on alert.", "ordered", "REQUEST", "premier", "army", "an order to somebody"),
    ("The court stripped her of her office.", "stripped her of her office", "CONCEDE", "court", "her", "office taken"),
    ("Rebels carried off 90 schoolgirls.", "carried off", "COERCE", "Rebels", "90 schoolgirls", "abduction"),
    ("The envoys demanded a cease-fire.", "cease-fire", "RETREAT", None, None, "no fire"),
    ("Peru: ballot boxes burned as count drags on", "burned", "ASSAULT", None, "ballot boxes", "headline, lifeless subject"),
    ("Dockers staged a sit-in at the gate.", "staged a sit-in", "PROTEST", "Dockers", None, "cut at its hyphens"),
    ("The guard fired first.", "fired first", "ASSAULT", "guard", None, "shots, no dismissal"),
    ("Ferrum sent rescue teams.", "sent rescue teams", "AID", "Ferrum", None, "help sent"),
    ("The junta said that it had dismissed the premier.", "dismissed", "CONCEDE", "junta", "premier", "it is who speaks"),
    ("Ferrum: army seizes power", "seizes power", "ASSAULT", "army", None, "label of a headline"),
    ("Two guards taken hostage on Friday were freed.", "freed", "RETREAT", None, "Two guards", "participle as subject"),
    ("Two guards taken hostage on Friday were freed.", "hostage", "COERCE", None, "Two guards", "reduced passive"),
    ("Mayor Ann Lee was suspended on Monday.", "suspended", "CONCEDE", None, "Mayor Ann Lee", "suspended from office"),
    ("The union insisted that the mayor resign.", "insisted", "REQUEST", "union", "mayor", "mandative clause"),
    ("Police used batons to arrest the poets.", "arrest", "COERCE", "Police", "poets", "who uses does it"),
    ("Curfew lifted after talks", "lifted", "CONCEDE", None, None, "a headline's passive has no actor"),
    ("Two boys drowned in the canal.", "drowned", "ASSAULT", None, "Two boys", "death without a killer"),
    ("Seven gunmen were neutralised.", "neutralised", "ASSAULT", None, "Seven gunmen", "a passive told as a state"),
    ("Two guards were hurt by stones.", "hurt", "ASSAULT", None, "Two guards", "stones do not act"),
    ("Ferrum and Ostria accused each other of lies.", "accused each other of", "ACCUSE", "Ferrum and Ostria", None, "each other"),
    ("Riot police fired in the air.", "fired in the air", "ASSAULT", "Riot police", None, "shots, no dismissal"),
    ("Nurses treated nine wounded.", "wounded", "ASSAULT", None, "nine", "number before the state"),
    ("Eleven survivors were rescued.", "rescued", "AID", None, "Eleven survivors", "people by what they lived through"),
    ("The court sentenced two men to death.", "sentenced two men to death", "SANCTION", "court", "two men", "penalty"),
    ("The navy sank a trawler ship.", "sank", "ASSAULT", "navy", "trawler ship", "sinking somebody's ship"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "actor", "recipient", "phenomenon"), FOUND, ids=[f"{row[5]}: {row[1]}" for row in FOUND]
)
def test_found(  # noqa: PLR0913
    annotator: Annotator,
    parse: Callable[[str], Page],
    text: str,
    trigger: str,
    kind: str,
    actor: str | None,
    recipient: str | None,
    phenomenon: str,
) -> None:
    rows = [row for row in events(annotator, parse, text) if trigger in row.trigger or row.trigger in trigger]
    assert rows, phenomenon
    assert rows[0].type == EventType(kind)
    assert rows[0].actor == actor
    if recipient is not None:
        assert rows[0].recipient == recipient


# sentence, word that names no event there, why
NOT_FOUND = [
    ("The mayor insists she resigned.", "insists", "an assertion, no demand"),
    ("The protesters waited.", "protesters", "an agent noun names people"),
    ("He died of a heart attack at home.", "heart attack", "an illness"),
    ("The crew shot a film in Harlun.", "shot", "a film is shot without force"),
    ("Both banks struck a deal.", "struck", "a deal is struck without force"),
    ("The talks took place in March.", "March", "a month"),
    ("The minister sent a letter to the press.", "sent", "no troops"),
    ("Riot police and a strike leader waited.", "Riot", "a noun that only modifies another"),
    ("Riot police and a strike leader waited.", "strike", "a noun that only modifies another"),
    ("Her lawyer, who asked not to be named, waved.", "asked", "a source that stays unnamed"),
    ("He called the march a disgrace.", "called the march", "a label carries nothing out"),
    ("The delegate left the room.", "room", "rooms name no event"),
    ("The prison holds 400 inmates.", "holds", "a building holds nobody by force"),
    ("The boat sank at night.", "sank", "a boat that sinks by itself"),
    ("She was sworn in on Monday.", "sworn", "an oath of office"),
    ("He came to power in May.", "came to", "no visit"),
    ("This threatens the truce.", "threatens", "nobody threatens"),
    ("He reminded them that the pit was closed.", "reminded", "asks for nothing"),
    ("Heavy rains were to blame.", "blame", "nobody blames"),
    ("They must be held to account.", "held", "nobody is arrested"),
    ("Asked about the pit, he smiled.", "Asked", "an interview, no demand"),
    ("Armed with a rifle, he boarded a bus.", "Armed", "nobody is called up"),
    ("The gang committed nine murders.", "committed", "a deed, no promise"),
    ("The dam gave way at night.", "gave way", "what breaks yields to nobody"),
    ("The strike entered a second week after talks collapsed.", "entered", "the talks are another verb's subject"),
    ("He felt threatened at home.", "threatened", "a feeling"),
    ("Any raid will be met with fire.", "met with", "nobody meets"),
    ("They called the ruling a political murder.", "murder", "what it is called"),
    ("The pilot flew it to Oran.", "flew it to", "the plane's way, no flight of his"),
    ("The king said that he would not attack Ostria.", "said", "no threat"),
    ("Riots broke out in the port.", "broke out", "a beginning, no escape"),
    ("The quake hit the port.", "hit", "nature attacks nobody"),
    ("He had “sworn himself in” as king.", "sworn", "an oath of office"),
    ("The clerk is being well treated.", "treated", "no medical help"),
    ("The firm warned of cracks in the dam.", "warned of", "no threat"),
]


@pytest.mark.parametrize(("text", "word", "why"), NOT_FOUND, ids=[row[2] for row in NOT_FOUND])
def test_not_found(annotator: Annotator, parse: Callable[[str], Page], text: str, word: str, why: str) -> None:
    assert word not in {row.trigger for row in events(annotator, parse, text)}, why


REALIS = [
    ("Police arrested nobody; they did not arrest the singer.", "arrest", Realis.DENIED, Polarity.NEGATIVE),
    ("The singer is not under arrest.", "arrest", Realis.DENIED, Polarity.NEGATIVE),
    ("Did anyone warn the miners?", "warn", Realis.POSSIBLE, Polarity.POSITIVE),
    ("Q: Did the police arrest the miners?", "arrest", Realis.POSSIBLE, Polarity.POSITIVE),
    ("Is it true that the mayor was arrested?", "arrested", Realis.POSSIBLE, Polarity.POSITIVE),
    ("She accused the minister of ordering the arrests.", "arrests", Realis.ACTUAL, Polarity.POSITIVE),
    ("Why did guards shoot the singer?", "shoot", Realis.ACTUAL, Polarity.POSITIVE),
    ("Close the pit before more miners die.", "die", Realis.POSSIBLE, Polarity.POSITIVE),
    ("The council will send troops to the coast.", "send", Realis.PLANNED, Polarity.POSITIVE),
    ("Guards detained the singer.", "detained", Realis.ACTUAL, Polarity.POSITIVE),
    ("The envoy said rebels tried to kill the king.", "kill", Realis.POSSIBLE, Polarity.POSITIVE),
    ("If he does not resign, dockers will march.", "resign", Realis.POSSIBLE, Polarity.NEGATIVE),
    ("A judge opened an inquiry into the killings.", "killings", Realis.ACTUAL, Polarity.POSITIVE),
    ("They demanded the resignation of the premier.", "resignation", Realis.PLANNED, Polarity.POSITIVE),
    (
        "They asked for the return of the king, the release of the poets and a vote.",
        "release",
        Realis.PLANNED,
        Polarity.POSITIVE,
    ),
    ("The rebels threatened to attack the port.", "attack", Realis.PLANNED, Polarity.POSITIVE),
    ("We demand:\n1. Bread for all;\n2. The release of the poets.", "release", Realis.PLANNED, Polarity.POSITIVE),
    ("Our demand is the release of the poets.", "release", Realis.PLANNED, Polarity.POSITIVE),
    ("The mayor rejected the accusation.", "accusation", Realis.ACTUAL, Polarity.POSITIVE),
    ("The news set off clashes in the port.", "clashes", Realis.ACTUAL, Polarity.POSITIVE),
    ("The judge said she could be jailed for years.", "jailed", Realis.POSSIBLE, Polarity.POSITIVE),
    ("Valmora premier to resign after protests.", "resign", Realis.PLANNED, Polarity.POSITIVE),
    ("They will march until both ministers have resigned.", "resigned", Realis.POSSIBLE, Polarity.POSITIVE),
    ("They marched until both ministers resigned.", "resigned", Realis.ACTUAL, Polarity.POSITIVE),
    ("The poets asked for his release.", "release", Realis.PLANNED, Polarity.POSITIVE),
    ("The council voted against bombing the port.", "bombing", Realis.PLANNED, Polarity.POSITIVE),
    ("The junta committed to withdraw its troops.", "withdraw", Realis.PLANNED, Polarity.POSITIVE),
    ("The envoy warned both sides not to burn the port.", "burn", Realis.PLANNED, Polarity.NEGATIVE),
    ("This is what happened:\n1. The release of the poets.", "release", Realis.ACTUAL, Polarity.POSITIVE),
]


@pytest.mark.parametrize(("text", "trigger", "realis", "polarity"), REALIS)
def test_realis(
    annotator: Annotator, parse: Callable[[str], Page], text: str, trigger: str, realis: Realis, polarity: Polarity
) -> None:
    row = next(row for row in events(annotator, parse, text) if row.trigger == trigger)
    assert (row.realis, row.polarity) == (realis, polarity)


def test_content_of_a_demand(annotator: Annotator, parse: Callable[[str], Page]) -> None:
    row = next(
        row
        for row in events(annotator, parse, "The miners demanded that the company pay them.")
        if row.type == "REQUEST"
    )
    assert row.content is not None
    assert "pay them" in row.content


def test_spans_quote_the_text_and_triggers_are_short(annotator: Annotator, parse: Callable[[str], Page]) -> None:
    text = "Harlun: soldiers storm radio station.\nThe junta imposed, without any warning to the public, a curfew on Harlun."
    for row in events(annotator, parse, text):
        assert row.text == text[row.start : row.end]
        assert row.trigger == text[row.trigger_start : row.trigger_end]
        assert row.start <= row.trigger_start < row.trigger_end <= row.end
        assert len(row.trigger.split()) <= 5
        for said, span in (
            (row.actor, row.actor_span),
            (row.recipient, row.recipient_span),
            (row.content, row.content_span),
        ):
            assert (said is None) == (span is None)
            assert span is None or said == text[span.start : span.end]


def test_ids_are_told_apart_and_stable(annotator: Annotator, parse: Callable[[str], Page]) -> None:
    text = "Police beat and arrested three students, and the students protested."
    first, again = events(annotator, parse, text), events(annotator, parse, text)
    assert first == again
    assert len({row.id for row in first}) == len(first) >= 3
