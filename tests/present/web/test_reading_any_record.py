"""Reports, names, lineage and search of any record that the tables can hold are shown."""

from types import SimpleNamespace
from typing import cast
from urllib.parse import quote

from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from made_up_records import tables_of_a_case

from variorum.model.tables import Tables
from variorum.present.web.access import Key
from variorum.present.web.app import reading_room
from variorum.present.web.room import OpenCase, Room
from variorum.record.builds import Build


class RoomOf(Room):
    """A room over tables that lie in no file."""

    def __init__(self, tables: Tables) -> None:
        super().__init__("nowhere", "a case")
        self._case = OpenCase(tables, cast(Build, SimpleNamespace(number=1)))

    def open_case(self) -> OpenCase:
        return self._case


def addresses(tables: Tables) -> list[str]:
    pages = ("/reports", "/entities", "/lineage", "/search")
    found = [f"{page}{ending}" for page in pages for ending in ("", ".json?q=a", ".csv?q=a", "?q=a")]
    for report in tables.reports[:2]:
        found += [f"/reports/{quote(report.id, safe='')}{rest}" for rest in ("", ".json", ".csv", "?at=0-3")]
        found += [f"/reports/{quote(report.id, safe='')}/beside/{quote(tables.reports[-1].id, safe='')}"]
    found += [
        f"/entities/{quote(row.id, safe='')}{rest}" for row in tables.entities[:2] for rest in ("", ".json?part=did")
    ]
    return found + [f"/lineage/{quote(row.id, safe='')}" for row in tables.derivations[:2]]


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(tables_of_a_case())
def test_any_record_can_be_read(tables: Tables) -> None:
    app = reading_room(RoomOf(tables), Key(token="t", port=1))  # noqa: S106 (opens nothing but this room)
    client = TestClient(app, base_url="http://127.0.0.1:1")
    client.get("/?token=t", follow_redirects=False)
    for address in addresses(tables):
        assert client.get(address, follow_redirects=False).status_code < 500, address
