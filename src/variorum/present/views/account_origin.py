"""To which independent account does one go back?"""

from variorum.model.base import Record
from variorum.present.views.index import Index, Witness
from variorum.present.views.visible import on_line


class OriginNote(Record, frozen=True, kw_only=True, gc=False):
    """A voice that is quoted, by `name`, or another report that was taken from; neither for an account of its own."""

    name: str
    href: str
    report: Witness | None


def read_origin(origin: str, report: str, index: Index) -> OriginNote:
    """The origin of what a report tells, as the comparison counts it."""
    entity = index.entities.get(origin)
    if entity:
        return OriginNote(name=on_line(entity.name), href=index.entity_href(origin), report=None)
    first = index.witness(origin)
    return OriginNote(name="", href="", report=first if first.place >= 0 and origin != report else None)
