"""What is otherwise in a case after a decision? Told in sentences, one for every kind of change, weightiest first."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from variorum.model.base import Record
from variorum.model.groups import Groups
from variorum.model.tables import Event, Point, Tables
from variorum.model.terms import DecisionStatus

_SHOWN = 5


class Change(Record, frozen=True, kw_only=True):
    """Rows of one table that are otherwise now: `before` are ids they had, `after` ids they have, `words` a sentence."""

    table: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    words: str


def find_changes(before: Tables, after: Tables) -> tuple[Change, ...]:
    """What differs between two states of one case; nothing where they are the same."""
    return (
        *_findings(before, after),
        *_entities(before, after),
        *_events(before, after),
        *_derivations(before, after),
        *_points(before, after),
        *_decisions(before, after),
    )


_FOUND = {
    "dates": "date",
    "places": "place",
    "mentions": "mention",
    "claims": "claim",
    "figures": "figure",
    "event_mentions": "telling of an event",
    "roles": "role",
}


def _findings(before: Tables, after: Tables) -> Iterator[Change]:
    for table, noun in _FOUND.items():
        then, now = ({row.id: row.text for row in getattr(tables, table)} for tables in (before, after))
        gone, back = [name for name in then if name not in now], [name for name in now if name not in then]
        if gone:
            words = f"{_count(gone, noun)} left out: {_quoted(then[name] for name in gone)}"
            yield Change(table=table, before=tuple(gone), words=words)
        if back:
            words = f"{_count(back, noun)} in again: {_quoted(now[name] for name in back)}"
            yield Change(table=table, after=tuple(back), words=words)


def _entities(before: Tables, after: Tables) -> Iterator[Change]:
    names = {row.id: row.name for row in (*before.entities, *after.entities)}
    then, now = ({row.id: row.name for row in tables.entities} for tables in (before, after))
    yield from _regrouped(
        "entities",
        (_of(before, "entity", "mentions", "places"), _of(after, "entity", "mentions", "places")),
        (lambda name: then.get(name) or names[name], lambda name: now.get(name) or names[name]),
        ("entity", "entities"),
    )


def _events(before: Tables, after: Tables) -> Iterator[Change]:
    then, now = ({row.id: _event(row) for row in tables.events} for tables in (before, after))
    yield from _regrouped(
        "events",
        (_of(before, "event", "event_mentions"), _of(after, "event", "event_mentions")),
        (lambda name: then.get(name, name), lambda name: now.get(name, name)),
        ("event", "events"),
    )


def _of(tables: Tables, field: str, *names: str) -> dict[str, str]:
    """Finding → the entity or event it is of."""
    return {row.id: owner for name in names for row in getattr(tables, name) if (owner := getattr(row, field))}


Say = Callable[[str], str]


def _regrouped(
    table: str, owners: tuple[Mapping[str, str], Mapping[str, str]], say: tuple[Say, Say], nouns: tuple[str, str]
) -> Iterator[Change]:
    """Groups whose members are others now, each with all it exchanged members with."""
    members = [_members(side) for side in owners]
    changed = [{one for one, own in members[at].items() if members[1 - at].get(one) != own} for at in (0, 1)]
    together, touched = Groups(), {f"{at} {one}" for at in (0, 1) for one in changed[at]}
    for finding in sorted({finding for at in (0, 1) for one in changed[at] for finding in members[at][one]}):
        if finding in owners[0] and finding in owners[1]:
            here, there = f"0 {owners[0][finding]}", f"1 {owners[1][finding]}"
            together.join(here, there)
            touched |= {here, there}
    for ends in together.groups(sorted(touched)).values():
        sides = [[end[2:] for end in ends if end[0] == at] for at in "01"]
        yield Change(
            table=table,
            before=tuple(sides[0]),
            after=tuple(sides[1]),
            words=_told(sides, members, say, nouns),
        )


def _members(owners: Mapping[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for finding, owner in owners.items():
        found[owner].add(finding)
    return found


def _told(
    sides: Sequence[Sequence[str]],
    members: Sequence[Mapping[str, set[str]]],
    say: tuple[Say, Say],
    nouns: tuple[str, str],
) -> str:
    def listed(at: int) -> str:
        sized = sorted(sides[at], key=lambda name: (-len(members[at][name]), say[at](name), name))
        told = [f"{say[at](name)} ({_count(members[at][name], 'finding')})" for name in sized]
        return _some(told)

    were, are = len(sides[0]), len(sides[1])
    if not are:
        return f"{were} {nouns[were > 1]} gone: {listed(0)}"
    if not were:
        return f"{are} {nouns[are > 1]} new: {listed(1)}"
    if were == are == 1:
        return f"1 {nouns[0]} is made of other findings now: {listed(0)} → {listed(1)}"
    if were == are:
        return f"the findings of {were} {nouns[1]} are grouped otherwise now: {listed(0)} → {listed(1)}"
    verb = "is" if were == 1 else "are"
    return f"{were} {nouns[were > 1]} {verb} now {'one' if are == 1 else are}: {listed(0)} → {listed(1)}"


def _event(row: Event) -> str:
    return ", ".join(part for part in (row.concept or row.type.value, row.place_name, row.date) if part)


def _derivations(before: Tables, after: Tables) -> Iterator[Change]:
    then, now = ({row.id: row for row in tables.derivations} for tables in (before, after))
    gone, new = [name for name in then if name not in now], [name for name in now if name not in then]
    other = [name for name in now if name in then and now[name].decision != then[name].decision]
    for names, words in ((gone, "no more"), (new, "new"), (other, "weighed otherwise")):
        if names:
            told = f"{_count(names, 'link')} between reports {words}"
            yield Change(
                table="derivations", before=tuple(names), after=tuple(n for n in names if n in now), words=told
            )


def _points(before: Tables, after: Tables) -> Iterator[Change]:
    then, now = ({row.id: row for row in tables.points} for tables in (before, after))
    both = [name for name in now if name in then]
    turned = [name for name in both if now[name].verdict is not then[name].verdict]
    for name in turned[:_SHOWN]:
        words = f"1 point has another verdict: {now[name].topic}: {then[name].verdict} → {now[name].verdict}"
        yield Change(table="points", before=(name,), after=(name,), words=words)
    if turned[_SHOWN:]:
        yield Change(
            table="points", after=tuple(turned[_SHOWN:]), words=f"{len(turned) - _SHOWN} more have other verdicts"
        )
    gone, new = [name for name in then if name not in now], [name for name in now if name not in then]
    if gone:
        words = f"{_count(gone, 'point')} gone: {_some(_point(then[name]) for name in gone)}"
        yield Change(table="points", before=tuple(gone), words=words)
    if new:
        words = f"{_count(new, 'point')} new: {_some(_point(now[name]) for name in new)}"
        yield Change(table="points", after=tuple(new), words=words)
    origins = [name for name in both if _origins(now[name]) != _origins(then[name]) and name not in turned]
    if origins:
        words = f"{_count(origins, 'point')} with another count of independent origins"
        yield Change(table="points", before=tuple(origins), after=tuple(origins), words=words)


def _point(row: Point) -> str:
    return f"{row.topic} ({row.verdict})"


def _origins(row: Point) -> tuple[int, int]:
    return row.independent_low, row.independent_high


def _decisions(before: Tables, after: Tables) -> Iterator[Change]:
    """Earlier decisions that hold otherwise now."""
    then = {row.id: row for row in before.decisions}
    for row in after.decisions:
        if row.id in then and row.status is not then[row.id].status:
            back = row.status is DecisionStatus.IN_FORCE
            words = f"decision {row.number} ({row.kind}) is {'in force again' if back else row.outcome}"
            yield Change(table="decisions", before=(row.id,), after=(row.id,), words=words)


def _count(rows: Any, noun: str) -> str:
    if len(rows) == 1:
        return f"1 {noun}"
    return f"{len(rows)} {noun.replace('telling', 'tellings') if 'telling' in noun else noun + 's'}"


def _quoted(texts: Iterable[str]) -> str:
    return _some(
        f"“{text if len(text) <= 80 else text[:79].rstrip() + '…'}”" for text in (" ".join(t.split()) for t in texts)
    )


def _some(parts: Iterable[str]) -> str:
    told = list(parts)
    more = f"; and {len(told) - _SHOWN} more" if len(told) > _SHOWN else ""
    return "; ".join(told[:_SHOWN]) + more
