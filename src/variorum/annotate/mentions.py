"""Which mentions does a report hold?"""

from variorum.annotate.page import Annotator, Page
from variorum.model.tables import Mention, Tables


def mention_annotator() -> Annotator:
    """The annotator that fills `mentions`."""
    return Annotator(name="mentions", version=1, needs=("sections",), sets="mentions", run=find_mentions)


def find_mentions(page: Page, found: Tables) -> tuple[Mention, ...]:
    """The mentions of the page, in order of the text."""
    return ()
