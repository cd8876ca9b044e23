"""Which statements touch one topic, and do some affirm what others deny?"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

import msgspec

from variorum.compare.claim_words import alike, claim_stems
from variorum.compare.first_words import SENTENCE, country_in
from variorum.compare.officials import is_official
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, narrated, reading_of
from variorum.compare.verdicts import Comparison, agree, contradict, differ
from variorum.lexicon.comparison import Topic, load_comparison
from variorum.lexicon.points import load_points
from variorum.model.edtf import read_edtf
from variorum.model.tables import Claim
from variorum.model.terms import Manner, PointKind, Polarity

_APART = timedelta(days=10)
_MOST_OF_ONE_TOPIC = 20
_STEM = 6
_SHARED = 4
_NEGATION = re.compile(r"\b(?:no|not|never|without|neither|nor|nobody|none)\b[^,;]{0,20}$")


@dataclass(frozen=True)
class Statement:
    """A statement's telling words and whether it affirms or denies; of a matter of fact the words `beside` it, the voice's
    own included, by which two statements are seen to speak of one party; `bare`: it names none. `lands` are
    the countries it names, of a denial those it is made for, None where it speaks for nobody else.
    """

    stems: frozenset[str]
    polarity: Polarity
    beside: frozenset[str] = frozenset()
    bare: bool = False
    lands: frozenset[str] | None = None


def compare_statements(left: Answer[Statement], right: Answer[Statement]) -> Comparison:
    """Two statements on one matter: in the same words, they agree, or contradict if one denies what the other affirms; in
    other words, or in the mouth of one voice, they differ.
    """
    if alike(left.value.stems, right.value.stems):
        if left.value.polarity is right.value.polarity:
            return agree("both state the same")
        if not _says_so(left, right):
            return differ("one affirms and one denies in like words, but not both say that it was or was not so")
        if left.reading.voice_entity is not None and left.reading.voice_entity == right.reading.voice_entity:
            return differ("the same voice affirms it in one account and denies it in the other")
        return contradict("one account denies what the other affirms in the same words")
    if left.value.polarity is right.value.polarity:
        return differ("they say other things of one matter")
    return differ("one affirms and one denies, but not in the same terms")


def _says_so(left: Answer[Statement], right: Answer[Statement]) -> bool:
    """Both are more than a name, share more than one, and neither only asks, or says that it is not known."""
    words = [answer.reading.text.casefold() for answer in (left, right)]
    unknown = any(sign in f" {told}" for told in words for sign in load_points().unknown)
    return len(left.value.stems & right.value.stems) >= _SHARED and not unknown


def compare_facts_told(left: Answer[Statement], right: Answer[Statement]) -> Comparison:
    """Two statements on a matter of fact: one that affirms and one that denies of the same party contradict."""
    one_party = _of_one_party(left.value, right.value)
    if left.value.polarity is not right.value.polarity and one_party:
        return contradict("one account denies what the other affirms")
    return compare_statements(left, right)


def _of_one_party(left: Statement, right: Statement) -> bool:
    """They share a telling word, one has none, or the denial is a state's and the other names no other country."""
    if left.beside & right.beside or left.bare or right.bare:
        return True
    if left.lands is None or right.lands is None:
        return False
    return not left.lands or not right.lands or bool(left.lands & right.lands)


def compare_sole_facts(left: Answer[Statement], right: Answer[Statement]) -> Comparison:
    """Two statements on a matter of which a crisis has one only."""
    if left.value.polarity is right.value.polarity:
        return agree("both deny it" if left.value.polarity is Polarity.NEGATIVE else "both affirm it")
    return contradict("one account denies what the other affirms")


def topic_question(topic: Topic, view: CaseView, homes: dict[str, str]) -> Iterator[AnyQuestion]:
    """Only where some account affirms and another denies, and both name something besides the topic."""
    told: dict[str, list[Claim]] = defaultdict(list)
    stems = (*topic.stems, *topic.opposite)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, stems))})")
    fact = topic.fact and not view.incidents.crowded
    for claim in view.tables.claims:
        words = claim.text.casefold()
        if pattern.search(words) and not (topic.fact and _is_no_fact(words)):
            told[homes.get(claim.report, "")].append(claim)
    if fact:
        for claim in _narrated(stems, pattern, view):
            told[homes.get(claim.report, "")].append(claim)
    for country, claims in [(home, part) for home in sorted(told) for part in _by_time(told[home], view)]:
        answers = [_on_topic(_turned(claim, topic), pattern, topic, view) for claim in claims]
        accounts = {(claim.report, claim.voice) for claim in claims}
        sides = len({answer.value.polarity for answer in answers}) > 1 and len(accounts) > 1
        if sides and len(claims) <= _MOST_OF_ONE_TOPIC and (_meet(answers) or (fact and topic.sole)):
            yield Question(
                kind=PointKind.STATEMENT,
                topic=topic.name,
                answers=tuple(answers),
                compare=_comparison(topic, fact),
                key=f"topic|{topic.name}|{country}",
                gravity=topic.gravity,
            )


