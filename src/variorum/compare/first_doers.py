"""Who began a fight, as the accounts have it: who fired first, attacked, or provoked it?"""

from collections.abc import Iterator
from dataclasses import dataclass

from variorum.compare.claim_words import claim_stems
from variorum.compare.first_words import SENTENCE, country_in, tells, told_doers, without_denial
from variorum.compare.officials import is_official
from variorum.compare.populations import PEOPLE, population_of
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, narrated, reading_of
from variorum.compare.verdicts import Comparison, agree, contradict, differ
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.lexicon.points import load_points
from variorum.model.base import Span
from variorum.model.edtf import read_edtf
from variorum.model.tables import Claim, Mention, Reading
from variorum.model.terms import EntityType, Manner, PointKind

_DAYS = 10


@dataclass(frozen=True)
class Beginner:
    """Whom an account says to have begun it, or not: the entity where the case knows it and whether it is a body, the country
    and the kind of people where the words tell them, and the words; the towns its sentence names, and the day it was told.
    """

    words: str
    entity: str | None = None
    body: bool = False
    country: str | None = None
    kind: str | None = None
    denied: bool = False
    towns: frozenset[str] = frozenset()
    told: str | None = None


def first_doer_questions(view: CaseView, lexicon: ComparisonLexicon) -> Iterator[AnyQuestion]:
    """Who began the fighting, where two accounts or more name somebody. In a case of many killings it cannot be told which
    fight is meant.
    """
    if view.incidents.crowded:
        return
    telling = {report.id for report in view.tables.reports if tells(view.folded[report.id])}
    if not telling:
        return
    reader = _Reader(view, lexicon, telling)
    answers = [answer for report in sorted(telling) for answer in reader.read(report)]
    if len({(answer.reading.report, answer.reading.voice) for answer in answers}) > 1:
        yield Question(
            kind=PointKind.WHO,
            topic="who began the fighting",
            answers=tuple(answers),
            compare=lambda left, right: compare_beginners(left.value, right.value),
            key="first",
            gravity=0.75,
        )


def compare_beginners(left: Beginner, right: Beginner, did: str = "begun it") -> Comparison:
    """Two accounts of who `did` it agree where they name the same; they contradict where they name people of two countries, of
    two kinds, or two bodies that are not both of the state, or one denies of a party what the other says of it; else they
    differ, as do accounts of two towns.
    """
    both = f"“{left.words}” and “{right.words}”"
    a, b = read_edtf(left.told), read_edtf(right.told)
    if a is not None and b is not None and abs((a.first - b.first).days) > _DAYS:
        return differ(f"{both}, told so long apart that they may be of two fights")
    if left.towns and right.towns and not left.towns & right.towns:
        return differ(f"{both}, of two places")
    same = _same(left, right)
    if left.denied or right.denied:
        if left.denied and right.denied:
            return agree(f"both deny it of {left.words}") if same else differ(f"{both} are said not to have {did}")
        return contradict("one account denies of a party what the other says of it") if same else differ(both)
    if same:
        return agree(f"both name {left.words}")
    one_country = left.country is not None and left.country == right.country
    countries = left.country is not None and right.country is not None and not one_country
    kinds = left.kind is not None and right.kind is not None and left.kind != right.kind
    bodies = left.body and right.body and not (is_official(left.words) and is_official(right.words))
    if countries or kinds or bodies:
        return contradict(f"{both}: one only can have {did}")
    return differ(f"{both}: they name others")


def _same(left: Beginner, right: Beginner) -> bool:
    if left.entity is not None and left.entity == right.entity:
        return True
    if left.country and right.country and left.country != right.country:
        return False
    if left.kind and right.kind:
        return left.kind == right.kind
    return bool(claim_stems(left.words) & claim_stems(right.words))


class _Reader:
    """Finds in the reports that may tell it who is said to have begun it."""

    def __init__(self, view: CaseView, lexicon: ComparisonLexicon, telling: set[str]) -> None:
        self._view, self._lexicon = view, lexicon
        self._known = {population.name for population in lexicon.populations} - {PEOPLE}
        self._claims: dict[str, list[Claim]] = {report: [] for report in telling}
        self._mentions: dict[str, list[Mention]] = {report: [] for report in telling}
        for claim in view.tables.claims:
            if claim.report in telling and claim.manner is not Manner.NARRATOR:
                self._claims[claim.report].append(claim)
        for mention in view.tables.mentions:
            if mention.report in telling and mention.entity and mention.form != "pronoun":
                self._mentions[mention.report].append(mention)

    def read(self, report: str) -> Iterator[Answer[Beginner]]:
        """What the sentences of the report say, in order; questions and what is not known say nothing."""
        for match in SENTENCE.finditer(self._view.texts[report]):
            words = match[0].casefold()
            asks = words.rstrip().endswith("?") or any(sign in f" {words}" for sign in load_points().unknown)
            if not asks and len(words) == len(match[0]):
                sentence = Span(start=match.start(), end=match.end())
                for told, doer in told_doers(words):
                    yield self._answer(report, sentence, told, doer)

    def _answer(self, report: str, sentence: Span, told: Span, doer: Span) -> Answer[Beginner]:
        text, first = self._view.texts[report], sentence.start
        words = text[first + doer.start : first + doer.end]
        head = without_denial(words)
        kind = population_of(head, self._lexicon)
        entity = self._named(report, Span(start=first + doer.start, end=first + doer.start + len(head)))
        value = Beginner(
            words=head,
            entity=entity,
            body=self._view.kinds.get(entity or "") is EntityType.ORGANIZATION,
            country=country_in(head),
            kind=kind if kind in self._known else None,
            denied=head != words,
            towns=frozenset(
                place.entity
                for place in self._view.places.get(report, ())
                if first <= place.start < sentence.end
                and place.entity
                and place.feature not in ("country", "admin1", None)
            ),
            told=self._view.published.get(report),
        )
        span = Span(start=first + min(doer.start, told.start), end=first + max(doer.end, told.end))
        return Answer(self._reading(report, span, f"not {head}" if value.denied else head), value)

    def _named(self, report: str, phrase: Span) -> str | None:
        """The entity whose name ends the phrase, else the last one in it."""
        inside = [mention for mention in self._mentions[report] if phrase.contains(mention.span)]
        last = max(inside, key=lambda mention: (mention.end, -mention.start, mention.id), default=None)
        return last.entity if last is not None else None

    def _reading(self, report: str, span: Span, says: str) -> Reading:
        inside = [claim for claim in self._claims[report] if claim.start < span.end and span.start < claim.end]
        claim = min(inside, key=lambda one: (one.end - one.start, one.id), default=None)
        if claim is not None:
            return reading_of(self._view, claim, span, says)
        return narrated(self._view, report, span, says)
