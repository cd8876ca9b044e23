"""Which mentions of all reports are one person, body, crowd or place? Blocked, explained, independent of order."""

from msgspec.structs import replace

from variorum.model.tables import Mention, Tables
from variorum.resolve.decided import decided_links
from variorum.resolve.entity_bodies import link_bodies
from variorum.resolve.entity_links import by_report
from variorum.resolve.entity_persons import link_persons
from variorum.resolve.entity_places import link_places, shared_links, without_persons
from variorum.resolve.entity_rows import name_entities
from variorum.resolve.lost_apostrophes import with_lost_apostrophes
from variorum.resolve.mention_scope import scope_mentions
from variorum.resolve.mention_votes import settle_types


def resolve_entities(tables: Tables) -> Tables:
    """The tables with `entities` filled and `mentions.entity`, `places.entity` set.

    Costs a sort of the mentions and comparisons within blocks of like names: near-linear in the number of reports.
    """
    texts = {report.id: report.text for report in tables.reports}
    mentions = scope_mentions(tables, settle_types(tables.mentions, tables.places, texts))
    places = without_persons(tables.places, mentions)
    reports = by_report(with_lost_apostrophes(mentions))
    links = {**link_persons(reports), **link_bodies(reports), **link_places(places, mentions)}
    links |= shared_links(places, mentions, links)
    decided = decided_links(links, (*mentions, *places), tables.decisions)
    entities = name_entities(tables.reports, mentions, places, decided)
    return replace(
        tables,
        mentions=tuple(_with_entity(row, entities.of.get(row.id)) for row in mentions),
        places=tuple(replace(row, entity=entities.of.get(row.id)) for row in places),
        entities=entities.rows,
        decisions=decided.decisions,
    )


def _with_entity(mention: Mention, entity: str | None) -> Mention:
    return replace(mention, entity=entity)
