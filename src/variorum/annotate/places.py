"""Which places does a report hold?"""

from variorum.annotate.page import Annotator, Page
from variorum.model.tables import PlaceMention, Tables


def place_annotator() -> Annotator:
    """The annotator that fills `places`."""
    return Annotator(name="places", version=1, needs=("sections",), sets="places", run=find_places)


def find_places(page: Page, found: Tables) -> tuple[PlaceMention, ...]:
    """The places of the page, in order of the text."""
    return ()