def _narrated(stems: tuple[str, ...], pattern: re.Pattern[str], view: CaseView) -> Iterator[Claim]:
    """What reports tell of the topic themselves, in sentences that make nobody's claim and ask nothing, as claims of theirs."""
    for report in view.tables.reports:
        text = view.folded[report.id]
        if not any(stem in text for stem in stems):  # soon said, and true of most texts
            continue
        voiced = view.claims_of[report.id]
        for match in SENTENCE.finditer(report.text):
            words = match[0].casefold()
            stem = pattern.search(words)
            at = match.start() + stem.start() if stem is not None else 0
            inside = any(claim.start <= at < claim.end for claim in voiced)
            if stem is None or inside or words.rstrip().endswith("?") or _is_no_fact(words):
                continue
            start, end = match.start() + len(match[0]) - len(match[0].lstrip()), match.end()
            yield Claim(
                id="", report=report.id, start=start, end=end, text=report.text[start:end], manner=Manner.NARRATOR
            )


def _comparison(topic: Topic, fact: bool) -> Callable[[Answer[Statement], Answer[Statement]], Comparison]:
    if not fact:
        return compare_statements
    return compare_sole_facts if topic.sole else compare_facts_told


def _is_no_fact(words: str) -> bool:
    lexicon = load_points()
    return any(f" {word}" in f" {words}" for word in lexicon.no_fact) or any(
        refusal in f" {words} " for refusal in lexicon.refusals
    )


def _on_topic(claim: Claim, pattern: re.Pattern[str], topic: Topic, view: CaseView) -> Answer[Statement]:
    fact = topic.fact and not view.incidents.crowded
    answer = statement(_negated(claim, pattern) if fact else claim, view)
    beside = claim_stems(pattern.sub(" ", claim.text.casefold()))
    voice = claim_stems(claim.voice_name or claim.voice or "") if fact else frozenset()
    bare = fact and answer.value.polarity is Polarity.POSITIVE and len(beside) <= 1
    value = replace(answer.value, beside=beside | voice, bare=bare)
    if not topic.by_state:
        return replace(answer, value=value)
    official = is_official(claim.voice) or is_official(claim.voice_name)
    speaks = official if value.polarity is Polarity.NEGATIVE else not _of_no_state().search(claim.text.casefold())
    named = country_in(f"{claim.text} {claim.voice or ''}" if value.polarity is Polarity.NEGATIVE else claim.text)
    lands = frozenset({named} if named else ()) if speaks else None
    return replace(answer, value=replace(value, lands=lands))


@cache
def _of_no_state() -> re.Pattern[str]:
    """Words for people who bear arms against a state."""
    heads = next(kind.heads for kind in load_comparison().populations if kind.name == "militants")
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, heads))})s?\b")


def _turned(claim: Claim, topic: Topic) -> Claim:
    """A claim in words that say the opposite ("the vote was free and fair") as a denial, and its denial as affirming."""
    words = claim.text.casefold()
    found = next((words.find(word) for word in topic.opposite if word in words), None)
    if found is None or any(stem in words for stem in topic.stems):
        return claim
    denied = claim.polarity is Polarity.NEGATIVE or _NEGATION.search(words[:found]) is not None
    return msgspec.structs.replace(claim, polarity=Polarity.POSITIVE if denied else Polarity.NEGATIVE)


def _negated(claim: Claim, pattern: re.Pattern[str]) -> Claim:
    """A claim that affirms one thing and denies the topic beside it ("tear gas and no live rounds") as a denial."""
    found = pattern.search(claim.text.casefold())
    if found is None or not _NEGATION.search(claim.text.casefold()[: found.start()]):
        return claim
    return msgspec.structs.replace(claim, polarity=Polarity.NEGATIVE)


def _meet(answers: Sequence[Answer[Statement]]) -> bool:
    """Whether an affirming and a denying statement share a telling word beside those of the topic, or one has none."""
    told = {side: [a.value for a in answers if a.value.polarity is side] for side in Polarity}
    return any(_of_one_party(left, right) for left in told[Polarity.POSITIVE] for right in told[Polarity.NEGATIVE])


def _by_time(claims: Sequence[Claim], view: CaseView) -> Iterator[list[Claim]]:
    """The claims parted wherever ten days pass without one; those of unknown time go with the first part."""
    parts: list[list[Claim]] = []
    last: date | None = None
    for claim in sorted(claims, key=lambda claim: (view.published.get(claim.report, ""), claim.report, claim.start)):
        period = read_edtf(view.published.get(claim.report))
        told = period.first if period else None
        if not parts or (told and last and told - last > _APART):
            parts.append([])
        parts[-1].append(claim)
        last = told or last
    yield from parts


def statement(claim: Claim, view: CaseView) -> Answer[Statement]:
    """The claim as an answer: its words, and whether it affirms or denies."""
    says = ("not: " if claim.polarity is Polarity.NEGATIVE else "") + shortened(claim.text)
    if not claim.id:
        return Answer(
            narrated(view, claim.report, claim.span, says), Statement(claim_stems(claim.text), claim.polarity)
        )
    return Answer(reading_of(view, claim, claim.span, says), Statement(claim_stems(claim.text), claim.polarity))


def shortened(text: str) -> str:
    """The text in one line, of ninety characters at most."""
    words = " ".join(text.split())
    return words if len(words) <= 90 else words[:89].rsplit(" ", 1)[0] + " …"
