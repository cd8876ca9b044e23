"""How do pages say in plain words what the record says in terms?"""

from collections.abc import Mapping
from enum import StrEnum

from variorum.model.terms import (
    ArgumentBasis,
    Aside,
    Certainty,
    DateBasis,
    DecisionKind,
    DecisionStatus,
    DerivationKind,
    EntityType,
    EventType,
    LedgerRule,
    Manner,
    Measure,
    PointKind,
    PublishedBasis,
    Realis,
    RoleKind,
    RoleStatus,
    SectionKind,
    Verdict,
)

VERDICTS: Mapping[Verdict, str] = {
    Verdict.CONTRADICT: "Contradict",
    Verdict.UPDATE: "Update",
    Verdict.DIFFER: "Differ",
    Verdict.AGREE: "Agree",
}
VERDICT_MARKS: Mapping[Verdict, str] = {
    Verdict.CONTRADICT: "✕",
    Verdict.UPDATE: "↑",
    Verdict.DIFFER: "≠",
    Verdict.AGREE: "=",
}
VERDICT_MEANINGS: Mapping[Verdict, str] = {
    Verdict.CONTRADICT: "two accounts cannot both be true",
    Verdict.UPDATE: "a later count of something that grows",
    Verdict.DIFFER: "not the same, yet both can be true",
    Verdict.AGREE: "the same, or the same told less finely",
}
CERTAINTIES: Mapping[Certainty, str] = {
    Certainty.CERTAIN: "stated flatly",
    Certainty.PROBABLE: "as probable",
    Certainty.POSSIBLE: "as hearsay or possible",
}
KINDS: Mapping[PointKind, str] = {
    PointKind.FIGURE: "How many",
    PointKind.WHEN: "When",
    PointKind.WHERE: "Where",
    PointKind.WHO: "Who",
    PointKind.MANNER: "How it came about",
    PointKind.ROLE: "Who holds what office",
    PointKind.WHEREABOUTS: "Where someone is",
    PointKind.MEMBERSHIP: "Who belongs to what",
    PointKind.LABEL: "What they are called",
    PointKind.STATEMENT: "Whether it is so",
}
LEDGER_RULES: Mapping[LedgerRule, str] = {
    LedgerRule.MOST_CONSERVATIVE: "Most conservative",
    LedgerRule.MOST_RECENT: "Most recent",
    LedgerRule.MOST_SOURCES: "Most sources",
    LedgerRule.OFFICIAL_ONLY: "Official voices only",
    LedgerRule.UNOFFICIAL_ONLY: "Without official voices",
    LedgerRule.HIGHEST: "Highest",
}
ASIDES: Mapping[Aside, str] = {
    Aside.DENIED: "not weighed: denied",
    Aside.NO_NUMBER: "not weighed: no number",
    Aside.PART: "not weighed: part of another count",
    Aside.EARLIER: "not weighed: the same origin counts otherwise later",
    Aside.HEARSAY: "not weighed: hearsay, and surer counts are there",
}
MEASURES: Mapping[Measure, str] = {
    Measure.KILLED: "Killed",
    Measure.INJURED: "Injured",
    Measure.ARRESTED: "Arrested",
    Measure.MISSING: "Missing",
    Measure.DISPLACED: "Displaced",
    Measure.TROOPS: "Troops",
    Measure.PARTICIPANTS: "Participants",
    Measure.ATTACKERS: "Attackers",
    Measure.ATTACKED: "Attacked",
    Measure.DAMAGED: "Damaged",
    Measure.LOOTED: "Looted",
    Measure.PRICE: "Price",
    Measure.SENTENCE: "Sentence",
    Measure.VOTE: "Vote",
    Measure.OTHER: "Other quantities",
}
EVENT_TYPES: Mapping[EventType, str] = {
    EventType.AGREE: "agreement",
    EventType.CONSULT: "talks",
    EventType.SUPPORT: "support",
    EventType.CONCEDE: "giving way",
    EventType.COOPERATE: "cooperation",
    EventType.AID: "aid",
    EventType.RETREAT: "retreat",
    EventType.REQUEST: "demand",
    EventType.ACCUSE: "accusation",
    EventType.REJECT: "refusal",
    EventType.THREATEN: "threat",
    EventType.PROTEST: "protest",
    EventType.SANCTION: "sanction",
    EventType.MOBILIZE: "mobilisation",
    EventType.COERCE: "coercion",
    EventType.ASSAULT: "violence",
}


class Family(StrEnum):
    """Types of events taken together, for pictures that cannot tell sixteen apart."""

    VIOLENCE = "violence"
    PROTEST = "protest"
    FORCE = "force"
    WORDS = "words"
    EASING = "easing"


