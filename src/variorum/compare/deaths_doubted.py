"""Is somebody alive whom another account calls dead?"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from variorum.compare.event_groups import happened
from variorum.compare.event_words import short
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, account, reading_of
from variorum.compare.verdicts import Comparison, agree, contradict, differ
from variorum.lexicon.points import load_points
from variorum.model.edtf import read_edtf
from variorum.model.tables import EventMention
from variorum.model.terms import EntityType, Manner, PointKind, Polarity

_DEATHS = frozenset({"kill", "assassinate", "execute"})


@dataclass(frozen=True)
class Life:
    """Whether an account calls the person alive, and the day for which it speaks."""

    alive: bool
    as_of: str | None = None


def life_questions(view: CaseView) -> Iterator[AnyQuestion]:
    """Of each person whom an account calls dead and another alive."""
    dead: dict[str, list[EventMention]] = defaultdict(list)
    for mention in view.tables.event_mentions:
        if mention.concept in _DEATHS and mention.recipient_entity in view.persons and happened(mention):
            dead[mention.recipient_entity or ""].append(mention)
    alive = _alive(view, frozenset(dead))
    for person in sorted(alive):
        told = [
            Answer(reading_of(view, m, short(m, view), "dead", m.date), _life(False, m, view)) for m in dead[person]
        ]
        answers = [*told, *alive[person]]
        if len({account(answer.reading) for answer in answers}) > 1:
            yield Question(
                kind=PointKind.STATEMENT,
                topic=f"whether {view.names.get(person, person)} is alive",
                answers=tuple(answers),
                compare=lambda left, right: compare_lives(left.value, right.value),
                key=f"alive|{person}",
                gravity=0.9,
            )


def compare_lives(left: Life, right: Life) -> Comparison:
    """One account that calls somebody dead contradicts one that calls them alive, unless that one speaks of a day before."""
    if left.alive == right.alive:
        return agree("both call them alive" if left.alive else "both call them dead")
    living, dead = (left, right) if left.alive else (right, left)
    a, b = read_edtf(living.as_of), read_edtf(dead.as_of)
    if a is not None and b is not None and a.last < b.first:
        return differ(f"alive as of {living.as_of}, dead as of {dead.as_of}: both can be true")
    return contradict("one account calls them dead, the other alive")


def _life(alive: bool, mention: EventMention, view: CaseView) -> Life:
    return Life(alive, mention.date or view.published.get(mention.report))


def _alive(view: CaseView, persons: frozenset[str]) -> dict[str, list[Answer[Life]]]:
    """The statements that call one of the persons alive, by person: they name nobody else."""
    named: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for mention in view.tables.mentions:
        if mention.type is EntityType.PERSON and mention.entity:
            named[mention.report].append((mention.start, mention.entity))
    found: dict[str, list[Answer[Life]]] = defaultdict(list)
    for claim in view.tables.claims:
        if claim.manner is Manner.NARRATOR or not _words().search(claim.text.casefold()):
            continue
        inside = {entity for start, entity in named[claim.report] if claim.start <= start < claim.end}
        if len(inside) == 1 and inside <= persons and claim.polarity is Polarity.POSITIVE:
            life = Life(True, view.published.get(claim.report))
            found[inside.pop()].append(Answer(reading_of(view, claim, claim.span, "alive"), life))
    return found


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, load_points().alive)) + r")\b(?! (?:until|when|in the))")
