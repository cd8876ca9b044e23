"""What was it that brought down, burned or broke a thing: an accident, neglect, nature, an attack, and by what means?"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from msgspec.structs import replace

from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, reading_of
from variorum.compare.verdicts import Comparison, agree, contradict, differ
from variorum.lexicon.events import load_event_kinds
from variorum.lexicon.means import Means, other_means
from variorum.lexicon.points import Cause, Thing, load_points
from variorum.model.base import Span
from variorum.model.edtf import read_edtf
from variorum.model.tables import Claim, Reading
from variorum.model.terms import Manner, PointKind

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|[”\"’])[^.!?\n]+)*")
_LONGEST = 260
_DAYS = 30


@dataclass(frozen=True)
class Origin:
    """The cause an account gives: its class in the lexicon, those it can go together with, and the means of an attack."""

    name: str
    beside: tuple[str, ...] = ()
    means: frozenset[str] = frozenset()
    told: str | None = None


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
        towns = sorted({one.town for one in found[thing] if one.town})
        places: list[str | None] = [*towns] if towns else [None]
        for town in places:
            # what names no town speaks of the only one named
            same = [one.answer for one in found[thing] if one.town == town or (one.town is None and len(towns) <= 1)]
            names = {(answer.value.name, answer.value.means) for answer in same}
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
    if left.name == right.name:
        if other_means(left.means, right.means):
            return contradict(f"{_with(left)} and {_with(right)}: it came about in one way only")
        return agree(f"both say {left.name}")
    if right.name in left.beside or left.name in right.beside:
        return differ(f"{both}: both can have played a part")
    return contradict(f"{both}: it came about in one way only")


def _with(origin: Origin) -> str:
    return f"{origin.name} ({', '.join(sorted(origin.means))})" if origin.means else origin.name


def _told(report: str, claims: Sequence[Claim], view: CaseView) -> Iterator[_Found]:
    """What the sentences of a report say of causes, in order of the text."""
    towns, text, lexicon = _towns(report, view), view.texts[report], load_points()
    for match in _SENTENCE.finditer(text):
        words = f" {match[0].casefold()} "
        thing = next((one for one in lexicon.things if _names(one, words)), None) if len(words) <= _LONGEST else None
        cause = _cause_in(words, thing) if thing is not None else None
        if thing is not None and cause is not None:
            span = _trimmed(match, text)
            means = _means().of(words) if cause.means else frozenset()
            origin = Origin(cause.name, cause.beside, means, view.published.get(report))
            town = next((entity for start, entity in towns if span.start <= start < span.end), None)
            yield _Found(thing.name, town, Answer(_reading(report, span, claims, view, _with(origin)), origin))


def _reading(report: str, span: Span, claims: Sequence[Claim], view: CaseView, says: str) -> Reading:
    """The sentence as a reading: of the claim in it, where it makes one, the claim's words."""
    inside = [one for one in claims if one.start < span.end and span.start < one.end]
    claim = min(inside, key=lambda one: (one.start - one.end, one.id), default=None)
    if claim is not None:
        told = Span(start=max(span.start, claim.start), end=min(span.end, claim.end))
        return reading_of(view, claim, told, says)
    row = Claim(id="", report=report, start=span.start, end=span.end, text="", manner=Manner.NARRATOR)
    return replace(reading_of(view, row, span, says), claim=None, row=None)


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


def _names(thing: Thing, words: str) -> bool:
    """The sentence names the thing and, where it must, says that it came to harm."""
    if not any(f" {word}" in words for word in thing.words):
        return False
    return not thing.happens or any(f" {word}" in words for word in thing.happens)


def _cause_in(words: str, thing: Thing) -> Cause | None:
    """The first class of causes that the sentence gives; None where it denies or doubts what it says beside."""
    for cause in load_points().causes:
        told = _pattern(cause, bool(thing.happens)).search(words)
        if told is not None:
            rest = words[: told.start()] + words[told.end() :]
            return None if _unsure().search(rest) else cause
    return None


@cache
def _unsure() -> re.Pattern[str]:
    return re.compile(r"(?:\b|(?=n't ))(?:" + "|".join(map(re.escape, load_points().unsure)) + r")")


@cache
def _pattern(cause: Cause, harmed: bool) -> re.Pattern[str]:
    """A cause told as one: a word of it behind a word that leads a cause in, or a word that says both."""
    lexicon = load_points()
    leads = "|".join(map(re.escape, (*lexicon.leads, *(lexicon.happened_by if harmed else ()))))
    words, tells = ("|".join(map(re.escape, told)) for told in (cause.words, cause.tells))
    return re.compile(rf"\b(?:{leads})\b[^,;]{{0,60}}?\b(?:{words})|\b(?:{tells})")


@cache
def _means() -> Means:
    known, more = load_event_kinds().means, load_points().attack_means
    return Means({name: (*known.get(name, ()), *more.get(name, ())) for name in {**known, **more}})
