"""By which office, and by which name, does a report know the holder of a role?"""

from collections.abc import Iterator

from variorum.annotate.role_draft import Stage
from variorum.lexicon.roles import posts
from variorum.model.base import Span
from variorum.model.tables import Mention
from variorum.model.terms import EntityType

_BESIDE = 80
"""Characters within which a name and the description it stands beside begin."""


def own_office(stage: Stage, person: Mention) -> Span | None:
    """The office by which the mention itself calls the holder: its title, or the description itself."""
    if person.form == "description" and person.kind in posts():
        return person.span
    if person.title and person.kind in posts():
        text = stage.page.report.text
        at = text.rfind(person.title, max(0, person.start - len(person.title) - 4), person.start)
        return Span(start=at, end=at + len(person.title)) if at >= 0 else None
    return None


def known_office(stage: Stage, person: Mention) -> Span | None:
    """The office by which the report calls the holder, here or elsewhere: the nearest before, else the first behind.

    "President Okello spoke … *Okello* resigned": the president. None where it calls nobody of the name so, where it did so
    only of the past, or where several persons share the name.
    """
    own = own_office(stage, person)
    if own is not None:
        return own
    who = _referent(stage, person)
    if who is None:
        return None
    known = [(m, span) for m in _same(stage, who) if not m.former and (span := own_office(stage, m))]
    before = [span for m, span in known if m.start <= person.start]
    return before[-1] if before else known[0][1] if known else None


def holder_called(stage: Stage, person: Mention) -> Span:
    """The holder's name where it stands beside the office ("the port's head, *Ann Lee*, resigned"), else the words."""
    named = stage.by_id.get(person.antecedent or "") if person.form == "description" else None
    beside = named is not None and named.form == "name" and abs(named.start - person.start) <= _BESIDE
    return named.span if named is not None and beside else person.span


def _referent(stage: Stage, person: Mention) -> Mention | None:
    """The name or description the mention stands for, at most three steps away; itself where it is a name."""
    who: Mention | None = person
    for _ in range(3):
        if who is None or who.form == "name":
            return who
        who = stage.by_id.get(who.antecedent or "")
        if who is not None and own_office(stage, who):
            return who
    return None


def _same(stage: Stage, who: Mention) -> Iterator[Mention]:
    """Mentions of the same person in order of the text: names alike to the last word, and what stands for them; none where
    persons of several first names share it.
    """
    words = _name(stage, who)
    named = [
        m
        for m in stage.found.mentions
        if m.type is EntityType.PERSON and m.form == "name" and _name(stage, m)[-1:] == words[-1:]
    ]
    full = {_name(stage, m) for m in named if len(_name(stage, m)) > 1}
    if len(words) > 1:
        named = [m for m in named if len(_name(stage, m)) == 1 or _name(stage, m) == words]
        full = {words}
    if len(full) > 1:
        return
    ids = {m.id for m in named}
    for mention in stage.found.mentions:
        if mention.id in ids or (mention.form == "description" and mention.antecedent in ids) or mention == who:
            yield mention


def _name(stage: Stage, mention: Mention) -> tuple[str, ...]:
    """The words of the name in lower case, its title left out; none for a description."""
    if mention.form != "name":
        return (stage.page.quote(mention.span).lower(),)
    return tuple(stage.page.quote(mention.head or mention.span).lower().split())
