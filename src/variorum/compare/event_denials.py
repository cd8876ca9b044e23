"""Which mentions that state an act may a mention that denies it be laid beside?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from variorum.compare.event_groups import of_troops, one_time, when_told
from variorum.compare.populations import PEOPLE, population_of
from variorum.compare.questions import CaseView
from variorum.lexicon.comparison import load_comparison
from variorum.lexicon.names import read_demonyms
from variorum.lexicon.points import load_points
from variorum.model.tables import EventMention
from variorum.model.terms import EntityType

_ANY = ("anybody", "")
_HARM = frozenset({"kill", "injure"})
_SIDES = 2
_ROOM = 80


class Stated:
    """Mentions that state one act in one country, found by who did it or underwent it and by month, so that a denial does
    not meet all of them.
    """

    def __init__(self, mentions: Iterable[EventMention], view: CaseView) -> None:
        self._view, self._lexicon = view, load_comparison()
        self._known = {population.name for population in self._lexicon.populations} - {PEOPLE}
        self._found: dict[tuple[str, str], dict[int | None, list[tuple[int, EventMention]]]] = {}
        for place, mention in enumerate(mentions):
            month = self._month(mention)
            for party in (*_parties(mention), *_forces(mention), *self._people(mention), _ANY):
                self._found.setdefault(party, defaultdict(list))[month].append((place, mention))

    def beside(self, denial: EventMention, common: bool) -> list[EventMention]:
        """Those of its time and matter, in the order given; a denial that names nobody speaks of any act that is not
        `common`, else of those of its event.
        """
        unnamed = not _named(denial, self._view) and not set(_forces(denial))
        flat = _of_no_party(denial) and _is_flat(denial, self._view)
        anybody = (not common and unnamed) or _is_mutual(denial) or flat
        parties = [_ANY] if anybody else [*_parties(denial), *_forces(denial), *self._people(denial)]
        near = {place: mention for party in parties for place, mention in self._near(party, self._month(denial))}
        return [
            near[place]
            for place in sorted(near)
            if self._same_matter(denial, near[place], common) and one_time(denial, near[place], self._view)
        ]

    def _same_matter(self, denial: EventMention, other: EventMention, common: bool) -> bool:
        if common and not _is_mutual(denial) and _of_no_party(denial):
            return (
                _is_flat(denial, self._view)
                and denial.event is not None
                and denial.event == other.event
                and denial.lemma == other.lemma
            )
        people = set(self._people(denial)) & set(self._people(other))
        return bool(people) or _same_matter(denial, other, common, self._view)

    def _people(self, mention: EventMention) -> Iterator[tuple[str, str]]:
        """The people who did it by themselves, by their kind: "no prisoner escaped", "five inmates broke out"."""
        crowd = self._view.kinds.get(mention.actor_entity or "", EntityType.GROUP) is EntityType.GROUP
        if crowd and mention.actor and mention.recipient is None and mention.concept not in _HARM:
            kind = population_of(mention.actor, self._lexicon)
            if kind in self._known:
                # "prisoners took refuge" is a going, too, but no escape
                yield ("people", f"{mention.lemma if mention.concept in self._lexicon.moves else ''} {kind}")

    def _near(self, party: tuple[str, str], month: int | None) -> Iterator[tuple[int, EventMention]]:
        months = self._found.get(party, {})
        for near in months if month is None else (month - 1, month, month + 1, None):
            yield from months.get(near, ())

    def _month(self, mention: EventMention) -> int | None:
        told = when_told(mention, self._view)
        return None if told is None else told.year * 12 + told.month


def _parties(mention: EventMention) -> Iterator[tuple[str, str]]:
    doer, object_ = mention.actor_entity or mention.actor, mention.recipient_entity or mention.recipient
    if doer is not None:
        yield ("doer", doer)
    if object_ is not None:
        yield ("object", object_)


def _of_no_party(denial: EventMention) -> bool:
    """The denial names neither who nor whom ("there was no torture"); whether people came to harm is asked elsewhere."""
    return denial.concept not in _HARM and not any(_parties(denial))


def _is_flat(denial: EventMention, view: CaseView) -> bool:
    """The denial says that there was no such thing, and not only that one was prevented, escaped or unlikely."""
    before = view.texts[denial.report][max(0, denial.trigger_end - _ROOM) : denial.trigger_end].casefold()
    words = re.split(r"[.;:!?\n]", before)[-1]
    return re.search(rf"\b(?:{'|'.join(load_points().flat_denials)}) (?:[\w-]+ ){{0,2}}[\w-]*$", words) is not None


def _same_matter(denial: EventMention, other: EventMention, common: bool, view: CaseView) -> bool:
    """They name the same doer, or the same object, and neither names another; of an act that is not `common`, none that has a
    name.
    """
    if _is_mutual(denial):
        return _may_be_between_both(denial, other)
    if not common and set(_forces(denial)):
        # an army enters a country once; police enter a building every day
        return of_troops(denial) and of_troops(other) and _same_force(denial, other)
    if not common:
        one, two = dict(_named(denial, view)), dict(_named(other, view))
        return all(one[side] == two[side] for side in one if side in two)
    if _same_force(denial, other):
        return denial.recipient_entity in (None, other.recipient_entity)
    pairs = [
        (denial.actor_entity or denial.actor, other.actor_entity or other.actor),
        (denial.recipient_entity or _told(denial.recipient), other.recipient_entity or other.recipient),
    ]
    if any(a is not None and b is not None and a != b for a, b in pairs):
        return False
    return any(a is not None and a == b for a, b in pairs)


def _told(party: str | None) -> str | None:
    """The party, unless it is nobody in particular: in "no one was shot by police" anybody is."""
    return None if party is None or party.casefold() in load_points().vague else party


def _named(mention: EventMention, view: CaseView) -> tuple[tuple[str, str], ...]:
    """The parties that are entities and no crowd: of an act done once in a country, words for what it was done to tell
    nothing apart.
    """
    sides = (("doer", mention.actor_entity), ("object", mention.recipient_entity))
    named = tuple((side, entity) for side, entity in sides if entity is not None)
    return tuple((side, entity) for side, entity in named if view.kinds.get(entity) is not EntityType.GROUP)


def _forces(mention: EventMention) -> Iterator[tuple[str, str]]:
    """The force whose people did it, by its kind: "soldiers", "its men" where the army speaks."""
    words = f"{mention.actor or ''} {mention.actor_name or ''}"
    if mention.actor and _owned(mention):
        words = mention.voice_name or mention.voice or ""
    told = f" {words.casefold()}"
    for kind, beginnings in load_points().forces.items():
        if any(f" {word}" in told for word in beginnings):
            yield ("force", kind)


def _owned(mention: EventMention) -> bool:
    """The doer is only told as someone's people ("men"), whom the voice that denies it speaks for."""
    return (mention.actor or "").casefold().split()[-1] in load_points().own_people


def _same_force(denial: EventMention, other: EventMention) -> bool:
    """Both tell of people of one kind of force, and of no two countries."""
    one, two = set(_forces(denial)), set(_forces(other))
    if not one & two:
        return False
    countries = [_countries(mention) for mention in (denial, other)]
    return not (countries[0] and countries[1] and not countries[0] & countries[1])


def _countries(mention: EventMention) -> set[str]:
    demonyms = read_demonyms()
    words = f"{mention.actor or ''} {mention.actor_name or ''} {mention.voice_name or ''}".casefold().split()
    return {demonyms[word] for word in words if word in demonyms}


def _is_mutual(mention: EventMention) -> bool:
    return mention.concept in load_points().mutual


def _may_be_between_both(denial: EventMention, other: EventMention) -> bool:
    """Of talks each account may name the other side: the denial names one, and either the other account names it too or
    both speak of talks and name one party each.
    """
    parties = {party for _, party in _parties(denial)}
    others = {party for _, party in _parties(other)}
    if parties & others:
        return len(parties | others) <= _SIDES
    return len(parties) == len(others) == 1 and _talks(denial) and _talks(other)


def _talks(mention: EventMention) -> bool:
    return mention.trigger.casefold().startswith(load_points().talks)
