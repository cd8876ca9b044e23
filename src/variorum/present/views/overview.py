"""What is a case built from, how much is in it, and where do its accounts contradict each other most?"""

from collections import Counter

from babel import Locale

from variorum.model.base import Record
from variorum.model.terms import EntityType, PointKind, Verdict
from variorum.present.views.heading import HeadingView, read_heading
from variorum.present.views.index import Index
from variorum.present.views.point_cards import PointView
from variorum.present.views.points import read_sharpest
from variorum.present.views.visible import on_line
from variorum.present.views.words import ENTITY_TYPES, KINDS


class Overview(Record, frozen=True, kw_only=True):
    """The case at a glance; kinds and languages are ordered by how many there are of each."""

    heading: HeadingView
    sharpest: tuple[PointView, ...]
    outlets: int
    languages: tuple[tuple[str, int], ...]
    verdicts: tuple[tuple[Verdict, int], ...]
    kinds: tuple[tuple[PointKind, str, int], ...]
    entities: tuple[tuple[EntityType, str, int], ...]
    events: int
    background: int
    figures: int
    statements: int
    roles: int
    links: int


def read_overview(index: Index) -> Overview:
    """The overview of the case."""
    tables = index.tables
    verdicts = Counter(point.verdict for point in tables.points)
    kinds = Counter(point.kind for point in tables.points)
    types = Counter(entity.type for entity in tables.entities)
    languages = Counter(_language(report.language) for report in index.read)
    background = sum(event.background for event in tables.events)
    return Overview(
        heading=index.made(read_heading),
        sharpest=read_sharpest(index),
        outlets=len({on_line(report.outlet).casefold() for report in index.read if report.outlet}),
        languages=tuple(languages.most_common()),
        verdicts=tuple((verdict, verdicts[verdict]) for verdict in Verdict),
        kinds=tuple((kind, KINDS[kind], count) for kind, count in kinds.most_common()),
        entities=tuple((kind, ENTITY_TYPES[kind], types[kind]) for kind in EntityType if types[kind]),
        events=len(tables.events) - background,
        background=background,
        figures=len(tables.figures),
        statements=len(tables.claims),
        roles=len(tables.roles),
        links=len(tables.derivations),
    )


def _language(code: str | None) -> str:
    """The name of a language; its code where it has none that is known."""
    return Locale("en").languages.get(code or "") or on_line(code) or "a language not known"
