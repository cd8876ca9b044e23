"""Who won the vote, as the accounts have it?"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import msgspec

from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, reading_of
from variorum.compare.verdicts import Comparison, agree, contradict
from variorum.lexicon.points import load_points
from variorum.model.base import Span
from variorum.model.tables import Claim, Mention
from variorum.model.terms import EntityType, Manner, PointKind, Polarity

_NEAR = 12
_YEAR = re.compile(r",? (?:in|of) (?:19|20)\d\d\b")


def victory_questions(view: CaseView) -> Iterator[AnyQuestion]:
    """Who won, where accounts name two persons; elections of other times and places than that of the crisis are told of too
    seldom to part them.
    """
    answers = [*_claimed(view), *_declared(view)]
    if len({answer.value for answer in answers}) > 1:
        yield Question(
            kind=PointKind.WHO,
            topic="who won the vote",
            answers=tuple(answers),
            compare=_compare,
            key="victory",
            gravity=0.7,
        )


def _compare(left: Answer[str], right: Answer[str]) -> Comparison:
    if left.value == right.value:
        return agree(f"both name {left.reading.says}")
    return contradict(f"{left.reading.says} and {right.reading.says}: one only can have won")


def _claimed(view: CaseView) -> Iterator[Answer[str]]:
    victory = load_points().victory
    for claim in view.tables.claims:
        if (
            claim.voice_entity in view.persons
            and claim.polarity is Polarity.POSITIVE
            and (_claims(claim, victory) or _own().match(claim.text.casefold()))
        ):
            says = claim.voice_name or claim.voice or ""
            yield Answer(reading_of(view, claim, claim.span, says), claim.voice_entity or "")


def _claims(claim: Claim, victory: tuple[str, ...]) -> bool:
    cue = (claim.cue or "").casefold()
    return cue.startswith(("claim", "declar")) and claim.text.casefold().startswith(victory)


@cache
def _own() -> re.Pattern[str]:
    """The words in which somebody says of themselves that they won."""
    return re.compile("|".join(load_points().own_victory))


def _declared(view: CaseView) -> Iterator[Answer[str]]:
    """A person's name right before the words that make a winner of who bears it."""
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in view.tables.mentions:
        if mention.type is EntityType.PERSON and mention.entity:
            named[mention.report].append(mention)
    hints = load_points().winner_hints
    for report in view.tables.reports:
        if not any(hint in view.folded[report.id] for hint in hints):
            continue
        for found in _winner().finditer(report.text):
            if _YEAR.match(report.text, found.end()):
                continue  # of another vote
            near = [m for m in named[report.id] if 0 <= found.start() - m.end <= _NEAR]
            if near:
                mention = max(near, key=lambda m: (m.end, -m.start))
                span = Span(start=mention.start, end=found.end())
                row = Claim(
                    id=mention.id,
                    report=report.id,
                    start=span.start,
                    end=span.end,
                    text="",
                    manner=Manner.NARRATOR,
                )
                says = view.names.get(mention.entity or "", mention.text)
                reading = msgspec.structs.replace(reading_of(view, row, span, says), claim=None)
                yield Answer(reading, mention.entity or "")


@cache
def _winner() -> re.Pattern[str]:
    return re.compile("|".join(load_points().declared))
