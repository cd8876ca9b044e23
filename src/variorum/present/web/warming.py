"""What is made before anyone asks, so that nobody has to wait for it?"""

import threading

from variorum.errors import VariorumError
from variorum.present.views.entity_list import read_directory
from variorum.present.views.heading import read_heading
from variorum.present.views.report_list import read_report_list
from variorum.present.views.search import LateIndex
from variorum.present.web.room import Room
from variorum.present.web.routes.lineage import read_all_clusters

_SLOW = (LateIndex, read_report_list, read_directory, read_heading, read_all_clusters)


def warm(room: Room) -> threading.Thread:
    """Starts to make in the background what takes longest of a large case: above all the index of search."""
    thread = threading.Thread(target=_make, args=(room,), daemon=True)
    thread.start()
    return thread


def _make(room: Room) -> None:
    try:
        case = room.open_case()
    except VariorumError:
        # whoever asks for a page is told
        return
    for make in _SLOW:
        case.made(make)
