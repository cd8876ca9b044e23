"""What a room holds of its case, and when it makes ready."""

import threading
from pathlib import Path

from small_case import small_tables, write_case

from variorum.present.views.index import Index
from variorum.present.views.search_index import SearchIndex
from variorum.present.views.search_query import read_query
from variorum.present.web.room import Room
from variorum.present.web.routes import WARM


def _wait_for(room: Room) -> None:
    for thread in threading.enumerate():
        if thread.name == room.WARMING:
            thread.join(20)


def test_a_room_is_ready_before_anyone_asks(tmp_path: Path) -> None:
    made: list[object] = []
    room = Room(write_case(tmp_path / "small.case", small_tables()), "a case", (*WARM, made.append))
    case = room.open_case()
    _wait_for(room)
    assert made == [case.index]
    assert case.made(SearchIndex).find(read_query("docker")).total > 0


def test_what_cannot_be_made_keeps_nothing_else_from_being_made(tmp_path: Path) -> None:
    made: list[object] = []

    def broken(index: Index) -> None:
        raise LookupError(index)

    room = Room(write_case(tmp_path / "small.case", small_tables()), "a case", (broken, made.append))
    case = room.open_case()
    _wait_for(room)
    assert made == [case.index]


def test_a_case_is_read_once_while_it_stays_the_same(tmp_path: Path) -> None:
    room = Room(write_case(tmp_path / "small.case", small_tables()), "a case")
    assert room.open_case() is room.open_case()
