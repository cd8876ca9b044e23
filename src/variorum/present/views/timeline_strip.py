"""How does the whole time of a crisis look at a glance, where its days stand on one page?"""

from bisect import bisect_left

from variorum.present.views.chronicle import Stretch, read_chronicle
from variorum.present.views.days import day_anchor, day_of
from variorum.present.views.index import Index
from variorum.present.views.time_strip import TimeStrip, draw_strip
from variorum.present.views.time_windows import Window
from variorum.present.views.timeline_part import happenings, pick_part


def read_timeline_strip(index: Index) -> TimeStrip | None:
    """The events of the crisis by day; each column leads to its first day on the page. None where no event is dated."""
    part = pick_part(read_chronicle(index).entries, Stretch.CRISIS, None)
    if part.shown is None:
        return None
    dated = sorted({(entry.period.start, day_of(entry.event.date) or "") for entry in part.rows if entry.period})

    def href(window: Window) -> str:
        place = min(bisect_left(dated, (window.start, "")), len(dated) - 1)
        return index.way(day_anchor(dated[place][1]))

    return draw_strip(happenings(part.rows), part.shown, href)
