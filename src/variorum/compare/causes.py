"""What was it that brought down, burned or broke a thing: an accident, neglect, nature, an attack, and by what means?"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from variorum.compare.cause_words import (
    agent_in,
    before_thing,
    cause_in,
    means_of_harm,
    named_as_cause,
    named_thing,
    spoken_of,
    without_contrast,
)
from variorum.compare.claim_words import claim_stems
from variorum.compare.first_words import SENTENCE
from variorum.compare.incidents import TOLD
from variorum.compare.populations import PEOPLE, population_of
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, narrated, reading_of
from variorum.compare.verdicts import Comparison, agree, contradict, differ
from variorum.lexicon.comparison import load_comparison
from variorum.lexicon.means import other_means
from variorum.lexicon.points import Thing, load_points
from variorum.model.base import Span
from variorum.model.edtf import read_edtf
from variorum.model.tables import Claim, EventMention, Reading
from variorum.model.terms import EventType, Manner, PointKind, Polarity

_LONGEST = 260
_DAYS = 30
_MOST = 60


@dataclass(frozen=True)
class Origin:
    """The cause an account gives: its class in the lexicon, those it can go together with, and the means of an attack;
    `denied`: it says that this was not the cause; `agent` is who is said to have done it.
    """

    name: str
    beside: tuple[str, ...] = ()
    means: frozenset[str] = frozenset()
    told: str | None = None
    denied: bool = False
    agent: str = ""


@dataclass(frozen=True)
class _Found:
    thing: str
    town: str | None
    answer: Answer[Origin]
    day: str | None = None


def cause_questions(view: CaseView) -> Iterator[AnyQuestion]:
    """The questions of cause that two accounts or more answer in different ways. A case that tells of many killings has many
    things destroyed, and which account speaks of which cannot be told by words alone: it gets none.
    """
    if view.incidents.crowded:
        return
    found: dict[str, list[_Found]] = defaultdict(list)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in view.tables.claims:
        if claim.manner is not Manner.NARRATOR:
            claims[claim.report].append(claim)
    assaults: dict[str, list[EventMention]] = defaultdict(list)
    for mention in view.tables.event_mentions:
        if mention.type is EventType.ASSAULT:
            assaults[mention.report].append(mention)
    for report in view.tables.reports:
        for one in _told(report.id, claims[report.id], assaults[report.id], view):
            found[one.thing].append(one)
    for thing in sorted(found):
        found[thing] += _denials(thing, found[thing], claims, view)
        for town, same in _by_spot(found[thing]):
            told = len({(a.reading.report, a.reading.voice) for a in same}) > 1
            if told and _differ([answer.value for answer in same]):
                yield Question(
                    kind=PointKind.MANNER,
                    topic=f"what caused the {thing}" + (f", {view.names.get(town, town)}" if town else ""),
                    answers=tuple(same),
                    compare=lambda left, right: compare_causes(left.value, right.value),
                    key=f"cause|{thing}|{town or ''}",
                    gravity=0.75,
                )


def _by_spot(found: Sequence[_Found]) -> Iterator[tuple[str | None, list[Answer[Origin]]]]:
    """The accounts of each town and day; what names no town or no day speaks of the only one that is named."""
    towns = sorted({one.town for one in found if one.town})
    places: list[str | None] = [*towns] or [None]
    for town in places:
        here = [one for one in found if one.town == town or (one.town is None and len(towns) <= 1)]
        dated = sorted({one.day for one in here if one.day})
        days: list[str | None] = [*dated] or [None]
        for day in days:
            yield town, [one.answer for one in here if one.day == day or (one.day is None and len(days) <= 1)]


def _differ(origins: Sequence[Origin]) -> bool:
    """Whether accounts give more than one cause, way or doer."""
    if len({(origin.name, origin.denied, origin.agent) for origin in origins}) > 1:
        return True
    return any(other_means(left.means, right.means) for left, right in combinations(origins[:_MOST], 2))


def compare_causes(left: Origin, right: Origin) -> Comparison:
    """Two causes of one destruction agree where they are of one class, and where both are attacks by the same means if both
    name means; else they contradict, unless the lexicon lets both be true.
    """
    both = f"“{left.name}” and “{right.name}”"
    a, b = read_edtf(left.told), read_edtf(right.told)
    if a is not None and b is not None and abs((a.first - b.first).days) > _DAYS:
        return differ(f"{both}, told so long apart that they may be of two events")
    if left.denied or right.denied:
        if left.denied and right.denied:
            return agree(f"both rule out {left.name}") if left.name == right.name else differ(f"{both} are ruled out")
        return (
            contradict("one account denies the cause that the other gives") if left.name == right.name else differ(both)
        )
    if left.name == right.name:
        if other_means(left.means, right.means):
            return contradict(f"{_with(left)} and {_with(right)}: it came about in one way only")
        if _rivals(left.agent, right.agent):
            return contradict(f"by “{left.agent}” and by “{right.agent}”: one only can have done it")
        return agree(f"both say {left.name}")
    if right.name in left.beside or left.name in right.beside:
        return differ(f"{both}: both can have played a part")
    return contradict(f"{both}: it came about in one way only")


def _with(origin: Origin) -> str:
    means = f" ({', '.join(sorted(origin.means))})" if origin.means else ""
    return origin.name + means + (f" by {origin.agent}" if origin.agent else "")


def _told(report: str, claims: Sequence[Claim], assaults: Sequence[EventMention], view: CaseView) -> Iterator[_Found]:
    """What the sentences of a report say of causes, in order of the text."""
    towns, text = _towns(report, view), view.texts[report]
    before: Thing | None = None
    for match in SENTENCE.finditer(text):
        words = without_contrast(f" {match[0].rstrip('.!?').casefold()} ")
        named = named_thing(words)
        thing = (named or before_thing(words, before)) if len(words) <= _LONGEST else None
        before = named or spoken_of(words) or before
        cause = cause_in(words, thing) if thing is not None else None
        if thing is not None and cause is not None:
            span = _trimmed(match, text)
            means = means_of_harm().of(words) if cause.means else frozenset()
            act = next((one for one in assaults if span.start <= one.trigger_start < span.end), None)
            agent = (agent_in(words) or _doer(act)) if cause.means else ""
            origin = Origin(cause.name, cause.beside, means, view.published.get(report), agent=agent)
            town = next((entity for start, entity in towns if span.start <= start < span.end), None)
            answer = Answer(_reading(report, span, claims, view, _with(origin)), origin)
            yield _Found(thing.name, town, answer, act.date if act and act.date_basis in TOLD else None)


def _doer(act: EventMention | None) -> str:
    """Who does the harm as its verb has it ("rebels blew up the dam"); empty where nobody is named."""
    if act is None or act.actor_span is None:
        return ""
    named = act.actor_name or act.actor or ""
    return named if named.casefold() not in load_points().vague else ""


def _rivals(left: str, right: str) -> bool:
    """Two doers of whom one only can have done it: named in other words, of two kinds, and neither of people at large."""
    if not left or not right or claim_stems(left) & claim_stems(right):
        return False
    lexicon = load_comparison()
    kinds = [population_of(words, lexicon) for words in (left, right)]
    return kinds[0] != kinds[1] and PEOPLE not in kinds


def _denials(
    thing: str, found: Sequence[_Found], claims: Mapping[str, Sequence[Claim]], view: CaseView
) -> list[_Found]:
    """Statements that deny what an account gives as the cause: "no earthquake was registered"."""
    causes = {cause.name: cause for cause in load_points().causes if not cause.means}
    given: dict[str, _Found] = {}
    for one in found:
        cause = causes.get(one.answer.value.name)
        for word in cause.words if cause else ():
            if word in one.answer.reading.text.casefold():
                given.setdefault(word, one)
    denied = []
    for claim in (claim for report in sorted(claims) for claim in claims[report]):
        if claim.polarity is not Polarity.NEGATIVE:
            continue
        told = next((word for word in given if named_as_cause(word, claim.text.casefold())), None)
        if told is not None:
            origin = replace(given[told].answer.value, denied=True, told=view.published.get(claim.report))
            reading = reading_of(view, claim, claim.span, f"not {origin.name}")
            denied.append(_Found(thing, given[told].town, Answer(reading, origin)))
    return denied


def _reading(report: str, span: Span, claims: Sequence[Claim], view: CaseView, says: str) -> Reading:
    """The sentence as a reading: of the claim in it, where it makes one, the claim's words."""
    inside = [one for one in claims if one.start < span.end and span.start < one.end]
    claim = min(inside, key=lambda one: (one.start - one.end, one.id), default=None)
    if claim is not None:
        told = Span(start=max(span.start, claim.start), end=min(span.end, claim.end))
        return reading_of(view, claim, told, says)
    return narrated(view, report, span, says)


def _towns(report: str, view: CaseView) -> Sequence[tuple[int, str]]:
    return [
        (place.start, place.entity)
        for place in view.places.get(report, ())
        if place.entity and place.feature not in ("country", "admin1", None)
    ]


def _trimmed(match: re.Match[str], text: str) -> Span:
    start, end = match.span()
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start=start, end=end)
