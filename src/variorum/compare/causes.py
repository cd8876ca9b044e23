"""What was it that brought down, burned or broke a thing: an accident, neglect, nature, an attack, and by what means?"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, narrated, reading_of
from variorum.compare.verdicts import Comparison, agree, contradict, differ
from variorum.lexicon.means import other_means
from variorum.lexicon.points import Thing, load_points
from variorum.model.base import Span
from variorum.model.edtf import read_edtf
from variorum.model.tables import Claim, Reading
from variorum.model.terms import Manner, PointKind, Polarity

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|[”\"’])[^.!?\n]+)*")
_LONGEST = 260
_DAYS = 30


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
    for report in view.tables.reports:
        for one in _told(report.id, claims[report.id], view):
            found[one.thing].append(one)
    for thing in sorted(found):
        found[thing] += _denials(thing, found[thing], claims, view)
        towns = sorted({one.town for one in found[thing] if one.town})
        places: list[str | None] = [*towns] if towns else [None]
        for town in places:
            # what names no town speaks of the only one named
            same = [one.answer for one in found[thing] if one.town == town or (one.town is None and len(towns) <= 1)]
            names = {(a.value.name, a.value.means, a.value.denied, a.value.agent) for a in same}
            if len(names) > 1 and len({(a.reading.report, a.reading.voice) for a in same}) > 1:
                yield Question(
                    kind=PointKind.MANNER,
                    topic=f"what caused the {thing}" + (f", {view.names.get(town, town)}" if town else ""),
                    answers=tuple(same),
                    compare=lambda left, right: compare_causes(left.value, right.value),
                    key=f"cause|{thing}|{town or ''}",
                    gravity=0.75,
                )


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
        if left.agent and right.agent and not claim_stems(left.agent) & claim_stems(right.agent):
            return contradict(f"by “{left.agent}” and by “{right.agent}”: one only can have done it")
        return agree(f"both say {left.name}")
    if right.name in left.beside or left.name in right.beside:
        return differ(f"{both}: both can have played a part")
    return contradict(f"{both}: it came about in one way only")


def _with(origin: Origin) -> str:
    return f"{origin.name} ({', '.join(sorted(origin.means))})" if origin.means else origin.name


def _told(report: str, claims: Sequence[Claim], view: CaseView) -> Iterator[_Found]:
    """What the sentences of a report say of causes, in order of the text."""
    towns, text = _towns(report, view), view.texts[report]
    before: Thing | None = None
    for match in _SENTENCE.finditer(text):
        words = without_contrast(f" {match[0].casefold()} ")
        named = named_thing(words)
        thing = (named or before_thing(words, before)) if len(words) <= _LONGEST else None
        before = named or spoken_of(words) or before
        cause = cause_in(words, thing) if thing is not None else None
        if thing is not None and cause is not None:
            span = _trimmed(match, text)
            means = means_of_harm().of(words) if cause.means else frozenset()
            agent = agent_in(words) if cause.means else ""
            origin = Origin(cause.name, cause.beside, means, view.published.get(report), agent=agent)
            town = next((entity for start, entity in towns if span.start <= start < span.end), None)
            yield _Found(thing.name, town, Answer(_reading(report, span, claims, view, _with(origin)), origin))


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
