"""How does the dossier say in plain words what the record says in terms?"""

import re
from collections.abc import Mapping
from datetime import datetime

from variorum.model.edtf import Period, Precision, read_edtf
from variorum.model.terms import (
    ArgumentBasis,
    Certainty,
    DateBasis,
    DerivationKind,
    EntityType,
    EventType,
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

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

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
REALIS: Mapping[Realis, str] = {
    Realis.ACTUAL: "told as fact",
    Realis.PLANNED: "planned or demanded, not told as done",
    Realis.POSSIBLE: "told as possible",
    Realis.ASSERTED: "asserted by a voice",
    Realis.DENIED: "denied",
}
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


def counted(count: int, thing: str, several: str | None = None) -> str:
    """A number of things: 1 origin, 2 origins."""
    return f"{count:,} {thing if count == 1 else several or thing + 's'}"


def between(low: int, high: int, thing: str) -> str:
    """A number of things known by its bounds: 2 origins, 2 to 3 origins."""
    return counted(low, thing) if low == high else f"{low:,} to {counted(high, thing)}"


def number(value: float | None) -> str:
    """A number with its thousands apart; "" where there is none."""
    if value is None:
        return ""
    return f"{int(value):,}" if isinstance(value, int) or value.is_integer() else f"{value:,}"


def amount(low: float | None, high: float | None, *, approximate: bool = False) -> str:
    """A range in words and figures: 18, at least 8, 24–99, about 1,000; "unknown" where both ends are open."""
    about = "about " if approximate else ""
    if low is None and high is None:
        return "unknown"
    if high is None:
        return f"{about}at least {number(low)}"
    if low is None:
        return f"{about}at most {number(high)}"
    return about + (number(low) if low == high else f"{number(low)}–{number(high)}")


def answer_words(kind: PointKind, says: str) -> str:
    """A reading's answer as one reads it: "at least 8" for "≥8", "about 1,000" for "~1000", a date in words.

    `says` is the record's normal form of the answer; that of other kinds of points stays as it is.
    """
    if kind is PointKind.WHEN:
        return date_words(says)
    if kind is not PointKind.FIGURE:
        return says
    for mark, words in (("..", "–"), ("≥", "at least "), ("≤", "at most "), ("~", "about ")):
        says = says.replace(mark, words)
    return _DIGITS.sub(lambda digits: f"{int(digits[0]):,}", says)


_DIGITS = re.compile(r"(?<![\d.,])\d{4,15}(?![\d.,])")


def date_words(edtf: str | None) -> str:
    """A date as one reads it: 5 January 2022, 5 January 2022 about 22:00, 2–8 January 2022; "" for None.

    What is no date we can read stays as it is spelled.
    """
    if not edtf:
        return ""
    if "/" in edtf:
        return _interval(*edtf.split("/", 1), whole=edtf)
    period = read_edtf(edtf)
    return edtf if period is None else _doubted(_single(edtf, period), period)


def _doubted(words: str, period: Period) -> str:
    return f"{'about ' if period.approximate else ''}{words}{' (doubtful)' if period.doubted else ''}"


def _single(edtf: str, period: Period) -> str:
    start = period.start
    if period.precision is Precision.HOUR:
        return f"{_day(start)}, {start.hour:02}:00"
    if period.precision is Precision.DAY:
        return _day(start)
    if period.precision is Precision.MONTH:
        return f"{MONTHS[start.month - 1]} {start.year}"
    if period.precision is Precision.SEASON:
        season = ("spring", "summer", "autumn", "winter")[(start.month - 3) // 3]
        return f"{season} {start.year}"
    if period.precision is Precision.YEAR:
        return str(start.year)
    return f"{edtf.rstrip('~?%').replace('X', '0')}s"


def _interval(left: str, right: str, *, whole: str) -> str:
    first, last = read_edtf(left), read_edtf(right)
    if left in ("", "..") and last is not None:
        return f"up to {date_words(right)}"
    if right in ("", "..") and first is not None:
        return f"from {date_words(left)}"
    if first is None or last is None:
        return whole
    days = first.precision is last.precision is Precision.DAY and not (first.approximate or last.approximate)
    if days and (first.start.year, first.start.month) == (last.start.year, last.start.month):
        return f"{first.start.day}–{_day(last.start)}"
    return f"{date_words(left)} – {date_words(right)}"


def _day(moment: datetime) -> str:
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
