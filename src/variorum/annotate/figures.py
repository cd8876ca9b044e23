"""Which figures does a report hold?"""

from variorum.annotate.page import Annotator, Page
from variorum.model.tables import Figure, Tables


def figure_annotator() -> Annotator:
    """The annotator that fills `figures`."""
    return Annotator(name="figures", version=1, needs=("sections",), sets="figures", run=find_figures)


def find_figures(page: Page, found: Tables) -> tuple[Figure, ...]:
    """The figures of the page, in order of the text."""
    return ()
