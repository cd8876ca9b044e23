"""Which statements, demands and labels of the accounts can be laid side by side?"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

import msgspec

from variorum.compare.claim_words import alike, claim_stems, claims_in_same_words
from variorum.compare.populations import population_of
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, Told, narrated, reading_of
from variorum.compare.topic_points import compare_statements, shortened, statement, topic_question
from variorum.compare.verdicts import Comparison, agree, differ
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.lexicon.points import load_points
from variorum.model.base import Span
from variorum.model.groups import Groups
from variorum.model.tables import Claim, EventMention, Mention
from variorum.model.terms import EntityType, Manner, PointKind

_APART = timedelta(days=10)
_MOST_OF_ONE_TOPIC = 20
_STEM = 6


_NEUTRAL = "neutral"
_LABEL = "label"
"""The rule of claims that only give somebody a name."""


@dataclass(frozen=True)
class Label:
    """What an account calls people, and the stance the word takes."""

    words: str
    stance: str


def statement_questions(view: CaseView, lexicon: ComparisonLexicon) -> Iterator[AnyQuestion]:
    """Statements in the same words, statements on one topic that affirm and deny, demands, and labels, in that order."""
    yield from _same_statements(view, lexicon)
    homes = view.homes
    for topic in lexicon.topics:
        yield from topic_question(topic, view, homes)
    yield from _demands(view, lexicon, homes)
    yield from _labels(view, lexicon, homes)


def compare_demands(left: Answer[frozenset[str]], right: Answer[frozenset[str]]) -> Comparison:
    """Two accounts of what is demanded: the same words agree, else one names what the other does not."""
    if alike(left.value, right.value) or left.value == right.value:
        return agree("both name the same demand")
    return differ("they name different demands; both can have been made")


def compare_labels(left: Answer[Label], right: Answer[Label]) -> Comparison:
    """Two words for people agree in stance or differ; a label is never a contradiction of fact."""
    if left.value.stance == right.value.stance:
        return agree(f"“{left.value.words}” and “{right.value.words}” take the same stance")
    return differ(f"“{left.value.words}” is {left.value.stance}, “{right.value.words}” {right.value.stance}")


def _same_statements(view: CaseView, lexicon: ComparisonLexicon) -> Iterator[AnyQuestion]:
    """Statements that two reports or more make in much the same words, and denials of them."""
    voiced = _innermost([claim for claim in view.tables.claims if claim.manner is not Manner.NARRATOR], lexicon.asking)
    groups, members = Groups(), {claim.id: claim for claim in voiced}
    for left, right in claims_in_same_words(voiced):
        groups.join(left.id, right.id)
    together: dict[str, list[Claim]] = defaultdict(list)
    for key in members:
        together[groups.top(key)].append(members[key])
    for key in sorted(together):
        claims = together[key]
        if len({claim.report for claim in claims}) > 1:
            yield Question(
                kind=PointKind.STATEMENT,
                topic=shortened(min(claims, key=lambda claim: (len(claim.text), claim.id)).text),
                answers=tuple(statement(claim, view) for claim in claims),
                compare=compare_statements,
                key="statement",
                gravity=0.35,
            )


def _innermost(claims: Sequence[Claim], asking: tuple[str, ...]) -> list[Claim]:
    """The claims that hold no other and state something: what somebody says that another said is a statement of that other,
    and a question told ("why they left") or a name one gives others ("terrorist gangs") states nothing.
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.report].append(claim)
    return [
        claim
        for claim in claims
        if claim.rule != _LABEL
        and not claim.text.casefold().startswith(asking)
        and not any(claim.span.contains(other.span) and claim.span != other.span for other in told[claim.report])
    ]


def _demands(view: CaseView, lexicon: ComparisonLexicon, homes: dict[str, str]) -> Iterator[AnyQuestion]:
    """What one side asks for, by the population that asks."""
    told: dict[tuple[str, str], list[EventMention]] = defaultdict(list)
    for mention in view.tables.event_mentions:
        if mention.concept in lexicon.demands and mention.content_span and mention.actor:
            person = mention.actor_entity if mention.actor_entity in view.persons else None
            told[(person or population_of(mention.actor, lexicon), homes[mention.report])].append(mention)
    for (asker, country), mentions in sorted(told.items()):
        if len({(m.report, m.voice) for m in mentions}) > 1:
            yield Question(
                kind=PointKind.STATEMENT,
                topic=_demand_topic(asker, view, lexicon),
                answers=tuple(_demand(mention, view) for mention in mentions),
                compare=compare_demands,
                key=f"demand|{asker}|{country}",
                gravity=0.5,
            )


def _demand_topic(asker: str, view: CaseView, lexicon: ComparisonLexicon) -> str:
    if asker in view.persons:
        return f"what {view.names.get(asker, asker)} demands"
    if asker in {population.name for population in lexicon.populations}:
        return f"what {asker} demand"
    irregular = {one: many for many, one in lexicon.irregular_plurals.items()}
    return f"what {irregular.get(asker, asker if asker.endswith('s') else f'{asker}s')} demand"


