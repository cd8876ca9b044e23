"""Which dates does a report hold?"""

from variorum.annotate.page import Annotator, Page
from variorum.model.tables import DateMention, Tables


def date_annotator() -> Annotator:
    """The annotator that fills `dates`."""
    return Annotator(name="dates", version=1, needs=("sections",), sets="dates", run=find_dates)


def find_dates(page: Page, found: Tables) -> tuple[DateMention, ...]:
    """The dates of the page, in order of the text."""
    return ()
