"""Which roles does a report hold?"""

from variorum.annotate.page import Annotator, Page
from variorum.model.tables import Role, Tables


def role_annotator() -> Annotator:
    """The annotator that fills `roles`."""
    return Annotator(name="roles", version=1, needs=("sections",), sets="roles", run=find_roles)


def find_roles(page: Page, found: Tables) -> tuple[Role, ...]:
    """The roles of the page, in order of the text."""
    return ()
