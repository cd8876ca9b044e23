"""Which claims does a report hold?"""

from variorum.annotate.page import Annotator, Page
from variorum.model.tables import Claim, Tables


def claim_annotator() -> Annotator:
    """The annotator that fills `claims`."""
    return Annotator(name="claims", version=1, needs=("sections",), sets="claims", run=find_claims)


def find_claims(page: Page, found: Tables) -> tuple[Claim, ...]:
    """The claims of the page, in order of the text."""
    return ()
