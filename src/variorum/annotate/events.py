"""Which events does a report hold?"""

from variorum.annotate.page import Annotator, Page
from variorum.model.tables import EventMention, Tables


def event_annotator() -> Annotator:
    """The annotator that fills `event_mentions`."""
    return Annotator(name="events", version=1, needs=("sections",), sets="event_mentions", run=find_events)


def find_events(page: Page, found: Tables) -> tuple[EventMention, ...]:
    """The events of the page, in order of the text."""
    return ()