FAMILY_WORDS: Mapping[Family, str] = {
    Family.VIOLENCE: "violence",
    Family.PROTEST: "protest",
    Family.FORCE: "arrests, bans, troops, threats",
    Family.WORDS: "demands, accusations, talks",
    Family.EASING: "giving way, leaving, aid",
}
FAMILIES: Mapping[EventType, Family] = {
    EventType.ASSAULT: Family.VIOLENCE,
    EventType.PROTEST: Family.PROTEST,
    EventType.COERCE: Family.FORCE,
    EventType.MOBILIZE: Family.FORCE,
    EventType.SANCTION: Family.FORCE,
    EventType.THREATEN: Family.FORCE,
    EventType.AGREE: Family.WORDS,
    EventType.CONSULT: Family.WORDS,
    EventType.SUPPORT: Family.WORDS,
    EventType.REQUEST: Family.WORDS,
    EventType.ACCUSE: Family.WORDS,
    EventType.REJECT: Family.WORDS,
    EventType.CONCEDE: Family.EASING,
    EventType.COOPERATE: Family.EASING,
    EventType.AID: Family.EASING,
    EventType.RETREAT: Family.EASING,
}
REALIS: Mapping[Realis, str] = {
    Realis.ACTUAL: "told as fact",
    Realis.PLANNED: "planned or demanded, not told as done",
    Realis.POSSIBLE: "told as possible",
    Realis.ASSERTED: "asserted by a voice",
    Realis.DENIED: "denied",
}
REFUSED = "planned or demanded not to be"
MANNERS: Mapping[Manner, str] = {
    Manner.QUOTE: "quoted",
    Manner.INDIRECT: "told in the report’s words",
    Manner.NARRATOR: "the report itself",
}
PUBLISHED: Mapping[PublishedBasis, str] = {
    PublishedBasis.GIVEN: "as given with the file",
    PublishedBasis.METADATA: "from the page’s own data",
    PublishedBasis.DATELINE: "from its dateline",
    PublishedBasis.INFERRED: "inferred from the dates it tells",
}
DATE_BASES: Mapping[DateBasis, str] = {
    DateBasis.EXPLICIT: "in full",
    DateBasis.RELATIVE: "counted from the day of the report",
    DateBasis.COMPLETED: "the year filled in",
}
ARGUMENT_BASES: Mapping[ArgumentBasis, str] = {
    ArgumentBasis.CLAUSE: "named beside it",
    ArgumentBasis.SENTENCE: "named in its sentence",
    ArgumentBasis.DISCOURSE: "carried over from what the report tells before",
}
ENTITY_TYPES: Mapping[EntityType, str] = {
    EntityType.PERSON: "Persons",
    EntityType.ORGANIZATION: "Organizations",
    EntityType.GROUP: "Groups",
    EntityType.PLACE: "Places",
}
ROLE_KINDS: Mapping[RoleKind, str] = {
    RoleKind.OFFICE: "office",
    RoleKind.MEMBERSHIP: "membership",
    RoleKind.WHEREABOUTS: "whereabouts",
}
ROLE_STATUS: Mapping[RoleStatus, str] = {
    RoleStatus.HOLDS: "now",
    RoleStatus.HELD: "before",
    RoleStatus.GAINS: "from now on",
    RoleStatus.LOSES: "no longer",
    RoleStatus.DENIED: "denied",
}
DERIVATIONS: Mapping[DerivationKind, str] = {
    DerivationKind.COPY: "Copy",
    DerivationKind.EXCERPT: "Excerpt",
    DerivationKind.REWRITE: "Rewrite",
    DerivationKind.TRANSLATION: "Translation",
    DerivationKind.COMMON_SOURCE: "Common source",
}
SECTIONS: Mapping[SectionKind, str] = {
    SectionKind.TITLE: "title",
    SectionKind.DATELINE: "dateline",
    SectionKind.BYLINE: "byline",
    SectionKind.BODY: "text",
    SectionKind.QUESTION: "question",
    SectionKind.CAPTION: "caption",
    SectionKind.BOILERPLATE: "not part of the news",
}
DECISIONS: Mapping[DecisionKind, str] = {
    DecisionKind.SAME: "The same",
    DecisionKind.DIFFERENT: "Not the same",
    DecisionKind.REJECT: "Wrong",
    DecisionKind.CONFIRM: "Confirmed",
    DecisionKind.NOTE: "Note",
    DecisionKind.WITHDRAW: "Taken back",
}
DECISION_STATUS: Mapping[DecisionStatus, str] = {
    DecisionStatus.IN_FORCE: "in force",
    DecisionStatus.WITHDRAWN: "taken back",
    DecisionStatus.OVERRULED: "overruled by a newer one",
    DecisionStatus.WITHOUT_ROWS: "its rows are gone",
}
