"""Is somebody alive whom another account calls dead?"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from variorum.compare.event_groups import DEATHS, happened
from variorum.compare.event_words import short
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, account, reading_of
from variorum.compare.verdicts import Comparison, agree, contradict, differ
from variorum.lexicon.points import load_points
from variorum.model.edtf import read_edtf
from variorum.model.tables import EventMention, Mention
from variorum.model.terms import EntityType, Manner, PointKind, Polarity, Realis

_AMONG = re.compile(r"\b(?:including|among (?:them|whom|the (?:dead|killed)))\b", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:and|said|says|who|when|while|by)\b|[.;:]")
_LISTED = 100
_DEAD = frozenset({"death", "dead"})


@dataclass(frozen=True)
class Life:
    """Whether an account calls the person alive, and the day for which it speaks."""

    alive: bool
    as_of: str | None = None


def life_questions(view: CaseView) -> Iterator[AnyQuestion]:
    """Of each person whom an account calls dead and another alive."""
    dead: dict[str, list[EventMention]] = defaultdict(list)
    for mention in view.tables.event_mentions:
        if mention.concept in DEATHS and mention.recipient_entity in view.persons and happened(mention):
            dead[mention.recipient_entity or ""].append(mention)
    for mention, person in _among_the_dead(view):
        dead[person].append(mention)
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


def _among_the_dead(view: CaseView) -> Iterator[tuple[EventMention, str]]:
    """Killings with those told by name among the killed: "killed 45 soldiers, including their commander, Ana Roca"."""
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in view.tables.mentions:
        if mention.type is EntityType.PERSON and mention.entity and mention.form == "name":
            named[mention.report].append(mention)
    for event in view.tables.event_mentions:
        person_killed = event.recipient_entity in view.persons
        if event.concept not in DEATHS or event.sentence is None or person_killed or not happened(event):
            continue
        text = view.texts[event.report]
        behind = _AMONG.search(text, event.trigger_end, event.sentence.end)
        end = min(event.sentence.end, behind.end() + _LISTED) if behind else 0
        for person in named[event.report] if behind else ():
            clear = behind is not None and _NEXT.search(text, behind.end(), person.start) is None
            if behind is not None and behind.end() <= person.start < end and clear:
                yield event, person.entity or ""
                break


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
        if not inside and claim.voice_entity and _OWN.match(claim.text.casefold()):
            inside = {claim.voice_entity}
        if len(inside) == 1 and inside <= persons and claim.polarity is Polarity.POSITIVE:
            life = Life(True, view.published.get(claim.report))
            found[inside.pop()].append(Answer(reading_of(view, claim, claim.span, "alive"), life))
    for event in view.tables.event_mentions:
        person = event.recipient_entity or ""
        denied = event.realis is Realis.DENIED and event.trigger.casefold() in _DEAD and event.actor is None
        if denied and person in persons:
            life = Life(True, view.published.get(event.report))
            found[person].append(Answer(reading_of(view, event, short(event, view), "alive"), life))
    return found


_OWN = re.compile(r"(?:but |and )?i(?: am|['’]m)\b")
"""What opens a statement about oneself: "I am alive"."""


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, load_points().alive)) + r")\b(?! (?:until|when|in the))")
