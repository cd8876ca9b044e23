"""Which names, descriptions and sure pronouns of persons, bodies, crowds and places does a report hold?"""

from collections.abc import Sequence
from dataclasses import replace

from variorum.annotate.mention_appositions import link_appositions
from variorum.annotate.mention_descriptions import find_descriptions
from variorum.annotate.mention_draft import Draft
from variorum.annotate.mention_fused import find_fused
from variorum.annotate.mention_names import find_names
from variorum.annotate.mention_phrases import PhraseFinder
from variorum.annotate.mention_scope import Scope
from variorum.annotate.mention_sight import Sight
from variorum.annotate.page import Annotator, Page
from variorum.annotate.pronouns import find_pronouns
from variorum.lexicon.names import Names, read_names
from variorum.lexicon.places import open_atlas
from variorum.model.base import Span
from variorum.model.ids import finding_id
from variorum.model.tables import Mention, PlaceMention, Tables
from variorum.model.terms import EntityType


def mention_annotator() -> Annotator:
    """The annotator that fills `mentions`."""
    names = read_names()
    finder = PhraseFinder(names)

    def run(page: Page, found: Tables) -> tuple[Mention, ...]:
        return find_mentions(page, found, names, finder)

    return Annotator(name="mentions", version=1, needs=("sections", "places"), sets="mentions", run=run)


def find_mentions(page: Page, found: Tables, names: Names, finder: PhraseFinder) -> tuple[Mention, ...]:
    """The mentions of the page, in order of the text; no two share a span. Places that stand alone are among them."""
    matches = finder.find(page.doc)
    sight = Sight(
        page=page,
        names=names,
        matches=matches,
        ending={match.last: match for match in matches},
        covering={at: match for match in matches for at in range(match.first, match.last)},
        scope=Scope(page.doc, found, open_atlas()),
    )
    drafts = find_names(sight)
    fused = find_fused(sight)
    drafts = [draft for draft in drafts if not any(_overlap(draft, other) for other in fused)] + fused
    descriptions = find_descriptions(sight, drafts)
    descriptions = _without_parts(drafts, descriptions)
    drafts = _without_swallowed(drafts, descriptions)
    descriptions = link_appositions(page.doc, drafts, descriptions)
    settled = _settle([*drafts, *descriptions])
    settled = [draft for draft in settled if draft.type is not EntityType.PLACE or not _placed(draft, found.places)]
    rows = [_row(page, draft) for draft in settled]
    rows += _places(page, found.places, settled)
    rows += find_pronouns(page, rows)
    return tuple(sorted(rows, key=lambda row: (row.start, row.end, row.id)))


def _overlap(left: Draft, right: Draft) -> bool:
    return left.start < right.end and right.start < left.end


def _without_parts(names: Sequence[Draft], descriptions: Sequence[Draft]) -> list[Draft]:
    """The descriptions without those bodies that are only part of a name with an acronym of its own."""
    own = [name for name in names if name.acronym and name.type is EntityType.ORGANIZATION]
    return [
        draft
        for draft in descriptions
        if draft.type is not EntityType.ORGANIZATION
        or not any(n.first <= draft.first and draft.last <= n.last and n.span != draft.span for n in own)
    ]


def _without_swallowed(names: Sequence[Draft], descriptions: Sequence[Draft]) -> list[Draft]:
    """The names without those organisations that a body's phrase holds whole or half ("the Ministry of Health")."""
    bodies = [draft for draft in descriptions if draft.rule in {"state body", "named body", "metonym"}]
    kept = []
    for name in names:
        over = [body for body in bodies if _overlap(name, body)]
        inside = (name.type in {EntityType.PLACE, EntityType.PERSON} or name.acronym) and not any(
            body.rule == "metonym" for body in over
        )
        if name.type is EntityType.PLACE and any(name.span == body.span for body in over):
            continue
        if not over or (inside and all(body.first <= name.first and name.last <= body.last for body in over)):
            kept.append(name)
    return kept


def _settle(drafts: Sequence[Draft]) -> list[Draft]:
    """One draft a span, names before descriptions; a description that cuts a name across is dropped."""
    kept: dict[tuple[int, int], Draft] = {}
    covering: dict[int, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda d: (d.form != "name", d.start, -d.end)):
        words = range(draft.first, draft.last)
        crossing = any(_crosses(draft, other) for at in words for other in covering.get(at, ()))
        if draft.span not in kept and not crossing:
            kept[draft.span] = draft
            for at in words:
                covering.setdefault(at, []).append(draft)
    return [replace(draft, antecedent=None) if draft.antecedent not in kept else draft for draft in kept.values()]


def _crosses(left: Draft, right: Draft) -> bool:
    if not _overlap(left, right):
        return False
    inside = left.start <= right.start and right.end <= left.end
    around = right.start <= left.start and left.end <= right.end
    return not (inside or around)


def _placed(draft: Draft, places: Sequence[PlaceMention]) -> bool:
    return any(row.start < draft.end and draft.start < row.end for row in places)


def _row(page: Page, draft: Draft) -> Mention:
    span = Span(start=draft.start, end=draft.end)
    before = Span(start=draft.antecedent[0], end=draft.antecedent[1]) if draft.antecedent else None
    return Mention(
        id=finding_id("mentions", page.report.id, span),
        report=page.report.id,
        start=draft.start,
        end=draft.end,
        text=page.quote(span),
        type=draft.type,
        head=Span(start=draft.head[0], end=draft.head[1]) if draft.head else span,
        form=draft.form,
        kind=draft.kind,
        former=draft.former,
        locality=draft.locality,
        gender=draft.gender,
        title=draft.title,
        country=draft.country,
        acronym=draft.acronym,
        antecedent=finding_id("mentions", page.report.id, before) if before else None,
        rule=draft.rule,
    )


def _places(page: Page, places: Sequence[PlaceMention], drafts: Sequence[Draft]) -> list[Mention]:
    """The places as mentions, but for those that stand inside a name of something else, and peoples."""
    names = [draft for draft in drafts if draft.form == "name" and draft.type is not EntityType.PLACE]
    spans = {draft.span for draft in drafts}
    return [
        Mention(
            id=finding_id("mentions", page.report.id, row.span),
            report=row.report,
            start=row.start,
            end=row.end,
            text=row.text,
            type=EntityType.PLACE,
            head=row.span,
            country=row.country,
            rule="place",
        )
        for row in places
        if (row.start, row.end) not in spans
        and not any(draft.rule != "state body" and draft.start < row.end and row.start < draft.end for draft in names)
    ]
