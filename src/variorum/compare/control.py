"""Who holds a place, as the accounts have it: a village, a town, a palace?"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.compare.claim_words import claim_stems
from variorum.compare.first_words import SENTENCE, country_in, without_denial
from variorum.compare.holding_words import Hold, tells_of_holding, told_holders
from variorum.compare.populations import PEOPLE, population_of
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, narrated, reading_of
from variorum.compare.verdicts import Comparison, agree, contradict, differ
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.lexicon.points import load_points
from variorum.model.base import Span
from variorum.model.edtf import read_edtf
from variorum.model.tables import PlaceMention, Reading
from variorum.model.terms import PointKind

_WIDE = frozenset({"country", "admin1"})
_STOPS = re.compile(r"[,;:()“”\"]|\b(?:in|at|near|from|on|off|outside|around|to|for|by|and|with)\b")
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?\b|\b[A-Z][\w’'-]+\b")
_NAMED_SITE = re.compile(r"\b(?:[Vv]illage|[Tt]own|[Cc]ity|[Tt]ownship|[Ss]ettlement) of (?P<name>[A-Z][\w’'-]+)")
_NEAR = 30
_ADVERBS = 12


@dataclass(frozen=True)
class Holder:
    """Who is said to hold it: the words, the country and the kind of people where they tell them; `denied`: it does not;
    `nobody`: none does; `state`: it holds it, and did not only take it. `as_of` is the day for which the account speaks.
    """

    words: str
    country: str | None = None
    kind: str | None = None
    denied: bool = False
    nobody: bool = False
    state: bool = True
    as_of: str | None = None


def control_questions(view: CaseView, lexicon: ComparisonLexicon) -> Iterator[AnyQuestion]:
    """For each town or site that accounts say somebody holds, who does."""
    told: dict[str, list[Answer[Holder]]] = defaultdict(list)
    names: dict[str, str] = {}
    telling = [report.id for report in view.tables.reports if tells_of_holding(view.folded[report.id])]
    reader = _Reader(view, lexicon, telling)
    for report in telling:
        for place, answer in reader.read(report):
            key = place.entity or place.text.casefold()
            names.setdefault(key, view.names.get(key, place.text))
            told[key].append(answer)
    for key in sorted(told):
        if len({(a.reading.report, a.reading.voice) for a in told[key]}) > 1:
            yield Question(
                kind=PointKind.WHO,
                topic=f"who holds {names[key]}",
                answers=tuple(told[key]),
                compare=lambda left, right: compare_control(left.value, right.value),
                key=f"holds|{key}",
                gravity=0.7,
            )


def compare_control(left: Holder, right: Holder) -> Comparison:
    """Two accounts of who holds a place agree where they name the same; of one day they contradict where they name people of two
    countries or kinds, or one says that nobody does or denies it of the other's; of two days it may have changed hands.
    """
    both = f"“{left.words}” and “{right.words}”"
    same = left.nobody == right.nobody and (left.nobody or _same(left, right))
    if same and left.denied == right.denied:
        return agree(f"both name {left.words}")
    a, b = read_edtf(left.as_of), read_edtf(right.as_of)
    if a is None or b is None or a.first != b.first or not (left.state and right.state):
        return differ(f"{both}: it may have changed hands")
    if left.denied or right.denied:
        return contradict("one account denies what the other states") if same else differ(both)
    apart = left.country and right.country and left.country != right.country
    if left.nobody or right.nobody or apart or (left.kind and right.kind and left.kind != right.kind):
        return contradict(f"{both}: they cannot both hold it")
    return differ(f"{both}: they name others")


def _same(left: Holder, right: Holder) -> bool:
    if left.country and right.country:
        return left.country == right.country
    if left.kind and right.kind:
        return left.kind == right.kind
    return bool(claim_stems(left.words) & claim_stems(right.words))


class _Reader:
    """Finds in a report who is said to hold which place."""

    def __init__(self, view: CaseView, lexicon: ComparisonLexicon, telling: Sequence[str]) -> None:
        self._view, self._lexicon = view, lexicon
        self._names = {p.text.casefold(): p for p in view.tables.places if p.entity and p.feature not in _WIDE}
        for report in telling:
            for match in _NAMED_SITE.finditer(view.texts[report]):
                site = PlaceMention(
                    id="", report=report, start=match.start("name"), end=match.end("name"), text=match["name"]
                )
                self._names.setdefault(match["name"].casefold(), site)
        self._known = {population.name for population in lexicon.populations} - {PEOPLE}

    def read(self, report: str) -> Iterator[tuple[PlaceMention, Answer[Holder]]]:
        """The places and their holders, in order of the text; questions, plans and what is not known say nothing."""
        text, places = self._view.texts[report], _places(report, self._view, self._names)
        for match in SENTENCE.finditer(text) if places else ():
            words = match[0].casefold()
            open_ = any(sign in f" {words}" for sign in (*load_points().unknown, *load_points().no_fact))
            if len(words) != len(match[0]) or words.rstrip().endswith("?") or open_:
                continue
            for told in told_holders(words):
                place = _place(told, match.start(), words, places)
                if place is not None:
                    yield place, self._answer(report, match.start(), told, words)

    def _answer(self, report: str, first: int, told: Hold, words: str) -> Answer[Holder]:
        phrase = words[told.holder.start : told.holder.end]
        head = without_denial(phrase)
        kind = population_of(head, self._lexicon)
        says = f"not {head}" if head != phrase else head
        around = Span(start=min(told.start, told.holder.start), end=max(told.end, told.holder.end))
        span = Span(start=first + around.start, end=first + around.end)
        reading = self._reading(report, span, says)
        value = Holder(
            words=head,
            country=country_in(head),
            kind=kind if kind in self._known else None,
            denied=head != phrase,
            nobody=head in load_points().holding.nobody,
            state=told.state,
            as_of=reading.as_of,
        )
        return Answer(reading, value)

    def _reading(self, report: str, span: Span, says: str) -> Reading:
        claims = self._view.claims_of[report]
        inside = [one for one in claims if one.voice and one.start < span.end and span.start < one.end]
        claim = min(inside, key=lambda one: (one.end - one.start, one.id), default=None)
        return (
            reading_of(self._view, claim, span, says) if claim is not None else narrated(self._view, report, span, says)
        )


def _places(report: str, view: CaseView, names: Mapping[str, PlaceMention]) -> list[tuple[Span, PlaceMention]]:
    """The towns and sites the report names, in order of the text; a name known from elsewhere is one too."""
    told = {p.start: (p.span, p) for p in view.places.get(report, ()) if p.feature not in _WIDE}
    for match in _NAME.finditer(view.texts[report]):
        known = names.get(match[0].casefold())
        if known is not None:
            told.setdefault(match.start(), (Span(start=match.start(), end=match.end()), known))
    return [told[start] for start in sorted(told)]


def _place(told: Hold, first: int, words: str, places: Sequence[tuple[Span, PlaceMention]]) -> PlaceMention | None:
    """The place named right behind the words or right before them; for "the village" the one named last before."""
    if told.place_behind:
        near = [
            (at, p) for at, p in places if 0 <= at.start - first - told.end <= _NEAR and at.end <= first + len(words)
        ]
        return next((p for at, p in near if not _STOPS.search(words[told.end : at.start - first])), None)
    before = [(at, p) for at, p in places if at.end <= first + told.start]
    if not before:
        return None
    at, last = before[-1]
    clause = re.split(r"[,;:]", words[: told.start])[-1]
    ends_in_site = any(re.search(rf"\b{word}\b", clause) for word in load_points().holding.sites)
    beside = at.end >= first and not _STOPS.search(words[at.end - first : told.start])
    return last if ends_in_site or (beside and first + told.start - at.end <= _ADVERBS) else None
