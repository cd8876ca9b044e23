"""Who holds, gains or loses which office, who belongs to what, and who is where, as a report tells it?"""

from collections.abc import Sequence

from variorum.annotate.factuality import FactualityReader
from variorum.annotate.page import NEWS, Annotator, Page
from variorum.annotate.role_draft import Stage, Told, role_row
from variorum.annotate.role_members import find_memberships
from variorum.annotate.role_offices import find_offices
from variorum.annotate.role_successions import find_successions
from variorum.annotate.role_titles import find_titles
from variorum.annotate.role_whereabouts import find_whereabouts
from variorum.lexicon.roles import read_roles
from variorum.model.tables import Role, Tables
from variorum.model.terms import RoleStatus


def role_annotator() -> Annotator:
    """The annotator that fills `roles`."""
    words, reader = read_roles(), FactualityReader()

    def run(page: Page, found: Tables) -> tuple[Role, ...]:
        stage = Stage(page=page, found=found, reader=reader)
        told = [
            *find_titles(stage),
            *find_offices(stage, words),
            *find_successions(stage, words),
            *find_memberships(stage, words),
            *find_whereabouts(stage, words),
        ]
        told = [item for item in told if not _over(item, told)]
        rows = {row.id: row for item in told if (row := role_row(stage, item)) and _is_news(page, row)}
        return tuple(sorted(rows.values(), key=lambda row: (row.start, row.end, row.id)))

    return Annotator(name="roles", version=3, needs=("mentions", "dates", "places", "claims"), sets="roles", run=run)


def _over(item: Told, told: Sequence[Told]) -> bool:
    """Whether a title tells of an office that the same words take away: "fired *mine director* Ann Lee"."""
    return item.rule == "title" and any(
        other.status is RoleStatus.LOSES and other.holder == item.holder and other.value == item.value for other in told
    )


def _is_news(page: Page, row: Role) -> bool:
    section = page.section_at(row.start)
    return section is not None and section.kind in NEWS
