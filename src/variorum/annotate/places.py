"""Which places does a report name?"""

from functools import partial

from spacy.tokens import Doc

from variorum.annotate.page import NEWS, Annotator, Page
from variorum.annotate.place_spans import PlaceSpan, find_spans
from variorum.lexicon.places import Atlas, open_atlas
from variorum.model.base import Span
from variorum.model.ids import finding_id
from variorum.model.tables import PlaceMention, Tables
from variorum.model.terms import SectionKind

_SEARCHED = NEWS | {SectionKind.DATELINE, SectionKind.CAPTION}


def place_annotator() -> Annotator:
    """The annotator that fills `places`."""
    return Annotator(
        name="places", version=2, needs=("sections",), sets="places", run=partial(find_places, atlas=open_atlas())
    )


def find_places(page: Page, _found: Tables, *, atlas: Atlas) -> tuple[PlaceMention, ...]:
    """The places of the page, in order of the text.

    Only words for a people or region are settled here; other names wait for the context of report and case.
    """
    rows = (_row(page, page.doc, span, atlas) for span in find_spans(page.doc, atlas))
    return tuple(row for row in rows if _is_searched(page, row.start))


def _is_searched(page: Page, offset: int) -> bool:
    section = page.section_at(offset)
    return section is not None and section.kind in _SEARCHED


def _row(page: Page, doc: Doc, found: PlaceSpan, atlas: Atlas) -> PlaceMention:
    words = doc[found.start : found.end]
    span = Span(start=words.start_char, end=words.end_char)
    people = atlas.people(words.text) if found.rule == "people" else None
    return PlaceMention(
        id=finding_id("places", page.report.id, span),
        report=page.report.id,
        start=span.start,
        end=span.end,
        text=page.quote(span),
        name=people.name if people else None,
        geonames_id=people.geonames_id if people else None,
        latitude=people.latitude if people else None,
        longitude=people.longitude if people else None,
        country=people.country if people else None,
        feature=people.feature if people else ("site" if found.rule == "site" else None),
        rule=found.rule,
    )