def _demand(mention: EventMention, view: CaseView) -> Answer[frozenset[str]]:
    span = mention.content_span or mention.span
    words = view.texts[mention.report][span.start : span.end]
    return Answer(reading_of(view, mention, span, shortened(words)), claim_stems(words))


def _labels(view: CaseView, lexicon: ComparisonLexicon, homes: dict[str, str]) -> Iterator[AnyQuestion]:
    """What accounts call the people on the streets, where they take different stances."""
    claims = view.claims_of
    patterns = _label_patterns(lexicon)
    if not view.incidents.crowded:  # in a war those who fight and those who march are no one crowd
        patterns.append((_NEUTRAL, _nouns(load_points().neutral)))
    told: dict[str, list[Answer[Label]]] = defaultdict(list)
    called: dict[str, list[Answer[Label]]] = defaultdict(list)
    named: dict[str, list[Span]] = defaultdict(list)
    for mention in view.tables.mentions:
        label = _label(mention.text, patterns) if mention.type is EntityType.GROUP else None
        if label is not None:
            named[mention.report].append(mention.span)
            told[homes.get(mention.report, "")].append(_labelled(mention, label, claims[mention.report], view))
    for report in view.tables.reports:
        for label, span in _called(report.text, lexicon):
            if not any(other.start < span.end and span.start < other.end for other in named[report.id]):
                answer = _called_so(report.id, label, span, claims[report.id], view)
                called[homes.get(report.id, "")].append(answer)
    for country in sorted({*told, *called}):
        answers = _taking_sides(told[country], called[country])
        if len({answer.value.stance for answer in answers}) > 1 and len({a.reading.report for a in answers}) > 1:
            yield Question(
                kind=PointKind.LABEL,
                topic="what accounts call those involved",
                answers=tuple(answers),
                compare=compare_labels,
                key=f"label|{country}",
                gravity=0.45,
            )


def _label(text: str, patterns: Sequence[tuple[str, re.Pattern[str]]]) -> Label | None:
    words = text.casefold()
    for stance, pattern in patterns:
        if pattern.search(words):
            return Label(words=text, stance=stance)
    return None


def _label_patterns(lexicon: ComparisonLexicon) -> list[tuple[str, re.Pattern[str]]]:
    """Each stance with what finds its nouns, singular or plural, in the lexicon's order."""
    return [(entry.stance, _nouns(entry.heads)) for entry in lexicon.labels]


def _nouns(heads: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, heads))})s?\b")


def _called(text: str, lexicon: ComparisonLexicon) -> Iterator[tuple[Label, Span]]:
    """The plain plurals of the text that praise or blame, whether they are told as anybody's name or not: "the patriots"."""
    for entry in lexicon.labels:
        for found in _plurals(entry.heads).finditer(text):
            yield Label(words=found[0], stance=entry.stance), Span(start=found.start(), end=found.end())


@cache
def _plurals(heads: tuple[str, ...]) -> re.Pattern[str]:
    """The heads in the plural, in small letters, behind no hyphen and before no noun they would describe."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(head) for head in heads)})(?:e?s)(?![\w’'-])")


def _called_so(report: str, label: Label, span: Span, claims: Sequence[Claim], view: CaseView) -> Answer[Label]:
    holding = [claim for claim in claims if claim.span.contains(span)]
    row = min(holding, key=lambda claim: (claim.end - claim.start, claim.id), default=None)
    return Answer(reading_of(view, row, span, label.words) if row else narrated(view, report, span, label.words), label)


def _taking_sides(answers: Sequence[Answer[Label]], called: Sequence[Answer[Label]]) -> list[Answer[Label]]:
    """The labels that praise or blame, where two reports or more do both; else the neutral ones beside those that name
    somebody (`called` are words that do not: "the defenders" may be of a goal).
    """
    sided = [answer for answer in answers if answer.value.stance != _NEUTRAL]
    told = [*sided, *called]
    if len({a.value.stance for a in told}) > 1 and len({a.reading.report for a in told}) > 1:
        return told
    return list(answers) if sided else []


def _labelled(mention: Mention, label: Label, claims: Sequence[Claim], view: CaseView) -> Answer[Label]:
    holding = [claim for claim in claims if claim.span.contains(mention.span)]
    row: Told | None = min(holding, key=lambda claim: (claim.end - claim.start, claim.id), default=None)
    span = Span(start=mention.start, end=mention.end)
    if row is None:
        narrated = reading_of(view, _narrated(mention), span, mention.text)
        return Answer(msgspec.structs.replace(narrated, claim=None), label)
    return Answer(reading_of(view, row, span, mention.text), label)


def _narrated(mention: Mention) -> Claim:
    """The report's own use of a word, as a claim of the report."""
    return Claim(
        id=mention.id,
        report=mention.report,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        manner=Manner.NARRATOR,
    )
